// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/jsonld/context.hpp"

#include <algorithm>
#include <array>

#include "graph/language/diagnostics.hpp"
#include "graph/text/ascii.hpp"

namespace entente::jsonld {

namespace {

constexpr unsigned most_depth = 500;

bool is_schema_org(std::string_view iri) {
    if (iri.starts_with("https://"))
        iri.remove_prefix(8);
    else if (iri.starts_with("http://"))
        iri.remove_prefix(7);
    if (iri.starts_with("www.")) iri.remove_prefix(4);
    return iri == "schema.org" || iri == "schema.org/" ||
           iri.starts_with("schema.org/docs/jsonldcontext.json");
}

bool has_scheme(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == 0 || colon == std::string_view::npos) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return ascii::is_letter_or_digit(c) || c == '+' || c == '-' || c == '.';
    });
}

/// What an IRI ends with if it can be a prefix.
bool ends_like_prefix(std::string_view iri) {
    return !iri.empty() && std::string_view(":/?#[]@").find(iri.back()) != std::string_view::npos;
}

} // namespace

bool is_keyword(std::string_view text) {
    constexpr std::array<std::string_view, 23> keywords{
        "@base",   "@container", "@context", "@direction", "@graph",     "@id",
        "@import", "@included",  "@index",   "@json",      "@language",  "@list",
        "@nest",   "@none",      "@prefix",  "@propagate", "@protected", "@reverse",
        "@set",    "@type",      "@value",   "@version",   "@vocab"};
    return std::binary_search(keywords.begin(), keywords.end(), text);
}

bool looks_like_keyword(std::string_view text) {
    return text.size() > 1 && text.front() == '@' &&
           std::all_of(text.begin() + 1, text.end(), ascii::is_letter);
}

const TermDefinition* Context::find(std::string_view term) const {
    const auto known = terms.find(std::string(term));
    return known == terms.end() ? nullptr : known->second.get();
}

// -- IRIs -----------------------------------------------------------------------------------------

std::string ContextReader::expand(const Context& context, std::string_view text, bool by_base,
                                  bool by_vocabulary) {
    if (is_keyword(text)) return std::string(text);
    if (looks_like_keyword(text)) return {};
    if (by_vocabulary)
        if (const TermDefinition* term = context.find(text)) return term->iri;
    if (const std::size_t colon = text.find(':', 1);
        colon != std::string_view::npos && !text.empty()) {
        const std::string_view prefix = text.substr(0, colon), rest = text.substr(colon + 1);
        if (prefix == "_" || rest.starts_with("//")) return std::string(text);
        const TermDefinition* term = context.find(prefix);
        if (term && term->prefix && !term->iri.empty()) return term->iri + std::string(rest);
        if (has_scheme(text)) return std::string(text);
    }
    if (by_vocabulary && context.vocab) return *context.vocab + std::string(text);
    if (by_base) return resolved(context.base, text);
    return std::string(text);
}

// -- contexts -------------------------------------------------------------------------------------

struct ContextReader::Local {
    Context& made;
    std::map<std::string_view, std::size_t> members;
    std::map<std::string_view, bool> defined; ///< false: being defined
    unsigned depth = 0;                       ///< of terms that are defined by other terms
};

std::string ContextReader::text_of(std::size_t token, std::string_view key) const {
    const JsonToken& value = tree_.tokens[token];
    if (value.type != JsonType::string)
        throw Error{value.offset, std::string(key) + " of a context is no text"};
    return std::string(value.text());
}

