"""The vocabulary folder, read, checked and compiled into a Lexicon.

    kinds.toml  attributes/*.toml  units.toml  predicates.toml  languages/*.toml  names/*.toml

Authors write natural forms; everything that is matched against text is folded and lemmatised here, with the very rule
that documents and questions are lemmatised with. Build time only: what a store keeps is facts.lexicon.codec's business.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import PurePosixPath

from facts.errors import VocabularyError
from facts.lexicon import schema
from facts.lexicon.forms import LanguageForms
from facts.lexicon.frames import Frame, FrameError, parse_frame
from facts.lexicon.model import Attribute, Kind, KnownName, Language, Lexicon, Phrase, Predicate, Unit, Wording
from facts.lexicon.sources import Folder, read_source, read_sources
from facts.lexicon.territories import countries, home_of
from facts.models.value import ValueKind
from facts.phrases import words_of
from facts.terms import fold

LEMMA_CLASSES = ("_verbs", "_nouns")  # classes whose names end so hold lemmas; the others folded words as in a text
LEMMA_TABLES = ("nominal",)  # tables from lemma to lemma; the others are keyed by folded words
PREDICATES = "predicates.toml"
NOUNS = "nouns_"  # before the language in the keys of its nouns
_ELISION = re.compile(r"(?<= [cdlns]['’])(?=\w)|(?<= qu['’])(?=\w)")  # between "l'" and "usine"
FOLDED_VALUES = ("irregular", "contractions", "sms", "contracted", "opposites", "superlatives")


MONEY = "money"  # the dimension whose units are currencies


def load_lexicon(folder: Folder | None = None) -> Lexicon:
    """Read a vocabulary folder (default: the one that ships); raises VocabularyError with file, key and remedy."""
    root = shipped_vocabulary() if folder is None else folder
    languages = {language.id: language for language in _languages(root)}
    compiler = _Compiler(languages)
    kinds = {kind.id: kind for kind in _kinds(root, compiler)}
    units = tuple(_units(root, min(languages)))
    attributes = {attribute.id: attribute for attribute in _attributes(root, compiler)}
    _check_references(attributes.values(), kinds, units)
    names, predicates = tuple(_names(root, kinds, languages)), tuple(_predicates(root, compiler))
    return Lexicon(attributes, kinds, units, languages, names, predicates)


def shipped_vocabulary() -> Folder:
    """Return the vocabulary that comes with the package."""
    return files("facts") / "vocabulary"


class _Compiler:
    """Turns what authors wrote into folded lemmas."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._forms = LanguageForms(languages)
        self._reflexives = {
            name: language.classes.get("reflexives", frozenset()) for name, language in languages.items()
        }
        self._contracted = {name: language.tables.get("contracted", {}) for name, language in languages.items()}

    def phrases(self, texts: Iterable[str], language: str) -> tuple[Phrase, ...]:
        compiled = (tuple(self._forms.lemma(word, language) for word in words_of(text)) for text in texts)
        return tuple(dict.fromkeys(phrase for phrase in compiled if phrase))

    def verbs(self, texts: Iterable[str], language: str) -> tuple[Phrase, ...]:
        """Compile verbs with their particles; reflexive pronouns go, "à" keeps its accent, and contracts to "au"."""
        compiled: list[Phrase] = []
        reflexives = self._reflexives.get(language, frozenset())
        for text in texts:
            words = [word for part in text.split() for word in ([part] if part == "à" else words_of(part))]
            lemmas = [word if word == "à" else self._forms.lemma(word, language) for word in words]
            *head, last = [lemma for lemma in lemmas if lemma not in reflexives]
            contracted = [form for form, full in self._contracted.get(language, {}).items() if full == fold(last)]
            compiled += [(*head, form) for form in (last, *(contracted if head else ()))]
        return tuple(dict.fromkeys(compiled))

    def frames(self, texts: Iterable[str], language: str) -> tuple[Frame, ...]:
        """Compile frames; reflexive pronouns go ("s'afficher" is "afficher"), other elisions are words of their own."""
        return tuple(dict.fromkeys(self._frame(parse_frame(_ELISION.sub(" ", text)), language) for text in texts))

    def _frame(self, frame: Frame, language: str) -> Frame:
        lemma = self._forms.lemma
        verb = tuple(
            tuple(dict.fromkeys(lemma(fold(word), language) for word in words))
            for words in frame.verb
            if not set(map(fold, words)) <= self._reflexives.get(language, frozenset())
        )
        prepositions = tuple((self._prepositions(words, language), slot) for words, slot in frame.prepositions)
        return Frame(verb, frame.agent, frame.patient, prepositions)

    def _prepositions(self, alternatives: Iterable[str], language: str) -> tuple[str, ...]:
        """Join the words of prepositions by "_", without apostrophes, and add what their last word contracts to.

        "à_partir_de" is also "a_partir_du" and "a_partir_d"; "jusqu'à" is "jusqu_a" and "jusqu_au".
        """
        written: dict[str, list[str]] = {}
        for form, full in self._contracted.get(language, {}).items():
            written.setdefault(full, []).append(form)
        spelled = []
        for alternative in alternatives:
            *head, last = words_of(alternative.replace("_", " ")) or ("",)
            spelled += ["_".join(word.rstrip("'") for word in (*head, form)) for form in (last, *written.get(last, ()))]
        return tuple(dict.fromkeys(spelled))


