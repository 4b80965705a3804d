"""A second small lineup, of real cars of many makers, so that no shape of question works for one set of names only.

Names that are numbers (208), that differ by a digit (MG4, MG5), that are everyday words (Dolphin, Puma), that hold a
space, a hyphen or an accent (Grande Panda, ë-C3). The figures are examples, not claims.
"""

from pathlib import Path

from tests.bot.understanding.world import write_world
from tests.bot.world import Draft, date, entity, money, quantity, words

TEXT = [
    "The Hyundai Inster costs 23,900 euros and is built in Gwangju, in South Korea.",
    "The Inster has a 49 kWh battery, a range of 370 km and four seats.",
    "The Inster goes on sale in January 2025.",
    "The Citroën ë-C3, priced from 23,300 euros, is assembled in Trnava, in Slovakia.",
    "The ë-C3 and the Fiat Grande Panda sit on the Smart Car platform, developed by Stellantis.",
    "The Fiat Grande Panda, unveiled in Turin in June 2024, is produced in Kragujevac, in Serbia.",
    "The Fiat Grande Panda replaces the Fiat Panda.",
    "The Grande Panda should cost around 24,900 euros.",
    "The Kia EV3 has a range of 605 km, weighs 1,880 kg and reaches 170 km/h.",
    "The EV3 is 4.30 m long and has a boot of 460 litres.",
    "The MG4 has 204 hp and is built in China.",
    "The MG5 has a range of 400 km.",
    "The Skoda Elroq is built in Mladá Boleslav and derived from the Skoda Enyaq.",
    "The BYD Dolphin costs 33,990 euros; BYD was founded in 1995 by Wang Chuanfu.",
    "The Peugeot 208 is built in Zaragoza; Linda Jackson is the head of Peugeot.",
    "Ford unveiled the Puma Gen-E on 3 December 2024.",
    "BYD employs 900,000 people and is based in Shenzhen.",
    "Linda Jackson said that the 208 would stay affordable.",
]
CARS = {
    "inster": ("Hyundai Inster", "hyundai", "Inster"),
    "e-c3": ("Citroën ë-C3", "citroen", "ë-C3"),
    "grande-panda": ("Fiat Grande Panda", "fiat", "Grande Panda"),
    "panda": ("Fiat Panda", "fiat", "Panda"),
    "ev3": ("Kia EV3", "kia", "EV3"),
    "mg4": ("MG4", "mg"),
    "mg5": ("MG5", "mg"),
    "elroq": ("Skoda Elroq", "skoda", "Elroq"),
    "enyaq": ("Skoda Enyaq", "skoda", "Enyaq"),
    "dolphin": ("BYD Dolphin", "byd", "Dolphin"),
    "208": ("Peugeot 208", "peugeot", "208"),
    "puma-gen-e": ("Ford Puma Gen-E", "ford", "Puma Gen-E"),
}
BRANDS = ("Hyundai", "Citroën", "Fiat", "Kia", "MG", "Skoda", "BYD", "Peugeot", "Ford")
PLACES = {
    "gwangju": ("Gwangju", "plant"),
    "trnava": ("Trnava", "plant"),
    "kragujevac": ("Kragujevac", "plant"),
    "mlada-boleslav": ("Mladá Boleslav", "plant"),
    "zaragoza": ("Zaragoza", "plant"),
    "turin": ("Turin", "city"),
    "shenzhen": ("Shenzhen", "city"),
    "south-korea": ("South Korea", "country", "Corée du Sud"),
    "slovakia": ("Slovakia", "country", "Slovaquie"),
    "serbia": ("Serbia", "country", "Serbie"),
    "china": ("China", "country", "Chine"),
}


def build_showroom(target: Path) -> Path:
    """Write the store."""
    draft = Draft()
    draft.document("showroom.txt", TEXT, title="Small electric cars", published="2025-03-01")
    _add_entities(draft)
    _add_cars(draft)
    _add_others(draft)
    return write_world(draft, TEXT, target)


