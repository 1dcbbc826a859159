// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/writer.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/memory/hash.hpp"
#include "graph/saved/file/kept_rows.hpp"
#include "graph/saved/part_writer.hpp"
#include "graph/saved/text_writer.hpp"
#include "graph/saved/vocabulary_rows.hpp"

namespace entente::saved {

namespace {

PeriodRow row_of(const Period& period) {
    return {period.from.bits(), period.to.bits()};
}

class GraphWriter {
  public:
    GraphWriter(const View& view, PartWriter& out)
        : view_(view), graph_(view.graph()), kept_(view), out_(out) {}

    void run();

  private:
    void long_texts();
    void about();
    void vocabulary();
    void entities();
    void entity_lists();
    void resolutions();
    void names();
    void judgements();
    void relations();
    void steps();
    void claims();
    void details();
    void sources();
    void source_details();

    FieldRow field_row(const Field& field) {
        return {texts_(field.key), texts_(field.value.text),
                static_cast<std::uint64_t>(field.value.type)};
    }
    /// Calls `f(row)` for each claim, in the order of the saved ones.
    template <class F>
    void for_each_claim(F f) const {
        for (const Relation& relation : view_.relations())
            for (std::uint32_t n = 0; n < relation.claim_count; ++n)
                f(graph_.claims.row(view_.claim_index(relation, n)));
    }
    template <class F>
    void for_each_detail(F f) const {
        for_each_claim([&](const ClaimLedger::Row& row) {
            if (row.detail != no_index) f(graph_.claims.detail(row));
        });
    }
    template <class F>
    void for_each_source_detail(F f) const {
        for (const SourceIndex at : kept_.sources())
            if (graph_.sources.row(at).detail != no_index) f(graph_.sources[at]);
    }

    const View& view_;
    const GraphTables& graph_;
    const KeptRows kept_;
    PartWriter& out_;
    TextWriter texts_;       ///< all of Part::texts
    TextPlaces long_places_; ///< in Part::long_texts
};

/// Quotes of the claims and then ids and addresses of the sources, each in the order of the rows,
/// which find them by counting.
void GraphWriter::long_texts() {
    out_.begin(Part::long_texts);
    const auto add = [this](std::string_view text) {
        if (const std::string size = size_before(text); !size.empty()) out_.add(size);
        out_.add(text);
    };
    for_each_claim([&](const ClaimLedger::Row& row) { add(graph_.claims.quote(row)); });
    for (const SourceIndex at : kept_.sources()) {
        const Source source = graph_.sources[at];
        add(source.id);
        add(source.url);
    }
}

void GraphWriter::about() {
    out_.begin(Part::about);
    out_.add_row(About{texts_(graph_.title), texts_(graph_.description), graph_.date.bits()});
}

void GraphWriter::vocabulary() {
    out_.begin(Part::kinds);
    for (const Kind& kind : graph_.vocabulary->kinds()) {
        if (kind.builtin) continue;
        KindRow row{};
        for (std::size_t i = 0; i < kind_texts.size(); ++i)
            row.texts[i] = texts_(kind.*kind_texts[i].text);
        row.open = kind.open ? 1 : 0;
        out_.add_row(row);
    }
    out_.begin(Part::relation_types);
    for (const RelationType& type : graph_.vocabulary->relations()) {
        if (type.builtin) continue;
        RelationTypeRow row{};
        for (std::size_t i = 0; i < relation_texts.size(); ++i)
            row.texts[i] = texts_(type.*relation_texts[i].text);
        row.subjects = type.subjects;
        row.objects = type.objects;
        row.symmetric = type.symmetric ? 1 : 0;
        row.sign = static_cast<std::int8_t>(type.sign);
        row.open = type.open ? 1 : 0;
        out_.add_row(row);
    }
}

/// What entities have several of.
void GraphWriter::entity_lists() {
    out_.begin(Part::aliases);
    for (const EntityIndex at : kept_.entities())
        for (const Alias& alias : graph_.entities[at].aliases)
            out_.add_row(AliasRow{texts_(alias.name), texts_(alias.language)});
    out_.begin(Part::same_as);
    for (const EntityIndex at : kept_.entities())
        for (const std::string_view same : graph_.entities[at].same_as)
            out_.add_row(texts_(same));
    out_.begin(Part::fields);
    for (const EntityIndex at : kept_.entities())
        for (const Field& field : graph_.entities[at].attributes)
            out_.add_row(field_row(field));
}

/// The next rows of a part that others refer to in order.
class Ranges {
  public:
    Range next(std::size_t count) {
        const Range range{next_, static_cast<std::uint32_t>(count)};
        next_ += range.count;
        return range;
    }

