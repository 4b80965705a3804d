"""Questions about the bot itself: what it knows, from which documents, and where its last answer came from."""

from itertools import islice

from bot.answering.known import Known, source_of
from bot.answering.sets import DEFAULT_KIND, rows_of_set
from bot.models.answer import Source
from bot.models.finding import Chatter, Cited, Finding, Gap, Members, Missing, Overview, Reason, Shelf
from bot.models.query import Query, Topic
from facts.models import Entity

MOST_NAMED = 8
MOST_ATTRIBUTES = 6
MOST_EXAMPLES = 3
SAMPLE = 64  # facts of each attribute looked at in a large store


def cite(sources: tuple[Source, ...]) -> Finding:
    """Return where the last answer came from."""
    return Cited(sources) if sources else Missing(Reason.NO_SOURCE)


def overview(known: Known, query: Query) -> Finding:
    """Return what there is to ask about: the members of a kind, or everything that has an attribute."""
    if query.topic in (Topic.DOCUMENTS, Topic.AGE):
        return _shelf(known, asks_age=query.topic is Topic.AGE)
    if query.topic is not None:
        return Chatter(topic=query.topic)
    if query.attributes:
        rows = [row for attribute in query.attributes[:1] for row in rows_of_set(known, query, attribute)]
        by_subject = {row.subject.id: row for row in rows}
        if by_subject:
            shown = tuple(by_subject.values())[:MOST_NAMED]
            return Members(tuple(row.subject for row in shown), shown)
    kind = query.set_kind or DEFAULT_KIND
    entities, total = _known_of_kind(known, query, kind)
    if not entities:
        return Chatter(empty=True)
    given = {entity.id: known.gives(entity.id, most=MOST_ATTRIBUTES) for entity in entities}
    attributes = sorted({attribute for every in given.values() for attribute in every}, key=known.rank)
    seen_in = [known.row(known.store.facts_about(entity.id)[0]).source for entity in entities]
    examples = tuple(Gap(entity, given[entity.id][0]) for entity in entities if given[entity.id])
    return Overview(
        tuple(entities),
        total,
        tuple(attributes[:MOST_ATTRIBUTES]),
        tuple({(source.document, source.start): source for source in seen_in}.values()),
        examples[:MOST_EXAMPLES],
    )


def _shelf(known: Known, *, asks_age: bool) -> Finding:
    """Return the documents, the newest first; those without a date last."""
    documents = sorted(known.store.documents(), key=lambda one: one.published or "", reverse=True)
    begins = [(known.document(one.name), known.passages(one.name)[:1]) for one in documents[:MOST_NAMED]]
    sources = tuple(source_of(document, one.start, one.end) for document, first in begins for one in first)
    return Shelf(sources, len(documents), asks_age) if sources else Chatter(empty=True)


def _known_of_kind(known: Known, query: Query, kind: str) -> tuple[list[Entity], int]:
    """Return the first entities of a kind that something is known of, and how many of it there are (0: not counted)."""
    if known.is_large:
        facts = (
            f
            for key in sorted(known.lexicon.attributes, key=known.rank)
            for f in known.store.facts_of(key, limit=SAMPLE)
        )
        seen = (known.entity(key) for key in dict.fromkeys(fact.subject for fact in facts))
        return list(islice((one for one in seen if _fits(known, one, query, kind)), MOST_NAMED)), 0
    every = [one for one in known.store.entities(kind) if _fits(known, one, query, kind)]
    return list(islice((one for one in every if known.store.facts_about(one.id)), MOST_NAMED)), len(every)


def _fits(known: Known, entity: Entity, query: Query, kind: str) -> bool:
    return known.is_a(entity, kind) and known.is_of_brand(entity, query.brand) and not entity.parent
