"""Documents read on a Dask cluster: an executor whose workers are other processes, mostly on other machines.

Workers share no folder with this process. Each is handed the vocabulary once and then the bytes of documents, in
batches; what it could not read is read here, so that errors are raised here, in the order of the sources. Needs the
extra `cluster`: nothing but a build that asks for a cluster imports this.
"""

import asyncio
import gc
import logging
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from textwrap import shorten
from threading import Lock
from typing import Any
from uuid import uuid4

from distributed import CancelledError, Client, Future, Security, Worker, WorkerPlugin, get_worker, rpc
from distributed.client import ClosedClientError

from facts.corpus import Tools, read_original, read_source
from facts.errors import ClusterError, FactsError
from facts.lexicon.codec import dump_lexicon, load_dumped
from facts.packing import Packed, pack
from facts.reading.files import Original
from facts.reusing import Keys
from facts.sources import Source

BATCH = 16  # documents handed out together: less than a second's work
BATCH_BYTES = 1_000_000  # after which a batch is full anyhow
AHEAD = 3  # batches that a worker has in hand, so that it never waits for the next one
LONGEST_CONNECT = 5  # seconds until a scheduler has answered
LONGEST_START = 60  # seconds until a worker has made its tools and answered
LONGEST_ANSWER = 30  # seconds in which a scheduler that is busy answers, and a first worker comes
LONGEST_UNMANNED = 60  # seconds without any worker before a build gives up: one may be on its way
LOOK_AGAIN = 5  # seconds between two looks whether there is any
LONGEST_FAREWELL = 5  # seconds
LONGEST_REASON = 160  # characters of what Dask says of a fault
SCHEDULER = "Scheduler"  # what one says that it is
# What an address, Dask's own configuration, or a server of another protocol, whose bytes count as a length, come to.
NO_ANSWERS = (OSError, ValueError, TypeError, MemoryError)
LOSSES = (OSError, CancelledError, ClosedClientError, RuntimeError)  # how a scheduler that has gone makes itself felt
CHATTER = ("distributed", "distributed.client")  # loggers that tell of a lost connection in tracebacks
REMEDY = "install the same Lineup with its extra `cluster` on every machine, on the same Python"

Batch = Sequence[tuple[Source, Original | None]]
Readings = Sequence[Packed | None]
_READING = Lock()  # two threads of one interpreter are no quicker than one, and tools are made once


@contextmanager
def connected(address: str, tools: Tools) -> Iterator["Cluster"]:
    """Reach the scheduler at an address and hand the workers the vocabulary; raises ClusterError."""
    with _quiet(), _reached(address) as client:
        vocabulary = Vocabulary(tools)
        cluster = Cluster(tools, client, address, vocabulary.name)
        try:
            cluster.prepare(vocabulary)
            yield cluster
        finally:
            with suppress(*LOSSES):  # the scheduler may be gone, and what it was told with it
                _called(client, "unregister_worker_plugin", LONGEST_FAREWELL, name=vocabulary.name)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reads on the workers of a cluster."""

    tools: Tools
    client: Client
    address: str
    vocabulary: str  # the name under which the workers have it

    def prepare(self, vocabulary: "Vocabulary") -> None:
        """Hand over the vocabulary and see that the cluster can read with it; raises ClusterError."""
        with self._lost_in_words():
            try:
                self.client.wait_for_workers(1, timeout=LONGEST_ANSWER)
                self._see_that_workers_have_lineup()
                self.client.register_plugin(vocabulary, vocabulary.name)
                self._submit(()).result(timeout=LONGEST_START)
            except TimeoutError as fault:
                raise self._unmanned() from fault
            except RuntimeError as fault:  # the scheduler could not even unpickle what it is to hand on
                raise self._foreign(fault) from fault

    def read(self, sources: Sequence[Source]) -> Iterator[Packed]:
        """Yield what each source gives, in order; raises DocumentError, or ClusterError where the cluster is lost."""
        batches, handed_out = _batches(sources), deque[tuple[Sequence[Source], Future[Readings]]]()
        while True:
            with self._lost_in_words():
                for batch in islice(batches, max(0, AHEAD * max(1, self._workers()) - len(handed_out))):
                    future = self._submit([original for _, original in batch])
                    handed_out.append(([source for source, _ in batch], future))
                if not handed_out:
                    return
                of, future = handed_out.popleft()
                readings = self._result(future) or [None] * len(of)
            for source, packed in zip(of, readings, strict=True):
                yield packed or pack(read_source(source, self.tools))

    def _see_that_workers_have_lineup(self) -> None:
        """Raise ClusterError where a worker cannot import this module: Dask's own exception would be a bare one."""
        for answer in self.client.run(_is_here, on_error="return").values():
            if isinstance(answer, BaseException):
                raise self._foreign(answer) from answer

    def _submit(self, originals: Sequence[Original | None]) -> "Future[Readings]":
        return self.client.submit(_read, self.vocabulary, originals, pure=False)

    def _result(self, future: "Future[Readings]") -> "Readings | None":
        """Wait for a batch; None where workers died of it or broke down over it: whoever reads it here will see."""
        unmanned = 0
        while True:
            try:
                fault = future.exception(timeout=LOOK_AGAIN)
                if fault is None:
                    return future.result(timeout=LOOK_AGAIN)
            except TimeoutError:
                unmanned = 0 if self._workers() else unmanned + LOOK_AGAIN
                if unmanned >= LONGEST_UNMANNED:
                    raise self._unmanned() from None
                continue
            match fault:  # of a worker that came later, mostly
                case ClusterError():
                    raise fault
                case ImportError():
                    raise self._foreign(fault) from fault
            return None

    def _workers(self) -> int:
        """Return how many workers there are; raises TimeoutError where the scheduler does not answer."""
        return int(_called(self.client, "identity", LONGEST_ANSWER, n_workers=0)["n_workers"])

    def _foreign(self, fault: BaseException) -> ClusterError:
        return ClusterError(f"the cluster at {self.address} cannot run Lineup ({_short(fault)}); {REMEDY}")

    def _unmanned(self) -> ClusterError:
        start = f"start some with `dask worker {self.address}`"
        return ClusterError(f"the scheduler at {self.address} has no worker that answers; {start}")

    @contextmanager
    def _lost_in_words(self) -> Iterator[None]:
        try:
            yield
        except LOSSES as fault:
            again = "see that it runs and build again, or build without --scheduler"
            raise ClusterError(f"the scheduler at {self.address} has gone; {again}") from fault


