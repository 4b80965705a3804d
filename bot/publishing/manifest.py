"""The small file at a place that says which store counts. It is written last, so whatever it names is there, whole."""

from typing import Annotated, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from facts.store.schema import SCHEMA_VERSION

MANIFEST = "facts.json"  # its name at every place
LARGEST = 64 * 1024  # bytes that are read of it; it has 300
LARGEST_STORE = 1 << 35  # bytes; a million facts take an eightieth of it

Words = Annotated[str, Field(max_length=100)]


def store_name(sha256: str) -> str:
    """Return the name of a store with this hash, at the place and wherever it is fetched to."""
    return f"facts-{sha256}.db"


class Manifest(BaseModel):
    """Which store counts, how large it is, and who made it from what. A newer Lineup may tell more: that is left alone.

    `published` only ever rises at one place, whatever the clocks of those who publish, so it tells older from newer.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", validate_by_name=True, serialize_by_alias=True)

    store_schema: Annotated[int, Field(alias="schema")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(gt=0, le=LARGEST_STORE)]
    documents: Words  # the fingerprint of documents, vocabulary and code that the store was built from
    published: AwareDatetime
    lineup: Words  # the version that published

    @classmethod
    def read(cls, content: bytes) -> Self | None:
        """Read a manifest; None where it is none."""
        try:
            return cls.model_validate_json(content)
        except ValidationError:
            return None

    def written(self) -> bytes:
        """Return the manifest as the file that is put to a place."""
        return self.model_dump_json(indent=1).encode() + b"\n"

    @property
    def store(self) -> str:
        """The name of the store."""
        return store_name(self.sha256)

    @property
    def is_readable(self) -> bool:
        """Whether this version of Lineup reads stores of that schema."""
        return self.store_schema == SCHEMA_VERSION