def _languages(root: Folder) -> Iterator[Language]:
    for source in read_sources(root, "languages"):
        checked = source.checked(schema.LanguageSchema)
        language = source.file.stem
        tables = {name: _table(name, entries) for name, entries in checked.tables.items()}
        tables["irregular"] = _inverted(tables.pop("forms", {})) | tables.get("irregular", {})
        forms = LanguageForms({language: Language(language, {}, tables)})

        def lemmas(text: str, forms: LanguageForms = forms, language: str = language) -> str:
            return " ".join(forms.lemma(word, language) for word in words_of(text))

        classes = {
            name: frozenset(lemmas(word) if name.endswith(LEMMA_CLASSES) else fold(word) for word in words)
            for name, words in checked.classes.items()
        }
        for name in LEMMA_TABLES:
            tables[name] = {lemmas(key): lemmas(value) for key, value in tables.get(name, {}).items()}
        yield Language(language, classes, tables)


def _inverted(forms: Mapping[str, str]) -> dict[str, str]:
    """Turn lemma -> "form form" into form -> lemma."""
    return {form: lemma for lemma, listed in forms.items() for form in (lemma, *fold(listed).split())}


def _table(name: str, entries: Mapping[str, str]) -> dict[str, str]:
    return {fold(key): fold(value) if name in FOLDED_VALUES else value for key, value in entries.items()}


def _kinds(root: Folder, compiler: _Compiler) -> Iterator[Kind]:
    source = read_source(root, "kinds.toml")
    kinds = source.checked(schema.KindsFile).root
    for name, kind in kinds.items():
        if kind.parent is not None and kind.parent not in kinds:
            raise source.error(f"{name}.parent", f"there is no kind {kind.parent!r}", "name a kind of this file")
        labels = {language: wording.label for language, wording in kind.wordings.items()}
        nouns = {language: compiler.phrases(wording.nouns, language) for language, wording in kind.wordings.items()}
        yield Kind(name, kind.parent, labels, nouns)


def _units(root: Folder, language: str) -> Iterator[Unit]:
    source = read_source(root, "units.toml")
    seen: set[str] = set()
    for dimension, units in source.checked(schema.UnitsFile).root.items():
        for name, unit in units.items():
            if name in seen:
                raise source.error(f"{dimension}.{name}", f"unit {name!r} stands here twice", "give it another id")
            seen.add(name)
            home = home_of(name, language) if dimension == MONEY else None
            yield Unit(name, dimension, unit.factor, tuple(dict.fromkeys((name, *unit.spellings))), home)


