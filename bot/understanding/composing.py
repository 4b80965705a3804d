"""The query of a question: each intent is tried in turn, the most particular first; the first that fits builds it.

Words and names that nothing takes up are left over, and block an answer.
"""

from dataclasses import replace

from bot.models import Claim, Condition, Intent, Match, Mention, Operator, Query, Topic
from bot.understanding.asking import Reading
from bot.understanding.choosing import (
    CHOOSING,
    LISTING,
    SHORT,
    SIDES,
    as_members,
    asked_of_first,
    chooses_cars,
    chosen_from,
    deciding,
    is_of_cars,
    says_only,
)
from bot.understanding.claims import claims_of, conditions_of, premises_of, value_of
from bot.understanding.descriptions import as_maker, narrowed
from bot.understanding.draft import FILLERS, Draft, Piece
from bot.understanding.leftover import content_words, unexplained
from bot.understanding.operators import Degree, is_ranked, ordering_of
from bot.understanding.resolving import Resolver
from bot.understanding.scene import MODEL, Scene
from bot.understanding.speech import Speech, speech_of
from bot.understanding.traits import claims as trait_claims
from bot.understanding.units import UnitIndex
from bot.understanding.vocabulary import Role
from facts.lexicon.frames import Slot

OPEN_ENDED = (Intent.OPEN, Intent.WHY, Intent.WHO_SAID, Intent.WHAT_SAID)
FREE = (*OPEN_ENDED, Intent.CHATTER, Intent.ABOUT_BOT, Intent.SOURCE)  # words left over do not block these
COUNTING = ("how_much", "how_many", "how")
DESCRIBING = ("who", "what")  # questions that a name alone may be the whole of: "what is X?"
POINTING = ("it", "them", "that", "there")
TOPICS = frozenset(topic.value for topic in Topic)


def compose(draft: Draft, resolver: Resolver, units: UnitIndex) -> Query:
    """Return the query of a draft."""
    return _special(draft) or _Composer(Scene(draft, resolver, units)).compose()


def _special(draft: Draft) -> Query | None:
    """Return the query of a question that is about no car: about the bot, its source, or nothing."""
    named = any(not name.is_weak for name in draft.names)
    strong = any(not cue.is_weak for cue in draft.cues)
    tags = {piece.tag for piece in draft.tags}
    chats = all(draft.has_tag_at(p, *FILLERS) for p in range(len(draft.words)))
    if "source" in tags and not named and (not chats or draft.text.endswith("?")):
        return Query(draft.text, draft.language, Intent.SOURCE)
    if chats:
        return Query(draft.text, draft.language, Intent.CHATTER)
    topic = next((topic for topic in Topic if topic.value in tags), None) if tags & TOPICS else None
    about = topic.value if topic else "bot"
    if about in tags and not named and not strong and not _says_more(draft, about):
        return Query(draft.text, draft.language, Intent.ABOUT_BOT, set_kind=None if topic else MODEL, topic=topic)
    return None


def _says_more(draft: Draft, tag: str) -> bool:
    """Whether a question holds content beside a phrase of asking: "help for my mental health" is no call for help."""
    asked = {p for piece in draft.tagged(tag, "filler", "chat") for p in range(piece.first, piece.last)}
    types = {p for kind in draft.kinds for p in range(kind.first, kind.last)}
    words = {draft.words[p].lemma for p in range(len(draft.words)) if p not in asked | types}
    return bool(words & set(content_words(draft)))


