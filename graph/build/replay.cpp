// SPDX-License-Identifier: BSL-1.0
#include "graph/build/builder.hpp"
#include "graph/model/graph.hpp"

namespace entente {

namespace {

Reference reference(const Resolution& resolution) {
    return {.text = resolution.text, .kind = resolution.kind, .as = resolution.as};
}

/// Rows that only the input knows come back by being used.
void replay_vocabulary(const Vocabulary& vocabulary, RecordSink& sink) {
    for (const Kind& row : vocabulary.kinds())
        if (!row.builtin && !row.open) sink.kind({without_defaults(row), {}});
    for (const RelationType& row : vocabulary.relations())
        if (!row.builtin && !row.open) sink.relation_type({without_defaults(row), {}});
}

void replay_sources(const GraphTables& graph, RecordSink& sink) {
    for (SourceIndex at = 0; at < graph.sources.size(); ++at) {
        const Source source = graph.sources[at];
        if (!source.declared) continue;
        sink.source({.id = source.id,
                     .publisher = source.publisher,
                     .title = source.title,
                     .url = source.url,
                     .language = source.language,
                     .published = source.published,
                     .attributes = source.attributes,
                     .position = {}});
    }
}

void replay_entities(const GraphTables& graph, RecordSink& sink) {
    for (const Entity& entity : graph.entities) {
        if (!entity.declared) continue; // it comes back by being mentioned
        sink.entity({.id = entity.id,
                     .kind = graph.vocabulary->kind(entity.kind).name,
                     .name = entity.name,
                     .aliases = entity.aliases,
                     .same_as = entity.same_as,
                     .period = entity.period,
                     .attributes = entity.attributes,
                     .provisional = entity.provisional,
                     .source = entity.source,
                     .position = {}});
    }
}

void replay_claims(const GraphTables& graph, RecordSink& sink) {
    for (ClaimIndex at = 0; at < graph.claims.size(); ++at) {
        const ClaimLedger::Row& row = graph.claims.row(at);
        const ClaimLedger::Detail& detail = graph.claims.detail(row);
        ClaimRecord record{
            .subject = reference(graph.resolutions[row.subject]),
            .relation = graph.vocabulary->relation(row.type).name,
            .object = reference(graph.resolutions[row.object]),
            .date = row.date,
            .period = detail.period,
            .stance = row.stance,
            .confidence = row.confidence,
            .stated_by = {},
            .source = row.source == no_index ? std::string_view() : graph.sources.id(row.source),
            .quote = graph.claims.quote(row),
            .span = detail.span,
            .qualifiers = detail.qualifiers,
            .position = row.position};
        if (detail.stated_by != no_index)
            record.stated_by = reference(graph.resolutions[detail.stated_by]);
        sink.claim(record);
    }
}

} // namespace

void replay(const GraphTables& graph, RecordSink& sink) {
    if (!graph.title.empty() || !graph.description.empty() || graph.date.known())
        sink.graph({graph.title, graph.description, graph.date, {}});
    replay_vocabulary(*graph.vocabulary, sink);
    replay_sources(graph, sink);
    replay_entities(graph, sink);
    for (const Judgement& judgement : graph.judgements)
        sink.judgement({judgement.same, {judgement.a, {}, {}}, {judgement.b, {}, {}}, {}});
    replay_claims(graph, sink);
}

void RecordSink::join(RecordSink&, std::uint32_t) {}

GraphPtr merge(const Graph& a, const Graph& b, Diagnostics& diagnostics) {
    Builder builder(diagnostics);
    replay(a, builder);
    replay(b, builder);
    return builder.finish();
}

} // namespace entente
