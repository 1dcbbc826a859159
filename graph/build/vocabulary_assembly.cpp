// SPDX-License-Identifier: BSL-1.0
#include "graph/build/vocabulary_assembly.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "graph/text/word_list.hpp"

namespace entente {

namespace {

constexpr std::string_view sign_key = "sign";

/// What two rows of one name come to, and how their texts differ.
template <class Row>
class JoinedRow {
  public:
    explicit JoinedRow(const Row& first) : row_(first) {}

    void join(const Row& other, std::span<const RowText<Row>> texts) {
        for (const RowText<Row>& field : texts)
            join(row_.*field.text, other.*field.text, field.key);
    }

    [[nodiscard]] Row& row() { return row_; }
    [[nodiscard]] std::string_view differs_in() const { return differs_in_; }
    void differ(std::string_view key) { differs_in_ = key; }

  private:
    /// The smaller one, in any order of the input.
    void join(std::string_view& kept, std::string_view other, std::string_view key) {
        if (other.empty() || other == kept) return;
        if (!kept.empty()) {
            // Names are one when they fold alike; that they are spelled differently means nothing.
            if (key != kind_texts.front().key) differ(key);
            kept = std::min(kept, other);
        } else {
            kept = other;
        }
    }

    Row row_;
    std::string_view differs_in_;
};

void join(JoinedRow<Kind>& kept, const Kind& other) {
    kept.join(other, kind_texts);
}

void join(JoinedRow<RelationType>& kept, const RelationType& other) {
    kept.join(other, relation_texts);
    RelationType& row = kept.row();
    // Kinds limit what a relation joins; who names none allows all.
    row.subjects = row.subjects == 0 || other.subjects == 0 ? 0 : row.subjects | other.subjects;
    row.objects = row.objects == 0 || other.objects == 0 ? 0 : row.objects | other.objects;
    row.symmetric = row.symmetric || other.symmetric;
    if (row.sign != other.sign) {
        const bool told = row.sign != Sign::neutral && other.sign != Sign::neutral;
        if (told) kept.differ(sign_key);
        row.sign = row.sign == Sign::neutral ? other.sign : told ? Sign::conflict : row.sign;
    }
}

void tell_difference(Diagnostics& diagnostics, Position at, std::string_view name,
                     std::string_view key, std::string_view which) {
    diagnostics.report(Code::conflicting_vocabulary, at,
                       "'" + printable(name) + "' of the vocabulary has another '" +
                           std::string(key) + "' elsewhere; " + std::string(which) + " is kept");
}

/// The rows that somebody has declared, in order of name: those of `given`, and what the input says
/// of names that it lacks.
template <class Row, class Record>
std::vector<Row> joined_rows(std::span<const Row> given, std::vector<Record>& records,
                             Diagnostics& diagnostics) {
    std::map<std::string, Row> mine;
    for (const Row& row : given)
        if (!row.builtin) mine.emplace(fold_term(row.name), row);
    std::sort(records.begin(), records.end(),
              [](const Record& a, const Record& b) { return a.position < b.position; });
    std::map<std::string, JoinedRow<Row>> made;
    for (const Record& record : records) {
        std::string name = fold_term(record.row.name);
        if (const auto own = mine.find(name); own != mine.end()) {
            JoinedRow<Row> both(own->second);
            join(both, record.row);
            if (!both.differs_in().empty())
                tell_difference(diagnostics, record.position, record.row.name, both.differs_in(),
                                "that of --vocabulary");
            continue;
        }
        const auto [at, is_new] = made.try_emplace(std::move(name), record.row);
        if (is_new) continue;
        at->second.differ({});
        join(at->second, record.row);
        if (!at->second.differs_in().empty())
            tell_difference(diagnostics, record.position, record.row.name, at->second.differs_in(),
                            at->second.differs_in() == sign_key ? "that of conflict"
                                                                : "the first in order of letters");
    }
    for (auto& [name, row] : made)
        mine.emplace(name, row.row());
    std::vector<Row> rows;
    for (const auto& [name, row] : mine)
        rows.push_back(row);
    return rows;
}

/// Rows of the input whose name means something already are left out.
template <class Record, class Means>
void leave_out_taken(std::vector<Record>& records, Diagnostics& diagnostics, Means means) {
    std::erase_if(records, [&](const Record& record) {
        const std::string_view taken_by = means(record.row.name);
        if (taken_by.empty()) return false;
        const std::string why = taken_by == record.row.name
                                    ? "' is built in"
                                    : "' means '" + printable(taken_by) + "' already";
        diagnostics.report(Code::conflicting_vocabulary, record.position,
                           "'" + printable(record.row.name) + why + "; the row is left out");
        return true;
    });
}

void leave_out_taken(Intake& intake, const Vocabulary& given, Diagnostics& diagnostics) {
    leave_out_taken(intake.kinds, diagnostics, [&](std::string_view name) -> std::string_view {
        const KindId id = given.find_kind(name);
        return id == Vocabulary::none || !given.kind(id).builtin ? "" : given.kind(id).name;
    });
    leave_out_taken(intake.relation_types, diagnostics,
                    [&](std::string_view name) -> std::string_view {
                        const RelationId id = given.find_relation(name).id;
                        if (id == Vocabulary::none) return "";
                        const RelationType& row = given.relation(id);
                        const bool same = fold_term(row.name) == fold_term(name);
                        return same && !row.builtin ? "" : row.name;
                    });
}

/// A word that two relations claim means the first of them, and nobody may notice.
void tell_shared_words(const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    for (RelationId id = 0; id < vocabulary.relations().size(); ++id) {
        const RelationType& row = vocabulary.relation(id);
        if (row.builtin) continue;
        const auto tell = [&](std::string_view word) {
            const RelationId means = vocabulary.find_relation(word).id;
            if (means == id || word.empty()) return;
            diagnostics.report(Code::conflicting_vocabulary, {},
                               "'" + printable(word) + "', a word of '" + printable(row.name) +
                                   "', means '" + printable(vocabulary.relation(means).name) +
                                   "' already, and is read so");
        };
        tell(row.inverse);
        for_each_word(row.synonyms, tell);
    }
}

/// Gives the claims the numbers and the kinds that the settled vocabulary has for their relations.
void settle_claims(Intake& intake, const Vocabulary& given, const Vocabulary& settled) {
    std::vector<RelationId> types; // by their number in `given`
    for (const RelationType& row : given.relations())
        types.push_back(settled.find_relation(row.name).id);
    std::vector<Vocabulary::Found> open;
    bool declared = false;
    for (const OpenRelation& relation : intake.open_relations) {
        open.push_back(settled.find_relation(relation.name));
        declared = declared || open.back().id != Vocabulary::none;
    }
    bool moved = false; // rows of the input stand before some of them
    for (std::size_t id = 0; id < types.size(); ++id)
        moved = moved || types[id] != id;
    if (moved)
        intake.rows.for_each([&](ClaimLedger::Row& row) {
            if (!row.open_type) row.type = types[row.type];
        });
    if (!declared) return;
    const auto found = [&](const ClaimLedger::Row& row) {
        return row.open_type ? open[row.type] : Vocabulary::Found{};
    };
    intake.mention_anew([&](const ClaimLedger::Row& row) -> std::optional<Intake::EndKinds> {
        const Vocabulary::Found relation = found(row);
        if (relation.id == Vocabulary::none) return std::nullopt;
        const RelationType& type = settled.relation(relation.id);
        if (relation.inverse) return Intake::EndKinds{type.objects, type.subjects};
        return Intake::EndKinds{type.subjects, type.objects};
    });
    intake.rows.for_each([&](ClaimLedger::Row& row) {
        const Vocabulary::Found relation = found(row);
        if (relation.id == Vocabulary::none) return;
        row.type = relation.id;
        row.open_type = false;
        if (relation.inverse) std::swap(row.subject, row.object);
    });
}

} // namespace

std::shared_ptr<Vocabulary> settle_vocabulary(Intake& intake, const Vocabulary& given,
                                              Diagnostics& diagnostics) {
    leave_out_taken(intake, given, diagnostics);
    auto settled = std::make_shared<Vocabulary>();
    for (const Kind& row : joined_rows(given.kinds(), intake.kinds, diagnostics))
        settled->add_kind(row);
    for (const RelationType& row :
         joined_rows(given.relations(), intake.relation_types, diagnostics))
        settled->add_relation(row);
    tell_shared_words(*settled, diagnostics);
    settle_claims(intake, given, *settled);
    return settled;
}

} // namespace entente
