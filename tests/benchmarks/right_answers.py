"""What is right of an answer about an invented lineup, and what is wrong with one that is not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.models import Answer


@dataclass(frozen=True, slots=True)
class Right:
    """What the last answer must be."""

    status: str
    tier: str | None = None
    amount: float | None = None  # of one of the values
    words: tuple[str, ...] = ()  # that stand in the text or the values
    members: int | None = None  # how many things the values are about
    low: float = 0.0  # of every amount in this unit that the text holds
    high: float = 1e9
    unit: str = ""
    quote: str = ""  # words that a source holds
    unsaid: str = ""  # words that none holds
    begins: str = ""  # how the text does


def fault_of(answer: Answer, right: Right) -> str | None:
    """Say what is wrong with an answer, or None."""
    if answer.status.value != right.status or answer.tier != right.tier:
        return f"{answer.status.value} from {answer.tier}: {answer.text}"
    said = " | ".join([answer.text, *(value.text for value in answer.values)])
    amounts = [value.value.amount for value in answer.values if value.value is not None]
    members = {value.entity for value in answer.values}
    quotes = [source.quote for source in answer.sources]
    missing = [word for word in right.words if word not in said]
    wrong = {
        f"{missing} not in {said}": bool(missing),
        f"{right.amount} not in {amounts}: {said}": right.amount is not None and right.amount not in amounts,
        f"{len(members)} members instead of {right.members}: {said}": right.members not in (None, len(members)),
        f"beyond {right.low} to {right.high}: {answer.text}": bool(right.unit) and not _is_within(answer.text, right),
        f"no source says {right.quote!r}": not any(right.quote in one for one in quotes or [""]),
        f"a source says {right.unsaid!r}": bool(right.unsaid) and any(right.unsaid in one for one in quotes),
        f"does not begin with {right.begins!r}: {said}": not answer.text.startswith(right.begins),
    }
    return next((words for words, is_so in wrong.items() if is_so), None)


def _is_within(text: str, right: Right) -> bool:
    """Whether a text holds amounts in a unit, and all of them are within the bounds."""
    amounts = [float(one.replace(",", "")) for one in re.findall(rf"([\d,.]+) {right.unit}\b", text)]
    return bool(amounts) and all(right.low <= one <= right.high for one in amounts)


Made = Iterator[tuple[Sequence[str], Right]]
