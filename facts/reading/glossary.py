"""The lexicon as number and date readers use it: units, number words, months, bounds, compiled once for a language.

Words are data of facts/vocabulary; what is missing there is simply not read.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from facts.lexicon.model import Language, Lexicon, Unit
from facts.models.value import Bound
from facts.terms import APOSTROPHES, fold, tokenize

MONEY, TIME = "money", "time"  # dimensions that make values of their own kind
PERCENT = 0.01
Run = tuple[str, ...]
_BOUND_CLASSES = {
    "approximators": Bound.ABOUT,
    "bounds_from": Bound.FROM,
    "bounds_up_to": Bound.UP_TO,
    "bounds_below": Bound.BELOW,
    "bounds_above": Bound.ABOVE,
}
_GRAMMAR = (
    "prepositions",
    "conjunctions",
    "auxiliaries",
    "modals",
    "relatives",
    "pronouns_thing",
    "pronouns_person",
    "pronouns_plural",
    "adverbs",
)
_EXACT = 2  # letters: shorter units are told apart by their case alone (m and M, g and G)


class Glossary:
    """Everything that reading numbers and dates in one language asks of the lexicon. Immutable once built."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        words = lexicon.languages.get(language) or lexicon.languages["en"]
        self.language = words.id
        self.stopwords = words.classes.get("stopwords", frozenset())
        self.articles = words.classes.get("articles", frozenset())
        self.numbers = _amounts(words, "numbers")
        self.fractions = _amounts(words, "fractions")
        self.ordinals = _amounts(words, "ordinals")
        self.multipliers = _amounts(words, "multipliers")
        self.months = {word: int(number) for word, number in words.tables.get("months", {}).items()}
        self.seasons = words.tables.get("seasons", {})
        self.year_parts = _by_first_word(words.tables.get("year_parts", {}))
        self.weekdays = {word: int(number) for word, number in words.tables.get("weekdays", {}).items()}
        self.calendar = words.tables.get("calendar_units", {})  # "month" -> "month": what can be last, this or next
        self.shifts = {word: int(number) for word, number in words.tables.get("shifts", {}).items()}
        self.days = _by_first_word(words.tables.get("day_shifts", {}))  # "yesterday" -> -1
        self.date_bounds = {run: Bound(bound) for run, bound in _runs(words.tables.get("date_bounds", {})).items()}
        self.bounds = _bounds(words)
        self.longest_bound = max((len(run) for run in (*self.bounds, *self.date_bounds)), default=0)
        self.bound_endings = frozenset(run[-1] for run in (*self.bounds, *self.date_bounds))
        self.percent = _percent(words)
        self._roles = _roles(words.tables.get("value_words", {}))
        self.verbs = frozenset(_verbs(lexicon))
        self.numbered_names = frozenset(_numbered(lexicon))
        self.bases = {unit.dimension: unit.id for unit in reversed(lexicon.units) if unit.factor == 1}
        self.irregular = words.tables.get("irregular", {})
        self.common = self.stopwords | frozenset(self.irregular)  # a unit spelled so must touch its number
        self.round_numbers = words.classes.get("round_numbers", frozenset())
        self.bounds_behind: dict[str, list[tuple[Run, Bound]]] = {}  # by first word
        for run, bound in _runs(words.tables.get("bounds_behind", {})).items():
            self.bounds_behind.setdefault(run[0], []).append((run, Bound(bound)))
        self.times = frozenset(_words_of(lexicon.units, TIME))
        self.conjunctions = words.classes.get("conjunctions", frozenset())
        self.indefinite = words.classes.get("indefinite_articles", frozenset())
        self.modals = words.classes.get("modals", frozenset())
        self.auxiliaries = words.classes.get("auxiliaries", frozenset())
        self.prepositions = words.classes.get("prepositions", frozenset())
        self.grammar = self.stopwords.union(*(words.classes.get(name, ()) for name in _GRAMMAR))
        self.accents = words.tables.get("accents", {})  # words that another one folds to as well: "dès" beside "des"
        self._units = _by_spelling(lexicon.units, fold_case=False)
        self._folded_units = _by_spelling(lexicon.units, fold_case=True)
        self.starters = self._starters()
        self.openings = self.starters | self.articles  # folded words that a value may start with

    def _starters(self) -> frozenset[str]:
        """Collect the folded words that a value can start with, beside numbers and marks."""
        tables: tuple[Iterable[str], ...] = (
            self.numbers,
            self.multipliers,
            self.fractions,
            self.ordinals,
            self.months,
            self.seasons,
            self.year_parts,
            self.weekdays,
            self.shifts,
            self.days,
            (run[0] for role in ("between", "decade") for run in self.roles(role)),
        )
        money = (
            fold(run[0]) for spellings in self._units.values() for run, unit in spellings if unit.dimension == MONEY
        )
        return frozenset(word for table in tables for word in table) | frozenset(money)

    def can_start(self, word: str, following: str) -> bool:
        """Whether a value can start with a folded word; most words cannot, and need no closer look."""
        if word in self.articles and word not in self.numbers:
            return following in self.starters or following in self.calendar or following in self.times
        return word in self.starters

    def roles(self, role: str) -> Sequence[Run]:
        """Return the phrases that play a role around numbers ("between", "join", "per", "ratio"), longest first."""
        return self._roles.get(role, ())

    def is_unit(self, word: str) -> bool:
        """Whether a word as written is a unit and hardly anything else."""
        return bool(self.units(word)) and fold(word) not in self.common

    def is_hour(self, word: str) -> bool:
        """Whether a word as written is the short unit of an hour."""
        return len(word) == 1 and any(unit.id == "h" for run, unit in self._units.get(word, ()) if len(run) == 1)

    def is_currency(self, word: str) -> bool:
        """Whether a word or mark as written is a currency."""
        return any(unit.dimension == MONEY for run, unit in self._units.get(word, ()) if len(run) == 1)

    def is_accented(self, word: str) -> bool:
        """Whether a word as written has the accents that tell it from another word, where it needs them."""
        return self.accents.get(fold(word), word.casefold()) == word.casefold()

    def units(self, first: str) -> Sequence[tuple[Run, Unit]]:
        """Return spellings whose first token is `first`, longest first; folded ones where none is written so."""
        return self._units.get(first) or self._folded_units.get(fold(first)) or ()


