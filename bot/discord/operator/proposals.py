"""One proposal as the operator judges it: its quote among its neighbours, and the fact or the clauses made of it."""

from collections.abc import Iterator

import discord

from bot.curating.clauses import clause
from bot.curating.reviewing import Desk, Tally
from bot.curating.understood import apart
from bot.curating.waiting import Waiting
from bot.discord.operator.claims import SAID_BY_CLAUSE, Claims, flat, quoted
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.limits import clip
from bot.discord.texts import Texts
from facts.lexicon import Lexicon
from facts.models import Fact, Origin
from facts.review.quotes import line_of

LONGEST_NEIGHBOUR, LONGEST_CLAUSE = 200, 300  # characters
SHOWN_CLAUSES = 8  # of one sentence; nearly all have one or two
SMALL = "-# "  # Discord's mark for small print


def show_proposal(desk: Desk, one: Waiting, lexicon: Lexicon, say: Texts) -> discord.Embed:
    """Lay out a proposal."""
    document = desk.proposals.document
    before, after = _neighbours(desk, one)
    lines = [
        *([SMALL + before] if before else []),
        quoted(document.text, one.span, apart(one.marks)),
        *([SMALL + after] if after else []),
        "",
        *(_fact(desk, one.card.fact, lexicon, say) if one.card.fact is not None else _clauses(desk, one, say)),
    ]
    embed = discord.Embed(title=escape(clip(document.name, 250)), description="\n".join(lines))
    line = line_of(document.text, one.marks[0][0])
    place, total = desk.place(one), len(desk.waiting)
    return embed.set_footer(text=say("{place} of {total} · line {line}", place=place, total=total, line=line))


def _fact(desk: Desk, fact: Fact, lexicon: Lexicon, say: Texts) -> Iterator[str]:
    names = {entity.id: entity.name for entity in desk.proposals.entities.values()}
    yield Claims(names, lexicon, say).line(fact)
    waits = say("answers already") if fact.origin is Origin.EXTRACTED else say("waits for your decision")
    yield SMALL + say("{waits}; found by {pattern}", waits=waits, pattern=escape(fact.pattern))


def _clauses(desk: Desk, one: Waiting, say: Texts) -> Iterator[str]:
    """Say what each clause does, numbered as the menus number them."""
    said = [clause(statement, desk.proposals) for statement in one.card.statements]
    for number, words in enumerate(said[:SHOWN_CLAUSES], 1):
        mark = f"**{number}** " if len(said) > 1 else ""
        yield f"{SAID_BY_CLAUSE} {mark}{escape(clip(words, LONGEST_CLAUSE))}"
    if len(said) > SHOWN_CLAUSES:
        yield say("… and {count} more", count=len(said) - SHOWN_CLAUSES)
    yield SMALL + say.many(
        "what the clause says, beside the facts", "what the clauses say, beside the facts", len(said)
    )


def show_end(name: str, tally: Tally, say: Texts) -> discord.Embed:
    """Say how far the review has come."""
    lines = [say.many("{count} fact is decided.", "{count} facts are decided.", tally.facts)]
    if tally.clauses:
        lines.append(say.many("{count} clause is decided.", "{count} clauses are decided.", tally.clauses))
    if tally.left:
        lines.append(say.many("{count} is left for the next time.", "{count} are left for the next time.", tally.left))
    else:
        lines.append(say("None is left."))
    if tally.is_complete:
        lines.append(say("The review is complete: what it leaves out is answered with “not known”."))
    elif not tally.left:
        lines.append(say("Does it hold all that the document says? Then what it leaves out is “not known”."))
    if tally.is_begun:
        lines.append(say("Decisions count from the next reload on."))
    return discord.Embed(title=escape(clip(name, 250)), description="\n".join(lines))


def _neighbours(desk: Desk, one: Waiting) -> tuple[str, str]:
    """Return the end of the passage before and the beginning of the one behind, as far as there are any."""
    text, (start, end) = desk.proposals.document.text, one.span
    before = next((p for p in reversed(desk.proposals.passages) if p.end <= start), None)
    after = next((p for p in desk.proposals.passages if p.start >= end), None)
    ends = flat(before.of(text)).strip() if before else ""
    if len(ends) > LONGEST_NEIGHBOUR:
        ends = "…" + ends[-LONGEST_NEIGHBOUR:]
    begins = clip(flat(after.of(text)).strip(), LONGEST_NEIGHBOUR) if after else ""
    return escape(ends), escape(begins)
