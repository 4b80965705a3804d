"""The words in which a reading of a question is explained, a set a language. Data: no rule stands here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of explanations in one language; a field that is missing is a type error."""

    colon: str
    quotes: str
    either: str
    nothing: str
    left_out: str  # before a name that the question excludes
    inverse: str  # the names are the value of the attribute
    that_of: str
    ascending: str
    descending: str
    passages: str
    missing: str
    choosing: str
    facts: str
    no_question: str
    headings: dict[str, str]
    intents: dict[str, str]  # Intent -> what is wanted
    matches: dict[str, str]  # Match -> how a name was found
    operators: dict[str, str]
    slots: dict[str, str]  # fields of a query that the question before lent
    reasons: dict[str, str]  # Reason -> what the facts lack
    statuses: dict[str, str]  # of replies that rest on no tier


ENGLISH = Phrases(
    colon=": ",
    quotes="“{}”",
    either=" or ",
    nothing="nothing in the documents",
    left_out="not ",
    inverse=" (whose value is the name)",
    that_of="that of {}",
    ascending="lowest first",
    descending="highest first",
    passages="the nearest passages, because {}",
    missing="not known, because {}",
    choosing="a question back, because several things fit equally well",
    facts="from facts ({count}, {reviewed} of them reviewed by a person)",
    no_question="nothing in it was recognised as a question about facts",
    headings={
        "asked": "Asked for", "names": "Names", "attribute": "About", "supposed": "Supposed",
        "conditions": "Conditions", "order": "Order", "unit": "Unit", "market": "Market",
        "inherited": "Taken from the question before", "unknown": "Not understood", "reply": "Reply",
    },
    intents={
        "lookup": "a value", "reverse": "whatever has a value", "count": "a number of things",
        "superlative": "the first of an order", "compare": "a comparison", "filter": "whatever meets conditions",
        "check": "yes or no", "describe": "a description", "who_said": "who said it",
        "what_said": "what somebody said", "why": "a reason", "source": "the source of the last answer",
        "about_bot": "something about the bot", "opinion": "advice", "open": "something that no attribute foresees",
        "chatter": "nothing that documents could tell",
    },
    matches={
        "exact": "as written", "corrected": "spelling corrected", "described": "by description",
        "inherited": "from the question before", "ambiguous": "several fit", "unknown": "not known",
    },
    operators={
        "below": "under", "above": "over", "between": "between", "is": "is", "is not": "is not", "has": "is told",
        "lacks": "is not told",
    },
    slots={
        "intent": "what is asked for", "subjects": "the names", "attributes": "the attribute",
        "claims": "what is supposed", "words": "the words", "speaker": "the speaker", "conditions": "the conditions",
    },
    reasons={
        "no_fact": "the name and the attribute are understood, but no fact joins them",
        "no_such_name": "a name is not in the documents",
        "strange_words": "a word that could change the meaning was not understood",
        "other_unit": "the documents use another unit or currency",
        "other_market": "the documents do not speak of that market",
        "no_member": "nothing that is known meets what was asked",
        "not_comparable": "there are too few values that can be compared",
        "other_speaker": "somebody else says what the documents hold of it",
        "undecided": "the facts neither confirm nor deny it",
        "not_whole": "nobody has checked that the facts found are right, and all there are",
        "no_source": "nothing was answered before",
        "nothing": "no attribute of the vocabulary was recognised in it",
    },
    statuses={
        "answered": "what the bot knows of itself and its documents", "passage": "passages",
        "unknown": "facts, no advice", "ambiguous": "a question back",
        "chatter": "a hint, because there is nothing to look up",
    },
)  # fmt: skip

FRENCH = Phrases(
    colon=" : ",
    quotes="« {} »",
    either=" ou ",
    nothing="rien dans les documents",
    left_out="sauf ",
    inverse=" (dont le nom est la valeur)",
    that_of="à ce qu'a {}",
    ascending="du plus bas au plus haut",
    descending="du plus haut au plus bas",
    passages="les passages les plus proches, car {}",
    missing="inconnu, car {}",
    choosing="une question en retour, car plusieurs choses conviennent aussi bien",
    facts="d'après des faits ({count}, dont {reviewed} relus par une personne)",
    no_question="rien n'y a été reconnu comme une question sur des faits",
    headings={
        "asked": "Demandé", "names": "Noms", "attribute": "Sujet", "supposed": "Supposé",
        "conditions": "Conditions", "order": "Ordre", "unit": "Unité", "market": "Marché",
        "inherited": "Repris de la question précédente", "unknown": "Pas compris", "reply": "Réponse",
    },
    intents={
        "lookup": "une valeur", "reverse": "ce qui a une valeur", "count": "un nombre",
        "superlative": "le premier d'un ordre", "compare": "une comparaison", "filter": "ce qui remplit des conditions",
        "check": "oui ou non", "describe": "une description", "who_said": "qui l'a dit",
        "what_said": "ce que quelqu'un a dit", "why": "une raison", "source": "la source de la dernière réponse",
        "about_bot": "quelque chose sur le bot", "opinion": "un conseil",
        "open": "une chose qu'aucun attribut ne prévoit",
        "chatter": "rien que des documents puissent dire",
    },
    matches={
        "exact": "tel quel", "corrected": "orthographe corrigée", "described": "par description",
        "inherited": "de la question précédente", "ambiguous": "plusieurs conviennent", "unknown": "inconnu",
    },
    operators={
        "below": "inférieur à", "above": "supérieur à", "between": "entre", "is": "est", "is not": "n'est pas",
        "has": "est dit", "lacks": "n'est pas dit",
    },
    slots={
        "intent": "ce qui est demandé", "subjects": "les noms", "attributes": "le sujet",
        "claims": "ce qui est supposé", "words": "les mots", "speaker": "qui parle", "conditions": "les conditions",
    },
    reasons={
        "no_fact": "le nom et le sujet sont compris, mais aucun fait ne les relie",
        "no_such_name": "un nom n'est pas dans les documents",
        "strange_words": "un mot qui pourrait changer le sens n'a pas été compris",
        "other_unit": "les documents emploient une autre unité ou monnaie",
        "other_market": "les documents ne parlent pas de ce marché",
        "no_member": "rien de connu ne remplit ce qui est demandé",
        "not_comparable": "trop peu de valeurs se comparent",
        "other_speaker": "c'est quelqu'un d'autre qui dit ce que les documents en ont",
        "undecided": "les faits ne le confirment ni ne le démentent",
        "not_whole": "personne n'a vérifié que les faits trouvés sont justes, ni qu'il n'y en a pas d'autres",
        "no_source": "il n'y a pas de réponse précédente",
        "nothing": "aucun attribut du vocabulaire n'y a été reconnu",
    },
    statuses={
        "answered": "ce que le bot sait de lui-même et de ses documents", "passage": "des passages",
        "unknown": "des faits, pas de conseil", "ambiguous": "une question en retour",
        "chatter": "une indication, car il n'y a rien à chercher",
    },
)  # fmt: skip

PHRASES = {"en": ENGLISH, "fr": FRENCH}
