"""Where facts are published, as people write it: a folder, or the address of an object store or a web server.

What needs the extra `publish` is imported only once an address is used.
"""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from bot.publishing.errors import AddressError
from bot.redacting import redacted

if TYPE_CHECKING:
    from bot.publishing.place import Place

SCHEMES = ("file", "s3", "s3a", "gs", "az", "adl", "azure", "abfs", "abfss", "http", "https")
KNOWN = "a folder, or an address that begins with s3://, gs://, az://, https:// or file://"
ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+)://", re.IGNORECASE)  # a letter alone is a drive
MISSING = "publishing needs an extra that is not installed; add it with: pip install 'lineup-bot[publish]'"


def shown(address: str) -> str:
    """Return an address without the secrets in it; a folder by its path, however it is written."""
    folder = folder_of(address)
    return str(folder) if folder is not None else redacted(address.strip())


def folder_of(address: str) -> Path | None:
    """Return the folder that an address means; None where it is elsewhere. Raises AddressError where it is nowhere."""
    given = address.strip()
    found = ADDRESS.match(given)
    if found is None:
        if not given:
            raise AddressError(f"an address of published facts is empty; write {KNOWN}")
        return _path(given)
    scheme = found["scheme"].lower()
    if scheme not in SCHEMES:
        raise AddressError(f"{redacted(given)} cannot be used: nothing is known of {scheme}://; write {KNOWN}")
    if scheme != "file":
        return None
    try:
        parts = urlsplit(given)
    except ValueError as fault:
        raise AddressError(f"{redacted(given)} cannot be used: {fault}; write {KNOWN}") from None
    if parts.netloc not in ("", "localhost"):
        raise AddressError(f"{redacted(given)} names a folder of another machine; write file:///folder")
    return _path(url2pathname(parts.path))


def _path(given: str) -> Path:
    try:
        return Path(given).expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as fault:  # no such user, a loop of links, what no path can hold
        raise AddressError(f"{given!r} names no folder: {fault}; write {KNOWN}") from None


def place_at(address: str) -> "Place":
    """Return the place at an address, without looking whether anybody answers there; raises AddressError."""
    folder = folder_of(address)
    if find_spec("obstore") is None:
        raise AddressError(MISSING)
    from bot.publishing.place import Place

    return Place.in_folder(folder) if folder is not None else Place.at(address.strip(), shown(address))
