// SPDX-License-Identifier: BSL-1.0
#include "exporters/vocabulary/vocabulary.hpp"

namespace entente {

namespace {

/// A cell of a table: a bar in the text would end it.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::string code(std::string_view text) {
    return text.empty() ? std::string() : '`' + cell(text) + '`';
}

std::string link(std::string_view text, std::string_view prefix) {
    if (text.empty()) return {};
    return '[' + std::string(text) + "](" + std::string(prefix) + std::string(text) + ')';
}

std::string kinds(KindSet set, const Vocabulary& vocabulary) {
    if (set == 0) return "any";
    std::string out;
    for (KindId id = 0; id < kind::builtin_count; ++id)
        if ((set & set_of(id)) != 0)
            out += (out.empty() ? "" : ", ") + std::string(vocabulary.kind(id).name);
    return out;
}

void row(std::string& out, std::initializer_list<std::string> cells) {
    for (const std::string& text : cells)
        out += text.empty() ? "| " : "| " + text + ' ';
    out += "|\n";
}

void append_relations(std::string& out, const Vocabulary& vocabulary, Sign sign,
                      std::string_view title) {
    out += "\n### " + std::string(title) + "\n\n";
    out += "| relation | reads | meaning | from | to | turned round | same elsewhere |\n";
    out += "|---|---|---|---|---|---|---|\n";
    for (const RelationType& type : vocabulary.relations()) {
        if (type.sign != sign) continue;
        std::string same = link(type.schema_org, "https://schema.org/");
        for (const std::string& more :
             {link(type.wikidata, "https://www.wikidata.org/wiki/Property:"),
              type.plover.empty() ? std::string() : "PLOVER " + std::string(type.plover),
              type.cameo.empty() ? std::string() : "CAMEO " + std::string(type.cameo)})
            if (!more.empty()) same += (same.empty() ? "" : ", ") + more;
        row(out, {code(type.name), cell(type.label), cell(type.meaning),
                  kinds(type.subjects, vocabulary), kinds(type.objects, vocabulary),
                  type.symmetric ? "the same" : code(type.inverse), same});
    }
}

/// `quote` of `kg:quote`: what is in no other vocabulary is in ours.
std::string_view local_name(std::string_view iri) {
    constexpr std::string_view ours = "kg:";
    return iri.starts_with(ours) ? iri.substr(ours.size()) : iri;
}

void append_attributes(std::string& out, On on, std::string_view title) {
    out += "\n### " + std::string(title) +
           "\n\n| field | type | meaning | in RDF |\n|---|---|---|---|\n";
    for (const FieldWord& type : Vocabulary::attributes())
        if (type.on == on)
            row(out,
                {code(type.name), cell(type.type), cell(type.meaning), code(local_name(type.iri))});
}

} // namespace

std::string vocabulary_markdown(const Vocabulary& vocabulary) {
    std::string out =
        "<!-- SPDX-License-Identifier: BSL-1.0 -->\n"
        "<!-- Made from graph/language/vocabulary_table.cpp; `entente vocabulary` prints it. -->\n"
        "# Vocabulary\n\n"
        "The kinds of entities, the relations between them, and the fields of a record. The "
        "vocabulary is open:\na relation or kind that is not here is kept under its own name and "
        "reported once.\n\n"
        "## Kinds\n\n"
        "| kind | meaning | schema.org | Wikidata |\n|---|---|---|---|\n";
    for (const Kind& kind : vocabulary.kinds())
        row(out, {code(kind.name), cell(kind.meaning), link(kind.schema_org, "https://schema.org/"),
                  link(kind.wikidata, "https://www.wikidata.org/wiki/")});

    out +=
        "\n## Relations\n\n"
        "What a relation should join is a hint: other kinds are kept and reported. Further names "
        "that are\nunderstood stand in `entente vocabulary --format json`.\n";
    append_relations(out, vocabulary, Sign::cooperation, "Cooperation (+)");
    append_relations(out, vocabulary, Sign::conflict, "Conflict (-)");
    append_relations(out, vocabulary, Sign::neutral, "Neither (0)");

    out += "\n## Fields\n\nAny further field of an entity, source or claim is kept as it is.\n";
    append_attributes(out, On::graph, "Of the graph");
    append_attributes(out, On::source, "Of a source");
    append_attributes(out, On::entity, "Of an entity");
    append_attributes(out, On::claim, "Of a claim");
    return out;
}

} // namespace entente
