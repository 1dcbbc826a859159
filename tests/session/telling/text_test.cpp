// SPDX-License-Identifier: BSL-1.0
#include "session/telling/text.hpp"

#include <doctest/doctest.h>

namespace entente::session {

TEST_CASE("numbers and sizes are readable") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1000) == "1,000");
    CHECK(grouped(1234567) == "1,234,567");
    CHECK(counted(1, "entity", "entities") == "1 entity");
    CHECK(counted(0, "entity", "entities") == "0 entities");
    CHECK(counted(2000, "entity", "entities") == "2,000 entities");
    CHECK(readable_size(1) == "1 byte");
    CHECK(readable_size(999) == "999 bytes");
    CHECK(readable_size(1000) == "1.0 kB");
    CHECK(readable_size(999949) == "999.9 kB");
    CHECK(readable_size(999950) == "1.0 MB");
    CHECK(readable_size(12'340'000'000) == "12.3 GB");
    CHECK(readable_size(5'000'000'000'000'000) == "5000.0 TB");
}

TEST_CASE("words are separated by any number of spaces") {
    CHECK(words("") == std::vector<std::string>{});
    CHECK(words("  ") == std::vector<std::string>{});
    CHECK(words("jsonl") == std::vector<std::string>{"jsonl"});
    CHECK(words(" jsonl  ndjson ") == std::vector<std::string>{"jsonl", "ndjson"});
}

} // namespace entente::session
