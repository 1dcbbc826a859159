// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "exporters/items/describe.hpp"
#include "exporters/items/records.hpp"
#include "exporters/rdf/lean.hpp"
#include "exporters/rdf/subject.hpp"
#include "exporters/writing/lookahead.hpp"

namespace entente {

/// Says the dataset that a view is in RDF (docs/formats/jsonld.md), statement by statement. What
/// is written for each is the Out's business (exporters/rdf/subject.hpp).
template <class Out>
class RdfWalk {
  public:
    RdfWalk(const View& view, const ExportOptions& options, bool named_graphs, RdfIris& iris,
            Out& out)
        : view_(view),
          lean_(options.lean),
          own_graphs_(options.lean && named_graphs),
          iris_(iris),
          data_(view, options.base_iri, options.base_iri),
          out_(out),
          say_(out, iris),
          sources_(view) {}

    ExportReport write(Losses& losses);

  private:
    void entity(EntityIndex index);
    void classes(const Entity& entity);
    void matches(const Entity& entity);
    void plain_triples(EntityIndex subject);
    void bundle();
    void source(const Source& source);
    void address(const Source& source);
    void relation(const Relation& relation);
    void lean_relation(const Relation& relation);
    void reified(const Relation& relation);
    void claim(const Claim& claim);

    std::string_view source_iri(std::string_view id) {
        object_.clear();
        data_.append_source(object_, id);
        return object_;
    }
    std::string_view claim_iri(const Claim& claim) {
        object_.clear();
        data_.append_claim(object_, claim.hash);
        return object_;
    }

    static constexpr RdfWord relation_name = rdf_word(On::relation, Word::relation);

    template <class Tag, class Value>
    void said(Tag field, const Value& value) {
        if constexpr (std::is_same_v<Value, EntityRef>)
            say_.iri(rdf_word(field), data_.entity(value.index));
        else if constexpr (std::is_same_v<Value, SourceId>)
            say_.iri(rdf_word(field), source_iri(value.id));
        else if constexpr (field.word != Word::same_as)
            say_.said(field, value);
    }