class _Composer:
    """Builds the query of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.draft = scene.draft

    def compose(self) -> Query:
        scene, draft = self.scene, self.draft
        if draft.has_tag("bot") and not draft.names and scene.readings and not unexplained(draft, ()):
            return self._query(Intent.ABOUT_BOT, attributes=scene.attributes(), set_kind=MODEL)
        speech = speech_of(draft, scene.focus, scene.resolver)
        if draft.has_tag("why"):
            return self._why()
        if speech is not None:
            return self._speech(speech)
        if draft.has_tag("opinion") and not scene.degrees and (scene.focus is None or scene.focus.tag in CHOOSING):
            return self._opinion()
        if comparison := self._comparison():
            return comparison
        if scene.is_yes_no():
            return self._is_first() or self._check()
        return self._superlative() or self._inventory() or self._filter() or self._of_reading()

    def _of_reading(self) -> Query:
        best = self.scene.best
        if best is None:
            return self._without_attribute()
        if best.asks is Slot.SUBJECT or best.anaphor is Slot.VALUE or (not best.subjects and best.values):
            return self._reverse(best)
        return self._look_up()

    # -- intents

    def _why(self) -> Query:
        claims = claims_of(self.scene, self.scene.subjects())
        subjects = self.scene.subjects() or self.scene.meant_set(claims) or self.scene.mentions()
        return self._query(Intent.WHY, subjects=subjects, attributes=("reason",), claims=claims)

    def _speech(self, speech: Speech) -> Query:
        others = [name for name in self.draft.names if name is not speech.speaker]
        subjects = tuple(narrowed(name, (), self.scene.resolver) for name in others)
        return self._query(speech.intent, subjects=subjects, speaker=speech.speaker.mention if speech.speaker else None)

    def _opinion(self) -> Query:
        subjects = self.scene.subjects() or self.scene.mentions()
        if not subjects and self.scene.set_kind() != MODEL and not self._points_back():
            return self._query(Intent.CHATTER)
        self.draft.use(Piece(0, len(self.draft.words)))
        return self._query(Intent.OPINION, subjects=subjects, attributes=self.scene.attributes())

    def _points_back(self) -> bool:
        """Whether a turn without a name goes on about what was talked of before: "is it any good?"."""
        return self.draft.has_tag(*POINTING) or (bool(self.draft.context) and len(self.draft.words) <= SHORT)

    def _look_up(self) -> Query:
        scene = self.scene
        subjects = scene.subjects() or scene.meant_set(())
        attributes = scene.attributes()
        gap = self.draft.has_tag("difference")
        if len(subjects) > 1 and (gap or self.draft.has_tag("compare")):
            return self._query(Intent.COMPARE, subjects=subjects, attributes=attributes, difference=gap)
        inverse = scene.best is not None and scene.best.cue.role is Role.INVERSE
        claims = premises_of(scene)
        query = self._query(Intent.LOOKUP, subjects=subjects, attributes=attributes, inverse=inverse, claims=claims)
        besides = [one for one in scene.degrees if one.attributes and set(one.attributes).isdisjoint(attributes)]
        chosen_by = tuple(self.draft.text_of(one) for one in besides)  # "how far does the cheaper one go"
        return replace(query, unknown=(*query.unknown, *chosen_by))

    def _reverse(self, best: Reading) -> Query:
        scene = self.scene
        if not best.values and best.subjects:  # an inverse noun: "the Spring's successor"
            return self._look_up()
        if best.values and self.draft.has_tag("not"):
            return self._excluding(best)
        conditions = conditions_of(scene, best)
        subjects = tuple(narrowed(name, (), scene.resolver) for name in best.values)
        if not subjects and not conditions and not self.draft.has_tag(*POINTING):
            return self._look_up()
        intent = Intent.FILTER if conditions and not subjects else Intent.REVERSE
        return self._query(
            Intent.COUNT if self._counts() else intent,
            subjects=subjects,
            attributes=scene.attributes() if subjects or not conditions else (),
            inverse=bool(subjects) or not conditions,
            brand=scene.brand(),
            set_kind=scene.set_kind(),
            is_plural=scene.is_plural(),
            conditions=conditions,
        )

    def _excluding(self, best: Reading) -> Query:
        """Build "which cars are not built in China": a set without those that have the value."""
        entities, value, kind = value_of(best.values)
        self.draft.use(*self.draft.tagged("not"))
        condition = Condition(best.attribute, Operator.IS_NOT, value, entities, kind=kind)
        return self._query(
            Intent.COUNT if self._counts() else Intent.FILTER,
            subjects=tuple(name.mention for name in self.scene.members()),
            brand=self.scene.brand(),
            set_kind=self.scene.set_kind() or MODEL,
            conditions=(condition,),
        )

    def _superlative(self) -> Query | None:
        scene = self.scene
        degree = deciding(scene)
        if degree is None:
            return None
        asked = asked_of_first(scene, degree)
        if asked is not None:
            return self._of_first(degree, asked)
        members, kind, brand = scene.members(), scene.set_kind(), scene.brand()
        if len(members) == 1 and scene.resolver.is_brand(members[0]):  # "the fastest Renault"
            members, brand = [], members[0].mention
        subjects = tuple(as_members(scene, name, degree.attributes) for name in members)
        self.draft.use(*self.draft.tagged("ranked", "top"))
        if not subjects and not brand and not is_of_cars(scene):
            return None
        return self._query(
            Intent.SUPERLATIVE,
            subjects=subjects,
            attributes=degree.attributes,
            ordering=ordering_of(degree, is_ranked=is_ranked(self.draft, scene.degrees)),
            brand=brand,
            set_kind=kind or MODEL,
            set_size=scene.set_size(),
            conditions=conditions_of(scene),
            alternatives=len(degree.attributes) > 1,
        )

    def _of_first(self, degree: Degree, asked: tuple[str, ...]) -> Query:
        """Build "how far does the cheapest Leaf go": who is the first would be no answer, so its word stays open."""
        members = self.scene.members()
        single = len(members) == 1 and not self.scene.resolver.is_brand(members[0]) and bool(asked)
        subjects = tuple(narrowed(name, asked if single else (), self.scene.resolver) for name in members)
        brand = self.scene.brand()
        subjects = subjects or ((brand,) if brand else ())
        if single:
            query = self._query(Intent.LOOKUP, subjects=subjects, attributes=asked)
            return replace(query, unknown=(*query.unknown, self.draft.text_of(degree)))
        kind = MODEL if is_of_cars(self.scene) else None
        return self._query(
            Intent.OPEN, subjects=subjects, attributes=asked, ordering=ordering_of(degree), set_kind=kind
        )

    def _is_first(self) -> Query | None:
        """Build "is the Leaf the cheapest car": the set is put in order, and tells."""
        degree = deciding(self.scene)
        if degree is None or not degree.is_superlative or self.scene.set_kind() != MODEL:
            return None
        query = self._query(
            Intent.SUPERLATIVE, attributes=degree.attributes, ordering=ordering_of(degree), set_kind=MODEL
        )
        named = {name.mention.text for name in self.draft.names}
        return replace(query, unknown=tuple(word for word in query.unknown if word not in named))

    def _filter(self) -> Query | None:
        """Build a list, filter or count over a set that conditions cut out."""
        scene = self.scene
        if not chooses_cars(scene):
            return None
        conditions = conditions_of(scene)
        if not any(one.value or one.than or one.operator is Operator.LACKS for one in conditions):
            return None
        return self._query(
            Intent.COUNT if self._counts() else Intent.FILTER,
            subjects=chosen_from(scene, conditions),
            brand=scene.brand(),
            set_kind=scene.set_kind() or MODEL,
            set_size=scene.set_size(),
            conditions=conditions,
        )

    def _inventory(self) -> Query | None:
        """Build "how many Renaults are there", "which plug-in hybrids are listed": a set by what its members are."""
        scene, focus = self.scene, self.scene.focus
        if focus is None or focus.tag not in LISTING or any(name is not focus.brand for name in self.draft.names):
            return None
        kind = scene.set_kind()
        if not scene.resolver.lexicon.is_a(kind, MODEL) or not says_only(self.draft, focus, scene.traits):
            return None
        conditions = conditions_of(scene)
        if not conditions and scene.brand() is None:
            return None
        return self._query(
            Intent.COUNT if self._counts() else Intent.FILTER,
            brand=scene.brand(),
            set_kind=kind,
            conditions=conditions,
        )

    def _comparison(self) -> Query | None:
        """Build "how much less does A cost than B", "compare A and B", "A vs B price"."""
        scene, draft = self.scene, self.draft
        named = draft.names
        compares = draft.has_tag("compare")
        comparative = any(not degree.is_superlative for degree in scene.degrees)
        counts = scene.focus is not None and scene.focus.tag in COUNTING
        gap = draft.has_tag("difference") or (counts and comparative)
        total = draft.has_tag("total") and bool(scene.attributes())
        if len(named) < SIDES or not (gap or compares or total):
            return None
        draft.use(*draft.tagged("total"))
        attributes = next((d.attributes for d in scene.degrees if d.attributes), ()) or scene.attributes()
        subjects = tuple(narrowed(name, attributes, scene.resolver) for name in named)
        return self._query(Intent.COMPARE, subjects=subjects, attributes=attributes, difference=gap, total=total)

    def _check(self) -> Query:
        scene = self.scene
        claims = claims_of(scene, scene.subjects())
        if not claims and (called := self._called()):
            return called
        subjects = scene.subjects() or scene.meant_set(claims)
        if not claims and not scene.readings and (told := scene.told_by_kinds()):
            subject, attribute, name = told
            entities, value, kind = value_of((name,))
            claims, subjects = (Claim(attribute, Operator.IS, value, entities, kind=kind),), (subject.mention,)
            return self._query(Intent.CHECK, subjects=subjects, attributes=(attribute,), claims=claims)
        if not claims and not scene.readings:
            return self._without_attribute()
        if not subjects and self.draft.names and not self.draft.has_tag(*POINTING):
            return self._query(Intent.OPEN, subjects=scene.mentions())
        attributes = tuple(dict.fromkeys(claim.attribute for claim in claims)) or scene.attributes()
        return self._query(Intent.CHECK, subjects=subjects, attributes=attributes, claims=claims)

    def _called(self) -> Query | None:
        """Build "is it a diesel", "la Niro est-elle électrique": a value by its own name is supposed of a car."""
        negated = self.draft.has_tag("not")
        claims = trait_claims(self.draft, self.scene.traits, negated=negated)
        if not claims:
            return None
        self.draft.use(*self.draft.tagged("not"))
        attributes = tuple(dict.fromkeys(claim.attribute for claim in claims))
        subjects = tuple(narrowed(name, attributes, self.scene.resolver) for name in self.draft.names)
        subjects = subjects or self.scene.meant_set(())
        return self._query(Intent.CHECK, subjects=subjects, attributes=attributes, claims=claims)

    def _without_attribute(self) -> Query:
        """Build a description where only a name is left, an open question where words are, else chatter."""
        scene, focus = self.scene, self.scene.focus
        left = unexplained(self.draft, ())
        bare = self.draft.vocabulary.table("bare_questions").get(focus.tag) if focus and not left else None
        if bare and not self.draft.cues and (subjects := scene.subjects()):
            return self._query(Intent.LOOKUP, subjects=subjects, attributes=(bare,))
        if self.draft.names:
            asks_more = scene.is_yes_no() or (focus is not None and focus.tag not in DESCRIBING)
            wanted = self.draft.has_tag("describe")
            intent = Intent.DESCRIBE if wanted or not (left or asks_more) else Intent.OPEN
            idle = not (wanted or focus or self.draft.has_question_mark)
            return self._query(intent, subjects=scene.mentions(), only_names=idle)
        if focus and focus.kind and not left and focus.tag in LISTING:
            return self._query(Intent.ABOUT_BOT, set_kind=scene.set_kind())
        return self._query(Intent.CHATTER)

    def _counts(self) -> bool:
        return self.scene.focus is not None and self.scene.focus.tag == "how_many"

    # -- the query itself

    def _query(
        self,
        intent: Intent,
        *,
        subjects: tuple[Mention, ...] = (),
        attributes: tuple[str, ...] = (),
        claims: tuple[Claim, ...] = (),
        conditions: tuple[Condition, ...] = (),
        brand: Mention | None = None,
        alternatives: bool = False,
        **more: object,
    ) -> Query:
        scene, focus = self.scene, self.scene.focus
        if intent in OPEN_ENDED:
            subjects = tuple(as_maker(mention, scene.resolver) for mention in subjects)
        if scene.speaker is not None:
            more.setdefault("speaker", scene.speaker.mention)
        unknown = () if intent in FREE else self._left(subjects, claims, conditions, brand)
        wanted = focus.kind.kinds[0] if focus and focus.kind else focus.wanted if focus else None
        return Query(
            self.draft.text,
            self.draft.language,
            intent,
            subjects=subjects,
            attributes=attributes,
            wanted=wanted,
            brand=brand,
            claims=claims,
            conditions=conditions,
            alternatives=alternatives or (scene.are_rivals and len(attributes) > 1),
            asked_unit=scene.asked_unit,
            market=self._market(),
            limits=scene.limits,
            words=content_words(self.draft),
            unknown=unknown,
            notes=tuple(self.draft.notes),
            **more,  # type: ignore[arg-type] # the remaining fields, by name
        )

    def _left(
        self,
        subjects: tuple[Mention, ...],
        claims: tuple[Claim, ...],
        conditions: tuple[Condition, ...],
        brand: Mention | None,
    ) -> tuple[str, ...]:
        """Return the words and names that nothing took up."""
        scene = self.scene
        keys = [key for mention in subjects if mention.match is not Match.UNKNOWN for key in mention.entities]
        for amount in self.draft.amounts:  # "in 2019": a fact whose quote says so is what is meant
            if scene.resolver.is_quoted(keys, scene.attributes(), self.draft.text_of(amount)):
                self.draft.use(amount)
        entities = [scene.resolver.entity(key) for key in keys]
        values = [key for claim in claims for key in (*claim.entities, *claim.than)]
        values += [key for condition in conditions for key in condition.entities]
        texts = {
            value.text for value in (*(c.value for c in claims), *(c.value for c in conditions)) if value is not None
        }
        used = (*subjects, *((brand,) if brand else ()))
        strays = [name.mention.text for name in scene.strays(used, values) if name.mention.text not in texts]
        return (*unexplained(self.draft, entities), *strays)

    def _market(self) -> str | None:
        if self.scene.market is None:
            return None
        mention = self.scene.market.mention
        return mention.text if mention.match is Match.UNKNOWN else mention.entities[0]
