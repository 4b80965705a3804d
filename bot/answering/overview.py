"""Questions about the bot itself: what it knows, and where its last answer came from."""

from itertools import islice

from bot.answering.known import Known
from bot.answering.sets import rows_of_set
from bot.models.answer import Source
from bot.models.finding import Chatter, Cited, Finding, Gap, Members, Missing, Overview, Reason
from bot.models.query import Query

MOST_NAMED = 8
MOST_ATTRIBUTES = 6
MOST_EXAMPLES = 3


def cite(sources: tuple[Source, ...]) -> Finding:
    """Return where the last answer came from."""
    return Cited(sources) if sources else Missing(Reason.NO_SOURCE)


def overview(known: Known, query: Query) -> Finding:
    """Return what there is to ask about: the members of a kind, or everything that has an attribute."""
    if query.attributes:
        rows = [row for attribute in query.attributes[:1] for row in rows_of_set(known, query, attribute)]
        by_subject = {row.subject.id: row for row in rows}
        if by_subject:
            shown = tuple(by_subject.values())[:MOST_NAMED]
            return Members(tuple(row.subject for row in shown), shown)
    kind = query.set_kind or "model"
    entities = [e for e in known.store.entities(kind) if known.is_of_brand(e, query.brand) and not e.parent]
    shown_entities = list(islice((one for one in entities if known.store.facts_about(one.id)), MOST_NAMED))
    if not shown_entities:
        return Chatter(empty=True)
    given = {attribute for entity in shown_entities for attribute in known.gives(entity.id, most=MOST_ATTRIBUTES)}
    attributes = sorted(given, key=known.rank)[:MOST_ATTRIBUTES]
    seen_in = [known.row(known.store.facts_about(entity.id)[0]).source for entity in shown_entities]
    examples = tuple(
        Gap(entity, known.gives(entity.id, most=1)[0]) for entity in shown_entities if known.gives(entity.id, most=1)
    )
    return Overview(
        tuple(shown_entities),
        len(entities),
        len(known.store.documents()),
        tuple(attributes),
        tuple({(s.document, s.start): s for s in seen_in}.values()),
        examples[:MOST_EXAMPLES],
    )
