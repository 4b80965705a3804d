"""What answers are made of besides facts: a catalogue of phrases a language. No rule, no domain word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The phrases of one language. Braces are filled in by bot.wording; a field that is missing is a type error."""

    language: str
    locale: str  # for Babel
    join: str  # before the last of a list
    either: str
    either_clause: str  # between clauses of a list
    the: str  # before the name of a thing
    the_vowel: str  # before one that begins with a vowel
    of: tuple[str, str]  # before a name, and before one that begins with a vowel
    the_described: str  # around what documents describe without a name of its own
    nouns_first: bool  # whether the noun leads a description: "citadine Dacia", but "Dacia city car"
    countries: tuple[tuple[str, str, str], ...]  # pattern of its folded name, "in it", its name; the first that fits
    place_prepositions: tuple[str, ...]  # that a sentence of the vocabulary may have before a country
    label_value: str  # where no sentence of the vocabulary fits
    colon: str
    quotes: str
    yes: str
    no: str
    otherwise: str  # the documents contradict the question
    bounds: dict[str, str]  # Bound -> words before an amount
    hedges: dict[str, str]  # Certainty -> words in parentheses
    according_to: str
    parts_of_year: dict[str, str]  # by first and last month, as a document of another language has it
    periods: tuple[tuple[str, str], ...]  # how a date that is no day begins, and what it is put into in a sentence
    on_day: str
    date_prepositions: tuple[str, ...]  # that a sentence of the vocabulary may have before a date
    another: str  # one more value in another document
    has: tuple[str, str]  # of one, of several
    lowest: str
    highest: str
    earliest: str
    latest: str
    lowest_first: str  # several in order
    highest_first: str
    tied: tuple[str, str, str, str]  # the same four, of several
    ordinals: tuple[str, ...]  # from the second on, before `lowest` and the like
    before: str  # the runners-up of a ranking
    left_out: str
    less: str
    more: str
    apart: str  # a difference that nobody asked the direction of
    same: str
    together: str  # a sum
    about: str  # before a rough difference
    counted: str
    stated: str
    reason: str
    advice: str
    no_fact: str
    no_fact_offers: str
    nothing_of: str
    no_such_name: str
    no_such_kind: str  # where it is known of what kind it would be
    closest: str
    known_of: str  # things of that kind by whose they are
    strange_words: str
    other_unit: str
    other_market: str
    other_speaker: str
    no_member: str
    not_comparable: str
    undecided: str
    given: str
    no_source: str
    nothing: str
    which: str
    did_you_mean: str
    reads: str  # before a span of a document that answers by itself
    passages: str
    uncovered: str
    overview: str
    further: str  # members that are not told
    and_more: str  # the same, uncounted
    try_asking: str
    example: str  # a question that can be asked
    documents: tuple[str, str]  # which there are: of one, of several
    dated: tuple[str, str]  # of when they are
    undated: tuple[str, str]
    about_bot: dict[str, str]  # Topic -> what the bot says of itself, which claims no fact
    cited: str
    hint: str
    empty: str
    note: str
    unknown_date: str
    reviewed: str
    machine: dict[str, str]  # notes of documents that are worded here
