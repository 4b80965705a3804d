"""All that the shipped article is about, by name and by brand."""

from bot.browsing import Browser


def test_models_are_listed_with_what_one_tells_first(shipped_facts):
    found, more = Browser(shipped_facts).listings(None, "en", 0, 3)
    assert [one.subject.name for one in found] == ["Dacia city car", "Dacia Spring", "Nissan city car"]
    assert [entry.text for entry in found[0].entries][:2] == ["about 18,000 euros (expected)", "AMPR Small"]
    assert more


def test_only_those_of_a_brand_are_listed(shipped_facts):
    found, more = Browser(shipped_facts).listings("renault", "en", 0, 10)
    assert [one.subject.name for one in found] == ["Renault Twingo"]
    assert not more
