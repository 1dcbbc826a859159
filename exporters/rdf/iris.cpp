// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/iris.hpp"

#include <algorithm>

#include "exporters/bytes.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/records.hpp"
#include "exporters/text.hpp"

namespace entente {

namespace {

/// True if append_iri_path leaves the text as it is, but for some that it does leave.
bool is_plain_path(std::string_view text) {
    constexpr bytes::ByteSet plain = bytes::letters_digits_and("-_~/");
    constexpr bytes::ByteSet before_dot = bytes::letters_digits_and("-_~");
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (bytes::in(plain, text[at])) continue;
        // A segment of dots alone has a meaning of its own; a dot behind a letter is in none.
        if (text[at] != '.' || at == 0 || !bytes::in(before_dot, text[at - 1])) return false;
    }
    return true;
}

void append_path(std::string& out, std::string_view text) {
    if (is_plain_path(text))
        out += text;
    else
        append_iri_path(out, text);
}

} // namespace

// -- what the graph is about ----------------------------------------------------------------------

DataIris::DataIris(const View& view, std::string_view base, std::string_view whole_base)
    : view_(view), base_(base) {
    const std::span<const Entity> entities = view.graph().entities;
    ends_.reserve(entities.size());
    std::string path;
    for (const Entity& entity : entities) {
        path.clear();
        append_entity_path(path, entity.id);
        // `e://x` would be no prefix and a path, but an IRI of its own.
        entities_ += path.starts_with("//") ? whole_base : base;
        entities_ += path;
        ends_.push_back(entities_.size());
    }
    for (const RelationType& row : view.vocabulary().relations()) {
        std::string& type = types_.emplace_back("/");
        append_path(type, row.name);
        type += '/';
    }
}

/// The path of relation_id().
void DataIris::append_relation(std::string& out, const Relation& relation) const {
    out += base_;
    out += "relation/";
    append_path(out, view_.entity(relation.subject).id);
    out += types_[relation.type];
    append_path(out, view_.entity(relation.object).id);
}

/// The path of claim_id().
void DataIris::append_claim(std::string& out, std::uint64_t hash) const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 22> path{'c', 'l', 'a', 'i', 'm', '/'};
    for (std::size_t at = path.size(); at > 6; hash >>= 4U)
        path[--at] = digits[hash & 0xFU];
    out += base_;
    out.append(path.data(), path.size());
}

void DataIris::append_source(std::string& out, std::string_view id) const {
    out += base_;
    out += "source/";
    append_path(out, id);
}

// -- what is said of it ---------------------------------------------------------------------------

RdfIris::RdfIris(const Vocabulary& vocabulary, std::string_view base) : base_(base) {
    std::transform(rdf_words.begin(), rdf_words.end(), words_.begin(), full_iri);
    for (const RelationType& row : vocabulary.relations())
        relations_.push_back(full_iri(relation_iri(row, base)));
    for (const Kind& row : vocabulary.kinds())
        kinds_.push_back(full_iri(kind_iri(row, base)));
    for_each_attribute_term([&](const AttributeType& row) {
        if (!is_record_key(row.on, row.name))
            attributes_.emplace(row.name, full_iri(attribute_iri(row)));
    });
}

std::string_view RdfIris::attribute(std::string_view name) {
    const auto known = attributes_.find(name);
    if (known != attributes_.end()) return known->second;
    std::string iri = base_ + "attribute/";
    append_attribute_path(iri, name);
    return attributes_.emplace(name, std::move(iri)).first->second;
}

} // namespace entente
