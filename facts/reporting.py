"""What a build made of each document, and what of it is new: compared with the store that was there before.

Facts are compared by what people read of them, names and words, so that a renamed id is no change.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from facts.corpus import Corpus, Piece
from facts.errors import StoreError
from facts.models import Fact, Origin, Passage, Statement
from facts.store.reader import FactStore

MOST_COMPARED = 5_000  # documents; of more, only those that were edited are compared fact by fact
SENTENCE = "sentence"  # shape of a statement that is a whole sentence, and tells nothing more

Said = tuple[str, str, str]  # subject, attribute, value with certainty and qualifiers


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What one document gave. `added`, `removed` and `altered` are facts against the store before, as people read them.

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
    def has_changed(self) -> bool:
        return bool(self.is_new or self.added or self.removed or self.altered)


def report_documents(corpus: Corpus, before: Path) -> tuple[DocumentReport, ...]:
    """Report each document; call it while the store `before` is still the old one."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in corpus.merged.facts:
        facts[fact.document].append(fact)
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.statements:
        if statement.shape != SENTENCE:
            statements[statement.document].append(statement)
    names = {entity.id: entity.name for entity in corpus.merged.entities}
    old = _Old.of(before, corpus)
    reports = []
    for piece in corpus.pieces:
        own, clauses = facts[piece.document.name], statements[piece.document.name]
        said = [_said(fact, names) for fact in own]
        reports.append(old.compared(_of(piece, own, clauses), said))
    return tuple(reports)


def _of(piece: Piece, facts: Sequence[Fact], statements: Sequence[Statement]) -> DocumentReport:
    told = {statement.passage for statement in statements}
    silent = [one for one in piece.passages if one.number not in told and not _is_told(one, facts)]
    origins = Counter(fact.origin for fact in facts)
    return DocumentReport(piece.document.name, len(piece.passages), origins, len(statements), len(silent))


def _is_told(passage: Passage, facts: Iterable[Fact]) -> bool:
    return any(fact.start < passage.end and passage.start < fact.end for fact in facts)


@dataclass(frozen=True, slots=True)
class _Old:
    """The facts of the store before, of the documents that are compared; None where there is none to compare with."""

    facts: Mapping[str, list[Said]] | None
    known: frozenset[str] = frozenset()  # every document that it held
    unedited: frozenset[str] = frozenset()  # of them, those that are as they were

    @classmethod
    def of(cls, path: Path, corpus: Corpus) -> "_Old":
        try:
            with FactStore.open(path) as store:
                digests = {document.name: document.digest for document in store.documents()}
                held = {name: _held(store, name) for name in _compared(digests, corpus)}
                unedited = (p.document.name for p in corpus.pieces if digests.get(p.document.name) == p.document.digest)
                return cls(held, frozenset(digests), frozenset(unedited))
        except StoreError:
            return cls(None)

    def compared(self, report: DocumentReport, said: Sequence[Said]) -> DocumentReport:
        """Add what has changed to a report."""
        if self.facts is None:
            return report
        if report.name not in self.facts:
            return _with(report, (), (), (), is_new=report.name not in self.known)
        is_edited = report.name not in self.unedited
        removed, added = _apart(self.facts[report.name], said, with_subjects=is_edited)
        altered = []
        for old in list(removed):
            new = next((one for one in added if one[:2] == old[:2]), None)
            if new is not None:
                altered.append((old, new))
                removed.remove(old)
                added.remove(new)
        return _with(report, added, removed, altered)


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


def _with(
    report: DocumentReport,
    added: Iterable[Said],
    removed: Iterable[Said],
    altered: Iterable[tuple[Said, Said]],
    *,
    is_new: bool = False,
) -> DocumentReport:
    told = (report.name, report.passages, report.facts, report.statements, report.silent)
    return DocumentReport(*told, is_new, tuple(added), tuple(removed), tuple(altered))


def _compared(digests: Mapping[str, str], corpus: Corpus) -> list[str]:
    """Choose the documents of the old store whose facts are read; the others are taken to be as they were."""
    if len(digests) <= MOST_COMPARED:
        return list(digests)
    return [one.document.name for one in corpus.pieces if digests.get(one.document.name) != one.document.digest]


def _held(store: FactStore, document: str) -> list[Said]:
    facts = store.facts(document, proposed=True)
    names = {fact.subject: store.entity(fact.subject).name for fact in facts}
    return [_said(fact, names) for fact in facts]


def _said(fact: Fact, names: Mapping[str, str]) -> Said:
    value = " ".join(fact.value.text.split())
    limits = [f"{name} {held}" for name, held in sorted(fact.qualifiers.items())]
    limits += [fact.certainty.value] if fact.certainty != "stated" else []
    limits += ["to review"] if fact.origin is Origin.PROPOSED else []
    return names.get(fact.subject, fact.subject), fact.attribute, value + (f" ({', '.join(limits)})" if limits else "")
