// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/own/edges.hpp"

#include "graph/language/words.hpp"

namespace entente {

bool OwnFlatEdges::wrote(const FlatItem& edge) {
    return edge.find(flat_name(Word::claims)) != nullptr ||
           edge.find(flat_name(Word::status)) != nullptr ||
           edge.find(flat_name(Word::claim_count)) != nullptr;
}

void OwnFlatEdges::read(const FlatItem& edge, const FlatEnds& ends) {
    if (const FlatAttribute* sources = edge.first_of({flat_name(Word::sources)}))
        graph_.read_sources(sources->text, edge.offset);
    const FlatAttribute* derived = edge.find(flat_name(Word::derived));
    const FlatAttribute* list = edge.find(flat_name(Word::claims));
    if (list && !list->text.empty()) {
        claims(edge, ends, *list);
    } else if (derived && derived->is_true()) {
        reading_.once(Code::reduced, Severity::note, edge.offset,
                      "relations that were computed are left out; --derived computes them again");
        reading_.accept();
    } else {
        lean_claims(edge, ends);
    }
}

void OwnFlatEdges::begin_claim(const FlatItem& edge, const FlatEnds& ends) {
    record_.begin();
    record_.reference(name(Word::subject), *ends.subject);
    if (const FlatAttribute* type =
            edge.first_of({flat_name(Word::relation), "labelE", "interaction", "label"}))
        record_.text(name(Word::relation), type->text);
    record_.reference(name(Word::object), *ends.object);
}

void OwnFlatEdges::claims(const FlatItem& edge, const FlatEnds& ends, const FlatAttribute& list) {
    if (!parser_.parse(list.text) || parser_.tree().root().type != JsonType::array) {
        begin_claim(edge, ends);
        reading_.report(Code::syntax, edge.offset,
                        std::string(flat_name(Word::claims)) + " is no JSON list of claims");
        record_.count(false, edge.offset);
        return;
    }
    const JsonTree& tree = parser_.tree();
    bool accepted = true;
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        begin_claim(edge, ends);
        record_.members(tree, i);
        if (record_.read(edge.offset)) continue;
        if (!accepted)
            reading_.keep(edge.offset, record_.json()); // one item is counted once
        else
            reading_.reject(edge.offset, record_.json());
        accepted = false;
    }
    if (accepted) reading_.accept();
}

// -- the short way --------------------------------------------------------------------------------

bool OwnFlatEdges::read_plain(const OwnEdge& edge, const FlatEnds& ends) {
    const auto [subject, object] = ends;
    const std::string_view relation = edge.relation();
    if (!subject || !object || !subject->plain || !object->plain || !is_plain_text(relation))
        return false;
    if (!plain_claims(edge, {subject->id, relation, object->id})) return false;
    reading_.accept();
    return true;
}

bool OwnFlatEdges::plain_claims(const OwnEdge& edge, const PlainEnds& ends) {
    const std::string_view list = edge.texts[OwnEdge::claims];
    if (list.empty()) {
        if (!plain_.lean_claims(ends, edge)) return false;
        tell_lean(edge.offset);
        plain_.push_claims();
        return true;
    }
    if (!parser_.parse(list) || parser_.tree().root().type != JsonType::array ||
        !plain_.claims(ends, parser_.tree()))
        return false;
    const std::string_view sources = edge.texts[OwnEdge::sources];
    if (!sources.empty()) graph_.read_sources(sources, edge.offset);
    plain_.push_claims();
    return true;
}

// -- written with --lean: of the claims, the relation is left, and who its sources are ------------

void OwnFlatEdges::tell_lean(std::size_t offset) {
    reading_.once(Code::lean, Severity::note, offset,
                  "relations without their claims (--lean): each source counts as one claim");
}

void OwnFlatEdges::lean_claims(const FlatItem& edge, const FlatEnds& ends) {
    tell_lean(edge.offset);
    const std::vector<std::string> sources = source_ids(edge);
    bool accepted = true;
    for (std::size_t n = 0; n == 0 || n < sources.size(); ++n) {
        begin_claim(edge, ends);
        lean_fields(edge);
        const FlatAttribute* confidence = edge.find(flat_name(Word::confidence));
        if (n == 0 && confidence) record_.attribute(name(Word::confidence), *confidence);
        if (!sources.empty()) record_.text(name(Word::source), sources[n]);
        accepted = record_.read(edge.offset) && accepted;
    }
    record_.count(accepted, edge.offset);
}

/// What each claim has of its relation.
void OwnFlatEdges::lean_fields(const FlatItem& edge) {
    for (const Word word : {Word::from, Word::to})
        if (const FlatAttribute* found = edge.find(flat_name(word)))
            record_.text(name(word), found->text);
    const FlatAttribute* status = edge.find(flat_name(Word::status));
    if (status &&
        (status->text == "denied" || status->text == "planned" || status->text == "possible"))
        record_.text(name(Word::stance), status->text);
}

std::vector<std::string> OwnFlatEdges::source_ids(const FlatItem& edge) {
    std::vector<std::string> sources;
    const FlatAttribute* const list = edge.find(flat_name(Word::sources));
    if (!list || !parser_.parse(list->text)) return sources;
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        const std::size_t id = tree.tokens[i].compound() ? i + 1 : i;
        if (id == tree.tokens[i].end) continue; // an empty object or list
        if (sources.empty() || sources.back() != tree.tokens[id].text())
            sources.emplace_back(tree.tokens[id].text());
    }
    return sources;
}

} // namespace entente
