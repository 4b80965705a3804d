"""Whoever reads the documents, the store is the same; and nobody is left behind."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from facts.build import build
from facts.corpus import Tools
from facts.errors import DocumentError
from facts.executing import FEWEST, Alone, Helped, executor_for, usable_cores
from facts.sources import documents_in
from tests.facts.test_build import dump

LONGEST_END = 60  # seconds until a signalled build has ended
MANY = 12  # documents: more than a helper is handed before the first is read here
PRICES = [f"The Renault Twingo {n} costs {20 + n},000 euros. It is built in Novo Mesto.\n" for n in range(MANY)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    for number, text in enumerate(PRICES):
        (folder / f"{number:02}.txt").write_text(text)
    return folder


def test_helpers_change_nothing_in_the_store(folder: Path, tmp_path: Path, tools: Tools) -> None:
    build([folder], tmp_path / "alone.db", tools=tools, executor=Alone(tools))
    build([folder], tmp_path / "helped.db", tools=tools, executor=Helped(tools, 2, is_idle=True))

    assert dump(tmp_path / "helped.db") == dump(tmp_path / "alone.db")
    assert not active_children()


def test_results_come_in_the_order_of_the_sources(folder: Path, tools: Tools) -> None:
    sources = documents_in([folder])

    assert list(Helped(tools, 1, is_idle=True).read(sources)) == list(Alone(tools).read(sources))


def test_the_first_document_that_cannot_be_read_is_named(folder: Path, tools: Tools) -> None:
    for name in ("03.txt", "07.txt"):
        (folder / name).write_text(" \n")

    with pytest.raises(DocumentError, match=r"03\.txt"):
        list(Helped(tools, 2, is_idle=True).read(documents_in([folder])))
    assert not active_children()


def test_documents_of_a_helper_that_dies_are_read_here(folder: Path, tools: Tools) -> None:
    sources = documents_in([folder])
    read = []
    for packed in Helped(tools, 1, is_idle=True).read(sources):
        read.append(packed)
        for child in active_children():
            child.kill()

    assert read == list(Alone(tools).read(sources))


def test_few_documents_start_no_helper(tools: Tools) -> None:
    assert isinstance(executor_for(FEWEST - 1, tools), Alone)
    assert usable_cores() >= 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_helpers_end_with_the_build(end: signal.Signals, folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "reading.py"
    script.write_text(READING)
    process = subprocess.Popen(
        [sys.executable, str(script), str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    helper = int(process.stdout.readline())

    process.send_signal(end)
    process.wait(timeout=LONGEST_END)
    process.stdout.close()

    assert is_gone(helper)


def test_a_program_that_no_helper_can_import_reads_alone(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "reading.py"
    script.write_text(READING.replace('if __name__ == "__main__":', "if True:").replace("100_000", "20"))

    ended = subprocess.run([sys.executable, str(script), str(folder)], capture_output=True, text=True, check=False)

    assert ended.returncode == 0
    assert "bootstrapping phase" in ended.stderr


READING = """
import signal
import sys
from itertools import cycle, islice
from multiprocessing import active_children
from pathlib import Path

from facts.corpus import Tools
from facts.executing import Helped
from facts.lexicon.loader import load_lexicon
from facts.sources import documents_in

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it is ignored
    sources = list(islice(cycle(documents_in([Path(sys.argv[1])])), 100_000))
    for packed in Helped(Tools.of(load_lexicon()), 1, is_idle=True).read(sources):
        for child in active_children():
            print(child.pid, flush=True)
"""


def is_gone(process: int, seconds: float = 60) -> bool:
    """Wait until a process has ended; it is nobody's child any more, so that nothing else can be waited for."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat")
            if state.is_file() and ") Z " in state.read_text():
                return True  # ended, and not yet collected by init
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False
