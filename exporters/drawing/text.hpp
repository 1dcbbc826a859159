// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente::diagram {

/// The fonts that the picture is set in: the first is the one we measure with; the others serve
/// where it is not installed, or has no such characters.
constexpr std::string_view font_stack =
    "Noto Sans, Noto Sans CJK JP, Noto Sans Arabic, Segoe UI, Helvetica, Arial, sans-serif";

/// How wide text is, with whatever characters: measured by Pango, in pixels of the picture.
class TextMeter {
  public:
    /// `language` (BCP 47) settles which shapes Chinese characters get.
    explicit TextMeter(const std::string& language);
    TextMeter(const TextMeter&) = delete;
    TextMeter& operator=(const TextMeter&) = delete;
    ~TextMeter();

    [[nodiscard]] double width(std::string_view text, double size, bool bold = false) const;
    /// The text in lines of at most `limit` pixels, broken where its script allows it.
    [[nodiscard]] std::vector<std::string> wrap(std::string_view text, double size, bool bold,
                                                double limit) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// True if some character is written from right to left.
bool has_right_to_left(std::string_view text);
/// The text, isolated from the direction of what stands around it where that matters.
std::string isolated(std::string_view text);

} // namespace entente::diagram