  private:
    std::uint32_t next_ = 0;
};

void GraphWriter::entities() {
    out_.begin(Part::entities);
    Ranges aliases, same_as, fields;
    for (const EntityIndex at : kept_.entities()) {
        const Entity& entity = graph_.entities[at];
        EntityRow row{};
        row.id = texts_(entity.id);
        row.name = texts_(entity.name);
        row.source = texts_(entity.source);
        row.period = row_of(entity.period);
        row.aliases = aliases.next(entity.aliases.size());
        row.same_as = same_as.next(entity.same_as.size());
        row.fields = fields.next(entity.attributes.size());
        row.kind = entity.kind;
        if (entity.iso2.size() == row.iso2.size())
            std::copy(entity.iso2.begin(), entity.iso2.end(), row.iso2.begin());
        row.provisional = entity.provisional ? 1 : 0;
        row.declared = entity.declared ? 1 : 0;
        out_.add_row(row);
    }
    entity_lists();
}

void GraphWriter::resolutions() {
    out_.begin(Part::resolutions);
    for (const std::uint32_t at : kept_.resolutions()) {
        const Resolution& one = graph_.resolutions[at];
        out_.add_row(ResolutionRow{texts_(one.text), texts_(one.kind), texts_(one.as),
                                   texts_(one.source), texts_(one.rule), texts_(one.called),
                                   kept_.entity(one.entity)});
    }
}

/// In an order that says nothing but which name comes first.
void GraphWriter::names() {
    std::vector<std::tuple<std::uint64_t, std::string_view, EntityIndex>> names;
    const auto add = [&](std::string_view name, EntityIndex entity) {
        names.emplace_back(stable_hash(name), name, kept_.entity(entity));
    };
    for (const EntityIndex at : kept_.entities()) {
        add(graph_.entities[at].id, at);
        add(graph_.entities[at].name, at);
        for (const Alias& alias : graph_.entities[at].aliases)
            add(alias.name, at);
    }
    for (const std::uint32_t at : kept_.resolutions())
        add(graph_.resolutions[at].text, graph_.resolutions[at].entity);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    out_.begin(Part::names);
    for (const auto& [hash, name, entity] : names)
        out_.add_row(NameRow{hash, texts_(name), entity});
}

void GraphWriter::judgements() {
    out_.begin(Part::judgements);
    if (!view_.whole()) return;
    for (const Judgement& judgement : graph_.judgements)
        out_.add_row(
            JudgementRow{texts_(judgement.a), texts_(judgement.b), judgement.same ? 1U : 0U});
}

void GraphWriter::relations() {
    out_.begin(Part::relations);
    ClaimIndex first = 0;
    for (const Relation& relation : view_.relations()) {
        if (relation.derived) continue;
        alignas(Relation) std::array<char, sizeof(Relation)> bytes{};
        auto* const row = reinterpret_cast<Relation*>(bytes.data());
        row->subject = kept_.entity(relation.subject);
        row->object = kept_.entity(relation.object);
        row->type = relation.type;
        row->status = relation.status;
        row->confidence = relation.confidence;
        row->period = relation.period;
        row->first_claim = first;
        row->claim_count = relation.claim_count;
        row->source_count = relation.source_count;
        out_.add(std::string_view(bytes.data(), bytes.size()));
        first += relation.claim_count;
    }
}

void GraphWriter::steps() {
    std::vector<std::uint32_t> begins(kept_.entities().size() + 1);
    const auto for_each = [this](auto f) {
        std::uint32_t at = 0;
        for (const Relation& relation : view_.relations()) {
            if (relation.derived) continue;
            Relation kept = relation;
            kept.subject = kept_.entity(relation.subject);
            kept.object = kept_.entity(relation.object);
            f(kept.subject, step_along(kept, at));
            if (kept.subject != kept.object) f(kept.object, step_against(kept, at));
            ++at;
        }
    };
    for_each([&](EntityIndex from, const Step&) { ++begins[from + 1]; });
    for (std::size_t i = 1; i < begins.size(); ++i)
        begins[i] += begins[i - 1];
    out_.begin(Part::begins);
    for (const std::uint32_t begin : begins)
        out_.add_row(begin);
    std::vector<Step> steps(begins.back());
    for_each([&](EntityIndex from, const Step& step) { steps[begins[from]++] = step; });
    out_.begin(Part::steps);
    for (const Step& step : steps) {
        out_.add_row(step.relation);
        out_.add_row(step.other);
        out_.add_row(std::array<std::uint8_t, 4>{step.forward, step.denied});
    }
}

void GraphWriter::claims() {
    out_.begin(Part::claims);
    std::uint32_t details = 0;
    for_each_claim([&](const ClaimLedger::Row& given) {
        ClaimLedger::Row row = given;
        row.subject = kept_.resolution(given.subject);
        row.object = kept_.resolution(given.object);
        if (given.source != no_index) row.source = kept_.source(given.source);
        if (given.detail != no_index) row.detail = details++;
        row.quote = long_places_.next(graph_.claims.quote(given));
        row.position = {};
        std::array<char, sizeof row> bytes{};
        std::memcpy(bytes.data(), &row, sizeof row);
        out_.add(std::string_view(bytes.data(), bytes.size()));
    });
}

void GraphWriter::details() {
    out_.begin(Part::details);
    Ranges fields;
    for_each_detail([&](const ClaimLedger::Detail& detail) {
        DetailRow row{};
        row.period = row_of(detail.period);
        row.stated_by = no_index;
        if (detail.stated_by != no_index) row.stated_by = kept_.resolution(detail.stated_by);
        row.span_begin = detail.span.begin;
        row.span_end = detail.span.end;
        row.fields = fields.next(detail.qualifiers.size());
        out_.add_row(row);
    });
    out_.begin(Part::detail_fields);
    for_each_detail([&](const ClaimLedger::Detail& detail) {
        for (const Field& field : detail.qualifiers)
            out_.add_row(field_row(field));
    });
}

void GraphWriter::sources() {
    out_.begin(Part::sources);
    std::uint32_t details = 0;
    for (const SourceIndex at : kept_.sources()) {
        const SourceTable::Row& given = graph_.sources.row(at);
        const Source source = graph_.sources[at];
        alignas(SourceTable::Row) std::array<char, sizeof(SourceTable::Row)> bytes{};
        auto* const row = reinterpret_cast<SourceTable::Row*>(bytes.data());
        row->hash = given.hash;
        row->id = long_places_.next(source.id);
        row->url = long_places_.next(source.url);
        row->detail = given.detail == no_index ? no_index : details++;
        row->declared = given.declared;
        out_.add(std::string_view(bytes.data(), bytes.size()));
    }
}

void GraphWriter::source_details() {
    out_.begin(Part::source_details);
    Ranges fields;
    for_each_source_detail([&](const Source& source) {
        SourceDetailRow row{};
        row.publisher = texts_(source.publisher);
        row.title = texts_(source.title);
        row.language = texts_(source.language);
        row.published = source.published.bits();
        row.fields = fields.next(source.attributes.size());
        out_.add_row(row);
    });
    out_.begin(Part::source_fields);
    for_each_source_detail([&](const Source& source) {
        for (const Field& field : source.attributes)
            out_.add_row(field_row(field));
    });
}

void GraphWriter::run() {
    long_texts();
    about();
    vocabulary();
    entities();
    resolutions();
    names();
    judgements();
    relations();
    steps();
    claims();
    details();
    sources();
    source_details();
    out_.begin(Part::texts);
    out_.add(texts_.all());
}

} // namespace

void save_graph(const View& view, std::function<void(std::string_view)> sink) {
    PartWriter out(std::move(sink));
    GraphWriter(view, out).run();
    out.finish();
}

} // namespace entente::saved
