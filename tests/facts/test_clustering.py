"""Documents read on a real cluster of two workers give the same store, whoever dies meanwhile."""

import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from os import environ
from pathlib import Path

import pytest

import facts
from facts.build import build
from facts.corpus import Tools
from facts.errors import ClusterError, DocumentError
from facts.executing import Alone
from facts.sources import Source, documents_in
from tests.facts.test_build import dump

if find_spec("distributed") is None and "LINEUP_CI" not in environ:
    pytest.skip("needs the extra `cluster`", allow_module_level=True)

from facts import clustering
from facts.clustering import AHEAD, BATCH, connected
from tests.facts.cluster import Town, cluster, end

WORKERS = 2
MANY = AHEAD * WORKERS * BATCH + 3 * BATCH + 1  # documents: more than are ever under way


FIRST = 4  # documents before the broken one


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with cluster(tmp_path_factory.mktemp("town"), WORKERS) as started:
        yield started


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds every way in which a document may bring its metadata."""
    folder = tmp_path / "docs"
    (folder / "more").mkdir(parents=True)
    for number in range(MANY - 3):
        (folder / f"{number:03}.txt").write_text(f"The Renault Twingo {number} costs {20 + number},000 euros.\n")
    (folder / "more" / "a.md").write_text("---\ntitle: Prices\n---\nLa Dacia Spring coûte 18 000 euros.\n")
    (folder / "more" / "b.csv").write_text("model,price\nRenault 5,25000 EUR\n")
    (folder / "more" / "b.meta.toml").write_text('title = "A table"\npublished = 2026-02-20\nlanguage = "en"\n')
    shipped = next((Path(facts.__file__).parent / "documents").glob("*.txt"))
    for path in shipped.parent.glob(f"{shipped.stem}.*"):
        shutil.copy(path, folder)
    return folder


def test_few_documents_are_under_way_at_once(town: Town, folder: Path, tools: Tools) -> None:
    fetched: list[Source] = []

    class Watched(list[Source]):
        def __iter__(self) -> Iterator[Source]:
            for source in super().__iter__():
                fetched.append(source)
                yield source

    with connected(town.address, tools) as executor:
        next(executor.read(Watched(documents_in([folder]))))

    assert len(fetched) <= AHEAD * WORKERS * BATCH < MANY


def test_the_first_document_that_cannot_be_read_is_named(town: Town, folder: Path, tools: Tools) -> None:
    for name in ("003.txt", "007.txt"):
        (folder / name).write_text(" \n")

    sources: Sequence[Source] = documents_in([folder])
    (folder / "005.txt").unlink()
    with connected(town.address, tools) as executor:
        reading = executor.read(sources)
        assert [next(reading) for _ in range(FIRST)] == list(Alone(tools).read(sources[:FIRST]))
        with pytest.raises(DocumentError, match=r"003\.txt:1: the document holds no text"):
            next(reading)


def test_a_killed_worker_changes_nothing_in_the_store(town: Town, folder: Path, tmp_path: Path, tools: Tools) -> None:
    def killing(_doing: str, done: int, _of: int) -> None:
        if done == BATCH:
            town.workers[0].kill()

    with connected(town.address, tools) as executor:
        build([folder], tmp_path / "cluster.db", killing, tools=tools, executor=executor)

    town.workers[0].wait()
    build([folder], tmp_path / "alone.db", tools=tools, executor=Alone(tools))
    assert dump(tmp_path / "cluster.db") == dump(tmp_path / "alone.db")


def test_a_worker_with_other_code_is_refused(town: Town, tmp_path: Path, tools: Tools) -> None:
    shutil.copytree(Path(facts.__file__).parent, tmp_path / "facts", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "facts" / "newer.py").write_text('"""Something that another version has."""\n')
    town.address  # noqa: B018 - it runs
    other = town.hire(tmp_path)
    try:
        with connected(town.address, tools) as executor:
            executor.client.wait_for_workers(2)
        with pytest.raises(ClusterError, match=r"does not read as this machine does: .*; install the same Lineup"):
            connected(town.address, tools).__enter__()
    finally:
        end(other)


def test_a_scheduler_that_dies_leaves_the_old_store(
    town: Town, folder: Path, tmp_path: Path, shipped_store: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = shutil.copy(shipped_store, tmp_path / "facts.db")
    before = store.read_bytes()

    def killing(_doing: str, done: int, _of: int) -> None:
        if done == 1:
            town.scheduler.kill()

    with (
        pytest.raises(ClusterError, match=f"the scheduler at {town.address} has gone; "),
        connected(town.address, tools) as executor,
    ):
        build([folder], store, killing, tools=tools, executor=executor)
    assert store.read_bytes() == before

    monkeypatch.setattr(clustering, "LONGEST_CONNECT", 0.2)
    with pytest.raises(ClusterError, match=f"no scheduler answers at {town.address} "):
        connected(town.address, tools).__enter__()
