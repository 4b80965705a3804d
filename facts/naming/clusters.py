"""Which names of one document mean one thing: a model with and without its brand, a person by the surname, a firm
without its legal form. Asked span by span, after everything has been placed once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from facts.lemmas import Lemmas
from facts.models import Entity
from facts.models.entity import OPEN
from facts.naming.declared import DeclaredName
from facts.naming.spans import NameSpan
from facts.naming.votes import verdict
from facts.naming.words import NamingWords
from facts.terms import fold, squeeze

HALVES = 2  # words of "Halden Quillo"
SHORTEST_OPEN = 2  # letters and digits of a name of no clear kind


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """Return a readable id: "Renault Scénic" is "renault-scenic"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "x"


@dataclass(frozen=True, slots=True)
class Ground:
    """What placing the names of one document rests on."""

    words: NamingWords
    lemmas: Lemmas
    legal_forms: Set[str]
    suffixes: Set[str]  # behind a model's name without a meaning of their own: "Electric"
    named: Set[str]  # keys of all that the document names, first words among them
    determined: Set[str]  # keys of names that stand with an article of their own


class Clusters:
    """Decides which spans mean one thing. Built from all spans of a document, then asked span by span."""

    def __init__(
        self,
        ground: Ground,
        pieces: Sequence[NameSpan],
        votes: dict[str, Counter[str]],
        brands: set[str],
        told: Mapping[NameSpan, DeclaredName],
        initials: Mapping[str, str],
    ) -> None:
        self.told = {(span.key): one for span, one in told.items()}
        self.ground, self.lexicon, self.votes, self.brands = ground, ground.words.lexicon, votes, brands
        self._found: dict[str, Entity] = {}
        self._by_key: dict[str, str | None] = {}
        self._written: dict[str, set[str]] = defaultdict(set)
        for piece in sorted(pieces, key=self._turn):
            if piece.key not in self._by_key and piece.key not in initials:
                self._by_key[piece.key] = self._singular(piece) or self._place(piece)
        self._by_key |= {short: self._by_key.get(full) for short, full in initials.items()}
        self._adopt_short_versions()
        for piece in pieces:
            if (found := self._by_key[piece.key]) is not None:
                self._written[found].add(" ".join(piece.text.split()))

    def _adopt_short_versions(self) -> None:
        """Let "the Techno" mean the Scenic Techno, where only one version is called so."""
        short: dict[str, list[str]] = defaultdict(list)
        for entity in self._found.values():
            if entity.parent and (
                rest := entity.name.removeprefix(self._found[entity.parent].name.split()[-1]).strip()
            ):
                short[squeeze(rest)].append(entity.id)
        for key, versions in short.items():
            alone = self._by_key.get(key)
            if (
                key in self._by_key
                and len(versions) == 1
                and (alone is None or self._found[alone].brand is None)
                and not key.isdigit()
            ):
                self._by_key[key] = versions[0]
                if alone is not None and alone not in self._by_key.values():
                    self._found.pop(alone, None)

    def _turn(self, piece: NameSpan) -> tuple[int, int]:
        """Order of placing: people's full names, models with their brand, single words, then what may be a version."""
        first = squeeze(self.ground.words.parts(piece.text)[0])
        if (one := self.told.get(piece.key)) is not None and one.brand:
            return 1, 1 + piece.length
        if piece.length > 1 and self.lexicon.is_a(verdict(self.votes[piece.key], self.lexicon), "person"):
            return 0, -piece.length
        if piece.length > 1 and first in self.brands:
            return 1, piece.length
        return (2, len(piece.key)) if piece.length == 1 else (3, piece.length)

    def entity_of(self, piece: NameSpan) -> str | None:
        return self._by_key.get(piece.key)

    def entities(self) -> dict[str, Entity]:
        """Return the entities with every name that was written for them."""
        return {
            key: replace(
                entity,
                name=self._shown(entity),
                aliases=tuple(sorted({*entity.aliases, entity.name, *self._written[key], *self._spellings(entity)})),
            )
            for key, entity in self._found.items()
        }

    def _spellings(self, entity: Entity) -> tuple[str, ...]:
        """Return what the world calls an entity besides; a name that another entity bears stays with that one."""
        known = self.ground.words.spellings(squeeze(entity.name), entity.kind, self.ground.lemmas)
        return tuple(other for other in known if self._by_key.get(squeeze(other)) in (None, entity.id))

    def _singular(self, piece: NameSpan) -> str | None:
        """Return the thing that a plural means ("the Twingos")."""
        single = self._by_key.get(piece.key.removesuffix("s")) if piece.key.endswith("s") else None
        return single if single and self.lexicon.is_a(self._found[single].kind, "model") else None

    def _is_plural(self, piece: NameSpan) -> bool:
        """Whether a word is the plural of another name ("ten Haldens" are no Halden)."""
        return piece.key.endswith("s") and self._by_key.get(piece.key.removesuffix("s")) is not None

    def _shown(self, entity: Entity) -> str:
        """Return a name that a dateline or heading shouts as the text writes it elsewhere."""
        name = entity.name
        if name.isupper() and entity.parent is not None:
            model = self._found[entity.parent]
            calm = [alias for alias in (model.name, *self._written[model.id]) if not alias.isupper()]
            begun = next((alias for alias in calm if name.casefold().startswith(alias.casefold())), "")
            return begun + name[len(begun) :]
        calm = [
            w for w in self._written[slug(name)] if name.isupper() and not w.isupper() and squeeze(w) == squeeze(name)
        ]
        return min(calm, default=name)

    def _place(self, piece: NameSpan) -> str | None:
        words = self.ground.words.parts(piece.text)
        if (one := self.told.get(piece.key)) is not None and self.lexicon.is_a(one.kind, "model"):
            first = squeeze(words[0])
            brand = one.brand or (words[0] if first in self.brands and len(words) > 1 else None)
            bare = words[1:] if brand and first == squeeze(brand) and len(words) > 1 else words
            return self._model(" ".join(bare), brand=brand, is_told=True)
        kind = verdict(self.votes[piece.key], self.lexicon)
        if len(words) > 1 and squeeze(words[0]) in self.brands and not self._is_own(piece.key, words, kind):
            return self._model(" ".join(words[1:]), brand=words[0])
        if self.lexicon.is_a(kind, "person"):
            return self._person(piece.text, words)
        kind = "company" if self._is_joint(words) else kind
        if piece.key in self.brands or self.lexicon.is_a(kind, "organisation"):
            if len(words) > 1 and fold(words[-1]).rstrip(".") in self.ground.legal_forms:
                self._stand_for(squeeze(" ".join(words[:-1])), slug(piece.text))
            return self._add(piece.text, "brand" if piece.key in self.brands else kind or "organisation")
        if part := self._part_of(words):
            return part
        if self.lexicon.is_a(kind, "model") or self._model_key(piece.key):
            return self._halved(words, self._model(piece.text, brand=None))
        known = self._known_person(words)
        if known is None and (kind or self._is_proper(piece, words)):
            return self._halved(words, self._add(piece.text, kind or OPEN))
        return known

    def _is_joint(self, words: list[str]) -> bool:
        """Whether a name is nothing but makers, and so a firm of theirs: "FAW Toyota", "SAIC Volkswagen"."""
        kinds = [self.ground.words.kinds_known(squeeze(word)) for word in words]
        is_new = len(words) > 1 and not self.ground.words.kinds_known(squeeze(" ".join(words)))
        return (
            is_new
            and "company" in self.lexicon.kinds
            and all("brand" in one for one in kinds[1:])
            and not any("model" in one for one in kinds)
        )

    def _halved(self, words: list[str], found: str) -> str:
        """Let the second of two strange words mean what both mean: "the Quillo" is the "Halden Quillo"."""
        strange = [word for word in words if not self.ground.lemmas.is_ordinary(fold(word))]
        is_open = self._found[found].kind in (OPEN, "model") and self._found[found].brand is None
        if (
            is_open
            and len(words) == len(strange) == HALVES
            and not self.ground.words.known.keys() & map(squeeze, words)
        ):
            self._stand_for(squeeze(words[1]), found)
            if self._by_key.get(squeeze(words[1])) == found:
                self._written[found].add(words[1])
        return found

    def _is_proper(self, piece: NameSpan, words: list[str]) -> bool:
        """Whether a name of no clear kind is one at all: no single word of everyday language, no bare number."""
        if not any(c.isalpha() for c in piece.key) or len(piece.key) < SHORTEST_OPEN:
            return False
        return len(words) > 1 or (not self._is_plural(piece) and not self.ground.lemmas.is_ordinary(fold(piece.text)))

    def _is_own(self, key: str, words: list[str], kind: str | None) -> bool:
        """Whether a name that begins with a brand is its own thing ("Renault Group"), not a model of that brand."""
        rest = squeeze(" ".join(words[1:]))
        is_firm = fold(words[-1]).rstrip(".") in self.ground.words.firm_endings
        if self._is_joint(words) or (is_firm and self.lexicon.is_a(kind, "organisation")):
            return True
        is_model = "model" in self.ground.words.kinds_known(rest) or self.lexicon.is_a(
            verdict(self.votes.get(rest, Counter()), self.lexicon), "model"
        )
        if is_model or self._model_key(rest):
            return False
        known = self.ground.words.kinds_known(key)
        return bool(known and "model" not in known) or any(
            self.lexicon.is_a(kind, other) for other in ("organisation", "person", "place", "platform", "event")
        )

    def _stand_for(self, key: str, entity: str) -> None:
        """Let a name mean an entity, where by itself it means nothing so far."""
        known = self._by_key.get(key)
        if known is not None and known != entity and self._found[known].kind == OPEN:
            del self._found[known]
            self._by_key |= {other: entity for other, meant in self._by_key.items() if meant == known}
        elif known is None:
            self._by_key[key] = entity

    def _model(self, name: str, brand: str | None, *, is_told: bool = False) -> str:
        """Return the model called so; a longer name whose beginning is a model is a version of it.

        One that a table tells keeps its whole name: "Kona" and "Kona Electric" are two rows.
        """
        words = name.split()
        while len(words) > 1 and not is_told and fold(words[-1]) in self.ground.suffixes:
            words = words[:-1]
        maker = brand or self._known_brand(squeeze(" ".join(words)))
        for length in range(len(words) - 1, 0, -1):
            if parent := self._model_key(squeeze(" ".join(words[:length]))):
                return self._version(" ".join(words), parent)
        bare = " ".join(words)
        full = f"{maker} {bare}" if maker and not squeeze(bare).startswith(squeeze(maker)) else bare
        found = self._model_key(squeeze(bare)) or self._add(full, "model", brand=slug(maker) if maker else None)
        if maker and self._found[found].brand is None:
            self._found[found] = replace(self._found[found], brand=slug(maker), name=full)
        self._stand_for(squeeze(full), found)
        self._written[found].add(full)
        if any(c.isalpha() for c in bare):  # "5" alone never means the Renault 5
            self._stand_for(squeeze(bare), found)
            self._written[found].update((bare, name))
        return found

    def _version(self, name: str, parent: str) -> str:
        model = self._found[parent]
        found = self._add(name, "version", brand=model.brand, parent=parent)
        self._stand_for(squeeze(name), found)
        return found

    def _model_key(self, key: str) -> str | None:
        found = self._by_key.get(key)
        return found if found and self.lexicon.is_a(self._found[found].kind, "model") else None

    def _known_brand(self, key: str) -> str | None:
        """Return the brand of a model that the world knows, where only one brand has a model called so."""
        brands = {name.of for name in self.ground.words.known.get(key, ()) if name.kind == "model" and name.of}
        if (
            self.ground.lemmas.is_ordinary(key) and key not in self.ground.determined
        ):  # "in Air trim" speaks of no Lucid
            brands = {brand for brand in brands if squeeze(brand) in self.ground.named}
        return brands.pop() if len(brands) == 1 else None

    def _part_of(self, words: list[str]) -> str | None:
        """Return the version that a model's name with a word behind it means ("Twingo Evolution")."""
        for length in range(len(words) - 1, 0, -1):
            key = squeeze(" ".join(words[:length]))
            if self._model_key(key) or self.lexicon.is_a(
                verdict(self.votes.get(key, Counter()), self.lexicon), "model"
            ):
                return self._model(" ".join(words), brand=None) if self._model_key(key) else None
        return None

    def _person(self, text: str, words: list[str]) -> str:
        found = self._known_person(words) or self._add(text, "person")
        for count in range(1, len(words)):
            self._stand_for(squeeze(" ".join(words[count:])), found)
            self._written[found].add(" ".join(words[count:]))
        return found

    def _known_person(self, words: list[str]) -> str | None:
        found = self._by_key.get(squeeze(" ".join(words)))
        return found if found and self._found[found].kind == "person" else None

    def _add(self, name: str, kind: str, brand: str | None = None, parent: str | None = None) -> str:
        clean = " ".join(name.split())
        key = slug(clean)
        if key not in self._found:
            self._found[key] = Entity(key, clean, kind, (clean,), brand, parent)
        return key
