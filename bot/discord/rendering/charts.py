"""The words of a picture: what its axes are measured in, where its numbers are from, what it leaves out."""

from collections.abc import Iterable

from bot.charts.plots import Axis, Plot
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import visible
from bot.discord.texts import Texts
from bot.models.answer import Source
from bot.wording.languages import catalogue_of
from bot.wording.values import currency_name
from facts.models import ValueKind

MOST_SOURCES = 6
LONGEST_ALT = 1_024


def axis_title(axis: Axis, say: Texts) -> str:
    """Return what an axis shows, with its unit and what all its values share: "range (km, WLTP)"."""
    if axis.kind is ValueKind.MONEY:
        unit = currency_name(axis.unit, catalogue_of(say.language))
    else:
        unit = {"days": say("days"), "years": say("years")}.get(axis.unit, axis.unit.replace("_", "/"))
    notes = ", ".join(filter(None, (unit, *axis.narrowed)))
    return visible(f"{axis.label} ({notes})" if notes else axis.label)


def caption_of(sources: Iterable[Source], say: Texts, *, is_sure: bool) -> str:
    """Name the documents behind a picture, and what is hollow where anything is."""
    colon = catalogue_of(say.language).colon
    names = list(dict.fromkeys(" · ".join(filter(None, (one.title or one.document, one.published))) for one in sources))
    more = [say("… and {count} more", count=len(names) - MOST_SOURCES)] if len(names) > MOST_SOURCES else []
    told = f"{say('Sources')}{colon}{'; '.join((*names[:MOST_SOURCES], *more))}"
    return visible(told if is_sure else f"{told} — {say('hollow: expected, or no more than a limit')}")


def described(numbers: str) -> str:
    """Return the numbers of a picture in words, as far as Discord takes them."""
    return limits.clip(visible(numbers), LONGEST_ALT)


def left_out(plot: Plot | None, say: Texts, *, has_more: bool) -> str:
    """Say what a picture leaves out, and why; nothing where it shows all."""
    if plot is None:
        return say(
            "Nothing is drawn: fewer than two have a value of the same unit, market, sort of price and test cycle."
        )
    told = []
    if plot.unlike:
        other = say(
            "Not in the picture: {count} with another unit, market, sort of price or test cycle.", count=plot.unlike
        )
        told.append(other)
    if plot.left or has_more:
        told.append(say("The picture shows the first {count}; choose a brand to see its own.", count=len(plot.marks)))
    return " ".join(told)
