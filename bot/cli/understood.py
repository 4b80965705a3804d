"""What was understood of one document, in reading order: each sentence with what was made of it, for people to judge.

It reads a store and prints; `lineup facts --document` is where it is asked for.
"""

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.cli import cards
from bot.curating.clauses import clause as worded
from bot.curating.understood import Understood, apart
from facts.models import Certainty, Entity, Fact, Origin, Passage
from facts.review.proposals import Proposals

MARKS = {Origin.REVIEWED: ("✓", "reviewed"), Origin.EXTRACTED: ("=", "answers"), Origin.PROPOSED: ("?", "to review")}
STATED, SILENT = ("~", "what a clause says"), ("·", "gave nothing")
STYLES = {Origin.REVIEWED: "green", Origin.EXTRACTED: "", Origin.PROPOSED: "yellow"}
INDENT, DEEPER = 2, 4
MOST_NAMES = 12  # of a kind, before "and n more"


def show(understood: Understood, console: Console) -> None:
    """Print a document as it was understood."""
    for line in (*_head(understood), *_names(understood), *_body(understood), *_legend()):
        console.print(line)


def _head(understood: Understood) -> Iterator[RenderableType]:
    document = understood.document
    known = (document.title, document.publisher, document.published or "date unknown", document.language)
    yield Text.assemble((document.name, "bold"), " · ", " · ".join(part for part in known if part))
    told = list(understood.told())
    silent = sum(not facts and not clauses for _, facts, clauses in told)
    origins = (f"{sum(f.origin is one for f in understood.facts)} {MARKS[one][1]}" for one in MARKS)
    yield Text(
        f"{len(understood.passages)} passages · {len(understood.facts)} facts ({', '.join(origins)}) · "
        f"{sum(len(clauses) for _, _, clauses in told)} statements · {silent} passages gave nothing"
    )


def _names(understood: Understood) -> Iterator[RenderableType]:
    """Yield the names found, a line a kind, each with its other spellings."""
    by_kind: dict[str, list[Entity]] = {}
    for entity in understood.entities:
        by_kind.setdefault(entity.kind, []).append(entity)
    yield Text("")
    for kind, entities in by_kind.items():
        shown = [_called(entity) for entity in entities[:MOST_NAMES]]
        rest = f" and {len(entities) - MOST_NAMES} more" if len(entities) > MOST_NAMES else ""
        yield Padding(Text.assemble((f"{kind}: ", "dim"), ", ".join(shown), rest), (0, 0, 0, INDENT), expand=False)


def _called(entity: Entity) -> str:
    others = [alias for alias in entity.aliases if alias != entity.name]
    return f"{entity.name} ({', '.join(others)})" if others else entity.name


def _body(understood: Understood) -> Iterator[RenderableType]:
    text = understood.document.text
    known = {entity.id: entity for entity in understood.entities}
    names = Proposals(understood.document, known, ())
    paragraph = None
    for passage, facts, clauses in understood.told():
        if passage.paragraph != paragraph:
            yield Text("")
        paragraph = passage.paragraph
        yield _sentence(text, passage, facts, is_silent=not facts and not clauses)
        for fact in facts:
            yield Padding(_fact(fact, names), (0, 0, 0, DEEPER), expand=False)
        for clause in clauses:
            yield Padding(Text(f"{STATED[0]} {worded(clause, names)}", style="dim"), (0, 0, 0, DEEPER), expand=False)


def _sentence(text: str, passage: Passage, facts: Sequence[Fact], *, is_silent: bool) -> RenderableType:
    marks = [(max(fact.at[0], passage.start), min(fact.at[1], passage.end)) for fact in facts]
    words = cards.marked(text, (passage.start, passage.end), apart(marks), style="underline")
    if passage.kind == "heading":
        return Text.assemble(("# ", "dim"), words, style="bold")
    mark = SILENT[0] if is_silent else " "
    return Padding(Text.assemble(f"{mark} ", words, style="dim" if is_silent else ""), (0, 0, 0, 0), expand=False)


def _fact(fact: Fact, names: Proposals) -> Text:
    limits = [fact.value.bound.value] if fact.value.bound else []
    limits += [f"{name}: {held}" for name, held in fact.qualifiers.items()]
    limits += [fact.certainty.value] if fact.certainty is not Certainty.STATED else []
    limits += [f"according to {fact.speaker}"] if fact.speaker else []
    limits += [MARKS[fact.origin][1]] if fact.origin is not Origin.EXTRACTED else []
    said = Text.assemble(f"{MARKS[fact.origin][0]} ", cards.claim(fact, names), style=STYLES[fact.origin])
    return said.append(f"  [{', '.join(limits)}]", style="dim") if limits else said


def _legend() -> Iterator[RenderableType]:
    pairs = [*MARKS.values(), STATED, SILENT]
    yield Text("\n" + "   ".join(f"{mark} {meaning}" for mark, meaning in pairs), style="dim")
