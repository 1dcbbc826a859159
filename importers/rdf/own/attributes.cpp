// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/own/attributes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace entente {

namespace {

bool same_number(std::string_view a, std::string_view b) {
    double x = 0, y = 0;
    const bool numbers =
        std::from_chars(a.data(), a.data() + a.size(), x).ptr == a.data() + a.size() &&
        std::from_chars(b.data(), b.data() + b.size(), y).ptr == b.data() + b.size();
    // What JavaScript makes of a double has 16 digits.
    const bool exponent = b.find_first_of("eE") != std::string_view::npos;
    return numbers && (x == y || (exponent && std::fabs(x - y) <= 1e-15 * std::fabs(x)));
}

} // namespace

void OwnRdfAttributes::add(const RdfTriples& triples, TermId json, std::size_t offset, On on) {
    read_exact(json, offset);
    const auto free_key = [&](std::string_view name) {
        return is_record_key(on, name) ? record_.keep(std::string(name) + '_') : name;
    };
    for (const RdfTriple& t : triples) {
        const std::string_view name = names_.attribute(t.predicate);
        if (!is_exact(name, t.object)) record_.member(free_key(name), t.object);
    }
    for (const std::size_t i : values_)
        record_.splice(free_key(parser_.tree().tokens[i].key()), parser_.tree(), i);
}

void OwnRdfAttributes::read_exact(TermId json, std::size_t offset) {
    values_.clear();
    keys_.clear();
    if (json == 0) return;
    if (!parser_.parse(data_.text(json)) || parser_.tree().root().type != JsonType::array) {
        reading_.report(Code::syntax, Severity::warning, offset, "kg:attributes is no JSON list");
        return;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
        if (tree.tokens[i].type == JsonType::object && tree.tokens[i].end > i + 1) {
            values_.push_back(i + 1);
            keys_.insert(tree.tokens[i + 1].key());
        }
}

bool OwnRdfAttributes::is_exact(std::string_view key, TermId object) const {
    if (!keys_.contains(key)) return false;
    const std::string_view text = data_.text(object);
    const JsonTree& tree = parser_.tree();
    return std::any_of(values_.begin(), values_.end(), [&](std::size_t i) {
        const JsonToken& token = tree.tokens[i];
        return token.key() == key && (token.text() == text || same_number(token.text(), text));
    });
}

} // namespace entente
