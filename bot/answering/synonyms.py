"""Words that say the same, as the vocabulary groups them: of predicates with their sides, of other words without."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from facts.lexicon import Lexicon
from facts.terms import fold

AGENTIVE = (
    "er",
    "or",
    "eur",
    "rice",
    "euse",
    "ant",
    "head",
    "boss",
    "chief",
    "patron",
    "patronne",
    "chef",
    "proprietaire",
)
MOST_VARIANTS = 24  # words of one group that the index of passages is asked for


class Relation(StrEnum):
    """How one predicate tells what another tells."""

    SAME = "same"
    SWAP = "swap"  # subject and object changed
    CONVERSE = "converse"  # subject and the phrase behind "to" or "from" changed


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Verbs and nouns by group; a word may be in several."""

    verbs: Mapping[str, frozenset[str]]  # verb with its particles -> ids of groups
    words: Mapping[str, frozenset[str]]  # single verb or noun -> ids of groups
    groups: Mapping[str, tuple[str, ...]]  # id -> all of its words
    swaps: Mapping[str, str]
    converses: Mapping[str, str]
    classes: Mapping[str, Mapping[str, frozenset[str]]]  # by language: the closed classes, folded

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Synonyms":
        """Compile the groups of all languages together."""
        verbs: dict[str, set[str]] = {}
        words: dict[str, set[str]] = {}
        groups: dict[str, tuple[str, ...]] = {}
        for group in lexicon.predicates:
            phrases = [phrase for listed in group.verbs.values() for phrase in listed]
            nouns = [phrase for listed in group.nouns.values() for phrase in listed]
            for phrase in phrases:
                verbs.setdefault(" ".join(phrase), set()).add(group.id)
            for phrase in (*phrases, *nouns):
                words.setdefault(" ".join(phrase), set()).add(group.id)
            groups[group.id] = tuple(dict.fromkeys(" ".join(phrase) for phrase in (*phrases, *nouns)))
        return cls(
            {word: frozenset(ids) for word, ids in verbs.items()},
            {word: frozenset(ids) for word, ids in words.items()},
            groups,
            {group.id: group.swap for group in lexicon.predicates if group.swap},
            {group.id: group.converse for group in lexicon.predicates if group.converse},
            {
                language: {name: frozenset(map(fold, words)) for name, words in known.classes.items()}
                for language, known in lexicon.languages.items()
            },
        )

    def relation(self, asked: str, told: str) -> Relation | None:
        """Return how a text's predicate tells what a question's asks, or None."""
        if asked == told:
            return Relation.SAME
        wanted, given = self.verbs.get(asked, frozenset()), self.verbs.get(told, frozenset())
        if wanted & given:
            return Relation.SAME
        if any(self.swaps.get(group) in given for group in wanted):
            return Relation.SWAP
        if any(self.converses.get(group) in given for group in wanted):
            return Relation.CONVERSE
        return None

    def predicates(self, asked: str) -> tuple[str, ...]:
        """Return every predicate that tells what `asked` asks, and nouns that are none."""
        groups = self.verbs.get(asked, frozenset())
        wanted = {other for one in groups for other in (one, self.swaps.get(one), self.converses.get(one)) if other}
        return tuple(sorted({asked, *(word for group in wanted for word in self.groups.get(group, ()))}))

    def is_agent_noun(self, verb: str, noun: str) -> bool:
        """Whether a noun names whoever does what the verb says: "maker", "fondatrice"."""
        return noun.endswith(AGENTIVE) and bool(self.verbs.get(verb, frozenset()) & self.words.get(noun, frozenset()))

    def variants(self, words: Iterable[str]) -> list[str]:
        """Return the words of all groups that these words are in, and of their converses."""
        found: dict[str, None] = {}
        for word in words:
            for group in sorted(self.words.get(word, ())):
                for other in (group, self.swaps.get(group), self.converses.get(group)):
                    found.update(dict.fromkeys(self.groups.get(other or "", ())))
        return list(found)[:MOST_VARIANTS]

    def is_light(self, word: str) -> bool:
        """Whether a lemma is a verb that says little by itself: "do", "make", "faire"."""
        return any(word in known.get("support_verbs", ()) for known in self.classes.values())

    def are_alike(self, one: str, other: str) -> bool:
        """Whether two lemmas say the same."""
        return one == other or bool(self.words.get(one, frozenset()) & self.words.get(other, frozenset()))
