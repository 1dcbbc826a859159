// SPDX-License-Identifier: BSL-1.0
// STIX 2.1: entities as domain objects, relations as relationships, claims as notes, sources as
// reports (docs/formats/stix.md). Profile `spec`: no types of relationships but the
// specification's.
#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "exporters/formats.hpp"
#include "exporters/items/describe.hpp"
#include "exporters/items/records.hpp"
#include "exporters/stix/identifiers.hpp"
#include "exporters/stix/object.hpp"
#include "exporters/stix/references.hpp"
#include "exporters/stix/types.hpp"
#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace stix {

namespace {

/// Where neither the graph nor a source has a date.
constexpr std::string_view no_date = "2000-01-01T00:00:00.000Z";

/// When the graph was made, as far as it says: its own date, or that of its latest source.
std::string creation_of(const View& view) {
    Date latest = view.graph().date;
    if (!latest.dated())
        for (const SourceIndex index : view.sources())
            if (view.source(index).published.dated() &&
                (!latest.dated() || latest < view.source(index).published))
                latest = view.source(index).published;
    return first_moment(latest).value_or(std::string(no_date));
}

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          lean_(options.lean),
          only_specified_(options.profile == "spec"),
          records_(view),
          objects_(out, creation_of(view)) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    void find_countries();
    std::string about_graph();
    void entity(EntityIndex index);
    void location_of_nation(const Entity& nation);
    void location(EntityIndex index);
    void relation(const Relation& relation, std::size_t number);
    void claim(const Claim& claim, std::string_view relationship);
    void source(SourceIndex index);
    void report(Losses& losses) const;

    [[nodiscard]] std::string id_of(EntityIndex index) const;
    [[nodiscard]] std::string id_of(const Relation& relation) const;
    [[nodiscard]] std::string type_of(const Relation& relation);
    /// `Japan is an ally of United States`
    [[nodiscard]] std::string sentence(EntityIndex subject, RelationId type,
                                       EntityIndex object) const;
    void confidence(double confidence);
    void period(std::string_view first, std::string_view last, const Period& period,
                std::string_view id);
    /// Members of the extension: the id, and what `append` appends as records, a line each.
    template <class Append>
    std::string known(std::string_view id, Append append);

    /// What a source is cited for.
    struct Citation {
        std::uint32_t relation = 0; ///< its number in the view
        std::uint64_t claim = 0;    ///< its hash
    };

    const View& view_;
    Output& out_;
    bool lean_, only_specified_;
    RecordWriter records_;
    Objects objects_;
    std::map<EntityIndex, std::string_view> countries_; ///< of places, by their code
    std::vector<std::vector<Citation>> citations_;      ///< by source
    Tally regions_, no_moment_, no_duration_, undated_reports_, unspecified_;
};

std::string Writer::id_of(EntityIndex index) const {
    const Entity& entity = view_.entity(index);
    return object_id(object_type(entity.kind).type, "entity/" + std::string(entity.id));
}

std::string Writer::id_of(const Relation& relation) const {
    return object_id("relationship", relation_id(view_.entity(relation.subject).id,
                                                 view_.vocabulary().relation(relation.type).name,
                                                 view_.entity(relation.object).id));
}

