"""What is found in a question before it is put together: names, cues of attributes, type words, words of asking,
amounts.

Pieces are runs of words; they may overlap. Whoever composes the query says which words a piece explained.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.understanding.linking import Name
from bot.understanding.vocabulary import AT_EDGE, AT_START, ENTIRE, NO_WORDS, Cue, Role, Vocabulary
from bot.understanding.words import MOST_CHARACTERS, Word
from facts.models import Value
from facts.phrases import Hit

# words of asking whose words ask for no attribute
ABOUT_BOT = ("bot", "documents", "age", "maker", "limits", "languages", "nature", "source")
SWALLOWING = (*ABOUT_BOT, "describe", "correction", "filler", "chat", "opinion", "yes_no", "list", "compare")
FILLERS = ("filler", "chat")
PRONOUNS = ("it", "them", "that", "person", "there")
BEHIND_NOUN = 2  # words before the end of a compound noun: "a heat" before "pump"
VERBS = ("common_verbs", "saying_verbs")
MAIN_KIND = "model"  # what most questions are about

P = TypeVar("P", bound="Piece")


@dataclass(frozen=True, slots=True)
class Piece:
    """words[first:last]."""

    first: int
    last: int

    def overlaps(self, other: "Piece | Name") -> bool:
        """Whether the two share a word."""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True, slots=True)
class CuePiece(Piece):
    """Words that speak of attributes; several cues where they may mean several."""

    cues: tuple[Cue, ...]
    is_weak: bool = False  # made of question words only: "how much", "how long"

    def attributes(self, *roles: Role) -> frozenset[str]:
        """Return the attributes that it speaks of, in these ways (all of them by default)."""
        return frozenset([cue.attribute for cue in self.cues if not roles or cue.role in roles])

    def has(self, *roles: Role) -> bool:
        for cue in self.cues:  # noqa: SIM110 - as with `has_tag`
            if cue.role in roles:
                return True
        return False

    @property
    def has_noun(self) -> bool:
        """Whether it may be a noun."""
        return self.has(Role.NOUN, Role.INVERSE)


@dataclass(frozen=True, slots=True)
class KindPiece(Piece):
    """A type word: "car", "city car", "factory"."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TagPiece(Piece):
    """A word of asking and what it does."""

    tag: str


@dataclass(frozen=True, slots=True)
class AmountPiece(Piece):
    """A typed value, with the words that bound it."""

    value: Value
    dimension: str | None = None


@dataclass(slots=True)
class Draft:
    """A question taken apart. `used` holds the positions of words that something explained."""

    text: str
    words: Sequence[Word]
    vocabulary: Vocabulary
    names: list[Name]
    cues: list[CuePiece] = field(default_factory=list)
    kinds: list[KindPiece] = field(default_factory=list)
    tags: list[TagPiece] = field(default_factory=list)
    amounts: list[AmountPiece] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)  # positions of words that belong to names
    notes: list[str] = field(default_factory=list)
    context: tuple[str, ...] = ()  # entities of the turn before: what a pronoun may mean
    company: tuple[str, ...] = ()  # of these the set that was talked about
    topic: tuple[str, ...] = ()  # attributes of the turn before
    sized: str | None = None  # the one of them that is big or small: "the bigger one" of two boots
    confirms: bool = False  # a tag question followed: "..., right?"
    left_out: list[Name] = field(default_factory=list)  # what a set is asked about without: "except the Dacia"

    @property
    def language(self) -> str:
        return self.vocabulary.language

    @property
    def has_question_mark(self) -> bool:
        """Whether a question mark ends the part of the text that is read."""
        return self.text[:MOST_CHARACTERS].rstrip().endswith("?")

    @property
    def length(self) -> int:
        """The number of words that are no fillers."""
        return sum(not self.has_tag_at(p, *FILLERS) for p in range(len(self.words)))

    def use(self, *pieces: "Piece | Name") -> None:
        """Mark the words of these pieces as explained."""
        for piece in pieces:
            self.used.update(range(piece.first, piece.last))

    def tagged(self, *tags: str) -> list[TagPiece]:
        """Return the words of asking with one of these tags, in order."""
        return [piece for piece in self.tags if piece.tag in tags]

    def has_tag(self, *tags: str) -> bool:
        for piece in self.tags:  # noqa: SIM110 - asked a hundred times a question, and twice as quick as `any`
            if piece.tag in tags:
                return True
        return False

    def has_tag_at(self, position: int, *tags: str) -> bool:
        """Whether a word is part of a word of asking with one of these tags."""
        for one in self.tags:  # noqa: SIM110 - as with `has_tag`
            if one.first <= position < one.last and one.tag in tags:
                return True
        return False

    def name_at(self, position: int) -> Name | None:
        """Return the name that holds a word."""
        for name in self.names:
            if name.first <= position < name.last:
                return name
        return None

    def names_follow(self, position: int) -> bool:
        """Whether a name stands at a position, past articles."""
        while position < len(self.words) and self.is_in_class("articles", position):
            position += 1
        return self.name_at(position) is not None

    def is_in_class(self, name: str, position: int) -> bool:
        """Whether a word is in a closed class, as it stands or by its lemma."""
        word = self.words[position]
        members = self.vocabulary.classes.get(name, NO_WORDS)
        return word.folded in members or word.lemma in members

    def is_in_any(self, names: tuple[str, ...], position: int) -> bool:
        """Whether a word is in one of these closed classes, as it stands or by its lemma."""
        word = self.words[position]
        members = self.vocabulary.members(names)
        return word.folded in members or word.lemma in members

    def text_of(self, piece: "Piece | Name") -> str:
        """Return the words of a piece as they were written."""
        return self.text[self.words[piece.first].start : self.words[piece.last - 1].end]


