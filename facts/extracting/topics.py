"""What a text is about where a sentence leaves it out: the topic of a paragraph, else of the document.

A guess by nature: it never links a phrase, it only offers a subject to facts that would have none, whose patterns are
named for it and measured apart.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from facts.lexicon import Lexicon
from facts.models import Entity
from facts.naming.entities import Names
from facts.terms import fold

MAIN = ("model", "organisation", "plant")  # kinds that a document can be about
LEAD = 8  # sentences in which what a document is about is named, where its title says nothing
SHARE = 0.4  # of all mentions of its kind that the topic of a document has at least
IsA = Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was mentioned, and in which part."""

    entity: str
    sentence: int
    paragraph: int
    subject: bool
    value: bool  # only as the value of something else: a comparand, a predecessor


@dataclass(frozen=True)
class Topics:
    """The topics of one document: by kind, what its title and its opening name and its text keeps naming."""

    of_document: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lexicon: Lexicon, names: Names, title: str, subject: str | None) -> "Topics":
        """Find the topics of a document; `subject` is the model that its title names, where that is certain."""
        found = {kind: _main(lexicon, names, title, kind) for kind in MAIN}
        if subject is not None:
            found["model"] = subject
        return cls({kind: entity for kind, entity in found.items() if entity is not None})

    def at(self, trail: Sequence[Step], place: tuple[int, int], kinds: Iterable[str], is_a: IsA) -> str | None:
        """Return what a sentence at (section, paragraph) is about: the paragraph's one subject of the kinds, else
        the document's topic, unless the paragraph has turned to something else of its kind."""
        section, paragraph = place
        wanted = tuple(kinds)
        steps = [s for s in trail if s.paragraph == paragraph and s.sentence >= section and is_a(s.entity, *wanted)]
        subjects = list(dict.fromkeys(s.entity for s in reversed(steps) if s.subject))
        if subjects:
            return subjects[0] if len(subjects) == 1 else None
        others = {s.entity for s in steps if not s.value}
        found = [topic for kind, topic in self.of_document.items() if kind in wanted or is_a(topic, *wanted)]
        if not found or others - {found[0]}:
            return None
        return found[0]


def _main(lexicon: Lexicon, names: Names, title: str, kind: str) -> str | None:
    """Return the one thing of a kind that the title, else the opening names, and that is named most."""
    mentions = [
        (number, m.entity)
        for number, found in enumerate(names.mentions)
        for m in found
        if lexicon.is_a(names.entities[m.entity].kind, kind)
    ]
    counts = Counter(_family(names.entities[entity]) for _, entity in mentions)
    if not counts:
        return None
    head = fold(title)
    titled = [e for e in counts if any(fold(alias) in head for alias in names.entities[e].aliases)]
    opened = [_family(names.entities[entity]) for number, entity in mentions if number <= LEAD]
    likely = titled or opened
    best = max(likely, key=lambda entity: counts[entity], default=None)
    if best is None or counts[best] < SHARE * counts.total():
        return None
    rivals = [entity for entity in counts if entity != best and counts[entity] >= counts[best]]
    return None if rivals else best


def _family(entity: Entity) -> str:
    """Return the car that a version belongs to, else the thing itself."""
    return entity.parent or entity.id
