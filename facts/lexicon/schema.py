"""What the vocabulary's TOML files may say, as pydantic models.

Nothing is read or compiled here; facts.lexicon.loader turns these models into a Lexicon.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel

from facts.models.value import ValueKind

Words = tuple[Annotated[str, Field(min_length=1)], ...]


class Strict(BaseModel):
    """Unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WordingSchema(Strict):
    """[price.en]"""

    label: str
    say: str | None = Field(None, pattern=r"\{[SV]\}")
    say_inverse: str | None = Field(None, pattern=r"\{[SV]\}")
    nouns: Words = ()
    frames: Words = ()
    phrases: Words = ()
    inverse: Words = ()
    low: Words = ()
    high: Words = ()
    vetoes: Words = ()
    values: dict[str, Words] = {}


class AttributeSchema(Strict):
    """[price]; every further table is the wording of one language."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, WordingSchema]

    value: ValueKind
    of: Words
    kinds: Words = ()
    dimension: str | None = None
    implies: bool = False
    many: bool = False
    exhaustive: bool = False
    renewed: bool = False
    rank: int = 100
    least: float | None = None
    most: float | None = None

    @property
    def wordings(self) -> dict[str, WordingSchema]:
        return self.__pydantic_extra__


class KindWordingSchema(Strict):
    """[model.en]"""

    label: tuple[str, str]
    nouns: Words = ()


class KindSchema(Strict):
    """[model]; every further table is the wording of one language."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, KindWordingSchema]

    parent: str | None = None

    @property
    def wordings(self) -> dict[str, KindWordingSchema]:
        return self.__pydantic_extra__


class UnitSchema(Strict):
    """An entry of [energy]: the id's factor to the dimension's base unit and its spellings."""

    factor: float = Field(1.0, gt=0)
    spellings: Words


class LanguageSchema(Strict):
    """languages/en.toml"""

    classes: dict[str, Words]
    tables: dict[str, dict[str, str]]


class PredicateSchema(Strict):
    """[buy]: verbs by language, and nouns by language behind "nouns_"."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Words]

    converse: str | None = None
    swap: str | None = None
    opposite: str | None = None

    @property
    def words(self) -> dict[str, Words]:
        return self.__pydantic_extra__


class NameSchema(Strict):
    """A known name with more to say than what it belongs to."""

    of: str | None = None
    aliases: Words = ()
    adjectives: Words = ()


class AttributesFile(RootModel[dict[str, AttributeSchema]]):
    """attributes/*.toml: attribute id -> attribute."""


class KindsFile(RootModel[dict[str, KindSchema]]):
    """kinds.toml: kind id -> kind."""


class UnitsFile(RootModel[dict[str, dict[str, UnitSchema]]]):
    """units.toml: dimension -> unit id -> unit."""


class PredicatesFile(RootModel[dict[str, PredicateSchema]]):
    """predicates.toml: group id -> words."""


class NamesFile(RootModel[dict[str, dict[str, NameSchema | Words]]]):
    """names/*.toml: kind -> name -> details, or owner -> names of what it owns ("Name|other spelling")."""
