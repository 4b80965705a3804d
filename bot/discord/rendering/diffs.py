"""How a build ended, for whoever started it: what is new, gone and changed, or what is wrong and where."""

from collections.abc import Iterable, Iterator, Sequence

import discord

from bot.building.messages import DocumentChange, Fault, Progress, Report, Said
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import escape, in_code, visible
from bot.discord.texts import Texts
from bot.publishing.fetching import FETCHING

MEGABYTE = 1_000_000
DONE = discord.Colour(0x2F855A)
FAILED = discord.Colour(0xC53030)
SHOWN_DOCUMENTS = 12
SHOWN_CHANGES = 4  # of each sort, of one document
SHOWN_NAMES = 5
SHOWN_FAULTS = 8
LONGEST_VALUE = 80
BAR = 20  # pieces
ADDED = r"\+"  # a bare one would begin a list
ROOM = limits.DESCRIPTION - 100  # leaves room for what is left out


def report_embed(report: Report, say: Texts) -> discord.Embed:
    """Lay out what a build changed, document by document: + added, − removed, ~ changed."""
    lines = [*_documents(report, say), *_changes(report, say)]
    if not lines and report.has_before:
        lines = [say("Nothing has changed.")]
    kept, left = _fitting(lines, ROOM)
    if left:
        kept.append(say.many("… and {count} more line", "… and {count} more lines", left))
    embed = discord.Embed(title=say("Reloaded"), description="\n".join(kept), colour=DONE)
    parts = (
        say.many("{count} document", "{count} documents", report.counts.get("documents", 0)),
        say.many("{count} fact", "{count} facts", report.counts.get("facts", 0)) + _signed(report.facts),
        say("{seconds} s", seconds=f"{report.seconds:.1f}"),
    )
    return embed.set_footer(text=" · ".join(parts))


def failure_embed(faults: Sequence[Fault], say: Texts) -> discord.Embed:
    """Lay out what is wrong, each with its file and line and the way out."""
    blocks = [_fault(one) for one in faults[:SHOWN_FAULTS]]
    kept, left = _fitting(blocks, ROOM)
    left += len(faults) - len(blocks)
    if left:
        kept.append(say("… and {count} more", count=left))
    return discord.Embed(
        title=say("The reload failed; the old facts go on answering."), description="\n".join(kept), colour=FAILED
    )


def progress_line(progress: Progress, say: Texts) -> str:
    """Show how far a build is, in words and as a bar."""
    if not progress.of:
        return say("Reading the documents …")
    filled = BAR * progress.done // progress.of
    bar = "█" * filled + "░" * (BAR - filled)
    if progress.doing == "reading documents":
        words = say("{done} of {of} documents", done=f"{progress.done:,}", of=f"{progress.of:,}")
    elif progress.doing == FETCHING:
        done, of = (f"{size / MEGABYTE:,.1f}" for size in (progress.done, progress.of))
        words = say("{done} of {of} MB", done=done, of=of)
    else:
        words = say("writing the facts")
    return f"`{bar}` {words}"


def _documents(report: Report, say: Texts) -> Iterator[str]:
    if not report.has_before:
        return
    for sign, sentence, names in (
        (ADDED, say("new documents"), report.added),
        ("~", say("changed documents"), report.changed),
        ("−", say("documents that are gone"), report.removed),
    ):
        if names:
            rest = f" … +{len(names) - SHOWN_NAMES}" if len(names) > SHOWN_NAMES else ""
            yield f"{sign} **{sentence}**: {', '.join(escape(name) for name in names[:SHOWN_NAMES])}{rest}"
    if report.strays:
        yield f"{say('not read')}: {', '.join(escape(name) for name in report.strays[:SHOWN_NAMES])}"


def _changes(report: Report, say: Texts) -> Iterator[str]:
    for change in report.documents[:SHOWN_DOCUMENTS]:
        lines = list(_lines_of(change, say))
        if lines:  # a new document that gives none is named above
            yield f"\n**{escape(change.name)}**"
            yield from lines
    if len(report.documents) > SHOWN_DOCUMENTS:
        rest = len(report.documents) - SHOWN_DOCUMENTS
        yield "\n" + say.many("… and {count} more document", "… and {count} more documents", rest)


def _lines_of(change: DocumentChange, say: Texts) -> Iterator[str]:
    sorts: tuple[tuple[str, list[str], int], ...] = (
        ("~", [f"{_said(old)} → {_value(new)}" for old, new in change.altered], change.more_altered),
        (ADDED, [_said(one) for one in change.added], change.more_added),
        ("−", [_said(one) for one in change.removed], change.more_removed),
    )
    for sign, lines, more in sorts:
        yield from (f"{sign} {line}" for line in lines[:SHOWN_CHANGES])
        rest = max(0, len(lines) - SHOWN_CHANGES) + more
        if rest:
            yield f"{sign} " + say("… and {count} more", count=rest)


def _said(fact: Said) -> str:
    subject, attribute, _ = fact
    return f"{escape(subject)} · {escape(attribute)} · {_value(fact)}"


def _value(fact: Said) -> str:
    return escape(limits.clip(visible(fact[2]), LONGEST_VALUE))


def _fault(fault: Fault) -> str:
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file or ""
    head = f"`{in_code(place).replace('`', '')}`\n" if place else ""
    remedy = f"\n→ {escape(fault.remedy)}" if fault.remedy else ""
    return limits.clip(f"{head}{escape(fault.message)}{remedy}", limits.FIELD_VALUE)


def _signed(change: int) -> str:
    return f" ({change:+,})" if change else ""


def _fitting(lines: Iterable[str], room: int) -> tuple[list[str], int]:
    """Return the lines that fit, and how many do not."""
    every, kept = list(lines), []
    for line in every:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    return kept, len(every) - len(kept)
