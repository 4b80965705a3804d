"""An archive built once, and the tools that build."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

from facts.corpus import Tools
from facts.lexicon.loader import load_lexicon
from tests.bot.discord.operator.archive import Builder, archive, make_archive
from tests.bot.discord.world import World

Opened = Callable[..., AbstractAsyncContextManager[World]]


@pytest.fixture(scope="package")
def tools() -> Tools:
    return Tools.of(load_lexicon())


@pytest.fixture(scope="package")
def made(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("archive"), builder)


@pytest.fixture(scope="package")
def builder(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Builder:
    return Builder(tools, tmp_path_factory.mktemp("kept"))


@pytest.fixture
def opened(made: Path, tmp_path: Path, builder: Builder) -> Opened:
    """Run the bot on a copy of the archive, in `tmp_path`."""
    return partial(archive, made, tmp_path, builder)
