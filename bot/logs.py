"""What is logged and how: a line an event on stderr, plain for people or JSON for machines.

Never a secret, and never what somebody wrote: a fault is told by type and place, for its own words may quote either.
"""

import asyncio
import logging
import sys
import traceback
from collections.abc import Collection
from types import TracebackType
from typing import Any

from pythonjsonlogger.json import JsonFormatter

from bot.redacting import HIDDEN, redacted

log = logging.getLogger(__name__)

TEXT, JSON = "text", "json"
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
FIELDS = ("levelname", "name", "message")  # in JSON, beside the time
CALLED = {"levelname": "level", "name": "logger", "exc_info": "fault"}
PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}
NUMBERS = {
    "status": "HTTP",
    "code": "code",
    "errno": "errno",
}  # what a fault may say of itself: no one writes numbers into a message
SPOKEN = (str, int, float)  # what a library may put into its lines; anything else is named by its type


def begin(form: str | None, secrets: Collection[str] = ()) -> None:
    """Log from now on, in the form asked for: for machines where stderr is no terminal. `secrets` never show.

    Of libraries only what is wrong is logged. A fault that nobody catches becomes one line as well.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(form or (TEXT if sys.stderr.isatty() else JSON)))
    handler.addFilter(Discreet(secrets))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    sys.excepthook = _tell_of_end


def _formatter(form: str) -> logging.Formatter:
    if form == TEXT:
        return logging.Formatter(LINE)
    return JsonFormatter(FIELDS, rename_fields=CALLED, timestamp="time")


class Discreet(logging.Filter):
    """Takes out of a record what must not be shown, whoever logs it. Belongs to a handler, to see every record."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(filter(None, secrets))

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact a record in place; all pass."""
        record.msg, record.args = self._shown(_message(record)), ()
        fault = record.exc_info[1] if record.exc_info else None
        record.exc_text = self._shown(describe(fault)) if fault is not None else None
        record.exc_info = record.stack_info = None
        for name in vars(record).keys() - PLAIN:
            delattr(record, name)
        return True

    def _shown(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return redacted(text)


def _message(record: logging.LogRecord) -> str:
    """Return what a record says. Libraries put buttons and commands into it, which hold words that somebody wrote."""
    if record.args and not record.name.startswith("bot."):
        given = record.args if isinstance(record.args, tuple) else (record.args,)
        record.args = tuple(one if isinstance(one, SPOKEN) else type(one).__qualname__ for one in given)
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # its words do not fit its arguments
        return str(record.msg)


def describe(fault: BaseException) -> str:
    """Name a fault and its cause by type and the lines passed through; its own words may quote what somebody wrote."""
    numbers = [
        f"{called} {told}" for name, called in NUMBERS.items() if isinstance(told := getattr(fault, name, None), int)
    ]
    told = f" ({', '.join(numbers)})" if numbers else ""
    frames = traceback.extract_tb(fault.__traceback__)
    places = " < ".join(f"{one.filename}:{one.lineno}" for one in reversed(frames))
    cause = f", from {describe(fault.__cause__)}" if fault.__cause__ is not None else ""
    return f"{type(fault).__qualname__}{told} at {places or 'no line'}{cause}"


def tell_of_lost(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log a fault that no task waits for: asyncio itself would show the words of it."""
    log.error("%s", context.get("message", "A task failed"), exc_info=context.get("exception"))


def _tell_of_end(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    log.critical("Lineup broke down, which is a defect of it", exc_info=(kind, fault, trace))
