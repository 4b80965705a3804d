"""What a text is about where a sentence leaves it out: the topic of a paragraph, else of the document.

A guess by nature: it never links a phrase, it only offers a subject to facts that would have none, whose patterns are
named for it and measured apart.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from facts.extracting.heirs import leads_to_another
from facts.lexicon import Lexicon
from facts.models import Entity
from facts.naming.entities import Names
from facts.terms import fold

MAIN = ("model", "organisation", "plant")  # kinds that a document can be about
PLANT = "plant"  # what is said of plants is not said of whoever the text is about
LEAD = 8  # sentences in which what a document is about is named, where its title says nothing
SHARE = 0.4  # of all mentions of its kind that the topic of a document has at least, where no title names it
LEAST_TITLED = 1  # mentions in the text of a topic that the title names
AHEAD = 2  # times as often as another that the title names
IsA = Callable[..., bool]


class Step(NamedTuple):
    """One thing that was mentioned, and in which part."""

    entity: str
    sentence: int
    paragraph: int
    subject: bool
    value: bool  # only as the value of something else: a comparand, a predecessor


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence is about."""

    entity: str
    safe: bool  # the title names it, and the paragraph nothing else of its kind


@dataclass(frozen=True)
class Topics:
    """The topics of one document: by kind, what its title and its opening name and its text keeps naming."""

    of_document: dict[str, str] = field(default_factory=dict)
    titled: frozenset[str] = frozenset()  # those of them that the title names

    def titled_of(self, kind: str) -> str | None:
        """Return what the title names of a kind."""
        topic = self.of_document.get(kind)
        return topic if topic in self.titled else None

    @classmethod
    def of(cls, lexicon: Lexicon, names: Names, title: str, subject: str | None, heirs: frozenset[str]) -> "Topics":
        """Find the topics of a document; `subject` is the model that its title names, where that is certain."""
        found = {kind: _main(lexicon, names, title, kind, heirs) for kind in MAIN}
        if subject is not None:
            found["model"] = subject
        topics = {kind: entity for kind, entity in found.items() if entity is not None}
        head = fold(title)
        titled = {e for e in topics.values() if any(_stands_in(fold(a), head) for a in names.entities[e].aliases)}
        return cls(topics, frozenset(titled))

    def at(self, trail: Sequence[Step], place: tuple[int, int], kinds: Iterable[str], is_a: IsA) -> Topic | None:
        """Return what a sentence at (section, paragraph) is about: the paragraph's one subject of the kinds, else
        the document's topic, unless the paragraph or its heading has turned to something else of its kind.
        """
        section, paragraph = place
        wanted = tuple(kinds)
        wanted = wanted[:1] if wanted[0] == PLANT else wanted
        steps = [s for s in trail if s.sentence >= section and is_a(s.entity, *wanted)]
        steps = [s for s in steps if s.paragraph == paragraph or (s.sentence == section and section > 0)]
        subjects = list(dict.fromkeys(s.entity for s in reversed(steps) if s.subject))
        ordered = sorted(self.of_document.items(), key=lambda one: _rank(one[0], wanted))
        topic = next((topic for kind, topic in ordered if kind in wanted or is_a(topic, *wanted)), None)
        if subjects:
            is_alone = {s.entity for s in steps} == {topic}
            return Topic(subjects[0], is_alone and topic in self.titled) if len(subjects) == 1 else None
        if topic is None or {s.entity for s in steps if not s.value} - {topic}:
            return None
        return Topic(topic, topic in self.titled and not {s.entity for s in steps} - {topic})


def _main(lexicon: Lexicon, names: Names, title: str, kind: str, heirs: frozenset[str]) -> str | None:
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
    titled = [e for e in counts if any(_stands_in(fold(alias), head) for alias in names.entities[e].aliases)]
    if titled:
        return _most_titled(lexicon, names, titled, counts, title, heirs)
    opened = [_family(names.entities[entity]) for number, entity in mentions if number <= LEAD]
    best = max(opened, key=lambda entity: counts[entity], default=None)
    if best is None or counts[best] < SHARE * counts.total():
        return None
    rivals = [entity for entity in counts if entity != best and counts[entity] >= counts[best]]
    return None if rivals else best


def _most_titled(
    lexicon: Lexicon, names: Names, titled: Sequence[str], counts: Counter[str], title: str, heirs: frozenset[str]
) -> str | None:
    """Return what a title is about: the one thing that it names, or of several the one that the text names most."""
    best = max(titled, key=lambda entity: counts[entity])
    is_rare = counts[best] < LEAST_TITLED or any(counts[e] > counts[best] for e in counts)
    if is_rare or is_contested(lexicon, names, titled, title, heirs):
        return None
    return best if all(e == best or AHEAD * counts[e] <= counts[best] for e in titled) else None


def is_contested(lexicon: Lexicon, names: Names, titled: Iterable[str], title: str, heirs: frozenset[str]) -> bool:
    """Whether a title weighs what it names against something else, or tells of something else by it: "a Leaf or an
    i3", "Puma v Avenger", "the successor of the C1". `heirs` are nouns for what is told of by another.
    """
    classes = [language.classes for language in lexicon.languages.values()]
    joints = {fold(word) for one in classes for word in one.get("versus_words", ())}
    articles = {fold(word) for one in classes for word in one.get("articles", ())}
    words = [word for word in fold(title).replace(":", " ").split() if word not in articles]
    for alias in {fold(alias) for entity in titled for alias in names.entities[entity].aliases}:
        name = alias.split()
        for place in range(len(words) - len(name) + 1):
            before, behind = words[max(0, place - 2) : place], words[place + len(name) : place + len(name) + 1]
            is_weighed = not (joints | heirs).isdisjoint(behind) or not joints.isdisjoint(before[-1:])
            is_led = len(before) > 1 and leads_to_another(heirs, *before)
            if words[place : place + len(name)] == name and (is_weighed or is_led):
                return True
    return False


def _stands_in(name: str, head: str) -> bool:
    """Whether a name stands in a title as whole words."""
    return f" {name} " in f" {''.join(c if c.isalnum() or c in '-ëéè' else ' ' for c in head)} " or (
        not name.isalnum() and name in head
    )


def _rank(kind: str, wanted: Sequence[str]) -> int:
    return wanted.index(kind) if kind in wanted else len(wanted)


def _family(entity: Entity) -> str:
    """Return the car that a version belongs to, else the thing itself."""
    return entity.parent or entity.id
