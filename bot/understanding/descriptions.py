"""Things that are described rather than named: "the Nissan city car", "Dacia's new one", "the nissan variant of the
Twingo".

A description becomes one name whose entities are all it may mean; `narrowed` decides among them once it is known
what is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.models import Match, Mention
from bot.understanding.draft import Draft, KindPiece, Piece
from bot.understanding.generations import GENERATIONS, choose_generation, generation_in, in_generation
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver
from bot.understanding.vocabulary import Role
from facts.models import Entity
from facts.phrases import words_of

OF_BRAND = ("from", "by", "of", "de", "d'", "du", "des", "chez", "par")
OF_MODEL = ("of", "on", "de", "d'", "du", "from", "sur")
INDEFINITE = ("a", "an", "un", "une")  # "is it a Renault" asks for the maker, "the Renault" is a car
NEAREST = 3  # cars offered in the place of one that the store lacks
GAP = 4  # words between a brand and the noun it goes with: "Nissan's new small electric city car"
ONE = "one_words"  # "the new one", "celle de Dacia"


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says of a thing without its name."""

    piece: Piece
    brand: Name
    kind: KindPiece | None = None
    model: Name | None = None  # whose variant it is: "of the Twingo"
    generation: str | None = None


def collapse(draft: Draft, resolver: Resolver, *, is_focus: Piece | None) -> None:
    """Replace every description in a draft by one name; `is_focus` is left alone: "which Nissan city car"."""
    for name in list(draft.names):
        if name not in draft.names or name.is_weak or (is_focus and is_focus.first <= name.first < is_focus.last):
            continue
        if resolver.is_brand(name) and (description := _described(draft, name, resolver, is_focus)):
            _put(draft, description, resolver)
        else:
            choose_generation(draft, name, resolver)
    _merge_brands(draft, resolver)
    draft.names = [_with_family(name, resolver) for name in draft.names]


def _described(draft: Draft, brand: Name, resolver: Resolver, is_focus: Piece | None) -> Description | None:
    """Read the noun phrase around a brand, or return None where the brand stands for itself."""
    position, behind = brand.last, None
    while position < min(brand.last + GAP, len(draft.words)):
        behind = _model_noun(draft, position, resolver)
        if behind or not _is_modifier(draft, position):
            break
        position += 1
    before = None if behind else _noun_before(draft, brand.first, resolver)
    if is_focus and before and before.overlaps(is_focus):
        before = None
    own = None if behind else _model_behind(draft, brand, resolver)
    if not (behind or before or own) and (model := _model_before(draft, brand, resolver)):
        piece = Piece(model.first, brand.last)
        if any(not cue.overlaps(piece) for cue in draft.cues):  # else the maker is what is asked
            return Description(piece, brand, None, model)
    if behind is None and before is None and own is None:
        generation = _generation_before(draft, brand.first)
        if generation or (brand.first > 0 and draft.is_in_class("size_words", brand.first - 1)):
            return Description(Piece(brand.first - 1, brand.last), brand, None, None, generation)
        return Description(Piece(brand.first, brand.last), brand) if _is_determined(draft, brand, resolver) else None
    first = before.first if before else brand.first
    last = behind.last if behind else own.last if own else brand.last
    model = own or _variant_of(draft, last, resolver)
    last = model.last if model else last
    generation = _generation_in(draft, first - 2, last)
    return Description(Piece(max(first, 0), last), brand, behind or before, model, generation)


def _is_determined(draft: Draft, brand: Name, resolver: Resolver) -> bool:
    """Whether an article makes a car of a brand: "the Renault" is one, "the Renault boss" and "a Renault" are not."""
    before = draft.words[brand.first - 1].folded if brand.first else ""
    definite = draft.vocabulary.has_class("articles", before) and before not in INDEFINITE
    if not definite or not resolver.models_of(brand.mention.entities):
        return False
    nouns = [*draft.kinds, *(cue for cue in draft.cues if cue.has(Role.NOUN, Role.INVERSE) and not cue.has(Role.VERB))]
    return not brand.possessive and not any(noun.first == brand.last for noun in nouns)


def _model_noun(draft: Draft, position: int, resolver: Resolver) -> KindPiece | None:
    """Return the noun for a car that begins at a word; "one" counts as one."""
    if position < len(draft.words) and draft.is_in_class(ONE, position):
        return KindPiece(position, position + 1, ("model",))
    for kind in draft.kinds:
        if kind.first == position and any(resolver.lexicon.is_a(one, "model") for one in kind.kinds):
            return kind
    return None


def _noun_before(draft: Draft, position: int, resolver: Resolver) -> KindPiece | None:
    """Return the noun that a brand follows: "la citadine Nissan", "the city car from Dacia"."""
    if position > 0 and draft.words[position - 1].folded in OF_BRAND:
        position -= 1
    while position > 0 and _is_modifier(draft, position - 1) and not draft.is_in_class("articles", position - 1):
        position -= 1
    for kind in draft.kinds:
        if kind.last == position and any(resolver.lexicon.is_a(one, "model") for one in kind.kinds):
            return kind
    return None


