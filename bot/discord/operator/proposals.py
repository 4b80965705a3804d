"""One proposal as the operator judges it: its quote among its neighbours, what was made of it, how it was found."""

import discord

from bot.curating.reviewing import Desk, Tally, Waiting
from bot.discord.operator.claims import Claims, flat, quoted
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.limits import clip
from bot.discord.texts import Texts
from facts.lexicon import Lexicon
from facts.models import Origin
from facts.review.quotes import line_of

LONGEST_NEIGHBOUR = 200  # characters
SMALL = "-# "  # Discord's mark for small print


def show_proposal(desk: Desk, one: Waiting, lexicon: Lexicon, say: Texts) -> discord.Embed:
    """Lay out a proposal."""
    proposals, fact = desk.proposals, one.fact
    names = {entity.id: entity.name for entity in proposals.entities.values()}
    claims = Claims(names, lexicon, say)
    before, after = _neighbours(desk, one)
    waits = say("answers already") if fact.origin is Origin.EXTRACTED else say("waits for your decision")
    lines = [
        *([SMALL + before] if before else []),
        quoted(proposals.document.text, _span(one), [fact.at]),
        *([SMALL + after] if after else []),
        "",
        claims.line(fact),
        SMALL + say("{waits}; found by {pattern}", waits=waits, pattern=escape(fact.pattern)),
    ]
    embed = discord.Embed(title=escape(clip(proposals.document.name, 250)), description="\n".join(lines))
    line = line_of(proposals.document.text, fact.at[0])
    place, total = desk.place(one), len(desk.waiting)
    return embed.set_footer(text=say("{place} of {total} · line {line}", place=place, total=total, line=line))


def show_end(name: str, tally: Tally, say: Texts) -> discord.Embed:
    """Say how far the review has come."""
    lines = [
        say.many("{count} fact is decided.", "{count} facts are decided.", tally.decided),
        say.many("{count} is left for the next time.", "{count} are left for the next time.", tally.left)
        if tally.left
        else say("None is left."),
    ]
    if tally.is_complete:
        lines.append(say("The review is complete: what it leaves out is answered with “not known”."))
    elif not tally.left:
        lines.append(say("Does it hold all that the document says? Then what it leaves out is “not known”."))
    if tally.clauses:
        waiting = say.many("{count} clause waits too", "{count} clauses wait too", tally.clauses)
        lines.append(say("{waiting}; they are reviewed in the terminal, with `lineup review`.", waiting=waiting))
    if tally.decided:
        lines.append(say("Decisions count from the next reload on."))
    return discord.Embed(title=escape(clip(name, 250)), description="\n".join(lines))


def _span(one: Waiting) -> tuple[int, int]:
    passage = one.card.passage
    return min(passage.start, one.fact.start), max(passage.end, one.fact.end)


def _neighbours(desk: Desk, one: Waiting) -> tuple[str, str]:
    """Return the end of the passage before and the beginning of the one behind, as far as there are any."""
    text, (start, end) = desk.proposals.document.text, _span(one)
    before = next((p for p in reversed(desk.proposals.passages) if p.end <= start), None)
    after = next((p for p in desk.proposals.passages if p.start >= end), None)
    ends = flat(before.of(text)).strip() if before else ""
    if len(ends) > LONGEST_NEIGHBOUR:
        ends = "…" + ends[-LONGEST_NEIGHBOUR:]
    begins = clip(flat(after.of(text)).strip(), LONGEST_NEIGHBOUR) if after else ""
    return escape(ends), escape(begins)
