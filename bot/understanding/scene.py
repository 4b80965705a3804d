"""A question understood as far as who and what: descriptions resolved, the attribute chosen, the set it may choose
from.

Intents are built on this; nothing here decides what sort of reply is wanted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.models import Claim, Match, Mention
from bot.understanding.asking import Asking, Reading
from bot.understanding.clauses import collapse_clauses
from bot.understanding.descriptions import collapse, narrowed
from bot.understanding.draft import PRONOUNS, Draft, KindPiece, Piece
from bot.understanding.focus import Focus, find_focus
from bot.understanding.generations import GENERATIONS
from bot.understanding.limits import limits_of, times_of_names
from bot.understanding.linking import Name
from bot.understanding.operators import Degree, degrees_of
from bot.understanding.relations import collapse_relations
from bot.understanding.resolving import Resolver
from bot.understanding.rivals import chosen
from bot.understanding.sets import from_facts, is_plural, is_set, kind_of_set, leave_out, listed, set_piece, set_size
from bot.understanding.speech import take_report, take_source
from bot.understanding.traits import find_traits
from bot.understanding.units import UnitIndex, market_of
from bot.understanding.vocabulary import Role

MODEL = "model"
SHORT = 3  # words of a question in which an everyday word may be a name without an article: "spring price"
BESIDE = 3  # words between names that are put side by side
# words of asking that someone must take up, or they are left over
TOLD_APART = ("not", "first", "last", "except", "instead", "ranked", "old")
JOINING = ("compare", "and", "or", "than", "below", "above")  # words of asking between two names side by side
LEADING = ("auxiliaries", "modals", "copulas")


class Scene:
    """Who and what one question is about."""

    def __init__(self, draft: Draft, resolver: Resolver, units: UnitIndex) -> None:
        self.draft = draft
        self.resolver = resolver
        meant = [name for name in draft.names if not name.is_weak or self._weak_fits(name)]
        draft.names = [replace(name, is_weak=False) if name.is_weak else name for name in meant]
        self.speaker = take_source(draft, resolver)
        self.traits = find_traits(draft)
        self.focus: Focus | None = self._counted_apart(find_focus(draft)) or listed(draft)
        self.limits = limits_of(draft, resolver)
        if self.focus is None and self.speaker is None:
            self.speaker = take_report(draft, resolver)
        collapse(draft, resolver, is_focus=Piece(self.focus.first, self.focus.last) if self.focus else None)
        collapse_relations(draft, self.focus, resolver)
        collapse_clauses(draft, self.focus, resolver)
        collapse_relations(draft, self.focus, resolver)
        if not draft.has_tag("why"):
            leave_out(draft)
        units.add_cues(draft, resolver.lexicon)
        self.asked_unit = units.asked_unit(draft)
        self.degrees: list[Degree] = degrees_of(draft)
        readings = self._without_gaps(Asking(draft, self.focus, resolver).readings())
        self.every: list[Reading] = readings
        self.readings, self.are_rivals = chosen(readings, draft, resolver)
        self.market = market_of(draft, self._named_in_readings(), resolver)
        if self.market is not None:
            draft.use(self.market)
            draft.names.remove(self.market)
        self._explain()

    # -- what is asked

    @property
    def best(self) -> Reading | None:
        """The reading that the question most likely means."""
        return self.readings[0] if self.readings else None

    def attributes(self) -> tuple[str, ...]:
        """Return the attributes asked about, best first."""
        return tuple(dict.fromkeys(reading.attribute for reading in self.readings))

    def is_yes_no(self) -> bool:
        """Whether yes or no is asked: by a verb in front, or by the French inversion."""
        draft = self.draft
        asked = self.focus.last if self.focus is not None else None  # "où est-ce que" asks where
        if any(tag.first != asked for tag in draft.tagged("yes_no")):
            return True
        if self.focus is not None:
            return False
        if self.speaker is not None or draft.confirms:
            return True
        first = next((p for p in range(len(draft.words)) if not draft.has_tag_at(p, "filler", "chat")), 0)
        leads = draft.is_in_any(LEADING, first)
        inverted = [p for p, word in enumerate(draft.words) if word.before.startswith("-")]
        return leads or self._is_declared(first) or any(draft.has_tag_at(p, "it", "them") for p in inverted)

    def _is_declared(self, first: int) -> bool:
        """Whether a statement is asked: about what both know ("it's cheaper?"), or one that leaves nothing open."""
        if not self.draft.has_question_mark or len(self.draft.words) == 1:
            return False
        is_whole = any(one.subjects and (one.values or one.amount) for one in self.readings)
        is_pronoun = self.draft.has_tag_at(first, *PRONOUNS) and not self.draft.is_in_class("possessives", first)
        return is_whole or is_pronoun

    # -- who is meant

    def subjects(self) -> tuple[Mention, ...]:
        """Return what the chosen readings are about, brands turned into their car."""
        attributes = self.attributes()
        names = list(dict.fromkeys(name for reading in self.readings for name in reading.subjects))
        if not names and self.best is not None and self.best.cue.role is Role.INVERSE:
            names = list(self.best.values)
        given = any(reading.values for reading in self.readings)
        if not names and not given and (definite := self._definite(attributes)):
            return definite
        if not names and not given:  # of another kind than expected, which the documents may have left open
            names = list(self.draft.names)
        owned = [name for name in names if not self._is_owner(name, names)]
        return tuple(narrowed(name, attributes, self.resolver) for name in owned)

    def told_by_kinds(self) -> tuple[Name, str, Name] | None:
        """Return the relation that two names can only have by what they are: "is the Leaf from Sunderland"."""
        names = sorted((*self.draft.names, *((self.market,) if self.market else ())), key=lambda name: name.first)
        if len(names) != len(("subject", "value")):
            return None
        first, second = names
        if second is self.market and not self.resolver.is_a(first, "place"):
            return None  # "is the Leaf in Spain" may mean made there, sold there or shown there
        for attribute in self.resolver.relations():
            is_value = bool(self.resolver.kinds(second)) and self.resolver.is_a(second, *attribute.kinds)
            is_subject = bool(self.resolver.kinds(first)) and self.resolver.is_a(first, *attribute.of)
            if is_value and is_subject:
                self.market = None
                return first, attribute.id, second
        return None

    def mentions(self) -> tuple[Mention, ...]:
        """Return everything that is named, as it stands."""
        return tuple(narrowed(name, (), self.resolver) for name in self.draft.names)

    def members(self) -> list[Name]:
        """Return the names that a superlative or filter chooses among."""
        brand = self.focus.brand if self.focus else None
        as_value = {name for reading in self.readings for name in reading.values}
        return [name for name in self.draft.names if name is not brand and name not in as_value]

    def meant_set(self, claims: Sequence[Claim]) -> tuple[Mention, ...]:
        """Return the set that "they" or "these cars" mean by the facts: whoever has what is claimed or asked."""
        if not is_set(self.draft):
            return ()
        piece = set_piece(self.draft)
        for claim in claims:
            if claim.entities and (holders := self.resolver.holders(claim.entities, claim.attribute)):
                self.draft.use(piece)
                return (self._mention(piece, holders),)
        if not self.draft.kinds and set_size(self.draft) is None:
            return ()  # "they" by itself means nothing before something was named
        found = from_facts(self.draft, self.attributes(), self.set_kind() or MODEL, self.resolver)
        if found is None:
            return ()
        self.draft.use(piece)
        return (found,)

    def strays(self, used: Sequence[Mention], entities: Sequence[str]) -> Iterator[Name]:
        """Yield the names that play no part in what was understood; nothing that is known joins them to the subjects
        either.
        """
        spans = {(mention.start, mention.end) for mention in used}
        keys = {key for mention in used for key in mention.entities} | set(entities)
        brands = {self.resolver.entity(key).brand for key in keys}
        for name in self.draft.names:
            mention = name.mention
            if (mention.start, mention.end) in spans or keys.intersection(mention.entities):
                continue
            owns = brands.intersection(mention.entities)
            if not owns and not any(self.resolver.is_told_with(key, mention.entities) for key in keys):
                yield name

    # -- sets

    def brand(self) -> Mention | None:
        """Return the brand that restricts a set: "which Nissan"."""
        return self.focus.brand.mention if self.focus is not None and self.focus.brand else None

    def set_kind(self) -> str | None:
        """Return the kind of the members of the set asked about."""
        kind = kind_of_set(self.draft, self.focus)
        if kind is None:
            return MODEL if self.focus is not None and self.focus.brand is not None else None
        return kind.kinds[0]

    def is_plural(self) -> bool:
        """Whether the noun for the members of the set says that several are meant."""
        kind = kind_of_set(self.draft, self.focus)
        return kind is not None and is_plural(self.draft, kind)

    def set_size(self) -> int | None:
        """Return how many members the question says there are."""
        ranked = {p for degree in self.degrees for p in range(degree.first, degree.last) if degree.count > 1}
        size = set_size(self.draft, besides=ranked)
        if size is not None:
            self.draft.use(set_piece(self.draft))
        return size

    # -- inside

    def _counted_apart(self, focus: Focus | None) -> Focus | None:
        """Return the focus without a model whose cars are counted: "how many Leafs" is no set of models."""
        if focus is None or focus.tag != "how_many" or focus.brand is None or self.resolver.is_brand(focus.brand):
            return focus
        if focus.kind or focus.cue:
            return replace(focus, brand=None) if focus.cue else focus
        return replace(focus, last=focus.brand.first, brand=None)

    def _weak_fits(self, name: Name) -> bool:
        """Whether an everyday word is meant as the name it also is: something is asked, and nothing else is named."""
        draft = self.draft
        others = [other for other in draft.names if other is not name and not other.is_weak]
        if name.is_part and draft.words[name.first].kind == "number" and not self._is_model(name):
            known = [key for one in others if one.mention.match is not Match.UNKNOWN for key in one.mention.entities]
            return any(self._is_sibling(name, key) for key in (*known, *draft.context))
        taken = any(piece.overlaps(name) for piece in (*draft.cues, *draft.kinds, *draft.amounts))
        asked = any(not cue.is_weak and not cue.overlaps(name) for cue in draft.cues) or draft.has_tag("how_much")
        if name.last < len(draft.words) and draft.is_in_class("saying_verbs", name.last) and not others:
            return True  # "what does Veld say"
        if asked and not taken and self._is_place(name):
            return True
        before = name.first - 1 if not draft.has_tag_at(name.first - 1, *GENERATIONS) else name.first - 2
        determined = name.possessive or (before >= 0 and draft.is_in_class("articles", before))
        beside = any(cue.first == name.last or cue.last == name.first for cue in draft.cues if cue.has(Role.NOUN))
        if others:
            return not taken and (self._is_place(name) or any(self._belongs_to(name, other) for other in others))
        return asked and not taken and (determined or beside or len(draft.words) <= SHORT)

    def _is_model(self, name: Name) -> bool:
        """Whether a number is what a car is called, "the 205", and not one version among others."""
        return set(self.resolver.kinds(name)) == {MODEL}

    def _belongs_to(self, name: Name, other: Name) -> bool:
        return self._is_beside(name, other) or self._is_code_of(name, other)

    def _is_place(self, name: Name) -> bool:
        """Whether a preposition makes an everyday word the place that it also is: "in china"."""
        governed = name.first > 0 and self.draft.is_in_class("prepositions", name.first - 1)
        return governed and bool(self.resolver.kinds(name)) and self.resolver.is_a(name, "place")

    def _is_beside(self, name: Name, other: Name) -> bool:
        """Whether two names are put side by side: "brio vs nido", "the frost or the nido"."""
        between = range(min(name.last, other.last), max(name.first, other.first))
        if not between and "," in self.draft.words[max(name.first, other.first)].before:
            return True
        joins = [p for p in between if self.draft.has_tag_at(p, *JOINING)]
        return bool(joins) and len(between) <= BESIDE

    def _is_code_of(self, name: Name, other: Name) -> bool:
        """Whether a word that nobody knows, or knows as a car, makes a car of the brand before it: "nissan zorbo"."""
        if name.mention.match is not Match.UNKNOWN or other.last != name.first or other.possessive:
            return False
        is_car = name.known is None or self.resolver.lexicon.is_a(name.known.kind, MODEL)
        return is_car and self.draft.words[name.first].is_joined and self.resolver.is_brand(other)

    def _is_sibling(self, name: Name, key: str) -> bool:
        """Whether a name means a version of the same model as an entity, or of it: "the Leaf 52 than the 40"."""
        mine = {self.resolver.entity(one).parent for one in name.mention.entities} - {None}
        return bool(mine & {key, self.resolver.entity(key).parent})

    def _without_gaps(self, readings: list[Reading]) -> list[Reading]:
        """Drop what "how much less" by itself asks for, where something else is compared."""
        gaps = self.draft.tagged("difference")
        kept = [one for one in readings if not any(one.piece.overlaps(tag) for tag in gaps)]
        return kept or readings

    def _named_in_readings(self) -> list[Name]:
        return [name for reading in self.readings for name in (*reading.subjects, *reading.values)]

    def _explain(self) -> None:
        """Mark what has been understood, so that the rest can be told."""
        draft = self.draft
        kinds = [kind for kind in draft.kinds if not self._is_body_style(kind)]
        draft.use(*draft.names, *kinds, *self.degrees, *(one.piece for one in self.readings))
        draft.use(*(reading.amount for reading in self.readings if reading.amount is not None))
        asked = set(self.attributes())
        draft.use(*(cue for cue in draft.cues if cue.is_weak or asked & cue.attributes()))
        apart = times_of_names(draft)
        draft.use(*(tag for tag in draft.tags if tag.tag not in TOLD_APART and tag not in apart))
        if self.focus:
            draft.use(Piece(self.focus.first, self.focus.last))

    def _is_body_style(self, kind: KindPiece) -> bool:
        """Whether a type word right behind a model makes it another car: "the Mégane estate"."""
        name = next((name for name in self.draft.names if name.last == kind.first), None)
        if name is None or self.resolver.is_brand(name) or not self.draft.is_in_class("body_styles", kind.last - 1):
            return False
        traits = {one for key in name.mention.entities for one in self.resolver.entity(key).traits}
        return self.draft.words[kind.last - 1].lemma not in traits

    def _is_owner(self, name: Name, names: Sequence[Name]) -> bool:
        """Whether a name is only the brand of another one."""
        keys = set(name.mention.entities)
        others = (other.mention for other in names if other is not name and other.mention.match is not Match.UNKNOWN)
        return any(self.resolver.entity(key).brand in keys for mention in others for key in mention.entities)

    def _definite(self, attributes: Sequence[str]) -> tuple[Mention, ...]:
        """Return the one thing that "the platform" or "the plant" can mean: the only one of which is known what is
        asked.
        """
        for kind in self.draft.kinds:
            if self.focus is not None and kind is self.focus.kind:
                continue
            if kind.first > 0 and self.draft.is_in_class("articles", kind.first - 1):
                holders = list(dict.fromkeys(key for one in attributes for key in self._of_kind(kind, one)))
                if len(holders) == 1:
                    return (self._mention(kind, tuple(holders)),)
        return ()

    def _of_kind(self, kind: KindPiece, attribute: str) -> tuple[str, ...]:
        return self.resolver.having_attribute(attribute, kind.kinds[0])

    def _mention(self, piece: Piece, entities: tuple[str, ...]) -> Mention:
        words = self.draft.words
        return Mention(
            words[piece.first].start, words[piece.last - 1].end, self.draft.text_of(piece), entities, Match.DESCRIBED
        )
