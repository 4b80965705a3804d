"""SIGKILL in the middle of a build, at random moments: the store answers as before or anew, and nothing piles up."""

import asyncio
import random
import shutil
from pathlib import Path

import pytest

from bot.asking import Asker
from bot.building.child import ChildBuild
from facts.store.reader import FactStore

KILLS = 6
OLD, NEW = "20,000", "21,500"
SEED = 5  # of the moments
LATER = 1.2  # times as late, after each build that was killed before its end: the machine may be slower than it was


def write(folder: Path, price: str) -> None:
    sentence = f"The Renault Twingo costs {price} euros."
    (folder / "twingo.md").write_text(f"---\ntitle: Prices\n---\n{sentence}\n", encoding="utf-8")
    (folder / "twingo.facts.toml").write_text(
        '[[entity]]\nname = "Renault Twingo"\nkind = "model"\naliases = ["Twingo"]\n\n'
        '[[fact]]\nverdict = "added"\nsubject = "Renault Twingo"\nattribute = "price"\n'
        f'value = "{price} euros"\nquote = "{sentence}"\n',
        encoding="utf-8",
    )


def drafts(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".new")]


def answer(store: Path) -> str:
    with FactStore.open(store) as facts:
        return Asker(facts).ask("How much is the Twingo?").text


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """Return a folder with documents and their store, and the seconds that a build takes on this machine."""
    folder = tmp_path_factory.mktemp("killing")
    (folder / "documents").mkdir()
    write(folder / "documents", OLD)
    build = ChildBuild([folder / "documents"], lambda: folder / "facts.db")

    async def timed() -> float:
        began = asyncio.get_running_loop().time()
        assert (await build()).store is not None
        return asyncio.get_running_loop().time() - began

    return folder, asyncio.run(timed())


async def test_store_is_old_or_new_after_any_kill(built, tmp_path):
    template, seconds = built
    moments = random.Random(SEED)  # noqa: S311  # moments, no secrets
    said: list[str] = []
    folder = Path(shutil.copytree(template, tmp_path / "killed"))
    build = ChildBuild([folder / "documents"], lambda: folder / "facts.db")
    for number in range(KILLS):
        write(folder / "documents", (NEW, OLD)[number % 2])
        before = answer(folder / "facts.db")
        building = asyncio.create_task(build())
        await asyncio.wait({building}, timeout=moments.uniform(0.4, 1.05) * seconds)
        building.cancel()  # which kills the child, if it is still there
        await asyncio.wait({building})
        after = answer(folder / "facts.db")
        assert OLD in after or NEW in after
        assert after == before or (NEW, OLD)[number % 2] in after
        said.append(after)
        seconds *= LATER if after == before else 1.0
    assert len(set(said)) == 2, "no build came to its end: the moments were all too early"

    assert (await build()).store is not None, "the lock of a killed build is free"
    assert drafts(folder) == []
