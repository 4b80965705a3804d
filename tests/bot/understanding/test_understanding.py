"""Question -> Query, shape by shape, on the invented lineup; how a query is written down is said in world.py."""

import pytest

from bot.understanding import Understanding
from tests.bot.understanding.world import written

LOOK_UPS = [
    ("How much is the Brio?", "lookup brio price"),
    ("How much does the Alda Brio cost?", "lookup brio price"),
    ("brio price", "lookup brio price"),
    ("price of the brio pls", "lookup brio price"),
    ("What's the Brio's price?", "lookup brio price"),
    ("how expensive is the brio", "lookup brio price"),
    ("combien coûte la Brio ?", "lookup brio price"),
    ("c koi le prix de la brio", "lookup brio price"),
    ("quel est le prix de la Nido ?", "lookup nido price"),
    ("la Brio coûte combien ?", "lookup brio price"),
    ("When is the Brio coming out?", "lookup brio launch"),
    ("When does the Brio launch?", "lookup brio launch"),
    ("brio launch date", "lookup brio launch"),
    ("what year does the brio go on sale", "lookup brio launch"),
    ("quand sort la Brio ?", "lookup brio launch"),
    ("la brio sort quand", "lookup brio launch"),
    ("Where is the Brio built?", "lookup brio factory|built_in_country rivals"),
    ("where's the nido made", "lookup nido factory|built_in_country rivals"),
    ("In which country is the Brio built?", "lookup brio built_in_country"),
    ("which factory makes the Brio", "lookup brio factory"),
    ("Où est fabriquée la Brio ?", "lookup brio factory|built_in_country rivals"),
    ("elle est fabriquée où la Brio ?", "lookup brio factory|built_in_country rivals"),
    ("Dans quelle usine est assemblée la Nido ?", "lookup nido factory"),
    ("What platform does the Brio use?", "lookup brio platform"),
    ("what platform is the nido on", "lookup nido platform"),
    ("What's the Brio based on?", "lookup brio platform|parent_model rivals"),
    ("Quelle plateforme utilise la Brio ?", "lookup brio platform"),
    ("sur quelle plateforme repose la Nido ?", "lookup nido platform"),
    ("How far does the Brio go on a charge?", "lookup brio range"),
    ("What is the range of the Brio?", "lookup brio range"),
    ("brio range in miles", "lookup brio range unit=mi"),
    ("quelle est l'autonomie de la Brio ?", "lookup brio range"),
    ("How big is the battery of the Nido?", "lookup nido battery"),
    ("How many seats does the Brio have?", "lookup brio seats"),
    ("how many kilowatts does the Brio have", "lookup brio power"),
    ("how heavy is the nido", "lookup nido weight"),
    ("Combien pèse la Nido ?", "lookup nido weight"),
    ("What is the top speed of the Frost?", "lookup frost top_speed"),
    ("When was the Frost presented?", "lookup frost reveal"),
    ("Who developed the P2 platform?", "lookup p2 developer"),
    ("Who helped to develop the platform?", "lookup p2 development_partner"),
    ("Qui a développé la plateforme P2 ?", "lookup p2 developer"),
    ("Who runs Alda?", "lookup alda head"),
    ("Who is the CEO of Alda?", "lookup alda head"),
    ("qui dirige Alda ?", "lookup alda head"),
    ("What is Mara Veld's job?", "lookup mara-veld role"),
    ("Price and range of the Brio", "lookup brio price|range"),
    ("What are the price and the platform of the Brio and the Nido?", "lookup brio+nido price|platform"),
    ("prix et autonomie de la Brio", "lookup brio price|range"),
]

DESCRIPTIONS = [
    ("price of the alda city car", "lookup alda-city-car price"),
    ("How much is the small Alda?", "lookup alda-city-car price"),
    ("Alda's new one, how much?", "lookup alda-city-car price"),
    ("how much is the Bexa variant of the Brio", "lookup nido price"),
    ("price of Alda's Nido", "lookup alda-city-car price"),
    ("bexa price", "lookup nido price"),
    ("what does the Bexa cost", "lookup nido price"),
    ("How much does the new Bexa cost?", "lookup nido price"),
    ("where is the current Bexa built", "lookup tosca factory|built_in_country rivals"),
    ("What does the car that replaces the Tosca cost?", "lookup nido price"),
    ("What is the price of the Tosca's successor?", "lookup nido price"),
    ("Which platform does the car built in Lomnica use?", "lookup brio/nido/alda-city-car* platform"),
    ("In which country is the plant that builds the Brio?", "lookup lomnica country"),
    ("Who developed the platform under the Brio?", "lookup p2 developer"),
    ("What does the car that costs 18,500 euros replace?", "lookup nido replaces"),
    ("Combien coûte la voiture qui remplace la Tosca ?", "lookup nido price"),
]

