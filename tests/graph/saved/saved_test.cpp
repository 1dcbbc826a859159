// SPDX-License-Identifier: BSL-1.0
// A saved graph shows what the graph did, and whatever happens to its bytes, there is either that
// or a message.
#include <doctest/doctest.h>

#include <boost/graph/connected_components.hpp>
#include <cstring>
#include <random>
#include <string>

#include "graph/explore/find.hpp"
#include "graph/explore/network/paths.hpp"
#include "graph/memory/hash.hpp"
#include "graph/model/graph.hpp"
#include "graph/saved/file/format.hpp"
#include "graph/saved/reader.hpp"
#include "graph/saved/writer.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using test::facts_of;
using test::graph_of;

namespace {

std::string saved_bytes(const View& view) {
    std::string bytes;
    saved::save_graph(view, [&](std::string_view more) { bytes += more; });
    return bytes;
}

/// Opens bytes from memory that ends where they do, so that a sanitizer sees what goes beyond.
TablesPtr open(std::string_view bytes) {
    const auto copy = std::make_shared<std::vector<char>>(bytes.begin(), bytes.end());
    return saved::open_graph({copy->data(), copy->size()}, copy, "x.entente");
}

std::string join(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

/// Few facts with something in every part.
constexpr std::string_view sample =
    R"({"graph": {"title": "T", "description": "D", "date": "2023-06"}}
{"source": "s", "publisher": "P", "title": "T", "language": "en", "url": "https://e.x/", "pages": 3}
{"entity": "nation/JPN", "kind": "nation", "name": "Japan", "aliases": ["N", {"name": "日本", "language": "ja"}], "same_as": ["wikidata:Q17"], "capital": "Tokyo"}
{"subject": "Japan", "relation": "ally_of", "object": "US", "from": "1960-01-19", "stated_by": {"name": "Austin", "kind": "official"}, "source": "s", "quote": "allies", "span": [3, 9], "confidence": 0.9, "place": "Tokyo"}
{"subject": "日本", "relation": "invents", "object": {"name": "X", "kind": "gadget"}, "date": "2001"}
{"subject": "Japan", "relation": "ally_of", "object": "US", "stance": "denied", "source": "t"}
{"subject": "US", "relation": "threatens", "object": "Japan", "stance": "denied", "source": "t"}
{"same": ["a", "b"]}
)";

/// What can be asked of a graph, in one text.
std::string everything_of(const TablesPtr& graph) {
    std::string out = facts_of(graph);
    for (const Resolution& one : graph->resolutions)
        out += std::string(one.text) + '>' + std::string(graph->entities[one.entity].id) + ' ' +
               std::string(one.rule) + '\n';
    const View view = view_of(graph);
    for (const EntityIndex entity : explore::entities_called(*graph, "Japan"))
        for (const explore::Step& step : explore::steps_of(view, entity))
            out += std::to_string(step.relation) + ' ' + std::to_string(step.other) +
                   (step.forward ? " forward" : " back") + (step.denied ? " denied\n" : "\n");
    for (const std::string_view id : {"nation/JPN", "nation/USA", "nation/FRA", "Japan"})
        out += std::to_string(graph->find(id)) + '\n';
    return out;
}

/// With the checksums that a writer of these bytes would have given them.
void sign(std::string& bytes) {
    saved::Trailer trailer{};
    const std::size_t at = bytes.size() - sizeof trailer;
    std::memcpy(&trailer, bytes.data() + at, sizeof trailer);
    const auto extent = [&](saved::Part part) {
        return trailer.parts[static_cast<std::size_t>(part)];
    };
    const std::string_view all = bytes;
    std::string checks;
    for (std::size_t part = 0; part + 1 < saved::part_count; ++part) {
        std::string_view rows = all.substr(trailer.parts[part].begin, trailer.parts[part].size);
        for (; !rows.empty(); rows.remove_prefix(std::min(rows.size(), saved::block_size))) {
            const std::uint64_t check = stable_hash(rows.substr(0, saved::block_size));
            checks.append(reinterpret_cast<const char*>(&check), sizeof check);
        }
    }
    bytes.replace(extent(saved::Part::checks).begin, checks.size(), checks);
    trailer.checks = stable_hash(checks);
    std::memcpy(bytes.data() + at, &trailer, sizeof trailer);
    trailer.checksum = stable_hash(bytes.substr(0, sizeof(saved::Header)) +
                                   bytes.substr(at, offsetof(saved::Trailer, checksum)));
    std::memcpy(bytes.data() + at, &trailer, sizeof trailer);
}

/// The text of all answers, or of the message that there is instead.
std::string answer_of(std::string_view bytes) {
    try {
        return everything_of(open(bytes));
    } catch (const std::runtime_error& error) {
        CHECK(std::string_view(error.what()).find("x.entente") != std::string_view::npos);
        return error.what();
    }
}

} // namespace