ContextPtr ContextReader::read(const ContextPtr& active, std::size_t token, bool propagate) {
    auto made = std::make_shared<Context>(*active);
    const JsonToken& value = tree_.tokens[token];
    if (value.type == JsonType::object)
        for (std::size_t i = token + 1; i < value.end; i = tree_.tokens[i].end)
            if (tree_.tokens[i].key() == "@propagate")
                propagate = tree_.tokens[i].text() != "false";
    if (!propagate && !made->previous) made->previous = active;
    const bool list = value.type == JsonType::array;
    for (std::size_t i = list ? token + 1 : token; i < value.end; i = tree_.tokens[i].end) {
        const JsonToken& one = tree_.tokens[i];
        if (one.type == JsonType::null) {
            const auto previous = made->previous;
            *made = Context();
            made->base = active->base;
            made->previous = propagate ? nullptr : previous;
        } else if (one.type == JsonType::string && is_schema_org(one.text())) {
            note_(one.offset,
                  "the context of schema.org was taken for its vocabulary; nothing is "
                  "fetched");
            made->vocab = "https://schema.org/";
            for (const auto& [term, keyword] :
                 {std::pair("id", "@id"), std::pair("type", "@type")}) {
                TermDefinition alias;
                alias.iri = keyword;
                made->terms[term] = std::make_shared<const TermDefinition>(alias);
            }
        } else if (one.type == JsonType::string) {
            throw Error{one.offset, "the context '" + printable(one.text()) +
                                        "' is not in the document, and nothing is fetched; put "
                                        "what it says under \"@context\", or expand the document "
                                        "with a JSON-LD processor first"};
        } else if (one.type == JsonType::object) {
            read_object(*made, i);
        } else {
            throw Error{one.offset, "a context is an object, null or a list of these"};
        }
    }
    return made;
}

void ContextReader::read_object(Context& made, std::size_t token) {
    Local local{made, {}, {}, 0};
    for (std::size_t i = token + 1; i < tree_.tokens[token].end; i = tree_.tokens[i].end)
        local.members.emplace(tree_.tokens[i].key(), i);
    if (const auto import = local.members.find("@import"); import != local.members.end())
        throw Error{tree_.tokens[import->second].offset,
                    "@import of '" + printable(tree_.tokens[import->second].text()) +
                        "': nothing is fetched; put what it says into the context"};
    if (const auto base = local.members.find("@base"); base != local.members.end()) {
        const bool none = tree_.tokens[base->second].type == JsonType::null;
        made.base = none ? std::string() : resolved(made.base, text_of(base->second, "@base"));
    }
    if (const auto vocab = local.members.find("@vocab"); vocab != local.members.end()) {
        if (tree_.tokens[vocab->second].type == JsonType::null)
            made.vocab.reset();
        else
            made.vocab = expand(made, text_of(vocab->second, "@vocab"), true, true);
    }
    if (const auto language = local.members.find("@language"); language != local.members.end()) {
        const bool none = tree_.tokens[language->second].type == JsonType::null;
        made.language = none ? std::string() : text_of(language->second, "@language");
    }
    for (const auto& [key, value] : local.members)
        if (!key.starts_with('@') || !looks_like_keyword(key) || key == "@type") define(local, key);
}

std::string ContextReader::expand(Local& local, std::string_view text, bool by_base,
                                  bool by_vocabulary) {
    if (is_keyword(text)) return std::string(text);
    const auto need = [&](std::string_view term) {
        const auto defined = local.defined.find(term);
        if (local.members.contains(term) && (defined == local.defined.end() || !defined->second))
            define(local, local.members.find(term)->first);
    };
    need(text);
    const std::size_t colon = text.find(':', 1);
    if (!text.empty() && colon != std::string_view::npos && !text.substr(colon).starts_with("://"))
        need(text.substr(0, colon));
    return expand(local.made, text, by_base, by_vocabulary);
}

