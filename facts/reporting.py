"""What a build made of each document, and what of it is new: compared with the store that was there before.

Facts are compared by what people read of them, names and words, so that a renamed id is no change.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from facts.errors import StoreError
from facts.models import Fact, Origin, Passage, attribute_words
from facts.store.reader import FactStore

MOST_TOLD = 200  # documents, edited and new ones first: nobody reads on, and telling of one takes a millisecond
FIRST = 4  # facts told of a new document: all of them are new
SENTENCE = "sentence"  # shape of a statement that is a whole sentence, and tells nothing more

Said = tuple[str, str, str]  # subject, attribute, value with certainty and qualifiers


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What one document gave. `added`, `removed` and `altered` are facts against the store before, as people read them.

    Of a new document `added` holds the first few.
    `altered` are (what it was, what it is): the same subject and attribute with another value.
    """

    name: str
    passages: int
    facts: Mapping[Origin, int]
    statements: int
    silent: int  # passages that gave neither fact nor statement
    is_new: bool = False
    added: tuple[Said, ...] = ()
    removed: tuple[Said, ...] = ()
    altered: tuple[tuple[Said, Said], ...] = ()

    @property
    def untold(self) -> int:
        """How many more facts of a new document are new."""
        return sum(self.facts.values()) - len(self.added) if self.is_new else 0

    @property
    def has_changed(self) -> bool:
        return bool(self.is_new or self.added or self.removed or self.altered)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new store holds that the old one did not, and the other way round. Documents by name."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    facts: int = 0  # more facts than before


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How a build went."""

    target: Path
    counts: Mapping[str, int]
    silent: int  # passages that gave no fact
    changes: Changes | None  # None where there was no store to compare with
    strays: tuple[Path, ...]  # files that nobody reads
    seconds: float
    reused: int = 0  # documents whose reading an earlier store had
    documents: tuple[DocumentReport, ...] = ()  # the new and edited ones, and others up to a number


@dataclass(frozen=True, slots=True)
class Before:
    """What the store before held of the documents that are told of; its facts are None where there was no store."""

    names: tuple[str, ...]  # the documents to tell of
    facts: Mapping[str, Sequence[Said]] | None = None
    unedited: frozenset[str] = frozenset()
    digests: Mapping[str, str] | None = None  # of all its documents, None where there was no store
    total: int = 0  # its facts

    @classmethod
    def of(cls, path: Path, digests: Mapping[str, str]) -> "Before":
        """Remember the facts of a store before it is replaced by one of documents with these digests."""
        try:
            with FactStore.open(path) as store:
                old = {document.name: document.digest for document in store.documents()}
                unedited = frozenset(name for name, digest in digests.items() if old.get(name) == digest)
                chosen = tuple(sorted(digests, key=lambda name: (name in unedited, name not in old))[:MOST_TOLD])
                held = {name: _read(store, store.facts(name, proposed=True)) for name in chosen if name in old}
                return cls(chosen, held, unedited, old, store.counts()["facts"])
        except StoreError:
            return cls(tuple(sorted(digests)[:MOST_TOLD]))

    def changes(self, digests: Mapping[str, str], facts: int) -> Changes | None:
        """Return what changes with a store of these documents and so many facts; None where there was no store."""
        old = self.digests
        if old is None:
            return None
        return Changes(
            added=tuple(sorted(digests.keys() - old.keys())),
            changed=tuple(sorted(name for name in digests.keys() & old.keys() if digests[name] != old[name])),
            removed=tuple(sorted(old.keys() - digests.keys())),
            facts=facts - self.total,
        )

    def compared(self, path: Path) -> tuple[DocumentReport, ...]:
        """Report the documents of the new store, with what has changed."""
        with FactStore.open(path) as store:
            return tuple(self._report(store, name) for name in sorted(self.names))

    def _report(self, store: FactStore, name: str) -> DocumentReport:
        passages, facts = store.passages(name), store.facts(name, proposed=True)
        statements = [one for one in store.statements_in(passages) if one.shape != SENTENCE]
        told = {statement.passage for statement in statements}
        silent = [one for one in passages if one.number not in told and not _is_told(one, facts)]
        origins = Counter(fact.origin for fact in facts)
        report = DocumentReport(name, len(passages), origins, len(statements), len(silent))
        if self.facts is None:
            return report
        if name not in self.facts:
            by_weight = sorted(facts, key=lambda fact: list(Origin).index(fact.origin))  # what answers at once in front
            return replace(report, is_new=True, added=tuple(_read(store, by_weight[:FIRST])))
        removed, added = _apart(self.facts[name], _read(store, facts), with_subjects=name not in self.unedited)
        altered = _altered(removed, added)
        return replace(report, added=tuple(added), removed=tuple(removed), altered=tuple(altered))


def _altered(removed: list[Said], added: list[Said]) -> list[tuple[Said, Said]]:
    """Take out of what is gone and what is new the pairs with one subject and attribute."""
    altered = []
    for old in list(removed):
        new = next((one for one in added if one[:2] == old[:2]), None)
        if new is not None:
            altered.append((old, new))
            removed.remove(old)
            added.remove(new)
    return altered


def _is_told(passage: Passage, facts: Iterable[Fact]) -> bool:
    return any(fact.start < passage.end and passage.start < fact.end for fact in facts)


def _apart(before: Sequence[Said], after: Sequence[Said], *, with_subjects: bool) -> tuple[list[Said], list[Said]]:
    """Return what is gone and what is new. Another document may give a thing another name: that alone is no change."""
    first = 0 if with_subjects else 1
    left, right = Counter(one[first:] for one in before), Counter(one[first:] for one in after)
    return _excess(before, left - right, first), _excess(after, right - left, first)


def _excess(said: Sequence[Said], excess: Counter[tuple[str, ...]], first: int) -> list[Said]:
    left, found = excess.copy(), []
    for one in said:
        if left[one[first:]] > 0:
            left[one[first:]] -= 1
            found.append(one)
    return found


def _read(store: FactStore, facts: Sequence[Fact]) -> list[Said]:
    """Return facts as people read them."""
    names = {key: store.entity(key).name for key in dict.fromkeys(fact.subject for fact in facts)}
    return [_said(fact, names) for fact in facts]


def _said(fact: Fact, names: Mapping[str, str]) -> Said:
    value = " ".join(fact.value.text.split())
    limits = [f"{name} {held}" for name, held in sorted(fact.qualifiers.items())]
    limits += [fact.certainty.value] if fact.certainty != "stated" else []
    limits += ["to review"] if fact.origin is Origin.PROPOSED else []
    words = attribute_words(fact.attribute)
    return names.get(fact.subject, fact.subject), words, value + (f" ({', '.join(limits)})" if limits else "")
