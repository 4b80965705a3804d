"""One question in process and from the shell: how long it takes, beside the least that it could take.

Milliseconds are for people to read; only ratios to a control of the same run can fail, and only where they are far off.
"""

import os
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time, thread_time

import pytest

from bot.asking import Asker
from bot.understanding.words import cut
from facts.store.reader import FactStore
from tests.benchmarks.conftest import Report

pytestmark = pytest.mark.benchmark

AIMS = {  # what people should wait for at most, beside what is measured
    "process": "aim: median 1 ms, p99 5 ms",
    "message": "aim: 5 ms",
    "shell": "aim: 0.4 s",
}
TABLES = ("shipped_questions", "fresh_questions")  # hundreds of questions, no two alike
ROUNDS = 30
STARTS = 7
LOOK_UPS = 1_000  # of the control: what one dict look-up takes is too short to time
MOST_LOOK_UPS = 80_000  # a question may cost as many look-ups in a dict: about 2 ms
MOST_FLOORS = 60  # the median question may cost as many bare searches
LIBRARIES = "import babel, click, rapidfuzz, rich.console"  # of the control: what a question loads anyhow
MOST_STARTS = 5  # a question from the shell may cost as many interpreters with these, each timed between two questions
QUESTIONS = [
    "What is the price of the Twingo?",
    "How much will the Dacia city car cost?",
    "which car is built in Novo Mesto",
    "Who is the CEO of Renault?",
    "What is the cheapest of the three cars?",
    "Is the Micra derived from the Renault 5?",
    "what platfrom does the twngo use",
    "Combien coûte la Twingo ?",
    "Quel est le prix de la citadine Dacia ?",
    "What is the range of the Twingo?",
    "Why must the costs be limited?",
    "will it rain tomorrow",
]


LONGEST = 4_000  # characters, twice what Discord lets people write
LONG = [
    "My uncle said the Twingo was nice, then he went on about the weather in the south and his neighbour's dog. ",
    "j'ai vu la Twingo au salon, elle est jolie, mais bon, on verra bien ce que dit ma soeur de la couleur ; ",
    "twingo price range dacia spring launch factory nissan micra platform china built ",
]
MOST_QUESTIONS = 15  # a message of any length may cost as many short ones


def timed(action: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Return the seconds that an action takes."""
    started = clock()
    action()
    return clock() - started


def p99(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=100)[98]


def test_question_in_process(shipped_facts: FactStore, report: Report) -> None:
    asker = Asker(shipped_facts)
    table = {f"{number:x}": number for number in range(LOOK_UPS)}
    keys = list(table)
    answers = [asker.ask(question, who=question) for question in QUESTIONS]

    spent = [
        timed(partial(asker.ask, question, who=(turn, question))) for turn in range(ROUNDS) for question in QUESTIONS
    ]

    # Processor time and medians, so that neither a busy machine nor one collection of garbage changes the ratio.
    def ask_all(turn: int) -> None:
        for question in QUESTIONS:
            asker.ask(question, who=(turn, question))

    rounds = [timed(partial(ask_all, turn), process_time) for turn in range(ROUNDS)]
    controls = [timed(lambda: [table[key] for _ in range(ROUNDS) for key in keys], process_time) for _ in range(ROUNDS)]
    asked = statistics.median(rounds) / len(QUESTIONS)
    looked_up = statistics.median(controls) / (ROUNDS * LOOK_UPS)

    median = statistics.median(spent)
    report(
        "one question in process",
        f"median {1e3 * median:.2f} ms, p99 {1e3 * p99(spent):.2f} ms ({AIMS['process']})",
    )
    report("  as look-ups in a dict", f"median round {asked / looked_up:,.0f} of {1e9 * looked_up:.0f} ns")
    assert any(answer.sources for answer in answers)
    assert asked / looked_up < MOST_LOOK_UPS


def distinct_questions() -> list[str]:
    folder = Path(__file__).parents[1] / "bot"
    tables = [tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in TABLES]
    return list(dict.fromkeys(row["ask"] for table in tables for rows in table.values() for row in rows))


def searched(store: FactStore, question: str) -> None:
    """Do the least that any answer takes: cut the words of a question and search the passages for them."""
    store.search([token.folded for token in cut(question) if token.is_word], limit=3)


def test_distinct_questions(shipped_facts: FactStore, report: Report) -> None:
    """Each question once, as people ask: nothing that was kept of an earlier one helps."""
    asker = Asker(shipped_facts)
    for question in QUESTIONS:
        asker.ask(question, who=question)

    spent, floors = [], []
    for question in distinct_questions():
        floors.append(timed(partial(searched, shipped_facts, question), thread_time))
        spent.append(timed(partial(asker.ask, question, who=(question, "once")), thread_time))

    median, floor = statistics.median(spent), statistics.median(floors)
    report(
        f"{len(spent)} distinct questions, each once",
        f"median {1e3 * median:.2f} ms, p99 {1e3 * p99(spent):.2f} ms ({AIMS['process']})",
    )
    report(
        "  floor: its words cut and searched for",
        f"median {1e3 * floor:.2f} ms, p99 {1e3 * p99(floors):.2f} ms; a question is {median / floor:.0f} of them",
    )
    assert median / floor < MOST_FLOORS


def test_long_message_costs_a_few_short_ones(shipped_facts: FactStore, report: Report) -> None:
    """Only the beginning of a message is read, however long it is."""
    asker = Asker(shipped_facts)
    messages = [(sentence * LONGEST)[:LONGEST] for sentence in LONG]
    for text in (*QUESTIONS, *messages):
        asker.ask(text, who=text)

    short = [
        timed(partial(asker.ask, one, who=(turn, one)), process_time) for turn in range(ROUNDS) for one in QUESTIONS
    ]
    question = statistics.median(short)
    for sentence, text in zip(LONG, messages, strict=True):
        spent = [timed(partial(asker.ask, text, who=(turn, text)), process_time) for turn in range(ROUNDS)]
        median = statistics.median(spent)
        report(
            f"{LONGEST:,} characters, {sentence[:18]!r}",
            f"{1e3 * median:.2f} ms ({AIMS['message']}), {median / question:.1f} questions",
        )
        assert median / question < MOST_QUESTIONS


def test_question_from_the_shell(shipped_store: Path, report: Report) -> None:
    command = [sys.executable, "-m", "bot", "ask", QUESTIONS[0], "--facts", str(shipped_store)]
    environment = {**os.environ, "NO_COLOR": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles every module anew

    spent, bare = [], []
    for _ in range(STARTS):  # by turns, so that a busy machine holds up both
        spent.append(timed(lambda: subprocess.run(command, env=environment, capture_output=True, check=True)))
        bare.append(timed(lambda: subprocess.run([sys.executable, "-c", LIBRARIES], check=True)))

    median, floor = statistics.median(spent), statistics.median(bare)
    report("one question from the shell", f"median {median:.2f} s, best {min(spent):.2f} s ({AIMS['shell']})")
    report(
        "  floor: an interpreter with its libraries",
        f"{1e3 * floor:.0f} ms; a question is {median / floor:.1f} of them",
    )
    assert median / floor < MOST_STARTS


def test_opening_a_store_to_the_first_answer(shipped_store: Path, report: Report) -> None:
    def first_answer() -> None:
        with FactStore.open(shipped_store) as store:
            assert Asker(store).ask(QUESTIONS[0]).sources

    spent = [timed(first_answer) for _ in range(STARTS)]

    report("store opened to first answer", f"median {1e3 * statistics.median(spent):.0f} ms")
