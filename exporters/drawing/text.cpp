// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/text.hpp"

#include <pango/pangocairo.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <map>
#include <tuple>

#include "exporters/drawing/lazy_library.hpp"

namespace entente::diagram {

namespace {

struct Pango {
    LazyLibrary library{"libpangocairo-1.0.so.0", "libpangocairo-1.0-0"};
    ENTENTE_LAZY(cairo_font_options_create);
    ENTENTE_LAZY(cairo_font_options_destroy);
    ENTENTE_LAZY(cairo_font_options_set_hint_metrics);
    ENTENTE_LAZY(cairo_font_options_set_hint_style);
    ENTENTE_LAZY(g_object_unref);
    ENTENTE_LAZY(pango_cairo_context_set_font_options);
    ENTENTE_LAZY(pango_cairo_context_set_resolution);
    ENTENTE_LAZY(pango_cairo_font_map_new);
    ENTENTE_LAZY(pango_context_set_language);
    ENTENTE_LAZY(pango_context_set_round_glyph_positions);
    ENTENTE_LAZY(pango_font_description_free);
    ENTENTE_LAZY(pango_font_description_new);
    ENTENTE_LAZY(pango_font_description_set_absolute_size);
    ENTENTE_LAZY(pango_font_description_set_family);
    ENTENTE_LAZY(pango_font_description_set_weight);
    ENTENTE_LAZY(pango_font_map_create_context);
    ENTENTE_LAZY(pango_language_from_string);
    ENTENTE_LAZY(pango_layout_context_changed);
    ENTENTE_LAZY(pango_layout_get_lines_readonly);
    ENTENTE_LAZY(pango_layout_get_size);
    ENTENTE_LAZY(pango_layout_new);
    ENTENTE_LAZY(pango_layout_set_font_description);
    ENTENTE_LAZY(pango_layout_set_single_paragraph_mode);
    ENTENTE_LAZY(pango_layout_set_text);
    ENTENTE_LAZY(pango_layout_set_width);
    ENTENTE_LAZY(pango_layout_set_wrap);
};

const Pango& pango() {
    static const Pango functions;
    return functions;
}

struct Unref {
    void operator()(void* object) const { pango().g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

void set_font(PangoLayout* layout, double size, bool bold) {
    PangoFontDescription* font = pango().pango_font_description_new();
    pango().pango_font_description_set_family(font, std::string(font_stack).c_str());
    pango().pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    if (bold) pango().pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango().pango_layout_set_font_description(layout, font);
    pango().pango_font_description_free(font);
}

} // namespace

struct TextMeter::State {
    Owned<PangoFontMap> fonts{pango().pango_cairo_font_map_new()};
    Owned<PangoContext> context{pango().pango_font_map_create_context(fonts.get())};
    Owned<PangoLayout> layout{pango().pango_layout_new(context.get())};
    std::map<std::tuple<std::string, double, bool>, double> widths;
};

TextMeter::TextMeter(const std::string& language) : state_(std::make_unique<State>()) {
    PangoContext* context = state_->context.get();
    // Without these the picture would depend on the user's locale and screen.
    pango().pango_context_set_language(context,
                                       pango().pango_language_from_string(language.c_str()));
    cairo_font_options_t* options = pango().cairo_font_options_create();
    pango().cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango().cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango().pango_cairo_context_set_font_options(context, options);
    pango().cairo_font_options_destroy(options);
    pango().pango_cairo_context_set_resolution(context, 96);
    pango().pango_context_set_round_glyph_positions(context, FALSE);
    pango().pango_layout_context_changed(state_->layout.get());
}

TextMeter::~TextMeter() = default;

double TextMeter::width(std::string_view text, double size, bool bold) const {
    const auto [at, fresh] = state_->widths.try_emplace({std::string(text), size, bold}, 0.0);
    if (!fresh) return at->second;
    PangoLayout* layout = state_->layout.get();
    set_font(layout, size, bold);
    pango().pango_layout_set_width(layout, -1);
    pango().pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango().pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    int width = 0;
    pango().pango_layout_get_size(layout, &width, nullptr);
    return at->second = static_cast<double>(width) / PANGO_SCALE;
}

std::vector<std::string> TextMeter::wrap(std::string_view text, double size, bool bold,
                                         double limit) const {
    if (width(text, size, bold) <= limit) return {std::string(text)};
    PangoLayout* layout = state_->layout.get();
    set_font(layout, size, bold);
    pango().pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango().pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango().pango_layout_set_width(layout, static_cast<int>(limit * PANGO_SCALE));
    pango().pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    std::vector<std::string> lines;
    for (const GSList* at = pango().pango_layout_get_lines_readonly(layout); at; at = at->next) {
        const auto* line = static_cast<const PangoLayoutLine*>(at->data);
        std::string part(text.substr(static_cast<std::size_t>(line->start_index),
                                     static_cast<std::size_t>(line->length)));
        while (!part.empty() && part.back() == ' ')
            part.pop_back();
        if (!part.empty()) lines.push_back(std::move(part));
    }
    pango().pango_layout_set_width(layout, -1);
    return lines;
}

bool has_right_to_left(std::string_view text) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        if ((c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
            (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
            (c >= 0x1E800 && c <= 0x1EFFF))
            return true;
    }
    return false;
}

std::string isolated(std::string_view text) {
    if (!has_right_to_left(text)) return std::string(text);
    return "\u2068" + std::string(text) + "\u2069";
}

} // namespace entente::diagram
