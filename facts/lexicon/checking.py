"""Every problem of a vocabulary folder at once; loading it stops at the first.

Files are checked one by one, then against each other as far as they could be read, then compiled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from itertools import combinations
from pathlib import Path

from pydantic import BaseModel

from facts.errors import VocabularyError
from facts.lexicon import schema
from facts.lexicon.frames import FrameError, parse_frame
from facts.lexicon.loader import PREDICATES, load_lexicon, shipped_vocabulary
from facts.lexicon.model import Attribute, Lexicon, Phrase
from facts.lexicon.sources import Folder, Source, read_source, toml_files
from facts.models.value import ValueKind

SINGLE: Mapping[str, type[BaseModel]] = {
    "kinds.toml": schema.KindsFile, "units.toml": schema.UnitsFile, PREDICATES: schema.PredicatesFile,
}  # fmt: skip
FOLDERS: Mapping[str, type[BaseModel]] = {
    "attributes": schema.AttributesFile, "languages": schema.LanguageSchema, "names": schema.NamesFile,
}  # fmt: skip


@dataclass
class _Read:
    """What could be read of a folder."""

    sources: dict[str, list[tuple[Source, BaseModel]]] = field(default_factory=dict)  # by file or folder
    broken: set[str] = field(default_factory=set)  # files and folders with something that could not


def vocabulary_problems(folder: Folder | None = None) -> list[VocabularyError]:
    """List what is wrong with a vocabulary folder (default: the one that ships), each with its file and line."""
    root = shipped_vocabulary() if folder is None else folder
    read = _Read()
    problems = [*_of_files(root, read), *_across(read)]
    if not problems:
        try:
            load_lexicon(root)
        except VocabularyError as problem:
            problems = [problem]
    return [_placed(problem, root) for problem in problems]


def _of_files(root: Folder, read: _Read) -> Iterator[VocabularyError]:
    """Yield what is wrong with each file by itself, and keep what is not."""
    for name, model in SINGLE.items():
        if name != PREDICATES or root.joinpath(name).is_file():
            yield from _of_file(root, (name,), name, model, read)
    for name, model in FOLDERS.items():
        try:
            files = toml_files(root, name)
        except VocabularyError as problem:
            read.broken.add(name)
            yield problem
            continue
        for file in files:
            yield from _of_file(root, (name, file), name, model, read)


def _of_file(
    root: Folder, path: tuple[str, ...], part: str, model: type[BaseModel], read: _Read
) -> Iterator[VocabularyError]:
    try:
        source = read_source(root, *path)
        read.sources.setdefault(part, []).append((source, source.checked(model)))
    except VocabularyError as problem:
        read.broken.add(part)
        yield problem
        yield from (one for one in problem.others if isinstance(one, VocabularyError))


def _across(read: _Read) -> Iterator[VocabularyError]:
    """Yield what names something that no file has; what could not be read is not missed."""
    kinds = _keys(read, "kinds.toml")
    dimensions = _keys(read, "units.toml")
    languages = {source.file.stem for source, _ in read.sources.get("languages", ())}
    for source, model in read.sources.get("kinds.toml", ()):
        yield from _kinds(source, model, languages, read)
    for source, model in read.sources.get("names", ()):
        for kind in getattr(model, "root", {}):
            if "kinds.toml" not in read.broken and kind not in kinds:
                yield source.error(kind, f"there is no kind {kind!r}", _one_of(kinds))
    seen: dict[str, Source] = {}
    for source, model in read.sources.get("attributes", ()):
        for name, attribute in getattr(model, "root", {}).items():
            if name in seen:
                yield source.error(name, f"{name!r} is already in {seen[name].file}", "keep one of the two")
            seen.setdefault(name, source)
            yield from _attribute(source, name, attribute, read, (kinds, dimensions, languages))


def _kinds(source: Source, model: BaseModel, languages: set[str], read: _Read) -> Iterator[VocabularyError]:
    kinds: Mapping[str, schema.KindSchema] = getattr(model, "root", {})
    for name, kind in kinds.items():
        if kind.parent is not None and kind.parent not in kinds:
            yield source.error(f"{name}.parent", f"there is no kind {kind.parent!r}", _one_of(set(kinds)))
        yield from _languages(source, name, kind.wordings, languages, read)


def _attribute(
    source: Source,
    name: str,
    attribute: schema.AttributeSchema,
    read: _Read,
    known: tuple[set[str], set[str], set[str]],
) -> Iterator[VocabularyError]:
    kinds, dimensions, languages = known
    for key, named in (("of", attribute.of), ("kinds", attribute.kinds)):
        for kind in named:
            if "kinds.toml" not in read.broken and kind not in kinds:
                yield source.error(f"{name}.{key}", f"there is no kind {kind!r}", _one_of(kinds))
    if (attribute.value is ValueKind.QUANTITY) != (attribute.dimension is not None):
        key = "value" if attribute.dimension is None else "dimension"
        remedy = "add a dimension, or make it another value" if attribute.dimension is None else "remove the dimension"
        yield source.error(f"{name}.{key}", "a quantity, and only a quantity, has a dimension", remedy)
    if attribute.dimension is not None and "units.toml" not in read.broken and attribute.dimension not in dimensions:
        yield source.error(f"{name}.dimension", f"there is no dimension {attribute.dimension!r}", _one_of(dimensions))
    yield from _languages(source, name, attribute.wordings, languages, read)
    for language, words in attribute.wordings.items():
        for text in words.frames:
            try:
                parse_frame(text)
            except FrameError as fault:
                yield source.error(f"{name}.{language}.frames", str(fault), "correct the frame")


def _languages(
    source: Source, name: str, wordings: Mapping[str, object], languages: set[str], read: _Read
) -> Iterator[VocabularyError]:
    """Yield tables of a language that has no file: their words would never be read."""
    for language in wordings:
        if "languages" not in read.broken and language not in languages:
            message = f"there is no language or key {language!r}"
            yield source.error(f"{name}.{language}", message, f"{_one_of(languages)}, or correct the key")


def _keys(read: _Read, part: str) -> set[str]:
    return {key for _, model in read.sources.get(part, ()) for key in getattr(model, "root", {})}


def _one_of(names: set[str]) -> str:
    return f"use one of {', '.join(sorted(names))}" if names else "define it first"


def _placed(problem: VocabularyError, root: Traversable | Path) -> VocabularyError:
    """Name the file itself, not only its place in the vocabulary."""
    return VocabularyError(Path(str(root)) / problem.file, problem.line, problem.message, problem.remedy)


def indistinct_cues(lexicon: Lexicon) -> Iterator[str]:
    """Yield cues that two attributes share where neither the value nor the subject tells which is meant."""
    for language in sorted(lexicon.languages):
        holders: dict[Phrase, list[Attribute]] = {}
        for attribute in lexicon.attributes.values():
            wording = attribute.wording.get(language)
            for noun in wording.nouns if wording else ():
                holders.setdefault(noun, []).append(attribute)
        for noun, attributes in holders.items():
            for one, other in combinations(attributes, 2):
                if _are_alike(one, other, lexicon):
                    yield f"{' '.join(noun)!r} is a noun of {one.id} and of {other.id}, and nothing tells them apart"


def _are_alike(one: Attribute, other: Attribute, lexicon: Lexicon) -> bool:
    """Whether what two attributes say looks the same: subject, value and dimension."""
    if (one.value, one.dimension) != (other.value, other.dimension):
        return False
    subjects = any(lexicon.is_a(a, b) or lexicon.is_a(b, a) for a in one.of for b in other.of)
    values = not one.kinds or any(lexicon.is_a(a, b) or lexicon.is_a(b, a) for a in one.kinds for b in other.kinds)
    return subjects and values
