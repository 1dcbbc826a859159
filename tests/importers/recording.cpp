// SPDX-License-Identifier: BSL-1.0
#include "tests/importers/recording.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "importers/input/input.hpp"

namespace entente::test {

namespace {

/// A line of `name=value` parts; empty values are left out.
class Line {
  public:
    explicit Line(std::string_view kind, Position at) {
        text_ = std::to_string(at.line) + ":" + std::to_string(at.column) + " " + std::string(kind);
    }
    Line& add(std::string_view name, std::string_view value) {
        if (!value.empty()) text_.append(" ").append(name).append("=").append(value);
        return *this;
    }
    Line& add(std::string_view name, const Reference& reference) {
        std::string text(reference.text);
        if (!reference.kind.empty()) text.append("<").append(reference.kind).append(">");
        if (!reference.as.empty()) text.append("(").append(reference.as).append(")");
        return add(name, text);
    }
    Line& add(std::span<const Field> fields) {
        constexpr std::string_view marks = "sidbj"; // string, integer, decimal, boolean, json
        for (const Field& field : fields)
            text_.append(" +")
                .append(field.key)
                .append(":")
                .append(marks.substr(static_cast<std::size_t>(field.value.type), 1))
                .append("=")
                .append(field.value.text);
        return *this;
    }
    [[nodiscard]] std::string text() const { return text_; }

  private:
    std::string text_;
};

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

std::string number(double value) {
    if (std::isnan(value)) return {};
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

Outcome read(const InputText& input, std::string_view format, Diagnostics& diagnostics) {
    Outcome outcome;
    RecordingSink sink;
    const ImportContext context{
        diagnostics, sink, [&](const InputText&, Position at, std::string_view text) {
            outcome.rejects.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) +
                                      " " + std::string(text));
        }};
    const Importer* importer = format.empty() ? recognise(input) : find_importer(format);
    if (importer) outcome.counts = importer->read(input, context);
    outcome.records = std::move(sink.lines);
    return outcome;
}

} // namespace

void RecordingSink::graph(const GraphRecord& record) {
    lines.push_back(Line("graph", record.position)
                        .add("title", record.title)
                        .add("description", record.description)
                        .add("date", record.date.text())
                        .text());
}

void RecordingSink::kind(const KindRecord& record) {
    Line line("kind", record.position);
    for (const RowText<Kind>& field : kind_texts)
        line.add(field.key, record.row.*field.text);
    lines.push_back(line.text());
}

void RecordingSink::relation_type(const RelationTypeRecord& record) {
    Line line("relation_type", record.position);
    for (const RowText<RelationType>& field : relation_texts)
        line.add(field.key, record.row.*field.text);
    lines.push_back(line.text());
}

void RecordingSink::source(const SourceRecord& record) {
    lines.push_back(Line("source", record.position)
                        .add("id", record.id)
                        .add("publisher", record.publisher)
                        .add("title", record.title)
                        .add("url", record.url)
                        .add("language", record.language)
                        .add("published", record.published.text())
                        .add(record.attributes)
                        .text());
}

void RecordingSink::entity(const EntityRecord& record) {
    Line line("entity", record.position);
    line.add("id", record.id).add("kind", record.kind).add("name", record.name);
    for (const Alias& alias : record.aliases)
        line.add("alias", alias.language.empty()
                              ? std::string(alias.name)
                              : std::string(alias.name) + "@" + std::string(alias.language));
    for (const std::string_view id : record.same_as)
        line.add("same_as", id);
    line.add("from", record.period.from.text()).add("to", record.period.to.text());
    line.add("provisional", record.provisional ? "true" : "").add("source", record.source);
    lines.push_back(line.add(record.attributes).text());
}

void RecordingSink::claim(const ClaimRecord& record) {
    Line line("claim", record.position);
    line.add("subject", record.subject).add("relation", record.relation);
    line.add("object", record.object).add("date", record.date.text());
    line.add("from", record.period.from.text()).add("to", record.period.to.text());
    if (record.stance != Stance::asserted) line.add("stance", name(record.stance));
    line.add("confidence", number(record.confidence)).add("stated_by", record.stated_by);
    line.add("source", record.source).add("quote", record.quote);
    if (!record.span.empty())
        line.add("span", std::to_string(record.span.begin) + "-" + std::to_string(record.span.end));
    lines.push_back(line.add(record.qualifiers).text());
}

void RecordingSink::judgement(const JudgementRecord& record) {
    lines.push_back(Line(record.same ? "same" : "different", record.position)
                        .add("a", record.a)
                        .add("b", record.b)
                        .text());
}

std::string Outcome::text() const {
    return joined(records);
}
std::string Outcome::in_order() const {
    const auto place = [](const std::string& line) {
        return std::pair(std::stoul(line), std::stoul(line.substr(line.find(':') + 1)));
    };
    std::vector<std::string> sorted = records;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const std::string& a, const std::string& b) {
        return place(a) < place(b);
    });
    return joined(sorted);
}

std::string Outcome::told() const {
    return joined(diagnostics);
}

Outcome read_text(std::string_view text, std::string_view format, std::string_view name) {
    Diagnostics diagnostics;
    const InputText input{name, text, diagnostics.add_file(name), false};
    Outcome outcome = read(input, format, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all())
        outcome.diagnostics.push_back(entente::format(diagnostics, diagnostic));
    return outcome;
}

Outcome read_file(const std::string& path, std::string_view shown_name) {
    Diagnostics diagnostics;
    const Input input(path, diagnostics);
    Outcome outcome;
    if (input.usable()) outcome = read(input.text(), {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        std::string line = entente::format(diagnostics, diagnostic);
        if (!shown_name.empty() && line.starts_with(path)) line.replace(0, path.size(), shown_name);
        for (std::size_t at = 0; !shown_name.empty() && (at = line.find(path, at)) != line.npos;)
            line.replace(at, path.size(), shown_name);
        outcome.diagnostics.push_back(line);
    }
    return outcome;
}

} // namespace entente::test
