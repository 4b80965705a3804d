"""Which entities the words of a question name, and how surely.

Names as written and names within a typo or two, the longest first; then names that the world knows or that look like
names: they are not in the store, and block an answer that would pass over them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from bot.models import Match, Mention
from bot.understanding.names import NameIndex
from bot.understanding.spelling import edits_between, near, similarity
from bot.understanding.strangers import Stranger, Strangers
from bot.understanding.windows import EITHER, LONGEST_NAME, Hit, Run
from bot.understanding.words import Word
from facts.lemmas import Lemmas
from facts.lexicon import KnownName
from facts.phrases import words_of
from facts.spelling import edits_allowed
from facts.terms import squeeze

CLOSE_ENOUGH = 70.0  # similarity of a corrected name and the words it replaces; lower ones were all false on the seed
MOST_OPTIONS = (12, 6, 4)  # corrections tried of one, of each of two, and of more words of a name; 64 names at most
SMALL = ("articles", "prepositions", "conjunctions", "copulas", "auxiliaries", "modals", "question_words")
LOOSE_WORDS = 3  # words of a name from which a third of its letters may differ, when its words agree one by one
SHORT = 3  # letters of a word that names hold without being indexed
Options = Mapping[int, list[tuple[str, int]]]  # what doubtful words may stand for, with the edits


@dataclass(frozen=True, slots=True)
class Name:
    """words[first:last] name something. A weak name is an everyday word too: it counts where the rest of the question
    fits.
    """

    first: int
    last: int
    mention: Mention
    is_weak: bool = False
    is_part: bool = False  # a short form: a surname, a trim
    known: KnownName | None = None  # what the world knows of a name that the store does not hold
    possessive: bool = False


class Linker:
    """Finds names in the words of a question."""

    def __init__(self, names: NameIndex, lemmas: Lemmas) -> None:
        self._names = names
        self._lemmas = lemmas
        self._strangers = Strangers(names, lemmas)
        languages = names.lexicon.languages.values()
        self._articles = frozenset[str]().union(*(one.classes.get("articles", ()) for one in languages))
        adjectives = (one.classes.get(name, ()) for one in languages for name in ("generation_new", "generation_old"))
        self._adjectives = frozenset[str]().union(*adjectives)
        small = (one.classes.get(name, ()) for one in languages for name in SMALL)
        self._small_words = frozenset[str]().union(*small)
        self._stands_alone = lru_cache(maxsize=None)(self._is_in_no_name)

    def link(self, words: Sequence[Word], is_known: Callable[[Word], bool]) -> list[Name]:
        """Return the names in reading order. `is_known` says which words the vocabulary explains."""
        run = Run.of(words, is_known, self._small_words, self._stands_alone)
        exact = list(self._exact(run))
        strong = [hit for hit in exact if not hit.is_weak]
        strong.extend(self._corrected(run, strong))
        names = [self._stranger(run, one) for one in self._strangers.longer(run, [*exact, *strong])]
        names.extend(self._taken(run, strong))
        names.extend(self._taken(run, [hit for hit in exact if hit.is_weak]))
        names.extend(self._stranger(run, one) for one in self._strangers.known(run))
        if run.capitals_tell:
            names.extend(self._stranger(run, one) for one in self._strangers.unheard_of(run))
        names.extend(self._stranger(run, one) for one in self._strangers.doubtful(run))
        return sorted(names, key=lambda name: name.first)

    # -- as written

    def _exact(self, run: Run) -> Iterator[Hit]:
        for hit in run.find(self._names):
            is_number = hit.key.isdigit() and not run.is_plural(hit)  # "308s" are cars, 308 may be anything
            if is_number and hit.is_part and not self._follows_article(run, hit.first):
                continue
            if hit.last - hit.first > 1 and not self._is_spelt_so(run, hit):
                continue
            is_one = hit.last - hit.first == 1 or hit.is_part
            weak = is_one and not run.is_capital(hit.first) and self._is_everyday(run, hit.first, hit.last)
            yield hit._replace(is_weak=True) if weak or is_number else hit

    def _is_in_no_name(self, word: str) -> bool:
        """Whether a small word is in no name of several words: "the", but not "de" where there is a "Luca de Meo"."""
        return not self._names.is_in_longer(word)

    def _is_spelt_so(self, run: Run, hit: Hit) -> bool:
        """Whether an article or preposition at an edge belongs to the name: "la S" of "la S 12" is not the "Las"."""
        edges = {run.words[hit.first].folded, run.words[hit.last - 1].folded} & self._small_words
        if not edges:
            return True
        aliases = (alias for key in hit.entities for alias in self._names.entity(key).aliases)
        return any(edges <= set(words_of(alias)) for alias in aliases)

    def _is_everyday(self, run: Run, first: int, last: int) -> bool:
        return all(run.known[p] or self._lemmas.is_ordinary(run.words[p].folded) for p in range(first, last))

    def _follows_article(self, run: Run, first: int) -> bool:
        if first > 1 and run.words[first - 1].folded in self._adjectives:  # "the original 205"
            first -= 1
        return first > 0 and run.words[first - 1].folded in self._articles

    # -- corrected

    def _corrected(self, run: Run, strong: Sequence[Hit]) -> Iterator[Hit]:
        held = {p for hit in strong for p in range(hit.first, hit.last)}
        unknown = [p for p, known in enumerate(run.known) if not known and p not in held]
        doubtful = [p for p in unknown if self._is_doubtful(run, p, held)]
        options = {p: found for p in doubtful if (found := near(self._names.spellings, run.words[p].folded))}
        if not options:
            return
        corrected: set[int] = set()
        for first, last in self._windows(run, options):
            places = [p for p in options if first <= p < last]
            hits = list(self._substituted(run, (first, last), places, options))
            corrected.update(p for p in places if hits)
            yield from hits
        loose = {p: [word for word, _ in options[p]] for p in options.keys() - corrected}
        yield from self._loosely(run, loose)

    def _windows(self, run: Run, options: Options) -> Iterator[tuple[int, int]]:
        """Yield the runs of words that hold a doubtful one, and beside it only words and numbers that names hold."""
        fitting = set(options)
        for place in options:  # outwards, as far as the words fit
            for step in (-1, 1):
                p = place + step
                while abs(p - place) < LONGEST_NAME and self._may_be_in_name(run, p, options):
                    fitting.add(p)
                    p += step
        for first in sorted(fitting):
            places = [p for p in options if p >= first]
            for last in range(min(places, default=len(run.words)) + 1, run.reach[first] + 1):
                if not fitting.issuperset(range(first, last)):
                    break
                yield first, last

    def _may_be_in_name(self, run: Run, position: int, options: Options) -> bool:
        if not 0 <= position < len(run.words):
            return False
        word = run.words[position].folded
        return position in options or not word.isalpha() or len(word) < SHORT or word in self._names.spellings

    def _is_doubtful(self, run: Run, position: int, held: Set[int]) -> bool:
        """Whether a word that nothing explains may be a slip: neither an everyday word nor a name is spelt so."""
        word = run.words[position]
        if word.kind != "word" or not edits_allowed(word.folded) or run.keys[position] in self._names.world:
            return False
        if word.folded in self._names.spellings:
            return False
        return not self._lemmas.is_ordinary(word.folded) or self._is_beside_part(run, position, held)

    def _is_beside_part(self, run: Run, position: int, held: Set[int]) -> bool:
        """Whether a word beside is no everyday word but part of a longer name: "luca" of "luca de mayo"."""
        beside = [p for p in (position - 1, position + 1) if 0 <= p < len(run.words)]
        free = [p for p in beside if p not in held and not self._is_everyday(run, p, p + 1)]
        return any(run.words[p].folded in self._names.spellings for p in free)

    def _substituted(self, run: Run, window: tuple[int, int], places: Sequence[int], options: Options) -> Iterator[Hit]:
        """Yield the names that a run of words becomes when doubtful ones are corrected, those with the fewest slips."""
        first, last = window
        most = MOST_OPTIONS[min(len(places), len(MOST_OPTIONS)) - 1]
        keys = list(run.keys[first:last])
        written = "".join(keys)
        found: list[tuple[int, str]] = []
        for combination in product(*(options[p][:most] for p in places)):
            for place, (word, _) in zip(places, combination, strict=True):
                keys[place - first] = word
            key = "".join(keys)
            if self._names.mark(key) & EITHER and similarity(written, key) >= CLOSE_ENOUGH:
                found.append((sum(edits for _, edits in combination), key))
        fewest = min((edits for edits, _ in found), default=0)
        if nearest := [key for edits, key in found if edits == fewest]:
            entities = tuple(dict.fromkeys(entity for key in nearest for entity in self._names.find(key)))
            yield Hit(first, last, nearest[0], entities, fewest)

    def _loosely(self, run: Run, near_words: dict[int, list[str]]) -> Iterator[Hit]:
        """Yield names of several words that these agree with one by one, though more than a typo apart."""
        found: dict[tuple[int, int], set[str]] = {}
        for position, words in near_words.items():
            for word in words:
                for name in self._names.names_with(word):
                    parts = words_of(name)
                    first = position - parts.index(word)
                    if first >= 0 and len(parts) >= LOOSE_WORDS and _agrees(run, first, parts):
                        found.setdefault((first, first + len(parts)), set()).add(squeeze(name))
        for (first, last), keys in found.items():
            if len(keys) == 1:
                key = keys.pop()
                yield Hit(first, last, key, self._names.find(key), last - first)

    # -- what was found

    def _taken(self, run: Run, hits: Sequence[Hit]) -> Iterator[Name]:
        """Yield the names of hits that share no word with what is taken already."""
        for hit in sorted(hits, key=lambda hit: hit.rank) if len(hits) > 1 else hits:
            if not run.is_free(hit.first, hit.last):
                continue
            match, last = Match.CORRECTED if hit.edits else Match.EXACT, hit.last
            if match is Match.EXACT and not hit.is_weak and run.has_trim(last):
                match, last = Match.UNKNOWN, last + 1
            mention = _mention(run, hit.first, last, hit.entities, match)
            yield Name(hit.first, last, mention, hit.is_weak, hit.is_part, None, run.words[last - 1].possessive)

    @staticmethod
    def _stranger(run: Run, one: Stranger) -> Name:
        mention = _mention(run, one.first, one.last, one.near, Match.UNKNOWN)
        possessive = run.words[one.last - 1].possessive
        return Name(one.first, one.last, mention, one.is_weak, known=one.known, possessive=possessive)


def _mention(run: Run, first: int, last: int, entities: tuple[str, ...], match: Match) -> Mention:
    """Take these words for a name."""
    run.take(first, last)
    return Mention(run.words[first].start, run.words[last - 1].end, run.text(first, last), entities, match)


def _agrees(run: Run, first: int, parts: Sequence[str]) -> bool:
    """Whether words from `first` on agree with those of a name: same beginnings, known words as they stand."""
    last = first + len(parts)
    if last > run.reach[first]:
        return False
    words = [word.folded for word in run.words[first:last]]
    for position, (word, part) in enumerate(zip(words, parts, strict=True), first):
        if word[:1] != part[:1] or (run.known[position] and word != part):
            return False
    written, real = "".join(words), "".join(parts)
    return edits_between(written, real) <= len(real) // 3
