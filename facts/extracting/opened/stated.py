"""Open facts from the sides of statements: "Toyota recalled 1,200 cars", "its boot lid opens by hand"."""

from collections.abc import Iterator
from dataclasses import dataclass

from facts.extracting.opened.phrases import PhraseWords
from facts.extracting.opened.scene import Scene, classes_of
from facts.extracting.voice import BE
from facts.lexicon import Lexicon
from facts.models import Fact, Part, Side, Statement, ValueKind
from facts.terms import fold, tokenize

PLACE, PLANT, CITY = "place", "plant", "city"
WHERE = "where"  # the side of the place that a clause with "where" is about
APOSTROPHE = "'"
MOST_OWNERS = 4  # things that one statement says the same of
CLOSED = (
    "indefinite_articles",
    "possessives",
    "pronouns_person",
    "pronouns_plural",
    "stopwords",
    "all_words",
    "negators",
)
PASSIVE = "passive"  # the shape of statements whose object is what they are about
SIDES = frozenset(side.value for side in Side)
OTHERS = (  # what is no part of a car: who acts, and other cars
    "agent_nouns",
    "organisation_nouns",
    "role_nouns",
    "body_nouns",
    "document_nouns",
    "one_words",
    "derivative_nouns",
    "version_nouns",
)


@dataclass(frozen=True, slots=True)
class _Owner:
    """What a statement is said of, with the words of the attribute that come before its verb."""

    keys: tuple[str, ...]
    side: str
    link: str
    words: tuple[str, ...] = ()


