// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <memory>
#include <span>
#include <string_view>

#include "graph/language/dates/date.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/language/value.hpp"
#include "graph/language/vocabulary.hpp"

namespace entente {

/// Records are what importers push and the Builder receives. They are views: every string must live
/// only as long as the call. A record has passed its shape checks (required fields, types, dates);
/// what it means is the Builder's business.

struct Alias {
    std::string_view name;
    std::string_view language; ///< BCP 47, empty if not given
    friend auto operator<=>(const Alias&, const Alias&) = default;
};

/// What the input as a whole is about: `{"graph": {"title": ..., "date": ...}}`.
struct GraphRecord {
    std::string_view title;
    std::string_view description;
    Date date;
    Position position;
};

/// A row of somebody's own vocabulary. A text that it does not say is empty.
struct KindRecord {
    Kind row;
    Position position;
};

struct RelationTypeRecord {
    RelationType row;
    Position position;
};

struct SourceRecord {
    std::string_view id;
    std::string_view publisher, title, url, language;
    Date published;
    std::span<const Field> attributes;
    Position position;
};

/// Who or what is meant: an id, a name, or both, as the input has it.
struct Reference {
    std::string_view text; ///< an id or any name
    std::string_view kind; ///< empty if the input does not say
    std::string_view as;   ///< how the source called it, where `text` is an id
    [[nodiscard]] bool empty() const { return text.empty(); }
};

struct EntityRecord {
    std::string_view id; ///< empty: made from the kind and the name
    std::string_view kind, name;
    std::span<const Alias> aliases;
    std::span<const std::string_view> same_as; ///< identifiers elsewhere: `wikidata:Q17`
    Period period;                             ///< a state's, alliance's, person's existence
    std::span<const Field> attributes;
    /// The entity was only ever mentioned, never declared; its identity may still be settled by
    /// other inputs, so its id is no more than a name.
    bool provisional = false;
    std::string_view source; ///< of a provisional entity that holds only inside its source
    Position position;
};

enum class Stance : std::uint8_t { asserted, denied, planned, possible };

std::string_view name(Stance);

/// A part of the source's text, in Unicode code points, half-open.
struct TextSpan {
    std::uint32_t begin = 0, end = 0;
    [[nodiscard]] bool empty() const { return begin == end; }
    friend auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

constexpr double unknown_confidence = std::numeric_limits<double>::quiet_NaN();

struct ClaimRecord {
    Reference subject;
    std::string_view relation;
    Reference object;
    Date date;     ///< when it happened or was observed
    Period period; ///< how long it holds
    Stance stance = Stance::asserted;
    double confidence = unknown_confidence; ///< in [0, 1]; NaN if not given
    Reference stated_by;
    std::string_view source;
    std::string_view quote;
    TextSpan span;
    std::span<const Field> qualifiers;
    Position position;
};

/// `{"same": [a, b]}` or `{"different": [a, b]}`: wins over every rule of identity.
struct JudgementRecord {
    bool same = true;
    Reference a, b;
    Position position;
};

/// Where importers push their records. The one virtual interface of the program.
class RecordSink {
  public:
    RecordSink() = default;
    RecordSink(const RecordSink&) = delete;
    RecordSink& operator=(const RecordSink&) = delete;
    virtual ~RecordSink() = default;

    virtual void graph(const GraphRecord&) = 0;
    virtual void kind(const KindRecord&) = 0;
    virtual void relation_type(const RelationTypeRecord&) = 0;
    virtual void source(const SourceRecord&) = 0;
    virtual void entity(const EntityRecord&) = 0;
    virtual void claim(const ClaimRecord&) = 0;
    virtual void judgement(const JudgementRecord&) = 0;

    /// Several at once, for importers that have them: a sink may then look up whom they are about
    /// together, which takes less time.
    virtual void claims(std::span<const ClaimRecord> records) {
        for (const ClaimRecord& record : records)
            claim(record);
    }

    /// A sink for the records of another thread, to be joined to this one afterwards; nullptr if
    /// all records must come from one thread.
    virtual std::unique_ptr<RecordSink> branch() { return nullptr; }
    /// Takes all that one of its branches was given. There, `lines` lines were not counted that
    /// stand before the first one.
    virtual void join(RecordSink& branch, std::uint32_t lines);
};

} // namespace entente
