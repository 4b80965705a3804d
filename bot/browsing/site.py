"""A store as a site for the browser: datasette shows it, `site.toml` says what its tables mean.

Whatever a document holds is shown as text and never run: datasette escapes it. Needs the extra `browse`; nothing but
`lineup browse` imports this.
"""

import asyncio
import socket
import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import uvicorn
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships none

HERE = "127.0.0.1"  # nobody logs in: it is for the people of this machine
SETTINGS = {
    "num_sql_threads": 1,  # one connection: should newer facts take the file's place, all pages stay of the old ones
    "default_page_size": 50,
    "truncate_cells_html": 300,
}


def serve(store: Path, port: int | None, tell: Callable[[str], None]) -> None:
    """Show a store until Ctrl-C, at a port or any that is free; `tell` is given the address once it can be visited."""
    with socket.create_server((HERE, port or 0)) as door:
        site = Datasette(immutables=[str(store)], metadata=metadata(store.stem), settings=SETTINGS)
        tell(f"http://{HERE}:{door.getsockname()[1]}/")
        asyncio.run(_serve(site, door))


async def _serve(site: Datasette, door: socket.socket) -> None:
    await site.invoke_startup()
    await uvicorn.Server(uvicorn.Config(site.app(), log_level="warning")).serve(sockets=[door])


def metadata(database: str) -> Mapping[str, Any]:
    """Return what datasette is told of a store that it knows by a name."""
    told = tomllib.loads((files("bot") / "browsing" / "site.toml").read_text(encoding="utf-8"))
    tables = told.pop("tables") | {name: {"hidden": True} for name in told.pop("hidden")}
    return told | {"databases": {database: {"tables": tables, "queries": told.pop("queries")}}}
