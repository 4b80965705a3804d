"""The one place that reads the environment, and the rule of where the fact store stands.

A command-line option beats the environment. Nothing is ever written beside the installed package.
"""

import atexit
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from bot.models.shards import Shards
from bot.redacting import redacted
from facts.store.schema import SCHEMA_VERSION

APPLICATION = "lineup"
DATABASES = ("postgresql://", "postgres://")
SHARDS = re.compile(r"(?P<ids>\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*)/(?P<count>\d{1,5})", re.ASCII)
SEPARATORS = str.maketrans(",;", "  ")  # ids of channels and servers may stand between commas, semicolons or spaces
PLACE = re.compile(r"(?:(?P<host>\[[0-9a-fA-F:]+\]|[\w.-]+):)?(?P<port>\d{1,5})", re.ASCII)
LAST_PORT = 65_535
LOG_FORMS = ("text", "json")
OF_PLACES = ("AWS_", "AZURE_", "GOOGLE_", "HTTP_PROXY", "HTTPS_PROXY")  # how what opens an object store is named
GRAPHIC = re.compile(r"[!-~]+")  # anything else would break the header that it is sent in, and be told of there


class SettingsError(Exception):
    """A setting that cannot be right; the message is one sentence that names it and the way out."""


@dataclass(frozen=True, slots=True)
class Database:
    """A PostgreSQL database. Its URL may hold a password, so it is shown nowhere."""

    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that whoever starts Lineup may choose."""

    token: str | None = field(default=None, repr=False)
    token_file: Path | None = None  # read where no token is given itself
    documents: tuple[Path, ...] = ()  # empty: the shipped ones
    vocabulary: Path | None = None  # None: the one that ships
    facts: Path | None = None  # None: in the cache folder, named after what it was made from
    facts_url: str | None = field(default=None, repr=False)  # where facts are published, to be fetched and not built
    channels: frozenset[int] = frozenset()
    home_servers: frozenset[int] = frozenset()
    cache: Path | None = None
    metrics: tuple[str, int] | None = None  # host and port to tell of health and counts on; None: nowhere
    log: str | None = None  # the form of the log; None: plain on a terminal, JSON elsewhere
    scheduler: str | None = None  # of the Dask cluster that reads documents; None: they are read on this machine
    servers: Path | Database | None = None  # where the choices of servers are kept; None: nowhere, there is no home
    shards: Shards | None = None  # of this process; None: all of them, as many as Discord advises

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the environment; raises SettingsError."""
        given = os.environ if environment is None else environment
        folders = (part.strip() for part in given.get("LINEUP_DOCUMENTS", "").split(os.pathsep))
        token_file = given.get("DISCORD_TOKEN_FILE", "").strip()
        names = ("LINEUP_FACTS", "LINEUP_VOCABULARY", "LINEUP_FACTS_URL")
        facts, vocabulary, facts_url = (given.get(name, "").strip() for name in names)
        if facts and facts_url:
            raise SettingsError(
                "LINEUP_FACTS and LINEUP_FACTS_URL are both set, and facts come from one place; unset one of them"
            )
        return cls(
            token=given.get("DISCORD_TOKEN", "").strip() or None,
            token_file=Path(token_file).expanduser() if token_file else None,
            documents=tuple(Path(folder).expanduser() for folder in folders if folder),
            vocabulary=Path(vocabulary).expanduser() if vocabulary else None,
            facts=Path(facts).expanduser() if facts else None,
            facts_url=facts_url or None,
            channels=_ids("LINEUP_CHANNELS", given),
            home_servers=_ids("LINEUP_HOME_SERVERS", given),
            cache=_cache_folder(given),
            metrics=_metrics_place(given),
            log=_log_form(given),
            scheduler=given.get("LINEUP_SCHEDULER", "").strip() or None,
            servers=_servers_place(given),
            shards=_shards(given),
        )

    def with_options(
        self, documents: tuple[Path, ...] = (), facts: Path | None = None, scheduler: str | None = None
    ) -> "Settings":
        """Return these settings with what the command line says instead."""
        return replace(
            self,
            documents=documents or self.documents,
            facts=facts or self.facts,
            scheduler=scheduler or self.scheduler,
            facts_url=None if documents or facts else self.facts_url,
        )

    def read_token(self) -> str | None:
        """Return the token of the bot, if there is one; raises SettingsError, without the token in it."""
        token = self.token
        if token is None and self.token_file is not None:
            try:
                token = self.token_file.read_text(encoding="utf-8", errors="replace").strip()
            except OSError as fault:
                raise SettingsError(f"DISCORD_TOKEN_FILE names a file that cannot be read ({fault})") from fault
        if token and not GRAPHIC.fullmatch(token):
            raise SettingsError("The token of the bot holds what no token does, like a space or a line; copy it again")
        return token

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of documents: the operator's, else the shipped one."""
        from facts.fingerprint import shipped_documents

        return self.documents or (shipped_documents(),)

    def store(self) -> Path:
        """Return where the store is or should be. Reads the documents to name it, so call it off the event loop."""
        if self.facts is not None:
            return self.facts
        from facts.fingerprint import fingerprint

        name = f"facts-{SCHEMA_VERSION}-{fingerprint(self.folders, self.vocabulary)}.db"
        return writable_folder(self.cache) / name