class Vocabulary(WorkerPlugin):
    """What every worker is handed once, also one that comes later, while a build goes on."""

    def __init__(self, tools: Tools) -> None:
        """Take the vocabulary of some tools, and what readings made with it depend on."""
        self.name = f"lineup-{uuid4().hex}"
        self.text = dump_lexicon(tools.lexicon)
        self.base = Keys.of(tools.lexicon).base
        self.refusal = ""

    def setup(self, worker: Worker) -> None:
        """See that readings made here would be the same; raises ClusterError."""
        if Keys.of(load_dumped(self.text)).base != self.base:
            differs = "does not read as this machine does: Lineup, Python or its dictionaries are of another version"
            self.refusal = f"the worker at {worker.address} {differs}; {REMEDY}"
            raise ClusterError(self.refusal)


def _is_here() -> bool:
    """Say that this module can be imported, since it was."""
    return True


def _read(vocabulary: str, originals: Sequence[Original | None]) -> Readings:
    """Read a batch on a worker; None for what cannot be read, which whoever asked will find out and say."""
    plugin: Any = get_worker().plugins[vocabulary]
    if plugin.refusal:
        raise ClusterError(plugin.refusal)
    with _READING:
        tools = _tools(plugin.text)
        return [_packed(original, tools) for original in originals]


def _packed(original: Original | None, tools: Tools) -> Packed | None:
    if original is None:
        return None
    try:
        return pack(read_original(original, tools))
    except FactsError:
        return None


@lru_cache(maxsize=1)
def _tools(vocabulary: str) -> Tools:
    """Make tools of a vocabulary; those of the one before may go."""
    gc.unfreeze()
    tools = Tools.of(load_dumped(vocabulary))
    tools.lemmas.is_ordinary("")  # loads the dictionaries
    gc.collect()
    gc.freeze()  # they stay: no collection needs to walk them
    return tools


def _batches(sources: Sequence[Source]) -> Iterator[Batch]:
    """Fetch documents from disk, so many at a time as are handed out together."""
    batch: list[tuple[Source, Original | None]] = []
    size = 0
    for source in sources:
        original = _fetched(source)
        batch.append((source, original))
        size += len(original.content) if original is not None else 0
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _fetched(source: Source) -> Original | None:
    """Return a document's bytes; None where they cannot be had, which is said when its turn comes."""
    try:
        return Original.of(source.path, source.root)
    except (FactsError, OSError):
        return None


@contextmanager
def _reached(address: str) -> Iterator[Client]:
    try:
        asyncio.run(_knock(address))  # a client that fails to connect takes long to go, and not quietly
        client = Client(address, timeout=LONGEST_CONNECT, set_as_default=False)
    except NO_ANSWERS as fault:
        reason = _short(fault) or f"no answer within {LONGEST_CONNECT} seconds"
        remedy = "start one with `dask scheduler`, or correct --scheduler or LINEUP_SCHEDULER"
        raise ClusterError(f"no scheduler answers at {address} ({reason}); {remedy}") from fault
    try:
        yield client
    finally:
        with suppress(*LOSSES):
            client.close(timeout=LONGEST_FAREWELL)


async def _knock(address: str) -> None:
    """See that a scheduler answers; raises one of NO_ANSWERS."""
    async with asyncio.timeout(LONGEST_CONNECT):
        secured = Security().get_connection_args("client")
        async with rpc(address, timeout=LONGEST_CONNECT, connection_args=secured) as there:
            kind = (await there.identity())["type"]
    if kind != SCHEDULER:
        raise ValueError(f"what answers is a {kind}")


def _called(client: Client, operation: str, timeout: float, **arguments: Any) -> Any:
    """Have the scheduler do something; raises one of LOSSES."""
    scheduler: Any = client.scheduler
    if scheduler is None:
        raise ConnectionError("the client has given the scheduler up")
    return client.sync(getattr(scheduler, operation), callback_timeout=timeout, **arguments)


def _short(fault: BaseException) -> str:
    return shorten(str(fault), LONGEST_REASON)


@contextmanager
def _quiet() -> Iterator[None]:
    """Let only errors of this module tell of a lost connection."""
    loggers = [logging.getLogger(name) for name in CHATTER]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
