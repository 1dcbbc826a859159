// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/language/record.hpp"
#include "importers/reading.hpp"
#include "importers/records/keys/members.hpp"
#include "importers/syntax/json.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

/// Reads the values of one record's fields and keeps account of whether all were good. All problems
/// of a record are told, so that it can be mended in one go, but as one error: one rejected record
/// is one error.
class RecordFields {
  public:
    explicit RecordFields(Reading& reading) : reading_(reading) {}

    /// A new record, whose text begins at `base` of the input.
    void begin(JsonTree& tree, std::size_t base);
    [[nodiscard]] bool ok() const { return problem_count_ == 0; }
    /// Reports the record's problems, if it has any.
    void tell();
    [[nodiscard]] Position position();
    /// Where a part of the record stands.
    [[nodiscard]] Position at(const JsonToken& token) const;
    [[nodiscard]] const JsonTree& tree() const { return *tree_; }

    void fail(Code code, std::uint32_t offset, std::string message);
    void warn(Code code, const JsonToken& at, std::string message);
    void repaired(const JsonToken& at, std::string_view what);

    /// Checks and normalizes all texts of the record; most need no look.
    bool clean_texts();

    /// The text without white space at its ends; empty if the token is null (absent).
    std::string_view text(const JsonToken* token);
    /// The text as it is.
    std::string_view raw_text(const JsonToken* token);
    /// An id; a number is taken for one with a note, since other programs count their nodes.
    std::string_view id(const JsonToken* token);
    Date date(const JsonToken* token);
    /// `from` and `to`, and an interval `a/b` that stands under `date`.
    void dates(Members& members, Date* date, Period& period);
    Stance stance(const JsonToken* token);
    double confidence(const JsonToken* token);
    TextSpan span(const JsonToken* token);
    bool boolean(const JsonToken* token);
    Value value(const JsonToken& token);
    Field field(const JsonToken& token);

  private:
    void clean(const char*& data, std::uint32_t& size, std::uint32_t offset);
    void wrong_type(const JsonToken& token, std::string_view wanted);
    bool date_of(std::string_view text, const JsonToken& at, Date& out);

    Reading& reading_;
    TextArena arena_;
    JsonTree* tree_ = nullptr;
    std::size_t base_ = 0;
    Position position_; ///< of the record; line 0 until somebody asks
    std::size_t problem_count_ = 0;
    JsonError problem_; ///< the first, with the words of all
};

/// `'subject'`, for messages; of an element of a list: `this`.
std::string quoted_key(const JsonToken& token);

} // namespace entente
