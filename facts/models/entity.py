"""Things that facts are about: brands, models, platforms, plants, places, people, organisations, events."""

from dataclasses import dataclass

OPEN = "name"  # the kind of what has a name and no clear kind: it can be asked about, it is never a typed answer


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing, however it is called. `kind` is an id of the vocabulary's kinds."""

    id: str  # slug, unique in a store: "renault-twingo"
    name: str  # as people should read it: "Renault Twingo"
    kind: str
    aliases: tuple[str, ...] = ()  # every name that means it, `name` included, as written
    brand: str | None = None  # id of the brand (or maker) it belongs to
    parent: str | None = None  # id of what it is a version or generation of
    described: bool = False  # no proper name of its own: "Nissan city car"
    traits: tuple[str, ...] = ()  # folded lemmas that describe it: "small", "electric", "city car", "new"
