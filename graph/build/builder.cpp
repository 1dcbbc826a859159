// SPDX-License-Identifier: BSL-1.0
#include "graph/build/builder.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "graph/build/assembly.hpp"
#include "graph/build/vocabulary_assembly.hpp"
#include "graph/identity/folding/fold.hpp"
#include "graph/intake/intake.hpp"
#include "graph/model/claim_hash.hpp"

namespace entente {

namespace {

/// Claims that are looked up together.
constexpr std::size_t most_at_once = 16;

} // namespace

struct Builder::State {
    State(Diagnostics& d, std::shared_ptr<const Vocabulary> v)
        : diagnostics(d), vocabulary(v ? std::move(v) : std::make_shared<const Vocabulary>()) {}

    Diagnostics& diagnostics;
    std::shared_ptr<const Vocabulary> vocabulary;
    Intake intake;
    BuildCounts counts;
    unsigned threads = 1;

    /// What a relation's name means.
    struct KnownRelation {
        bool looked_up = false;
        Vocabulary::Found found;
        RelationId open = 0; ///< its number in the intake, if the vocabulary does not know it
        Position first;
    };
    std::vector<KnownRelation> relations; ///< by the name's number in the pool
    std::vector<Field> fields;            // reused

    const KnownRelation& relation(std::string_view name, Position at);
    void tell_relations(const Vocabulary& settled);
    std::uint32_t detail(const ClaimRecord& given);
    /// What a claim's relation tells of those whom it joins, in the order of the claim, and where
    /// they are found.
    struct Ends {
        RelationId type = 0;
        bool open = false, inverse = false;
        KindSet subjects = 0, objects = 0;
        Intake::Place subject = 0, object = 0;
    };
    Ends find_ends(const ClaimRecord& given);
    void add(const ClaimRecord& given, const Ends& ends);
    std::span<const Field> keep_fields(std::span<const Field> given);
    void keep(std::string_view& text) { text = intake.strings->keep(text); }
};

Builder::Builder(Diagnostics& diagnostics, std::shared_ptr<const Vocabulary> vocabulary)
    : state_(std::make_unique<State>(diagnostics, std::move(vocabulary))) {}

Builder::~Builder() = default;

const BuildCounts& Builder::counts() const {
    return state_->counts;
}

const Builder::State::KnownRelation& Builder::State::relation(std::string_view text, Position at) {
    const std::uint32_t name = intake.strings->intern(text);
    if (name >= relations.size()) relations.resize(name + 1);
    KnownRelation& known = relations[name];
    if (known.looked_up) {
        if (at < known.first) known.first = at; // lines are not read in their order
        return known;
    }
    known = {true, vocabulary->find_relation(text), 0, at};
    if (known.found.id != Vocabulary::none) return known;
    if (intake.open_relations.size() >= Vocabulary::none)
        throw std::length_error("more than 65,534 relations");
    known.open = static_cast<RelationId>(intake.open_relations.size());
    intake.open_relations.push_back({(*intake.strings)[name], at});
    return known;
}

/// Where each was read first: known only when everything has been read.
void Builder::State::tell_relations(const Vocabulary& settled) {
    std::vector<std::pair<Position, std::uint32_t>> names;
    for (std::uint32_t name = 0; name < relations.size(); ++name)
        if (relations[name].looked_up) names.emplace_back(relations[name].first, name);
    std::sort(names.begin(), names.end());
    for (const auto& [at, name] : names) {
        const std::string written((*intake.strings)[name]);
        const Vocabulary::Found found = settled.find_relation(written);
        if (found.id == Vocabulary::none) {
            diagnostics.report(Code::unknown_relation, at,
                               "the vocabulary has no relation '" + written +
                                   "'; it is kept under its own name (see `entente vocabulary`)");
        } else if (found.synonym) {
            diagnostics.report(Code::relation_synonym, at,
                               "'" + written + "' is read as '" +
                                   std::string(settled.relation(found.id).name) + "'" +
                                   (found.inverse ? " with subject and object exchanged" : ""));
        }
    }
}

std::span<const Field> Builder::State::keep_fields(std::span<const Field> given) {
    if (given.empty()) return {};
    fields.assign(given.begin(), given.end());
    for (Field& field : fields) {
        keep(field.key);
        keep(field.value.text);
    }
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return intake.strings->arena().keep(std::span<const Field>(fields));
}

void Builder::graph(const GraphRecord& given) {
    GraphRecord record = given;
    state_->keep(record.title);
    state_->keep(record.description);
    state_->intake.graphs.push_back(record);
    ++state_->counts.graphs;
}

void Builder::kind(const KindRecord& given) {
    KindRecord& record = state_->intake.kinds.emplace_back(given);
    for (const RowText<Kind>& field : kind_texts)
        state_->keep(record.row.*field.text);
    ++state_->counts.terms;
}

void Builder::relation_type(const RelationTypeRecord& given) {
    RelationTypeRecord& record = state_->intake.relation_types.emplace_back(given);
    for (const RowText<RelationType>& field : relation_texts)
        state_->keep(record.row.*field.text);
    ++state_->counts.terms;
}

void Builder::source(const SourceRecord& given) {
    Source source{.id = given.id,
                  .publisher = given.publisher,
                  .title = given.title,
                  .url = given.url,
                  .language = given.language,
                  .published = given.published,
                  .attributes = state_->keep_fields(given.attributes),
                  .declared = true};
    state_->intake.describe_source(source);
    ++state_->counts.sources;
}

void Builder::entity(const EntityRecord& given) {
    EntityRecord record = given;
    for (std::string_view* text : {&record.id, &record.kind, &record.name, &record.source})
        state_->keep(*text);
    std::vector<Alias> aliases(given.aliases.begin(), given.aliases.end());
    for (Alias& alias : aliases) {
        state_->keep(alias.name);
        state_->keep(alias.language);
    }
    std::vector<std::string_view> same_as(given.same_as.begin(), given.same_as.end());
    for (std::string_view& text : same_as)
        state_->keep(text);
    Arena& arena = state_->intake.strings->arena();
    record.aliases = arena.keep(std::span<const Alias>(aliases));
    record.same_as = arena.keep(std::span<const std::string_view>(same_as));
    record.attributes = state_->keep_fields(given.attributes);
    // Here, and not when names are settled, for there are threads that read and none that settle.
    std::vector<std::string_view> folded{arena.keep(identity::fold_name(record.name))};
    for (const Alias& alias : aliases)
        folded.push_back(arena.keep(identity::fold_name(alias.name)));
    state_->intake.declarations.push_back(
        {record, arena.keep(std::span<const std::string_view>(folded))});
    ++state_->counts.entities;
}

/// The number of what most claims lack, if this one has any of it.
std::uint32_t Builder::State::detail(const ClaimRecord& given) {
    if (given.stated_by.empty() && !given.period.from.known() && !given.period.to.known() &&
        given.span.empty() && given.qualifiers.empty())
        return no_index;
    ClaimLedger::Detail made{given.period, no_index, given.span, keep_fields(given.qualifiers)};
    if (!given.stated_by.empty()) {
        constexpr KindSet speakers = set_of(kind::nation) | set_of(kind::official) |
                                     set_of(kind::organization) | set_of(kind::alliance);
        made.stated_by = intake.mention(given.stated_by, speakers, given.position,
                                        intake.find_place(given.stated_by, speakers));
    }
    intake.details.push_back(made);
    return static_cast<std::uint32_t>(intake.details.size() - 1);
}

Builder::State::Ends Builder::State::find_ends(const ClaimRecord& given) {
    const KnownRelation known = relation(given.relation, given.position);
    Ends ends;
    ends.open = known.found.id == Vocabulary::none;
    ends.inverse = known.found.inverse;
    ends.type = ends.open ? known.open : known.found.id;
    if (!ends.open) {
        const RelationType& type = vocabulary->relation(known.found.id);
        ends.subjects = ends.inverse ? type.objects : type.subjects;
        ends.objects = ends.inverse ? type.subjects : type.objects;
    }
    ends.subject = intake.find_place(given.subject, ends.subjects);
    ends.object = intake.find_place(given.object, ends.objects);
    return ends;
}

void Builder::State::add(const ClaimRecord& given, const Ends& ends) {
    ClaimLedger::Row row;
    row.type = ends.type;
    row.open_type = ends.open;
    row.subject = intake.mention(given.subject, ends.subjects, given.position, ends.subject);
    row.object = intake.mention(given.object, ends.objects, given.position, ends.object);
    if (ends.inverse) std::swap(row.subject, row.object);
    row.date = given.date;
    row.confidence = given.confidence;
    row.source = intake.cite(given.source);
    row.position = given.position;
    row.stance = given.stance;
    row.quote = intake.strings->arena().keep_ref(given.quote);
    row.detail = detail(given);
    row.hash =
        said_hash(row, given.quote, row.detail == no_index ? no_detail() : intake.details.back(),
                  row.source == no_index ? 0 : intake.sources[row.source].hash);
    intake.rows.push_back(row);
    ++counts.claims;
}

void Builder::judgement(const JudgementRecord& given) {
    Judgement judgement{given.same, given.a.text, given.b.text};
    state_->keep(judgement.a);
    state_->keep(judgement.b);
    if (judgement.b < judgement.a) std::swap(judgement.a, judgement.b);
    state_->intake.judgements.push_back(judgement);
    ++state_->counts.judgements;
}

void Builder::use_threads(unsigned threads) {
    state_->threads = threads;
}

/// Step by step for all of them: while the mentions of one are on their way from memory, those of
/// the others are sent for.
void Builder::claims(std::span<const ClaimRecord> records) {
    Intake& intake = state_->intake;
    for (; !records.empty(); records = records.subspan(std::min(records.size(), most_at_once))) {
        const auto some = records.first(std::min(records.size(), most_at_once));
        std::array<State::Ends, most_at_once> ends;
        for (std::size_t i = 0; i < some.size(); ++i)
            ends[i] = state_->find_ends(some[i]);
        const auto own = std::span(ends).first(some.size());
        for (const State::Ends& one : own) {
            intake.fetch_mention(one.subject);
            intake.fetch_mention(one.object);
        }
        for (const State::Ends& one : own) {
            intake.fetch_text(one.subject);
            intake.fetch_text(one.object);
        }
        for (std::size_t i = 0; i < some.size(); ++i)
            state_->add(some[i], own[i]);
    }
}

void Builder::claim(const ClaimRecord& given) {
    state_->add(given, state_->find_ends(given));
}

std::unique_ptr<RecordSink> Builder::branch() {
    auto made = std::make_unique<Builder>(state_->diagnostics, state_->vocabulary);
    made->state_->intake.strings->arena().adopt_as(state_->intake.strings->arena());
    return made;
}

void Builder::join(RecordSink& branch, std::uint32_t lines) {
    State& other = *static_cast<Builder&>(branch).state_;
    std::vector<RelationId> open; // by the branch's number
    for (OpenRelation& relation : other.intake.open_relations) {
        relation.first.line += lines;
        open.push_back(state_->relation(relation.name, relation.first).open);
    }
    for (std::uint32_t name = 0; name < other.relations.size(); ++name) {
        State::KnownRelation& known = other.relations[name];
        known.first.line += lines;
        if (known.looked_up) state_->relation((*other.intake.strings)[name], known.first);
    }
    state_->intake.join(std::move(other.intake), open, lines, state_->threads);
    BuildCounts& counts = state_->counts;
    counts.entities += other.counts.entities;
    counts.sources += other.counts.sources;
    counts.claims += other.counts.claims;
    counts.judgements += other.counts.judgements;
    counts.graphs += other.counts.graphs;
    counts.terms += other.counts.terms;
}

void Builder::adopt(std::string_view text, std::shared_ptr<const void> owner) {
    state_->intake.strings->arena().adopt(text, std::move(owner));
}

GraphPtr Builder::finish() {
    auto vocabulary = settle_vocabulary(state_->intake, *state_->vocabulary, state_->diagnostics);
    state_->tell_relations(*vocabulary);
    auto assembled = assemble(std::move(state_->intake), std::move(vocabulary), state_->diagnostics,
                              state_->threads);
    state_->counts.duplicates = assembled.duplicates;
    state_->intake = Intake();
    state_->relations.clear();
    return assembled.graph;
}

} // namespace entente
