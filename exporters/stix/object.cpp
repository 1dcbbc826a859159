// SPDX-License-Identifier: BSL-1.0
#include "exporters/stix/object.hpp"

#include "exporters/items/records.hpp"
#include "exporters/stix/identifiers.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/language/words.hpp"

namespace entente::stix {

namespace {

const std::string& extension_id() {
    static const std::string id = object_id("extension-definition", "extension");
    return id;
}

} // namespace

std::string object_id(std::string_view type, std::string_view name) {
    return std::string(type).append("--").append(uuid_of(name));
}

const std::string& producer_id() {
    static const std::string id = object_id("identity", "producer");
    return id;
}

void Objects::begin(std::string_view type, std::string_view id, std::string_view created) {
    text_ += first_ ? "{" : ",\n{";
    first_ = false;
    text("type", type);
    text("spec_version", "2.1");
    text("id", id);
    if (id != producer_id()) text("created_by_ref", producer_id());
    text("created", created.empty() ? std::string_view(created_) : created);
    text("modified", created.empty() ? std::string_view(created_) : created);
}

void Objects::text(std::string_view key, std::string_view text) {
    append_member(text_, key, text);
}

void Objects::literal(std::string_view key, std::string_view json) {
    append_key(text_, key);
    text_ += json;
}

void Objects::texts(std::string_view key, std::span<const std::string> texts) {
    if (texts.empty()) return;
    append_key(text_, key);
    append_texts(text_, std::vector<std::string_view>(texts.begin(), texts.end()));
}

void Objects::end(std::string_view json) {
    if (!json.empty()) {
        append_key(text_, "extensions");
        text_ += '{';
        append_json_string(text_, extension_id());
        text_ += R"(:{"extension_type":"property-extension",)";
        text_ += json;
        text_ += "}}";
    }
    text_ += '}';
    out_.flush_if_full();
}

void write_preamble(Objects& objects, std::string_view about_graph) {
    objects.begin("identity", producer_id());
    objects.text("name", "entente");
    objects.text("identity_class", "system");
    objects.end(about_graph);
    objects.begin("extension-definition", extension_id());
    objects.text("name", "entente: what STIX has no place for");
    const std::string id(flat_name(Word::id)), relation(flat_name(Word::relation)),
        status(flat_name(Word::status)), confidence(flat_name(Word::confidence)),
        derived(flat_name(Word::derived)), records(flat_name(Word::records));
    objects.text("description",
                 id + ", " + relation + ", " + status + ", " + confidence +
                     ": of the knowledge graph. " + records +
                     ": the object as records of entente's native facts, JSON text each; "
                     "the records of all objects together are the whole graph.");
    objects.text("schema", id + ", " + relation + ", " + status + ": string; " + confidence +
                               ": number; " + derived + ": boolean; " + records +
                               ": list of strings");
    objects.text("version", "1.0.0");
    objects.literal("extension_types", R"(["property-extension"])");
    objects.end();
}

} // namespace entente::stix
