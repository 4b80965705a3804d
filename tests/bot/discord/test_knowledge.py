"""What the wiring asks of the rest is what the real asker and the real store give, and what the stand-ins give."""

import dataclasses
import inspect
from pathlib import Path

import pytest

from bot.asking import Asker
from bot.browsing import Browser
from bot.building.child import Built
from bot.discord.knowledge import Asks, Builds, Holds, Knowledge, Opener
from bot.models import Status
from facts.errors import StoreError
from facts.store.reader import FactStore
from tests.bot.discord import shelf
from tests.bot.discord.shelf import HeldBuild, Shelf, Table, refuse

PROTOCOLS = [(Asks, Asker), (Asks, Table), (Holds, FactStore), (Holds, Shelf)]


@pytest.fixture
def real(shipped_facts: FactStore) -> Knowledge:
    """Return the real store with the real asker."""
    return Knowledge(Asker(shipped_facts), shipped_facts, Browser(shipped_facts))


def promised(protocol: type) -> dict[str, inspect.Signature]:
    """Return the methods of a protocol."""
    return {name: inspect.signature(one) for name, one in vars(protocol).items() if _is_method(name, one)}


@pytest.mark.parametrize(("protocol", "given"), PROTOCOLS)
def test_whatever_is_promised_can_be_called(protocol: type, given: type) -> None:
    for name, wanted in promised(protocol).items():
        has = inspect.signature(getattr(given, name)).parameters
        assert [one for one in wanted.parameters if one not in has] == []
        assert [one.kind for one in wanted.parameters.values()] == [has[one].kind for one in wanted.parameters]


@pytest.mark.parametrize(("protocol", "given"), PROTOCOLS)
def test_nothing_more_has_to_be_given(protocol: type, given: type) -> None:
    """A parameter that the protocol does not know has a default."""
    for name, wanted in promised(protocol).items():
        own = inspect.signature(getattr(given, name)).parameters.values()
        assert [one.name for one in own if one.name not in wanted.parameters and one.default is one.empty] == []


def test_the_real_store_tells_the_operator_what_it_holds(real: Knowledge) -> None:
    documents = real.store.documents()
    assert documents
    assert real.store.counts()["documents"] == len(documents)


def test_the_real_asker_answers_by_keyword(real: Knowledge) -> None:
    answer = real.asker.ask("good morning", who=("server", "channel", "person"), language="en")
    assert answer.status is Status.CHATTER


def test_who_and_language_may_be_left_out(real: Knowledge) -> None:
    assert real.asker.ask("bonjour").status is Status.CHATTER


def test_an_asker_and_its_store_stay_together() -> None:
    """They are exchanged as one, so neither can be exchanged alone."""
    pair = shelf.knowledge()
    with pytest.raises(dataclasses.FrozenInstanceError):
        pair.store = Shelf()  # type: ignore[misc]  # that it is refused is the point


@pytest.mark.parametrize(
    ("built", "succeeded"),
    [(Built(Path("new.db")), True), (Built(Path("new.db"), "3 documents"), True), (Built(None, "no such file"), False)],
)
def test_a_build_without_a_store_has_failed(built: Built, succeeded: bool) -> None:
    assert (built.store is not None) is succeeded


def test_a_build_may_have_nothing_to_say() -> None:
    assert Built(None).said == ""


async def test_a_build_is_awaited() -> None:
    build: Builds = HeldBuild(Built(Path("new.db"), "done"), released=True)
    assert await build() == Built(Path("new.db"), "done")


def test_an_opener_says_what_is_wrong_with_a_store() -> None:
    opener: Opener = refuse
    with pytest.raises(StoreError, match=r"old\.db is truncated"):
        opener(Path("old.db"))


def _is_method(name: str, one: object) -> bool:
    return not name.startswith("_") and inspect.isfunction(one)
