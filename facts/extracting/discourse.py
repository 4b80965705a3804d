"""What each noun phrase means, given what was said before: descriptions, pronouns, sets.

Precision first: where two things could be meant, nothing is. Keeps the trail of what sentences were about.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from facts.extracting.appositions import LONGEST_ADDITION, Appositions
from facts.extracting.centring import Centring
from facts.extracting.descriptions import NO_FIRM_WORDS, REACH, Descriptions, FirmWords
from facts.extracting.mention import Mention
from facts.extracting.noun_phrases import Determiner, NounPhrase, Shape, is_named_in_quotes
from facts.extracting.predicates import Predicates
from facts.extracting.topics import MAIN, Step, Topic, Topics
from facts.extracting.versions import NO_VERSIONS, VersionWords
from facts.lexicon import Lexicon
from facts.models import Entity, Passage
from facts.naming.clusters import slug
from facts.naming.entities import Names
from facts.parsing.sentence import Sentence

FOR = frozenset({"for", "pour"})
SET_REACH = 6  # sentences back for members of "these three cars"


@dataclass
class Discourse:
    """The state of reading one document."""

    lexicon: Lexicon
    names: Names
    predicates: Predicates
    title_subject: str | None = None
    topics: Topics = field(default_factory=Topics)
    entities: dict[str, Entity] = field(default_factory=dict)
    _trail: list[Step] = field(default_factory=list)
    _sets: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    inverse: Mapping[tuple[str, ...], str] = field(default_factory=dict)  # "successor" -> "replaces"
    plain_nouns: frozenset[str] = frozenset()  # nouns that tell nothing: "model", "version", "derivative"
    _subject_of: dict[tuple[str, str], str] = field(
        default_factory=dict
    )  # (attribute, value) -> subject, as stated so far
    _calls: dict[str, Counter[str]] = field(default_factory=dict)
    _described: dict[str, str] = field(default_factory=dict)  # brand -> its described model
    versions: VersionWords = NO_VERSIONS
    firm_words: FirmWords = NO_FIRM_WORDS
    homes: Mapping[str, str] = field(default_factory=dict)  # brand -> country, where the world knows it
    demonyms: Mapping[str, str] = field(default_factory=dict)  # "japanese" -> country
    _open: list[tuple[int, int, str]] = field(default_factory=list)  # sentence, paragraph, kind of "a cheaper model"
    _section: int = 0  # sentence of the last heading: what was spoken of before it is no longer meant
    _plants: list[tuple[int, str]] = field(default_factory=list)  # sentence and place that was called a plant
    _last_version: tuple[int, str, str] | None = None  # sentence, model and version last spoken of

    def __post_init__(self) -> None:
        self.entities = dict(self.names.entities)
        self.descriptions = Descriptions(self.firm_words, self.topics, self.is_a, self.homes, self.demonyms)
        self.centring = Centring(self.predicates, self.is_a)
        self.appositions = Appositions(self.predicates.grammar, self.lexicon, self.predicates.heirs, self.is_a)

    def kind_of(self, entity: str) -> str:
        return self.entities[entity].kind

    def is_a(self, entity: str, *kinds: str) -> bool:
        kind = self.entities[entity].kind
        return self.lexicon.is_a(kind, *kinds) if len(kinds) == 1 else any(self.lexicon.is_a(kind, k) for k in kinds)

    def resolve(self, number: int, sentence: Sentence, phrases: Sequence[NounPhrase]) -> list[Mention]:
        """Link the phrases of sentence `number`, left to right."""
        mentions: list[Mention] = []
        for place, phrase in enumerate(phrases):
            apposed = self.appositions.before(sentence, phrase, mentions)
            later = phrases[place + 1 : place + 1 + LONGEST_ADDITION]
            entities = apposed or self.appositions.behind(sentence, phrase, later)
            is_new = is_named_in_quotes(sentence, phrase) or self.appositions.is_told_apart(sentence, phrase)
            is_new = is_new and not entities  # nothing that was spoken of before
            entities = entities or (() if is_new else self._link(number, sentence, phrase, mentions))
            near = "" if entities or is_new else self._nearby(number, sentence, phrase, mentions)
            entities = entities or ((near,) if near else ())
            kind = phrase.kind if phrase.kind not in (None, "thing") else None
            kind = kind or (self.kind_of(entities[0]) if entities else None)
            version = None if apposed else self._version(number, sentence, phrase, entities)
            topics = () if entities or is_new else self._topics(number, sentence, phrase, mentions)
            mentions.append(Mention(phrase, entities, kind, version, near=bool(near), topics=topics))
        return mentions

    def _version(self, number: int, sentence: Sentence, phrase: NounPhrase, entities: tuple[str, ...]) -> str | None:
        """Return the words that narrow a model, said here or, where a pronoun goes on about it, just before."""
        if len(entities) != 1 or not self.is_a(entities[0], "model"):
            return None
        if phrase.shape is Shape.PRONOUN and self._last_version is not None:
            at, entity, words = self._last_version
            return words if entity == entities[0] and number - at <= 1 else None
        return self.versions.told(sentence, phrase)

    def _nearby(self, number: int, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]) -> str:
        """Return the one model that the last sentences speak of, for "the five-door SUV" or "a twin-motor variant"."""
        is_version = self.versions.told(sentence, phrase) is not None
        is_definite = phrase.determiner in (Determiner.DEFINITE, Determiner.DEMONSTRATIVE)
        kind = phrase.kind or ""
        if phrase.shape is not Shape.DESCRIPTION or phrase.name or phrase.plural or (phrase.number or 1) > 1:
            return ""
        if not (is_version or is_definite) or not self.lexicon.is_a(kind, "model"):
            return ""
        here = {entity for mention in before for entity in mention.entities if self.is_a(entity, "model")}
        lately = takewhile(lambda opened: number - opened[0] <= REACH, reversed(self._open))
        if here or any(self.lexicon.is_a(kind, "model") for _, _, kind in lately):
            return ""  # "a cheaper model" may as well be meant
        found = self.descriptions.near(self._recent(number), self.title_subject)
        return "" if found and self._is_passing(found, sentence.passage.paragraph) else found

    def _is_passing(self, entity: str, paragraph: int) -> bool:
        return self.descriptions.is_passing(entity, self._trail, self.title_subject, paragraph)

    def close(self, passage: Passage, mentions: Sequence[Mention], subjects: set[str], values: set[str]) -> None:
        """Remember a sentence: what it was about, and what stood only as a value."""
        number, is_heading = passage.number, passage.kind == "heading"
        self._section = number if is_heading else self._section
        for mention in mentions:
            phrase = mention.phrase
            if not mention.entities and not mention.topics and phrase.shape is Shape.DESCRIPTION and phrase.kind:
                self._open.append((number, passage.paragraph, phrase.kind))
            if mention.kind and self.lexicon.is_a(mention.kind, "plant"):
                self._plants += [(number, entity) for entity in mention.entities]
            if mention.version:
                self._last_version = (number, mention.entities[0], mention.version)
            if len(mention.entities) > 1:
                self._sets.append((number, mention.entities))
            for entity in mention.entities:
                if mention.phrase.shape is Shape.POSSESSIVE:
                    continue
                is_subject = is_heading or entity in subjects
                is_value = entity in values and not is_subject
                self._trail.append(Step(entity, number, passage.paragraph, is_subject, is_value))

    def note_fact(self, attribute: str, subject: str, value: str) -> None:
        """Remember a relation between two things, so that "the Spring's successor" can be found by it."""
        self._subject_of.setdefault((attribute, value), subject)

    def note_set(self, number: int, entities: tuple[str, ...]) -> None:
        """Remember entities that were named together."""
        if len(entities) > 1:
            self._sets.append((number, entities))

    def subject(self, number: int, paragraph: int, kinds: Iterable[str]) -> str | None:
        """Return what a sentence without a subject of these kinds is about: its paragraph's last, else the title's."""
        wanted = tuple(kinds)
        for step in reversed(self._trail):
            if step.paragraph != paragraph or number - step.sentence > REACH:
                break
            if step.subject and not self.is_a(step.entity, "person"):
                is_safe = self.title_subject in (None, step.entity) or not self.is_a(self.title_subject, *wanted)
                return step.entity if is_safe and self.is_a(step.entity, *wanted) else None
        rivals = {s.entity for s in self._trail if s.subject and self.is_a(s.entity, *wanted)} - {self.title_subject}
        rivals = {one for one in rivals if self.entities[one].parent != self.title_subject}
        if self.title_subject and self.is_a(self.title_subject, *wanted) and not rivals:
            return self.title_subject
        return None

    def topic(self, passage: Passage, kinds: Iterable[str]) -> Topic | None:
        """Return what a sentence is about, as far as can be guessed."""
        wanted = tuple(kinds)
        found = self.topics.at(self._trail, (self._section, passage.paragraph), wanted, self.is_a)
        if found is None or not found.safe:
            return found
        is_turned = any(
            paragraph == passage.paragraph and any(self.lexicon.is_a(kind, one) for one in wanted)
            for _, paragraph, kind in self._open
        )
        return replace(found, safe=not is_turned)

    def _topics(
        self, number: int, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]
    ) -> tuple[Topic, ...]:
        """Return what "it", "the car", "the group" may mean where nothing before them was their subject for sure."""
        is_pronoun = phrase.shape is Shape.PRONOUN and phrase.kind == "thing"
        is_definite = phrase.determiner in (Determiner.DEFINITE, Determiner.DEMONSTRATIVE)
        is_open = phrase.shape is Shape.DESCRIPTION and phrase.name is None and (phrase.number or 1) == 1
        if phrase.shape is Shape.DESCRIPTION and phrase.determiner is Determiner.INDEFINITE and before:
            return self._predicated(sentence, phrase, before[-1])
        if is_pronoun and self.centring.is_nothing(sentence, phrase):
            return ()
        is_set = phrase.plural and not (is_definite and self.lexicon.is_a(phrase.kind, "version"))
        if is_set or not (is_pronoun or (is_definite and is_open and phrase.kind != "organisation")):
            return ()
        here = {entity for mention in before for entity in mention.entities}
        found = []
        centre = self.centring.centre_before(number, sentence, phrase, before) if is_pronoun else None
        for kind in MAIN if is_pronoun else [kind for kind in MAIN if self.lexicon.is_a(phrase.kind, kind)]:
            topic = self.topic(sentence.passage, (kind,))
            if topic and not any(self.is_a(one, kind) for one in here - {topic.entity}):
                found.append(replace(topic, safe=topic.safe and (not centre or topic.entity in centre)))
        return tuple(found)

    def _predicated(self, sentence: Sentence, phrase: NounPhrase, before: Mention) -> tuple[Topic, ...]:
        """Return what "a small SUV" may mean behind "it is"."""
        between = range(before.phrase.last, phrase.first)
        is_it = before.phrase.shape is Shape.PRONOUN and not before.phrase.plural
        links = [sentence.tokens[p].kind == "clitic" or sentence.lemmas[p] in ("be", "etre") for p in between]
        if not is_it or not phrase.kind or len(between) != 1 or not all(links):
            return ()
        likely = before.topics or tuple(Topic(entity, safe=False) for entity in before.entities)
        return tuple(one for one in likely if self.is_a(one.entity, phrase.kind))

    def _link(self, number: int, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]) -> tuple[str, ...]:
        if phrase.shape is Shape.NAME and phrase.name:
            return (phrase.name,)
        if phrase.shape is Shape.POSSESSIVE:
            return ()
        if phrase.shape is Shape.PRONOUN:
            return self._pronoun(number, sentence, phrase, before)
        if phrase.name:
            return self._described_by_name(phrase, phrase.name, phrase.kind or "model")
        if phrase.number and phrase.number > 1 and phrase.determiner is not Determiner.INDEFINITE:
            return self._set(number, phrase, before)
        if phrase.plural:
            return self._set(number, phrase, before) if phrase.determiner is Determiner.DEMONSTRATIVE else ()
        if phrase.determiner in (Determiner.DEFINITE, Determiner.DEMONSTRATIVE) or (
            phrase.determiner is Determiner.INDEFINITE and self.versions.told(sentence, phrase)
        ):
            return self._points_back(number, sentence, phrase, before)
        return self._introduced(sentence, phrase, before)

    def _introduced(self, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]) -> tuple[str, ...]:
        """Bring "(build) for X a city car" into being: a new model of the brand that it is for."""
        maker = before[-1] if before else None
        is_for = maker is not None and maker.phrase.first > 0 and sentence.tokens[maker.phrase.first - 1].folded in FOR
        if maker is None or not is_for or len(maker.entities) != 1 or not self.is_a(maker.entities[0], "organisation"):
            return ()
        is_new = phrase.determiner is Determiner.INDEFINITE and self.lexicon.is_a(phrase.kind, "model")
        return (
            (self.describe(maker.entities[0], phrase.traits),) if is_new and phrase.first == maker.phrase.last else ()
        )

    def _pronoun(
        self, number: int, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]
    ) -> tuple[str, ...]:
        if phrase.plural:
            here = [mention.entities for mention in before if len(mention.entities) > 1]
            recent = here or [entities for at, entities in self._sets if number - at <= 1]
            return recent[-1] if recent else ()
        if phrase.kind != "person":
            found = self.centring.it(number, sentence, phrase, before)
            return (found,) if found else ()
        people = {e for m in before for e in m.entities if self.is_a(e, "person")}
        found = (people.pop() if len(people) == 1 else None) if people else self._last_subject(number, ("person",), 1)
        return (found,) if found else ()

    def _last_subject(self, number: int, kinds: tuple[str, ...], reach: int = REACH) -> str | None:
        for step in reversed(self._trail):
            if number - step.sentence > reach or step.sentence < self._section:
                return None
            if step.subject and self.is_a(step.entity, *kinds):
                return step.entity
        return None

    def _described_by_name(self, phrase: NounPhrase, name: str, kind: str) -> tuple[str, ...]:
        """Link a noun with a name inside that is of another kind."""
        if (attribute := self.inverse.get(tuple(phrase.traits[-1:]))) is not None:
            found = self._subject_of.get((attribute, name))
            return (found,) if found else ()
        if self.is_a(name, "model") and self.lexicon.is_a(kind, "platform"):
            return (name,)
        if self.is_a(name, "organisation") and self.lexicon.is_a(kind, "model") and not phrase.plural:
            return (self.describe(name, phrase.traits, written=True, noun_first=phrase.noun_first),)
        return ()

    def describe(self, brand: str, traits: Sequence[str], *, written: bool = False, noun_first: bool = False) -> str:
        """Return the model of a brand that has no name of its own, bringing it into being at its first mention.

        `written` says that brand and noun stood together; the name is the noun used most so, a telling one
        before "model".
        """
        noun = traits[-1] if traits else "model"
        maker = self.entities[brand].name
        name = f"{noun.capitalize()} {maker}" if noun_first else f"{maker} {noun}"
        found = self._described.get(brand)
        if found is None:
            found = self._described[brand] = slug(name)
            self.entities[found] = Entity(found, name, "model", (), brand, described=True)
        entity = self.entities[found]
        calls = self._calls.setdefault(found, Counter())
        calls[name] += 1 + written - (noun in self.plain_nouns)
        self.entities[found] = replace(
            entity,
            name=max(calls, key=lambda call: calls[call]),
            traits=tuple(dict.fromkeys((*entity.traits, *traits))),
            aliases=tuple(dict.fromkeys((*entity.aliases, name))),
        )
        return found

    def _set(self, number: int, phrase: NounPhrase, before: Sequence[Mention]) -> tuple[str, ...]:
        """Link "these three cars" to the last things of that kind, if exactly so many were spoken of."""
        kind = phrase.kind or "model"
        seen: dict[str, None] = {}
        for mention in reversed(before):
            seen |= dict.fromkeys(e for e in mention.entities if self.is_a(e, kind))
        for step in reversed(self._trail):
            if number - step.sentence > SET_REACH or (phrase.number and len(seen) >= phrase.number):
                break
            if not step.value and self.is_a(step.entity, kind):
                seen.setdefault(step.entity)
        if phrase.number:
            return tuple(reversed(list(seen)[: phrase.number])) if len(seen) >= phrase.number else ()
        recent = [
            entities for at, entities in self._sets if number - at <= 1 and all(self.is_a(e, kind) for e in entities)
        ]
        return recent[-1] if recent else ()

    def _points_back(
        self, number: int, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]
    ) -> tuple[str, ...]:
        """Link "the car", "this version", "the company", "the plant" to what was spoken of last."""
        kind = phrase.kind or "model"
        phrase = replace(phrase, traits=(*self._behind(sentence, phrase), *phrase.traits))
        here = [e for m in before for e in m.entities]
        if self.lexicon.is_a(kind, "organisation"):
            found = self.descriptions.announcer(self.predicates.grammar, sentence, phrase, before)
            found = found or self.descriptions.firm(phrase, self._recent(number), here, sentence.passage.paragraph)
        elif self.lexicon.is_a(kind, "plant"):
            places = [e for e in here if self.is_a(e, "place")]
            found = self.descriptions.plant(self._plants, number, places) if len(phrase.traits) == 1 else None
        else:  # "the man": whoever
            found = None if self.lexicon.is_a(kind, "person") else self._car(number, phrase, kind, here)
            found = None if found and self._is_passing(found, sentence.passage.paragraph) else found
        is_other = found and self.is_a(found, "version") and self.versions.told(sentence, phrase)
        return (found,) if found and not is_other else ()  # "the cheapest version" is not the one that has a name

    def _behind(self, sentence: Sentence, phrase: NounPhrase) -> tuple[str, ...]:
        """Return the adjective behind a French noun: "le constructeur japonais", "l'usine bretonne"."""
        grammar = self.predicates.grammar
        if sentence.language != "fr" or phrase.last >= len(sentence.tokens):
            return ()
        token = sentence.tokens[phrase.last]
        is_closed = token.folded in grammar.functions or token.folded in grammar.adverbs
        is_word = token.kind == "word" and not is_closed
        is_verbal = grammar.is_light(sentence, phrase.last) or grammar.is_verb(sentence, phrase.last)
        return (token.folded,) if is_word and not is_verbal and not token.is_capital else ()

    def _car(self, number: int, phrase: NounPhrase, kind: str, named: Sequence[str]) -> str | None:
        """Return the last subject that a phrase for a product means."""
        here = [e for e in named if self.is_a(e, kind)]
        if phrase.determiner is Determiner.DEMONSTRATIVE and self.lexicon.is_a(kind, "model"):
            described = [
                s.entity for s in self._trail if self.entities[s.entity].described and number - s.sentence <= SET_REACH
            ]
            if described and self._is_latest(described[-1], kind):
                return described[-1]
        found = self._last_subject(number, (kind,))
        if found and self._is_version(found) and not self.lexicon.is_a(kind, "version"):
            return None  # "the car" may be the version or the model
        if not self.lexicon.is_a(kind, "model"):
            return found if not set(here) - {found} else None
        return self.descriptions.car(number, found, self._recent(number), here)

    def _recent(self, number: int) -> list[Step]:
        first = max(self._section, number - REACH)
        return [step for step in self._trail if step.sentence >= first]

    def _is_version(self, entity: str) -> bool:
        """Whether something is a version of a model, by its kind or by what it was called: "the Abarth version"."""
        described = self.entities[entity]
        nouns = self.lexicon.kinds["version"].nouns.values() if "version" in self.lexicon.kinds else ()
        called = described.described and any((trait,) in each for trait in described.traits[-1:] for each in nouns)
        return called or self.is_a(entity, "version")

    def _is_latest(self, entity: str, kind: str) -> bool:
        """Whether no other thing of the kind was a subject since."""
        for step in reversed(self._trail):
            if step.entity == entity:
                return True
            if step.subject and self.is_a(step.entity, kind):
                return False
        return False
