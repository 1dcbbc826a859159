# SPDX-License-Identifier: BSL-1.0
"""What the made-up facts are about: nations of ISO 3166, alliances, and parts that other names are put together from.

Several scripts, diacritics, apostrophes and abbreviations, because names of the real world have them.
"""
import json
import unicodedata
from pathlib import Path

COUNTRIES = Path("/usr/share/iso-codes/json/iso_3166-1.json")  # Debian: iso-codes, which the build needs

# More names of nations, by their code.
OTHER_NAMES = {
    "USA": ["America", "U.S.", "米国", "États-Unis"], "CHN": ["PRC", "中国", "Chine"], "RUS": ["Russia", "Россия", "ロシア"],
    "JPN": ["日本", "Nippon", "Япония"], "DEU": ["Deutschland", "Allemagne", "ドイツ"], "FRA": ["République française", "フランス"],
    "GBR": ["UK", "Great Britain", "イギリス"], "IND": ["Bharat", "भारत"], "KOR": ["ROK", "South Korea", "한국", "韓国"],
    "PRK": ["DPRK", "North Korea", "북한", "北朝鮮"], "IRN": ["Iran", "ایران"], "ISR": ["ישראל", "Israël"], "UKR": ["Україна"],
    "TWN": ["臺灣", "台湾"], "TUR": ["Türkiye", "Turquie"], "SAU": ["KSA", "السعودية"], "EGY": ["مصر", "Égypte"], "BRA": ["Brasil"],
    "MEX": ["México"], "ESP": ["España"], "POL": ["Polska"], "GRC": ["Ελλάδα"], "MMR": ["Burma"], "CZE": ["Česko"],
    "NLD": ["Nederland"], "VNM": ["Việt Nam", "Vietnam"], "SYR": ["Syria", "سوريا"], "IRQ": ["العراق"], "ITA": ["Italia"],
    "HUN": ["Magyarország"], "SWE": ["Sverige"], "NOR": ["Norge"], "FIN": ["Suomi"], "AUT": ["Österreich"], "THA": ["ประเทศไทย"],
}  # fmt: skip
ALLIANCES = {
    "NATO": ["North Atlantic Treaty Organization", "OTAN"], "AUKUS": [], "Quad": ["Quadrilateral Security Dialogue", "日米豪印"],
    "ASEAN": ["Association of Southeast Asian Nations"], "CSTO": ["Collective Security Treaty Organization", "ОДКБ"],
    "SCO": ["Shanghai Cooperation Organisation"], "Five Eyes": ["FVEY"], "European Union": ["EU", "Union européenne"],
    "BRICS": [], "G7": ["Group of Seven"], "African Union": [], "Arab League": ["League of Arab States"],
    "GCC": ["Gulf Cooperation Council"], "OSCE": [], "ANZUS": [], "Mercosur": ["Mercosul"], "OPEC": [], "ECOWAS": ["CEDEAO"],
    "Visegrád Group": [], "Nordic Council": [],
}  # fmt: skip
GIVEN = (
    "Adam Aiko Akira Ana Andrzej Ángela Anjali Astrid Ayşe Babajide Björn Carmen Chidi Chloé Daichi Eun-ji Fátima "
    "Françoise Gita Håkon Hana Hélène Igor İbrahim Jacinda Joaquín Karim Katarzyna Lars Lê Li Lourdes Małgorzata Mateus "
    "Mei Mohammed Naomi Ngozi Nour Olena Pavel Raúl Ruth Sanjay Siobhán Sven Tamar Tomáš Ursula Vikram Yuto Zeynep Анна "
    "Борис Дарья Νίκος Ελένη 翔太 陽菜 子涵 지훈 سلمى"
).split()
FAMILY = (
    "Abe Adeyemi Almeida Anand Bauer Bjørnson Castillo Chaudhry Costa Dąbrowski Demir Diallo Dupont Eriksson Fernández "
    "Ferrari Fischer Gonçalves Greenwood Haile Harper Hernández Hoffmann Ito Jansen Jung Kapoor Kaya Kobayashi Kovács "
    "Lindqvist Lopes Mahmoud Marković Moreau Morgan Mwangi Nakamura Ng Ó-Briain O'Neill Okonkwo Papadopoulos Petit Popescu "
    "Quispe Ramírez Reyes Rojas Sato Şahin Schäfer Shah Sørensen Stewart Suzuki Takahashi Thompson Vargas Vu Weber "
    "Yamamoto Zhang Žukauskas Кузнецов Морозова 高橋 伊藤 陈 박 الخطيب"
).split()
OFFICES = ["President", "Prime Minister", "Foreign Minister", "Senator", "Ambassador", "Gen.", "Minister of Defence"]
CITIES = (
    "Abuja Accra Almaty Amman Ankara Bangkok Bern Bogotá Brasília Canberra Dakar Delhi Doha Geneva Hanoi Helsinki Jakarta Kyiv "
    "Łódź Madrid Malmö Manila Nairobi Ōsaka Oslo Prague Québec Riyadh Seoul Tbilisi Tokyo Vienna Zürich"
).split()
HAPPENINGS = [
    "summit", "ceasefire", "airstrike", "protest", "election", "signing", "missile test", "trade talks", "state visit",
    "naval exercise", "border clash", "vote on sanctions",
]  # fmt: skip
DANGERS = [
    "missile programme", "cyber attacks", "territorial claims", "enrichment of uranium", "disinformation", "piracy",
    "export controls", "drone flights", "arms smuggling", "naval build-up",
]  # fmt: skip
BODIES = ["Agency", "Bank", "Bureau", "Commission", "Council", "Forum", "Institute", "League", "Party", "Union"]
MATTERS = ["Arms", "Customs", "Energy", "Fisheries", "Health", "Migration", "Ports", "Rail", "Space", "Water"]
PUBLISHERS = [
    paper + edition
    for paper in (
        "courier gazette herald journal kurier ledger monitor news nikkan observer post standard times tribune zeitung"
    ).split()
    for edition in ("", "-en", "-web")
]
# Lengths as in reports; `"`, `&`, `<` and other scripts as often as there.
QUOTES = [
    (30, "{s} and {o} have settled the matter, a spokesperson told the press on {d}."),
    (25, "In a note of {d}, which this paper has seen, {s} repeats what it has held for years with regard to {o}; nobody replied."),
    (8, '"We know what we have to do," {s} answered when asked about {o}.'),
    (7, "{d}の記者会見で、{s}は{o}について「状況を注視している」と述べた。"),
    (8, "Observers in Malmö & Québec do not expect <{s}> to give in to {o}."),
    (5, "{s} → {o}: see the communiqué of {d}."),
    (12, "Neither {s} nor {o} would say, after two days behind closed doors, when the delegations are going to meet for the third time."),
    (5, "Как стало известно {d}, {s} и {o} продолжат переговоры."),
]


def key_of(name):
    """Equal for names that somebody might take for one another: case, diacritics, punctuation and order are ignored."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(sorted("".join(c if c.isalnum() else " " for c in plain.replace(".", "").replace("'", "")).split()))


def nations():
    """(code, name, aliases) for each nation whose usual name is no inverted one, the large ones first."""
    found = []
    for row in json.loads(COUNTRIES.read_text(encoding="utf-8"))["3166-1"]:
        names = [row.get("common_name"), row["name"], row.get("official_name"), *OTHER_NAMES.get(row["alpha_3"], [])]
        names = [name for name in names if name and "," not in name and "(" not in name]
        if names:
            found.append((row["alpha_3"], names[0], names[1:]))
    return sorted(found, key=lambda nation: nation[0] not in OTHER_NAMES)  # those first are most in the news