def _bounds(language: Language) -> dict[Run, Bound]:
    return {run: bound for name, bound in _BOUND_CLASSES.items() for run in _spelled(language.classes.get(name, ()))}


def _percent(language: Language) -> list[Run]:
    """Return what per cent is written as, longest first."""
    found = (run for run, amount in _runs(language.tables.get("fractions", {})).items() if float(amount) == PERCENT)
    return sorted(found, key=len, reverse=True)


def _amounts(language: Language, table: str) -> dict[str, float]:
    return {word: float(amount) for word, amount in language.tables.get(table, {}).items()}


def _spelled(phrases: Iterable[str]) -> list[Run]:
    return [run for phrase in phrases if (run := _run(phrase))]


def _runs(table: Mapping[str, str]) -> dict[Run, str]:
    return {_run(phrase): value for phrase, value in table.items()}


def _run(phrase: str) -> Run:
    """Return the folded tokens of a phrase; an elision at its end is one token, as it is before a word."""
    elided = phrase[-1:] in APOSTROPHES
    run = tuple(token.folded for token in tokenize(phrase + "x" if elided else phrase))
    return run[:-1] if elided else run


def _by_first_word(table: Mapping[str, str]) -> dict[str, list[tuple[Run, str]]]:
    found: dict[str, list[tuple[Run, str]]] = {}
    for run, value in sorted(_runs(table).items(), key=lambda entry: -len(entry[0])):
        found.setdefault(run[0], []).append((run, value))
    return found


def _roles(table: Mapping[str, str]) -> dict[str, list[Run]]:
    found: dict[str, list[Run]] = {}
    for run, roles in sorted(_runs(table).items(), key=lambda entry: -len(entry[0])):
        for role in roles.split():
            found.setdefault(role, []).append(run)
    return found


def _verbs(lexicon: Lexicon) -> Iterable[str]:
    """Yield the words of the verbs that say attributes, in every language."""
    wordings = (wording for attribute in lexicon.attributes.values() for wording in attribute.wording.values())
    return (word for wording in wordings for frame in wording.frames for word in frame.verb[0])


def _words_of(units: Iterable[Unit], dimension: str) -> Iterable[str]:
    """Yield the folded words that are units of a dimension by themselves."""
    spellings = (unit.spellings for unit in units if unit.dimension == dimension)
    return (run[0] for words in spellings for run in _spelled(words) if len(run) == 1)


def _by_spelling(units: Iterable[Unit], *, fold_case: bool) -> dict[str, list[tuple[Run, Unit]]]:
    found: dict[str, list[tuple[Run, Unit]]] = {}
    for unit in units:
        for spelling in unit.spellings:
            run = tuple(token.folded if fold_case else token.text for token in tokenize(spelling.removesuffix(".")))
            short = any(len(word) < _EXACT for word in run if word.isalpha())
            if run and run[0] != "-" and not (fold_case and short):
                found.setdefault(run[0], []).append((run, unit))
    for spellings in found.values():
        spellings.sort(key=lambda entry: (-len(entry[0]), entry[1].dimension != MONEY))
    return found


def _numbered(lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    """Yield (word, number) of known names that end in one: "Peugeot 2008" is no year."""
    for known in lexicon.names:
        for name in (known.name, *known.aliases):
            full = f"{known.of} {name}" if known.of else name
            if name.isalpha() or not any(map(str.isdigit, full)):
                continue  # tokenizing five thousand names takes longer than all the rest
            tokens = tokenize(full)
            for before, number in pairwise(tokens):
                if number.kind == "number":
                    yield before.folded, number.text
