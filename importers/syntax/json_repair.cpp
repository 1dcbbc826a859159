// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/json_repair.hpp"

#include <array>
#include <cctype>

namespace entente {

namespace {

struct Literal {
    std::string_view theirs, ours, what;
};
constexpr std::array literals{
    Literal{"True", "true", "'True' was read as 'true'"},
    Literal{"False", "false", "'False' was read as 'false'"},
    Literal{"None", "null", "'None' was read as 'null'"},
};

bool word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Behind the text that begins with the quote at `at`.
std::size_t behind_text(std::string_view text, std::size_t at) {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == text[at])
            return i + 1;
    }
    return text.size();
}

bool python_quotes(std::string_view text) {
    return text.find('\'') != std::string_view::npos &&
           text.find_first_of("\"\\") == std::string_view::npos;
}

} // namespace

std::vector<Repair> repair_json(std::string& text) {
    std::vector<Repair> repairs;
    if (python_quotes(text)) {
        // Without double quotes and backslashes the single ones are Python's, unless one is an
        // apostrophe; then the parser will refuse the result.
        repairs.push_back({text.find('\''), "single quotes were read as double quotes"});
        for (char& c : text)
            if (c == '\'') c = '"';
    }
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '"') {
            i = behind_text(text, i);
            continue;
        }
        if (text[i] == ',') {
            const std::size_t next = text.find_first_not_of(" \t\r\n", i + 1);
            if (next != std::string::npos && (text[next] == '}' || text[next] == ']')) {
                repairs.push_back({i, "a comma before a closing bracket was dropped"});
                text[i] = ' ';
            }
        } else if (i == 0 || !word(text[i - 1])) {
            for (const Literal& literal : literals) {
                const std::size_t end = i + literal.theirs.size();
                if (text.compare(i, literal.theirs.size(), literal.theirs) != 0 ||
                    (end < text.size() && word(text[end])))
                    continue;
                repairs.push_back({i, literal.what});
                text.replace(i, literal.ours.size(), literal.ours);
            }
        }
        ++i;
    }
    return repairs;
}

} // namespace entente
