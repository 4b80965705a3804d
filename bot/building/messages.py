"""What a build tells whoever started it with `--progress json`: one object a line, the last of them how it ended."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Said = tuple[str, str, str]  # subject, attribute, value, as people read them


class Message(BaseModel):
    """One line. Unknown keys are left alone: a newer build may tell more."""

    model_config = ConfigDict(frozen=True)


class Progress(Message):
    """How far a build has come."""

    kind: Literal["progress"] = "progress"
    doing: str
    done: int
    of: int


class DocumentChange(Message):
    """What is new in one document: facts added, removed, and altered (what each was, and is).

    Of many the first few are listed; `more_` counts the others of that sort.
    """

    name: str
    is_new: bool = False
    added: tuple[Said, ...] = ()
    removed: tuple[Said, ...] = ()
    altered: tuple[tuple[Said, Said], ...] = ()
    more_added: int = 0
    more_removed: int = 0
    more_altered: int = 0


class Report(Message):
    """A build that ended well."""

    kind: Literal["report"] = "report"
    store: str
    seconds: float
    counts: dict[str, int]
    has_before: bool = False  # whether there was a store to compare with
    added: tuple[str, ...] = ()  # documents, by name
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    facts: int = 0  # more facts than before
    documents: tuple[DocumentChange, ...] = ()  # those with changes, up to a number
    strays: tuple[str, ...] = ()  # files that nobody reads
    summary: str = ""  # the same in words, as the terminal shows it


class Fault(Message):
    """What is wrong with a file, and the way out."""

    file: str | None = None
    line: int | None = None
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return f"{where}{self.message}" + (f"; {self.remedy}" if self.remedy else "")


class Failure(Message):
    """A build that changed nothing."""

    kind: Literal["failure"] = "failure"
    faults: tuple[Fault, ...]


class Busy(Message):
    """A build that did not begin, since another is under way."""

    kind: Literal["busy"] = "busy"
    by: str = ""
    since: str = ""  # ISO date and time


Line = Annotated[Progress | Report | Failure | Busy, Field(discriminator="kind")]
LINE: TypeAdapter[Progress | Report | Failure | Busy] = TypeAdapter(Line)
