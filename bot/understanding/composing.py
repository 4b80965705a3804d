"""Puts a question's pieces together into a Query: first who is meant, then what is asked, then what sort of reply is wanted.

Each intent is tried in turn, the most particular first; the first that fits builds the query. Words left over block an answer.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.models import Claim, Condition, Intent, Match, Mention, Operator, Query
from bot.understanding.amounts import implied_attribute
from bot.understanding.asking import Asking, Reading, chosen
from bot.understanding.descriptions import collapse, narrowed
from bot.understanding.draft import AmountPiece, Draft, Piece, TagPiece
from bot.understanding.focus import Focus, find_focus
from bot.understanding.leftover import content_words, unexplained
from bot.understanding.linking import Name
from bot.understanding.operators import Degree, degrees_of, operator_of, ordering_of
from bot.understanding.relations import collapse_clauses, collapse_relations
from bot.understanding.resolving import Resolver
from bot.understanding.sets import from_facts, is_set, kind_of_set, listed, set_piece, set_size
from bot.understanding.speech import Speech, speech_of
from bot.understanding.units import UnitIndex, market_of
from bot.understanding.vocabulary import Role
from facts.lexicon.frames import Slot
from facts.models import Value, ValueKind

OPEN_ENDED = (Intent.OPEN, Intent.WHY, Intent.WHO_SAID, Intent.WHAT_SAID)
MODEL = "model"


class Composer:
    """Composes the query of one draft."""

    def __init__(self, draft: Draft, resolver: Resolver, units: UnitIndex) -> None:
        self.draft = draft
        self._units = units
        self.market: Name | None = None
        self.asked_unit: str | None = None
        self.resolver = resolver
        self.focus: Focus | None = None
        self.degrees: list[Degree] = []
        self.readings: list[Reading] = []
        self.are_rivals = False

    def compose(self) -> Query:
        """Return the query."""
        if special := self._special():
            return self._query(special)
        self._read()
        speech = speech_of(self.draft, self.focus, self.resolver)
        if self.draft.has_tag("why"):
            return self._why()
        if speech is not None:
            return self._speech(speech)
        if self.draft.has_tag("opinion") and not self.degrees:
            return self._opinion()
        return self._asked()

    # -- reading

    def _special(self) -> Intent | None:
        """Return the intent of a question that is about no car: about the bot, its source, or nothing."""
        draft = self.draft
        named = any(not name.is_weak for name in draft.names)
        strong = any(not cue.is_weak for cue in draft.cues)
        if not draft.words or all(draft.has_tag_at(p, "chat", "filler") for p in range(len(draft.words))):
            return Intent.CHATTER
        if draft.has_tag("source") and not named:
            return Intent.SOURCE
        if draft.has_tag("bot") and not named and not strong:
            return Intent.ABOUT_BOT
        return None

    def _read(self) -> None:
        draft, resolver = self.draft, self.resolver
        draft.names = [name for name in draft.names if not name.is_weak or self._weak_fits(name)]
        self.focus = find_focus(draft) or listed(draft)
        collapse_clauses(draft, self.focus, resolver)
        collapse(draft, resolver, is_focus=Piece(self.focus.first, self.focus.last) if self.focus else None)
        collapse_relations(draft, self.focus, resolver)
        self._units.add_cues(draft, resolver.lexicon)
        self.asked_unit = self._units.asked_unit(draft)
        self.degrees = degrees_of(draft)
        readings = Asking(draft, self.focus, resolver).readings()
        self.readings, self.are_rivals = chosen(self._without_gaps(readings), draft, resolver)
        used = [name for reading in self.readings for name in (*reading.subjects, *reading.values)]
        self.market = market_of(draft, used, resolver)
        if self.market is not None:
            draft.use(self.market)
            draft.names.remove(self.market)
        self._explain()

    def _without_gaps(self, readings: list[Reading]) -> list[Reading]:
        """Drop what "how much less" by itself asks for, where something else is compared."""
        gaps = self.draft.tagged("difference")
        kept = [one for one in readings if not any(one.piece.overlaps(tag) for tag in gaps)]
        return kept or readings

    def _weak_fits(self, name: Name) -> bool:
        """Whether an everyday word that is also a name is meant as one: something is asked, and nothing else is named."""
        draft = self.draft
        others = [other for other in draft.names if other is not name and not other.is_weak]
        if name.is_part and draft.words[name.first].kind == "number":
            return any(self._is_sibling(name, other) for other in others)
        taken = any(piece.overlaps(name) for piece in (*draft.cues, *draft.kinds, *draft.amounts))
        asked = any(not cue.is_weak and not cue.overlaps(name) for cue in draft.cues)
        determined = name.first > 0 and (draft.is_in_class("articles", name.first - 1) or name.possessive)
        return asked and not taken and not others and (determined or len(draft.words) <= 3)  # noqa: PLR2004 - "spring price"

    def _is_sibling(self, name: Name, other: Name) -> bool:
        """Whether two names mean versions of one model, or one the model of the other: "the Leaf 52 than the 40"."""
        if other.mention.match is Match.UNKNOWN:
            return False
        mine = {self.resolver.entity(key).parent for key in name.mention.entities} - {None}
        theirs = {p for key in other.mention.entities for p in (key, self.resolver.entity(key).parent)}
        return bool(mine & theirs)

    def _explain(self) -> None:
        """Mark what has been understood, so that the rest can be told."""
        draft = self.draft
        draft.use(
            *draft.names, *draft.kinds, *draft.amounts, *self.degrees, *(reading.piece for reading in self.readings)
        )
        asked = {reading.attribute for reading in self.readings}
        draft.use(*(cue for cue in draft.cues if cue.is_weak or asked & cue.attributes()))
        draft.use(*(tag for tag in draft.tags if tag.tag not in ("not", "first", "last", "except")))
        if self.focus:
            draft.use(Piece(self.focus.first, self.focus.last))

    # -- intents

    def _why(self) -> Query:
        claims = self._claims(self._subjects())
        subjects = self._subjects() or self._meant_set(claims)
        return self._query(Intent.WHY, subjects=subjects, attributes=("reason",), claims=claims)

    def _speech(self, speech: Speech) -> Query:
        others = [name for name in self.draft.names if name is not speech.speaker]
        subjects = tuple(narrowed(name, (), self.resolver) for name in others)
        speaker = speech.speaker.mention if speech.speaker else None
        return self._query(speech.intent, subjects=subjects, speaker=speaker)

    def _opinion(self) -> Query:
        if not self.draft.names and not self.draft.kinds:
            return self._query(Intent.CHATTER)
        self.draft.use(Piece(0, len(self.draft.words)))
        return self._query(Intent.OPINION, subjects=self._subjects(), attributes=self._attributes())

    def _asked(self) -> Query:
        """Build the query of an ordinary question."""
        if comparison := self._comparison():
            return comparison
        if self._is_yes_no():
            return self._check()
        if query := self._superlative() or self._of_set():
            return query
        best = self.readings[0] if self.readings else None
        if best is None:
            return self._without_attribute()
        if best.asks is Slot.SUBJECT or (not best.subjects and best.values):
            return self._reverse(best)
        return self._look_up()

    def _look_up(self) -> Query:
        subjects = self._subjects()
        attributes = self._attributes()
        if not subjects and is_set(self.draft):
            found = from_facts(self.draft, attributes, self._set_kind() or MODEL, self.resolver)
            subjects = (found,) if found else ()
            if found:
                self.draft.use(set_piece(self.draft))
        if len(subjects) > 1 and self.draft.has_tag("compare", "difference"):
            return self._query(
                Intent.COMPARE, subjects=subjects, attributes=attributes, difference=self.draft.has_tag("difference")
            )
        inverse = bool(self.readings) and self.readings[0].cue.role is Role.INVERSE
        claims = self._premises()
        return self._query(Intent.LOOKUP, subjects=subjects, attributes=attributes, inverse=inverse, claims=claims)

    def _reverse(self, best: Reading) -> Query:
        counted = self.focus is not None and self.focus.tag == "how_many"
        conditions = self._conditions(best)
        if not best.values and best.subjects:  # an inverse noun: "the Spring's successor"
            return self._look_up()
        subjects = tuple(narrowed(name, (), self.resolver) for name in best.values)
        if not subjects and not conditions and not self.draft.has_tag("it", "them", "that", "there"):
            return self._look_up()
        intent = Intent.COUNT if counted else Intent.FILTER if conditions and not subjects else Intent.REVERSE
        return self._query(
            intent,
            subjects=subjects,
            attributes=self._attributes() if subjects or not conditions else (),
            inverse=bool(subjects) or not conditions,
            brand=self._brand(),
            set_kind=self._set_kind(),
            conditions=conditions,
        )

    def _superlative(self) -> Query | None:
        degree = next(
            (one for one in self.degrees if one.attributes and (one.is_superlative or self._is_choice())), None
        )
        if degree is None or (not degree.is_superlative and self.draft.has_tag("than")):
            return None
        subjects = tuple(narrowed(name, degree.attributes, self.resolver) for name in self._members())
        kind = self._set_kind()
        if not subjects and not self._brand() and not (self.resolver.lexicon.is_a(kind, MODEL) or is_set(self.draft)):
            return None
        return self._query(
            Intent.SUPERLATIVE,
            subjects=subjects,
            attributes=degree.attributes,
            ordering=ordering_of(degree),
            brand=self._brand(),
            set_kind=kind or MODEL,
            set_size=self._set_size(),
            conditions=self._conditions(None),
            alternatives=len(degree.attributes) > 1,
        )

    def _of_set(self) -> Query | None:
        """Build a list, filter or count over a set that conditions cut out."""
        focus = self.focus
        if (
            focus is None
            or (focus.kind is None and focus.brand is None)
            or (focus.cue is not None and focus.kind is None)
        ):
            return None
        if not any(self.resolver.lexicon.is_a(kind, MODEL) for kind in (focus.kind.kinds if focus.kind else (MODEL,))):
            return None
        conditions = self._conditions(None)
        best = self.readings[0] if self.readings else None
        typed = [condition for condition in conditions if condition.value is not None]
        if not typed and (best is None or best.asks is Slot.VALUE or best.values):
            return None
        if not conditions:
            return None
        counted = focus.tag == "how_many"
        return self._query(
            Intent.COUNT if counted else Intent.FILTER,
            subjects=tuple(name.mention for name in self._members()),
            brand=self._brand(),
            set_kind=self._set_kind() or MODEL,
            set_size=self._set_size(),
            conditions=conditions,
        )

    def _comparison(self) -> Query | None:
        """Build "how much less does A cost than B", "compare A and B", "A or B, which is cheaper"."""
        named = [name for name in self.draft.names if name.mention.match is not Match.UNKNOWN or name.known]
        asks_difference = self.draft.has_tag("difference") or (
            self.focus is not None
            and self.focus.tag in ("how_much", "how_many", "how")
            and any(not d.is_superlative for d in self.degrees)
        )
        if len(named) < 2 or not (asks_difference or self.draft.has_tag("compare")):  # noqa: PLR2004 - two sides
            return None
        attributes = next((d.attributes for d in self.degrees if d.attributes), ()) or self._attributes()
        if (
            self.degrees
            and any(not d.is_superlative for d in self.degrees)
            and not asks_difference
            and not self.draft.has_tag("compare")
        ):
            return None
        subjects = tuple(narrowed(name, attributes, self.resolver) for name in named)
        return self._query(Intent.COMPARE, subjects=subjects, attributes=attributes, difference=asks_difference)

    def _check(self) -> Query:
        claims = self._claims(self._subjects())
        subjects = self._subjects() or self._meant_set(claims)
        if not claims and not self.readings:
            return self._without_attribute()
        return self._query(Intent.CHECK, subjects=subjects, attributes=self._attributes(), claims=claims)

    def _without_attribute(self) -> Query:
        """Build a description where only a name is left, an open question where words are, else chatter."""
        draft = self.draft
        left = unexplained(draft, ())
        if draft.names and not left:
            return self._query(
                Intent.DESCRIBE, subjects=tuple(narrowed(name, (), self.resolver) for name in draft.names)
            )
        if draft.has_tag("describe") and draft.names:
            return self._query(Intent.DESCRIBE, subjects=tuple(name.mention for name in draft.names))
        if draft.names:
            return self._query(Intent.OPEN, subjects=tuple(name.mention for name in draft.names))
        if self.focus and self.focus.kind and not left and self.focus.tag in ("which", "what", "list", "how_many"):
            return self._query(Intent.ABOUT_BOT, set_kind=self._set_kind())
        return self._query(Intent.CHATTER)

    # -- parts

    def _subjects(self) -> tuple[Mention, ...]:
        """Return what the chosen readings are about, brands turned into their car."""
        attributes = self._attributes()
        names = list(dict.fromkeys(name for reading in self.readings for name in reading.subjects))
        if not names and self.readings and self.readings[0].cue.role is Role.INVERSE:
            names = list(self.readings[0].values)
        if not names and not any(reading.values for reading in self.readings):
            names = list(self.draft.names)
        owned = [name for name in names if not self._is_owner(name, names)]
        return tuple(narrowed(name, attributes, self.resolver) for name in owned)

    def _is_owner(self, name: Name, names: Sequence[Name]) -> bool:
        """Whether a name is only the brand of another one."""
        keys = set(name.mention.entities)
        return any(
            self.resolver.entity(key).brand in keys
            for other in names
            if other is not name and other.mention.match is not Match.UNKNOWN
            for key in other.mention.entities
        )

    def _attributes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(reading.attribute for reading in self.readings))

    def _members(self) -> list[Name]:
        """Return the names that a superlative or filter chooses among."""
        brand = self.focus.brand if self.focus else None
        used_as_value = {name for reading in self.readings for name in reading.values}
        return [name for name in self.draft.names if name is not brand and name not in used_as_value]

    def _brand(self) -> Mention | None:
        """Return the brand that restricts a set: "which Nissan", "Renault models"."""
        if self.focus is None:
            return None
        return self.focus.brand.mention if self.focus.brand else None

    def _set_kind(self) -> str | None:
        kind = kind_of_set(self.draft, self.focus)
        if kind is None:
            return MODEL if self.focus is not None and self.focus.brand is not None else None
        return kind.kinds[0]

    def _set_size(self) -> int | None:
        size = set_size(self.draft)
        if size is not None:
            self.draft.use(set_piece(self.draft))
        return size

    def _meant_set(self, claims: Sequence[Claim]) -> tuple[Mention, ...]:
        """Return the set that "they" or "these cars" mean by the facts: whoever has what is claimed of them."""
        if not is_set(self.draft):
            return ()
        for claim in claims:
            if claim.entities and (holders := self.resolver.holders(claim.entities, claim.attribute)):
                piece = set_piece(self.draft)
                self.draft.use(piece)
                words = self.draft.words
                text = self.draft.text_of(piece)
                return (Mention(words[piece.first].start, words[piece.last - 1].end, text, holders, Match.DESCRIBED),)
        found = from_facts(self.draft, self._attributes(), MODEL, self.resolver)
        return (found,) if found else ()

    def _is_choice(self) -> bool:
        """Whether a comparative chooses among named things: "which is cheaper, the Twingo or the Leaf"."""
        return self.focus is not None and self.focus.tag in ("which", "what", "who") and len(self._members()) > 1

    def _is_yes_no(self) -> bool:
        draft = self.draft
        if draft.has_tag("yes_no"):
            return True
        if self.focus is not None:
            return False
        first = next((p for p in range(len(draft.words)) if not draft.has_tag_at(p, "filler", "chat")), 0)
        leads = any(draft.is_in_class(name, first) for name in ("auxiliaries", "modals", "copulas"))
        return leads or any(
            word.before == "-" and draft.has_tag_at(p, "it", "them") for p, word in enumerate(draft.words)
        )

    def _claims(self, subjects: Sequence[Mention]) -> tuple[Claim, ...]:
        """Return what the question supposes of its subjects."""
        draft = self.draft
        negated = bool(draft.tagged("not"))
        draft.use(*draft.tagged("not"))
        if compared := self._than(negated=negated):
            return compared
        claims = []
        for reading in self.readings:
            if reading.amount is not None:
                operator, amount = operator_of(draft, reading.amount)
                claims.append(Claim(reading.attribute, operator, amount, negated=negated))
            elif reading.values and (reading.subjects or is_set(draft) or not subjects):
                entities, value = self._value_of(reading.values)
                claims.append(Claim(reading.attribute, Operator.IS, value, entities, negated=negated))
        return tuple(claims)

    def _than(self, *, negated: bool) -> tuple[Claim, ...]:
        """Read "cheaper than the Twingo", "cost more than", "the same as"."""
        draft = self.draft
        than = next((tag for tag in draft.tagged("than", "same", "below", "above") if self._behind(tag)), None)
        if than is None:
            return ()
        others = self._behind(than)
        degree = next((one for one in self.degrees), None)
        attributes = (degree.attributes if degree else ()) or self._attributes()
        if not attributes or (than.tag == "than" and degree is None):
            return ()
        plain = {"below": Operator.BELOW, "above": Operator.ABOVE}.get(than.tag, Operator.IS)
        operator = (
            plain if degree is None or than.tag != "than" else Operator.ABOVE if degree.descending else Operator.BELOW
        )
        keys = tuple(key for name in others for key in narrowed(name, attributes, self.resolver).entities)
        self.readings = [
            replace(one, subjects=tuple(n for n in one.subjects if n not in others), values=()) for one in self.readings
        ]
        draft.names = [name for name in draft.names if name not in others]
        return tuple(Claim(attribute, operator, than=keys, negated=negated) for attribute in attributes[:1])

    def _behind(self, tag: TagPiece) -> list[Name]:
        """Return the names that follow a word of comparison, past articles and prepositions."""
        position = tag.last
        while position < len(self.draft.words) and any(
            self.draft.is_in_class(name, position) for name in ("articles", "prepositions", "possessives")
        ):
            position += 1
        return [group for group in self.draft.names if group.first >= position] if self.draft.name_at(position) else []

    def _value_of(self, names: Sequence[Name]) -> tuple[tuple[str, ...], Value | None]:
        known = tuple(key for name in names if name.mention.match is not Match.UNKNOWN for key in name.mention.entities)
        if known:
            return known, None
        return (), Value(names[0].mention.text, ValueKind.ENTITY)

    def _premises(self) -> tuple[Claim, ...]:
        """Return what a question takes for granted beside what it asks."""
        claims = []
        for reading in self.readings:
            if reading.asks is None and reading.values and reading.subjects:
                entities, value = self._value_of(reading.values)
                claims.append(Claim(reading.attribute, Operator.IS, value, entities))
        return tuple(claims)

    def _conditions(self, best: Reading | None) -> tuple[Condition, ...]:
        """Return what the members of a set must meet."""
        draft = self.draft
        found: list[Condition] = []
        for amount in draft.amounts:
            attribute = self._attribute_of(amount)
            if attribute is not None:
                operator, plain = operator_of(draft, amount)
                found.append(Condition(attribute, operator, plain))
        for reading in self.readings:
            if reading.values and reading is not best and reading.asks is not Slot.VALUE:
                entities, value = self._value_of(reading.values)
                operator = Operator.IS_NOT if draft.has_tag("not") else Operator.IS
                draft.use(*draft.tagged("not"))
                found.append(Condition(reading.attribute, operator, value, entities))
        return tuple(found)

    def _attribute_of(self, amount: AmountPiece) -> str | None:
        """Return which attribute an amount of a condition belongs to: the one asked, else the one that its unit implies."""
        for reading in self.readings:
            if reading.amount is amount:
                return reading.attribute
        return self._implied(amount)

    def _implied(self, amount: AmountPiece) -> str | None:
        return implied_attribute(amount, self.resolver.lexicon, self._attributes())

    def _market(self) -> str | None:
        if self.market is None:
            return None
        mention = self.market.mention
        return mention.text if mention.match is Match.UNKNOWN else mention.entities[0]

    # -- the query itself

    def _query(
        self,
        intent: Intent,
        *,
        subjects: tuple[Mention, ...] = (),
        attributes: tuple[str, ...] = (),
        claims: tuple[Claim, ...] = (),
        conditions: tuple[Condition, ...] = (),
        **more: object,
    ) -> Query:
        draft = self.draft
        entities = [self.resolver.entity(key) for m in subjects if m.match is not Match.UNKNOWN for key in m.entities]
        unknown = (
            ()
            if intent in (*OPEN_ENDED, Intent.CHATTER, Intent.ABOUT_BOT, Intent.SOURCE)
            else unexplained(draft, entities)
        )
        wanted = (
            self.focus.kind.kinds[0] if self.focus and self.focus.kind else self.focus.wanted if self.focus else None
        )
        alternatives = bool(more.pop("alternatives", False)) or (self.are_rivals and len(attributes) > 1)
        return Query(
            draft.text,
            draft.language,
            intent,
            subjects=subjects,
            attributes=attributes,
            wanted=wanted,
            claims=claims,
            conditions=conditions,
            alternatives=alternatives,
            asked_unit=self.asked_unit,
            market=self._market(),
            words=content_words(draft),
            unknown=unknown,
            notes=tuple(draft.notes),
            **more,  # type: ignore[arg-type]
        )
