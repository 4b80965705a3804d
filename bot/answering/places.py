"""Places inside places: a plant in a country answers for the country, with the quote that says where it lies."""

from bot.answering.known import Known
from bot.answering.mentioned import names_hold
from bot.models.finding import Row
from facts.models import Entity
from facts.terms import squeeze

DEEPEST = 3  # plant, city, region, country


def is_place_of_places(known: Known, kind: str) -> bool:
    """Whether other places lie in places of this kind (countries, regions)."""
    lexicon = known.lexicon
    return any(lexicon.is_a(kind, value) for key in known.place_attributes for value in lexicon.attributes[key].kinds)


def containers(known: Known, place: str) -> list[Row]:
    """Return the facts that lead from a place to what it lies in, nearest first."""
    found: list[Row] = []
    here = place
    for _ in range(DEEPEST):
        step = next(
            (row for attribute in known.place_attributes for row in known.rows(here, attribute) if row.target), None
        )
        if step is None or step.target is None:
            break
        found.append(step)
        here = step.target.id
    return found


def contained(known: Known, place: str) -> list[str]:
    """Return the places that lie in a place, by id."""
    found = [place]
    for attribute in known.place_attributes:
        found.extend(fact.subject for fact in known.with_value(place, attribute))
    return list(dict.fromkeys(found))


def lies_in(known: Known, place: str, wanted: str) -> tuple[bool | None, tuple[Row, ...]]:
    """Say whether a place is, or lies in, the wanted one, with the facts that show it; None where nothing decides."""
    here, there = known.entity(place), known.entity(wanted)
    if place == wanted or {squeeze(name) for name in (here.name, *here.aliases)} & {squeeze(there.name)}:
        return True, ()
    chain = containers(known, place)
    for depth, row in enumerate(chain, 1):
        if row.target and row.target.id == wanted:
            return True, tuple(chain[:depth])
    if here.kind == there.kind:
        return (None if _may_be_one(here, there) else False), ()
    for depth, row in enumerate(chain, 1):
        if row.target and row.target.kind == there.kind:
            return False, tuple(chain[:depth])
    return None, ()


def finest(known: Known, row: Row) -> tuple[Row, ...]:
    """Return what tells a place most closely: the plant and where it lies, instead of the country by itself."""
    told = known.attribute(row.fact.attribute)
    if row.target is None or told is None or not told.exhaustive or not known.is_a(row.target, "place"):
        return (row,)
    for attribute in known.lexicon.attributes.values():
        if attribute.exhaustive and attribute.of == told.of and attribute.id != told.id:
            for finer in known.rows(row.subject.id, attribute.id):
                is_place = finer.target is not None and known.is_a(finer.target, "place")
                if is_place and finer.target and (inside := lies_in(known, finer.target.id, row.target.id))[0]:
                    return (finer, *inside[1])
    return (row,)


def _may_be_one(here: Entity, there: Entity) -> bool:
    """Whether one name holds the other, so that both may mean one place: "Flins", "Flins-sur-Seine"."""
    return names_hold(here.name, there.name) or names_hold(there.name, here.name)


def lies_outside(known: Known, place: str, kind: str | None) -> tuple[bool | None, tuple[Row, ...]]:
    """Say that a place does not lie in one that the store does not hold: in another of its kind, as the facts show."""
    if kind is None:
        return None, ()
    if known.entity(place).kind == kind:
        return False, ()
    chain = containers(known, place)
    for depth, row in enumerate(chain, 1):
        if row.target and row.target.kind == kind:
            return False, tuple(chain[:depth])
    return None, ()
