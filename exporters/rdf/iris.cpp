// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/iris.hpp"

#include <algorithm>

#include "exporters/items/records.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/writing/text/escape_scan.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/text/iri.hpp"

namespace entente {

namespace {

/// append_iri_path, quick for what needs no encoding.
void append_path(std::string& out, std::string_view text) {
    bool plain = is_unreserved(text);
    // A segment of dots alone has a meaning of its own; a dot behind another character is in none.
    for (std::size_t at = text.find('.'); plain && at < text.size(); at = text.find('.', at + 1))
        plain = at > 0 && text[at - 1] != '/' && text[at - 1] != '.';
    if (plain)
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

/// That of its own IRI, unless that was kept apart from others.
void DataIris::append_entity_in_path(std::string& out, EntityIndex index) const {
    const std::string_view iri = entity(index);
    const std::string_view path = iri.substr(std::min(base_.size(), iri.size()));
    if (iri.starts_with(base_) && !path.empty() && path[0] != '%' && path[0] != '/')
        out += path;
    else
        append_path(out, view_.entity(index).id);
}

/// The path of relation_id().
void DataIris::append_relation(std::string& out, const Relation& relation) const {
    out += base_;
    out += "relation/";
    append_entity_in_path(out, relation.subject);
    out += types_[relation.type];
    append_entity_in_path(out, relation.object);
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

bool is_address(std::string_view url) {
    constexpr std::string_view scheme = "https://";
    return (url.size() > scheme.size() && url.starts_with(scheme) &&
            is_unreserved(url.substr(scheme.size()))) ||
           is_web_iri(url);
}

// -- what is said of it ---------------------------------------------------------------------------

RdfIris::RdfIris(const Vocabulary& vocabulary, std::string_view base) : base_(base) {
    std::transform(rdf_words.begin(), rdf_words.end(), words_.begin(), full_iri);
    for (const RelationType& row : vocabulary.relations())
        relations_.push_back(full_iri(relation_iri(row, base)));
    for (const Kind& row : vocabulary.kinds())
        kinds_.push_back(full_iri(kind_iri(row, base)));
    for_each_attribute_term([&](const FieldWord& row) {
        if (!is_record_key(row.on, row.name)) attributes_.emplace(row.name, full_iri(row.iri));
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
