"""What kind of thing a name is: votes from the words around each mention. Many weak signs, summed over the document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

from facts.lexicon import Lexicon
from facts.naming.people import PersonShapes
from facts.naming.spans import NameSpan
from facts.naming.words import NamingWords
from facts.parsing import Sentence
from facts.terms import fold, squeeze

# How much a sign is worth. Known to the world > said in so many words > grammar.
KNOWN, NAMED, GRAMMAR, HINT = 24, 18, 9, 6
BARE = 3  # against a product: no article before the name
LEAST_VOTES = 9  # below, or with two kinds this close, the kind is not known
LEAST_MODEL = 12  # an article alone makes no product
LEAST_LEAD = 3
LEAST_OWNED = 2  # tokens of "mayor of"
LEAST_BEFORE = 3  # tokens of "car, the"
LONGEST_FIRM = 2  # words of "General Motors"
LONGEST_ROLE = 4  # words of a role behind a name: "head of the works council" is found by its first
PLACE_PREPOSITIONS = {"en": frozenset({"in", "at", "near", "outside"}), "fr": frozenset({"a", "en", "dans", "pres"})}
AT = frozenset({"at", "au"})
BE = frozenset({"be", "etre"})
LISTED = frozenset({",", "and", "or", "et", "ou", "the", "le", "la", "les", "l'"})
LISTING = frozenset({":", "including", "namely", "notamment"})
RELATIVE = frozenset({"that", "said", "such"})  # "the car that X builds"
OF = frozenset({"of", "in", "de", "d'", "chez"})
ENDINGS = {"event": ("event_nouns", "award_nouns"), "publication": ("publication_endings",)}
MARKS = " \t\n\u00a0*_`"  # what may stand between a name and its noun: spaces, and emphasis around the name
COPULAS = frozenset({"be", "etre", "become", "devenir"})
AGENT_PREPOSITIONS = {"en": frozenset({"by"}), "fr": frozenset({"par"})}


class KindVotes:
    """Counts signs of kind around name spans."""

    def __init__(self, words: NamingWords, named: frozenset[str], publisher: str | None = None) -> None:
        """Take the keys of all that a document names: a car's name counts for much only where its brand is named.

        What bears the name of the publisher is a publication, where nothing says otherwise.
        """
        self.publisher = squeeze(publisher or "")
        self.words = words
        self.named = named
        self.classes = words.lexicon.languages[words.language].classes
        self.people = PersonShapes(words)
        classes, none = self.classes, frozenset[str]()
        self._light = classes.get("auxiliaries", none) | classes.get("modals", none)
        self._verbs = self._light | classes.get("common_verbs", none) | classes.get("adverbs", none)
        self._pointing = (classes.get("articles", none) | classes.get("demonstratives", none)) - RELATIVE
        self._determiners = classes.get("articles", none) | classes.get("possessives", none)
        self._endings = {
            kind: {word for name in named for word in classes.get(name, ())} for kind, named in ENDINGS.items()
        }
        self._cast: dict[NameSpan, Counter[str]] = {}  # what a mention says is the same however often it is asked

    def known(self, key: str) -> Counter[str]:
        """Return the votes that a name has by being known, before any mention is looked at."""
        votes: Counter[str] = Counter()
        if key and key == self.publisher:
            votes["publication"] = GRAMMAR
        for name in self.words.known.get(key, ()):
            is_near = name.kind != "model" or not name.of or squeeze(name.of) in self.named
            votes[name.kind] = max(votes[name.kind], KNOWN if is_near else HINT)
        return votes

    def of(self, sentence: Sentence, span: NameSpan) -> Counter[str]:
        """Return the votes that one mention casts."""
        if span not in self._cast:
            self._cast[span] = self._counted(sentence, span)
        return self._cast[span]

    def _counted(self, sentence: Sentence, span: NameSpan) -> Counter[str]:
        votes: Counter[str] = Counter()
        lexicon = self.words.lexicon
        known = {root(name.kind, lexicon): name.kind for name in reversed(self.words.known.get(span.key, ()))}
        for kind, weight in self._signs(sentence, span):
            votes[known.get(root(kind, lexicon), kind)] += weight  # "in France, Italy" makes no town of France
        return votes

    def _signs(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        yield from self._from_noun_behind(sentence, span)
        yield from self._from_words_before(sentence, span)
        yield from self._from_role(sentence, span)
        yield from self._from_person(sentence, span)
        yield from self._from_apposition(sentence, span)
        yield from self._from_verb(sentence, span)
        yield from self._from_belongings(sentence, span)
        yield from self._from_country_behind(sentence, span)
        yield from self._from_shape(span)

    def _noun(self, lemmas: Sequence[str]) -> str | None:
        """Return the kind of the longest type noun that these lemmas begin with."""
        for length in (3, 2, 1):
            if kind := self.words.type_nouns.get(tuple(lemmas[:length])):
                return kind
        return None

    def _from_noun_behind(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        """Read "the X platform", "X Group"; a brand stands before its models' noun too ("the Nissan city car")."""
        kind = self._noun(sentence.lemmas[span.last : span.last + 3])
        if kind is None or sentence.text[sentence.tokens[span.last - 1].end : sentence.tokens[span.last].start].strip(
            MARKS
        ):
            return
        if self.words.lexicon.is_a(kind, "model"):
            yield "brand", HINT
            yield "model", HINT
        elif self.words.lexicon.is_a(kind, "person"):
            yield "organisation", GRAMMAR
        elif self.words.lexicon.is_a(kind, "plant"):
            yield "city", HINT
            yield "brand", HINT
        else:
            yield kind, NAMED

    def _from_words_before(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        first = span.first
        if first == 0:
            return
        before = sentence.tokens[first - 1]
        if before.folded.rstrip(".") in self.words.titles or (
            before.text == "." and first > 1 and sentence.tokens[first - 2].folded in self.words.titles
        ):
            yield "person", KNOWN
        is_verb = before.folded == sentence.lemmas[first - 1] + "s"  # "heads Stellantis"
        if not is_verb and any(
            tuple(sentence.lemmas[max(0, first - n) : first]) in self.words.roles for n in (1, 2, 3)
        ):
            yield "person", NAMED
        if before.folded in PLACE_PREPOSITIONS.get(sentence.language, ()):
            yield "city", GRAMMAR
        elif before.folded in AGENT_PREPOSITIONS.get(sentence.language, ()):
            yield "organisation", HINT
        elif self.heads_phrase(sentence, span.last) and not self._is_place(span):
            yield from self._from_article(sentence, first)
        kind = self._noun(sentence.lemmas[first - 1 : first])
        if kind and not self.words.lexicon.is_a(kind, "person"):
            yield kind, GRAMMAR
        yield from self._from_noun_before(sentence, first)
        yield from self._from_list(sentence, first)

    def _is_place(self, span: NameSpan) -> bool:
        """Whether the world knows nothing but a place by a name: "the Netherlands", "the UK"."""
        kinds = self.words.kinds_known(span.key)
        return bool(kinds) and all(self.words.lexicon.is_a(kind, "place") for kind in kinds)

    def _from_noun_before(self, sentence: Sentence, first: int) -> Iterator[tuple[str, int]]:
        """Read "its city car, the X" and "maker of the X"."""
        if first < LEAST_BEFORE or sentence.tokens[first - 1].folded not in self.classes.get("articles", ()):
            return
        joint, noun = sentence.tokens[first - 2].folded, sentence.lemmas[first - 3]
        if joint == ",":
            kind = self._noun((noun,))
            if kind and not self.words.lexicon.is_a(kind, "person"):
                yield kind, NAMED
        elif joint in OF and any(noun in self.classes.get(key, ()) for key in ("maker_nouns", "car_belonging_nouns")):
            yield "model", GRAMMAR

    def _from_list(self, sentence: Sentence, first: int) -> Iterator[tuple[str, int]]:
        """Read "three brands: X, Y and Z" and "rivals such as X"."""
        position = first - 1
        while position > 0 and (sentence.tokens[position].is_capital or sentence.tokens[position].folded in LISTED):
            position -= 1
        if position > 0 and sentence.tokens[position].folded == "as" and sentence.tokens[position - 1].folded == "such":
            position -= 1
        elif position <= 0 or sentence.tokens[position].folded not in LISTING:
            return
        kind = self._noun((sentence.lemmas[position - 1],))
        is_plural = sentence.tokens[position - 1].folded != sentence.lemmas[position - 1]
        if kind and is_plural and not self.words.lexicon.is_a(kind, "person"):
            yield kind, NAMED

    def _from_article(self, sentence: Sentence, first: int) -> Iterator[tuple[str, int]]:
        """Products take an article, firms, people and towns none; a show is what one is "at the"."""
        article = self.article(sentence, first)
        if article is None:
            if sentence.language == "en":
                yield "model", -BARE
        elif article and sentence.tokens[article - 1].folded in AT:
            yield "event", GRAMMAR
        else:
            yield "model", GRAMMAR

    def article(self, sentence: Sentence, first: int) -> int | None:
        """Return the position of the article or demonstrative that governs the name, adjectives between."""
        reach = 4 if sentence.language == "en" else 1  # French puts most adjectives behind
        for position in range(first - 1, max(-1, first - 1 - reach), -1):
            token = sentence.tokens[position]
            if token.folded in self._pointing or token.folded.replace("'", "") == "l":
                return position
            if token.text == "-" and sentence.touches(position):
                continue  # "the top-end Quillo"
            if not token.is_word or token.is_capital or token.folded in self.words.functions:
                return None
            if (sentence.lemmas[position],) in self.words.roles or self._is_of_firm((sentence.lemmas[position],)):
                return None  # "the mayor X"
        return None

    def heads_phrase(self, sentence: Sentence, position: int) -> bool:
        """Whether no noun follows that the name would only describe ("the Nissan model" is no Nissan)."""
        if position >= len(sentence.tokens) or not sentence.tokens[position].is_word:
            return True
        token, lemma = sentence.tokens[position], sentence.lemmas[position]
        return (
            token.folded in self.words.functions or lemma in self._verbs or token.folded.endswith(("ly", "ed", "ing"))
        )

    def _from_role(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        """Read "X, chief executive of Y" or "X, the mayor"."""
        lemmas, last = sentence.lemmas, span.last
        is_copula = lemmas[last : last + 1] in (("be",), ("etre",))
        if lemmas[last : last + 1] != (",",) and not is_copula:
            return
        start = last + 1 + (lemmas[last + 1 : last + 2] in (("the",), ("a",), ("le",), ("la",)))
        for position in range(start, min(start + LONGEST_ROLE, len(lemmas))):
            if any(tuple(lemmas[position : position + n]) in self.words.roles for n in (1, 2, 3)):
                yield "person", GRAMMAR if is_copula else NAMED
                return
            if not sentence.tokens[position].is_word or is_copula:
                return

    def _from_person(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        """Read given names and what stands around people: credits, ", who", a role and a comma."""
        if self.people.has_given_name(span.text):
            yield "person", NAMED
        elif self.people.is_given_name(span.text):
            yield "person", GRAMMAR
        if not self.people.is_full_name(span.text):
            return
        if self.people.is_signed(sentence, span) or self.people.follows_role(sentence, span.first):
            yield "person", NAMED
        if self.people.is_somebody(sentence, span.last):
            yield "person", GRAMMAR

    def _from_apposition(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        """Read "X, its joint venture with Y" and "X is a small electric SUV"."""
        position = span.last
        if position >= len(sentence.tokens) or not (
            sentence.tokens[position].text == "," or sentence.lemmas[position] in COPULAS
        ):
            return
        start = self._determined(sentence, position + 1)
        if start is None or self._is_opening(sentence, position):
            return
        for place in range(start, min(start + LONGEST_ROLE, len(sentence.tokens))):
            if place in sentence.valued or sentence.tokens[place].kind == "clitic":
                continue  # "Halden's 18,000-euro city car"
            if not sentence.tokens[place].is_word or sentence.tokens[place].folded in self.words.functions:
                return
            kind = self._noun(sentence.lemmas[place : place + 3])
            if kind and not self.words.lexicon.is_a(kind, "person") and not self._is_owner(sentence, place):
                yield self._noun(sentence.lemmas[place + 1 : place + 4]) or kind, NAMED  # "a city EV" is no city
                return

    def _is_opening(self, sentence: Sentence, comma: int) -> bool:
        """Whether a comma only ends what a sentence opens with: "With the Quillo, the company hopes ..."."""
        openers = self.classes.get("prepositions", frozenset()) | self.classes.get("subordinators", frozenset())
        texts = [token.text for token in sentence.tokens[:comma]]
        is_comma = sentence.tokens[comma].text == "," and "," not in texts
        return is_comma and sentence.tokens[0].folded in openers

    @staticmethod
    def _is_owner(sentence: Sentence, place: int) -> bool:
        """Whether a noun only says whose the next one is ("X, the Japanese group's compact")."""
        behind = sentence.tokens[place + 1 : place + 2]
        return bool(behind) and behind[0].kind == "clitic"

    def _determined(self, sentence: Sentence, position: int) -> int | None:
        """Return where the noun behind an article, a possessive or "Renault's" begins; None where none stands here."""
        if position < len(sentence.tokens) and sentence.tokens[position].folded in self._determiners:
            return position + 1
        for place in range(position, min(position + LONGEST_ROLE, len(sentence.tokens))):
            if sentence.tokens[place].kind == "clitic" and place > position:
                return place + 1
            if not sentence.tokens[place].is_capital:
                return None
        return None

    def _from_verb(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        """Let the verb behind a name say what its subject can be; a verb of saying, that it can speak."""
        position = span.last
        while position < len(sentence.lemmas) and sentence.lemmas[position] in self._light:
            position += 1
        if sentence.lemmas[position + 1 : position + 2] == ("to",):
            return  # "is going to", "plans to": the verb that counts comes later
        verb = sentence.lemmas[position] if position < len(sentence.lemmas) else ""
        before = sentence.lemmas[span.first - 1] if span.first else ""
        says = verb in self.classes.get("saying_verbs", ()) or before in self.classes.get("saying_verbs", ())
        if says and self.article(sentence, span.first) is None:
            yield "person", HINT
            yield "organisation", HINT
        is_passive = self._is_passive(sentence, span.last, position)
        kinds = self._kinds_at(verb, "patient" if is_passive else "agent")
        for kind in kinds:
            yield kind, (HINT + BARE) // len(kinds)
        if (article := self.article(sentence, span.first)) is not None:
            is_object = article > 0 and "model" in self._kinds_at(sentence.lemmas[article - 1], "patient")
            if is_object or (is_passive and "model" in kinds):
                yield "model", BARE
        if self._heads_firm(sentence, verb, position + 1):
            yield "person", GRAMMAR

    def _kinds_at(self, verb: str, place: str) -> set[str]:
        """Return the families of what stands at a grammatical place of a verb."""
        lexicon = self.words.lexicon
        return {root(kind, lexicon) for at, group in self.words.frames.get(verb, ()) if at == place for kind in group}

    @staticmethod
    def _is_passive(sentence: Sentence, first: int, verb: int) -> bool:
        """Whether a form of "be" and a participle follow a name ("is built", "est produite")."""
        if not any(lemma in BE for lemma in sentence.lemmas[first:verb]) or verb >= len(sentence.tokens):
            return False
        form = sentence.tokens[verb].folded
        return form != sentence.lemmas[verb] and not form.endswith("ing")

    def _from_belongings(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        """Read "X's dealers", "shares in X", "chairman of X", "mayor of X"."""
        last, lemmas = span.last, sentence.lemmas
        if last < len(sentence.tokens) and sentence.tokens[last].kind == "clitic":
            owned = [tuple(lemmas[last + 1 : last + 1 + n]) for n in (1, 2, 3)]
            if self.article(sentence, span.first) is None and any(self._is_of_firm(one) for one in owned):
                yield "organisation", GRAMMAR
        if span.first < LEAST_OWNED or sentence.tokens[span.first - 1].folded not in OF:
            return
        before = [tuple(lemmas[max(0, span.first - 1 - n) : span.first - 1]) for n in (1, 2, 3)]
        if any(" ".join(one) in self.classes.get("place_role_nouns", ()) for one in before):
            yield "city", GRAMMAR
        elif any(self._is_of_firm(one) for one in before):
            yield "organisation", GRAMMAR

    def _is_of_firm(self, noun: tuple[str, ...]) -> bool:
        is_role = noun in self.words.roles and " ".join(noun) not in self.classes.get("place_role_nouns", ())
        return is_role or " ".join(noun) in self.classes.get("firm_belonging_nouns", ())

    def _heads_firm(self, sentence: Sentence, verb: str, position: int) -> bool:
        """Whether a verb that a person may head something with has a known firm for its object."""
        may_head = ("agent", ("person",)) in self.words.frames.get(verb, ())
        ends = range(position + 1, min(position + 1 + LONGEST_FIRM, len(sentence.tokens)) + 1)
        kinds = {k for end in ends for k in self.words.kinds_known(squeeze(sentence.words(position, end)))}
        return may_head and any(self.words.lexicon.is_a(kind, "organisation") for kind in kinds)

    def _from_country_behind(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, int]]:
        """Read "X, Slovenia", "X (France)", "X in China", "X, in Slovakia"."""
        position = span.last
        for _ in range(2):
            if position < len(sentence.tokens) and sentence.tokens[position].folded in (",", "(", "in", "en", "au"):
                position += 1
        if position == span.last or position >= len(sentence.tokens):
            return
        behind = {
            kind
            for end in range(position + 1, position + 1 + LONGEST_FIRM)
            if end <= len(sentence.tokens)
            for kind in self.words.kinds_known(squeeze(sentence.words(position, end)))
        }
        if behind & {"country", "region"}:
            yield "city", NAMED if sentence.tokens[position - 1].text in ",(" else GRAMMAR

    def _from_shape(self, span: NameSpan) -> Iterator[tuple[str, int]]:
        """Read legal forms and the like inside the name itself."""
        words = [fold(word).rstrip(".") for word in span.text.split()]
        if span.length > 1 and (words[0] in self.words.bodies or words[-1] in self.words.bodies):
            yield "organisation", NAMED
        for kind, known in self._endings.items():
            if span.length > 1 and (words[-1] in known or (kind == "event" and words[0] in known)):
                yield kind, NAMED
        suffixes = self.classes.get("legal_suffixes", frozenset())
        is_numbered = any(c.isdigit() for c in span.text)  # "EX30 Single Motor" is no firm
        if span.length > 1 and not is_numbered and span.text.split()[-1].casefold().rstrip(".") in suffixes:
            yield "company", NAMED


def verdict(votes: Counter[str], lexicon: Lexicon) -> str | None:
    """Return the kind that wins clearly, None where it is open: first the family (organisation), then its kind."""
    families: dict[str, int] = {}
    roots = {kind: root(kind, lexicon) for kind in votes}
    for kind, family in roots.items():
        families[family] = families.get(family, 0) + votes[kind]
    ranked = sorted(families.items(), key=itemgetter(1), reverse=True)
    if not ranked or ranked[0][1] < LEAST_VOTES:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < LEAST_LEAD:
        return None
    if ranked[0][0] == "model" and ranked[0][1] < LEAST_MODEL:
        return None
    inside = {kind: cast for kind, cast in votes.items() if roots[kind] == ranked[0][0]}
    return max(inside, key=lambda kind: inside[kind])


def root(kind: str, lexicon: Lexicon) -> str:
    """Return the kind's oldest ancestor: "organisation" of a brand."""
    known = lexicon.kinds.get(kind)
    return root(known.parent, lexicon) if known and known.parent else kind
