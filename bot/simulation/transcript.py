"""`lineup chat --transcript FILE`: the lines of a file, played as if somebody typed them.

Each waits for all that comes of the one before. The clock of the simulation goes on with the lines and not with the
machine's, so that the same lines bring up the same.
"""

from collections.abc import Iterable
from pathlib import Path

from bot.simulation.session import Session

TYPING = 5.0  # simulated seconds that a line takes: nobody types faster than the bot's cooldown allows
BROKEN = "lineup: the bot broke down, which is a defect of Lineup: {!r}"


def lines_of(path: Path) -> list[str]:
    """Read what is to be typed; raises OSError."""
    return path.read_text(encoding="utf-8-sig", errors="replace").removesuffix("\n").split("\n")


async def play(session: Session, lines: Iterable[str]) -> None:
    """Type the lines, and wait after each for all that comes of it; a bot that breaks down ends in SystemExit."""
    for line in lines:
        if not line.strip() and session.form is None:
            continue
        session.screen.typed(session.prompt, line.strip())
        await session.env.advance_time(TYPING)
        if not await session.take(line):
            return
        await session.rest()
        if session.env.errors:
            raise SystemExit(BROKEN.format(session.env.errors[0]))
