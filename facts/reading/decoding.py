"""Bytes of a file as text: its encoding where it says which, UTF-8 where it does not. Nothing is guessed.

A byte-order mark names UTF-16 and UTF-32, and a page may declare its charset; whatever else is not UTF-8 is an error
with its line.
"""

import codecs
import re

from facts.errors import DocumentError

_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE
)
_HEAD = 4_096  # bytes in which a page says its charset; browsers look at 1,024
_WINDOWS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
# what browsers take those for


def decoded(raw: bytes, name: str, *, is_page: bool = False) -> str:
    """Give the text as `Path.read_text(encoding="utf-8")` does: a BOM stays, line ends become newlines."""
    text = _marked(raw, name)
    if text is None:
        _refuse_binary(raw, name)
        text = _utf8(raw, name, _declared(raw) if is_page else None)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(raw: bytes, name: str) -> str | None:
    """Decode what starts with the mark of an encoding other than UTF-8."""
    encoding = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    if encoding is None:
        return None
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].decode(encoding, "replace").count("\n") + 1
        raise DocumentError(
            name, line, f"byte {error.start} is not {encoding.upper()}, as the file says", "save the file in UTF-8"
        ) from error


def _refuse_binary(raw: bytes, name: str) -> None:
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        raise DocumentError(name, line, "the file is binary", "save it as plain text in UTF-8, or remove it")


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw, 0, _HEAD)
    encoding = found[1].decode("ascii").casefold() if found else None
    return _WINDOWS.get(encoding, encoding) if encoding else None


def _utf8(raw: bytes, name: str, declared: str | None) -> str:
    """Decode UTF-8, which few other texts happen to be; only what is not is read as a page declares."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared is not None and (text := _as_declared(raw, declared)) is not None:
            return text
        line = raw.count(b"\n", 0, error.start) + 1
        raise DocumentError(name, line, f"byte {error.start} is not UTF-8", "save the file in UTF-8") from error


def _as_declared(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (LookupError, UnicodeError):
        return None
