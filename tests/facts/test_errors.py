"""Every fault is one sentence that names the thing and the way out."""

import pickle
from pathlib import Path

import pytest

from facts.errors import DocumentError, FactsError, ReviewError, StoreError, VocabularyError


@pytest.mark.parametrize(
    ("line", "remedy", "told"),
    [
        (3, "mend it", "a.txt:3: it is broken; mend it"),
        (None, "mend it", "a.txt: it is broken; mend it"),
        (3, "", "a.txt:3: it is broken"),
    ],
)
def test_message_names_file_line_and_remedy(line: int | None, remedy: str, told: str) -> None:
    assert str(DocumentError(Path("a.txt"), line, "it is broken.", remedy)) == told


@pytest.mark.parametrize("kind", [DocumentError, ReviewError, VocabularyError, StoreError])
def test_all_faults_have_one_root(kind: type[FactsError]) -> None:
    assert issubclass(kind, FactsError)


def test_a_fault_survives_another_process() -> None:
    fault = pickle.loads(pickle.dumps(ReviewError("a.facts.toml", 2, "no", "do")))  # noqa: S301 - made right here

    assert str(fault) == "a.facts.toml:2: no; do"