def _model_behind(draft: Draft, brand: Name, resolver: Resolver) -> Name | None:
    """Return the model of another brand that a brand makes its own: "Nissan's Twingo"."""
    if not brand.possessive:
        return None
    behind = (name for name in draft.names if brand.last <= name.first <= brand.last + 1)
    return next((name for name in behind if _is_foreign(name, brand, resolver)), None)


def _model_before(draft: Draft, brand: Name, resolver: Resolver) -> Name | None:
    """Return the model of another brand in front of a brand: "la Twingo de Nissan", "the Twingo from Nissan"."""
    if brand.first == 0 or draft.words[brand.first - 1].folded not in OF_BRAND:
        return None
    name = draft.name_at(brand.first - 2) if brand.first > 1 else None
    return name if name and _is_foreign(name, brand, resolver) else None


def _is_foreign(name: Name, brand: Name, resolver: Resolver) -> bool:
    """Whether a name means a known model, and none of a brand's own."""
    if name.mention.match is Match.UNKNOWN or not resolver.is_a(name, "model"):
        return False
    return {resolver.entity(key).brand for key in name.mention.entities}.isdisjoint(brand.mention.entities)


def _variant_of(draft: Draft, position: int, resolver: Resolver) -> Name | None:
    """Return the model behind "of the": "variant of the Twingo"."""
    if position >= len(draft.words) or draft.words[position].folded not in OF_MODEL:
        return None
    while position + 1 < len(draft.words) and (
        draft.is_in_class("articles", position + 1) or draft.is_in_class("prepositions", position + 1)
    ):
        position += 1
    name = draft.name_at(position + 1)
    return name if name and resolver.is_a(name, "model") and name.mention.match is not Match.UNKNOWN else None


def _is_modifier(draft: Draft, position: int) -> bool:
    classes = ("size_words", "generation_new", "generation_old", "domain_words", "articles")
    return draft.is_in_any(classes, position) or draft.has_tag_at(position, *GENERATIONS)


def _generation_before(draft: Draft, position: int) -> str | None:
    return _generation_in(draft, position - 2, position)


def _generation_in(draft: Draft, first: int, last: int) -> str | None:
    tag = generation_in(draft, first, last)
    return tag.tag if tag else None


def _put(draft: Draft, description: Description, resolver: Resolver) -> None:
    """Write the name of a description into the draft, in the place of the names that it holds."""
    brand = description.brand
    if brand.mention.match in (Match.UNKNOWN, Match.AMBIGUOUS):
        return
    found = _meant(description, draft, resolver)
    if not found and description.generation is None and description.model is None:
        return
    piece = description.piece
    inside = [name for name in draft.names if name.first < piece.last and piece.first < name.last]
    first, last = min(piece.first, *(n.first for n in inside)), max(piece.last, *(n.last for n in inside))
    first = next((p for p in range(first, last) if not draft.is_in_class("articles", p)), first)
    mention = Mention(
        draft.words[first].start,
        draft.words[last - 1].end,
        draft.text_of(Piece(first, last)),
        tuple(entity.id for entity in found),
        Match.DESCRIBED if found else Match.UNKNOWN,
    )
    position = draft.names.index(inside[0])
    draft.names = [name for name in draft.names if name not in inside]
    draft.names.insert(position, Name(first, last, mention, possessive=draft.words[last - 1].possessive))
    draft.kinds = [kind for kind in draft.kinds if not kind.overlaps(Piece(first, last))]
    draft.cues = [cue for cue in draft.cues if not cue.overlaps(Piece(first, last))]


def _meant(description: Description, draft: Draft, resolver: Resolver) -> list[Entity]:
    """Return the models that fit a description, those that fit best only."""
    found = resolver.models_of(description.brand.mention.entities)
    if description.model is not None:
        models = description.model.mention.entities
        related = [e for e in found if e.id not in models and any(resolver.are_related(e.id, m) for m in models)]
        found = related
    words = {draft.words[p].lemma for p in range(description.piece.first, description.piece.last)}
    if description.piece.last - description.piece.first > description.brand.last - description.brand.first:
        found = _best(found, [_traits_met(entity, words) for entity in found])
    return in_generation(found, description.generation, resolver)


def _traits_met(entity: Entity, words: set[str]) -> int:
    """Count what a description shares with what documents call an entity; a nameless one is meant rather."""
    traits = {part for trait in entity.traits for part in trait.split()}
    if entity.described:
        traits |= set(entity.name.casefold().split())
    return 2 * len(traits & words) + entity.described


def _best(entities: list[Entity], scores: Sequence[int]) -> list[Entity]:
    highest = max(scores, default=0)
    return [entity for entity, score in zip(entities, scores, strict=True) if score == highest]


