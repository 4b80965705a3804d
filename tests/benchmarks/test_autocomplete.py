"""What is suggested while somebody types, at a hundred thousand names: the time that it takes of the event loop.

Times are for people to read; what can fail is their ratio to bare look-ups of the same store in the same run.
"""

import random
from collections.abc import Iterator
from time import thread_time

import pytest

from bot.browsing import Browser
from facts.lemmas import BuildLemmas
from facts.lexicon.codec import dump_lexicon
from facts.lexicon.loader import load_lexicon
from facts.models import Certainty, Document, Fact, Origin, Value, ValueKind
from facts.store.reader import FactStore
from facts.store.writer import Contents, write_store
from tests.benchmarks.conftest import Report
from tests.benchmarks.invented_names import invented_entities
from tests.benchmarks.test_question import p99

pytestmark = pytest.mark.benchmark

NAMES = 100_000
TYPED = 600
MOST = 600  # bare look-ups by subject; a suggestion looks at eight entities and their facts
AIM = "aim: 5 ms"
TEXT = "It costs 20,000 euros."


def fact(subject: str) -> Fact:
    value = Value("20,000 euros", ValueKind.MONEY, 20_000.0, unit="EUR")
    return Fact(
        subject, "price", value, "a.md", 0, len(TEXT), (9, 21), pattern="table.cell", certainty=Certainty.STATED,
        origin=Origin.EXTRACTED,
    )  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    path = tmp_path_factory.mktemp("autocomplete") / "facts.db"
    lexicon = load_lexicon()
    lemmas = BuildLemmas(lexicon)
    entities = list(invented_entities(NAMES))
    document = Document("a.md", TEXT, 0, "en", "0" * 64)
    contents = Contents(
        lexicon=dump_lexicon(lexicon), fingerprint="invented", documents=((document, (), ()),),
        entities=entities, facts=[fact(one.id) for one in entities[:20_000]], forms=lemmas.forms({}),
        ordinary=lemmas.ordinary(),
    )  # fmt: skip
    write_store(path, contents)
    with FactStore.open(path) as opened:
        yield opened


def test_suggestions(store: FactStore, report: Report) -> None:
    browser, chance = Browser(store), random.Random(5)  # noqa: S311  # what is typed is no secret
    entities = store.entities()[:: NAMES // TYPED]
    typed = [one.name[: chance.randint(1, len(one.name))] for one in entities]
    browser.load()
    browser.questions("warmupp", "en")
    brands = [browser.named(one.brand, "en") for one in entities if one.brand is not None]
    acts = {
        "questions suggested": lambda number: browser.questions(typed[number], "en"),
        "names suggested": lambda number: browser.names(typed[number], "en"),
        "all of an entity (More)": lambda number: browser.sheet(entities[number].id, "en"),
        "brands suggested (/lineup)": lambda number: browser.brands(brands[number % len(brands)].name[:3], "en"),
        "attributes suggested (/lineup)": lambda number: browser.attributes(brands[number % len(brands)].id, "en"),
        "a page of prices (/lineup)": lambda number: browser.listings(None, "en", number, 10, ["price"]),
        "a quote in its place (Source)": lambda _: browser.excerpt("0" * 12, 0, len(TEXT)),
    }
    took: dict[str, list[float]] = {what: [] for what in acts}
    for number in range(len(typed)):
        for what, act in acts.items():
            began = thread_time()
            act(number)
            took[what].append(thread_time() - began)
    floor = []
    for entity in entities:
        began = thread_time()
        store.facts_about(entity.id)
        floor.append(thread_time() - began)
    bare = sorted(floor)[len(floor) // 2]
    for what, times in took.items():
        median = sorted(times)[len(times) // 2]
        figures = f"median {1000 * median:.2f} ms, p99 {1000 * p99(times):.2f} ms ({AIM}), {median / bare:.0f} look-ups"
        report(f"{what}, {NAMES:,} names", figures)
        assert median < MOST * bare
