"""The operator's folders: which of their files are documents, and which nobody reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facts.errors import DocumentError
from facts.fingerprint import visible_files
from facts.reading.files import META, READERS, REVIEW, is_document

SIDECARS = (META, REVIEW)


@dataclass(frozen=True, slots=True)
class Source:
    """One document file and the folder that its name is relative to."""

    root: Path
    path: Path

    @property
    def name(self) -> str:
        """What the document is called in answers."""
        return self.path.relative_to(self.root).as_posix()


def documents_in(folders: Sequence[Path]) -> list[Source]:
    """List the documents of the folders by name; raises DocumentError where there are none or two share a name."""
    sources, problems = find_sources(folders)
    for problem in problems:
        raise problem
    return sources


def find_sources(folders: Sequence[Path]) -> tuple[list[Source], list[DocumentError]]:
    """List the documents of the folders by name, and what is wrong with the folders."""
    found: dict[str, Source] = {}
    problems: list[DocumentError] = []
    for folder in folders:
        try:
            files = visible_files(folder)
        except DocumentError as problem:
            problems.append(problem)
            continue
        for source in (Source(folder, path) for path in files if is_document(path)):
            other = found.setdefault(source.name, source)
            if other is not source:
                message = f"{other.root} holds a document of the same name"
                problems.append(DocumentError(source.path, None, message, "rename one of them"))
    if not found and not problems:
        where = ", ".join(map(str, folders)) or "no folder"
        problems.append(DocumentError(where, None, "no documents there", f"add some ({', '.join(sorted(READERS))})"))
    return [found[name] for name in sorted(found)], problems


def strays_in(folders: Sequence[Path]) -> list[Path]:
    """List files that are neither documents nor sidecars of one: nobody reads them, which is easily overlooked."""
    files = (path for folder in folders for path in visible_files(folder))
    return [path for path in files if not is_document(path) and not _has_document(path)]


def _has_document(path: Path) -> bool:
    ending = next((ending for ending in SIDECARS if path.name.endswith(ending)), None)
    if ending is None:
        return False
    stem = path.name.removesuffix(ending)
    return any(path.with_name(stem + suffix).is_file() for suffix in ("", *READERS))