template <class Append>
std::string Writer::known(std::string_view id, Append append) {
    std::string lines;
    append(lines);
    std::string json;
    append_member(json, flat_name(Word::id), id);
    if (lines.empty()) return json;
    append_key(json, flat_name(Word::records));
    json += '[';
    for (std::string_view rest = lines; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (rest.size() != lines.size()) json += ',';
        append_json_string(json, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return json + ']';
}

std::string Writer::sentence(EntityIndex subject, RelationId type, EntityIndex object) const {
    const RelationType& row = view_.vocabulary().relation(type);
    std::string text(view_.entity(subject).name);
    text.append(" ").append(row.label.empty() ? row.name : row.label).append(" ");
    return text.append(view_.entity(object).name);
}

void Writer::find_countries() {
    const RelationId located_in = view_.vocabulary().find_relation("located_in").id;
    for (int pass = 0; pass < 2; ++pass) // a place in a place in a nation
        for (const Relation& relation : view_.relations()) {
            const bool place = view_.entity(relation.subject).kind == kind::place;
            if (!place || relation.type != located_in || relation.status == Status::denied)
                continue;
            const auto through = countries_.find(relation.object);
            const std::string_view code =
                through != countries_.end() ? through->second : view_.entity(relation.object).iso2;
            if (!code.empty()) countries_.try_emplace(relation.subject, code);
        }
}

std::string Writer::about_graph() {
    return known({}, [&](std::string& out) {
        if (records_.graph(out)) out += '\n';
        if (records_.vocabulary(out)) out += '\n';
        records_.judgements(out, "\n");
    });
}

void Writer::confidence(double confidence) {
    if (std::isnan(confidence)) return;
    objects_.literal("confidence", std::to_string(std::lround(confidence * 100)));
}

void Writer::period(std::string_view first, std::string_view last, const Period& period,
                    std::string_view id) {
    const auto start = first_moment(period.from);
    const auto stop = last_moment(period.to);
    if ((period.from.dated() && !start) || (period.to.dated() && !stop)) no_moment_.add(id);
    if (start) objects_.text(first, *start);
    if (stop && (!start || *start < *stop))
        objects_.text(last, *stop);
    else if (stop)
        no_duration_.add(id);
}

void Writer::location(EntityIndex index) {
    const auto country = countries_.find(index);
    if (country != countries_.end()) {
        objects_.text("country", country->second);
        return;
    }
    // A location must say where it is, and the names of regions are an open vocabulary.
    std::string region = relationship_type(fold_term(view_.entity(index).name));
    if (region == "related-to") region = "unknown";
    objects_.text("region", region);
    regions_.add(view_.entity(index).id);
}

void Writer::entity(EntityIndex index) {
    const Entity& entity = view_.entity(index);
    const ObjectType type = object_type(entity.kind);
    objects_.begin(type.type, id_of(index));
    objects_.text("name", entity.name);
    objects_.text("identity_class", type.identity_class);
    if (entity.kind == kind::nation) objects_.literal("sectors", R"(["government"])");
    if (entity.kind == kind::place) location(index);
    if (type.has_aliases) {
        std::vector<std::string> aliases;
        for (const Alias& alias : entity.aliases)
            aliases.emplace_back(alias.name);
        aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
        objects_.texts("aliases", aliases);
    }
    if (type.has_period) period("first_seen", "last_seen", entity.period, entity.id);
    const std::string labels[]{std::string(view_.vocabulary().kind(entity.kind).name)};
    objects_.texts("labels", labels);
    const std::string references = references_of(entity);
    if (!references.empty()) objects_.literal("external_references", references);
    objects_.end(known(entity.id, [&](std::string& out) { records_.entity(out, entity, "\n"); }));
    if (entity.kind == kind::nation && !entity.iso2.empty()) location_of_nation(entity);
}

void Writer::location_of_nation(const Entity& nation) {
    const std::string id(nation.id);
    const std::string where = object_id("location", "location/" + id);
    objects_.begin("location", where);
    objects_.text("name", nation.name);
    objects_.text("country", nation.iso2);
    objects_.end();
    objects_.begin("relationship", object_id("relationship", "located-at/" + id));
    objects_.text("relationship_type", "located-at");
    objects_.text("source_ref", object_id("identity", "entity/" + id));
    objects_.text("target_ref", where);
    objects_.end();
}

std::string Writer::type_of(const Relation& relation) {
    const std::string_view name = view_.vocabulary().relation(relation.type).name;
    const auto specified =
        specified_type(name, object_type(view_.entity(relation.subject).kind).type,
                       object_type(view_.entity(relation.object).kind).type);
    if (specified) return std::string(*specified);
    if (!only_specified_) return relationship_type(name);
    unspecified_.add(name);
    return "related-to";
}

void Writer::relation(const Relation& relation, std::size_t number) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    const std::string kg_id =
        relation_id(view_.entity(relation.subject).id, type.name, view_.entity(relation.object).id);
    const std::string id = id_of(relation);
    objects_.begin("relationship", id);
    objects_.text("relationship_type", type_of(relation));
    objects_.text("description", sentence(relation.subject, relation.type, relation.object));
    objects_.text("source_ref", id_of(relation.subject));
    objects_.text("target_ref", id_of(relation.object));
    period("start_time", "stop_time", relation.period, kg_id);
    confidence(relation.confidence);
    std::vector<SourceIndex> sources;
    view_.for_each_claim(relation, [&](const Claim& claim) {
        if (claim.source == no_index) return;
        sources.push_back(claim.source);
        citations_[claim.source].push_back({static_cast<std::uint32_t>(number), claim.hash});
    });
    const std::string references = references_of(view_, std::move(sources));
    if (!references.empty()) objects_.literal("external_references", references);
    std::string json = known(kg_id, [](std::string&) {});
    describe(view_, relation, [&](auto field, const auto& value) {
        if constexpr (field.word == Word::relation)
            append_member(json, field.row.flat, value);
        else if constexpr (field.word == Word::status)
            append_member(json, field.row.flat, value.text);
        else if constexpr (field.word == Word::confidence)
            append_number(append_key(json, field.row.flat), value);
        else if constexpr (field.word == Word::derived)
            append_key(json, field.row.flat) += "true";
    });
    objects_.end(json);
    if (!lean_) view_.for_each_claim(relation, [&](const Claim& one) { claim(one, id); });
}

void Writer::claim(const Claim& claim, std::string_view relationship) {
    const std::string id = claim_id(claim.hash);
    objects_.begin("note", object_id("note", id));
    std::string abstract = sentence(claim.subject, claim.type, claim.object);
    if (claim.stance != Stance::asserted) abstract.append(" (").append(name(claim.stance)) += ')';
    objects_.text("abstract", abstract);
    objects_.text("content", claim.quote.empty() ? std::string_view(abstract) : claim.quote);
    std::vector<std::string> refs{std::string(relationship)};
    if (claim.stated_by != no_index && view_.contains(claim.stated_by)) {
        const std::string authors[]{std::string(view_.entity(claim.stated_by).name)};
        objects_.texts("authors", authors);
        if (claim.stated_by != claim.subject && claim.stated_by != claim.object)
            refs.push_back(id_of(claim.stated_by));
    }
    objects_.texts("object_refs", refs);
    confidence(claim.confidence);
    if (claim.source != no_index)
        objects_.literal("external_references", references_of(view_, {claim.source}));
    objects_.end(known(id, [&](std::string& out) { records_.claim(out, claim); }));
}

void Writer::source(SourceIndex index) {
    const Source source = view_.source(index);
    const auto published = first_moment(source.published);
    if (!published) undated_reports_.add(source.id);
    const std::string date = published.value_or(objects_.created());
    objects_.begin("report", object_id("report", "source/" + std::string(source.id)), date);
    objects_.text("name", source.title.empty() ? source.id : source.title);
    objects_.text("published", date);
    std::vector<std::string> refs;
    std::uint32_t last = no_index;
    for (const Citation& citation : citations_[index]) {
        if (citation.relation != last) refs.push_back(id_of(view_.relations()[citation.relation]));
        last = citation.relation;
        if (!lean_) refs.push_back(object_id("note", claim_id(citation.claim)));
    }
    if (refs.empty()) refs.push_back(producer_id()); // a report must be about something
    objects_.texts("object_refs", refs);
    objects_.literal("external_references", references_of(view_, {index}));
    objects_.end(known(source.id, [&](std::string& out) {
        if (source.declared) records_.source(out, source, "\n");
    }));
}

void Writer::report(Losses& losses) const {
    records_.changes().report(losses);
    losses.add(Code::approximated, regions_,
               "places of which no nation is known became regions of that name");
    losses.add(Code::approximated, undated_reports_,
               "sources without a date became reports of the graph's date");
    losses.add(Code::approximated, no_moment_,
               "periods begin or end before the year 0, which no timestamp can say; kg_records "
               "has them");
    losses.add(Code::approximated, no_duration_,
               "periods end before they begin; their end is only in kg_records");
    losses.add(Code::approximated, unspecified_,
               "relations that the specification has no name for became related-to");
}

ExportReport Writer::write(Diagnostics& diagnostics) {
    citations_.resize(view_.graph().sources.size());
    find_countries();
    out_ << R"({"type":"bundle","id":")"
         << object_id("bundle", "bundle/" + std::string(view_.graph().title)) << R"(","objects":[)"
         << '\n';
    write_preamble(objects_, about_graph());
    for (const EntityIndex index : view_.entities())
        entity(index);
    Lookahead ahead(view_);
    for (std::size_t n = 0; n < view_.relations().size(); ++n) {
        ahead.at(n);
        relation(view_.relations()[n], n);
    }
    for (const SourceIndex index : view_.sources())
        source(index);
    out_ << "\n]}\n";

    ExportReport result = report_of(view_, lean_);
    Losses losses(diagnostics, "stix");
    report(losses);
    losses.lean(result.left_out.claims);
    result.losses = losses.take();
    return result;
}

ExportReport write(const View& view, Output& out, const ExportOptions& options,
                   Diagnostics& diagnostics) {
    return Writer(view, out, options).write(diagnostics);
}

} // namespace

} // namespace stix

const Exporter stix_exporter{
    .name = "stix",
    .extensions = "stix",
    .media_type = "application/stix+json",
    .help = "STIX 2.1: OpenCTI, MISP and other programs for threat intelligence",
    .profiles = "spec",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = true,
            .picture = false,
            .read_back = false},
    .write = stix::write,
    .loses =
        "STIX has no alliances, agreements and most relations of its own: they are groupings and "
        "relationships with our names, and the facts as they are stand in an extension.",
    .tried = "a check of the rules of STIX 2.1; no STIX program was at hand",
};

} // namespace entente
