// SPDX-License-Identifier: BSL-1.0
#include "tests/importers/json/short_ways.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <set>
#include <string_view>
#include <utility>

#include "importers/importer.hpp"
#include "importers/json/records.hpp"
#include "importers/reading.hpp"

namespace entente {

namespace {

/// Writes down all of every record, so that nothing that differs looks the same.
class ExactSink final : public RecordSink {
  public:
    struct Made {
        std::uint32_t line;
        std::string record, position;
        friend auto operator<=>(const Made&, const Made&) = default;
    };
    std::vector<Made> records;

    void graph(const GraphRecord& r) override {
        add("graph", r.title, r.description, r.date.bits());
        end(r.position);
    }
    void kind(const KindRecord& r) override {
        add("kind");
        for (const RowText<Kind>& field : kind_texts)
            add(r.row.*field.text);
        end(r.position);
    }
    void relation_type(const RelationTypeRecord& r) override {
        add("relation_type");
        for (const RowText<RelationType>& field : relation_texts)
            add(r.row.*field.text);
        add(r.row.subjects, r.row.objects, r.row.symmetric, static_cast<int>(r.row.sign));
        end(r.position);
    }
    void source(const SourceRecord& r) override {
        source_ = true;
        add("source", r.id, r.publisher, r.title, r.url, r.language, r.published.bits(),
            r.attributes);
        end(r.position);
    }
    void entity(const EntityRecord& r) override {
        add("entity", r.id, r.kind, r.name, r.aliases.size());
        for (const Alias& alias : r.aliases)
            add(alias.name, alias.language);
        for (const std::string_view id : r.same_as)
            add("same_as", id);
        add(r.period.from.bits(), r.period.to.bits(), r.attributes, r.provisional, r.source);
        end(r.position);
    }
    void claim(const ClaimRecord& r) override {
        add("claim", r.subject, r.relation, r.object, r.date.bits(), r.period.from.bits(),
            r.period.to.bits(), static_cast<int>(r.stance),
            std::bit_cast<std::uint64_t>(r.confidence), r.stated_by, r.source, r.quote,
            r.span.begin, r.span.end, r.qualifiers);
        end(r.position);
    }
    void judgement(const JudgementRecord& r) override {
        add("judgement", r.same, r.a, r.b);
        end(r.position);
    }

  private:
    template <class... Parts>
    void add(const Parts&... parts) {
        (one(parts), ...);
    }
    void one(std::string_view text) {
        line_ += std::to_string(text.size()) + ":" + std::string(text) + " ";
    }
    void one(const char* text) { one(std::string_view(text)); }
    template <class T>
    requires std::is_integral_v<T>
    void one(T number) { line_ += std::to_string(number) + " "; }
    void one(const Reference& r) { add(r.text, r.kind, r.as); }
    void one(std::span<const Field> fields) {
        add(fields.size());
        for (const Field& field : fields)
            add(field.key, static_cast<int>(field.value.type), field.value.text);
    }
    void end(Position at) {
        Made made{at.line, std::move(line_), {}};
        line_.clear();
        add(at.file, at.line, at.column);
        made.position = std::move(line_);
        line_.clear();
        // A source that many claims describe in the same words may be pushed any number of times.
        if (std::exchange(source_, false)) {
            if (!sources_.insert(made.record).second) return;
            made.line = 0;
            made.position.clear();
        }
        records.push_back(std::move(made));
    }
    std::string line_;
    bool source_ = false;
    std::set<std::string> sources_;
};

struct Outcome {
    std::vector<ExactSink::Made> records;
    std::vector<std::string> rejects, diagnostics;
    ReadCounts counts;
    std::set<std::uint32_t> odd; ///< lines that are no JSON as they stand; only of read_generally
};

/// Calls `read(input, context)` and writes down what comes of it.
template <class Read>
Outcome outcome_of(std::string_view text, Read read) {
    Outcome outcome;
    Diagnostics diagnostics;
    ExactSink sink;
    const InputText input{"x", text, diagnostics.add_file("x")};
    const ImportContext context{
        diagnostics, sink, [&](const InputText&, Position at, std::string_view rejected) {
            outcome.rejects.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) +
                                      " " + std::string(rejected));
        }};
    outcome.counts = read(input, context, outcome);
    // Records may be pushed in any order.
    outcome.records = std::move(sink.records);
    std::sort(outcome.records.begin(), outcome.records.end());
    for (const Diagnostic& diagnostic : diagnostics.all())
        outcome.diagnostics.push_back(format(diagnostics, diagnostic));
    return outcome;
}

