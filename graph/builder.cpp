// SPDX-License-Identifier: BSL-1.0
#include "graph/builder.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "graph/assembly.hpp"
#include "graph/intake.hpp"

namespace entente {

struct Builder::State {
    State(Diagnostics& d, std::shared_ptr<Vocabulary> v)
        : diagnostics(d), vocabulary(v ? std::move(v) : std::make_shared<Vocabulary>()) {}

    Diagnostics& diagnostics;
    std::shared_ptr<Vocabulary> vocabulary;
    Intake intake;
    BuildCounts counts;

    /// What the vocabulary says of each relation name, by the name's number in the pool.
    struct KnownRelation {
        bool looked_up = false;
        Vocabulary::Found found;
    };
    std::vector<KnownRelation> relations;
    std::vector<Field> fields; // reused

    Vocabulary::Found relation(std::uint32_t name, Position at);
    std::span<const Field> keep_fields(std::span<const Field> given);
    void keep(std::string_view& text) { text = intake.strings->keep(text); }
};

Builder::Builder(Diagnostics& diagnostics, std::shared_ptr<Vocabulary> vocabulary)
    : state_(std::make_unique<State>(diagnostics, std::move(vocabulary))) {}

Builder::~Builder() = default;

const BuildCounts& Builder::counts() const {
    return state_->counts;
}

Vocabulary::Found Builder::State::relation(std::uint32_t name, Position at) {
    if (name >= relations.size()) relations.resize(name + 1);
    KnownRelation& known = relations[name];
    if (known.looked_up) return known.found;
    known = {true, vocabulary->find_relation((*intake.strings)[name])};
    const std::string written((*intake.strings)[name]);
    if (known.found.id == Vocabulary::none) {
        diagnostics.report(Code::unknown_relation, at,
                           "the vocabulary has no relation '" + written +
                               "'; it is kept under its own name (see `entente vocabulary`)");
    } else if (known.found.synonym) {
        diagnostics.report(Code::relation_synonym, at,
                           "'" + written + "' is read as '" +
                               std::string(vocabulary->relation(known.found.id).name) + "'" +
                               (known.found.inverse ? " with subject and object exchanged" : ""));
    }
    return known.found;
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

void Builder::source(const SourceRecord& given) {
    Source source{.id = given.id,
                  .publisher = given.publisher,
                  .title = given.title,
                  .url = given.url,
                  .language = given.language,
                  .published = given.published,
                  .attributes = state_->keep_fields(given.attributes),
                  .declared = true};
    for (std::string_view* text :
         {&source.id, &source.publisher, &source.title, &source.url, &source.language})
        state_->keep(*text);
    state_->intake.sources.push_back(source);
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
    state_->intake.declarations.push_back({record});
    ++state_->counts.entities;
}

void Builder::claim(const ClaimRecord& given) {
    Intake& intake = state_->intake;
    StringPool& strings = *intake.strings;
    const std::uint32_t name = strings.intern(given.relation);
    const Vocabulary::Found found = state_->relation(name, given.position);
    KindSet subjects = 0;
    KindSet objects = 0;
    ClaimLedger::Row row;
    row.type = name | Intake::open_relation;
    if (found.id != Vocabulary::none) {
        const RelationType& type = state_->vocabulary->relation(found.id);
        row.type = found.id;
        subjects = type.subjects;
        objects = type.objects;
    }
    const Reference& subject = found.inverse ? given.object : given.subject;
    const Reference& object = found.inverse ? given.subject : given.object;
    row.subject = intake.mention(subject, subjects, given.position);
    row.object = intake.mention(object, objects, given.position);
    if (!given.stated_by.empty()) {
        constexpr KindSet speakers = set_of(kind::nation) | set_of(kind::official) |
                                     set_of(kind::organization) | set_of(kind::alliance);
        row.stated_by = intake.mention(given.stated_by, speakers, given.position);
    }
    row.date = given.date;
    row.from = given.period.from;
    row.to = given.period.to;
    row.confidence = given.confidence;
    row.source = strings.intern(given.source);
    row.position = given.position;
    row.stance = given.stance;
    if (!given.quote.empty() || !given.span.empty() || !given.qualifiers.empty()) {
        row.extra = static_cast<std::uint32_t>(intake.extras.size());
        intake.extras.push_back(
            {strings.arena().keep(given.quote), given.span, state_->keep_fields(given.qualifiers)});
    }
    intake.rows.push_back(row);
    ++state_->counts.claims;
}

void Builder::judgement(const JudgementRecord& given) {
    Judgement judgement{given.same, given.a.text, given.b.text};
    state_->keep(judgement.a);
    state_->keep(judgement.b);
    if (judgement.b < judgement.a) std::swap(judgement.a, judgement.b);
    state_->intake.judgements.push_back(judgement);
    ++state_->counts.judgements;
}

GraphPtr Builder::finish() {
    auto assembled = assemble(std::move(state_->intake), *state_->vocabulary, state_->diagnostics);
    state_->counts.duplicates = assembled.duplicates;
    state_->intake = Intake();
    state_->relations.clear();
    return assembled.graph;
}

} // namespace entente