def without_secrets() -> dict[str, str]:
    """Return the environment for a child process: whatever a log would star out is no business of it."""
    given = ((f"{name}={value}", name, value) for name, value in os.environ.items())
    return {name: value for line, name, value in given if redacted(line) == line}


def with_credentials_of_places() -> dict[str, str]:
    """Return the environment for a child process that fetches facts: it also knows what opens an object store."""
    return without_secrets() | {name: one for name, one in os.environ.items() if name.startswith(OF_PLACES)}


@lru_cache(maxsize=1)
def writable_folder(wanted: Path | None) -> Path:
    """Return the cache folder, or one for this run where it cannot be written; that is said once on stderr."""
    if wanted is not None:
        try:
            wanted.mkdir(parents=True, exist_ok=True)
        except OSError:
            pass
        else:
            if os.access(wanted, os.W_OK):
                return wanted
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix=f"{APPLICATION}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    sys.stderr.write(f"lineup: no cache folder is writable, the facts stay in {folder} for now; set LINEUP_FACTS\n")
    return folder


def _cache_folder(given: Mapping[str, str]) -> Path | None:
    """Return the user's cache folder by the custom of the platform; None where there is no home."""
    if sys.platform == "win32":
        base = given.get("LOCALAPPDATA")
        return Path(base) / APPLICATION / "Cache" if base else None
    home = given.get("HOME")
    if sys.platform == "darwin":
        return Path(home) / "Library" / "Caches" / APPLICATION if home else None
    base = given.get("XDG_CACHE_HOME")
    if base and Path(base).is_absolute():
        return Path(base) / APPLICATION
    return Path(home) / ".cache" / APPLICATION if home else None


def _servers_place(given: Mapping[str, str]) -> Path | Database | None:
    """Return where the choices of servers are kept: in the user's data folder, by the custom of the platform."""
    chosen = given.get("LINEUP_SERVERS", "").strip()
    if chosen.startswith(DATABASES):
        return Database(chosen)
    if "://" in chosen:  # not shown: it may hold a password
        raise SettingsError(
            "LINEUP_SERVERS is an address, but none that begins with postgresql://; name a file or such"
        )
    if chosen:
        return Path(chosen).expanduser()
    home, base = given.get("HOME"), given.get("XDG_DATA_HOME")
    folder: Path | None = Path(home) / ".local" / "share" if home else None
    if sys.platform == "win32":
        folder = Path(given["LOCALAPPDATA"]) if given.get("LOCALAPPDATA") else None
    elif sys.platform == "darwin":
        folder = Path(home) / "Library" / "Application Support" if home else None
    elif base and Path(base).is_absolute():
        folder = Path(base)
    return folder / APPLICATION / "servers.db" if folder is not None else None


def _metrics_place(given: Mapping[str, str]) -> tuple[str, int] | None:
    """Return host and port; a port alone is one of this machine that nobody else reaches."""
    said = given.get("LINEUP_METRICS", "").strip()
    if not said:
        return None
    found = PLACE.fullmatch(said)
    if found is None or not 0 < int(found["port"]) <= LAST_PORT:
        raise SettingsError(f"LINEUP_METRICS is {said!r}; write a port, or a host and a port such as 127.0.0.1:9100")
    return (found["host"] or "127.0.0.1").strip("[]"), int(found["port"])


def _log_form(given: Mapping[str, str]) -> str | None:
    form = given.get("LINEUP_LOG", "").strip().lower()
    if form and form not in LOG_FORMS:
        raise SettingsError(f"LINEUP_LOG is {form!r}; write one of: {', '.join(LOG_FORMS)}")
    return form or None


def _ids(name: str, given: Mapping[str, str]) -> frozenset[int]:
    words = given.get(name, "").translate(SEPARATORS).split()
    wrong = next((word for word in words if not word.isdecimal()), None)
    if wrong is not None:
        raise SettingsError(f"{name} holds {wrong!r}, which is no Discord id; write numbers with commas between them")
    return frozenset(map(int, words))


def _shards(given: Mapping[str, str]) -> Shards | None:
    """Read shard ids, ranges of them and their number: "0-3/16", "0,8/16"; raises SettingsError."""
    said = given.get("LINEUP_SHARDS", "").strip()
    if not said:
        return None
    found = SHARDS.fullmatch(said.replace(" ", ""))
    ranges = [_range(part) for part in found["ids"].split(",")] if found else []
    ids = [number for one in ranges for number in one]
    if not found or not all(ranges) or len(set(ids)) < len(ids) or max(ids) >= int(found["count"]):
        raise SettingsError(
            f"LINEUP_SHARDS is {said!r}, which names no shards; write those of this process and the number of all, "
            "such as 0-3/16 or 0,8/16, counting from 0"
        )
    return Shards(tuple(sorted(ids)), int(found["count"]))


def _range(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first), int(last or first) + 1)
