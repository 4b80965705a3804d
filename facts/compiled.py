"""The compiled vocabulary with the dictionaries of its languages, kept as text from one run to the next.

Compiling and unpacking them takes most of the time of a small build. Nothing depends on the file: one that is missing,
torn, altered or made by other code is made anew, and one that cannot be written is not kept.
"""

import hashlib
import platform
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from facts.fingerprint import tree
from facts.lexicon.codec import dump_lexicon, load_dumped
from facts.lexicon.forms import Dictionaries, dictionary_of
from facts.lexicon.model import Lexicon
from facts.lexicon.sources import Folder

NAME, DRAFT = "vocabulary-{}.txt", ".vocabulary.new"
KEPT = 3  # files in a folder: whoever changes a vocabulary may change it back
LINE, WORD = "\n", "\t"  # what ends a line of the file, and what stands between words: no word holds either
LIBRARIES = ("babel", "simplemma")  # whose words and countries the compiled vocabulary holds


def compiled_vocabulary(folder: Folder | None, shelf: Path | None) -> tuple[Lexicon, Dictionaries]:
    """Compile a vocabulary folder (default: the one that ships), or take from the shelf what that gave last time.

    Raises VocabularyError as `load_lexicon` does. Without a shelf nothing is kept.
    """
    if shelf is None:
        return _compiled(folder), dictionary_of
    key = _key(folder)
    if (kept := _read(shelf, key)) is not None:
        return kept
    lexicon = _compiled(folder)
    if _key(folder) == key:  # nobody has changed a file in the middle
        _write(shelf, key, lexicon)
    return lexicon, dictionary_of


def _compiled(folder: Folder | None) -> Lexicon:
    from facts.lexicon.loader import load_lexicon  # noqa: PLC0415 - with its models a tenth of what this module saves

    return load_lexicon(folder)


def _key(folder: Folder | None) -> str:
    """Hash all that the compiled vocabulary is made from."""
    made_by = [f"{name} {version(name)}" for name in LIBRARIES]
    digest = hashlib.sha256(f"{platform.python_version()} {made_by}{LINE}".encode())
    package = files("facts")
    for part in (tree(folder or package / "vocabulary", ".toml"), tree(package, ".py")):
        for name, content in part:
            digest.update(f"{name}{LINE}{len(content)}{LINE}".encode())
            digest.update(content)
    return digest.hexdigest()


def _read(shelf: Path, key: str) -> tuple[Lexicon, Dictionaries] | None:
    """Return what is kept under a key; None where that is not, letter for letter, what was written."""
    try:
        digest, _, content = (shelf / NAME.format(key)).read_bytes().partition(LINE.encode())
    except OSError:
        return None
    if digest != _digest(key, content):
        return None
    lexicon, *lines = content.decode().split(LINE)
    dictionaries = {
        language: dict(zip(forms.split(WORD), lemmas.split(WORD), strict=True))
        for language, forms, lemmas in zip(*[iter(lines)] * 3, strict=True)
    }

    def dictionary(language: str) -> Mapping[str, str]:
        return dictionaries[language] if language in dictionaries else dictionary_of(language)

    return load_dumped(lexicon), dictionary


def _write(shelf: Path, key: str, lexicon: Lexicon) -> None:
    lines = [dump_lexicon(lexicon)]
    for language in lexicon.languages:
        words = dictionary_of(language)
        lines += [language, WORD.join(words), WORD.join(words.values())]
    content = LINE.join(lines).encode()
    draft = shelf / DRAFT
    with suppress(OSError):  # it only makes the next run quicker
        shelf.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_digest(key, content) + LINE.encode() + content)
        draft.replace(shelf / NAME.format(key))
        by_age = sorted(shelf.glob(NAME.format("*")), key=lambda file: file.stat().st_mtime)
        for old in by_age[:-KEPT]:
            old.unlink()


def _digest(key: str, content: bytes) -> bytes:
    """Return what a file begins with. The key is in it: another run may have put its own draft under our name."""
    return hashlib.sha256(key.encode() + content).hexdigest().encode()