SIDES = [
    ("Which car replaces the Tosca?", "reverse tosca replaces inverse kind=model"),
    ("What replaced the Tosca?", "reverse tosca replaces inverse"),
    ("What does the Nido replace?", "lookup nido replaces"),
    ("quelle voiture remplace la Tosca ?", "reverse tosca replaces inverse kind=model"),
    ("What is the Tosca's successor?", "reverse tosca replaces inverse kind=model"),
    ("Which Bexa is built in Portugal?", "reverse portugal built_in_country inverse kind=model brand=bexa"),
    ("Which cars are built in Lomnica?", "reverse lomnica factory inverse kind=model"),
    ("What is built in Lomnica?", "reverse lomnica factory inverse"),
    ("Which cars use the P2 platform?", "reverse p2 platform inverse kind=model"),
    ("List every model built on the P2 platform", "reverse p2 platform inverse kind=model"),
    ("Name the cars that come from Lomnica", "reverse lomnica factory inverse kind=model"),
    ("quelles voitures sont fabriquées à Lomnica ?", "reverse lomnica factory inverse kind=model"),
    ("Which car is derived from the Nido?", "reverse nido parent_model inverse kind=model"),
    ("How many cars are built in Lomnica?", "count lomnica factory inverse kind=model"),
    ("How many models share the P2 platform?", "count p2 platform inverse kind=model"),
    ("Combien de voitures utilisent la plateforme P2 ?", "count p2 platform inverse kind=model"),
]

ORDERS_AND_CONDITIONS = [
    ("Which car is the cheapest?", "superlative - price kind=model lowest:1:1"),
    ("What's the least expensive model?", "superlative - price kind=model lowest:1:1"),
    ("Which Alda is the most expensive?", "superlative - price kind=model brand=alda highest:1:1"),
    ("second cheapest car?", "superlative - price kind=model lowest:2:1"),
    ("the two cheapest cars", "superlative - price kind=model lowest:1:2"),
    ("Which has the longest range, the Brio or the Nido?", "superlative brio+nido range kind=model highest:1:1"),
    ("Which is cheaper, the Brio or the Nido?", "superlative brio+nido price kind=model lowest:1:1"),
    ("Quelle est la voiture la moins chère ?", "superlative - price kind=model lowest:1:1"),
    ("quelle est la plus chère, la Brio ou la Nido ?", "superlative brio+nido price kind=model highest:1:1"),
    ("Which of the three is the cheapest?", "superlative - price kind=model size=3 lowest:1:1"),
    ("Which cars cost less than 20,000 euros?", "filter - - kind=model (price below 20000)"),
    ("any car under 20k?", "filter - - kind=model (price below 20000)"),
    ("cars under 25k", "filter - - kind=model (price below 25000)"),
    ("Which cars cost between 19,000 and 22,000 euros?", "filter - - kind=model (price between 19000)"),
    ("Which Alda costs more than 20,000 euros?", "filter - - kind=model brand=alda (price above 20000)"),
    ("Quelles voitures coûtent moins de 20 000 euros ?", "filter - - kind=model (price below 20000)"),
    ("Which cars have more than 300 km of range?", "filter - - kind=model (range above 300)"),
    ("How many cars cost less than 22,000 euros?", "count - - kind=model (price below 22000)"),
]

CLAIMS = [
    ("Is the Brio built in Lomnica?", "check brio factory (factory is lomnica)"),
    ("Is the Brio built in China?", "check brio built_in_country (built_in_country is China)"),
    ("Isn't the Brio built in China?", "check brio built_in_country (not built_in_country is China)"),
    ("Is the Brio on the P2 platform?", "check brio platform (platform is p2)"),
    ("Does the Brio cost 21,000 euros?", "check brio price (price is 21000)"),
    ("Is the Brio under 20,000 euros?", "check brio price (price below 20000)"),
    ("Will the Brio be launched in 2026?", "check brio launch (launch is 2.02601e+07)"),
    ("Does the Nido replace the Tosca?", "check nido replaces (replaces is tosca)"),
    ("Is the Nido cheaper than the Brio?", "check nido price (price below brio)"),
    ("Does the Brio cost more than the Nido?", "check brio price (price above nido)"),
    ("Does the Brio cost the same as the Alda city car?", "check brio price (price is alda-city-car)"),
    ("Is P2 developed by Volta?", "check p2 developer (developer is volta)"),
    ("Est-ce que la Brio est fabriquée en Chine ?", "check brio built_in_country (built_in_country is Chine)"),
    ("La Brio est-elle fabriquée à Lomnica ?", "check brio factory (factory is lomnica)"),
    ("La Nido est-elle moins chère que la Brio ?", "check nido price (price below brio)"),
]

