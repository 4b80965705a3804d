"""An object store on this machine that speaks S3, and child processes that use it. Each is ended by its own id."""

import asyncio
import logging
import os
import sys
import urllib.request
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass

from moto.server import ThreadedMotoServer

BUCKET = "bucket"
PATIENCE = 5.0  # seconds that a process has to end by itself


@dataclass(frozen=True)
class Bucket:
    """Where the store listens, and what opens it."""

    endpoint: str
    environment: Mapping[str, str]

    def address(self, name: str) -> str:
        return f"s3://{BUCKET}/{name}"


@contextmanager
def served() -> Iterator[Bucket]:
    """Serve an empty bucket on a free port."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        endpoint = f"http://{host}:{port}"
        request = urllib.request.Request(f"{endpoint}/{BUCKET}", method="PUT")  # noqa: S310  # on loopback
        urllib.request.urlopen(request, timeout=PATIENCE).close()  # noqa: S310  # as above
        environment = {
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": "somebody",
            "AWS_SECRET_ACCESS_KEY": "something-hidden",
            "AWS_REGION": "us-east-1",
        }
        yield Bucket(endpoint, environment)
    finally:
        server.stop()


@asynccontextmanager
async def running(*arguments: str, **environment: str) -> AsyncIterator[Process]:
    """Run Python beside the test, which reads what it prints; what is still there at the end is ended."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *arguments), stdin=PIPE, stdout=PIPE, stderr=STDOUT, env={**os.environ, **environment}
    )
    try:
        yield process
    finally:
        await ended(process)


async def ended(process: Process) -> None:
    """End a process: told to, and after a while killed."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(PATIENCE):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
