"""Who does what in a question: what stands before and behind a verb, by which preposition, in which voice.

Only order and closed classes are looked at; whether an argument makes sense there is decided by its kind, elsewhere.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from bot.understanding.draft import FILLERS, AmountPiece, CuePiece, Draft, TagPiece
from bot.understanding.focus import Focus
from bot.understanding.linking import Name
from facts.lexicon.frames import BARE, Frame, Slot
from facts.models import ValueKind

BY = ("by", "par")
PAUSES = ",:–—-"  # between a name and the pronoun that takes it up
REACH = 6  # words between a form of "be" and its participle: "is the new Renault Twingo built"
WHERE_WORDS = frozenset({"in", "at", "a", "dans", "en", "on", "sur"})
WHEN_WORDS = frozenset({"", "in", "on", "at", "by", "en", "le", "a", "au", "des"})
ASKS_OBJECT = ("who", "what", "which", "else", "how_many", "how_much")

ANAPHORS = ("it", "them", "person", "there")  # words that stand for what was named before

Filler = tuple[Name, ...] | AmountPiece | Focus | TagPiece


@dataclass(slots=True)
class Arguments:
    """What stands around one verb."""

    subject: Filler | None = None
    object: Filler | None = None
    by: Filler | None = None
    prepositions: dict[str, Filler] = field(default_factory=dict)
    is_passive: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A filler with its place and the preposition before it."""

    first: int
    last: int
    filler: Filler
    preposition: str | None


def items_of(draft: Draft, focus: Focus | None) -> list[Item]:
    """List what may fill a place, in order; names joined by "and" are one."""
    items: list[Item] = []
    if focus is not None:
        items.append(Item(focus.first, focus.last, focus, focus.preposition))
    asked = range(focus.first, focus.last) if focus else range(0)
    items.extend(
        Item(group[0].first, group[-1].last, group, _preposition_before(draft, group[0].first))
        for group in groups_of(draft)
        if group[0].first not in asked
    )
    moved = _dislocated(draft, focus)
    for tag in draft.tagged(*ANAPHORS):
        if moved and tag is moved[0]:
            items = [item for item in items if item.filler != moved[1]]
            items.append(Item(tag.first, tag.last, moved[1], _preposition_before(draft, tag.first)))
            continue
        if draft.words[tag.first].before.startswith("-") and any(name.last <= tag.first for name in draft.names):
            continue  # "la Leaf est-elle ...": the pronoun only repeats its name
        governed = "in" if tag.tag == "there" else _preposition_before(draft, tag.first)
        items.append(Item(tag.first, tag.last, tag, governed))
    for amount in draft.amounts:
        skipped = frozenset() if amount.value.kind is ValueKind.DATE else draft.vocabulary.bounds
        items.append(Item(amount.first, amount.last, amount, _preposition_before(draft, amount.first, skipped)))
    return sorted(items, key=lambda item: item.first)


def _dislocated(draft: Draft, focus: Focus | None) -> tuple[TagPiece, tuple[Name, ...]] | None:
    """Return the pronoun that holds the place of the one name: "elle coûte combien, la Leaf ?"."""
    pronouns = draft.tagged("it")
    groups = groups_of(draft) if pronouns else []
    if not groups:
        return None
    group, pronoun = groups[0], pronouns[0]
    if group[-1].last == pronoun.first and set(draft.words[pronoun.first].before) & set(PAUSES):
        return pronoun, group  # "la Leaf, elle est ..."
    if len(groups) > 1:
        return None
    first = group[0].first
    while first > 0 and _is_inside_phrase(draft, first - 1):
        first -= 1
    last = group[-1].last
    if draft.has_tag_at(group[0].first, *FILLERS):
        return pronoun, group  # told in the sentence before
    if last <= pronoun.first:
        return (pronoun, group) if set(draft.words[last].before) & set(PAUSES) else None
    is_last = all(draft.has_tag_at(p, *FILLERS) for p in range(last, len(draft.words)))
    apart = "," in draft.words[first].before or (focus is not None and _takes_object(focus, pronoun, first))
    governed = _preposition_before(draft, group[0].first) is not None
    return (pronoun, group) if is_last and apart and not governed else None


def _takes_object(focus: Focus, pronoun: TagPiece, first: int) -> bool:
    """Whether what is asked for fills the place of the object, so that a name behind cannot."""
    return pronoun.last <= focus.first < first or (focus.tag == "how_much" and focus.last <= pronoun.first)


def groups_of(draft: Draft) -> list[tuple[Name, ...]]:
    """Group names that are enumerated: "the Twingo, the Leaf and the Micra"."""
    groups: list[list[Name]] = []
    for name in draft.names:
        if groups and _is_enumerated(draft, groups[-1][-1].last, name.first):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [tuple(group) for group in groups]