COMPARISONS = [
    ("Compare the Brio and the Nido", "compare brio+nido -"),
    ("Compare the prices of the Brio and the Nido", "compare brio+nido price"),
    ("brio vs nido price", "compare brio+nido price"),
    ("How much cheaper is the Nido than the Brio?", "compare nido+brio price difference"),
    ("How much less does the Nido cost than the Brio?", "compare nido+brio price difference"),
    ("What is the difference in price between the Brio and the Nido?", "compare brio+nido price difference"),
    ("quelle est la différence de prix entre la Brio et la Nido ?", "compare brio+nido price difference"),
    ("how much more is the Brio 70 than the 52", "compare brio-70+brio-52 price difference"),
]

WORDS_AND_REASONS = [
    ("Tell me about the Brio", "describe brio -"),
    ("What is Volta?", "describe volta -"),
    ("Who is Mara Veld?", "describe mara-veld -"),
    ("what do you know about the Tosca", "describe tosca -"),
    ("parle-moi de la Nido", "describe nido -"),
    ("c'est quoi la P2 ?", "describe p2 -"),
    ("Who said that the recovery needs small cars?", "who_said - -"),
    ("What did Mara Veld say about small cars?", "what_said - - speaker=mara-veld"),
    ("what did the head of Alda say", "what_said - - speaker=mara-veld"),
    ("Qu'a dit Mara Veld ?", "what_said - - speaker=mara-veld"),
    ("Why is the Brio built in Lomnica?", "why brio reason (factory is lomnica)"),
    ("Why are they built in Lomnica?", "why brio/nido/alda-city-car reason (factory is lomnica)"),
    ("Why is the Brio built in China?", "why brio reason (built_in_country is China)"),
    ("pourquoi la Brio est-elle fabriquée à Lomnica ?", "why brio reason (factory is lomnica)"),
]

MANNERS = [
    ("Should I buy the Brio?", "opinion brio -"),
    ("is the Brio any good", "opinion brio -"),
    ("What do you think of the Nido?", "opinion nido -"),
    ("What do you know?", "about_bot - - kind=model"),
    ("help", "about_bot - - kind=model"),
    ("what cars are there?", "about_bot - - kind=model"),
    ("que sais-tu ?", "about_bot - - kind=model"),
    ("where did you get that?", "source - -"),
    ("source?", "source - -"),
    ("hello", "chatter - -"),
    ("lol thanks", "chatter - -"),
    ("salut !", "chatter - -"),
]

MISSPELLINGS = [
    ("how much is teh birio", "lookup brio price"),
    ("were is the nidoo built", "lookup nido factory|built_in_country rivals"),
    ("wat platfrom does the brio use", "lookup brio platform"),
    ("who developped p2", "lookup p2 developer"),
    ("lauch date brio??", "lookup brio launch"),
    ("mara velt's role", "lookup mara-veld role"),
]

BLOCKED = [
    ("What does the N4 cost?", "lookup n4 price"),
    ("What does the N5 cost?", "lookup n5 price"),
    ("What does the N6 cost?", "lookup ? price"),
    ("How much does a Tesla Model 3 cost?", "lookup ? price"),
    ("How much is the Brio Sport?", "lookup brio? price"),
    ("Where is the Zoé built?", "lookup ? factory|built_in_country rivals"),
    ("When does Bexa launch the Brio?", "lookup brio launch left=Bexa"),
    ("What's the price of the diesel Brio?", "lookup brio price left=diesel"),
    ("What is the price of the Brio in dollars?", "lookup brio price unit=USD"),
    ("What does the Brio cost in France?", "lookup brio price market=France"),
    ("How many dogs fit in the Brio?", "lookup brio battery|length|seats|ac_charging rivals left=dogs"),
    ("how much is the frost", "lookup frost price"),
    ("spring price", "chatter - price"),
    ("What is the weather in Lomnica?", "open lomnica -"),
    ("what do the strikers in Lomnica demand?", "lookup lomnica requirement left=strikers"),
]

NOTHING_FOR_THIS_BOT = [
    ("what size wipers does this car take", "chatter - length"),
    ("how long should i boil an egg", "chatter - length"),
    ("where is the nearest hospital", "chatter - country"),
    ("who won the game last night", "chatter - market_share"),
    ("translate hello into french", "chatter - -"),
    ("how to paint walls", "chatter - colours"),
    ("when does spring start", "chatter - event_date"),
    ("play some music", "chatter - segment"),
    ("what is the warranty on my microwave", "chatter - warranty"),
]