class Stated:
    """Makes facts of the statements of one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self.lexicon, self.words = lexicon, PhraseWords.of(lexicon, language)
        pointing = classes_of(lexicon, language, "articles", "demonstratives") | {"its"}
        self.definite = pointing - classes_of(lexicon, language, "indefinite_articles")
        self.where = classes_of(lexicon, language, "place_relatives")
        self.prepositions = classes_of(lexicon, language, "prepositions")
        self.saying = classes_of(lexicon, language, "saying_verbs", "announcing_verbs")
        self.unsure = classes_of(lexicon, language, "hypothetical_words", "backshifted_modals")
        nouns = {noun[-1] for kind in lexicon.kinds.values() for noun in kind.nouns.get(language, ())}
        self.closed = classes_of(lexicon, language, *CLOSED)
        self.others = classes_of(lexicon, language, *OTHERS) | nouns

    def facts(self, scene: Scene, statement: Statement) -> Iterator[Fact]:
        """Yield what a statement says of each thing on its sides."""
        is_unsure = statement.is_possible and not self.unsure.isdisjoint(scene.words(statement.passage))
        if is_unsure or statement.predicate in self.saying:
            return
        for owner in self._owners(scene, statement):
            for part in statement.parts:
                if part.side == owner.side or self._is_idle(statement, owner, part):
                    continue
                words = self._attribute(scene, statement, owner, part)
                pattern = f"open.{part.side if part.side in SIDES else 'behind'}/{owner.link}"
                for at, value in self.words.values(scene, statement, part):
                    if value.kind is ValueKind.TEXT and self._is_loose(owner, part):
                        continue
                    for key in owner.keys:
                        if key != value.entity:
                            yield scene.fact(statement, key, words, at, value, pattern)

    @staticmethod
    def _is_loose(owner: _Owner, part: Part) -> bool:
        """Whether mere words say too little: who does it at a place, what goes with what something is done to."""
        is_agent = owner.side == WHERE and part.side == Side.SUBJECT
        return is_agent or (owner.side == Side.OBJECT and not owner.words)

    def _owners(self, scene: Scene, statement: Statement) -> Iterator[_Owner]:
        """Yield the things that the sides of a statement name; else what the passage is about, of a part of it."""
        if (place := self._where(scene, statement)) is not None:
            yield _Owner((place,), WHERE, WHERE)
        for side in (Side.SUBJECT, Side.OBJECT):
            part = statement.on(side)
            if part is None or not part.entities or len(part.entities) > MOST_OWNERS:
                continue
            if (side is Side.SUBJECT or statement.shape == PASSIVE) and self._is_thing_itself(scene, part):
                yield _Owner(part.entities, side, side.value)
        is_passive = statement.shape == PASSIVE and statement.on(Side.SUBJECT) is None
        side = Side.OBJECT if is_passive else Side.SUBJECT
        part = statement.on(side)
        if part is None or not self._is_of_whole(scene, statement, part):
            return
        words, topic = self.words.short(scene.document.text, part), scene.topic(statement.passage)
        if words and topic is not None:
            yield _Owner((topic,), side, "main" if scene.family(topic) == scene.main else "topic", words)

    def _is_thing_itself(self, scene: Scene, part: Part) -> bool:
        """Whether a phrase means what it names, and not something of it: "Renault's old works", "shares in Renault"."""
        tokens = self.words.bare(scene.document.text, part.start, part.end)
        if any(token.kind == "clitic" for token in tokens[:-1]):
            return False
        if not any(token.folded in self.prepositions for token in tokens):
            return True
        words = " ".join(token.folded for token in tokens)
        names = (alias for key in part.entities for alias in scene.entities[key].aliases)
        return any(words.startswith(fold(alias)) for alias in names)

    def _where(self, scene: Scene, statement: Statement) -> str | None:
        """Return the place that a clause of place is about: "Dresden, in Saxony, where 340 people build it"."""
        sentence = scene.sentences[statement.passage]
        first = sentence.positions(statement.start, statement.end).start
        if first < 2 or sentence.tokens[first - 1].folded not in self.where:  # noqa: PLR2004 - a name and "where"
            return None
        before = first - 2 if sentence.tokens[first - 2].text == "," else first - 1
        places = [part for part in scene.wholes[statement.passage].parts if len(part.entities) == 1]
        places = [part for part in places if scene.is_a(part.entities[0], PLACE)]
        reach = sentence.tokens[before].start
        for kinds in ((PLANT, CITY), (PLACE,)):
            near = [p.entities[0] for p in places if p.end <= reach and self._is_beside(scene, p.end, reach, places)]
            fitting = [key for key in near if any(scene.is_a(key, kind) for kind in kinds)]
            if fitting:
                return fitting[-1]
        return None

    @staticmethod
    def _is_beside(scene: Scene, end: int, reach: int, places: list[Part]) -> bool:
        """Whether nothing but another place, a comma and a preposition stands between a place and "where"."""
        between = scene.document.text[end:reach]
        for other in places:
            if end <= other.start and other.end <= reach:
                between = between.replace(scene.document.text[other.start : other.end], "")
        return len(between.split()) <= 2 and len(between) <= 6  # noqa: PLR2004 - ", in "

    def _is_of_whole(self, scene: Scene, statement: Statement, part: Part) -> bool:
        """Whether a phrase names a part or a trait of what a text is about: "the steering", "its boot"."""
        if part.entities or part.kind is not None:
            return False
        tokens = tokenize(scene.document.text, part.start, part.end)
        if not tokens or any(token.is_capital for token in tokens[1:]):
            return False
        passage = scene.passages[statement.passage]
        is_opening = (
            part.start - passage.start <= 1 and tokens[0].kind == "word" and tokens[0].folded not in self.closed
        )
        if tokens[0].folded not in self.definite and not is_opening:
            return False
        if any(APOSTROPHE in token.folded or token.kind in ("number", "mixed") for token in tokens):
            return False
        words = {token.folded for token in tokens} | {token.folded.removesuffix("s") for token in tokens}
        return words.isdisjoint(self.others)

    def _is_idle(self, statement: Statement, owner: _Owner, part: Part) -> bool:
        """Whether a part says nothing of an owner: what it is of "X is Y" seen from Y, what stands beside."""
        if part.side in (Side.SECOND, Side.BESIDE):
            return True
        is_whole = statement.predicate in BE and owner.side != Side.OBJECT and part.side not in (Side.OBJECT, Side.TIME)
        return (is_whole and statement.on(Side.OBJECT) is not None) or self._is_dummy(statement, part)

    @staticmethod
    def _is_dummy(statement: Statement, part: Part) -> bool:
        """Whether "it" stands for a clause: "it was impossible to drive it"."""
        has_clause = statement.on(Side.CLAUSE) is not None
        return statement.predicate in BE and has_clause and part.side in (Side.OBJECT, Side.CLAUSE)

    def _attribute(self, scene: Scene, statement: Statement, owner: _Owner, part: Part) -> str:
        """Return the words that relate a part to an owner: subject or object that is neither, verb, preposition."""
        words = [*owner.words, statement.predicate]
        other = statement.on(Side.OBJECT) if owner.side in (Side.SUBJECT, WHERE) else None
        if part.side == Side.SUBJECT:
            words.append(self.words.agent)
        elif part.side != Side.OBJECT and other is not None and other is not part:
            words += self.words.short(scene.document.text, other)
        if part.side not in SIDES:
            words.append(part.side)
        return " ".join(words)