Outcome read_as_always(std::string_view text) {
    return outcome_of(text, [](const InputText& input, const ImportContext& context, Outcome&) {
        return find_importer("jsonl")->read(input, context);
    });
}

/// Line by line with the general reader. Lines that are no JSON are passed over: what the importer
/// makes of those has nothing to do with short ways, as long as they do not take them.
Outcome read_generally(std::string_view text) {
    return outcome_of(
        text, [](const InputText& input, const ImportContext& context, Outcome& outcome) {
            constexpr std::string_view white = " \t\r\n";
            Reading reading(input, context);
            JsonRecords records(reading);
            for (std::size_t line = 0, number = 1; line < input.text.size(); ++number) {
                const std::size_t end = std::min(input.text.find('\n', line), input.text.size());
                const std::size_t begin = std::min(input.text.find_first_not_of(white, line), end);
                std::size_t stop = end;
                while (stop > begin && white.find(input.text[stop - 1]) != std::string_view::npos)
                    --stop;
                if (begin < end) {
                    if (records.parse(begin, stop, false))
                        records.take();
                    else
                        outcome.odd.insert(static_cast<std::uint32_t>(number));
                }
                line = end + 1;
                reading.move_to(std::min(line, input.text.size()));
            }
            return reading.finish();
        });
}

/// Shows the first of two lists' items in which they differ.
template <class T, class Show>
void check_same(const std::vector<T>& always, const std::vector<T>& generally, Show show) {
    CHECK(always.size() == generally.size());
    for (std::size_t i = 0; i < std::min(always.size(), generally.size()); ++i) {
        if (always[i] == generally[i]) continue;
        CHECK(show(always[i]) == show(generally[i]));
        return;
    }
}

void check_same(const Outcome& always, const Outcome& generally) {
    const auto text = [](const std::string& line) { return line; };
    check_same(always.records, generally.records,
               [](const ExactSink::Made& made) { return made.record + made.position; });
    check_same(always.rejects, generally.rejects, text);
    check_same(always.diagnostics, generally.diagnostics, text);
    CHECK(always.counts.read == generally.counts.read);
    CHECK(always.counts.accepted == generally.counts.accepted);
    CHECK(always.counts.rejected == generally.counts.rejected);
}

/// The records of all lines but the odd ones, and but sources: who knows which line told them.
std::vector<ExactSink::Made> even(const Outcome& outcome, const std::set<std::uint32_t>& odd) {
    std::vector<ExactSink::Made> records;
    for (const ExactSink::Made& made : outcome.records)
        if (made.line != 0 && !odd.contains(made.line)) records.push_back(made);
    return records;
}

std::string joined(const std::vector<std::string>& lines, std::string_view line_end = "\n") {
    std::string text;
    for (const std::string& line : lines)
        text.append(line).append(line_end);
    return text;
}

/// A line that is no JSON is not a plain record, whatever record stands before it: it is told of.
void check_odd(const std::string& before, std::size_t told_of_it, const std::string& line) {
    for (const char* line_end : {"", "\n"}) {
        const std::string text = before + "\n" + line + line_end;
        const Outcome both = read_as_always(text);
        const bool told = both.diagnostics.size() > told_of_it;
        if (!told) CAPTURE(text);
        CHECK(told);
    }
}

} // namespace

void test::check_lines(const std::vector<std::string>& lines, const std::string& usual) {
    std::vector<std::string> all;
    for (const std::string& line : lines) {
        all.push_back(line);
        if (!usual.empty()) all.push_back(usual);
    }
    const std::string text = joined(all);
    const Outcome generally = read_generally(text);
    const std::string before = usual.empty() ? R"({"source": "s"})" : usual;
    const std::size_t told_of_it = read_as_always(before).diagnostics.size();
    std::vector<std::string> good;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!generally.odd.contains(static_cast<std::uint32_t>(i + 1)))
            good.push_back(all[i]);
        else
            check_odd(before, told_of_it, all[i]);
    }
    // An odd line costs only itself where each begins in its first column.
    const bool lone = std::all_of(all.begin(), all.end(),
                                  [](const std::string& line) { return line.starts_with('{'); });
    if (lone)
        check_same(even(read_as_always(text), generally.odd), even(generally, generally.odd),
                   [](const ExactSink::Made& made) { return made.record + made.position; });
    for (const char* line_end : {"\n", "\r\n", " \t\n"}) {
        std::string whole = joined(good, line_end);
        check_same(read_as_always(whole), read_generally(whole));
        if (whole.empty()) continue;
        whole.pop_back(); // the very end of the text, without a line end
        check_same(read_as_always(whole), read_generally(whole));
    }
}

} // namespace entente
