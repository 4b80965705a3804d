"""One build of a store at a time, in however many processes: a lock that goes when its holder does, however it ends."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from facts.errors import FactsError, StoreError

DRAFT = ".new"  # how a store ends that is still being written
CACHED = "facts"  # how the names of all stores in the cache folder begin


class BusyError(FactsError):
    """Another build is under way. `since` is an ISO date and time; both are empty where the holder did not say."""

    def __init__(self, by: str, since: str) -> None:
        self.by, self.since = by, since
        who, when = f" by {by}" if by else "", f" since {since}" if since else ""
        super().__init__(f"another build{who} is under way{when}; wait for it to end")


@contextmanager
def alone(folder: Path, name: str, by: str = "", *, patience: float = 0) -> Iterator[None]:
    """Hold the lock of stores called `name` in a folder. What dead builds left there is swept.

    Raises BusyError where another build goes on for longer than `patience` seconds, StoreError where nothing can be
    written.
    """
    holder = folder / f".{name}.by"
    lock = FileLock(folder / f".{name}.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=patience)
    except Timeout:
        raise BusyError(*_read(holder)) from None
    except OSError as fault:
        raise StoreError(
            f"cannot write to {folder}: {fault.strerror}; choose another place with --facts or LINEUP_FACTS"
        ) from fault
    went_well, since = False, datetime.now(UTC).isoformat(timespec="seconds")
    try:
        _sweep(folder, name)
        holder.write_text(json.dumps([by, since]), encoding="utf-8")
        yield
        went_well = True
    finally:
        if by:
            (folder / f".{name}.last").write_text(json.dumps([by, since, went_well]), encoding="utf-8")
        holder.unlink(missing_ok=True)
        lock.release()


def last_build(folder: Path, name: str) -> tuple[str, str, bool] | None:
    """Return who asked for the last build that came to an end, when it began (ISO), and whether it went well."""
    with suppress(OSError, ValueError):
        by, since, went_well = json.loads((folder / f".{name}.last").read_text(encoding="utf-8"))
        return str(by), str(since), bool(went_well)
    return None


def _read(holder: Path) -> tuple[str, str]:
    with suppress(OSError, ValueError):
        by, since = json.loads(holder.read_text(encoding="utf-8"))
        return str(by), str(since)
    return "", ""  # it has just begun


def _sweep(folder: Path, name: str) -> None:
    """Remove the drafts of builds that were killed: nobody writes them while the lock is held here."""
    for draft in folder.glob(f".{name}*{DRAFT}*"):
        draft.unlink(missing_ok=True)
