"""One hash for everything that a store is made from, and the folder of documents that ships.

Every question from a shell asks for this hash, so nothing of reading documents may be imported here.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from facts.errors import DocumentError
from facts.store.schema import SCHEMA_VERSION

DIGITS = 16  # of the hash; two corpora of one person never meet


def shipped_documents() -> Path:
    """Return the folder of documents that comes with the package."""
    return Path(str(files("facts") / "documents"))


def visible_files(folder: Path) -> list[Path]:
    """List the files below a folder by name, the hidden ones left out; raises DocumentError."""
    if not folder.is_dir():
        raise DocumentError(folder, None, "there is no such folder", "correct --documents or LINEUP_DOCUMENTS")
    inside = (path for path in folder.rglob("*") if path.is_file())
    shown = (path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(shown, key=lambda path: path.relative_to(folder).as_posix())


def fingerprint(folders: Sequence[Path], vocabulary: Traversable | Path | None = None) -> str:
    """Return one hash of schema, documents with their sidecars, vocabulary and the code that reads them."""
    digest = hashlib.sha256(f"schema {SCHEMA_VERSION}\n".encode())
    package = files("facts")
    for part in (
        *(_contents(folder) for folder in folders),
        tree(vocabulary or package / "vocabulary", ".toml"),
        tree(package, ".py"),
    ):
        for name, content in part:
            digest.update(f"{name}\n{len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:DIGITS]


def _contents(folder: Path) -> Iterable[tuple[str, bytes]]:
    for path in visible_files(folder):
        try:
            yield path.relative_to(folder).as_posix(), path.read_bytes()
        except OSError as fault:
            raise DocumentError(path, None, f"cannot be read: {fault.strerror}", "check its permissions") from fault


def tree(folder: Traversable | Path, suffix: str, path: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the files below a folder of the package that end so, each with its content, by name."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{path}/{item.name}"
        if item.is_dir():
            yield from tree(item, suffix, name)
        elif item.name.endswith(suffix):
            yield name, item.read_bytes()
