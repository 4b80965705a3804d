"""A table of a review says what it must and nothing else."""

import pytest
from pydantic import ValidationError

from facts.review import FactReview, Verdict

ROW = {"verdict": "added", "subject": "Élan", "attribute": "price", "value": "1 euro", "quote": "It costs 1 euro."}


def test_the_least_that_is_needed() -> None:
    row = FactReview.model_validate(ROW)

    assert (row.verdict, row.certainty, row.qualifiers, row.was) == (Verdict.ADDED, None, {}, None)


@pytest.mark.parametrize("key", ROW)
def test_every_needed_key_is_needed(key: str) -> None:
    with pytest.raises(ValidationError):
        FactReview.model_validate({name: value for name, value in ROW.items() if name != key})


@pytest.mark.parametrize("more", [{"colour": "red"}, {"quote": ""}, {"verdict": "maybe"}, {"certainty": "sure"}])
def test_what_has_no_meaning_is_refused(more: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        FactReview.model_validate({**ROW, **more})
