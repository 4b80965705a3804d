"""Lines that a reviewer types behind a key: Enter keeps what is there, "-" empties it, the end of input gives up."""

import re
import sys
from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

EMPTY = "-"
CLAIM = re.compile(r"^(?:(?P<subject>[^=]+?)\s*:\s+)?(?P<attribute>[^:=]+?)\s*=\s*(?P<value>.+)$")


class Prompts:
    """Asks for lines on one console."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def line(self, label: str, old: str = "") -> str | None:
        """Ask for one line; None at the end of the input."""
        self.console.print(Text(f"{label} [{old}]: "), end="")
        line = sys.stdin.readline()
        if not line:
            return None
        return "" if line.strip() == EMPTY else line.strip() or old

    def asked(self, shown: Mapping[str, object], keys: Iterable[str]) -> dict[str, str] | None:
        """Ask for each key; return what was changed, None at the end of the input."""
        changes: dict[str, str] = {}
        for key in keys:
            old = str(shown.get(key) or "")
            given = self.line(key, old)
            if given is None:
                return None
            if given != old:
                changes[key] = given
        return changes

    def number(self, label: str, most: int) -> int | None:
        """Ask for a number up to `most`; the only one there is needs no asking."""
        if most == 1:
            return 1
        given = self.line(f"{label}, 1 to {most}", "1")
        return int(given) if given and given.isdigit() and 1 <= int(given) <= most else None

    def claim(self, subject: str) -> tuple[str, str, str] | None:
        """Ask for "subject: attribute = value"; without a subject, the one given is meant. None for an empty line."""
        given = self.line(f"new fact, as “{subject or 'subject'}: attribute = value”")
        found = CLAIM.match(given or "")
        if found is None or not (found["subject"] or subject):
            return None
        return (found["subject"] or subject).strip(), found["attribute"].strip(), found["value"].strip()
