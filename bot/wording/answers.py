"""A finding becomes an Answer: its words, values, sources, conflicts and what could be asked instead."""

from collections.abc import Iterable, Sequence

from bot.models.answer import Answer, AnswerValue, Conflict, Source, Status, Tier
from bot.models.finding import (
    Chatter,
    Choosing,
    Cited,
    ClauseKind,
    Clauses,
    Comparison,
    Description,
    Finding,
    Gap,
    Members,
    Missing,
    Overview,
    Passages,
    Ranking,
    Read,
    Row,
    Shelf,
    Told,
    newest_rival,
    sources_of,
)
from bot.models.query import Intent, Query
from bot.wording.languages import catalogue_of
from bot.wording.sentences import Sentences
from bot.wording.values import LONGEST, LONGEST_CLAUSE, clip, like, value_text
from facts.lexicon.model import Lexicon
from facts.models import Certainty, ValueKind

MOST_SUGGESTIONS = 3
MOST_SOURCES = 12  # a set of ten members cites each; beyond that nobody reads


class Wording:
    """Makes answers of findings, in the language of the question."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._sentences: dict[str, Sentences] = {}

    def answer(self, finding: Finding, query: Query) -> Answer:
        """Word a finding as the reply to a question."""
        sentences = self._in(query.language)
        rows = rows_of(finding)
        sources = _sources(finding, rows)
        status, tier = status_of(finding)
        return Answer(
            status,
            sentences.text(finding),
            sentences.words.language,
            tier=tier,
            verdict=finding.verdict if isinstance(finding, Told | Comparison) else None,
            values=tuple(self._values(finding, sentences)) if status is Status.ANSWERED else (),
            sources=sources[:MOST_SOURCES],
            conflicts=tuple(_conflicts(rows, sentences)),
            choices=finding.choices if isinstance(finding, Choosing) else (),
            suggestions=tuple(_suggestions(finding, sentences)),
            unknown_words=query.unknown or (finding.missing if isinstance(finding, Passages) else ()),
            entities=tuple(_entities(finding, rows, query)),
            gaps=tuple((gap.subject.name, gap.attribute) for gap in getattr(finding, "gaps", ())),
            is_asked_for=not (query.only_names and query.intent is Intent.DESCRIBE),
        )

    def label(self, language: str, attribute: str) -> str:
        """Return what an attribute is called in a language."""
        return self._in(language).rows.label(attribute)

    def _in(self, language: str) -> Sentences:
        words = catalogue_of(language)
        if words.language not in self._sentences:
            self._sentences[words.language] = Sentences(self._lexicon, words)
        return self._sentences[words.language]

    def _values(self, finding: Finding, sentences: Sentences) -> Iterable[AnswerValue]:
        if isinstance(finding, Members):
            if finding.counted:
                yield AnswerValue(str(finding.total or len(finding.members)), ValueKind.COUNT.value)
            by_subject = {row.subject.id: row for row in reversed(finding.rows)}
            for member in finding.members:
                row = by_subject.get(member.id)
                yield AnswerValue(member.name, "entity", entity=member.name, certainty=_certainty(row) if row else None)
            return
        if isinstance(finding, Comparison):
            for difference in (*finding.differences, *((finding.total,) if finding.total else ())):
                text = like(difference.like, abs(difference.amount), sentences.words)
                yield AnswerValue(text, difference.like.fact.value.kind.value)
        if isinstance(finding, Read):
            yield _read_value(finding)
        if isinstance(finding, Overview):
            yield from (AnswerValue(entity.name, "entity", entity=entity.name) for entity in finding.entities)
        shown = finding.first if isinstance(finding, Ranking) else rows_of(finding)
        yield from (_value(row, finding, sentences) for row in shown)


def status_of(finding: Finding) -> tuple[Status, Tier | None]:
    """Say what sort of reply a finding makes, and of which tier."""
    match finding:
        case Passages():
            return Status.PASSAGE, None
        case Choosing():
            return Status.AMBIGUOUS, None
        case Chatter():
            return Status.CHATTER, None
        case Missing():
            return Status.UNKNOWN, None
        case Description(opinion=True):
            return Status.UNKNOWN, None
        case Cited() | Overview() | Shelf():
            return Status.ANSWERED, None
        case Read():
            return Status.ANSWERED, Tier.READING
    return Status.ANSWERED, Tier.FACTS


def rows_of(finding: Finding) -> tuple[Row, ...]:
    """Return the rows that a finding rests on."""
    match finding:
        case Told() | Members() | Comparison() | Clauses() | Description():
            return finding.rows
        case Ranking():
            return (*finding.first, *(row for row in finding.rows if row not in finding.first), *finding.left_out)
        case Missing():
            return finding.given
    return ()


def _sources(finding: Finding, rows: Sequence[Row]) -> tuple[Source, ...]:
    match finding:
        case Passages():
            return finding.passages
        case Cited():
            return finding.cited
        case Overview():
            return finding.seen_in
        case Shelf():
            return finding.documents
        case Read():
            return (finding.source,)
        case Told():
            rivals = (rival for row in rows if (rival := newest_rival(row.rivals)))
            found = sources_of((*rows, *rivals))
            places = {name: place for place, name in reversed(list(enumerate(one.document for one in found)))}
            return tuple(sorted(found, key=lambda one: places[one.document]))
    return sources_of(rows)


def _value(row: Row, finding: Finding, sentences: Sentences) -> AnswerValue:
    """Return a row's value with the words as written beside the reworded ones: readers may look for either."""
    value = row.fact.value
    if isinstance(finding, Clauses) and finding.kind is ClauseKind.WHO:
        speaker = row.fact.speaker or row.subject.name
        return AnswerValue(speaker, "entity", entity=speaker, certainty=_certainty(row))
    if isinstance(finding, Told) and finding.inverse and finding.verdict is None:
        return AnswerValue(row.subject.name, "entity", entity=row.subject.name, certainty=_certainty(row))
    text = row.target.name if row.target else clip(value.text, LONGEST)
    if row.target is None and row.language == sentences.words.language:
        text = value_text(row, sentences.words, is_clause=isinstance(finding, Clauses))
    about = row.target.name if row.target else row.subject.name
    return AnswerValue(
        text, value.kind.value, value, about, _certainty(row), row.fact.qualifiers.get("market"), row.fact.speaker
    )


