// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/flags.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include "exporters/drawing/ascii.hpp"
#include "exporters/drawing/carrier.hpp"

#ifndef ENTENTE_FLAG_FOLDER
#define ENTENTE_FLAG_FOLDER "/usr/share/iso-flags-svg/country-4x3"
#endif

namespace entente::diagram {

namespace {

/// Beyond this a flag (a coat of arms in full detail) is drawn once and kept as an image: at the
/// size of a finger nail nobody sees the difference, and the file stays small.
constexpr std::size_t heaviest_drawing = 16'384;
constexpr int raster_width = 160, raster_height = 120;

constexpr std::array<std::string_view, 16> elements = {
    "circle",         "clipPath", "defs", "ellipse", "g",       "line",
    "linearGradient", "marker",   "mask", "path",    "polygon", "polyline",
    "radialGradient", "rect",     "stop", "use"};

constexpr std::array<std::string_view, 49> attributes = {"clip-path",
                                                         "clip-rule",
                                                         "clipPathUnits",
                                                         "cx",
                                                         "cy",
                                                         "d",
                                                         "fill",
                                                         "fill-opacity",
                                                         "fill-rule",
                                                         "fx",
                                                         "fy",
                                                         "gradientTransform",
                                                         "gradientUnits",
                                                         "height",
                                                         "href",
                                                         "id",
                                                         "marker-end",
                                                         "marker-mid",
                                                         "marker-start",
                                                         "markerHeight",
                                                         "markerUnits",
                                                         "markerWidth",
                                                         "mask",
                                                         "offset",
                                                         "opacity",
                                                         "orient",
                                                         "points",
                                                         "r",
                                                         "refX",
                                                         "refY",
                                                         "rx",
                                                         "ry",
                                                         "stop-color",
                                                         "stop-opacity",
                                                         "stroke",
                                                         "stroke-dasharray",
                                                         "stroke-linecap",
                                                         "stroke-linejoin",
                                                         "stroke-miterlimit",
                                                         "stroke-opacity",
                                                         "stroke-width",
                                                         "style",
                                                         "transform",
                                                         "width",
                                                         "x",
                                                         "x1",
                                                         "x2",
                                                         "y",
                                                         "y1"};

bool known(std::string_view name, const auto& list) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

struct Attribute {
    std::string_view name, value;
};

struct Tag {
    std::string_view name;
    std::vector<Attribute> attributes;
    bool closing = false, empty = false;
};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Takes a tag's text (between < and >) apart.
Tag parse_tag(std::string_view text) {
    Tag tag;
    if (!text.empty() && text.front() == '/') {
        tag.closing = true;
        text.remove_prefix(1);
    }
    if (!text.empty() && text.back() == '/') {
        tag.empty = true;
        text.remove_suffix(1);
    }
    std::size_t at = 0;
    while (at < text.size() && !is_space(text[at]))
        ++at;
    tag.name = text.substr(0, at);
    while (at < text.size()) {
        while (at < text.size() && is_space(text[at]))
            ++at;
        const std::size_t equals = text.find('=', at);
        if (equals == std::string_view::npos) break;
        std::string_view name = text.substr(at, equals - at);
        while (!name.empty() && is_space(name.back()))
            name.remove_suffix(1);
        const std::size_t open = text.find_first_of("\"'", equals);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find(text[open], open + 1);
        if (close == std::string_view::npos) break;
        if (name == "xlink:href") name = "href";
        tag.attributes.push_back({name, text.substr(open + 1, close - open - 1)});
        at = close + 1;
    }
    return tag;
}

/// The end of the tag that begins at `open`: the next > that stands in no quotes.
std::size_t tag_end(std::string_view file, std::size_t open) {
    char quote = 0;
    for (std::size_t at = open; at < file.size(); ++at) {
        if (quote != 0) {
            if (file[at] == quote) quote = 0;
        } else if (file[at] == '"' || file[at] == '\'') {
            quote = file[at];
        } else if (file[at] == '>') {
            return at;
        }
    }
    return std::string_view::npos;
}

/// Calls `f(const Tag&)` for each tag outside of comments and the like; false if `file` is cut off.
template <class F>
bool for_each_tag(std::string_view file, F&& f) {
    const auto skip_past = [&](std::size_t at, std::string_view mark) {
        const std::size_t found = file.find(mark, at);
        return found == std::string_view::npos ? file.size() : found + mark.size();
    };
    std::size_t at = 0;
    while ((at = file.find('<', at)) != std::string_view::npos) {
        if (file.substr(at, 4) == "<!--") {
            at = skip_past(at, "-->");
        } else if (file.substr(at, 2) == "<?") {
            at = skip_past(at, "?>");
        } else if (file.substr(at, 2) == "<!") {
            at = skip_past(at, ">");
        } else {
            const std::size_t end = tag_end(file, at);
            if (end == std::string_view::npos) return false;
            f(parse_tag(file.substr(at + 1, end - at - 1)));
            at = end + 1;
        }
    }
    return true;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Rounds each number with a fraction to four significant digits. One that starts with a zero and
/// more digits may be an arc's flags written without space, and is left alone.
void append_rounded(std::string& out, std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (!is_digit(text[at]) && text[at] != '.') {
            out += text[at++];
            continue;
        }
        std::size_t end = at;
        bool fraction = false;
        while (end < text.size() && (is_digit(text[end]) || (text[end] == '.' && !fraction)))
            fraction |= text[end++] == '.';
        const std::string_view number = text.substr(at, end - at);
        const bool flags = number.size() > 1 && number[0] == '0' && number[1] != '.';
        const bool exponent = end < text.size() && (text[end] == 'e' || text[end] == 'E');
        double value = 0;
        std::array<char, 32> digits{};
        if (fraction && !flags && !exponent &&
            std::from_chars(number.data(), number.data() + number.size(), value).ec ==
                std::errc{}) {
            const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                            std::chars_format::general, 4);
            const std::string_view shorter(digits.data(),
                                           static_cast<std::size_t>(done.ptr - digits.data()));
            out += shorter.size() < number.size() ? shorter : number;
        } else {
            out += number;
        }
        at = end;
    }
}

/// Puts `prefix` before each id that `value` refers to: `url(#a)`.
std::string prefixed(std::string_view value, std::string_view prefix) {
    std::string out;
    for (std::size_t at = 0; at < value.size(); ++at) {
        out += value[at];
        if (value.substr(0, at + 1).ends_with("url(#")) out += prefix;
    }
    return out;
}

bool holds_numbers(std::string_view attribute) {
    return attribute != "id" && attribute != "href" && attribute != "fill" &&
           attribute != "stroke" && attribute != "stop-color" && attribute != "style" &&
           attribute != "clip-path" && attribute != "mask";
}

std::set<std::string_view> referenced_ids(std::string_view file) {
    std::set<std::string_view> ids;
    for_each_tag(file, [&](const Tag& tag) {
        for (const Attribute& a : tag.attributes) {
            if (a.name == "href" && a.value.starts_with("#")) ids.insert(a.value.substr(1));
            std::size_t at = 0;
            while ((at = a.value.find("url(#", at)) != std::string_view::npos) {
                at += 5;
                ids.insert(a.value.substr(at, a.value.find(')', at) - at));
            }
        }
    });
    return ids;
}

void append_attribute(std::string& out, const Attribute& a, std::string_view prefix,
                      const std::set<std::string_view>& ids) {
    if (!known(a.name, attributes) && a.name != "y2" && a.name != "viewBox") return;
    if (a.name == "id" && !ids.contains(a.value)) return;
    // Nothing in a picture may point outside of it.
    if (a.name == "href" && !a.value.starts_with("#")) return;
    if (a.value.find('<') != std::string_view::npos) return;
    out += ' ';
    out += a.name == "href" ? "xlink:href" : a.name;
    out += "=\"";
    if (a.name == "id")
        out.append(prefix).append(a.value);
    else if (a.name == "href")
        out.append("#").append(prefix).append(a.value.substr(1));
    else if (holds_numbers(a.name))
        append_rounded(out, a.value);
    else
        out += prefixed(a.value, prefix);
    out += '"';
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return in ? std::move(text).str() : std::string();
}

std::filesystem::path path_of(std::string_view iso2) {
    return std::filesystem::path(flag_folder()) / (lower(iso2) + ".svg");
}

bool is_code(std::string_view iso2) {
    return iso2.size() == 2 && std::all_of(iso2.begin(), iso2.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
}

} // namespace

std::string_view flag_folder() {
    return ENTENTE_FLAG_FOLDER;
}

bool has_flag(std::string_view iso2) {
    std::error_code ignored;
    return is_code(iso2) && std::filesystem::is_regular_file(path_of(iso2), ignored);
}

std::optional<FlagArt> clean_svg(std::string_view file, std::string_view prefix) {
    FlagArt art;
    art.svg.reserve(file.size() / 2);
    const std::set<std::string_view> ids = referenced_ids(file);
    std::string_view view_box;
    std::size_t skip = 0; // depth inside of an element that is left out
    bool drawable = true;
    const bool complete = for_each_tag(file, [&](const Tag& tag) {
        if (skip > 0) {
            if (tag.closing)
                --skip;
            else if (!tag.empty)
                ++skip;
            return;
        }
        if (tag.name == "svg") {
            for (const Attribute& a : tag.attributes) {
                if (a.name == "viewBox") view_box = a.value;
                double* size = a.name == "width"    ? &art.width
                               : a.name == "height" ? &art.height
                                                    : nullptr;
                if (size) std::from_chars(a.value.data(), a.value.data() + a.value.size(), *size);
            }
            return;
        }
        if (!known(tag.name, elements)) {
            drawable &= tag.name != "text" && tag.name != "image" && tag.name != "style";
            if (!tag.closing && !tag.empty) skip = 1;
            return;
        }
        art.svg += tag.closing ? "</" : "<";
        art.svg += tag.name;
        for (const Attribute& a : tag.attributes)
            append_attribute(art.svg, a, prefix, ids);
        art.svg += tag.empty ? "/>" : ">";
    });
    if (!complete || !drawable || art.svg.empty()) return std::nullopt;
    if (!view_box.empty()) {
        // The drawing has units of its own: let an inner svg element scale it.
        std::string head = "<svg";
        append_attribute(head, {"viewBox", view_box}, prefix, ids);
        art.svg = head + " width=\"640\" height=\"480\">" + art.svg + "</svg>";
    }
    return art;
}

std::optional<FlagArt> flag_art(std::string_view iso2) {
    if (!is_code(iso2)) return std::nullopt;
    const std::string file = read_file(path_of(iso2));
    if (file.empty()) return std::nullopt;
    std::string prefix = "f-" + std::string(iso2) + "-";
    std::optional<FlagArt> art = clean_svg(file, prefix);
    if (art && art->svg.size() <= heaviest_drawing) return art;
    const std::string png = raster(file, raster_width, raster_height);
    if (png.empty()) return std::nullopt;
    FlagArt image;
    image.svg =
        "<image width=\"640\" height=\"480\" preserveAspectRatio=\"none\" "
        "xlink:href=\"data:image/png;base64," +
        base64(png) + "\"/>";
    return image;
}

} // namespace entente::diagram
