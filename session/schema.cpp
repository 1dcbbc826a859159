// SPDX-License-Identifier: BSL-1.0
#include "session/schema.hpp"

#include <fmt/format.h>

#include "exporters/writing/text/text.hpp"
#include "graph/language/vocabulary.hpp"

namespace entente::session {

namespace {

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

/// Kinds and relations are open: the known ones are listed with their meaning, any other is
/// allowed.
template <class Rows>
std::string open_choice(const Rows& rows) {
    std::string out = "\"anyOf\": [\n";
    for (const auto& row : rows)
        out += fmt::format("        {{\"const\": {}, \"description\": {}}},\n", quoted(row.name),
                           quoted(row.meaning));
    return out + "        {\"type\": \"string\"}\n      ]";
}

std::string type_of(const FieldWord& row, const Vocabulary& vocabulary) {
    if (row.name == "kind") return open_choice(vocabulary.kinds());
    if (row.name == "relation") return open_choice(vocabulary.relations());
    if (row.name == "stance") return R"("enum": ["asserted", "denied", "planned", "possible"])";
    if (row.name == "confidence") return R"("type": "number", "minimum": 0, "maximum": 1)";
    if (row.name == "source" && row.on == On::claim) return R"("$ref": "#/$defs/source_reference")";
    if (row.name == "aliases") return R"("type": "array", "items": {"$ref": "#/$defs/alias"})";
    if (row.type == "date") return R"("$ref": "#/$defs/date")";
    if (row.type == "reference") return R"("$ref": "#/$defs/reference")";
    if (row.type == "list") return R"("type": "array", "items": {"type": "string"})";
    if (row.type == "boolean") return R"("type": "boolean")";
    if (row.type == "decimal") return R"("type": "number")";
    if (row.type == "span")
        return R"("type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2)";
    return R"("type": "string")";
}

/// One record's definition. What the table does not name is an attribute or qualifier of the
/// user's.
std::string definition(std::string_view name, On on, std::string_view required,
                       const Vocabulary& vocabulary) {
    std::string out =
        fmt::format("  {}: {{\n    \"type\": \"object\",\n    {},\n    \"properties\": {{\n",
                    quoted(name), required);
    std::string separator;
    for (const FieldWord& row : Vocabulary::attributes()) {
        if (row.on != on) continue;
        out += fmt::format("{}      {}: {{{}, \"description\": {}}}", separator, quoted(row.name),
                           type_of(row, vocabulary), quoted(row.meaning));
        separator = ",\n";
    }
    return out + "\n    }\n  },\n";
}

constexpr std::string_view shared_definitions = R"(  "judgement": {
    "type": "object",
    "description": "Two names or ids that mean the same, or that must be kept apart.",
    "properties": {
      "same": {"$ref": "#/$defs/pair"},
      "different": {"$ref": "#/$defs/pair"}
    },
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": false
  },
  "pair": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
  "reference": {
    "description": "An id, any name, or an object with a name and a kind.",
    "anyOf": [
      {"type": "string", "minLength": 1},
      {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "name": {"type": "string"},
          "kind": {"type": "string"}
        },
        "anyOf": [{"required": ["id"]}, {"required": ["name"]}]
      }
    ]
  },
  "source_reference": {
    "description": "The id of a source, or an object that describes it.",
    "anyOf": [
      {"type": "string", "minLength": 1},
      {"type": "object", "properties": {"id": {"type": "string"}, "url": {"type": "string"}}}
    ]
  },
  "alias": {
    "anyOf": [
      {"type": "string", "minLength": 1},
      {
        "type": "object",
        "properties": {"name": {"type": "string"}, "language": {"type": "string"}},
        "required": ["name"]
      }
    ]
  },
  "date": {
    "type": "string",
    "description": "ISO 8601 or EDTF: 2023, 2023-06, 2023-06-01, 2023-06-01T09:30:00Z; .. is open; leave it out if it is unknown."
  }
)";

/// A list of rows of a user's vocabulary; `others` are properties that are no texts.
template <class Texts>
std::string rows_definition(const Texts& texts, std::string_view others) {
    std::string out = R"({
      "type": "array",
      "items": {
        "type": "object",
        "properties": {)";
    for (const auto& field : texts)
        out += fmt::format("{}\n          \"{}\": {{\"type\": \"string\"}}",
                           &field == &texts.front() ? "" : ",", field.key);
    return out.append(others) + R"(
        },
        "required": ["name"],
        "additionalProperties": false
      }
    })";
}

std::string vocabulary_definition() {
    return R"(  "vocabulary": {
    "type": "object",
    "description": "Kinds and relations of one's own.",
    "properties": {
    "kinds": )" +
           rows_definition(kind_texts, "") + R"(,
    "relations": )" +
           rows_definition(relation_texts, R"(,
          "subjects": {"type": "array", "items": {"type": "string"}},
          "objects": {"type": "array", "items": {"type": "string"}},
          "symmetric": {"type": "boolean"},
          "sign": {"enum": [1, 0, -1]})") +
           R"(
    },
    "additionalProperties": false
  },
)";
}

constexpr std::string_view record_root = R"(  "title": "A record of entente",
  "anyOf": [
    {"$ref": "#/$defs/fact"},
    {"$ref": "#/$defs/entity"},
    {"$ref": "#/$defs/source"},
    {"$ref": "#/$defs/judgement"},
    {"$ref": "#/$defs/graph"},
    {
      "type": "object",
      "properties": {"vocabulary": {"$ref": "#/$defs/vocabulary"}},
      "required": ["vocabulary"],
      "additionalProperties": false
    }
  ],
)";

constexpr std::string_view document_root = R"(  "title": "A document of entente",
  "type": "object",
  "properties": {
    "graph": {"type": "object"},
    "vocabulary": {"$ref": "#/$defs/vocabulary"},
    "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}},
    "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
    "facts": {
      "type": "array",
      "items": {"anyOf": [{"$ref": "#/$defs/fact"}, {"$ref": "#/$defs/judgement"}]}
    }
  },
  "required": ["facts"],
)";

} // namespace

std::string record_schema(bool document) {
    const Vocabulary vocabulary;
    std::string out = "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n";
    out += document ? document_root : record_root;
    out += "  \"$defs\": {\n";
    out += definition("fact", On::claim, R"("required": ["subject", "relation", "object"])",
                      vocabulary);
    out += definition("entity", On::entity,
                      R"("anyOf": [{"required": ["entity"]}, {"required": ["name", "kind"]}])",
                      vocabulary);
    out += definition("source", On::source, R"("required": ["source"])", vocabulary);
    out += R"(  "graph": {
    "type": "object",
    "description": "What the facts as a whole are about.",
    "properties": {
      "graph": {
        "type": "object",
        "properties": {
          "title": {"type": "string"},
          "description": {"type": "string"},
          "date": {"$ref": "#/$defs/date"}
        }
      }
    },
    "required": ["graph"]
  },
)";
    out += vocabulary_definition();
    out += shared_definitions;
    return out + "  }\n}\n";
}

} // namespace entente::session