def take_apart(text: str, words: Sequence[Word], vocabulary: Vocabulary, names: Iterable[Name]) -> Draft:
    """Find the pieces of a question, save its amounts."""
    draft = Draft(text, words, vocabulary, list(names))
    lemmas = [word.lemma for word in words]
    draft.tags = list(_tags(vocabulary, words))
    named = {position for name in draft.names if not name.is_weak for position in range(name.first, name.last)}
    draft.named = named
    cues = [hit for hit in vocabulary.cues.find(lemmas) if named.isdisjoint(range(hit.start, hit.end))]
    draft.cues = list(_cues(draft, cues))
    kinds = [hit for hit in vocabulary.kinds.find(lemmas) if named.isdisjoint(range(hit.start, hit.end))]
    kinds = [hit for hit in kinds if not vocabulary.has_class("participles", words[hit.end - 1].folded)]
    draft.kinds = _longest(KindPiece(hit.start, hit.end, hit.payloads) for hit in kinds)
    draft.cues = [cue for cue in draft.cues if not _is_type_word(draft, cue)]
    return draft


def _is_type_word(draft: Draft, cue: CuePiece) -> bool:
    """Whether a noun that could ask for a number ("cars" sold) is but the type word of what is asked about."""
    first = max((tag.last for tag in draft.tags if tag.first == cue.first and tag.last < cue.last), default=cue.first)
    same = next((kind for kind in draft.kinds if (kind.first, kind.last) == (first, cue.last)), None)
    if same is None or draft.is_in_class("relation_nouns", cue.last - 1):
        return False
    return same.kinds[0] == MAIN_KIND and not cue.has(Role.INVERSE)


def _cues(draft: Draft, hits: Sequence[Hit[Cue]]) -> Iterator[CuePiece]:
    """Yield the cues that are not part of a longer one; what a longer one holds of its own attribute it keeps.

    Cues inside a phrase of asking ask for nothing, and no phrase swallows what is compared: "how much cheaper".
    """
    every = [CuePiece(hit.start, hit.end, hit.payloads, _is_weak(draft, hit)) for hit in hits]
    every = [cue for piece in every if (cue := _as_noun_or_verb(draft, piece)) and not _is_swallowed(draft, cue)]
    every = [piece for piece in every if not _is_of_manner(draft, piece)]
    adjectives = [piece for piece in every if piece.has(Role.LOW, Role.HIGH) and _is_compared(draft, piece)]
    gaps = draft.tagged("difference")
    every = [
        piece
        for piece in every
        if not any(piece.overlaps(gap) and not _is_within(piece, gap) for gap in gaps)
        and not any(
            _is_within(one, piece) and one.attributes(Role.LOW, Role.HIGH).isdisjoint(piece.attributes())
            for one in adjectives
        )
    ]
    counts = draft.tagged("how_many")
    for piece in _longest(every):
        is_counted = bool(counts) and not piece.overlaps(counts[0])  # "how many Leafs were sold in Spain": no market
        inner = [one for one in every if _is_within(one, piece)]
        kept = [
            cue
            for one in inner
            for cue in one.cues
            if cue.role is Role.VERB and (is_counted or cue.attribute in piece.attributes())
        ]
        yield replace(piece, cues=tuple(dict.fromkeys((*piece.cues, *kept)))) if kept else piece


