"""Which documents a build need not read again: those that an earlier store holds the reading of.

A reading holds as long as everything that it was made from: the file with its sidecars and its name, the vocabulary,
the code, the dictionaries of word forms, and Python with its tables of letters. The store keeps the readings, so that
they come and go with it: nothing is left behind by a document that is removed, and no folder needs to be tidied.
"""

import hashlib
import platform
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files

from facts.errors import DocumentError
from facts.extracting import Reading
from facts.fingerprint import tree
from facts.lexicon import Lexicon
from facts.lexicon.codec import dump_lexicon
from facts.packing import Packed, unpack, unpack_statements
from facts.reading.files import Original
from facts.sources import Source
from facts.store.readings import KeptReadings


@dataclass(frozen=True, slots=True)
class Keys:
    """Says what a reading is kept under. `base` is what all documents have in common."""

    base: bytes

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Keys":
        """Hash the vocabulary, the code and the dictionaries."""
        digest = hashlib.sha256(dump_lexicon(lexicon).encode())
        digest.update(f"{platform.python_version()} {version('simplemma')}\n".encode())
        for name, content in tree(files("facts"), ".py"):
            digest.update(f"{name}\n{len(content)}\n".encode())
            digest.update(content)
        return cls(digest.digest())

    def key(self, source: Source) -> str:
        """Return the key of a document as it stands on disk; "" where it cannot be read, which reading it will say."""
        try:
            own = Original.of(source.path, source.root).digest
        except (DocumentError, OSError):
            return ""
        digest = hashlib.sha256(self.base)
        digest.update(f"{own} {source.name}".encode())
        return digest.hexdigest()


def found(kept: KeptReadings, key: str) -> tuple[Packed, Reading] | None:
    """Return a reading of the earlier store, packed and without its statements; None where it has no whole one."""
    parts = kept.get(key)
    packed = Packed(*parts) if parts else None
    reading = unpack(packed.front) if packed else None
    if packed is None or reading is None or unpack_statements(packed.back) is None:
        return None
    return packed, reading
