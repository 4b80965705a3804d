"""Where documents are read: in this process, or in helper processes beside it.

An executor takes sources and yields packed readings in their order; another one could take its place. Helpers have
tools of their own and are handed one document after another. This process reads as well, so that nobody waits for
helpers to start, and it reads again whatever a helper could not: errors are raised here, in the order of the sources.
"""

import gc
import marshal
import os
import pickle
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import connection, current_process, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Protocol

from facts.corpus import Tools, read_source
from facts.errors import FactsError
from facts.packing import Packed, pack
from facts.sources import Source

FEWEST = 64  # documents for each helper: one takes as long to start as these take to be read
AHEAD = 3  # documents that a helper has in hand, so that it never waits for the next one
SELDOM = 50_000  # new objects before garbage is collected: a document makes as many, and leaves next to none in a ring
Pipe = connection.Connection


class Executor(Protocol):
    """Whoever reads documents."""

    def read(self, sources: Sequence[Source]) -> Iterator[Packed]:
        """Yield what each source gives, in order; raises the DocumentError of the first that cannot be read."""
        ...


def executor_for(count: int, tools: Tools) -> "Executor":
    """Return the executor that is quickest for so many documents."""
    helpers = min(usable_cores() - 1, count // FEWEST)
    return Helped(tools, helpers) if helpers > 0 and not current_process().daemon else Alone(tools)


def usable_cores() -> int:
    """Return on how many cores this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def settled() -> Iterator[None]:
    """Let no collection of garbage walk what stays anyhow, and few what a document leaves: a fifth of the time."""
    often = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*often)
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class Alone:
    """Reads in this process."""

    tools: Tools

    def read(self, sources: Sequence[Source]) -> Iterator[Packed]:
        for source in sources:
            yield pack(read_source(source, self.tools))


@dataclass(frozen=True, slots=True)
class Helped:
    """Reads in this process and in some helpers."""

    tools: Tools
    helpers: int
    is_idle: bool = False  # this process only waits, as long as there are helpers

    def read(self, sources: Sequence[Source]) -> Iterator[Packed]:
        desk = _Desk(sources)
        outfit = _outfit(self.tools)
        crew = [_Helper.started(outfit) for _ in range(self.helpers)]
        try:
            for number, source in enumerate(sources):
                while number not in desk.done:
                    self._work(desk, crew, number)
                yield desk.done.pop(number) or pack(read_source(source, self.tools))
        finally:
            for helper in crew:
                helper.end()

    def _work(self, desk: "_Desk", crew: list["_Helper"], wanted: int) -> None:
        """Take what helpers have finished, and read a document meanwhile; wait only where nothing is left to read."""
        following = None if self.is_idle and crew else desk.next()
        timeout = 0 if following is not None else None
        for pipe in connection.wait([helper.pipe for helper in crew], timeout):
            helper = next(one for one in crew if one.pipe is pipe)
            if not helper.serve(desk):
                crew.remove(helper)
        if following is None:
            return
        try:
            desk.done[following] = pack(read_source(desk.sources[following], self.tools))
        except FactsError:
            if following == wanted:
                raise
            desk.done[following] = None  # raised when its turn comes


@dataclass(slots=True)
class _Desk:
    """The documents of one run: which are still to be handed out, and what has come back."""

    sources: Sequence[Source]
    done: dict[int, Packed | None] = field(default_factory=dict)  # None: to be read here
    _next: int = 0

    def next(self) -> int | None:
        """Take the next document; None where all are handed out."""
        if self._next >= len(self.sources):
            return None
        self._next += 1
        return self._next - 1


@dataclass(slots=True)
class _Helper:
    """A helper process as seen from here."""

    pipe: "Pipe[tuple[str, str], Packed | None]"
    process: BaseProcess
    outfit: bytes | None  # until it is sent
    in_hand: list[int] = field(default_factory=list)
    is_ready: bool = False

    @classmethod
    def started(cls, outfit: bytes) -> "_Helper":
        """Start a helper. Spawned, not forked: it holds no pipe but its own, which ends when this process does.

        Its outfit is sent once the helper asks for it: one that dies at its start would never take it, and what
        starts it would wait for ever.
        """
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there,), daemon=True)
        process.start()
        there.close()
        return cls(here, process, outfit)

    def serve(self, desk: _Desk) -> bool:
        """Take a result and hand out more; False where the helper has died, whose documents are then read here."""
        try:
            result = self.pipe.recv()
            if self.outfit is not None:
                self.pipe.send_bytes(self.outfit)
                self.outfit = None
                return True
            if self.is_ready:
                desk.done[self.in_hand.pop(0)] = result
            self.is_ready = True
            while len(self.in_hand) < AHEAD and (number := desk.next()) is not None:
                self.in_hand.append(number)
                source = desk.sources[number]
                self.pipe.send((str(source.root), str(source.path)))
        except (EOFError, OSError):
            desk.done |= dict.fromkeys(self.in_hand)
            self.in_hand.clear()
            return False
        return True

    def end(self) -> None:
        """End the helper, whatever it is at."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


def _outfit(tools: Tools) -> bytes:
    """Return what a helper makes its tools of; dictionaries that are loaded come in a tenth of the time."""
    dictionaries = {language: dict(words) for language, words in tools.lemmas.dictionaries().items()}
    return pickle.dumps((tools.lexicon, marshal.dumps(dictionaries)))


def _equipped(outfit: bytes) -> Tools:
    lexicon, dictionaries = pickle.loads(outfit)  # noqa: S301 - from the process that started this one
    return Tools.of(lexicon, marshal.loads(dictionaries).__getitem__)  # noqa: S302 - the same


def _serve(pipe: "Pipe[Packed | None, Any]") -> None:
    """Ask for an outfit, say that all is ready, and read documents until nobody asks for more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the build, whose end ends the helper
    try:
        pipe.send(None)
        tools = _equipped(pipe.recv_bytes())
        with settled():
            pipe.send(None)
            while True:
                root, path = pipe.recv()
                pipe.send(_read(Source(Path(root), Path(path)), tools))
    except (EOFError, OSError):
        return


def _read(source: Source, tools: Tools) -> Packed | None:
    try:
        return pack(read_source(source, tools))
    except FactsError:
        return None