def _merge_brands(draft: Draft, resolver: Resolver) -> None:
    """Join a brand with the name of its own model behind it: "Renault" + "Twingo E-Tech", "Renault's Twingo"."""
    merged: list[Name] = []
    for name in draft.names:
        before = merged[-1] if merged else None
        if before and (before.last != name.first or not draft.words[name.first].is_joined):
            before = None
        if before and not before.possessive and _is_code(before, name, resolver):
            text = f"{before.mention.text} {name.mention.text}"
            near = name.mention.entities or _models(before.mention, resolver)
            mention = Mention(before.mention.start, name.mention.end, text, near, Match.UNKNOWN)
            merged[-1] = replace(name, first=before.first, mention=mention)
        elif before and _is_owner(before, name, resolver):
            mention = name.mention
            joined = Mention(
                before.mention.start,
                mention.end,
                f"{before.mention.text} {mention.text}",
                mention.entities,
                mention.match,
            )
            merged[-1] = replace(name, first=before.first, mention=joined, is_weak=False)
        else:
            merged.append(name)
    draft.names = merged


def _is_code(brand: Name, name: Name, resolver: Resolver) -> bool:
    """Whether a strange word behind a brand names a car of it: "Tesla Model 3", "Renault R17"."""
    strange = name.mention.match is Match.UNKNOWN
    return strange and bool(resolver.kinds(brand)) and resolver.is_a(brand, "organisation", "model")


def _models(brand: Mention, resolver: Resolver) -> tuple[str, ...]:
    """Return what stands closest to a car that the store lacks: those that it holds of the same brand."""
    if brand.match is Match.UNKNOWN:
        return ()
    found = [entity.id for entity in resolver.models_of(brand.entities)]
    return tuple(found or brand.entities)[:NEAREST]


def _with_family(name: Name, resolver: Resolver) -> Name:
    """Let a car that only the world knows stand close to the others of its brand, where none is called nearly so."""
    mention = name.mention
    if mention.match is not Match.UNKNOWN or mention.entities or name.known is None or name.known.of is None:
        return name
    entities = [entity.id for entity in resolver.models_of(resolver.named(name.known.of))]
    return replace(name, mention=replace(mention, entities=tuple(entities[:NEAREST])))


def _is_owner(brand: Name, name: Name, resolver: Resolver) -> bool:
    if Match.UNKNOWN in (brand.mention.match, name.mention.match) or not resolver.is_brand(brand):
        return False
    return any(resolver.entity(key).brand in brand.mention.entities for key in name.mention.entities)


def narrowed(name: Name, attributes: Sequence[str], resolver: Resolver) -> Mention:
    """Return the mention of what a name means where these attributes are asked of it.

    A brand alone means the one car of it that has the attribute; of several, the one that has no name of its own.
    """
    mention = name.mention
    if mention.match is Match.UNKNOWN:
        return mention
    brand_alone = resolver.is_brand(name) and _asks_of_models(attributes, resolver)
    if not brand_alone and len(mention.entities) == 1:
        return mention
    if mention.match is Match.CORRECTED and not brand_alone:  # several are as near: which one has a value tells nothing
        return replace(mention, match=Match.AMBIGUOUS)
    pool = resolver.models_of(mention.entities) if brand_alone else [resolver.entity(key) for key in mention.entities]
    fitting = resolver.having(pool, attributes) or pool
    if len(fitting) > 1 and mention.match is not Match.AMBIGUOUS:
        nameless = [entity for entity in fitting if entity.described]
        fitting = nameless if len(nameless) == 1 else fitting
    if not fitting:
        return mention
    is_read = mention.match is Match.AMBIGUOUS or (brand_alone and mention.match is Match.EXACT)
    sure = Match.DESCRIBED if is_read else mention.match
    match = sure if len(fitting) == 1 else Match.AMBIGUOUS
    return Mention(
        mention.start, mention.end, mention.text, tuple(entity.id for entity in fitting), match, mention.negated
    )


def as_maker(mention: Mention, resolver: Resolver) -> Mention:
    """Return the mention of a maker in the place of all its cars: "the Renault cameras" are of no one car."""
    if mention.match not in (Match.AMBIGUOUS, Match.DESCRIBED) or len(mention.entities) <= 1:
        return mention
    brands = {resolver.entity(key).brand for key in mention.entities}
    brand = brands.pop() if len(brands) == 1 else None
    if brand is None or not _is_said(mention.text, resolver.entity(brand)):
        return mention
    return replace(mention, entities=(brand,), match=Match.EXACT)


def _is_said(text: str, entity: Entity) -> bool:
    words = set(words_of(text))
    return any(words.issuperset(words_of(alias)) for alias in (entity.name, *entity.aliases))


def _asks_of_models(attributes: Sequence[str], resolver: Resolver) -> bool:
    """Whether none of the attributes can be said of a maker itself."""
    kinds = [kind for key in attributes for kind in resolver.attribute(key).of]
    is_a = resolver.lexicon.is_a
    return (
        bool(kinds)
        and any(is_a(kind, "model") for kind in kinds)
        and not any(is_a(kind, "organisation") for kind in kinds)
    )
