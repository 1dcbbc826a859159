// SPDX-License-Identifier: BSL-1.0
// Values of a property: literals, lists, and maps by language, index, id or class.
#include <algorithm>

#include "importers/rdf/jsonld/to_rdf.hpp"

namespace entente::jsonld {

namespace {

constexpr std::string_view rdf_syntax = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";

bool is_datatype(std::string_view type) {
    return !type.empty() && !type.starts_with('@');
}

} // namespace

void ToRdf::values(const ContextPtr& context, const TermDefinition& term, std::size_t token,
                   Objects& out) {
    const bool map = at(token).type == JsonType::object;
    if (term.type == "@json") {
        out.push_back(json_literal(token));
    } else if (term.by_language && map) {
        by_language(*context, term, token, out);
    } else if ((term.by_index || term.by_id || term.by_type) && map) {
        by_key(context, term, token, out);
    } else if (term.graph) {
        for_each_element(token, [&](std::size_t i) { out.push_back(graph_of(context, term, i)); });
    } else if (term.list && at(token).type != JsonType::null) {
        list_value(context, term, token, out);
    } else {
        element(context, &term, token, out);
    }
}

/// An element of a list: an array is a list of its own.
void ToRdf::list_item(const ContextPtr& context, const TermDefinition& term, std::size_t token,
                      Objects& out) {
    if (at(token).type != JsonType::array) {
        element(context, &term, token, out);
        return;
    }
    Objects items;
    for (std::size_t i = token + 1; i < at(token).end; i = at(i).end)
        list_item(context, term, i, items);
    out.push_back(list(items, at(token).offset));
}

/// What a list container has, which may say once more that it is a list.
void ToRdf::list_value(const ContextPtr& context, const TermDefinition& term, std::size_t token,
                       Objects& out) {
    const bool object = at(token).type == JsonType::object;
    if (at(token).type == JsonType::array || (object && has_key(*context, token, "@list"))) {
        list_item(context, term, token, out);
        return;
    }
    Objects items;
    element(context, &term, token, items);
    out.push_back(list(items, at(token).offset));
}

bool ToRdf::has_key(const Context& context, std::size_t token, std::string_view keyword) const {
    if (at(token).type != JsonType::object) return false;
    const Members members = members_of(context, token);
    return std::any_of(members.begin(), members.end(),
                       [&](const Member& member) { return member.iri == keyword; });
}

void ToRdf::by_language(const Context& context, const TermDefinition&, std::size_t token,
                        Objects& out) {
    for (std::size_t i = token + 1; i < at(token).end; i = at(i).end) {
        const std::string tag(at(i).key());
        const bool none = ContextReader::expand(context, tag, false, true) == "@none";
        for_each_element(i, [&](std::size_t k) {
            if (at(k).type == JsonType::null) return;
            if (at(k).type != JsonType::string)
                throw Error{at(k).offset, "a map of languages holds texts"};
            out.push_back(data_.literal(at(k).text(), 0, none ? "" : tag));
        });
    }
}

void ToRdf::by_key(const ContextPtr& context, const TermDefinition& term, std::size_t token,
                   Objects& out) {
    for (std::size_t i = token + 1; i < at(token).end; i = at(i).end) {
        const std::string_view key = at(i).key();
        const bool none = ContextReader::expand(*context, key, false, true) == "@none";
        ContextPtr inside =
            context->previous && (term.by_id || term.by_type) ? context->previous : context;
        const TermDefinition* type = context->find(key);
        if (term.by_type && type && type->context != 0)
            inside = contexts_.read(inside, type->context, false);
        const std::string id =
            term.by_id && !none ? ContextReader::expand(*context, key, true, false) : std::string();
        Objects found;
        for_each_element(i, [&](std::size_t k) {
            if (term.graph && !has_key(*inside, k, "@graph")) {
                Objects inner;
                element(inside, nullptr, k, inner);
                found.push_back(node_id(id));
            } else if (term.by_type && at(k).type == JsonType::string) {
                found.push_back(node_id(
                    ContextReader::expand(*inside, at(k).text(), true, term.type == "@vocab")));
            } else {
                element(inside, &term, k, found, &id);
            }
        });
        for (const TermId object : found) {
            if (none) continue;
            if (term.by_type)
                data_.add(object, data_.iri(std::string(rdf_syntax) + "type"),
                          node_id(ContextReader::expand(*context, key, true, true)), at(i).offset);
            if (term.by_index && !term.index.empty() && term.index != "@index")
                data_.add(object,
                          data_.iri(ContextReader::expand(*context, term.index, false, true)),
                          index_value(*context, term.index, key), at(i).offset);
        }
        out.insert(out.end(), found.begin(), found.end());
    }
}

/// What the key of an index map says of the node behind it.
TermId ToRdf::index_value(const Context& context, std::string_view property, std::string_view key) {
    const TermDefinition* term = context.find(property);
    if (term && (term->type == "@id" || term->type == "@vocab"))
        return node_id(ContextReader::expand(context, key, true, term->type == "@vocab"));
    if (term && is_datatype(term->type)) return data_.literal(key, data_.iri(term->type));
    const bool own = term && term->has_language;
    return data_.literal(key, 0, own ? *term->language : context.language);
}

/// The name of the graph that the value is.
TermId ToRdf::graph_of(const ContextPtr& context, const TermDefinition& term, std::size_t token) {
    Objects out;
    if (has_key(*context, token, "@graph")) {
        element(context, &term, token, out);
        if (!out.empty()) return out.front();
    } else {
        const ContextPtr inside =
            term.context != 0 ? contexts_.read(context, term.context) : context;
        element(inside, nullptr, token, out);
    }
    return data_.new_blank();
}

void ToRdf::scalar(const Context& context, const TermDefinition* term, std::size_t token,
                   Objects& out) {
    const JsonToken& value = at(token);
    const bool text = value.type == JsonType::string;
    if (text && (term->type == "@id" || term->type == "@vocab")) {
        const std::string iri =
            ContextReader::expand(context, value.text(), true, term->type == "@vocab");
        if (!iri.empty()) out.push_back(node_id(iri));
    } else if (is_datatype(term->type)) {
        out.push_back(literal(token, term->type));
    } else if (!text) {
        out.push_back(literal(token, {}));
    } else {
        out.push_back(data_.literal(value.text(), 0,
                                    term->has_language ? *term->language : context.language));
    }
}

void ToRdf::value_object(const Context& context, const Members& members, std::size_t token,
                         Objects& out) {
    std::size_t value = 0;
    std::string type;
    std::string_view language;
    for (const Member& member : members) {
        const JsonToken& what = at(member.token);
        if (member.iri == "@value") {
            value = member.token;
        } else if (member.iri == "@type" && what.type != JsonType::null) {
            if (what.type != JsonType::string)
                throw Error{what.offset, "@type of a value is no text"};
            type = ContextReader::expand(context, what.text(), true, true);
        } else if (member.iri == "@language" && what.type != JsonType::null) {
            if (what.type != JsonType::string)
                throw Error{what.offset, "@language of a value is no text"};
            language = what.text();
        } else if (member.iri != "@index" && member.iri != "@direction" && member.iri != "@type" &&
                   member.iri != "@language") {
            throw Error{what.offset, "'" + printable(member.key) + "' cannot stand beside @value"};
        }
    }
    if (type == "@json") {
        out.push_back(json_literal(value));
        return;
    }
    if (at(value).type == JsonType::null) return;
    if (at(value).compound()) throw Error{at(token).offset, "@value is a list or an object"};
    if (is_datatype(type) || at(value).type != JsonType::string)
        out.push_back(literal(value, is_datatype(type) ? type : std::string()));
    else
        out.push_back(data_.literal(at(value).text(), 0, language));
}

TermId ToRdf::literal(std::size_t token, const std::string& datatype) {
    const JsonToken& value = at(token);
    if (!datatype.empty()) return data_.literal(value.text(), data_.iri(datatype));
    const std::string_view type = value.type == JsonType::boolean   ? "boolean"
                                  : value.type == JsonType::integer ? "integer"
                                  : value.type == JsonType::decimal ? "double"
                                                                    : std::string_view();
    if (type.empty()) return data_.literal(value.text());
    return data_.literal(value.text(), data_.iri(std::string(xsd) += type));
}

TermId ToRdf::json_literal(std::size_t token) {
    std::string json;
    write_json(tree_, token, json);
    return data_.literal(json, data_.iri(std::string(rdf_syntax) + "JSON"));
}

TermId ToRdf::list(const Objects& items, std::size_t offset) {
    const TermId nil = data_.iri(std::string(rdf_syntax) + "nil");
    TermId head = nil, last = 0;
    for (const TermId item : items) {
        const TermId cell = data_.new_blank();
        if (last == 0)
            head = cell;
        else
            data_.add(last, data_.iri(std::string(rdf_syntax) + "rest"), cell, offset);
        data_.add(cell, data_.iri(std::string(rdf_syntax) + "first"), item, offset);
        last = cell;
    }
    if (last != 0) data_.add(last, data_.iri(std::string(rdf_syntax) + "rest"), nil, offset);
    return head;
}

} // namespace entente::jsonld
