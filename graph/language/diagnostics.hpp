// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class Severity : std::uint8_t { note, warning, error };

std::string_view name(Severity);

/// Where something stands in an input. Lines and columns count from 1; columns count Unicode code
/// points. 0 means "not known".
struct Position {
    std::uint32_t file = 0; ///< what Diagnostics::add_file returned; 0: no file
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend auto operator<=>(const Position&, const Position&) = default;
};

/// Everything that entente can say about data. The names are stable: scripts may rely on them.
/// Each has a row in `codes()` and an entry in docs/diagnostics.md.
enum class Code : std::uint8_t {
    // reading
    empty_input,
    encoding,
    unknown_format,
    syntax,
    too_deep,
    duplicate_key,
    missing_field,
    wrong_type,
    bad_value,
    bad_date,
    bad_confidence,
    bad_span,
    reversed_interval,
    control_character,
    ragged_row,
    unknown_column,
    repaired,
    // meaning
    unknown_kind,
    unknown_relation,
    relation_synonym,
    kind_mismatch,
    unknown_id,
    undeclared_source,
    duplicate_claim,
    conflicting_name,
    conflicting_kind,
    conflicting_attribute,
    conflicting_vocabulary,
    contradiction,
    // identity
    merged,
    unresolved,
    ambiguous,
    judgement_conflict,
    // writing
    not_representable,
    approximated,
    lean,
    reduced,
    missing_flag,
    layout,
    count_, ///< how many there are
};

struct CodeRow {
    Code code;
    std::string_view name; ///< as printed: `bad-date`
    Severity severity;     ///< unless the reporter says otherwise
    std::string_view meaning;
};

std::span<const CodeRow> codes();
const CodeRow& row(Code);

struct Diagnostic {
    Code code{};
    Severity severity{};
    Position at;
    std::string message;
};

/// Collects what there is to tell. The caller chooses what happens to it (print, log, count, keep)
/// with a listener; the reporter never decides.
class Diagnostics {
  public:
    using Listener = std::function<void(const Diagnostics&, const Diagnostic&)>;

    /// Without a listener every diagnostic is kept for `all()`.
    Diagnostics() = default;
    explicit Diagnostics(Listener listener) : listener_(std::move(listener)) {}

    /// Makes an input known by its name and returns its number (from 1).
    std::uint32_t add_file(std::string_view name);
    [[nodiscard]] std::string_view file_name(std::uint32_t file) const;

    void report(Code code, Position at, std::string message);
    void report(Code code, Severity severity, Position at, std::string message);

    [[nodiscard]] std::size_t count(Severity) const;
    [[nodiscard]] std::size_t count(Code) const;
    [[nodiscard]] std::span<const Diagnostic> all() const { return kept_; }

  private:
    Listener listener_;
    std::vector<std::string> files_;
    std::vector<Diagnostic> kept_;
    std::array<std::size_t, 3> by_severity_{};
    std::array<std::size_t, static_cast<std::size_t>(Code::count_)> by_code_{};
};

/// `file:line:column: severity: message [code]`, the form that editors jump to. Control characters
/// in names and messages are shown as escapes, so that no text can drive a terminal.
std::string format(const Diagnostics&, const Diagnostic&);
/// Replaces control characters (C0, DEL, C1) and bidirectional overrides by visible \u escapes.
std::string printable(std::string_view text);

} // namespace entente
