"""Phrases of statements as words of an attribute, or as a value: without what opens and ends them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facts.extracting.opened.scene import Place, Scene, classes_of
from facts.lexicon import Lexicon
from facts.models import Entity, Part, Side, Statement, Value, ValueKind
from facts.terms import Token, fold, tokenize

LONGEST_VALUE = 90  # characters of a value that is words; a longer one is read in its passage
LONGEST_WORDS = 4  # of an object or subject that goes into the attribute
MOST_TYPED = 8  # words of a phrase that an amount in it stands for
DROPPED = ("articles", "demonstratives", "possessives")
EMPTY = ("pronouns_thing", "pronouns_person", "pronouns_plural", "relatives", "stopwords")
ACTING = ("pronouns_person", "pronouns_plural")  # inside a value, they begin another clause
AGENTS = {"en": "by", "fr": "par"}
KEPT = ")%€$£"  # marks that belong to a phrase at its ends


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Closed classes of one language."""

    dropped: frozenset[str]
    empty: frozenset[str]
    acting: frozenset[str]
    joints: frozenset[str]
    prepositions: frozenset[str]
    agent: str  # what leads to who does it: "by"

    @classmethod
    def of(cls, lexicon: Lexicon, language: str) -> "PhraseWords":
        """Compile them."""
        dropped, empty = classes_of(lexicon, language, *DROPPED), classes_of(lexicon, language, *EMPTY)
        acting, joints = classes_of(lexicon, language, *ACTING), classes_of(lexicon, language, "conjunctions")
        prepositions = classes_of(lexicon, language, "prepositions")
        return cls(dropped, dropped | empty, acting, joints, prepositions, AGENTS.get(language, ""))

    def bare(self, text: str, start: int, end: int) -> list[Token]:
        """Return the tokens of a phrase without the determiners that open it and the marks and joints that end it."""
        tokens = tokenize(text, start, end)
        while tokens and (tokens[0].folded in self.dropped or _is_loose(tokens[0])):
            del tokens[0]
        joint = next((i for i in range(1, len(tokens) - 1) if self._is_next_clause(tokens, i)), None)
        tokens = tokens[:joint]
        while tokens and (tokens[-1].folded in self.joints or _is_loose(tokens[-1])):
            del tokens[-1]
        return tokens

    def _is_next_clause(self, tokens: list[Token], place: int) -> bool:
        """Whether what follows a comma belongs to another clause: ", and his successor"."""
        return tokens[place].text == "," and tokens[place + 1].folded in self.joints and place + 2 < len(tokens)

    def is_empty(self, tokens: list[Token]) -> bool:
        """Whether a phrase only points at something."""
        return all(token.folded in self.empty for token in tokens)

    def short(self, text: str, part: Part) -> tuple[str, ...]:
        """Return a phrase without its determiners; nothing of a long one, or of a pronoun."""
        tokens = self.bare(text, part.start, part.end)
        if not tokens or len(tokens) > LONGEST_WORDS or self.is_empty(tokens):
            return ()
        return (text[tokens[0].start : tokens[-1].end],)

    def values(self, scene: Scene, statement: Statement, part: Part) -> Iterator[tuple[Place, Value]]:
        """Yield what a part comes to: the things it names, an amount, or its words."""
        text = scene.document.text
        if not (tokens := self.bare(text, part.start, part.end)):
            return
        at, is_empty = (tokens[0].start, tokens[-1].end), self.is_empty(tokens)
        words = text[slice(*at)]
        is_name = len(part.entities) == 1 and _is_name(scene.entities[part.entities[0]], words)
        if part.entities and (is_empty or is_name or len(part.entities) > 1):
            for key in part.entities:
                yield at, Value(scene.entities[key].name, ValueKind.ENTITY, entity=key)
        elif not (is_empty or len(words) > LONGEST_VALUE or self._is_other(part, tokens)):
            yield at, _typed(scene, statement, at, words, len(tokens))

    def _is_other(self, part: Part, tokens: list[Token]) -> bool:
        """Whether a phrase goes on behind its end, or somebody acts in it, so that another clause begins there."""
        is_acting = part.side != Side.CLAUSE and any(token.folded in self.acting for token in tokens)
        return is_acting or tokens[-1].kind == "clitic" or tokens[-1].folded in self.prepositions


def _typed(scene: Scene, statement: Statement, at: Place, words: str, size: int) -> Value:
    """Return the words of a short phrase as the one amount in it, those of any other as words."""
    values = scene.sentences[statement.passage].values
    spans = [span for span in values if at[0] <= span.start and span.end <= at[1] and span.role is None]
    is_amount = len(spans) == 1 and size <= MOST_TYPED
    return replace(spans[0].value, text=words) if is_amount else Value(words, ValueKind.TEXT)


def _is_loose(token: Token) -> bool:
    return token.kind == "mark" and token.text not in KEPT


def _is_name(entity: Entity, words: str) -> bool:
    folded = fold(words)
    return any(fold(alias) == folded for alias in entity.aliases)
