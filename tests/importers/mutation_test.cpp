// SPDX-License-Identifier: BSL-1.0
// Valid inputs, damaged at random (the same way in every run): whatever happens to a text, nothing
// crashes, every record is accounted for, and every position lies inside of the text.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>

#include "importers/importer.hpp"
#include "importers/input/encoding.hpp"
#include "tests/importers/recording.hpp"

using namespace entente;

namespace {

const std::string seeds[] = {
    R"({"graph": {"title": "T", "date": "2023-06"}}
{"source": "s", "publisher": "P", "published": "2023-06-01", "pages": 3}
{"entity": "nation/JPN", "kind": "nation", "name": "Japan", "aliases": ["N", {"name": "日本", "language": "ja"}], "same_as": ["wikidata:Q17"]}
{"subject": {"name": "Austin", "kind": "official", "x": [1, {"y": null}]}, "relation": "r", "object": "B", "date": "2021/..", "confidence": 0.98, "span": [3, 9], "quote": "\u00e9\ud83c\udf0d\n"}
{"same": ["a", "b"]}
["A", "r", "B"]
)",
    R"(Sure!
```json
{"graph": {"title": "T"}, "sources": [{"id": "s", "url": "u"}], "nodes": [{"id": 1, "label": "A"}, "B"],
 "edges": [{"source": 1, "target": "B", "type": "r", "ok": True}, {"head": "A", "relation": "r", "tail": "B",},
  {"subject": "A", "relation": "r", "object": {"id": "b", "name": "B"}, "source": {"id": "s"}}]}
```
)",
    "subject,subject_kind,relation,object,source,source_url,span,aliases@ja,n:integer,confidence\n"
    "A,nation,r,\"B, \"\"b\"\"\nc\",s,u,3-9,日本|x,7,0.5\r\nA,,r,B,,,,,,\n",
    "id:ID(n),name,tags:string[],:LABEL\n1,Japan,a;b,Entity;Nation\n2,\"F, \"\"x\"\"\",,x\n",
    "Source,Target,Type,Label,Weight\n1,2,Directed,ally_of,1.5\n2,3,Undirected,\"a\nb\",\n",
    "entity\tkind\tname\taliases\tsame\nnation/A\tnation\tA\tx|y\t\n\t\t\t\ta|b\n",
};

std::string damaged(std::string text, std::mt19937& engine) {
    const std::string_view spice = "{}[]\",:'\\\n\t;|`-0aTN\x01\xC3\xFF/#";
    for (auto edits = 1 + engine() % 6; edits > 0 && !text.empty(); --edits) {
        const std::size_t at = engine() % text.size();
        const std::size_t length = std::min<std::size_t>(engine() % 12, text.size() - at);
        switch (engine() % 5) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, 1, spice[engine() % spice.size()]);
                break;
            case 2:
                text[at] = spice[engine() % spice.size()];
                break;
            case 3:
                text.insert(at, text.substr(engine() % text.size(), 40));
                break;
            default:
                text.resize(text.size() - std::min<std::size_t>(length, text.size()));
                break;
        }
    }
    mask_invalid_utf8(text); // as Input does
    return text;
}

/// `file:line:column: ...`
void check_position(const std::string& line, std::size_t lines) {
    std::size_t at = line.find(':');
    REQUIRE(at != std::string::npos);
    const auto number = [&] {
        std::size_t value = 0;
        for (++at; at < line.size() && line[at] >= '0' && line[at] <= '9'; ++at)
            value = value * 10 + static_cast<std::size_t>(line[at] - '0');
        return value;
    };
    const std::size_t row = number(), column = number();
    CHECK(row >= 1);
    CHECK(row <= lines);
    CHECK(column >= 1);
}

} // namespace

TEST_CASE("no damage crashes an importer or loses a record") {
    const char* wanted = std::getenv("ENTENTE_MUTATIONS");
    const int rounds = wanted != nullptr ? std::atoi(wanted) : 300;
    std::mt19937 engine(20230601);
    for (int round = 0; round < rounds; ++round) {
        for (const std::string& seed : seeds) {
            const std::string text = damaged(seed, engine);
            const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
            for (const Importer& importer : importers()) {
                const test::Outcome outcome = test::read_text(text, importer.name);
                const ReadCounts& counts = outcome.counts;
                const bool lawful = counts.read == counts.accepted + counts.rejected;
                const bool told = counts.rejected == 0 || !outcome.diagnostics.empty();
                if (!lawful || !told) CAPTURE(text);
                CHECK(lawful);
                CHECK(told);
                for (const std::string& line : outcome.diagnostics)
                    check_position(line, lines + 1);
            }
        }
    }
}
