"""Which attribute a question asks about, of what, and from which side: readings, scored by how much of the question
they explain.

A reading joins one cue (a noun, a verb's frame, a phrase) with what stands around it. Kinds of entity decide what
may be subject and what value; word order decides where both could be either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.models import Match
from bot.understanding.arguments import (
    Arguments,
    Filler,
    arguments_of,
    fill,
    is_governed,
    items_of,
    takes_when,
)
from bot.understanding.counting import VALUE_KINDS, Counting
from bot.understanding.draft import AmountPiece, CuePiece, Draft, TagPiece
from bot.understanding.fitting import are_joined, is_agent, joins_things, may_be_amount, members_asked
from bot.understanding.focus import AMOUNT, DATE, PERSON, PLACE, Focus
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver
from bot.understanding.vocabulary import Cue, Role
from facts.lexicon import Attribute
from facts.lexicon.frames import Frame, Slot
from facts.models import ValueKind

# What a piece of evidence is worth. Only their order matters: frames that fit over nouns, nouns over question words.
WITH_QUESTION_WORD = 1.0  # "who helped", "how big is the boot": the phrase is the question
IN_FOCUS, BY_FRAME, BY_NOUN, BY_PHRASE, BY_QUESTION_WORD = 2.5, 2.0, 2.0, 1.5, 0.5
NAME_FITS, BRAND_FITS, NAME_LEFT = 1.0, 0.5, -1.0
TYPE_FITS = 1.0
NOUNS = (Role.NOUN, Role.INVERSE)
DIRECT = (Role.INVERSE, Role.LOW, Role.HIGH)  # cues that are read beside a frame of the same attribute
MARKETS = ("country", "region")
MODELS, AGENTS, PLACES = ("model",), ("person", "organisation"), ("place",)
NO_KIND = "name"  # of what has a name but no clear kind
CARS_COUNTED = 0.5
LATER_READING = -0.25  # each alternative of voice or word order


@dataclass(slots=True)  # not frozen: a question has a dozen, and each is scored as soon as it is made
class Reading:
    """One way to understand what is asked: `subjects` have the attribute, `values` are its value, `asks` is the side
    left open.
    """

    attribute: str
    cue: Cue
    piece: CuePiece
    score: float
    subjects: tuple[Name, ...] = ()
    values: tuple[Name, ...] = ()
    amount: AmountPiece | None = None
    asks: Slot | None = None
    anaphor: Slot | None = None  # the side that a pronoun holds


class Asking:
    """Finds the readings of one draft."""

    def __init__(self, draft: Draft, focus: Focus | None, resolver: Resolver) -> None:
        self._draft = draft
        self._focus = focus
        self._resolver = resolver
        self._items = items_of(draft, focus)
        inside = focus.brand if focus else None
        self._names = [name for name in draft.names if name is not inside and not name.is_weak]
        self._members = members_asked(draft, focus)
        lemmas = [word.lemma for word in draft.words]
        self._vetoes = draft.vocabulary.vetoes.find(lemmas)
        self._has_pronoun = draft.has_tag("it", "them")
        self._counting = Counting(draft, focus, resolver)
        self._in_focus = focus.cue.attributes() if focus and focus.cue else frozenset[str]()
        self._fitting: dict[tuple[str, int, int], bool] = {}
        self._kinds: dict[int, tuple[Name, tuple[str, ...]]] = {}  # by the identity of a name: hashing one takes longer

    def readings(self) -> list[Reading]:
        """Return every reading that makes sense, best first."""
        found = [reading for piece in self._draft.cues for reading in self._of_piece(piece)]
        return sorted(found, key=lambda reading: (-reading.score, self._rank(reading), reading.piece.first))

    def _rank(self, reading: Reading) -> int:
        return self._resolver.attribute(reading.attribute).rank

    def _of_piece(self, piece: CuePiece) -> Iterator[Reading]:
        """Yield the best reading of each cue; where a frame or an inverse noun fits, other cues have nothing to add."""
        if is_agent(self._draft, piece, self._resolver):
            return
        cues = [cue for cue in piece.cues if not self._is_vetoed(piece, cue.attribute)]
        settled = {cue.attribute for cue in cues if cue.role is Role.INVERSE}
        verbs = [cue for cue in cues if cue.role is Role.VERB]
        around = list(arguments_of(self._draft, piece, self._items, self._focus)) if verbs else []
        vague = bool(verbs) and self._is_vague(piece)
        for cue in verbs:
            found = list(self._of_verb(piece, cue, around, vague=vague))
            if any(one.subjects or one.values or one.amount or one.anaphor for one in found):
                settled.add(cue.attribute)
            if found:
                yield max(found, key=lambda reading: reading.score)
        if counted := [reading for cue in verbs if (reading := self._of_counted(piece, cue))]:
            settled.update(reading.attribute for reading in counted)
            yield from counted
        for cue in cues:
            adds = cue.role in DIRECT or (cue.attribute not in settled and not (vague and cue.role is Role.VERB))
            if adds and (reading := self._of_noun(piece, cue)):
                yield reading

    def _is_vetoed(self, piece: CuePiece, attribute: str) -> bool:
        """Whether a word beside a single-word cue makes it another attribute: "price range" is no range."""
        if not self._vetoes or piece.last - piece.first > 1:
            return False
        words = self._draft.words
        beside = (hit for hit in self._vetoes if attribute in hit.payloads)
        return any(
            (hit.end == piece.first and "," not in words[piece.first].before)
            or (hit.start == piece.last and "," not in words[piece.last].before)
            for hit in beside
        )

    # -- verbs

    def _of_verb(self, piece: CuePiece, cue: Cue, around: Sequence[Arguments], *, vague: bool) -> Iterator[Reading]:
        assert cue.frame is not None  # noqa: S101 - a cue with the role of a verb has its frame
        for place, arguments in enumerate(around):
            filled = fill(cue.frame, arguments)
            if not filled or (vague and not self._is_told(cue.frame, arguments, filled)):
                continue
            if reading := self._filled(piece, cue, filled, later=LATER_READING * place):
                yield reading

    def _of_counted(self, piece: CuePiece, cue: Cue) -> Reading | None:
        """Read "how many Leafs did Nissan sell": the number is said of the cars, whoever sold them."""
        attribute = self._resolver.attribute(cue.attribute)
        counted = self._counting.name
        if counted is None or attribute.value is not ValueKind.COUNT:
            return None
        if not self._fits_strictly(counted, MODELS) or not self._fits_strictly(counted, attribute.of):
            return None
        subjects = (counted,)
        return self._scored(Reading(attribute.id, cue, piece, BY_FRAME, subjects, asks=Slot.VALUE), attribute)

    def _is_vague(self, piece: CuePiece) -> bool:
        """Whether a cue is one verb that may mean anything ("put", "mettre"), and what is asked for is as open."""
        focus = self._focus
        if focus is not None and (focus.wanted or focus.kind or focus.cue or focus.brand):
            return False
        return piece.last - piece.first == 1 and self._draft.vocabulary.has_class(
            "light_verbs", self._draft.words[piece.first].lemma
        )

    @staticmethod
    def _is_told(frame: Frame, arguments: Arguments, filled: dict[Slot, Filler]) -> bool:
        """Whether both sides of such a verb are there, and what is asked for behind a preposition of its own."""
        subject, value = filled.get(Slot.SUBJECT), filled.get(Slot.VALUE)
        if subject is None or value is None:
            return False
        if isinstance(subject, Focus):  # "what else is made there", but "what happened in Spain" asks for no event
            return isinstance(value, TagPiece)
        return not isinstance(value, Focus) or is_governed(frame, arguments, Slot.VALUE)

    def _filled(self, piece: CuePiece, cue: Cue, filled: dict[Slot, Filler], *, later: float) -> Reading | None:
        attribute = self._resolver.attribute(cue.attribute)
        subject, value = filled.get(Slot.SUBJECT), filled.get(Slot.VALUE)
        if not self._fit(subject, value, attribute):
            return None
        asks = Slot.SUBJECT if isinstance(subject, Focus) else Slot.VALUE if isinstance(value, Focus) else None
        subjects = subject if isinstance(subject, tuple) else ()
        values = value if isinstance(value, tuple) else ()
        amount = value if isinstance(value, AmountPiece) else None
        anaphor = Slot.SUBJECT if isinstance(subject, TagPiece) else Slot.VALUE if isinstance(value, TagPiece) else None
        if asks is None and self._focus is not None and not self._is_answered_by(attribute, self._focus):
            return None
        base = later + (BY_QUESTION_WORD if piece.is_weak else BY_FRAME)
        if asks is None and self._focus is not None and self._focus.wanted == DATE and not takes_when(cue.frame):
            base += LATER_READING  # "announced for 2026" tells of a launch, "when was it announced" asks for none
        reading = Reading(attribute.id, cue, piece, base, subjects, values, amount, asks, anaphor)
        reading.score = self._score(reading, attribute)
        return reading

    # -- nouns, phrases, adjectives

    def _of_noun(self, piece: CuePiece, cue: Cue) -> Reading | None:
        """Read a cue without a frame: the kinds of the names say which of them may be its subject and its value."""
        attribute, names = self._resolver.attribute(cue.attribute), self._names
        base = BY_QUESTION_WORD if piece.is_weak else BY_NOUN if cue.role in NOUNS else BY_PHRASE
        values = [name for name in names if self._fits_strictly(name, attribute.kinds)] if attribute.kinds else []
        if cue.role is Role.INVERSE:
            return self._scored(
                Reading(attribute.id, cue, piece, base, (), tuple(values), None, Slot.SUBJECT), attribute
            )
        subjects = [name for name in names if self._fits(name, attribute.of)]
        only_values = [name for name in values if name not in subjects or not self._fits_strictly(name, attribute.of)]
        only_subjects = self._without_markets([name for name in subjects if name not in only_values])
        asks_subject = self._focus is not None and self._focus_is_subject(attribute) and not only_subjects
        asks = Slot.SUBJECT if asks_subject else Slot.VALUE if self._focus is not None else None
        if asks is Slot.VALUE and self._focus is not None and self._answers_exactly(attribute, self._focus):
            only_values = []  # it cannot be both asked for and given
        if cue.role is Role.PHRASE and not subjects and not values and self._is_of_others():
            return None  # "how far is it from Lyon to Turin" asks for the range of neither
        amount = next((a for a in self._draft.amounts if may_be_amount(a, attribute)), None)
        reading = Reading(attribute.id, cue, piece, base, only_subjects, tuple(only_values), amount, asks)
        return self._scored(reading, attribute)

    def _without_markets(self, names: list[Name]) -> tuple[Name, ...]:
        """Leave out the place that only limits what is asked of another: "how many jobs does Fiat cut in Italy"."""
        others = [name for name in names if not self._is_market(name)]
        return tuple(others or names)

    def _is_of_others(self) -> bool:
        """Whether a question is about what it names, all of it known, and about nothing that was named before."""
        apart = self._has_pronoun or self._draft.kinds or self._members
        return bool(self._names) and not apart and all(map(self._is_settled, self._names))

    def _is_settled(self, name: Name) -> bool:
        kinds = self._resolver.kinds(name)
        return bool(kinds) and NO_KIND not in kinds and name.mention.match is not Match.UNKNOWN

    def _scored(self, reading: Reading, attribute: Attribute) -> Reading | None:
        focus = self._focus
        if reading.asks is Slot.VALUE and focus is not None and not reading.piece.has(Role.LOW, Role.HIGH):
            joined = focus.cue is not None and are_joined(self._draft, reading.piece, focus.cue)
            if not joined and not self._is_answered_by(attribute, focus):
                return None
        reading.score = self._score(reading, attribute)
        return reading

    # -- scores

    def _score(self, reading: Reading, attribute: Attribute) -> float:
        focus, score = self._focus, reading.score
        if focus is not None and focus.cue is reading.piece:
            score += IN_FOCUS
        elif focus is not None and reading.piece.first == focus.first and not reading.piece.is_weak:
            score += WITH_QUESTION_WORD
        if focus is not None and self._asks_exactly(reading, attribute, focus):
            score += TYPE_FITS
        if focus is not None and self._counts_cars(reading, attribute):
            score += CARS_COUNTED
        for name in reading.subjects:
            score += NAME_FITS if self._fits_strictly(name, attribute.of) else BRAND_FITS
        score += NAME_FITS * (len(reading.values) + (reading.amount is not None))
        by_pronoun = self._has_pronoun and self._is_of_models(attribute.of)
        if reading.anaphor or (not reading.subjects and reading.asks is not Slot.SUBJECT and by_pronoun):
            score += NAME_FITS
        left = [name for name in self._free if name not in reading.subjects and name not in reading.values]
        keys = (key for name in reading.subjects for key in name.mention.entities) if left else ()
        brands = {self._resolver.entity(key).brand for key in keys}  # the Nissan of "the Nissan Leaf" is taken up in it
        return score + NAME_LEFT * len([name for name in left if brands.isdisjoint(name.mention.entities)])

    @cached_property
    def _free(self) -> list[Name]:
        """The names that a reading must take up: all but those to choose among, and what may be a market."""
        return [name for name in self._names if name not in self._members and not self._is_market(name)]

    def _is_market(self, name: Name) -> bool:
        """Whether a name may only limit the question to a place: "in France"."""
        before = name.first > 0 and self._draft.is_in_class("prepositions", name.first - 1)
        return before and bool(self._resolver.kinds(name)) and self._fits_strictly(name, MARKETS)

    def _asks_exactly(self, reading: Reading, attribute: Attribute, focus: Focus) -> bool:
        if reading.asks is Slot.VALUE:
            return self._answers_exactly(attribute, focus)
        return reading.asks is Slot.SUBJECT and focus.kind is not None and self._may_be_kind(focus, attribute.of)

    def _counts_cars(self, reading: Reading, attribute: Attribute) -> bool:
        """Whether a maker's cars are counted, "how many cars does Fiat sell", and not the models that it has."""
        is_number = attribute.value is ValueKind.COUNT and reading.asks is Slot.VALUE and reading.cue.role is Role.VERB
        makers = self._counting.makers
        return is_number and bool(reading.subjects) and all(self._fits_strictly(n, makers) for n in reading.subjects)

    # -- what may be what

    def _fit(self, subject: Filler | None, value: Filler | None, attribute: Attribute) -> bool:
        """Whether both sides make sense; the frames of a verb ask the same over and over."""
        key = (attribute.id, id(subject), id(value))  # both stay as long as what stands around the verb
        known = self._fitting.get(key)
        if known is None:
            known = self._may_be_subject(subject, attribute) and self._may_be_value(value, attribute)
            self._fitting[key] = known
        return known

    def _may_be_subject(self, filler: Filler | None, attribute: Attribute) -> bool:
        if filler is None:
            return True
        if isinstance(filler, Focus):
            return self._may_be_kind(filler, attribute.of) or (filler.wanted == PERSON and joins_things(attribute))
        if isinstance(filler, TagPiece):
            return self._may_be_anaphor(filler, attribute.of)
        if isinstance(filler, AmountPiece):
            return False
        return all(self._fits(name, attribute.of) for name in filler)

    def _may_be_anaphor(self, tag: TagPiece, kinds: tuple[str, ...]) -> bool:
        """Whether a pronoun may stand for one of these kinds: "there" for places, "he" for people."""
        wanted = {"there": "place", "person": "person"}.get(tag.tag)
        context = [self._resolver.entity(key).kind for key in self._draft.context]
        if wanted is None and context:
            return self._resolver.are_any(tuple(context), kinds)
        return wanted is None or self._resolver.are_any(kinds, (wanted,))

    def _may_be_value(self, filler: Filler | None, attribute: Attribute) -> bool:
        if filler is None:
            return True
        if isinstance(filler, Focus):
            return self._is_answered_by(attribute, filler)
        if isinstance(filler, TagPiece):
            return bool(attribute.kinds) and self._may_be_anaphor(filler, attribute.kinds)
        if isinstance(filler, AmountPiece):
            return may_be_amount(filler, attribute)
        return bool(attribute.kinds) and all(self._is_value(name, attribute) for name in filler)

    def _is_value(self, name: Name, attribute: Attribute) -> bool:
        """Whether a name may be a value of the attribute: by its kind, or because the documents have it so."""
        if self._fits_strictly(name, attribute.kinds):
            return True
        return bool(self._resolver.holders(name.mention.entities, attribute.id))

    def _fits(self, name: Name, kinds: tuple[str, ...]) -> bool:
        """Whether a name may stand for one of these kinds; a brand stands for its cars."""
        return self._fits_strictly(name, kinds) or (
            self._is_of_models(kinds) and self._resolver.is_brand(name) and self._has_models(name)
        )

    def _has_models(self, name: Name) -> bool:
        return bool(self._resolver.models_of(name.mention.entities))

    def _fits_strictly(self, name: Name, kinds: tuple[str, ...]) -> bool:
        known = self._kinds.get(id(name))
        if known is None:
            known = self._kinds[id(name)] = (name, tuple(self._resolver.kinds(name)))
        return not known[1] or self._resolver.are_any(known[1], kinds)

    def _is_of_models(self, kinds: tuple[str, ...]) -> bool:
        return self._resolver.are_any(kinds, MODELS)

    def _may_be_kind(self, focus: Focus, kinds: tuple[str, ...]) -> bool:
        """Whether what the question word asks for may be of one of these kinds."""
        is_a, are_any = self._resolver.lexicon.is_a, self._resolver.are_any
        if focus.cue is not None and focus.kind is None:
            return False
        if focus.kind is not None:
            return are_any(focus.kind.kinds, kinds) or are_any(kinds, focus.kind.kinds)
        if focus.brand is not None:
            return self._is_of_models(kinds)
        if focus.tag == "what" and focus.brand is None:
            return not all(is_a(kind, "person") for kind in kinds)
        if focus.wanted == PERSON:
            return are_any(kinds, AGENTS)
        return focus.wanted is None or (focus.wanted == PLACE and are_any(kinds, PLACES))

    def _focus_is_subject(self, attribute: Attribute) -> bool:
        focus = self._focus
        return (
            focus is not None
            and (focus.kind is not None or focus.brand is not None)
            and self._may_be_kind(focus, attribute.of)
        )

    def _is_answered_by(self, attribute: Attribute, focus: Focus) -> bool:
        """Whether a value of the attribute may be what the question word asks for."""
        if self._counting.is_of_people(attribute):
            return False  # "how many of its designers" asks for no name
        if focus.cue is not None and attribute.id in self._in_focus:
            return True
        if focus.wanted in VALUE_KINDS:
            return self._counting.is_wanted(attribute, focus)
        if focus.tag in ("how", "why"):
            return True
        if attribute.value is not ValueKind.ENTITY:
            return focus.wanted is None and focus.kind is None and focus.cue is None
        return self._may_be_kind(focus, attribute.kinds) or self._leads_to(attribute, focus)

    def _leads_to(self, attribute: Attribute, focus: Focus) -> bool:
        """Whether the value lies in what is asked for: a plant in a country."""
        are_any = self._resolver.are_any
        asked = focus.kind.kinds if focus.kind else ()
        return are_any(asked, PLACES) and are_any(attribute.kinds, PLACES)

    def _answers_exactly(self, attribute: Attribute, focus: Focus) -> bool:
        if focus.wanted in VALUE_KINDS:
            is_number = focus.wanted == AMOUNT and attribute.value is ValueKind.COUNT  # that would be "how many"
            return not is_number and self._counting.is_wanted(attribute, focus)
        if attribute.value is not ValueKind.ENTITY or (focus.kind is None and focus.wanted is None):
            return False
        return self._may_be_kind(focus, attribute.kinds)