def _is_of_manner(draft: Draft, piece: CuePiece) -> bool:
    """Whether "how long" and its like ask how something is done and for no measure: "how long did the talks take"."""
    if piece.is_weak and draft.has_tag_at(piece.first, "how_much"):
        return _asks_for(draft, piece, "price_verbs")
    adjective = piece.first > 0 and piece.has(Role.LOW, Role.HIGH) and draft.has_tag_at(piece.first - 1, "how")
    if not adjective and not (piece.is_weak and draft.has_tag_at(piece.first, "how")):
        return False
    return _asks_for(draft, piece, "measure_verbs")


def _asks_for(draft: Draft, piece: CuePiece, usual: str) -> bool:
    """Whether a bare verb behind "does" or "will" is none of the usual ones, so that something else is asked."""
    if piece.last >= len(draft.words) or not draft.is_in_any(("do_auxiliaries", "modals"), piece.last):
        return False
    verbs = [p for p in range(piece.last + 1, len(draft.words)) if is_infinitive(draft, p)]
    return any(not draft.is_in_class(usual, p) for p in verbs)


def is_infinitive(draft: Draft, position: int) -> bool:
    """Whether a word may be the bare verb behind "does" or "will"; behind an article or a name in it, it is a noun."""
    word = draft.words[position]
    if word.folded != word.lemma or position in draft.named or not draft.is_in_any(VERBS, position):
        return False
    before = ("articles", "possessives", "prepositions", "size_words", "demonstratives")
    return not draft.is_in_any(before, position - 1) or draft.words[position - 1].folded == "to"


def _is_compared(draft: Draft, piece: CuePiece) -> bool:
    """Whether an adjective stands in a degree: "cheaper", "plus chère"."""
    inflected = draft.words[piece.first].folded in draft.vocabulary.table("superlatives")
    return inflected or any(tag.last == piece.first for tag in draft.tagged("most", "more", "least", "less"))


def _is_within(inner: Piece, outer: Piece) -> bool:
    """Whether a piece is a proper part of another."""
    inside = outer.first <= inner.first and inner.last <= outer.last
    return inside and (inner.first, inner.last) != (outer.first, outer.last)


def _is_swallowed(draft: Draft, piece: CuePiece) -> bool:
    """Whether a phrase of asking holds a cue; a filler holds verbs only: "cher" is dear, and expensive. An acronym
    that folds like a pronoun needs its capitals: "CA" is revenue, "ça" is that.
    """
    if any((tag.first, tag.last) == (piece.first, piece.last) for tag in draft.tagged(*PRONOUNS)):
        return not draft.words[piece.first].text.isupper()
    tags = [tag for tag in draft.tagged(*SWALLOWING) if tag.first <= piece.first and piece.last <= tag.last]
    return any(tag.tag not in FILLERS or not piece.has(Role.NOUN, Role.LOW, Role.HIGH) for tag in tags)


def _as_noun_or_verb(draft: Draft, piece: CuePiece) -> CuePiece | None:
    """Drop the nouns that a participle only shares its lemma with: "made" is no make, "car built" no car builder.

    Right behind one name and with no auxiliary before it, what may be a noun is one: "Leaf launch", "the Leaf's price".
    """
    if _is_behind_noun(draft, piece):
        return None
    if draft.vocabulary.has_class("participles", draft.words[piece.last - 1].folded):
        kept = tuple(cue for cue in piece.cues if cue.role not in (Role.NOUN, Role.INVERSE))
        return replace(piece, cues=kept) if kept else None
    if _is_noun_of_name(draft, piece) and piece.attributes(Role.NOUN) & piece.attributes(Role.VERB):
        return replace(piece, cues=tuple(cue for cue in piece.cues if cue.role is not Role.VERB))
    return piece


