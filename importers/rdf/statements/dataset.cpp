// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/statements/dataset.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <unordered_set>

namespace entente {

namespace {

/// A term is kept as one text: its type, the number of its datatype, its language, NUL, its text.
constexpr std::size_t language_at = 1 + sizeof(TermId);

} // namespace

TermId RdfDataset::intern(const RdfTerm& term) {
    key_.assign(language_at, static_cast<char>(term.type));
    std::memcpy(key_.data() + 1, &term.datatype, sizeof term.datatype);
    key_ += term.language;
    key_ += '\0';
    key_ += term.text;
    return pool_.intern(key_);
}

RdfTerm RdfDataset::term(TermId id) const {
    if (id == 0) return {};
    const std::string_view key = pool_[id];
    RdfTerm term;
    term.type = static_cast<RdfTerm::Type>(key[0]);
    std::memcpy(&term.datatype, key.data() + 1, sizeof term.datatype);
    const std::size_t end = key.find('\0', language_at);
    term.language = key.substr(language_at, end - language_at);
    term.text = key.substr(end + 1);
    return term;
}

TermId RdfDataset::new_blank() {
    // No syntax allows a space in a label.
    return blank(" " + std::to_string(++blanks_));
}

TermId RdfDataset::literal(std::string_view text, TermId datatype, std::string_view language) {
    language = language.substr(0, language.find('\0'));
    return intern({RdfTerm::Type::literal, text, datatype, language});
}

void RdfDataset::add(TermId subject, TermId predicate, TermId object, std::size_t offset) {
    triples_.push_back({subject, predicate, object, graph_, offset});
}

void RdfDataset::find_lone_statements() {
    std::unordered_set<TermId> several;
    for (const RdfTriple& t : triples_)
        if (t.graph != 0 && !several.contains(t.graph) && !lone_.emplace(t.graph, t).second) {
            lone_.erase(t.graph);
            several.insert(t.graph);
        }
}

const RdfTriple* RdfDataset::only_statement_of(TermId graph) const {
    const auto found = lone_.find(graph);
    return found == lone_.end() ? nullptr : &found->second;
}

void RdfDataset::finish() {
    find_lone_statements();
    const auto key = [](const RdfTriple& t) {
        return std::tuple(t.subject, t.predicate, t.object, t.offset);
    };
    std::sort(triples_.begin(), triples_.end(),
              [&](const RdfTriple& a, const RdfTriple& b) { return key(a) < key(b); });
    const auto twice = [](const RdfTriple& a, const RdfTriple& b) {
        return a.subject == b.subject && a.predicate == b.predicate && a.object == b.object;
    };
    triples_.erase(std::unique(triples_.begin(), triples_.end(), twice), triples_.end());
}

std::span<const RdfTriple> RdfDataset::of(TermId subject) const {
    const auto [begin, end] =
        std::equal_range(triples_.begin(), triples_.end(), RdfTriple{subject, 0, 0, 0, 0},
                         [](const auto& a, const auto& b) { return a.subject < b.subject; });
    return {begin, end};
}

TermId RdfDataset::object(TermId subject, TermId predicate) const {
    TermId best = 0;
    for (const RdfTriple& t : of(subject))
        if (t.predicate == predicate && (best == 0 || text(t.object) < text(best))) best = t.object;
    return best;
}

} // namespace entente