def _predicates(root: Folder, compiler: _Compiler) -> Iterator[Predicate]:
    """Yield the groups of predicates; a vocabulary may do without."""
    if not root.joinpath(PREDICATES).is_file():
        return
    source = read_source(root, PREDICATES)
    groups = source.checked(schema.PredicatesFile).root
    for name, group in groups.items():
        for key in ("converse", "swap", "opposite"):
            if (other := getattr(group, key)) is not None and other not in groups:
                raise source.error(f"{name}.{key}", f"there is no group {other!r}", "name a group of this file")
        verbs = {key: words for key, words in group.words.items() if not key.startswith(NOUNS)}
        nouns = {key.removeprefix(NOUNS): words for key, words in group.words.items() if key.startswith(NOUNS)}
        yield Predicate(
            name,
            {language: compiler.verbs(words, language) for language, words in verbs.items()},
            {language: compiler.phrases(words, language) for language, words in nouns.items()},
            group.converse,
            group.swap,
            group.opposite,
        )


def _attributes(root: Folder, compiler: _Compiler) -> Iterator[Attribute]:
    seen: dict[str, PurePosixPath] = {}
    for source in read_sources(root, "attributes"):
        for name, attribute in source.checked(schema.AttributesFile).root.items():
            if name in seen:
                raise source.error(name, f"{name!r} is already in {seen[name]}", "keep one of the two")
            seen[name] = source.file
            wording = {}
            for language, words in attribute.wordings.items():
                try:
                    wording[language] = _wording(words, compiler, language)
                except FrameError as error:
                    raise source.error(f"{name}.{language}.frames", str(error), "correct the frame") from error
            details = attribute.model_dump(exclude=set(attribute.wordings))
            yield Attribute(id=name, wording=wording, **details)


def _wording(words: schema.WordingSchema, compiler: _Compiler, language: str) -> Wording:
    groups = ("nouns", "phrases", "inverse", "low", "high", "vetoes")
    phrases = {group: compiler.phrases(getattr(words, group), language) for group in groups}
    frames = compiler.frames(words.frames, language)
    values = {value: compiler.phrases(said, language) for value, said in words.values.items()}
    return Wording(words.label, words.say, words.say_inverse, frames=frames, values=values, **phrases)


def _check_references(attributes: Iterable[Attribute], kinds: Mapping[str, Kind], units: Iterable[Unit]) -> None:
    """Raise for an attribute that names a kind or dimension which does not exist."""
    dimensions = {unit.dimension for unit in units}
    for attribute in attributes:
        unknown = [kind for kind in (*attribute.of, *attribute.kinds) if kind not in kinds]
        if unknown:
            raise _in_attribute(attribute, f"there is no kind {unknown[0]!r}", "name a kind of kinds.toml")
        if (attribute.value is ValueKind.QUANTITY) != (attribute.dimension is not None):
            raise _in_attribute(attribute, "a quantity, and only a quantity, has a dimension", "correct either")
        if attribute.dimension is not None and attribute.dimension not in dimensions:
            raise _in_attribute(attribute, f"no dimension {attribute.dimension!r}", "name a dimension of units.toml")


def _in_attribute(attribute: Attribute, message: str, remedy: str) -> VocabularyError:
    return VocabularyError("attributes", None, f"{attribute.id}: {message}", remedy)


def _names(root: Folder, kinds: Mapping[str, Kind], languages: Iterable[str]) -> Iterator[KnownName]:
    names: list[KnownName] = []
    for source in read_sources(root, "names"):
        for kind, entries in source.checked(schema.NamesFile).root.items():
            if kind not in kinds:
                raise source.error(kind, f"there is no kind {kind!r}", "name a kind of kinds.toml")
            for name, entry in entries.items():
                names.extend(_known(name, kind, entry))
    yield from (name for name in names if name.kind != "country")
    if "country" in kinds:
        yield from countries(sorted(languages), [name for name in names if name.kind == "country"])


def _known(name: str, kind: str, entry: schema.NameSchema | tuple[str, ...]) -> Iterator[KnownName]:
    """Yield the name described by an entry, or the names that an owner's list holds."""
    if isinstance(entry, schema.NameSchema):
        yield KnownName(name, kind, entry.aliases, entry.adjectives, entry.of)
        return
    for spellings in entry:
        first, *aliases = spellings.split("|")
        yield KnownName(first, kind, tuple(aliases), (), name)