void ContextReader::define(Local& local, std::string_view term) {
    const std::size_t value = local.members.at(term);
    const JsonToken& token = tree_.tokens[value];
    if (const auto known = local.defined.find(term); known != local.defined.end()) {
        if (known->second) return;
        throw Error{token.offset, "the term '" + printable(term) + "' is defined by itself"};
    }
    if (term.empty()) throw Error{token.offset, "a term of no letters"};
    if (++local.depth > most_depth)
        throw Error{token.offset, "terms that are defined by terms, over too many steps"};
    local.defined[term] = false;
    local.made.terms.erase(std::string(term));
    TermDefinition definition;
    if (token.type == JsonType::object) {
        define_object(local, term, value, definition);
    } else if (token.type == JsonType::string) {
        const std::string_view iri = token.text();
        if (iri != term) definition.iri = expand(local, iri, false, true);
        if (definition.iri == "@context")
            throw Error{token.offset, "@context cannot have another name"};
        definition.prefix = term.find(':') == std::string_view::npos &&
                            term.find('/') == std::string_view::npos &&
                            (ends_like_prefix(definition.iri) || definition.iri.starts_with("_:"));
        if (iri == term) definition.iri = expand(local.made, term, false, true);
    } else if (token.type != JsonType::null) {
        throw Error{token.offset, "the term '" + printable(term) + "' is no text and no object"};
    }
    local.made.terms[std::string(term)] = std::make_shared<const TermDefinition>(definition);
    local.defined[term] = true;
    --local.depth;
}

/// Of a term that does not say what it stands for: `issue:raisedBy` does so itself.
std::string ContextReader::term_as_iri(Local& local, std::string_view term) {
    const std::size_t colon = term.find(':', 1);
    if (colon != std::string_view::npos) {
        const std::string_view prefix = term.substr(0, colon);
        if (local.members.contains(prefix)) define(local, local.members.find(prefix)->first);
        const TermDefinition* known = local.made.find(prefix);
        if (known && !known->iri.empty()) return known->iri + std::string(term.substr(colon + 1));
    }
    return expand(local.made, term, false, true);
}

void ContextReader::define_object(Local& local, std::string_view term, std::size_t value,
                                  TermDefinition& definition) {
    bool has_id = false, null_id = false, has_prefix = false;
    std::size_t type = 0;
    for (std::size_t i = value + 1; i < tree_.tokens[value].end; i = tree_.tokens[i].end) {
        const JsonToken& member = tree_.tokens[i];
        const std::string_view key = member.key();
        if (key == "@id" || key == "@reverse") {
            if (member.type == JsonType::null) {
                null_id = has_id = true;
                continue;
            }
            const std::string iri = text_of(i, key);
            if (looks_like_keyword(iri) && !is_keyword(iri)) continue;
            if (key == "@id" && iri == term) continue;
            definition.iri = expand(local, iri, false, true);
            definition.reverse = key == "@reverse";
            has_id = true;
        } else if (key == "@type") {
            type = i;
        } else if (key == "@container") {
            containers(definition, i);
        } else if (key == "@language") {
            definition.has_language = true;
            definition.language = member.type == JsonType::null ? std::string() : text_of(i, key);
        } else if (key == "@context") {
            definition.context = i;
        } else if (key == "@nest") {
            definition.nest = text_of(i, key);
        } else if (key == "@index") {
            definition.index = text_of(i, key);
        } else if (key == "@prefix") {
            definition.prefix = has_prefix = member.text() == "true";
        }
    }
    if (null_id) return;
    const bool plain = term.find(':') == std::string_view::npos && term.find('/') == term.npos;
    if (!has_id) definition.iri = term_as_iri(local, term);
    if (!has_prefix && has_id && plain && tree_.tokens[value].end == value + 2 &&
        ends_like_prefix(definition.iri))
        definition.prefix = false; // only a simple term is a prefix by itself
    if (type != 0) {
        const std::string text = text_of(type, "@type");
        definition.type = expand(local, text, false, true);
    }
}

void ContextReader::containers(TermDefinition& definition, std::size_t value) const {
    const JsonToken& token = tree_.tokens[value];
    const bool list = token.type == JsonType::array;
    for (std::size_t i = list ? value + 1 : value; i < token.end; i = tree_.tokens[i].end) {
        const std::string_view name = tree_.tokens[i].text();
        if (name == "@list") definition.list = true;
        if (name == "@set") definition.set = true;
        if (name == "@language") definition.by_language = true;
        if (name == "@index") definition.by_index = true;
        if (name == "@id") definition.by_id = true;
        if (name == "@type") definition.by_type = true;
        if (name == "@graph") definition.graph = true;
    }
}

} // namespace entente::jsonld
