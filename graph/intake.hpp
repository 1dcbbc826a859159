// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "graph/flat_index.hpp"
#include "graph/model.hpp"
#include "graph/strings.hpp"

namespace entente {

/// One way in which the input refers to somebody or something. Claims refer to mentions; who is
/// meant is decided once per mention, when everything has been read.
struct Mention {
    std::string_view text, kind, as;
    std::string_view source; ///< set if the mention is to be understood inside this source only
    KindSet expected = 0;    ///< which kinds the relation joins there; 0: any
    Position first;
};

/// An entity record as it was read; all text belongs to the intake's pool.
struct Declaration {
    EntityRecord record;
    /// Neither id nor identity are settled: it stands for whomever its name means.
    [[nodiscard]] bool by_name() const { return record.id.empty() || record.provisional; }
};

/// Everything that a Builder was given, before anything is decided. Row::subject, object and
/// stated_by are numbers of mentions; Row::type is a RelationId, or for a relation that the
/// vocabulary does not know its text's number plus open_relation; Row::source is a text's number.
struct Intake {
    static constexpr std::uint32_t open_relation = 0x80000000;

    std::shared_ptr<StringPool> strings = std::make_shared<StringPool>();
    std::vector<Mention> mentions;
    std::vector<Declaration> declarations;
    std::vector<Source> sources; ///< records as read; several may have one id
    std::vector<Judgement> judgements;
    std::vector<GraphRecord> graphs;
    std::vector<ClaimLedger::Row> rows;
    std::vector<ClaimLedger::Extra> extras;

    std::uint32_t mention(const Reference& reference, KindSet expected, Position at);
    /// The same mention, to be understood inside one source only.
    std::uint32_t mention_in(std::uint32_t mention, std::string_view source);

  private:
    std::uint32_t add(const Mention& mention);
    FlatIndex mention_index_;
};

} // namespace entente
