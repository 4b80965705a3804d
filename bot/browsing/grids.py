"""Several entities side by side: an attribute a row, what one tells first in front, a gap where nothing is known."""

from collections.abc import Sequence

from bot.answering.known import Known
from bot.browsing import sheets
from bot.models.sheet import Entry, Grid, GridRow
from bot.wording.sentences import Sentences
from facts.models import Entity


def grid_of(known: Known, entities: Sequence[Entity], sentences: Sentences) -> Grid:
    """Return what is known of each, attribute by attribute; of several values of one, the first stands in the cell."""
    columns = [_own(known, entity, sentences) for entity in entities]
    attributes = dict.fromkeys(attribute for column in columns for attribute in column)
    ranked = sorted(attributes, key=known.rank)
    told_of = [(one, tuple(column.get(one) for column in columns)) for one in ranked]
    rows = tuple(GridRow(one, sentences.rows.label(one), cells) for one, cells in told_of)
    return Grid(tuple(sheets.named(one, sentences) for one in entities), sentences.words.language, rows)


def _own(known: Known, entity: Entity, sentences: Sentences) -> dict[str, Entry]:
    """Return the first entry of each attribute of an entity."""
    given = known.gives(entity.id, most=sheets.MOST_ATTRIBUTES)
    rows = {attribute: known.rows(entity.id, attribute) for attribute in given}
    return {attribute: sheets.entry_of(found[0], sentences) for attribute, found in rows.items() if found}
