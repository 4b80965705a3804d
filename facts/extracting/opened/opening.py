"""All open facts of a document: those of its statements first, then those of what these leave."""

from collections.abc import Iterable, Sequence

from facts.extracting.opened.amounts import Amounts
from facts.extracting.opened.beside import Beside
from facts.extracting.opened.existing import Existing
from facts.extracting.opened.lists import Lists
from facts.extracting.opened.scene import WHOLE, Scene, Told
from facts.extracting.opened.stated import Stated
from facts.extracting.precision import is_worth_showing
from facts.lexicon import Lexicon
from facts.models import Document, Entity, Fact, Passage, Statement
from facts.parsing.sentence import Sentence


class Opening:
    """Finds the open facts of one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self.lexicon = lexicon
        self.stated, self.amounts = Stated(lexicon, language), Amounts(lexicon, language)
        self.beside, self.lists = Beside(lexicon, language), Lists(lexicon, language)
        self.existing = Existing(lexicon, language)

    def facts(
        self,
        document: Document,
        passages: Sequence[Passage],
        sentences: Sequence[Sentence],
        entities: Sequence[Entity],
        statements: Sequence[Statement],
        known: Sequence[Fact],
    ) -> list[Fact]:
        """Return what a document says beyond the facts that are known of it."""
        scene = Scene.of(self.lexicon, document, passages, sentences, entities, statements)
        told, found = Told(), []
        told.add(known)
        for statement in statements:
            for fact in self._read(scene, statement):
                if is_worth_showing(fact.pattern) and not told.holds(fact):
                    told.add([fact])
                    found.append(fact)
        for whole in scene.wholes.values():
            left = [fact for fact in self.amounts.facts(scene, whole, told) if is_worth_showing(fact.pattern)]
            told.add(left)
            found += left
        return found

    def _read(self, scene: Scene, statement: Statement) -> Iterable[Fact]:
        if statement.shape != WHOLE:
            return self.stated.facts(scene, statement)
        beside = [*self.beside.facts(scene, statement), *self.lists.facts(scene, statement)]
        return [*beside, *self.existing.facts(scene, statement)]
