// SPDX-License-Identifier: BSL-1.0
#include "graph/text/bytes.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace entente;

namespace {

/// A block of `Block::size` letters with one other byte.
template <class Block>
std::string with(char odd, std::size_t at) {
    std::string text(Block::size, 'a');
    text[at] = odd;
    return text;
}

template <class Block>
void check_block() {
    const std::string letters(Block::size, 'a');
    for (std::size_t at = 0; at < Block::size; ++at) {
        CAPTURE(at);
        const std::string control = with<Block>('\x1F', at), high = with<Block>('\x80', at);
        CHECK(Block::first(Block(control.data()).controls()) == at);
        CHECK(Block::first(Block(high.data()).high()) == at);
        CHECK(Block::first(Block(high.data()).equal('\x80')) == at);
        CHECK(Block::first(Block(high.data()).unlike(Block(letters.data()))) == at);
    }
    const Block plain(letters.data());
    CHECK((plain.controls() | plain.high() | plain.equal('b') | plain.unlike(plain)) == 0);
    const std::string ends = with<Block>('\xFF', Block::size - 1);
    CHECK(Block(ends.data()).controls() == 0);
}

} // namespace

TEST_CASE_TEMPLATE("a block of bytes tells which of them match", Block, bytes::Eight,
                   bytes::Block) {
    check_block<Block>();
}

TEST_CASE("a byte is found wherever it stands, in texts of any length") {
    for (std::size_t size = 0; size < 70; ++size) {
        std::string text(size, 'a');
        const auto high = [](auto block) { return block.high(); };
        CHECK(bytes::find(text, 0, high) == size);
        for (std::size_t at = 0; at < size; ++at) {
            text[at] = '\xC3';
            CHECK(bytes::find(text, 0, high) == at);
            CHECK(bytes::find(text, at, high) == at);
            text[at] = 'a';
        }
    }
}
