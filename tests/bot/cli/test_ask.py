"""`lineup ask`: plain replies to anything, one sentence for faults, and a quick start."""

import gc
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Lineup, Shell
from tests.facts.test_build import ARTICLE

HEAVY = ("discord", "simcord", "simplemma", "sqlite_utils", "pydantic", "facts.build")


def test_an_answer_comes_with_its_quote(lineup: Lineup, store: str) -> None:
    result = lineup("ask", "How much is the Twingo?", "--facts", store)

    assert result.exit_code == 0
    assert "20,000" in result.stdout
    assert "The Renault Twingo costs 20,000 euros." in result.stdout


def test_json_keeps_the_contract(lineup: Lineup, store: str) -> None:
    answer = json.loads(lineup("ask", "How much is the Twingo?", "--json", "--facts", store).stdout)

    assert answer["status"] == "answered"
    (source,) = answer["sources"]
    assert ARTICLE[source["start"] : source["end"]] == source["quote"]


def test_garbage_is_collected_again_after_a_question(lineup: Lineup, store: str) -> None:
    lineup("ask", "How much is the Twingo?", "--facts", store)

    assert gc.isenabled()


def test_words_need_no_quotation_marks(lineup: Lineup, store: str) -> None:
    assert "20,000" in lineup("ask", "price", "of", "the", "Twingo", "--facts", store).stdout


@pytest.mark.parametrize(
    "question",
    ["", "   ", "😀😀", "<@123>", "?!", "\x00\x07 \x1b[31m", "שלום مرحبا", "x" * 10_000, "why " * 5_000, "\udcff"],
)
def test_odd_questions_get_a_plain_reply(lineup: Lineup, store: str, question: str) -> None:
    result = lineup("ask", "--json", "--facts", store, "--", question)

    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["status"] != "answered"


def test_explain_says_how_it_was_understood(lineup: Lineup, store: str) -> None:
    assert "Asked for: a value" in lineup("ask", "--explain", "price of the Twingo", "--facts", store).stdout


def test_language_of_the_answer_may_be_chosen(lineup: Lineup, store: str) -> None:
    answer = json.loads(lineup("ask", "Twingo price", "--language", "fr", "--json", "--facts", store).stdout)

    assert answer["language"] == "fr"


def test_a_batch_answers_line_by_line(lineup: Lineup, store: str) -> None:
    cases = [{"id": "one", "turns": ["How much is the Twingo?", "where is it built?"]}, {"id": 2, "turns": []}]
    sent = "\n".join(map(json.dumps, cases)) + "\n\n"

    result = lineup("ask", "--json", "--batch", "-", "--facts", store, sent=sent)

    replies = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(reply["id"], len(reply["answers"])) for reply in replies] == [("one", 2), (2, 0)]


@pytest.mark.parametrize("line", ["no json", "[]", '{"id": 1}', '{"turns": []}', '{"id": 1, "turns": [2]}'])
def test_a_line_that_is_no_dialogue_is_wrong_usage(lineup: Lineup, store: str, line: str) -> None:
    result = lineup("ask", "--json", "--batch", "-", "--facts", store, sent=f"\n{line}\n")

    assert result.exit_code == 2
    assert ":2: not" in result.stderr


def test_a_batch_that_is_no_utf_8_is_read_as_far_as_it_goes(lineup: Lineup, store: str, tmp_path: Path) -> None:
    file = tmp_path / "batch.jsonl"
    file.write_bytes(b'{"id": 1, "turns": ["What does the Twingo cost? \xff"]}\n\xff\xfe\n')

    result = lineup("ask", "--json", "--batch", str(file), "--facts", store)

    assert result.exit_code == 2
    assert json.loads(result.stdout)["id"] == 1
    assert f"{file}:2: not" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("q", "--batch", "-"), ("q", "--language", "de"), ("--batch", "/none")])
def test_wrong_usage_exits_with_2(lineup: Lineup, arguments: tuple[str, ...]) -> None:
    assert lineup("ask", *arguments, sent="").exit_code == 2


def test_a_missing_store_is_one_sentence(shell: Shell, tmp_path: Path) -> None:
    done = shell("ask", "price", "--facts", str(tmp_path / "none.db"))

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "none.db" in done.stderr
    assert "lineup build" in done.stderr


def test_asking_imports_nothing_heavy(store: str) -> None:
    code = f"""
import sys
from bot.cli import main
main(["ask", "How much is the Twingo?", "--facts", {store!r}], standalone_mode=False)
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr.strip() == "[]"
