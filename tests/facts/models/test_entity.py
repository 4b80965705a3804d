"""Things that facts are about."""

from facts.models import Entity


def test_entity_has_a_name_of_its_own_unless_said() -> None:
    assert not Entity("kia-ev2", "Kia EV2", "model").described


def test_entities_of_equal_parts_are_one() -> None:
    assert len({Entity("kia", "Kia", "brand", ("Kia",)), Entity("kia", "Kia", "brand", ("Kia",))}) == 1
