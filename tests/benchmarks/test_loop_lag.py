"""How long the event loop is held up while documents are read anew beside it, and questions go on being asked.

A heartbeat sleeps again and again and notes how late it wakes. What the machine itself adds is measured with processes
that only count beside it. LINEUP_LAG_DOCUMENTS says of how many documents: 10,000 take some minutes.
"""

import asyncio
import os
import shutil
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter

import pytest

from bot.building.child import NICE, ChildBuild
from bot.discord.library import Library, Outcome
from bot.discord.opening import open_knowledge, settled
from facts.build import build
from tests.benchmarks.conftest import Report
from tests.benchmarks.invented_names import invented_entities
from tests.benchmarks.test_question import p99

pytestmark = pytest.mark.benchmark

AIM = "aim: p99 20 ms, worst 100 ms"
DOCUMENTS = int(os.environ.get("LINEUP_LAG_DOCUMENTS", "1000"))
BEAT = 0.005  # seconds
ASKED_EVERY = 20  # beats
FLOOR = 5.0  # seconds of heartbeat beside processes that only count
PRICE = 15_000  # euros, of the first car
COUNTING = "while True: pass"
HELD_UP = 1.0  # seconds; whatever else runs on the machine, a person would notice that


@asynccontextmanager
async def heartbeat(late: list[float], answers: list[str], library: Library, question: str) -> AsyncIterator[None]:
    """Note by how much each beat is late, and ask now and then, as people do."""

    async def beat() -> None:
        while True:
            due = perf_counter() + BEAT
            await asyncio.sleep(BEAT)
            late.append(perf_counter() - due)
            if len(late) % ASKED_EVERY == 0:
                answers.append(library.ask(question, who="somebody").text)

    beating = asyncio.create_task(beat())
    try:
        yield
    finally:
        beating.cancel()
        await asyncio.wait({beating})


def figures(late: list[float]) -> str:
    return (
        f"median {1e3 * statistics.median(late):.2f} ms, p99 {1e3 * p99(late):.1f} ms, "
        f"worst {1e3 * max(late):.0f} ms of {len(late):,} beats"
    )


def write_documents(folder: Path, count: int) -> str:
    """Write short articles on so many invented cars, and return the name of the first."""
    folder.mkdir()
    models = [one.name for one in invented_entities(4 * count) if one.kind == "model"][:count]
    for number, name in enumerate(models):
        (folder / f"{number:05}.md").write_text(
            f"---\ntitle: The {name}\npublished: 2026-01-{1 + number % 28:02}\n---\n"
            f"The {name} costs {PRICE + number} euros. The range of the {name} is {200 + number % 400} km.\n\n"
            f"It is built in Douai, and Renault says that it comes in 2027.\n",
            encoding="utf-8",
        )
    return models[0]


async def floor(late: list[float], answers: list[str], library: Library, question: str) -> None:
    """Beat beside as many counting processes as a build has, as low in priority as one."""
    counting = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", COUNTING) for _ in range(os.cpu_count() or 1)
    ]
    for process in counting:
        os.setpriority(os.PRIO_PROCESS, process.pid, NICE)
    try:
        async with heartbeat(late, answers, library, question):
            await asyncio.sleep(FLOOR)
    finally:
        for process in counting:
            process.kill()
            await process.wait()


async def test_event_loop_lag_during_a_reload(tmp_path: Path, report: Report) -> None:
    documents, target = tmp_path / "documents", tmp_path / "facts.db"
    question = f"What is the price of the {write_documents(documents, 1)}?"
    await asyncio.to_thread(build, [documents], target)
    shutil.rmtree(documents)
    write_documents(documents, DOCUMENTS)
    with settled():
        library = Library(open_knowledge(target), build=ChildBuild([documents], lambda: target), opener=open_knowledge)
        beside: list[float] = []
        reading: list[float] = []
        again: list[float] = []
        answers: list[str] = []

        await floor(beside, answers, library, question)
        began = perf_counter()
        async with heartbeat(reading, answers, library, question):
            first = await library.reload()
        seconds = perf_counter() - began
        async with heartbeat(again, answers, library, question):  # both stores are large now
            second = await library.reload()

        assert (first.outcome, second.outcome) == (Outcome.SWAPPED, Outcome.SWAPPED), first.built.said
        assert library.counts()["documents"] == DOCUMENTS
        assert len(set(answers)) == 1
        assert str(PRICE) in answers[0]
        report(f"event loop, reload of {DOCUMENTS:,} documents", f"{figures(reading)} in {seconds:.0f} s ({AIM})")
        report("  the same again, nothing changed", figures(again))
        report("  floor: beside processes that only count", figures(beside))
        assert p99(reading) < HELD_UP
        library.close()
