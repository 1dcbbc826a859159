// SPDX-License-Identifier: BSL-1.0
#include "importers/records/plain/values.hpp"

#include "graph/language/value.hpp"
#include "graph/text/number.hpp"

namespace entente {

namespace {

/// `0.85`, as most confidences are written; nothing if it is not one.
std::optional<double> hundredths(std::string_view text) {
    if (text.size() != 4 || !text.starts_with("0.")) return std::nullopt;
    const int tens = text[2] - '0', ones = text[3] - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return std::nullopt;
    return (10 * tens + ones) / 100.0; // rounded once, as the text would be
}

} // namespace

std::optional<Stance> find_stance(std::string_view wanted) {
    for (const Stance stance :
         {Stance::asserted, Stance::denied, Stance::planned, Stance::possible})
        if (name(stance) == wanted) return stance;
    return std::nullopt;
}

bool read_plain_stance(std::string_view text, Stance& out) {
    const auto stance = find_stance(text);
    if (stance) out = *stance;
    return stance.has_value();
}

bool read_plain_confidence(std::string_view digits, double& out) {
    if (const auto known = hundredths(digits)) {
        out = *known;
        return true;
    }
    return is_json_number(digits) && read_number(digits, out) && out >= 0 && out <= 1;
}

bool read_plain_span(const JsonTree& tree, std::size_t index, TextSpan& out) {
    const JsonToken& list = tree.tokens[index];
    if (list.type != JsonType::array || list.end != index + 3) return false;
    const auto number = [&](std::size_t at, std::uint32_t& value) {
        const JsonToken& token = tree.tokens[at];
        return token.type == JsonType::integer && read_number(token.text(), value);
    };
    return number(index + 1, out.begin) && number(index + 2, out.end) && out.begin <= out.end;
}

} // namespace entente
