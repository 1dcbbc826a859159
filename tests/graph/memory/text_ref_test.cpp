// SPDX-License-Identifier: BSL-1.0
#include "graph/memory/text_ref.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "graph/memory/strings.hpp"

using namespace entente;

TEST_CASE("a text of any size is found again") {
    Arena arena;
    std::vector<std::pair<std::string, TextRef>> kept;
    for (const std::size_t size :
         {0U, 1U, 7U, 65533U, 65534U, 65535U, 65536U, 65537U, 1U << 20U, 3U}) {
        std::string text(size, 'x');
        for (std::size_t i = 0; i < size; ++i)
            text[i] = static_cast<char>(i * 7 + size);
        kept.emplace_back(text, arena.keep_ref(text));
    }
    for (const auto& [text, ref] : kept) {
        CAPTURE(text.size());
        CHECK(ref.in({}) == text);
        CHECK(ref.empty() == text.empty());
    }
    CHECK(TextRef() == TextRef(std::string_view()));
    CHECK(TextRef().in({}).empty());
}

TEST_CASE("a text that was adopted stays where it is, and keeps its owner") {
    auto input = std::make_shared<std::string>(200'000, 'a');
    input->replace(10, 3, "xyz");
    const std::weak_ptr<std::string> watched = input;
    {
        Arena arena;
        const std::string_view whole = *input;
        arena.adopt(whole, input);
        input.reset();
        REQUIRE(!watched.expired());
        const std::string_view inside = whole.substr(10, 3);
        CHECK(arena.keep_ref(inside).in({}).data() == inside.data());
        const std::string_view last = whole.substr(whole.size() - 1);
        CHECK(arena.keep_ref(last).in({}).data() == last.data());
        // Its length must stand in front of it, so it is copied all the same.
        const std::string_view large = whole.substr(5, 100'000);
        CHECK(arena.keep_ref(large).in({}) == large);
        CHECK(arena.keep_ref(large).in({}).data() != large.data());
        const std::string elsewhere = "xyz";
        CHECK(arena.keep_ref(elsewhere).in({}) == "xyz");
        CHECK(arena.keep_ref(elsewhere).in({}).data() != elsewhere.data());
    }
    CHECK(watched.expired());
}

TEST_CASE("every text that was adopted stays where it is, whichever came last") {
    std::vector<std::shared_ptr<const std::string>> inputs;
    Arena arena, other;
    for (const std::size_t size : {100U, 300U, 0U, 200U}) {
        inputs.push_back(std::make_shared<const std::string>(size, 'a'));
        arena.adopt(*inputs.back(), inputs.back());
    }
    other.adopt_as(arena);
    for (const auto& input : inputs)
        for (const std::size_t at : {std::size_t{0}, input->size() / 2}) {
            const std::string_view text = std::string_view(*input).substr(at);
            if (text.empty()) continue;
            CHECK(arena.keep_ref(text).in({}).data() == text.data());
            CHECK(other.keep_ref(text).in({}).data() == text.data());
        }
    const std::string elsewhere(50, 'b');
    CHECK(other.keep_ref(elsewhere).in({}).data() != elsewhere.data());
}

TEST_CASE("nothing outside of the space is a text") {
    const std::string bytes = "0123456789";
    const TextSpace space{reinterpret_cast<std::uintptr_t>(bytes.data()), bytes.size()};
    CHECK(TextRef(0, 10).in(space) == bytes);
    CHECK(TextRef(7, 3).in(space) == "789");
    CHECK(TextRef(7, 4).in(space).empty());
    CHECK(TextRef(10, 1).in(space).empty());
    CHECK(TextRef(std::uint64_t{1} << 47, 1).in(space).empty());
    CHECK(TextRef(0, TextRef::long_size).in(space).empty());
}

TEST_CASE("a long text that claims to reach out of the space is none") {
    std::string bytes(8 + 70'000, 'x');
    const TextSpace space{reinterpret_cast<std::uintptr_t>(bytes.data()), bytes.size()};
    const auto with_size = [&](std::uint64_t size) {
        std::memcpy(bytes.data(), &size, sizeof size);
        return TextRef(0, TextRef::long_size).in(space).size();
    };
    CHECK(with_size(70'000) == 70'000);
    CHECK(with_size(65'535) == 65'535);
    CHECK(with_size(70'001) == 0);
    CHECK(with_size(~std::uint64_t{0}) == 0);
}