def _is_behind_noun(draft: Draft, piece: CuePiece) -> bool:
    """Whether a bare verb ends a compound noun: "a heat pump" pumps nothing."""
    is_verb = piece.last - piece.first == 1 and all(cue.role is Role.VERB for cue in piece.cues)
    if piece.first < BEHIND_NOUN or not is_verb:
        return False
    word = draft.words[piece.first]
    is_bare = word.folded == word.lemma and not draft.is_in_any(("stopwords", "adverbs"), piece.first - 1)
    return is_bare and word.before == "" and draft.is_in_class("indefinite_articles", piece.first - 2)


def _is_noun_of_name(draft: Draft, piece: CuePiece) -> bool:
    """Whether an uninflected word stands right behind a name that no auxiliary makes the subject of a verb."""
    word = draft.words[piece.first]
    name = next((name for name in draft.names if name.last == piece.first), None)
    if name is None or word.folded != word.lemma:
        return False
    if name.possessive:
        return True
    leads = ("do_auxiliaries", "modals", "conjunctions")
    return not any(draft.is_in_class(one, p) for one in leads for p in range(name.first))


def _tags(vocabulary: Vocabulary, words: Sequence[Word]) -> Iterator[TagPiece]:
    """Yield the words of asking, longest first; those that only count at the start may follow fillers."""
    hits = vocabulary.tags.find([word.folded for word in words])
    ending = _ending(hits, len(words))
    beginning = end = 0
    for hit in hits:
        found = [tag for tag in hit.payloads if _counts(tag, hit, words, (beginning, ending))]
        if hit.start < end or not found:
            continue
        end = hit.end
        for tag in found:
            yield TagPiece(hit.start, hit.end, tag.lstrip(AT_START + AT_EDGE + ENTIRE))
        if hit.start == beginning and _is_filler(hit):
            beginning = hit.end


def _ending(hits: Sequence[Hit[str]], last: int) -> int:
    """Return where the fillers begin that a question ends with."""
    for hit in sorted(hits, key=lambda one: -one.end):
        if hit.end == last and _is_filler(hit):
            last = hit.start
    return last


def _is_filler(hit: Hit[str]) -> bool:
    return all(tag.lstrip(AT_START) in FILLERS for tag in hit.payloads)


def _counts(tag: str, hit: Hit[str], words: Sequence[Word], asked: tuple[int, int]) -> bool:
    """Whether a word of asking stands where it has its meaning; `asked` is where the question is without fillers."""
    first, last = asked
    starts, ends = hit.start == first, hit.end == len(words)
    if tag.startswith(ENTIRE):
        return starts and hit.end >= last
    if tag.startswith(AT_START):
        return starts
    if tag.startswith(AT_EDGE):
        return starts or ends or words[hit.start].text.casefold() != words[hit.start].folded
    return True


def _is_weak(draft: Draft, hit: Hit[Cue]) -> bool:
    """Whether a phrase is made of closed-class words only, so that any other cue says more."""
    sizes: tuple[str, ...] = ()  # "how big", "what size": any noun beside it says more
    if draft.has_tag_at(hit.start, "how"):
        sizes = ("size_words",)
    elif draft.has_tag_at(hit.start, "what", "which"):
        sizes = ("size_nouns",)
    closed = ("question_words", "stopwords", "frame_words", *sizes)
    if any(tag.first <= hit.start and hit.end <= tag.last for tag in draft.tags):
        return True
    return all(draft.vocabulary.has_any(closed, draft.words[p].folded) for p in range(hit.start, hit.end))


def _longest(pieces: Iterable[P]) -> list[P]:
    """Drop what lies inside a longer piece."""
    ranked = sorted(pieces, key=lambda piece: (piece.first - piece.last, piece.first))
    kept: list[P] = []
    for piece in ranked:
        if not any(other.first <= piece.first and piece.last <= other.last for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda piece: piece.first)