def _read_value(finding: Read) -> AnswerValue:
    """Return the span as a value; an entity's name may say more than the words that stand for it."""
    name = finding.entity.name if finding.entity else None
    certainty = None if finding.certainty is Certainty.STATED else finding.certainty.value
    return AnswerValue(
        name or clip(finding.text, LONGEST_CLAUSE),
        finding.type.value,
        entity=name,
        certainty=certainty,
        speaker=finding.speaker,
    )


def _certainty(row: Row) -> str | None:
    return None if row.fact.certainty is Certainty.STATED else row.fact.certainty.value


def _conflicts(rows: Sequence[Row], sentences: Sentences) -> Iterable[Conflict]:
    for row in rows:
        yield from (Conflict(sentences.rows.entry(rival), rival.source) for rival in row.rivals)


def _suggestions(finding: Finding, sentences: Sentences) -> list[str]:
    """Return questions that can be answered, in the language of this one."""
    offers: tuple[Gap, ...] = ()
    if isinstance(finding, Missing):
        offers = finding.offers
    if isinstance(finding, Overview):
        offers = finding.examples
    return [sentences.example(offer) for offer in offers[:MOST_SUGGESTIONS]]


def _entities(finding: Finding, rows: Sequence[Row], query: Query) -> dict[str, None]:
    """Return the ids that the next turn may refer to, in order: what was asked about before what led to the answer."""
    if isinstance(finding, Members):
        return dict.fromkeys(member.id for member in finding.members)
    if isinstance(finding, Overview):
        return dict.fromkeys(entity.id for entity in finding.entities)
    if isinstance(finding, Missing):
        known = [*(gap.subject.id for gap in finding.gaps), *(row.subject.id for row in finding.given)]
        return dict.fromkeys(known)
    if isinstance(finding, Read):
        return dict.fromkeys([finding.entity.id] if finding.entity else [])
    asked = {key for mention in query.subjects for key in mention.entities}
    found = dict.fromkeys(row.subject.id for row in rows)
    return dict.fromkeys(key for key in found if key in asked) or found
