"""The build's side of `--progress json`: what happens in it becomes lines, few enough to be read as they come."""

import sys
from collections.abc import Callable, Iterable
from time import monotonic

from bot.building.messages import Busy, DocumentChange, Failure, Fault, Message, Progress, Report
from facts.errors import FactsError, LocatedError
from facts.reporting import BuildReport, DocumentReport

PAUSE = 0.2  # seconds between two lines of progress
MOST_DOCUMENTS = 30
MOST_CHANGES = 50  # of one sort, of one document


class Telling:
    """Writes lines to standard output."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._next = 0.0
        self._doing = ""

    def progress(self, doing: str, done: int, of: int) -> None:
        """Tell how far the build is: whenever it begins something else, and now and then between."""
        now = self._clock()
        if doing == self._doing and now < self._next and done < of:
            return
        self._doing, self._next = doing, now + PAUSE
        self.say(Progress(doing=doing, done=done, of=of))

    def say(self, message: Message) -> None:
        """Write one line."""
        sys.stdout.write(message.model_dump_json() + "\n")
        sys.stdout.flush()


def report_of(built: BuildReport, summary: Iterable[str]) -> Report:
    """Return a finished build as its last line."""
    changes = built.changes
    told = sorted((one for one in built.documents if one.has_changed), key=lambda one: one.is_new)[:MOST_DOCUMENTS]
    return Report(
        store=str(built.target),
        seconds=round(built.seconds, 3),
        counts=dict(built.counts),
        has_before=changes is not None,
        added=changes.added if changes else (),
        changed=changes.changed if changes else (),
        removed=changes.removed if changes else (),
        facts=changes.facts if changes else 0,
        documents=tuple(map(_change, told)),
        strays=tuple(path.name for path in built.strays),
        summary="\n".join(summary),
    )


def _change(one: DocumentReport) -> DocumentChange:
    """Return what is new in a document, the first few of each sort."""
    return DocumentChange(
        name=one.name,
        is_new=one.is_new,
        added=one.added[:MOST_CHANGES],
        removed=one.removed[:MOST_CHANGES],
        altered=one.altered[:MOST_CHANGES],
        more_added=max(0, len(one.added) - MOST_CHANGES) + one.untold,
        more_removed=max(0, len(one.removed) - MOST_CHANGES),
        more_altered=max(0, len(one.altered) - MOST_CHANGES),
    )


def failure_of(error: FactsError) -> Failure:
    """Return what went wrong, with all that is wrong in the same file."""
    if not isinstance(error, LocatedError):
        return Failure(faults=(Fault(message=str(error)),))
    every = (error, *error.others)
    return Failure(
        faults=tuple(Fault(file=str(one.file), line=one.line, message=one.message, remedy=one.remedy) for one in every)
    )


def busy_of(by: str, since: str) -> Busy:
    """Return that another build is under way."""
    return Busy(by=by, since=since)
