"""Files that go to the bot, and files that come from it."""

from pathlib import Path

import pytest

from bot.simulation.fields import UnfitError
from bot.simulation.files import Files


def test_a_file_is_attached_by_its_name(tmp_path: Path):
    (tmp_path / "new one.md").write_bytes(b"words")
    assert Files(tmp_path, tmp_path).read("new one.md") == ("new one.md", b"words")
    assert Files(Path("elsewhere"), tmp_path).read(str(tmp_path / "new one.md")) == ("new one.md", b"words")


@pytest.mark.parametrize("path", ["nowhere.md", ".", "~nobody-of-that-name/x.md"])
def test_what_cannot_be_read_is_said(path: str, tmp_path: Path):
    with pytest.raises(UnfitError, match="cannot be attached"):
        Files(tmp_path, tmp_path).read(path)


def test_every_file_of_the_bot_is_kept_under_a_name_of_its_own(tmp_path: Path):
    (tmp_path / "kept").mkdir()
    beside, apart = Files(tmp_path, tmp_path, "talk-"), Files(tmp_path, tmp_path / "kept")
    assert [beside.keep("chart.png", b"1"), beside.keep("../chart.png", b"2")] == [
        "talk-1-chart.png",
        "talk-2-chart.png",
    ]
    assert apart.keep("chart.png", b"3") == str(tmp_path / "kept" / "1-chart.png")
    assert (tmp_path / "talk-2-chart.png").read_bytes() == b"2"
