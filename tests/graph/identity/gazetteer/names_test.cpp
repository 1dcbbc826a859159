// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/folding/fold.hpp"
#include "graph/identity/gazetteer/gazetteer.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace std::string_view_literals;
namespace identity = entente::identity;

/// The ids of all that a name may mean, sorted and separated by blanks; "" if it is unknown.
std::string meanings(std::string_view name) {
    std::set<std::string_view> ids;
    for (const auto& match : identity::find_name(name))
        ids.insert(match.entity->id);
    std::string out;
    for (const auto id : ids) {
        if (!out.empty()) out += ' ';
        out += id;
    }
    return out;
}

/// "id|rest" after the nation is taken off the front of `phrase`.
std::string taken(std::string_view phrase) {
    const auto* nation = identity::take_leading_nation(phrase);
    std::string out{nation == nullptr ? "" : nation->id};
    out += '|';
    out += phrase;
    return out;
}

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line) {
        if (c == '\t') {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

bool lists(std::string_view ids, std::string_view id) {
    while (!ids.empty()) {
        const auto first = ids.substr(0, ids.find('|'));
        if (first == id) return true;
        ids.remove_prefix(std::min(ids.size(), first.size() + 1));
    }
    return false;
}

/// A former state may answer for the nation that followed it.
bool is_or_became(const identity::KnownEntity& entity, std::string_view expected) {
    if (lists(expected, entity.id)) return true;
    std::string_view rest = entity.successors;
    while (!rest.empty()) {
        const auto id = rest.substr(0, rest.find('|'));
        rest.remove_prefix(std::min(rest.size(), id.size() + 1));
        const auto* next = identity::find_known(id);
        if (next != nullptr && is_or_became(*next, expected)) return true;
    }
    return false;
}

} // namespace

TEST_SUITE("names of nations") {
    TEST_CASE("spellings of one name fold to one key") {
        const std::map<std::string_view, std::string_view> keys{
            {"U.S.", "us"},
            {"U.S.A", "usa"},
            {"U.S.-Japan", "us japan"},
            {"S. Korea", "s korea"},
            {"St. Lucia", "st lucia"},
            {"Washington, D.C.", "washington dc"},
            {"J.R.R. Tolkien", "jrr tolkien"},
            {"The  Hague", "hague"},
            {"the", "the"},
            {"La Paz", "la paz"},
            {"C\u00F4te d\u2019Ivoire", "cote divoire"},
            {"Co\u0302te d'Ivoire", "cote divoire"},
            {"Khürelsükh", "khurelsukh"},
            {"\u00c6r\u00f8, \u0141\u00f3d\u017a \u2013 Stra\u00dfe", "aero lodz strasse"},
            {"\u0130stanbul \u0131rmak", "istanbul irmak"},
            {"\u0395\u03bb\u03bb\u03ac\u03b4\u03b1", "\u03b5\u03bb\u03bb\u03b1\u03b4\u03b1"},
            {"\u0419\u0451\u043b\u043a\u0430", "\u0438\u0435\u043b\u043a\u0430"},
            {"\uff2a\uff41\uff50\uff41\uff4e", "japan"},
            {"\u30d1\u30ea", "\u30d1\u30ea"},
            {"Hawai\u02bbi", "hawaii"},
            {"OPEC+", "opec plus"},
            {"  (Japan) ", "japan"},
            {"...", ""},
            {"", ""}};
        for (const auto& [name, key] : keys) {
            CAPTURE(name);
            CHECK(identity::fold_name(name) == key);
        }
        CHECK(identity::squeeze_name("the U.S.") == "US");
        CHECK(identity::squeeze_name("M\u1ef9") == "M\u1ef9");
    }

    TEST_CASE("broken UTF-8 is only punctuation") {
        CHECK(identity::fold_name("\xff\xfeJapan\xc3") == "japan");
        CHECK(identity::fold_name("\xed\xa0\x80").empty()); // a lone surrogate
        CHECK(identity::find_name("\xff\xff\xff").empty());
        CHECK(identity::find_name("Jap\0an"sv).empty());
        CHECK(identity::find_name(std::string(100'000, 'U')).empty());
        CHECK(identity::find_name("\x01US").only() == identity::find_known("nation/USA"));
    }

    TEST_CASE("folding what is folded changes nothing") {
        for (const auto& entity : identity::known_entities()) {
            const auto key = identity::fold_name(entity.name);
            CHECK(identity::fold_name(key) == key);
        }
    }

    TEST_CASE("every nation and alliance is found by its id, name and code") {
        const auto all = identity::known_entities();
        CHECK(all.size() > 400);
        CHECK(std::is_sorted(all.begin(), all.end(),
                             [](const auto& a, const auto& b) { return a.id < b.id; }));
        // Codes that in a text are a title, a group or another nation.
        const std::set<std::string_view> titles{"AG", "AI", "AQ", "FM", "GA", "IS", "IT", "LA",
                                                "MP", "PA", "PM", "SA", "SC", "SG", "SK", "TV"};
        std::size_t codes = 0;
        for (const auto& entity : all) {
            CAPTURE(entity.id);
            CHECK(identity::find_known(entity.id) == &entity);
            CHECK(meanings(entity.name) == entity.id);
            CHECK((entity.kind == "nation" || entity.kind == "alliance" ||
                   entity.kind == "organization"));
            CHECK(entity.id.starts_with(entity.kind));
            CHECK(entity.id[entity.kind.size()] == '/');
            if (entity.iso2.empty()) continue;
            ++codes;
            CHECK(identity::find_code(entity.iso2) == &entity);
            CHECK(identity::find_code(entity.id.substr(7)) == &entity);
            const auto found = identity::find_name(entity.iso2);
            CHECK(found.empty() == titles.contains(entity.iso2));
            CHECK((found.empty() || std::any_of(found.begin(), found.end(), [&](const auto& match) {
                       return match.entity == &entity;
                   })));
            if (entity.id != "nation/NAM") CHECK(meanings(entity.id.substr(7)) == entity.id);
        }
        CHECK(codes == 250); // ISO 3166-1 and Kosovo
        CHECK(identity::find_known("nation/JPNX") == nullptr);
        CHECK(identity::find_known("") == nullptr);
        CHECK(identity::find_code("xx") == nullptr);
        CHECK(identity::find_code("jp") == identity::find_known("nation/JPN"));
    }

    TEST_CASE("names of several nations are ambiguous") {
        CHECK(meanings("Congo") == "nation/COD nation/COG");
        CHECK(meanings("Congolese") == "nation/COD nation/COG");
        CHECK(meanings("Конго") == "nation/COD nation/COG");
        CHECK(meanings("Korea") == "nation/KOR nation/PRK nation/joseon nation/korean-empire");
        CHECK(meanings("Virgin Islands") == "nation/VGB nation/VIR");
        CHECK(meanings("Dominican") == "nation/DMA nation/DOM");
        CHECK(meanings("Brussels") == "alliance/EU alliance/NATO nation/BEL");
        CHECK(meanings("Jerusalem") == "nation/ISR nation/PSE");
        CHECK(meanings("NAM") == "alliance/NAM nation/NAM");
        CHECK(meanings("Moldavia") == "nation/MDA nation/moldavia");
        CHECK(identity::find_name("Korea").only() == nullptr);
    }

    TEST_CASE("names that look alike mean different nations") {
        const std::map<std::string_view, std::string_view> names{
            {"Republic of Korea", "nation/KOR"},
            {"Democratic People's Republic of Korea", "nation/PRK"},
            {"Korea, Republic of", "nation/KOR"},
            {"Republic of China", "nation/TWN"},
            {"People\u2019s Republic of China", "nation/CHN"},
            {"China", "nation/CHN"},
            {"Guinea", "nation/GIN"},
            {"Guinea-Bissau", "nation/GNB"},
            {"Equatorial Guinea", "nation/GNQ"},
            {"Papua New Guinea", "nation/PNG"},
            {"Niger", "nation/NER"},
            {"Nigerien", "nation/NER"},
            {"Nigerian", "nation/NGA"},
            {"Samoa", "nation/WSM"},
            {"American Samoa", "nation/ASM"},
            {"Micronesia", "nation/FSM"},
            {"Ireland", "nation/IRL"},
            {"Iceland", "nation/ISL"},
            {"America", "nation/USA"},
            {"Macedonia", "nation/MKD"},
            {"Sudan", "nation/SDN"},
            {"South Sudan", "nation/SSD"},
            {"Vietnam", "nation/VNM"},
            {"South Vietnam", "nation/south-vietnam"},
            {"North Vietnam", "nation/VDR"},
            {"Yemen", "nation/YEM"},
            {"Dominica", "nation/DMA"},
            {"Austria", "nation/AUT"},
            {"Austria-Hungary", "nation/austria-hungary"},
            {"Federal Republic of Yugoslavia", "nation/SCG"},
            {"Yugoslavia", "nation/YUG"}};
        for (const auto& [name, id] : names) {
            CAPTURE(name);
            CHECK(meanings(name) == id);
        }
    }

    TEST_CASE("a whole name only, never a part of one") {
        for (const auto name : {"Kim Jong Un", "Austin", "Christchurch", "Japan Airlines",
                                "The Japan Times", "New York", "Shanghai", "Istanbul", "Japan's",
                                "Sydney", "Mumbai", "St. Petersburg", "Geneva"}) {
            CAPTURE(name);
            CHECK(meanings(name).empty());
        }
    }

    TEST_CASE("codes and short abbreviations are so only in capitals") {
        for (const auto name : {"US", "U.S.", "the US", "U.S.A.", "\"US\""}) {
            CAPTURE(name);
            CHECK(meanings(name) == "nation/USA");
        }
        for (const auto name :
             {"us", "Us", "it", "is", "in", "no",  "to",  "am",  "so",  "id", "at",
              "be", "by", "do", "me", "my", "who", "are", "and", "can", "per"}) {
            CAPTURE(name);
            CHECK(meanings(name).empty());
        }
        CHECK(meanings("Pole") == "nation/POL");
        CHECK(meanings("pole").empty());
        CHECK(meanings("WHO") == "organization/WHO");
        CHECK(meanings("nato") == "alliance/NATO");
        CHECK(meanings("\U0001F1EF\U0001F1F5") == "nation/JPN"); // the flag
    }

    TEST_CASE("names that are also something else are marked") {
        for (const auto name :
             {"Georgia", "Jordan", "Chad", "Jersey", "Sofia", "Washington", "MS"}) {
            CAPTURE(name);
            REQUIRE(identity::find_name(name).only() != nullptr);
            CHECK(identity::find_name(name)[0].careful);
        }
        for (const auto name : {"Japan", "US", "JPN", "Tokyo", "NATO", "German"}) {
            CAPTURE(name);
            REQUIRE(identity::find_name(name).only() != nullptr);
            CHECK_FALSE(identity::find_name(name)[0].careful);
        }
    }

    TEST_CASE("the rule says why") {
        using enum identity::NameRule;
        const std::map<std::string_view, identity::NameRule> rules{{"JPN", code},
                                                                   {"Japan", name},
                                                                   {"Ceylon", former_name},
                                                                   {"ROK", variant},
                                                                   {"日本", translation},
                                                                   {"Filipina", demonym},
                                                                   {"the Kremlin", metonym},
                                                                   {"Quad", alliance_name}};
        for (const auto& [text, rule] : rules) {
            CAPTURE(text);
            REQUIRE(identity::find_name(text).size() == 1);
            CHECK(identity::find_name(text)[0].rule == rule);
            CHECK_FALSE(identity::label(rule).empty());
        }
    }

    TEST_CASE("metonyms and alliances in several languages") {
        const std::map<std::string_view, std::string_view> names{
            {"Tokyo", "nation/JPN"},
            {"東京", "nation/JPN"},
            {"Pyongyang", "nation/PRK"},
            {"Beijing", "nation/CHN"},
            {"Zhongnanhai", "nation/CHN"},
            {"the Pentagon", "nation/USA"},
            {"the White House", "nation/USA"},
            {"Кремль", "nation/RUS"},
            {"the Blue House", "nation/KOR"},
            {"Quai d\u2019Orsay", "nation/FRA"},
            {"OTAN", "alliance/NATO"},
            {"北大西洋条約機構", "alliance/NATO"},
            {"ОДКБ", "alliance/CSTO"},
            {"上海合作组织", "alliance/SCO"},
            {"日米同盟", "alliance/us-japan-alliance"},
            {"U.S.-Japan Alliance", "alliance/us-japan-alliance"},
            {"United Nations", "organization/UN"},
            {"ONU", "organization/UN"}};
        for (const auto& [name, id] : names) {
            CAPTURE(name);
            CHECK(meanings(name) == id);
        }
    }

    TEST_CASE("former states have their dates and successors") {
        const auto* soviet = identity::find_name("USSR").only();
        REQUIRE(soviet != nullptr);
        CHECK(soviet->id == "nation/SUN");
        CHECK(soviet->from == "1922-12-30");
        CHECK(soviet->to == "1991-12-26");
        CHECK(lists(soviet->successors, "nation/RUS"));
        CHECK(meanings("GDR") == "nation/DDR");
        CHECK(meanings("Czechoslovakia") == "nation/CSK");
        CHECK(meanings("Burma") == "nation/MMR");
        CHECK(meanings("BUR") == "nation/MMR"); // withdrawn from ISO 3166
        for (const auto& entity : identity::known_entities()) {
            if (entity.from.size() == 10 && entity.to.size() == 10) CHECK(entity.from < entity.to);
        }
    }

    TEST_CASE("a nation is taken off the front of a title") {
        const std::map<std::string_view, std::string_view> phrases{
            {"U.S. Secretary of Defense Lloyd Austin",
             "nation/USA|Secretary of Defense Lloyd Austin"},
            {"Japanese Defense Minister Yasukazu Hamada",
             "nation/JPN|Defense Minister Yasukazu Hamada"},
            {"Russia's Foreign Minister", "nation/RUS|Foreign Minister"},
            {"Russia\u2019s Foreign Minister", "nation/RUS|Foreign Minister"},
            {"the Philippines' President", "nation/PHL|President"},
            {"South Korean Defense Minister Lee Jong-sup",
             "nation/KOR|Defense Minister Lee Jong-sup"},
            {"Democratic People's Republic of Korea leader Kim Jong Un",
             "nation/PRK|leader Kim Jong Un"},
            {"China Foreign Ministry spokesman", "nation/CHN|Foreign Ministry spokesman"},
            {"Israel Defense Minister Yoav Gallant", "nation/ISR|Defense Minister Yoav Gallant"},
            {"Georgia President Salome Zourabichvili", "nation/GEO|President Salome Zourabichvili"},
            {"UK Royal Navy", "nation/GBR|Royal Navy"},
            {"German Chancellor Olaf Scholz", "nation/DEU|Chancellor Olaf Scholz"},
            {"Российский министр обороны", "nation/RUS|министр обороны"}};
        for (const auto& [phrase, expected] : phrases) {
            CAPTURE(phrase);
            CHECK(taken(phrase) == expected);
        }
    }

    TEST_CASE("what is no nation stays in front") {
        for (const auto phrase :
             {"Kim Jong Un", "Lloyd Austin", "Israel Katz", "Jordan Peterson", "Chad Smith",
              "German Galushchenko", "Georgia Secretary of State", "Georgia's Secretary of State",
              "Korean leader Kim Jong Un", "London Mayor Sadiq Khan", "UN Secretary-General",
              "Defense Minister", "us president", "Japan", "Japanese", "", " "}) {
            CAPTURE(phrase);
            std::string untouched{'|'};
            untouched += phrase;
            CHECK(taken(phrase) == untouched);
        }
    }

    TEST_CASE("names for pictures") {
        CHECK(identity::nation_name("nation/JPN", "en") == "Japan");
        CHECK(identity::nation_name("nation/JPN", "ja") == "日本");
        CHECK(identity::nation_name("nation/DEU", "fr") == "Allemagne");
        CHECK(identity::nation_name("nation/XKX", "sq") == "Kosovë");
        CHECK(identity::nation_name("nation/JPN", "xx").empty());
        CHECK(identity::nation_name("nation/JPN", "not a tag").empty());
        CHECK(identity::nation_name("nation/SUN", "fr").empty());
        CHECK(identity::nation_name("nation/nowhere", "fr").empty());
    }

    TEST_CASE("names from other sources are right or honestly unknown") {
        std::ifstream in{ENTENTE_SOURCE_DIR "/tests/data/nation_names.tsv"};
        REQUIRE(in);
        std::string line;
        std::getline(in, line); // the header
        std::size_t right = 0;
        std::size_t ambiguous = 0;
        std::size_t unknown = 0;
        std::set<std::string> languages;
        while (std::getline(in, line)) {
            CAPTURE(line);
            const auto row = cells(line);
            REQUIRE(row.size() == 5);
            languages.insert(row[1]);
            const auto found = identity::find_name(row[0]);
            if (found.empty()) {
                ++unknown;
                continue;
            }
            CHECK(std::any_of(found.begin(), found.end(), [&](const auto& match) {
                return is_or_became(*match.entity, row[2]);
            }));
            ++(found.only() == nullptr ? ambiguous : right);
        }
        MESSAGE(right, " right, ", ambiguous, " ambiguous, ", unknown, " unknown, in ",
                languages.size(), " languages");
        CHECK(languages.size() >= 12);
        CHECK(right + ambiguous + unknown >= 400);
        CHECK(right * 100 >= (right + ambiguous + unknown) * 90);
    }
}
