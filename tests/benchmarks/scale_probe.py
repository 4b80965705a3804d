"""One process that opens a store of an invented lineup, asks it, and says on one line of JSON what that took.

A process of its own, so that memory and the first answer are those of a bot and of nothing else. Processor time is what
is compared: the machine may be busy.
"""

import gc
import json
import random
import re
import sqlite3
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from bot.asking import Asker
from bot.browsing import Browser
from bot.understanding.words import cut
from facts.store.reader import FactStore
from tests.benchmarks.lineup_questions import Asked, loaded
from tests.benchmarks.right_answers import fault_of

FLOORS = 300  # of each sort
FEW_FLOORS = 10  # of what takes seconds in a large store
TYPED = 300  # beginnings of names
Times = list[tuple[float, float]]  # seconds of processor and of the clock


def probe(path: Path, asked: Sequence[Asked]) -> dict[str, Any]:
    """Return what one store costs: the first answer, questions by kind, suggestions, floors, memory."""
    before = memory()
    first = next(one for one in asked if one.kind == "look-up")
    began = perf_counter(), thread_time()
    with FactStore.open(path) as store:
        asker = Asker(store)
        asker.ask(first.turns[0])
        opened = thread_time() - began[1], perf_counter() - began[0]
        loading = timed(asker.load)
        gc.collect()
        gc.freeze()  # as the bot does: no collection needs to walk what stays
        kinds, faults = ask_all(asker, asked)
        browser = Browser(store)
        suggesting = timed(browser.load)
        kinds |= suggested(browser, asked)
        return {
            "opened": opened, "loading": loading, "suggesting": suggesting, "faults": faults,
            "kinds": {kind: summary(times) for kind, times in kinds.items()},
            "floors": {floor: summary(times) for floor, times in floors(path, asked).items()},
            "memory": {"before": before, "after": memory()}, "size": path.stat().st_size, **store.counts(),
        }  # fmt: skip


def ask_all(asker: Asker, asked: Sequence[Asked]) -> tuple[dict[str, Times], dict[str, list[str]]]:
    """Ask everything once, the kinds by turns; time the last turn of each and say which answers were not right."""
    kinds: dict[str, Times] = {}
    faults: dict[str, list[str]] = {}
    shuffled = random.Random(1).sample(list(enumerate(asked)), len(asked))  # noqa: S311 - an order, no secret
    for who, one in shuffled:
        for turn in one.turns[:-1]:
            asker.ask(turn, who=who)
        answers = []
        spent = timed(lambda: answers.append(asker.ask(one.turns[-1], who=who)))  # noqa: B023 - called at once
        kinds.setdefault(one.kind, []).append(spent)
        if fault := fault_of(answers[0], one.right):
            faults.setdefault(one.kind, []).append(f"{one.turns}: {fault}")
    return dict(sorted(kinds.items())), faults


def suggested(browser: Browser, asked: Sequence[Asked]) -> dict[str, Times]:
    """Type the beginnings of what people ask for."""
    chance = random.Random(2)  # noqa: S311 - typing, no secret
    names = [name for one in asked if one.kind == "look-up" for name in names_in(one.turns[0])]
    typed = [name[: chance.randint(1, len(name))] for name in names[:TYPED]]
    return {
        "questions suggested": [timed(partial(browser.questions, one, "en")) for one in typed],
        "names suggested": [timed(partial(browser.names, one, "en")) for one in typed],
    }


def floors(path: Path, asked: Sequence[Asked]) -> dict[str, Times]:
    """Return what the barest look-ups of the same store take: nothing is understood, worded or quoted."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    every = connection.execute("SELECT subject, attribute FROM facts WHERE id % 997 = 1").fetchall()
    keys = random.Random(4).sample(every, min(FLOORS, len(every)))  # noqa: S311 - an order, no secret
    table = dict.fromkeys(every)
    fact = "SELECT * FROM facts WHERE subject = ? AND attribute = ?"
    near = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rank LIMIT 8"
    worded = [one.turns[0] for one in asked if one.kind == "passage"][:FLOORS]
    return {
        "dict": [timed(partial(table.__getitem__, key)) for key in keys],
        "look-up": [timed(lambda: connection.execute(fact, key).fetchall()) for key in keys],  # noqa: B023 - at once
        "name AND any word": [timed(fetched(connection, near, one)) for one in map(named_and_any, worded)],
        "any word": [timed(fetched(connection, near, one)) for one in map(any_word, worded[:FEW_FLOORS])],
    }  # fmt: skip


def fetched(connection: sqlite3.Connection, query: str, given: str) -> Callable[[], object]:
    """Return a look-up to be timed."""
    return lambda: connection.execute(query, (given,)).fetchall()


def any_word(question: str) -> str:
    """Return the words of a question as an expression of the index: any of them."""
    return " OR ".join(f'"{token.folded}"' for token in cut(question) if token.is_word)


def named_and_any(question: str) -> str:
    """Return the name in a question and any of its other words."""
    name = next(names_in(question))
    return f'"{name}" AND ({any_word(question.replace(name, ""))})'


def names_in(question: str) -> Iterator[str]:
    """Yield the runs of capitalised words of a question, but its first word."""
    return (match.strip() for match in re.findall(r"(?<=[a-z] )(?:[A-ZÉ][\w.-]*(?: \d)? ?)+", question))


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of processor and of the clock that something takes."""
    clock, began = perf_counter(), thread_time()
    act()
    return thread_time() - began, perf_counter() - clock


def summary(times: Times) -> dict[str, Any]:
    """Return the median and the 99th percentile in milliseconds: of processor time, and by the clock."""
    found: dict[str, Any] = {"count": len(times)}
    for what, column in (("processor", 0), ("clock", 1)):
        every = [1000 * one[column] for one in times]
        high = statistics.quantiles(every, n=100, method="inclusive")[98] if len(every) > 1 else every[0]
        found[what] = {"median": statistics.median(every), "p99": high}
    return found


def memory() -> dict[str, float]:
    """Return the memory of this process in MiB: all of it, what it shares with files, and the most it ever had."""
    text = Path("/proc/self/status").read_text(encoding="ascii")
    found = dict(re.findall(r"^(VmRSS|RssFile|VmHWM):\s+(\d+) kB", text, re.MULTILINE))
    return {name: int(number) / 1024 for name, number in found.items()}


if __name__ == "__main__":
    store, questions = map(Path, sys.argv[1:])
    rows = [loaded(row) for row in json.loads(questions.read_text(encoding="utf-8"))]
    sys.stdout.write(json.dumps(probe(store, rows)))
