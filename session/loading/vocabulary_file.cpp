// SPDX-License-Identifier: BSL-1.0
#include "session/loading/vocabulary_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "exporters/writing/text/text.hpp"
#include "graph/text/utf8.hpp"
#include "importers/input/input.hpp"
#include "importers/syntax/json.hpp"
#include "session/telling/errors.hpp"
#include "session/telling/text.hpp"

namespace entente::session {

namespace {

bool is_color(std::string_view text) {
    return text.size() == 7 && text[0] == '#' &&
           std::all_of(text.begin() + 1, text.end(),
                       [](unsigned char c) { return std::isxdigit(c) != 0; });
}

bool is_word(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_';
    });
}

class FileReader {
  public:
    FileReader(const std::string& path, std::string_view text, Vocabulary& vocabulary)
        : path_(path), text_(text), vocabulary_(vocabulary) {}

    void read() {
        if (!parser_.parse(text_)) fail(parser_.error().offset, parser_.error().message);
        const JsonToken& root = parser_.tree().root();
        if (root.type != JsonType::object)
            fail(root.offset, "a vocabulary is an object with lists 'kinds' and 'relations'");
        // Relations may name the file's own kinds.
        for (const std::string_view wanted : {"kinds", "relations"})
            for (const JsonToken* list : children(root)) {
                if (list->key() != "kinds" && list->key() != "relations")
                    fail(list->key_offset,
                         fmt::format("'{}' is unknown here; write 'kinds' or 'relations'",
                                     list->key()));
                if (list->key() == wanted) read_list(*list);
            }
    }

  private:
    [[noreturn]] void fail(std::size_t offset, std::string_view message) const {
        const std::string_view before = text_.substr(0, offset);
        const auto lines = std::count(before.begin(), before.end(), '\n');
        const std::string_view line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
        const auto column = utf8::length(line);
        throw UsageError(fmt::format("{}:{}:{}: {}", path_, lines + 1, column + 1, message));
    }

    [[nodiscard]] std::vector<const JsonToken*> children(const JsonToken& parent) const {
        const std::vector<JsonToken>& tokens = parser_.tree().tokens;
        std::vector<const JsonToken*> found;
        for (auto i = static_cast<std::size_t>(&parent - tokens.data()) + 1; i < parent.end;
             i = std::max<std::size_t>(tokens[i].end, i + 1))
            found.push_back(&tokens[i]);
        return found;
    }

    void read_list(const JsonToken& list) {
        if (list.type != JsonType::array)
            fail(list.offset, fmt::format("'{}' must be a list", list.key()));
        for (const JsonToken* row : children(list)) {
            if (row->type != JsonType::object) fail(row->offset, "a row must be an object");
            if (list.key() == "kinds")
                read_kind(*row);
            else
                read_relation(*row);
        }
    }

    [[nodiscard]] std::string_view text(const JsonToken& value) const {
        if (value.type != JsonType::string)
            fail(value.offset, fmt::format("'{}' must be a text", value.key()));
        return value.text();
    }

    [[nodiscard]] std::string_view checked(const JsonToken& value, bool good,
                                           std::string_view wanted) const {
        if (!good) fail(value.offset, fmt::format("'{}' must be {}", value.key(), wanted));
        return value.text();
    }

    /// Keys whose values must have a form of their own, since outputs depend on it.
    [[nodiscard]] std::string_view value_of(const JsonToken& value) const {
        const std::string_view content = text(value), key = value.key();
        if (key == "color" || key == "fill" || key == "stroke" || key == "text")
            return checked(value, is_color(content), "a colour such as #1b7f5c");
        if (key == "iri")
            return checked(value, is_web_iri(content),
                           "an IRI such as https://example.org/terms#helps");
        if (key == "shape" || key == "name" || key == "wikidata")
            return checked(value, is_word(content), "one word of letters, digits and _");
        return content;
    }

    using Slots = std::vector<std::pair<std::string_view, std::string_view*>>;

    /// Fills the texts of a row; `other` takes the values of `other_keys`, which are no texts.
    template <class Other>
    void fill(const JsonToken& row, const Slots& slots, std::string_view& row_name,
              std::string_view other_keys, const Other& other) const {
        for (const JsonToken* value : children(row)) {
            const auto slot = std::find_if(slots.begin(), slots.end(),
                                           [&](const auto& s) { return s.first == value->key(); });
            if (slot != slots.end()) {
                *slot->second = value_of(*value);
            } else if (!other(*value)) {
                std::vector<std::string> known = words(other_keys);
                for (const auto& s : slots)
                    known.emplace_back(s.first);
                fail(value->key_offset, fmt::format("there is no key '{}' here{}", value->key(),
                                                    did_you_mean(value->key(), known)));
            }
        }
        if (row_name.empty()) fail(row.offset, "a row needs a 'name'");
    }

