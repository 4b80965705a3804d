"""Options of a command, typed on one line."""

from pathlib import Path

import pytest

from bot.simulation.fields import UnfitError
from bot.simulation.files import Files
from bot.simulation.options import options_in, values_of
from tests.bot.simulation.terminal import terminal


@pytest.mark.parametrize(
    ("typed", "names", "options"),
    [
        ("", ["question"], {}),
        ("how much?", [], {}),
        ("how much?", ["question", "private"], {"question": "how much?"}),
        ("question:how much?", ["question"], {"question": "how much?"}),
        ("how much? private: yes", ["question", "private"], {"question": "how much?", "private": "yes"}),
        ("first: A B second: C", ["first", "second"], {"first": "A B", "second": "C"}),
        ("second: C first: A", ["first", "second"], {"first": "A", "second": "C"}),
        ("at first: sight", ["question", "private"], {"question": "at first: sight"}),
        ("question:   private: no", ["question", "private"], {"private": "no"}),
    ],
)
def test_options_are_told_apart(typed, names, options):
    assert options_in(typed, names) == options


@pytest.mark.parametrize(("said", "value"), [("yes", True), ("True", True), ("oui", True), ("no", False)])
async def test_yes_and_no_are_sent_as_such(said, value, tmp_path: Path):
    async with terminal() as t:
        options = t.session.bot.tree.get_command("ask").parameters
    assert values_of({"private": said}, options, Files(tmp_path, tmp_path)) == {"private": value}


async def test_anything_else_is_refused(tmp_path: Path):
    async with terminal() as t:
        options = t.session.bot.tree.get_command("ask").parameters
    with pytest.raises(UnfitError, match="private is true or false"):
        values_of({"private": "maybe"}, options, Files(tmp_path, tmp_path))
