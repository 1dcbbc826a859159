// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <bit>
#include <numeric>
#include <string>

#include "graph/build/tables.hpp"
#include "graph/language/diagnostics.hpp"

namespace entente {

/// Makes one row of all that was said of each source.
class SourceAssembly {
  public:
    explicit SourceAssembly(Intake& intake) : intake_(intake) {
        strings_->arena().adopt_as(intake.strings->arena());
    }

    MadeSources run();

  private:
    /// Sorted instead of the mentions, which are larger.
    struct Key {
        std::uint64_t hash;
        std::uint32_t mention;
    };
    [[nodiscard]] std::string_view id(const Key& key) const {
        return intake_.sources[key.mention].id.in({});
    }
    void sort();
    void add(std::span<const Key> same);
    SourceTable::Row merge(std::span<const Key> records);
    void tell_undeclared();

    Intake& intake_;
    Diagnostics diagnostics_;
    std::shared_ptr<StringPool> strings_ = std::make_shared<StringPool>();
    LargeVector<Key> keys_;
    LargeVector<SourceIndex> of_mention_;
    SourceTable table_;
};

/// By hash, and by id where two have the same. Hashes are spread evenly: by their first bits each
/// key gets to its place but for a few neighbours.
void SourceAssembly::sort() {
    const std::size_t size = intake_.sources.size();
    const int bits = std::max(1, static_cast<int>(std::bit_width(size)) - 2);
    const auto bucket = [&](std::uint64_t hash) { return hash >> (64 - bits); };
    std::vector<std::uint32_t> ends((std::size_t{1} << bits) + 1);
    for (std::size_t at = 0; at < size; ++at)
        ++ends[bucket(intake_.sources[at].hash) + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    keys_.resize(size);
    for (std::uint32_t at = 0; at < size; ++at) {
        const std::uint64_t hash = intake_.sources[at].hash;
        keys_[ends[bucket(hash)]++] = {hash, at};
    }
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        std::sort(keys_.data() + begin, keys_.data() + end, [this](const Key& a, const Key& b) {
            if (a.hash != b.hash) return a.hash < b.hash;
            const int order = id(a).compare(id(b));
            return order == 0 ? a.mention < b.mention : order < 0;
        });
        begin = end;
    }
}

namespace {

/// One of the texts that records of one source may give in several versions.
void choose(std::vector<std::string_view>& versions, std::string_view key, std::string_view& chosen,
            std::vector<Field>& others) {
    std::sort(versions.begin(), versions.end());
    versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
    chosen = versions.empty() ? std::string_view() : versions.front();
    for (std::size_t i = 1; i < versions.size(); ++i)
        others.push_back({key, {{}, versions[i]}});
}

} // namespace

/// One source from all records of its id; what they give in several versions is kept as attributes.
SourceTable::Row SourceAssembly::merge(std::span<const Key> records) {
    StringPool& strings = *strings_;
    std::vector<std::string_view> publishers, titles, urls, languages;
    std::vector<Field> fields;
    SourceTable::Row row = intake_.sources[records.front().mention];
    SourceTable::Detail merged;
    const auto add = [](std::vector<std::string_view>& versions, std::string_view text) {
        if (!text.empty()) versions.push_back(text);
    };
    std::vector<Field> attributes;
    for (const Key& key : records) {
        const SourceTable::Row& one = intake_.sources[key.mention];
        row.declared = row.declared || one.declared;
        add(urls, one.url.in({}));
        if (one.detail == no_index) continue;
        const SourceTable::Detail& detail = intake_.source_details[one.detail];
        add(publishers, detail.publisher);
        add(titles, detail.title);
        add(languages, detail.language);
        merged.published = earliest(merged.published, detail.published);
        attributes.insert(attributes.end(), detail.attributes.begin(), detail.attributes.end());
    }
    std::string_view url;
    choose(publishers, strings.keep("publisher"), merged.publisher, fields);
    choose(titles, strings.keep("title"), merged.title, fields);
    choose(urls, strings.keep("url"), url, fields);
    choose(languages, strings.keep("language"), merged.language, fields);
    if (!fields.empty())
        diagnostics_.report(Code::conflicting_attribute, {},
                            "source '" + std::string(row.id.in({})) +
                                "' is described in several ways ('" +
                                std::string(fields.front().key) + "' also as '" +
                                std::string(fields.front().value.text) + "'); all are kept");
    fields.insert(fields.end(), attributes.begin(), attributes.end());
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    merged.attributes = strings.arena().keep(std::span<const Field>(fields));
    row.url = strings.arena().keep_ref(url);
    row.detail = no_index;
    if (!merged.publisher.empty() || !merged.title.empty() || !merged.language.empty() ||
        merged.published.known() || !merged.attributes.empty()) {
        row.detail = static_cast<std::uint32_t>(intake_.source_details.size());
        intake_.source_details.push_back(merged);
    }
    return row;
}

void SourceAssembly::add(std::span<const Key> same) {
    for (const Key& key : same)
        of_mention_[key.mention] = static_cast<SourceIndex>(table_.order_.size());
    const std::uint32_t first = same.front().mention;
    table_.order_.push_back(first);
    if (same.size() > 1) intake_.sources[first] = merge(same);
}

/// Asks them in the order of the input, in which their ids lie in memory.
void SourceAssembly::tell_undeclared() {
    std::size_t count = 0;
    std::string_view example;
    for (std::uint32_t at = 0; at < intake_.sources.size(); ++at) {
        const SourceTable::Row& row = intake_.sources[at];
        if (row.declared || table_.order_[of_mention_[at]] != at) continue;
        const std::string_view id = row.id.in({});
        if (count++ == 0 || id < example) example = id;
    }
    if (count == 0) return;
    diagnostics_.report(Code::undeclared_source, {},
                        std::to_string(count) + (count == 1 ? " source is" : " sources are") +
                            " named by claims but not declared, such as '" + std::string(example) +
                            "'; only the id is known");
}

MadeSources SourceAssembly::run() {
    sort();
    of_mention_.resize(keys_.size());
    table_.order_.reserve(keys_.size());
    for (std::size_t at = 0; at < keys_.size();) {
        std::size_t end = at + 1;
        while (end < keys_.size() && keys_[end].hash == keys_[at].hash &&
               id(keys_[end]) == id(keys_[at]))
            ++end;
        add({&keys_[at], end - at});
        at = end;
    }
    intake_.rows.for_each([this](ClaimLedger::Row& row) {
        if (row.source != no_index) row.source = of_mention_[row.source];
    });
    tell_undeclared();
    table_.details_ = std::move(intake_.source_details);
    table_.rows_ = std::move(intake_.sources);
    return {std::move(table_), std::move(strings_), std::move(diagnostics_)};
}

MadeSources make_sources(Intake& intake) {
    return SourceAssembly(intake).run();
}

} // namespace entente