    void read_kind(const JsonToken& json) {
        Kind row = vocabulary_.kind(kind::entity);
        row.name = row.label = row.plural = row.meaning = row.iri = row.schema_org =
            row.wikidata = {};
        fill(json,
             {{"name", &row.name},
              {"label", &row.label},
              {"plural", &row.plural},
              {"meaning", &row.meaning},
              {"iri", &row.iri},
              {"schema_org", &row.schema_org},
              {"wikidata", &row.wikidata},
              {"fill", &row.fill},
              {"stroke", &row.stroke},
              {"text", &row.text},
              {"shape", &row.shape}},
             row.name, "", [](const JsonToken&) { return false; });
        if (const KindId known = vocabulary_.find_kind(row.name); known != Vocabulary::none)
            fail(json.offset, fmt::format("the kind '{}' is there already", row.name));
        const std::string label = spaced(row.name);
        if (row.label.empty()) row.label = label;
        if (row.plural.empty()) row.plural = row.label;
        vocabulary_.add_kind(row);
    }

    void read_relation(const JsonToken& json) {
        RelationType row;
        row.color = "#6b7280";
        fill(json,
             {{"name", &row.name},
              {"label", &row.label},
              {"inverse", &row.inverse},
              {"inverse_label", &row.inverse_label},
              {"meaning", &row.meaning},
              {"iri", &row.iri},
              {"schema_org", &row.schema_org},
              {"wikidata", &row.wikidata},
              {"plover", &row.plover},
              {"cameo", &row.cameo},
              {"color", &row.color},
              {"synonyms", &row.synonyms}},
             row.name, "subjects objects symmetric sign",
             [&](const JsonToken& value) { return read_relation_value(value, row); });
        if (const auto known = vocabulary_.find_relation(row.name); known.id != Vocabulary::none)
            fail(json.offset, fmt::format("'{}' already means {}", row.name,
                                          vocabulary_.relation(known.id).name));
        const std::string label = spaced(row.name);
        if (row.label.empty()) row.label = label;
        vocabulary_.add_relation(row);
    }

    bool read_relation_value(const JsonToken& value, RelationType& row) const {
        if (value.key() == "subjects")
            row.subjects = kinds(value);
        else if (value.key() == "objects")
            row.objects = kinds(value);
        else if (value.key() == "symmetric") {
            if (value.type != JsonType::boolean)
                fail(value.offset, "'symmetric' must be true or false");
            row.symmetric = value.text() == "true";
        } else if (value.key() == "sign") {
            if (value.text() != "1" && value.text() != "0" && value.text() != "-1")
                fail(value.offset, "'sign' must be 1 (cooperation), 0 or -1 (conflict)");
            row.sign = value.text() == "1"   ? Sign::cooperation
                       : value.text() == "0" ? Sign::neutral
                                             : Sign::conflict;
        } else
            return false;
        return true;
    }

    /// Kinds that a file adds have no bit: a relation that names one may join any.
    [[nodiscard]] KindSet kinds(const JsonToken& list) const {
        if (list.type != JsonType::array)
            fail(list.offset, fmt::format("'{}' must be a list of kinds", list.key()));
        KindSet set = 0;
        bool any = false;
        for (const JsonToken* item : children(list)) {
            const KindId id = vocabulary_.find_kind(text(*item));
            if (id == Vocabulary::none)
                fail(item->offset, fmt::format("there is no kind '{}'", item->text()));
            any = any || set_of(id) == 0;
            set |= set_of(id);
        }
        return any ? 0 : set;
    }

    static std::string spaced(std::string_view name) {
        std::string out(name);
        std::replace(out.begin(), out.end(), '_', ' ');
        return out;
    }

    const std::string& path_;
    std::string_view text_;
    Vocabulary& vocabulary_;
    JsonParser parser_;
};

} // namespace

std::shared_ptr<Vocabulary> vocabulary_with(const std::string& path) {
    auto vocabulary = std::make_shared<Vocabulary>();
    if (path.empty()) return vocabulary;
    Diagnostics problems;
    const Input input(path, problems);
    if (!input.usable())
        throw UsageError(fmt::format("{}: {}", path, problems.all().front().message));
    FileReader(path, input.text().text, *vocabulary).read();
    return vocabulary;
}

} // namespace entente::session
