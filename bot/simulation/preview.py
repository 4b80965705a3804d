"""`lineup preview`: the very same bot on a page that looks like Discord, for contributors, on this machine alone.

The page shows a channel of a simulated server, or direct messages; who types there goes through Discord's own rules.
It is drawn anew when somebody acts, and after a line in the terminal: one that is drawn all the time cannot be used.
"""

import asyncio
import io
import webbrowser
from contextlib import AbstractAsyncContextManager, suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from bot.discord.opening import curator_for, open_library
from bot.settings import Settings
from bot.simulation.chat import simulated, waiting_in
from bot.simulation.files import Files
from bot.simulation.keyboard import Keyboard
from bot.simulation.screen import Screen
from bot.simulation.session import Session

WITHOUT_EXTRA = (
    "`lineup preview` needs a simulated Discord with a page, which is not installed; add it with: "
    "pip install 'lineup-bot[preview]'"
)
NEEDED = ("simcord", "markdown_it", "linkify_it", "regex", "PIL")
FOREVER = 24 * 60 * 60.0  # seconds; the page's own limit is shorter
QUESTIONS = ("which of the three small cars is cheapest?", "Which car replaces the Spring?")

OPENED = """\
{url}
A page that looks like Discord, on this machine only; the address is a key to it. Type there; press Enter here to draw
it anew (a reload that ended, say), Ctrl-D to end."""


def run(settings: Settings, *, port: int | None, opens: bool, direct: bool = False) -> None:
    """Show the page until the input ends or Ctrl-C is pressed; raises FactsError where there are no facts."""
    if any(find_spec(module) is None for module in NEEDED):
        raise SystemExit(f"lineup: {WITHOUT_EXTRA}")
    library = open_library(settings)
    try:
        with TemporaryDirectory(prefix="lineup-") as folder, suppress(KeyboardInterrupt):
            curator, files = waiting_in(curator_for(settings), Path(folder)), Files(Path(), Path(folder))
            asyncio.run(
                _show(
                    simulated(library, Screen(Console(file=io.StringIO())), files, curator),
                    port=port,
                    opens=opens,
                    direct=direct,
                )
            )
    finally:
        library.close()


async def _show(
    simulation: AbstractAsyncContextManager[Session], *, port: int | None, opens: bool, direct: bool
) -> None:
    console = Console(highlight=False, soft_wrap=True)
    async with simulation as session:
        await _furnish(session)
        member, admin = session.people["member"], session.people["admin"]
        channel = member.user.dm_channel if direct else session.channels["lineup"]
        viewers = [member.user] if direct else [member, admin]
        async with session.env.preview(channel, viewers=viewers, layout="channel", port=port) as page:
            console.print(OPENED.format(url=page.url), markup=False)
            if opens:
                webbrowser.open(page.url)
            keyboard = Keyboard()
            with suppress(EOFError):
                while True:
                    await keyboard.line(FOREVER)
                    await page.refresh()


async def _furnish(session: Session) -> None:
    """Let somebody have asked a few questions already."""
    member = session.people["member"]
    for question in QUESTIONS:
        await member.send(session.channels["lineup"], question)
    await member.send_dm(QUESTIONS[0])
