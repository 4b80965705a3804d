"""What many tests share: the store of the shipped documents, built once a run by the code under test.

Only what several folders of tests use stands here; the rest lives in the conftest of its folder.
"""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import facts
from facts.build import build
from facts.store.reader import FactStore

SHIPPED_DOCUMENTS = Path(facts.__file__).parent / "documents"


def pytest_collection_finish() -> None:
    """Let no collection of garbage walk what all tests are made of: a reload collects what it replaced."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a store of the shipped documents, reviews included."""
    target = tmp_path_factory.mktemp("shipped") / "facts.db"
    build([SHIPPED_DOCUMENTS], target)
    return target


@pytest.fixture(scope="session")
def shipped_facts(shipped_store: Path) -> Iterator[FactStore]:
    """Open the store of the shipped documents."""
    with FactStore.open(shipped_store) as store:
        yield store
