"""A file of the corpus, read into a Document: text with its offsets, metadata, digest.

One reader a suffix; to read another format, add a reader to READERS. Splitting the text is not done here.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from facts.errors import DocumentError
from facts.lexicon.model import Lexicon
from facts.models import Document
from facts.reading.decoding import decoded
from facts.reading.languages import LANGUAGES, detect_language, shipped_stopwords
from facts.reading.limits import LARGEST_FILE, MOST_MARKUP, MOST_READ, shortened
from facts.reading.metadata import Metadata, front_matter, meta_file
from facts.reading.pages import page_text

META = ".meta.toml"
REVIEW = ".facts.toml"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader makes of a file: its text, where the text proper starts, and what the file says of itself."""

    text: str
    body: int
    metadata: Metadata
    is_cut: bool = False  # there was more than is read

    def shortened(self) -> "Content":
        """Return what of it is within the limit."""
        text = shortened(self.text, MOST_READ)
        return self if text is self.text else replace(self, text=text, is_cut=True)


def _plain(text: str, file: str) -> Content:
    metadata, body = front_matter(text, file)
    return Content(text, body, metadata)


def _page(text: str, file: str) -> Content:
    metadata, body = front_matter(text, file)
    page = page_text(text[body:MOST_MARKUP])
    return Content(page.text, 0, page.metadata.overridden_by(metadata), is_cut=len(text) > MOST_MARKUP)


def _rows(text: str, _file: str) -> Content:
    return Content(text, 1 if text.startswith(_BOM) else 0, Metadata())


Reader = Callable[[str, str], Content]
READERS: Mapping[str, Reader] = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _page,
    ".htm": _page,
    ".csv": _rows,
    ".tsv": _rows,
}


@dataclass(frozen=True, slots=True)
class Original:
    """A document's file and its sidecars, byte for byte: all that it is made of, wherever it is read."""

    name: str  # below the folder of documents
    content: bytes
    meta: bytes | None = None
    meta_name: str = ""
    review: bytes | None = None

    @classmethod
    def of(cls, path: Path, root: Path) -> "Original":
        """Fetch a file below `root` with what stands beside it; raises DocumentError where it cannot be read."""
        name = path.relative_to(root).as_posix()
        content = _bytes(path, name)
        meta, review = _sidecar(path, META), _sidecar(path, REVIEW)
        return cls(
            name=name,
            content=content,
            meta=meta.read_bytes() if meta is not None else None,
            meta_name=meta.relative_to(root).as_posix() if meta is not None else "",
            review=review.read_bytes() if review is not None else None,
        )

    @property
    def digest(self) -> str:
        """One hash of everything."""
        return _digest(self.content, *(part for part in (self.meta, self.review) if part is not None))


def is_document(path: Path) -> bool:
    """Whether a file is one that `read_document` reads (sidecars are not)."""
    return path.suffix.lower() in READERS


def is_page(name: str) -> bool:
    """Whether a document of this name is a web page."""
    return READERS.get(PurePosixPath(name).suffix.lower()) is _page


def read_document(path: Path, root: Path, lexicon: Lexicon | None = None) -> Document:
    """Read a file below `root`; raises DocumentError. Without a lexicon, the shipped stop words tell the language."""
    return document_of(Original.of(path, root), lexicon)


def document_of(original: Original, lexicon: Lexicon | None = None) -> Document:
    """Read what was fetched of a file; raises DocumentError."""
    name, suffix = original.name, PurePosixPath(original.name).suffix
    reader = READERS.get(suffix.lower())
    if reader is None:
        raise DocumentError(
            name, None, f"files ending in {suffix!r} are not read", f"use one of {', '.join(sorted(READERS))}"
        )
    content = reader(decoded(original.content, name, is_page=reader is _page), name).shortened()
    if not any(character.isalnum() for character in content.text[content.body :]):
        raise DocumentError(name, 1, "the document holds no text", "add its text, or remove the file")
    metadata = content.metadata
    if original.meta is not None:
        meta = meta_file(decoded(original.meta, original.meta_name), original.meta_name)
        metadata = metadata.overridden_by(meta)
    return Document(
        name=name,
        text=content.text,
        body=content.body,
        language=_language(metadata, content, lexicon),
        digest=original.digest,
        title=metadata.title,
        publisher=metadata.publisher,
        url=metadata.url,
        published=metadata.published,
        note=metadata.note,
        cut=_last_line(content, reader) if content.is_cut else None,
    )


def _last_line(content: Content, reader: Reader) -> int:
    """Return the line of the file at which reading stopped; the lines of a page are not those of its text."""
    return 1 if reader is _page else content.text.count("\n") + (not content.text.endswith("\n"))


def _bytes(path: Path, name: str) -> bytes:
    try:
        if (size := path.stat().st_size) > LARGEST_FILE:
            raise DocumentError(
                name,
                1,
                f"the file holds {size / 1e6:.0f} MB, more than {LARGEST_FILE / 1e6:.0f}",
                "split it, or remove it",
            )
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            name, None, f"cannot be read: {error.strerror}", "check that it exists and its permissions"
        ) from error


def _sidecar(path: Path, ending: str) -> Path | None:
    """Find `<file name><ending>` or `<stem><ending>` beside a file."""
    candidates = (path.with_name(path.name + ending), path.with_name(path.stem + ending))
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def _language(metadata: Metadata, content: Content, lexicon: Lexicon | None) -> str:
    if metadata.language is not None:
        return metadata.language
    if lexicon is None:
        stopwords = shipped_stopwords()
    else:
        stopwords = {
            name: lexicon.languages[name].classes.get("stopwords", frozenset())
            for name in LANGUAGES
            if name in lexicon.languages
        }
    return detect_language(content.text[content.body :], stopwords)


def _digest(*parts: bytes) -> str:
    """Hash the parts with their lengths, so that no two splits of the same bytes are equal."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
