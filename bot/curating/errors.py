"""What cannot be done with a document, as a reason that whoever asked is told in their own language."""

from enum import StrEnum


class Reason(StrEnum):
    """Why not."""

    SHIPPED = "shipped"  # there is no folder of the operator's own
    PUBLISHED = "published"  # the facts are fetched, not built here
    UNWRITABLE = "unwritable"
    TYPE = "type"
    SIZE = "size"
    SAME = "same"  # the document of that name says exactly this already
    COPY = "copy"  # another document does
    STEM = "stem"  # another document has the same sidecars
    GONE = "gone"  # approved, discarded or swept
    CHANGED = "changed"  # the document is not what it was when this was asked for
    UNKNOWN = "unknown"  # no document of that name
    VANISHED = "vanished"  # the document that a button is about is not there any more
    LAST = "last"  # nothing would be left to answer from


class RefusedError(Exception):
    """Something that is not done. `fields` say what it is about."""

    def __init__(self, reason: Reason, **fields: object) -> None:
        self.reason, self.fields = reason, fields
        super().__init__(reason, fields)
