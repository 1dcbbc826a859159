// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/terms.hpp"

#include <charconv>
#include <cmath>
#include <stdexcept>

#include "exporters/writing/text/text.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/text/ascii.hpp"
#include "graph/text/iri.hpp"

namespace entente {

namespace {

/// An IRI of the built-in table, of the user's table, or made from a name that an input brought.
std::string term_iri(bool builtin, std::string_view iri, std::string_view name,
                     std::string_view base) {
    if (builtin) return "kg:" + std::string(iri);
    if (is_web_iri(iri)) return std::string(iri);
    std::string out(base);
    out += "vocabulary#";
    append_iri_path(out, iri.empty() ? name : iri);
    return out;
}

/// `5.0E-324`
std::string canonical_double(double number) {
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                   std::chars_format::scientific)
                         .ptr;
    std::string text(digits.data(), end);
    const std::size_t e = text.find('e');
    std::size_t exponent = text.find_first_not_of("+-0", e + 1);
    if (exponent == std::string::npos) exponent = text.size() - 1;
    std::string mantissa = text.substr(0, e);
    if (mantissa.find('.') == std::string::npos) mantissa += ".0";
    return mantissa + (text[e + 1] == '-' ? "E-" : "E") + text.substr(exponent);
}

} // namespace

std::string kind_iri(const Kind& kind, std::string_view base) {
    return term_iri(kind.builtin, kind.iri, kind.name, base);
}

std::string relation_iri(const RelationType& type, std::string_view base) {
    return term_iri(type.builtin, type.iri, type.name, base);
}

void append_attribute_path(std::string& out, std::string_view name) {
    const std::size_t begin = out.size();
    append_iri_path(out, name);
    for (std::size_t at = out.find('/', begin); at != std::string::npos; at = out.find('/', at))
        out.replace(at, 1, "%2F");
}

std::string exact_match(std::string_view id) {
    constexpr std::string_view wikidata = "wikidata:Q";
    if (!id.starts_with(wikidata)) return is_web_iri(id) ? std::string(id) : std::string();
    const std::string_view digits = id.substr(wikidata.size());
    const bool number = !digits.empty() && digits.find_first_not_of("0123456789") == digits.npos;
    return number ? "http://www.wikidata.org/entity/Q" + std::string(digits) : std::string();
}

void append_entity_path(std::string& out, std::string_view id) {
    constexpr std::array<std::string_view, 5> taken{"claim", "relation", "source", "attribute",
                                                    "provenance"};
    const std::string_view first = id.substr(0, id.find('/'));
    for (const std::string_view word : taken) {
        if (first != word) continue;
        // Encoding a letter that need not be gives another IRI, and the same id when decoded.
        constexpr std::string_view hex = "0123456789ABCDEF";
        const auto letter = static_cast<unsigned char>(id.front());
        out += '%';
        out += hex[letter >> 4U];
        out += hex[letter & 15U];
        id.remove_prefix(1);
        break;
    }
    append_iri_path(out, id);
}

std::string full_iri(std::string_view name) {
    for (const Prefix& prefix : prefixes)
        if (name.starts_with(prefix.name) && name.substr(prefix.name.size()).starts_with(':') &&
            !name.substr(prefix.name.size()).starts_with("://"))
            return std::string(prefix.iri) += name.substr(prefix.name.size() + 1);
    return std::string(name);
}

void require_base_iri(std::string_view base) {
    if (is_web_iri(base)) return;
    throw std::invalid_argument("the base IRI must be like https://example.org/facts/, not " +
                                printable(base));
}

RdfWord datatype(Date date) {
    if (!date.dated() || date.uncertain() || date.approximate() || date.year() < 1)
        return RdfWord::edtf;
    switch (date.precision()) {
        case Date::Precision::year:
            return RdfWord::xsd_year;
        case Date::Precision::month:
            return RdfWord::xsd_month;
        case Date::Precision::day:
            return RdfWord::xsd_date;
        case Date::Precision::second:
            return RdfWord::xsd_instant;
        default:
            return RdfWord::edtf;
    }
}

NumberLiteral number_literal(double number) {
    NumberLiteral literal;
    const double size = std::fabs(number);
    if (size == 0 || (size >= 1e-18 && size < 1e18)) {
        std::array<char, 64> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                       std::chars_format::fixed)
                             .ptr;
        literal.text.assign(digits.data(), end);
        literal.datatype = RdfWord::xsd_decimal;
    } else {
        literal.text = canonical_double(number);
        literal.datatype = RdfWord::xsd_double;
    }
    return literal;
}

NumberLiteral number_literal(const Value& value) {
    const std::string_view text = value.text;
    if (!is_json_number(text)) return {std::string(text), {}, false};
    if (text.find_first_of("eE") != std::string_view::npos) {
        double number = 0;
        const auto error = std::from_chars(text.data(), text.data() + text.size(), number).ec;
        if (error != std::errc()) return {std::string(text), {}, false};
        NumberLiteral literal = number_literal(number);
        literal.exact = false;
        return literal;
    }
    const bool whole = text.find('.') == std::string_view::npos;
    std::string digits(text);
    while (!whole && digits.back() == '0')
        digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
    if (digits == "-0") digits = "0";
    const bool integer = whole && value.type == ValueType::integer;
    const bool exact = digits == text && whole == integer;
    return {std::move(digits), integer ? RdfWord::xsd_integer : RdfWord::xsd_decimal, exact};
}

bool is_list_of_strings(std::string_view json) {
    if (json.size() < 2 || json.front() != '[' || json.back() != ']') return false;
    json = json.substr(1, json.size() - 2);
    if (json.empty()) return true;
    if (json.find('\\') != std::string_view::npos) return false;
    while (true) {
        const std::size_t end = json.front() == '"' ? json.find('"', 1) : std::string_view::npos;
        if (end == std::string_view::npos) return false;
        json.remove_prefix(end + 1);
        if (json.empty()) return true;
        if (json.front() != ',') return false;
        json.remove_prefix(1);
        if (json.empty()) return false;
    }
}

bool is_language_tag(std::string_view tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag) {
        if (c == '-' && length > 0) {
            length = 0;
            first = false;
            continue;
        }
        const bool allowed = ascii::is_letter(c) || (ascii::is_digit(c) && !first);
        if (!allowed || ++length > 8) return false;
    }
    return length > 0;
}

} // namespace entente
