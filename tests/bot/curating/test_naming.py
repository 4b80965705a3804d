"""Whatever a file is called where it comes from, its document stays in its folder under a plain name."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.curating.errors import Reason, RefusedError
from bot.curating.naming import safe_name


@pytest.mark.parametrize(
    ("given_name", "expected"),
    [
        ("twingo.md", "twingo.md"),
        ("Twingo 2026 (update).TXT", "Twingo 2026 (update).txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("/etc/cron.d/job.md", "job.md"),
        ("C:\\Users\\me\\prices.csv", "prices.csv"),
        (".hidden.md", "hidden.md"),
        ("...md", "document.md"),
        ("~.md", "document.md"),
        ("a\x00b\nc\u202ed.html", "a_b_c_d.html"),
        ("$(rm -rf).txt", "rm -rf).txt"),
        ("été.md", "été.md"),
        ("x" * 300 + ".md", "x" * 120 + ".md"),
        ("é" * 300 + ".md", "é" * 60 + ".md"),
    ],
)
def test_name_is_made_safe(given_name: str, expected: str) -> None:
    assert safe_name(given_name) == expected


@pytest.mark.parametrize("name", ["car.png", "car", "", ".md.exe", "a.facts.toml", "a.meta.toml", "a.md/", "a.pdf"])
def test_other_endings_are_refused(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        safe_name(name)
    assert refused.value.reason is Reason.TYPE


@given(name=st.text(max_size=200))
def test_no_name_leaves_its_folder(name: str) -> None:
    kept = safe_name(f"{name}.md")

    assert PurePosixPath(kept).name == kept
    assert not kept.startswith(".")
    assert kept.isprintable()
    assert len(kept.encode()) < 200
