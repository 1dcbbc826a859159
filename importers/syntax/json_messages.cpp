// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/json_messages.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

#include "graph/text/ascii.hpp"

namespace entente {

namespace {

bool starts(std::string_view text, std::string_view with) {
    return text.starts_with(with);
}

std::string in_hex(unsigned char byte) {
    char text[8];
    std::snprintf(text, sizeof text, "U+%04X", byte);
    return text;
}

/// What stands where a value or key should: the mistakes that people and models make.
JsonError explain_value(std::string_view rest, std::size_t offset, bool key) {
    if (starts(rest, "//") || starts(rest, "#") || starts(rest, "/*"))
        return {Code::syntax, offset,
                "JSON has no comments; delete it, or make it a \"note\" field"};
    if (starts(rest, "NaN") || starts(rest, "Infinity") || starts(rest, "-Infinity") ||
        starts(rest, "-NaN"))
        return {Code::bad_value, offset, "JSON has no NaN or infinity; leave the field out"};
    if (starts(rest, "'"))
        return {Code::syntax, offset, "single quotes; JSON wants \"double quotes\""};
    if (starts(rest, "\xE2\x80\x9C") || starts(rest, "\xE2\x80\x9D"))
        return {Code::syntax, offset, "typographic quotes; JSON wants \"straight double quotes\""};
    if (starts(rest, "undefined"))
        return {Code::syntax, offset, "'undefined' is not JSON; leave the field out"};
    if (starts(rest, "..."))
        return {Code::syntax, offset, "'...' stands for something left out; write it or delete it"};
    if (key)
        return {Code::syntax, offset, "a key is missing here; JSON wants it in \"double quotes\""};
    return {Code::syntax, offset,
            "not a JSON value: a text in \"double quotes\", a number, a list or an object is "
            "expected"};
}

/// RapidJSON stops inside a word that begins like `true`: the word as a whole is what is wrong.
std::size_t word_begin(std::string_view text, std::size_t offset) {
    const auto in_word = [](char c) { return ascii::is_lower(c) || c == 'I' || c == '-'; };
    while (offset > 0 && in_word(text[offset - 1]))
        --offset;
    return offset;
}

JsonError explain_string(std::string_view rest, std::size_t offset) {
    if (starts(rest, "\\"))
        return {Code::syntax, offset,
                "'\\' begins an escape that JSON does not have; write '\\\\' for a backslash"};
    const auto byte = static_cast<unsigned char>(rest.front());
    if (byte == 0x1A)
        return {Code::encoding, offset, "bytes that are not UTF-8; see the encoding error above"};
    if (byte == '\n' || byte == '\r')
        return {Code::syntax, offset,
                "a text goes on over a line break; close its quotes, or write \\n"};
    if (byte == '\t') return {Code::syntax, offset, "a raw TAB in a text; write \\t"};
    return {Code::control_character, offset,
            "control character " + in_hex(byte) + " in a text; delete it"};
}

} // namespace

JsonError explain_json_error(rapidjson::ParseErrorCode code, std::string_view text,
                             std::size_t offset) {
    offset = std::min(offset, text.size());
    const std::string_view rest = text.substr(offset);
    const auto syntax = [&](std::string_view message) {
        return JsonError{Code::syntax, offset, std::string(message)};
    };
    if (!rest.empty() && rest.front() == '\0') return syntax("a NUL byte; text has none");
    if (rest.empty() && code == rapidjson::kParseErrorStringMissQuotationMark)
        return syntax("the closing quote of a text is missing");
    if (rest.empty()) return syntax("the record ends too early; a bracket or value is missing");
    switch (code) {
        case rapidjson::kParseErrorDocumentRootNotSingular:
            return syntax("something follows the record; write one record a line");
        case rapidjson::kParseErrorValueInvalid: {
            const std::size_t word = word_begin(text, offset);
            return explain_value(text.substr(word), word, false);
        }
        case rapidjson::kParseErrorObjectMissName:
            return explain_value(rest, offset, true);
        case rapidjson::kParseErrorObjectMissColon:
            return syntax("':' is missing between a key and its value");
        case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
            if (starts(rest, "//") || starts(rest, "#")) return explain_value(rest, offset, false);
            return syntax("',' or '}' is missing here");
        case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
            return syntax("',' or ']' is missing here");
        case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
            return syntax("'\\u' wants four hexadecimal digits");
        case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
            return {Code::bad_value, offset,
                    "half of a surrogate pair is no character; write the character itself"};
        case rapidjson::kParseErrorStringEscapeInvalid:
            return explain_string(rest, offset);
        case rapidjson::kParseErrorStringMissQuotationMark:
            return syntax("the closing quote of a text is missing");
        case rapidjson::kParseErrorNumberTooBig:
            return {Code::bad_value, offset, "a number beyond what programs can hold"};
        case rapidjson::kParseErrorNumberMissFraction:
            return syntax("digits are missing after the decimal point");
        case rapidjson::kParseErrorNumberMissExponent:
            return syntax("digits are missing after the exponent");
        default:
            return explain_value(rest, offset, false);
    }
}

} // namespace entente
