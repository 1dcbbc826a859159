// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/sides/balance.hpp"

#include <doctest/doctest.h>

#include <random>

#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::explore;

namespace {

/// A network of `n` vertices whose ties, in the order of pairs, have these signs (0: no tie).
SignedNetwork network_of(std::uint32_t n, const std::vector<int>& signs) {
    SignedNetwork network;
    network.entity_of.resize(n);
    std::size_t at = 0;
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::uint32_t b = a + 1; b < n; ++b, ++at)
            if (signs[at] != 0) network.ties.push_back({a, b, signs[at], 0, 0, {}});
    return network;
}

/// The frustration by trying every division into two.
std::size_t brute_frustration(const SignedNetwork& network) {
    std::size_t best = network.ties.size();
    const std::size_t n = network.entity_of.size();
    for (std::size_t division = 0; division < std::size_t{1} << n; ++division) {
        std::size_t cost = 0;
        for (const Tie& tie : network.ties) {
            const bool together = ((division >> tie.a) & 1U) == ((division >> tie.b) & 1U);
            cost += (tie.sign > 0) == together ? 0 : 1;
        }
        best = std::min(best, cost);
    }
    return best;
}

std::array<std::size_t, 4> brute_triads(const SignedNetwork& network) {
    std::array<std::size_t, 4> census{};
    const auto sign = [&](std::uint32_t a, std::uint32_t b) {
        for (const Tie& tie : network.ties)
            if (tie.a == a && tie.b == b) return tie.sign;
        return 0;
    };
    const auto n = static_cast<std::uint32_t>(network.entity_of.size());
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::uint32_t b = a + 1; b < n; ++b)
            for (std::uint32_t c = b + 1; c < n; ++c) {
                const int x = sign(a, b), y = sign(a, c), z = sign(b, c);
                if (x * y * z == 0) continue;
                ++census[static_cast<std::size_t>((x < 0) + (y < 0) + (z < 0))];
            }
    return census;
}

void check(const SignedNetwork& network) {
    const Blocs blocs = find_blocs(network);
    REQUIRE(blocs.exact);
    REQUIRE(blocs.frustrated.size() == brute_frustration(network));
    REQUIRE(count_triads(network, 0).by_enemies == brute_triads(network));
}

std::string all_pairs(std::string_view names, std::string_view relation) {
    std::string facts;
    for (std::size_t a = 0; a < names.size(); ++a)
        for (std::size_t b = a + 1; b < names.size(); ++b)
            facts += R"({"subject": {"name": ")" + std::string(1, names[a]) +
                     R"(land", "kind": "nation"}, "relation": ")" + std::string(relation) +
                     R"(", "object": {"name": ")" + std::string(1, names[b]) +
                     R"(land", "kind": "nation"}})" + "\n";
    return facts;
}

} // namespace

TEST_CASE("frustration and triads agree with brute force on all signed graphs up to 5 nodes") {
    for (std::uint32_t n = 0; n <= 5; ++n) {
        std::vector<int> signs(n * (n > 0 ? n - 1 : 0) / 2, -1);
        for (;;) {
            check(network_of(n, signs));
            std::size_t i = 0;
            while (i < signs.size() && signs[i] == 1)
                signs[i++] = -1;
            if (i == signs.size()) break;
            ++signs[i];
        }
    }
}

TEST_CASE("frustration agrees with brute force on random signed graphs up to 12 nodes") {
    std::mt19937 engine(7);
    for (unsigned round = 0; round < 200; ++round) {
        const auto n = static_cast<std::uint32_t>(6 + engine() % 7);
        std::vector<int> signs(n * (n - 1) / 2);
        for (int& sign : signs)
            sign = static_cast<int>(engine() % 3) - 1;
        CAPTURE(round);
        check(network_of(n, signs));
    }
}

TEST_CASE("two camps of friends who are all enemies of the other camp are two blocs") {
    std::string facts = all_pairs("ABC", "ally_of") + all_pairs("XY", "ally_of");
    for (const char a : std::string_view("ABC"))
        for (const char x : std::string_view("XY"))
            facts += all_pairs(std::string{a, x}, "rival_of");
    const View view = view_of(test::graph_of(facts));
    const SignedNetwork network = signed_network(view, {});
    const Blocs blocs = find_blocs(network);
    CHECK(blocs.count == 2);
    CHECK(blocs.frustrated.empty());
    CHECK(blocs.exact);
    CHECK(count_triads(network, 10).unbalanced.empty());
    CHECK(count_triads(network, 10).total() == 10);
}

TEST_CASE("members of one alliance are friends, and ties of both kinds are ambivalent") {
    const View view = view_of(test::graph_of(
        R"({"subject": "France", "relation": "member_of", "object": "alliance/NATO"}
{"subject": "Turkey", "relation": "member_of", "object": "alliance/NATO"}
{"subject": "Greece", "relation": "member_of", "object": "alliance/NATO"}
{"subject": "Greece", "relation": "disputes_with", "object": "Turkey"}
)"));
    const SignedNetwork network = signed_network(view, {});
    REQUIRE(network.ties.size() == 3);
    int ambivalent = 0, friends = 0;
    for (const Tie& tie : network.ties)
        (tie.sign == 0 ? ambivalent : friends) += 1;
    CHECK(ambivalent == 1);
    CHECK(friends == 2);
}

TEST_CASE("more blocs than two can hold who are enemies all round") {
    SignedNetwork network = network_of(3, {-1, -1, -1});
    CHECK(find_blocs(network, 2).frustrated.size() == 1);
    CHECK(find_blocs(network, 3).frustrated.empty());
    CHECK(find_blocs(network, 3).count == 3);
}