    const View& view_;
    const bool lean_, own_graphs_;
    RdfIris& iris_;
    DataIris data_;
    Out& out_;
    RdfSubject<Out> say_;
    LeanSources sources_;
    std::string subject_, object_; ///< the IRI at hand
    std::vector<Claim> claims_;    ///< of the relation at hand
    std::size_t next_relation_ = 0;
    Tally plain_urls_;
};

// -- the default graph ----------------------------------------------------------------------------

/// Only what somebody asserts and nobody denies: a plain triple says that it is so.
template <class Out>
void RdfWalk<Out>::plain_triples(EntityIndex subject) {
    const auto relations = view_.relations();
    for (; next_relation_ < relations.size(); ++next_relation_) {
        const Relation& relation = relations[next_relation_];
        if (relation.subject > subject) break;
        if (relation.subject == subject && relation.status == Status::supported)
            out_.iri(iris_.relation(relation.type), data_.entity(relation.object));
    }
}

template <class Out>
void RdfWalk<Out>::classes(const Entity& entity) {
    const std::string_view own = iris_.kind(entity.kind);
    say_.iri(RdfWord::type, own);
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    if (kind.schema_org.empty()) return;
    const std::string theirs = full_iri("schema:" + std::string(kind.schema_org));
    if (theirs != own) say_.iri(RdfWord::type, theirs);
}

template <class Out>
void RdfWalk<Out>::matches(const Entity& entity) {
    std::vector<std::string> said;
    for (const std::string_view id : entity.same_as) {
        say_.text(rdf_word(On::entity, Word::same_as), id);
        std::string iri = exact_match(id);
        if (!iri.empty() && std::find(said.begin(), said.end(), iri) == said.end())
            said.push_back(std::move(iri));
    }
    for (const std::string& iri : said)
        say_.iri(RdfWord::exact_match, iri);
}

template <class Out>
void RdfWalk<Out>::entity(EntityIndex index) {
    const Entity& entity = view_.entity(index);
    say_.begin(data_.entity(index));
    classes(entity);
    describe(view_, entity, [&](auto field, const auto& value) {
        if constexpr (field.word == Word::same_as)
            matches(entity);
        else
            said(field, value);
    });
    if (!own_graphs_) plain_triples(index);
}

// -- the provenance graph -------------------------------------------------------------------------

template <class Out>
void RdfWalk<Out>::bundle() {
    say_.begin(data_.base() + "provenance");
    say_.iri(RdfWord::type, RdfWord::bundle);
    describe_graph(view_, [this](auto field, const auto& value) { said(field, value); });
    RecordWriter(view_).carry([this](auto field, std::string_view json) {
        say_.json(rdf_word(On::graph, field.word), json);
    });
}

template <class Out>
void RdfWalk<Out>::source(const Source& source) {
    say_.begin(source_iri(source.id));
    for (const RdfWord type :
         {RdfWord::source_class, RdfWord::provenance_entity, RdfWord::creative_work})
        say_.iri(RdfWord::type, type);
    describe(source, [&](auto field, const auto& value) {
        if constexpr (field.word == Word::url) {
            address(source);
        } else if constexpr (field.word == Word::declared) {
            if (!source.declared) say_.flag(rdf_word(On::entity, Word::provisional));
        } else {
            said(field, value);
        }
    });
}

template <class Out>
void RdfWalk<Out>::address(const Source& source) {
    constexpr RdfWord url = rdf_word(On::source, Word::url);
    if (is_address(source.url)) {
        say_.iri(url, source.url);
        return;
    }
    say_.text(url, source.url);
    plain_urls_.add(source.id);
}

template <class Out>
void RdfWalk<Out>::claim(const Claim& claim) {
    say_.begin(claim_iri(claim));
    say_.iri(RdfWord::type, RdfWord::claim_class);
    describe(view_, claim, [this](auto field, const auto& value) {
        if constexpr (!items::is_end(field.word)) said(field, value);
    });
}

template <class Out>
void RdfWalk<Out>::reified(const Relation& relation) {
    say_.iri(RdfWord::type, RdfWord::relation_class);
    say_.iri(RdfWord::type, RdfWord::statement);
    say_.iri(rdf_word(On::claim, Word::subject), data_.entity(relation.subject));
    say_.iri(RdfWord::predicate, iris_.relation(relation.type));
    say_.iri(rdf_word(On::claim, Word::object), data_.entity(relation.object));
    const RelationType& type = view_.vocabulary().relation(relation.type);
    if (!lean_ || needs_name(type)) say_.text(relation_name, type.name);
    say_.text(rdf_word(On::relation, Word::status), name(relation.status));
}

template <class Out>
void RdfWalk<Out>::relation(const Relation& relation) {
    subject_.clear();
    data_.append_relation(subject_, relation);
    say_.begin(subject_);
    reified(relation);
    describe(view_, relation, [this](auto field, const auto& value) {
        if constexpr (field.word != Word::relation && field.word != Word::status)
            said(field, value);
    });
    claims_.clear();
    view_.for_each_claim(relation, [&](const Claim& one) { claims_.push_back(one); });
    for (const Claim& one : claims_)
        say_.iri(rdf_word(On::relation, Word::claims), claim_iri(one));
    for (const Claim& one : claims_)
        claim(one);
}

/// What is supported is said in a graph of its own, and of that graph who says so; what is not
/// must not look as if it were.
template <class Out>
void RdfWalk<Out>::lean_relation(const Relation& relation) {
    subject_.clear();
    data_.append_relation(subject_, relation);
    const RelationType& type = view_.vocabulary().relation(relation.type);
    if (own_graphs_ && relation.status == Status::supported) {
        out_.alone(subject_, data_.entity(relation.subject), iris_.relation(relation.type),
                   data_.entity(relation.object));
        say_.begin(subject_);
        if (needs_name(type)) say_.text(relation_name, type.name);
    } else {
        say_.begin(subject_);
        reified(relation);
    }
    describe(view_, relation, [&](auto field, const auto& value) {
        constexpr Word word = field.word;
        if constexpr (word == Word::from) {
            if (is_one_date(relation.period))
                say_.date(rdf_word(On::relation, Word::date), value);
            else
                said(field, value);
        } else if constexpr (word == Word::to) {
            if (!is_one_date(relation.period)) said(field, value);
        } else if constexpr (word == Word::confidence || word == Word::derived) {
            said(field, value);
        }
    });
    const auto sources = sources_.of(relation);
    if (relation.claim_count != sources.size())
        say_.count(rdf_word(On::relation, Word::claim_count), relation.claim_count);
    for (const std::string_view id : sources)
        say_.iri(rdf_word(On::relation, Word::sources), source_iri(id));
}

template <class Out>
ExportReport RdfWalk<Out>::write(Losses& losses) {
    for (const EntityIndex index : view_.entities())
        entity(index);
    bundle();
    ExportReport report{count_items(view_), {}, {}};
    if (lean_) {
        for_each_relation(view_, [this](const Relation& one) { lean_relation(one); });
        sources_.report(report, losses);
    } else {
        out_.graph(data_.base() + "provenance");
        for_each_source(view_, [this](const Source& one) { source(one); });
        for_each_relation(view_, [this](const Relation& one) { relation(one); });
    }
    losses.add(Code::approximated, plain_urls_,
               "addresses of sources are no valid IRIs and were written as text");
    return report;
}

} // namespace entente