def arguments_of(draft: Draft, verb: CuePiece, items: list[Item], focus: Focus | None) -> Iterator[Arguments]:
    """Yield the readings of what stands around a verb, the likeliest first."""
    before = [item for item in items if item.last <= verb.first]
    behind = [item for item in items if item.first >= verb.last]
    subject = next((item for item in reversed(before) if item.preposition is None), None)
    follows = next((item for item in behind if item.preposition is None), None)
    passive = is_passive(draft, verb)
    prepositions: dict[str, Filler] = {}
    for item in (*behind, *reversed(before)):
        if item.preposition is not None:
            prepositions.setdefault(item.preposition, item.filler)
    _add_question_place(draft, focus, prepositions)
    by = next((prepositions[word] for word in BY if word in prepositions), None)
    asks = focus if focus and focus.tag in ASKS_OBJECT and focus.preposition is None else None
    first = subject.filler if subject else None
    second = follows.filler if follows else None
    if second is None and asks is not None and first is not asks:
        second = asks
    if first is asks and asks is not None and second is not None and _is_object(draft, asks):
        first, second = second, first
    bare = {BARE[0]: follows.filler} if follows and follows.first == verb.last else {}  # "est vendue 18 000 euros"
    for voice in (passive, not passive):
        yield Arguments(first, second, by, {**prepositions, **bare} if voice else prepositions, voice)
    if asks is not None and first is asks and second is not None:
        yield Arguments(second, asks, by, prepositions)  # "quelle plateforme utilise la Leaf"


def _is_object(draft: Draft, focus: Focus) -> bool:
    """Whether the form of a question word says that it is no subject: "que remplace la Leaf"."""
    last = draft.words[focus.last - 1]  # as it stands: the lemma of "qui" is "que"
    return focus.brand is None and draft.vocabulary.has_class("object_question_words", last.folded)


def fill(frame: Frame, arguments: Arguments) -> dict[Slot, Filler]:
    """Return what stands in the places of a frame."""
    agent = arguments.by if arguments.is_passive else arguments.subject
    patient = arguments.subject if arguments.is_passive else arguments.object
    filled: dict[Slot, Filler] = {}
    if frame.agent is not None and agent is not None:
        filled[frame.agent] = agent
    if frame.patient is not None and patient is not None:
        filled.setdefault(frame.patient, patient)
    if governed := arguments.prepositions:
        for alternatives, slot in frame.prepositions:
            for word in alternatives:
                if word in governed:
                    filled.setdefault(slot, governed[word])
    filled.pop(Slot.ANYONE, None)
    return filled


def is_governed(frame: Frame, arguments: Arguments, slot: Slot) -> bool:
    """Whether what stands in a place of a frame does so behind one of its prepositions."""
    governing = (word for alternatives, one in frame.prepositions if one is slot for word in alternatives)
    return any(word in arguments.prepositions for word in governing)


def takes_when(frame: Frame | None) -> bool:
    """Whether "when" may stand for the value of a frame: behind a preposition of time, or none at all."""
    if frame is None:
        return True
    governed = [alternatives for alternatives, slot in frame.prepositions if slot is Slot.VALUE]
    return not governed or any(not WHEN_WORDS.isdisjoint(alternatives) for alternatives in governed)


def is_passive(draft: Draft, verb: CuePiece) -> bool:
    """Whether a form of "be" before the verb, or nothing but its participle, makes it passive."""
    head = draft.words[verb.first]
    if head.folded == head.lemma or head.folded.endswith(("ing", "ant")):
        return False
    for position in range(verb.first - 1, max(verb.first - 1 - REACH, -1), -1):
        if draft.is_in_class("copulas", position):
            return True
        if draft.is_in_class("do_auxiliaries", position):
            return False
    return False


def _add_question_place(draft: Draft, focus: Focus | None, found: dict[str, Filler]) -> None:
    """Let "where" and a last preposition stand for what is asked: "where is it built", "what does it sit on"."""
    if focus is None:
        return
    if focus.tag == "where":
        for word in WHERE_WORDS:
            found.setdefault(word, focus)
    last = len(draft.words) - 1
    while last > focus.last and last in draft.used:
        last -= 1
    if draft.is_in_class("prepositions", last) and focus.preposition is None:
        found.setdefault(draft.words[last].folded, focus)


def _preposition_before(draft: Draft, position: int, skipped: Set[str] = frozenset()) -> str | None:
    """Return the preposition that governs a name, past articles, adjectives, type words and what bounds an amount."""
    position -= 1
    while position >= 0:
        word = draft.words[position]
        if draft.is_in_class("prepositions", position) and word.folded not in skipped:
            return word.folded
        if not _is_inside_phrase(draft, position):
            return None
        position -= 1
    return None


def _is_inside_phrase(draft: Draft, position: int) -> bool:
    classes = (
        "articles",
        "possessives",
        "demonstratives",
        "size_words",
        "generation_new",
        "generation_old",
        "approximators",
    )
    if draft.is_in_any(classes, position) or draft.words[position].kind == "elision":
        return True
    return (
        any(kind.first <= position < kind.last for kind in draft.kinds)
        or draft.words[position].folded in draft.vocabulary.bounds
    )


def _is_enumerated(draft: Draft, start: int, end: int) -> bool:
    """Whether only commas, "and", "or" and articles stand between two names."""
    between = range(start, end)
    if not between:
        return draft.words[end].before.strip() in (",", "/", "&")
    joined = "," in draft.words[start].before or any(
        draft.is_in_class("conjunctions", p) or draft.has_tag_at(p, "compare", "or") for p in between
    )
    words = ("conjunctions", "articles", "generation_new", "generation_old")
    return joined and all(draft.is_in_any(words, p) or draft.has_tag_at(p, "compare", "or") for p in between)
