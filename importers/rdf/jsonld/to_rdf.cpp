// SPDX-License-Identifier: BSL-1.0
// Objects of a JSON-LD document: contexts, nodes, properties (JSON-LD 1.1 API, sections 5.1 and 8).
#include "importers/rdf/jsonld/to_rdf.hpp"

#include <algorithm>

namespace entente::jsonld {

namespace {

constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

bool has(std::string_view iri, const auto& members) {
    return std::any_of(members.begin(), members.end(),
                       [&](const auto& member) { return member.iri == iri; });
}

/// What is added meanwhile stands in that graph.
class InGraph {
  public:
    InGraph(RdfDataset& data, TermId graph) : data_(data), outer_(data.enter_graph(graph)) {}
    InGraph(const InGraph&) = delete;
    InGraph& operator=(const InGraph&) = delete;
    ~InGraph() { data_.enter_graph(outer_); }

  private:
    RdfDataset& data_;
    TermId outer_;
};

} // namespace

void ToRdf::read() {
    Objects none;
    const auto empty = std::make_shared<const Context>();
    for_each_element(0, [&](std::size_t i) { element(empty, nullptr, i, none); });
}

TermId ToRdf::node_id(const std::string& iri) {
    if (iri.empty()) return data_.new_blank();
    return iri.starts_with("_:") ? data_.blank(std::string_view(iri).substr(2)) : data_.iri(iri);
}

void ToRdf::element(const ContextPtr& context, const TermDefinition* term, std::size_t token,
                    Objects& out, const std::string* map_id) {
    switch (at(token).type) {
        case JsonType::null:
            return;
        case JsonType::array:
            for (std::size_t i = token + 1; i < at(token).end; i = at(i).end)
                element(context, term, i, out, map_id);
            return;
        case JsonType::object:
            object(context, term, token, out, map_id);
            return;
        default:
            if (term == nullptr) return; // stands in no property
            if (term->context != 0)
                scalar(*contexts_.read(context, term->context), term, token, out);
            else
                scalar(*context, term, token, out);
    }
}

ToRdf::Members ToRdf::members_of(const Context& context, std::size_t token) const {
    Members members;
    for (std::size_t i = token + 1; i < at(token).end; i = at(i).end) {
        const std::string_view key = at(i).key();
        if (key == "@context") continue;
        members.push_back({ContextReader::expand(context, key, false, true), key, i});
    }
    return members;
}

/// The contexts of the classes, which do not hold inside of further nodes.
ContextPtr ToRdf::scoped_by_type(const ContextPtr& context, std::size_t token) {
    std::vector<std::string_view> types;
    for (const Member& member : members_of(*context, token))
        if (member.iri == "@type")
            for_each_element(member.token, [&](std::size_t i) {
                if (at(i).type == JsonType::string) types.push_back(at(i).text());
            });
    std::sort(types.begin(), types.end());
    ContextPtr made = context;
    for (const std::string_view type : types)
        if (const TermDefinition* term = context->find(type); term && term->context != 0)
            made = contexts_.read(made, term->context, false);
    return made;
}

void ToRdf::object(ContextPtr context, const TermDefinition* term, std::size_t token, Objects& out,
                   const std::string* map_id) {
    const std::size_t before = data_.size();
    try {
        if (context->previous && map_id == nullptr) {
            const Members members = members_of(*context, token);
            if (!has("@value", members) && !(members.size() == 1 && has("@id", members)))
                context = context->previous;
        }
        if (term && term->context != 0) context = contexts_.read(context, term->context);
        for (std::size_t i = token + 1; i < at(token).end; i = at(i).end)
            if (at(i).key() == "@context") context = contexts_.read(context, i);
        const ContextPtr outer = context;
        context = scoped_by_type(context, token);
        const Members members = members_of(*context, token);
        const TermDefinition none;
        const TermDefinition* inside = term ? term : &none;
        const auto member = [&](std::string_view iri) {
            return std::find_if(members.begin(), members.end(),
                                [&](const Member& m) { return m.iri == iri; });
        };
        if (has("@value", members)) {
            if (term) value_object(*context, members, token, out);
        } else if (const auto items = member("@list"); items != members.end()) {
            Objects found;
            for_each_element(items->token,
                             [&](std::size_t i) { list_item(context, *inside, i, found); });
            if (term) out.push_back(list(found, at(token).offset));
        } else if (const auto set = member("@set"); set != members.end()) {
            element(context, term, set->token, out);
        } else if (!says_nothing(*context, members)) {
            out.push_back(node(context, outer, members, map_id));
        }
    } catch (const Error& error) {
        data_.shrink(before);
        listener_.reject(error, token);
    }
}

/// A lone language, or a lone id that is a reserved word.
bool ToRdf::says_nothing(const Context& context, const Members& members) const {
    if (members.size() != 1) return false;
    const Member& only = members.front();
    return only.iri == "@language" ||
           (only.iri == "@id" && at(only.token).type == JsonType::string &&
            ContextReader::expand(context, at(only.token).text(), true, false).empty() &&
            !at(only.token).text().empty());
}

TermId ToRdf::node(const ContextPtr& context, const ContextPtr& outer, const Members& members,
                   const std::string* map_id) {
    std::string id = map_id ? *map_id : std::string();
    find_id(*context, members, id);
    const TermId subject = node_id(id);
    node_members(context, outer, members, subject);
    return subject;
}

/// An id may stand in what is nested, too.
void ToRdf::find_id(const Context& context, const Members& members, std::string& id) const {
    for (const Member& member : members) {
        if (member.iri == "@nest")
            for_each_element(member.token, [&](std::size_t i) {
                if (at(i).type == JsonType::object) find_id(context, members_of(context, i), id);
            });
        if (member.iri != "@id") continue;
        if (at(member.token).type != JsonType::string)
            throw Error{at(member.token).offset, "@id is no text"};
        id = ContextReader::expand(context, at(member.token).text(), true, false);
    }
}

void ToRdf::types(const Context& context, std::size_t token, TermId subject) {
    for_each_element(token, [&](std::size_t i) {
        if (at(i).type != JsonType::string)
            throw Error{at(i).offset, "@type is no text and no list of texts"};
        const std::string iri = ContextReader::expand(context, at(i).text(), true, true);
        if (!iri.empty())
            data_.add(subject, data_.iri(std::string(rdf) + "type"), node_id(iri), at(i).offset);
    });
}

void ToRdf::node_members(const ContextPtr& context, const ContextPtr& outer, const Members& members,
                         TermId subject) {
    Objects none;
    for (const Member& member : members) {
        if (member.iri == "@type") {
            types(*outer, member.token, subject);
        } else if (member.iri == "@graph") {
            const InGraph inside(data_, subject);
            element(context, nullptr, member.token, none);
        } else if (member.iri == "@included") {
            element(context, nullptr, member.token, none);
        } else if (member.iri == "@reverse") {
            reverse(context, member.token, subject);
        } else if (member.iri == "@nest") {
            const TermDefinition* term = context->find(member.key);
            const ContextPtr inside =
                term && term->context != 0 ? contexts_.read(context, term->context) : context;
            for_each_element(member.token, [&](std::size_t i) {
                if (at(i).type != JsonType::object) throw Error{at(i).offset, "@nest is no object"};
                node_members(inside, outer, members_of(*inside, i), subject);
            });
        } else if (!is_keyword(member.iri)) {
            property(context, member, subject, false);
        }
    }
}

void ToRdf::reverse(const ContextPtr& context, std::size_t token, TermId subject) {
    if (at(token).type != JsonType::object) throw Error{at(token).offset, "@reverse is no object"};
    for (const Member& member : members_of(*context, token))
        if (!is_keyword(member.iri)) property(context, member, subject, true);
}

void ToRdf::property(const ContextPtr& context, const Member& member, TermId subject,
                     bool reverse) {
    if (member.iri.find(':') == std::string::npos || member.iri.starts_with("_:")) {
        listener_.note(at(member.token).offset, "'" + printable(member.key) +
                                                    "' stands for no IRI in the context, so it "
                                                    "says nothing");
        return;
    }
    const TermDefinition none;
    const TermDefinition* term = context->find(member.key);
    if (term == nullptr) term = &none;
    Objects objects;
    values(context, *term, member.token, objects);
    const TermId predicate = data_.iri(member.iri);
    const std::size_t offset = at(member.token).key_offset;
    for (const TermId object : objects) {
        if (reverse == term->reverse)
            data_.add(subject, predicate, object, offset);
        else if (!data_.term(object).is_literal())
            data_.add(object, predicate, subject, offset);
    }
}

} // namespace entente::jsonld
