"""A noun phrase with what it means, and how sure that is."""

from typing import NamedTuple

from facts.extracting.noun_phrases import NounPhrase, Shape
from facts.extracting.topics import Topic


class Mention(NamedTuple):
    """A noun phrase and the entities it means; none where it is open, several for a set or a coordination."""

    phrase: NounPhrase
    entities: tuple[str, ...]
    kind: str | None = None  # as the phrase presents it: "the Renault Scénic platform" is a platform
    version: str | None = None  # words that narrow a model: "long-range version"
    near: bool = False  # the one thing of its kind spoken of just before, although no sentence had it for a subject
    topics: tuple[Topic, ...] = ()  # what an open phrase may mean: what the text is about, by what kind is wanted

    @property
    def how(self) -> str:
        """Say how sure the link is, for the pattern's name."""
        if not self.entities and self.topics:
            return "document" if all(topic.safe for topic in self.topics) else "topic"
        if len(self.entities) > 1:
            return "set"
        if self.version or self.near:
            return "version" if self.version else "near"
        return self.phrase.shape.value if self.phrase.shape is not Shape.POSSESSIVE else "pronoun"
