"""An amount that no fact has taken up leaves a set open; all of them taken up close it."""

from collections.abc import Iterator

import pytest

from bot.answering.accounting import is_accounted_for
from bot.answering.known import Known
from facts.build import build
from facts.store.reader import FactStore

TEXT = """The Peugeot 208 costs 34,100 euros. The Citroën C3 costs 23,300 euros. The Citroën C3 has a range of 320 km,
and it is 600 km to Lyon. The Peugeot 208 will be launched in 2026.
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    folder = tmp_path_factory.mktemp("accounting")
    (folder / "cars.txt").write_text(TEXT, encoding="utf-8")
    build([folder], folder / "facts.db")
    with FactStore.open(folder / "facts.db") as store:
        yield Known(store)


@pytest.mark.parametrize(
    ("attribute", "is_whole"),
    [
        ("price", True),
        ("range", False),  # 600 km are nobody's
        ("launch", False),  # dates stand everywhere
        ("no_such_attribute", False),
    ],
)
def test_every_amount_is_some_facts(known: Known, attribute: str, is_whole: bool) -> None:
    assert is_accounted_for(known, attribute) is is_whole