TEST_CASE("a saved graph shows what the graph did") {
    for (const std::string_view folder : {"tokyo-talks", "alliances", "hostile"}) {
        CAPTURE(folder);
        const GraphPtr graph = graph_of(test::sample(folder));
        const TablesPtr opened = open(saved_bytes(view_of(graph)));
        CHECK(everything_of(opened) == everything_of(graph));
        CHECK(saved_bytes(view_of(opened)) == saved_bytes(view_of(graph)));
    }
    for (unsigned seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        const GraphPtr graph = graph_of(join(test::generated_facts(seed, 5 + seed)));
        CHECK(everything_of(open(saved_bytes(view_of(graph)))) == everything_of(graph));
    }
    const GraphPtr nothing = graph_of("");
    CHECK(facts_of(open(saved_bytes(view_of(nothing)))).empty());
}

TEST_CASE("a long text and one beyond a block are saved whole") {
    const std::string quote(200'000, 'q');
    const GraphPtr graph =
        graph_of(R"({"subject": "Japan", "relation": "ally_of", "object": "US", "quote": ")" +
                 quote + "\"}\n");
    const TablesPtr opened = open(saved_bytes(view_of(graph)));
    CHECK(opened->claims[0].quote == quote);
}

TEST_CASE("a filtered view is saved as what it shows") {
    for (const std::string_view folder : {"tokyo-talks", "alliances"}) {
        const GraphPtr graph = graph_of(test::sample(folder));
        ViewOptions options;
        options.at = *Date::parse("2012");
        options.derived = true;
        const View view = view_of(graph, options);
        const std::string facts = test::written(view, "facts");
        const TablesPtr opened = open(saved_bytes(view));
        CHECK(facts_of(opened) == facts_of(graph_of(facts)));
    }
}

TEST_CASE("a saved graph becomes one of Boost's") {
    const GraphPtr graph = graph_of(test::sample("alliances"));
    const GraphPtr thawed = saved::thaw(open(saved_bytes(view_of(graph))));
    CHECK(facts_of(thawed) == facts_of(graph));
    REQUIRE(boost::num_edges(*thawed) == boost::num_edges(*graph));
    const auto edges = boost::edges(*graph);
    auto other = boost::edges(*thawed).first;
    for (auto edge = edges.first; edge != edges.second; ++edge, ++other) {
        CHECK((*thawed)[*other].first_claim == (*graph)[*edge].first_claim);
        CHECK(boost::source(*other, *thawed) == boost::source(*edge, *graph));
        CHECK(boost::target(*other, *thawed) == boost::target(*edge, *graph));
    }
}

TEST_CASE("what is no saved graph, or one of another kind, is refused with a message") {
    const std::string bytes = saved_bytes(view_of(graph_of(std::string(sample))));
    CHECK(saved::is_saved_graph(bytes));
    CHECK_FALSE(saved::is_saved_graph("{\"graph\""));
    CHECK_THROWS_WITH(open("facts"), "'x.entente' is not a saved graph");
    CHECK_THROWS_WITH(open(bytes.substr(0, 100)),
                      "'x.entente' is damaged (it is cut off); save it again from its facts");
    std::string later = bytes;
    later[12] = 9;
    CHECK_THROWS_WITH(open(later),
                      "'x.entente' has version 9 of the format, and this entente reads "
                      "version 3; save it again from its facts");
    std::string other = bytes;
    std::swap(other[8], other[11]);
    CHECK_THROWS_WITH(open(other),
                      "'x.entente' was saved on a machine that writes numbers in another order, or "
                      "is damaged; save it again from its facts");
}

TEST_CASE("a saved graph that was changed anywhere is told, or the change matters to nobody") {
    const std::string bytes = saved_bytes(view_of(graph_of(std::string(sample))));
    const std::string whole = answer_of(bytes);
    REQUIRE(whole.find("damaged") == std::string::npos);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        const std::string answer = answer_of(changed);
        const bool good = answer == whole || answer.find("save") != std::string::npos ||
                          answer.find("is not a saved graph") != std::string::npos;
        CHECK_MESSAGE(good, at);
    }
    for (std::size_t size = 0; size < bytes.size(); size += 7)
        CHECK(answer_of(bytes.substr(0, size)) != whole);
}

TEST_CASE("bytes that somebody made up and signed do no harm") {
    const std::string bytes = saved_bytes(view_of(graph_of(std::string(sample))));
    std::mt19937 random(7);
    const std::size_t body = bytes.size() - sizeof(saved::Trailer);
    for (unsigned n = 0; n < 4000; ++n) {
        std::string changed = bytes;
        for (unsigned i = 0; i <= n % 3; ++i) {
            const std::size_t at =
                sizeof(saved::Header) + random() % (body - sizeof(saved::Header));
            changed[at] = static_cast<char>(n % 2 ? random() : 0xFF);
        }
        sign(changed);
        CHECK_FALSE(answer_of(changed).empty());
    }
}
