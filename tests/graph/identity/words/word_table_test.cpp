// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/words/word_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "graph/identity/folding/fold.hpp"
#include "graph/identity/gazetteer/leading_words.hpp"
#include "graph/identity/persons/names/name_lists.hpp"
#include "graph/identity/persons/names/name_tables.hpp"
#include "graph/identity/persons/titles/title_tables.hpp"

using namespace entente::identity;

namespace {

enum class Side : std::uint8_t { left, right };
constexpr std::array<ListedWord, 4> rows{{{"air", 1}, {"air force", 2}, {"airport", 1}, {"b", 3}}};
constexpr WordTable<Side> table{rows};

std::vector<std::string_view> first_words(std::string_view word) {
    std::vector<std::string_view> out;
    for (const ListedWord& row : beginning_with(rows, word))
        out.push_back(row.text);
    return out;
}

/// What the searches rely on.
void check_rows(std::span<const ListedWord> all) {
    CHECK(!all.empty());
    for (const ListedWord& row : all) {
        CAPTURE(row.text);
        CHECK(row.text == fold_name(row.text));
        CHECK(row.lists != 0);
        CHECK(lists_of(all, row.text) == row.lists);
    }
    CHECK(std::adjacent_find(all.begin(), all.end(), [](const auto& a, const auto& b) {
              return a.text >= b.text;
          }) == all.end());
}

} // namespace

TEST_CASE("a word stands in the lists that its row names, and no other word does") {
    CHECK(table.has("air", Side::left));
    CHECK_FALSE(table.has("air", Side::right));
    CHECK(table.has("b", Side::left));
    CHECK(table.has("b", Side::right));
    for (const char* word : {"", "a", "ai", "air ", "airs", "bb", "z"})
        CHECK(lists_of(rows, word) == 0);
    CHECK(lists_of({}, "air") == 0);
}

TEST_CASE("phrases are found by their first word, and it is a whole word") {
    CHECK(first_words("air") == std::vector<std::string_view>{"air", "air force"});
    CHECK(first_words("airport") == std::vector<std::string_view>{"airport"});
    for (const char* word : {"", "a", "force", "z"})
        CHECK(first_words(word).empty());
}

TEST_CASE("the tables are folded and in order") {
    check_rows(leading_words.rows);
    check_rows(name_words.rows);
    check_rows(title_phrases.rows);
    check_rows(title_words.rows);
    check_rows(attached_titles.rows);
    CHECK(std::is_sorted(short_forms.begin(), short_forms.end(),
                         [](const WordForm& a, const WordForm& b) { return a.form < b.form; }));
}

TEST_CASE("forms of one name are forms of each other, but not those of two names that share one") {
    CHECK(are_nicknames("bill", "william"));
    CHECK(are_nicknames("will", "billy"));
    CHECK(are_nicknames("jake", "james"));
    CHECK(are_nicknames("jake", "jacob"));
    CHECK_FALSE(are_nicknames("james", "jacob"));
    CHECK_FALSE(are_nicknames("alex", "oleksandr"));
    CHECK_FALSE(are_nicknames("", ""));
}
