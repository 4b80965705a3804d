"""The choices of a server's admins, and the counts of what was asked there in vain."""

from dataclasses import dataclass

REPLIES = 5
SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What the admins of a server chose. Off everywhere but for mentions, direct messages and commands."""

    channels: frozenset[int] = frozenset()  # listened to without being mentioned; a category stands for its channels
    admin_channel: int | None = None  # where notices to admins go
    language: str | None = None  # of what is not the answer to a question; None: the server's own
    keeps_words: bool = False  # whether the words of questions that were not known are kept
    replies: int = REPLIES  # to one person in so many seconds
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Asked:
    """An entity and an attribute that were asked for and not known, and how often."""

    entity: str
    attribute: str
    count: int
    words: tuple[str, ...] = ()  # questions, where the server keeps them
