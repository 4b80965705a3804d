"""Places names beside the marks of a scatter plot so that none covers another, a mark or the edge.

Each takes the nearest free place, in several orders; where marks crowd, names move away and lines lead back. In the
best of these arrangements a name that stands badly may push others aside.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import cos, pi, sin

from bot.charts.boxes import Box
from bot.charts.labels import HEIGHT, Choice, Choices, Label

APART = 2.0  # pixels between two names
WITHIN = 14  # rings in which a name waits for a place without fault
CROSSED, MISSING = 30.0, 1_000.0  # what a fault counts, in rings
ORDERS = 8
CONTENT = 4.0  # rings; a name so near stays where it is
TRIED, PUSHED = 48, 2  # places that a badly placed name tries, and names that it may push aside
TRIES, ROUNDS = 60, 2  # in all, each a fraction of a millisecond, and how often

Placed = Mapping[int, tuple[float, Label]]  # by the number of the mark: how far from what one would wish, and the name


def placed(marks: Sequence[tuple[str, Box]], room: Box) -> list[Label]:
    """Return the names of marks in their places. One that finds none in the room is left out."""
    dots = [box for _, box in marks]
    choices = [Choices(text, mark, room, dots) for text, mark in marks]
    found = min((_arranged(order, choices) for order in _orders(dots)), key=lambda one: _cost(one, choices))
    for _ in range(ROUNDS):
        found = _improved(found, choices)
    return [found[number][1] for number in sorted(found)]


def _orders(dots: Sequence[Box]) -> Iterator[list[int]]:
    """Yield orders in which names are given places: first whoever has least choice, then along each edge."""
    crowds = [sum(one.grown(3 * HEIGHT).meets(other) for other in dots) for one in dots]
    yield sorted(range(len(dots)), key=lambda number: -crowds[number])
    middles = [one.middle for one in dots]
    for turn in range(ORDERS):
        across, down = cos(2 * pi * turn / ORDERS), sin(2 * pi * turn / ORDERS)
        along = [across * x + down * y for x, y in middles]
        yield sorted(range(len(dots)), key=along.__getitem__)


def _cost(found: Placed, choices: Sequence[Choices]) -> float:
    return sum(cost for cost, _ in found.values()) + MISSING * (len(choices) - len(found))


def _arranged(order: Sequence[int], choices: Sequence[Choices], kept: Placed | None = None) -> Placed:
    """Return names in the first places that are free, beside those that are kept."""
    found = dict(kept or {})
    for number in order:
        chosen = _chosen(choices[number], [label for _, label in found.values()])
        if chosen is not None:
            found[number] = chosen
    return found


def _chosen(choices: Choices, others: Sequence[Label]) -> tuple[float, Label] | None:
    """Return the nearest place where neither a name nor its line covers anything; else one where the name does not."""
    content: tuple[float, Label] | None = None
    for choice in choices:
        if content is not None and choice.ring > WITHIN:
            break
        if any(_covers(choice.label, other) for other in others):
            continue
        if choice.is_clear and not any(_crosses(choice.label, other) for other in others):
            return choice.ring, choice.label
        content = content or (choice.ring + CROSSED, choice.label)
    return content


def _improved(found: Placed, choices: Sequence[Choices]) -> Placed:
    """Let names that stand badly push others aside, as long as that makes the whole better."""
    tries = TRIES
    for number in sorted(range(len(choices)), key=lambda one: -found[one][0] if one in found else -MISSING):
        if number in found and found[number][0] <= CONTENT:
            break
        for choice in islice(choices[number], TRIED):
            tried = _pushed(number, choice, found, choices)
            tries -= tried is not None
            if tried is not None and _cost(tried, choices) < _cost(found, choices):
                found = tried
                break
            if not tries:
                return found
    return found


def _pushed(number: int, choice: Choice, found: Placed, choices: Sequence[Choices]) -> Placed | None:
    """Return the arrangement with a name in a place whose few names went elsewhere; None where they are many."""
    others = [(one, label) for one, (_, label) in found.items() if one != number]
    aside = [one for one, label in others if _covers(choice.label, label) or _crosses(choice.label, label)]
    if not choice.is_clear or len(aside) > PUSHED:
        return None
    kept = {one: found[one] for one, _ in others if one not in aside}
    return _arranged(aside, choices, {**kept, number: (choice.ring, choice.label)})


def _covers(one: Label, other: Label) -> bool:
    return one.box.meets(other.box, APART)


def _crosses(one: Label, other: Label) -> bool:
    """Whether the line of one name runs through the other name."""
    is_crossed = one.line is not None and other.box.is_crossed(one.line)
    return is_crossed or (other.line is not None and one.box.is_crossed(other.line))