FURTHER_SHAPES = [
    (
        "Which Alda is built in Lomnica and costs less than 20,500 euros?",
        "filter - - kind=model brand=alda (price below 20500) (factory is lomnica)",
    ),
    ("Which cars are not built in Portugal?", "filter - - kind=model (built_in_country is not portugal)"),
    ("Which cars cost more than the Nido?", "filter - - kind=model (price above nido)"),
    ("Does the Brio have a heat pump?", "open brio -"),
    ("Is it built in China?", "chatter - built_in_country (built_in_country is China)"),
    ("Where will the three small cars be built?", "lookup brio/nido/alda-city-car factory"),
    ("When was the successor of the Tosca launched?", "lookup nido launch"),
    ("Who is the boss of the company that developed the P2 platform?", "lookup volta head"),
    ("What is the Brio's price in 2019?", "lookup brio price left=2019"),
    ("how much do the brio and the nido cost", "lookup brio+nido price"),
    ("brio, nido: price?", "lookup brio+nido price"),
    ("Is the Nido the cheapest car?", "superlative - price kind=model lowest:1:1"),
    ("which is the most powerful car", "superlative - power kind=model highest:1:1"),
    ("What's the fastest Alda?", "superlative - top_speed kind=model brand=alda highest:1:1"),
    ("How long is the Brio?", "lookup brio length"),
    ("how fast is the brio", "lookup brio top_speed"),
    ("Combien de places a la Brio ?", "lookup brio seats"),
    ("Quelle est la puissance de la Nido ?", "lookup nido power"),
    ("Qui a dit que la reprise a besoin de petites voitures ?", "who_said - -"),
    ("Quel est le prix de la remplaçante de la Tosca ?", "lookup nido price"),
    ("La Brio coûte-t-elle plus cher que la Nido ?", "check brio price (price above nido)"),
    ("Y a-t-il une voiture à moins de 19 000 euros ?", "filter - - kind=model (price below 19000)"),
    ("Quelle Bexa est fabriquée au Portugal ?", "reverse portugal built_in_country inverse kind=model brand=bexa"),
    ("Sur la Brio, quelle est l'autonomie ?", "lookup brio range"),
    ("BRIO PRICE???", "lookup brio price"),
    ("BriO pRiCe", "lookup brio price"),
    ("Alda-Brio price", "lookup brio price"),
    ("AldaBrio price", "lookup brio price"),
    ("brios price", "lookup brio price"),
    ("What about Volta?", "describe volta -"),
    ("who makes the brio", "lookup brio manufacturer"),
    ("who designed the Frost", "lookup frost designer"),
    ("Is Alda cheaper than Bexa?", "check alda-city-car price (price below nido)"),
    ("Which brand makes the Nido?", "lookup nido brand"),
    ("Is the Brio a Bexa?", "check brio brand (brand is bexa)"),
    ("What does Mara Veld do?", "describe mara-veld -"),
    ("Which platform was developed by Volta?", "reverse volta developer inverse kind=platform"),
    ("what did volta develop", "reverse volta developer inverse"),
    ("Who supplies the batteries of the Brio?", "lookup brio supplier left=batteries"),
]


@pytest.mark.parametrize(("question", "expected"), LOOK_UPS)
def test_look_ups(understanding: Understanding, question: str, expected: str) -> None:
    """What is asked of what, in either language and any order."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), DESCRIPTIONS)
def test_descriptions(understanding: Understanding, question: str, expected: str) -> None:
    """A thing that is described is found in the facts; a brand alone means the car of it that fits."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), SIDES)
def test_sides(understanding: Understanding, question: str, expected: str) -> None:
    """Which side of a relation is asked for: who has the value, or the value."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), ORDERS_AND_CONDITIONS)
def test_orders_and_conditions(understanding: Understanding, question: str, expected: str) -> None:
    """Superlatives, filters and counts over a set."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), CLAIMS)
def test_claims(understanding: Understanding, question: str, expected: str) -> None:
    """Yes or no: values, dates, entities, negations, comparisons."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), COMPARISONS)
def test_comparisons(understanding: Understanding, question: str, expected: str) -> None:
    """Two things side by side, or how far apart they lie."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), WORDS_AND_REASONS)
def test_words_and_reasons(understanding: Understanding, question: str, expected: str) -> None:
    """Descriptions, who said what, and why."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), MANNERS)
def test_manners(understanding: Understanding, question: str, expected: str) -> None:
    """Advice, questions about the bot, sources and chatter."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), MISSPELLINGS)
def test_misspellings(understanding: Understanding, question: str, expected: str) -> None:
    """A typo or two in names and in the words of the vocabulary."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), BLOCKED)
def test_blocked(understanding: Understanding, question: str, expected: str) -> None:
    """What is not known, or changes the meaning, is never dropped."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), NOTHING_FOR_THIS_BOT)
def test_nothing_for_this_bot(understanding: Understanding, question: str, expected: str) -> None:
    """Everyday questions that only share a word with the domain."""
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(("question", "expected"), FURTHER_SHAPES)
def test_further_shapes(understanding: Understanding, question: str, expected: str) -> None:
    """Conjunctions of conditions, sets without a name, numbers in names, spelling of every sort."""
    assert written(understanding.read(question)) == expected
