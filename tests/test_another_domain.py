"""Another vocabulary and other documents: Lineup answers about phones, and no code knows of it.

The languages are the shipped ones with the word for a phone where they have the word for a car.
"""

import re
import shutil
from pathlib import Path

import pytest

from bot.asking import Asker
from bot.models import Status
from facts.build import build
from facts.check import check
from facts.fingerprint import shipped_documents
from facts.lexicon.checking import vocabulary_problems
from facts.store.reader import FactStore

PHONES = Path(__file__).parent / "phones"
SHIPPED = shipped_documents().parent / "vocabulary"


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("phones") / "vocabulary"
    shutil.copytree(PHONES / "vocabulary", folder)
    (folder / "languages").mkdir()
    for path in (SHIPPED / "languages").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        (folder / "languages" / path.name).write_text(re.sub(r"\bcar(s?)\b", r"phone\1", text), encoding="utf-8")
    shutil.copy(SHIPPED / "predicates.toml", folder)
    return folder


@pytest.fixture(scope="module")
def asker(vocabulary: Path, tmp_path_factory: pytest.TempPathFactory) -> Asker:
    store = tmp_path_factory.mktemp("store") / "facts.db"
    build([PHONES / "documents"], store, vocabulary=vocabulary)
    return Asker(FactStore.open(store))


def test_the_vocabulary_of_phones_is_sound(vocabulary: Path) -> None:
    assert vocabulary_problems(vocabulary) == []
    assert check([PHONES / "documents"], vocabulary=vocabulary).problems == ()


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How much is the Tuuli 3?", "429 euros"),
        ("when does the tuuli 3 go on sale?", "April 2026"),
        ("How heavy is the Roca X Mini?", "149 g"),
        ("What chip does the Tuuli 3 run on?", "Hexa 5"),
        ("Which phone replaces the Tuuli 2?", "Tuuli 3"),
        ("Where is the Tuuli 3 assembled?", "Salo"),
        ("What is the battery of the Roca X?", "5,200 mAh"),
        ("How much storage does the Roca X have?", "512 GB"),
        ("Is the Roca X lighter than the Roca X Mini?", "149 g"),
        ("Who makes the Tuuli 3?", "Kaarna"),
        ("What did Maija Rinne say?", "open with a coin"),
        ("roca x mini price", "649 euros"),
    ],
)
def test_questions_about_phones_are_answered(asker: Asker, question: str, held: str) -> None:
    answer = asker.ask(question, who=question)

    assert answer.status is Status.ANSWERED, answer.text
    assert held in answer.text
    assert answer.sources


@pytest.mark.parametrize(
    "question", ["How heavy is the Lehti?", "What is the range of the Roca X?", "When does the Lehti go on sale?"]
)
def test_what_is_not_said_of_phones_is_not_answered(asker: Asker, question: str) -> None:
    assert asker.ask(question, who=question).status is not Status.ANSWERED


def test_what_is_denied_of_phones_is_not_told(asker: Asker) -> None:
    assert "Brno" not in asker.ask("Where is the Tuuli 3 assembled?", who="denied").text


def test_replies_know_no_cars(asker: Asker) -> None:
    answer = asker.ask("How much is the Tuuli 9?", who="cars")

    assert answer.status is not Status.ANSWERED
    assert not re.search(r"\bcars?\b", answer.text), answer.text
