"""All that is known of one entity, attribute by attribute: its own facts, then those of others that point to it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.answering.known import Known
from bot.models.answer import Conflict
from bot.models.finding import Gap, Row
from bot.models.sheet import Entry, Named, Sheet
from bot.wording.sentences import Sentences
from facts.models import Certainty, Entity, is_open

MOST_ATTRIBUTES = 200
MOST_POINTING = 50  # facts of others: a brand has thousands of models


def named(entity: Entity, sentences: Sentences) -> Named:
    """Return an entity as people see it."""
    return Named(entity.id, sentences.rows.title(entity), _kind(entity, sentences))


def sheet_of(known: Known, entity: Entity, sentences: Sentences) -> Sheet | None:
    """Return what the documents say of an entity, or None where they say nothing that a fact holds."""
    own = [entry_of(row, sentences) for row in _own(known, entity.id)]
    pointing = [_pointing_entry(row, sentences) for row in _pointing(known, entity.id)]
    if not own and not pointing:
        return None
    return Sheet(named(entity, sentences), sentences.words.language, (*own, *pointing))


def entry_of(row: Row, sentences: Sentences) -> Entry:
    """Word one row under its attribute."""
    wording = sentences.rows
    return Entry(
        attribute=row.fact.attribute,
        label=wording.label(row.fact.attribute),
        text=wording.hedged(row, wording.unlabelled(row)),
        source=row.source,
        value=row.fact.value,
        certainty=row.fact.certainty.value,
        question=sentences.example(Gap(row.subject, row.fact.attribute)),
        qualifiers=row.fact.qualifiers,
        conflicts=tuple(Conflict(wording.hedged(rival), rival.source) for rival in row.rivals),
    )


def _own(known: Known, entity: str) -> Iterator[Row]:
    for attribute in known.gives(entity, most=MOST_ATTRIBUTES):
        yield from known.rows(entity, attribute)


def _pointing(known: Known, entity: str) -> Iterator[Row]:
    """Yield facts of others whose value this entity is: what replaces it, what is built there."""
    found = [
        fact
        for fact in known.store.facts_with_value(entity)[: MOST_POINTING * 4]
        if fact.certainty is not Certainty.DENIED and not is_open(fact.attribute) and not known.is_named_after(fact)
    ]
    once = {(fact.subject, fact.attribute): fact for fact in reversed(found)}
    for fact in sorted(once.values(), key=lambda one: known.rank(one.attribute))[:MOST_POINTING]:
        yield known.row(fact)


def _pointing_entry(row: Row, sentences: Sentences) -> Entry:
    """Word a fact of another as a sentence: it is that other that the entry tells of."""
    said = sentences.rows.sentence([row])
    return replace(entry_of(row, sentences), text=said[:1].upper() + said[1:])


def _kind(entity: Entity, sentences: Sentences) -> str:
    kind = sentences.rows.lexicon.kinds.get(entity.kind)
    labels = kind.labels.get(sentences.words.language) if kind else None
    return labels[0] if labels else entity.kind.replace("_", " ")
