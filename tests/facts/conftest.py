"""What reading the shipped vocabulary takes, made once a run."""

import pytest

from facts.corpus import Tools
from facts.lexicon.loader import load_lexicon


@pytest.fixture(scope="session")
def tools() -> Tools:
    return Tools.of(load_lexicon())