def _add_entities(draft: Draft) -> None:
    for brand in BRANDS:
        draft.entity(brand.lower().replace("ë", "e"), brand, "brand")
    for key, (name, brand, *aliases) in CARS.items():
        draft.entity(key, name, "model", *aliases, brand=brand)
    for key, (name, kind, *aliases) in PLACES.items():
        draft.entity(key, name, kind, *aliases)
    draft.entity("smart-car", "Smart Car", "platform", "Smart Car platform")
    draft.entity("stellantis", "Stellantis", "company")
    draft.entity("wang-chuanfu", "Wang Chuanfu", "person")
    draft.entity("linda-jackson", "Linda Jackson", "person")


def _add_cars(draft: Draft) -> None:
    draft.fact("inster", "price", money("23,900 euros", 23900.0), TEXT[0])
    draft.fact("inster", "factory", entity("Gwangju", "gwangju"), TEXT[0])
    draft.fact("gwangju", "country", entity("South Korea", "south-korea"), TEXT[0])
    draft.fact("inster", "battery", quantity("49 kWh", 49, "kWh"), TEXT[1])
    draft.fact("inster", "range", quantity("370 km", 370, "km"), TEXT[1])
    draft.fact("inster", "launch", date("January 2025", "2025-01", 20250101, 20250131), TEXT[2])
    draft.fact("e-c3", "price", money("23,300 euros", 23300.0), TEXT[3])
    draft.fact("e-c3", "factory", entity("Trnava", "trnava"), TEXT[3])
    draft.fact("trnava", "country", entity("Slovakia", "slovakia"), TEXT[3])
    for car in ("e-c3", "grande-panda"):
        draft.fact(car, "platform", entity("Smart Car", "smart-car"), TEXT[4])
    draft.fact("grande-panda", "reveal", date("June 2024", "2024-06", 20240601, 20240630), TEXT[5])
    draft.fact("grande-panda", "factory", entity("Kragujevac", "kragujevac"), TEXT[5])
    draft.fact("kragujevac", "country", entity("Serbia", "serbia"), TEXT[5])
    draft.fact("grande-panda", "replaces", entity("Fiat Panda", "panda"), TEXT[6])
    draft.fact("grande-panda", "price", money("around 24,900 euros", 24900.0), TEXT[7])
    draft.fact("ev3", "range", quantity("605 km", 605, "km"), TEXT[8])
    draft.fact("ev3", "weight", quantity("1,880 kg", 1880, "kg"), TEXT[8])
    draft.fact("ev3", "top_speed", quantity("170 km/h", 170, "km/h"), TEXT[8])
    draft.fact("ev3", "length", quantity("4.30 m", 4.3, "m"), TEXT[9])
    draft.fact("ev3", "boot", quantity("460 litres", 460, "l"), TEXT[9])
    draft.fact("mg4", "power", quantity("204 hp", 204, "hp"), TEXT[10])
    draft.fact("mg4", "built_in_country", entity("China", "china"), TEXT[10])
    draft.fact("mg5", "range", quantity("400 km", 400, "km"), TEXT[11])
    draft.fact("elroq", "factory", entity("Mladá Boleslav", "mlada-boleslav"), TEXT[12])
    draft.fact("elroq", "parent_model", entity("Skoda Enyaq", "enyaq"), TEXT[12])
    draft.fact("dolphin", "price", money("33,990 euros", 33990.0), TEXT[13])
    draft.fact("208", "factory", entity("Zaragoza", "zaragoza"), TEXT[14])
    draft.fact("puma-gen-e", "reveal", date("3 December 2024", "2024-12-03", 20241203, 20241203), TEXT[15])


def _add_others(draft: Draft) -> None:
    draft.fact("smart-car", "developer", entity("Stellantis", "stellantis"), TEXT[4])
    draft.fact("byd", "founded", date("1995", "1995", 19950101, 19951231), TEXT[13])
    draft.fact("byd", "founder", entity("Wang Chuanfu", "wang-chuanfu"), TEXT[13])
    draft.fact("peugeot", "head", entity("Linda Jackson", "linda-jackson"), TEXT[14])
    draft.fact("byd", "employees", quantity("900,000", 900000, ""), TEXT[16])
    draft.fact("byd", "headquarters", entity("Shenzhen", "shenzhen"), TEXT[16])
    said = words("the 208 would stay affordable")
    draft.fact("linda-jackson", "said", said, TEXT[17], speaker="Linda Jackson")
