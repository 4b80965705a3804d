"""Questions about the bot."""

from bot.answering.known import Known
from bot.answering.overview import cite, overview
from bot.models.finding import Chatter, Missing, Overview
from bot.models.query import Intent
from facts.store.reader import FactStore
from tests.bot.answering.asking import mention, query


def test_versions_are_not_listed_beside_their_model(store: FactStore) -> None:
    found = overview(Known(store), query(Intent.ABOUT_BOT))
    assert isinstance(found, Overview)
    assert "brio-sport" not in [entity.id for entity in found.entities]


def test_a_brand_restricts_the_list(store: FactStore) -> None:
    found = overview(Known(store), query(Intent.ABOUT_BOT, brand=mention("bexa")))
    assert isinstance(found, Overview)
    assert [entity.id for entity in found.entities] == ["nido", "tosca"]


def test_nothing_of_a_kind_is_no_claim(store: FactStore) -> None:
    assert isinstance(overview(Known(store), query(Intent.ABOUT_BOT, set_kind="no-such-kind")), Chatter)


def test_no_last_answer_no_source() -> None:
    assert isinstance(cite(()), Missing)
