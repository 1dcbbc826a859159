// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/flags/clean_svg.hpp"

#include <array>
#include <charconv>
#include <set>

#include "exporters/drawing/flags/svg_elements.hpp"
#include "exporters/drawing/flags/svg_names.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::diagram {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number with four significant digits, if that is shorter. One that starts with a zero and
/// more digits may be an arc's flags written without space, and is left alone.
void append_rounded_number(std::string& out, std::string_view number) {
    const bool fraction = number.find('.') != std::string_view::npos;
    const bool flags = number.size() > 1 && number[0] == '0' && number[1] != '.';
    double value = 0;
    if (!fraction || flags ||
        std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc{}) {
        out += number;
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::general, 4)
                         .ptr;
    const std::string_view shorter(digits.data(), static_cast<std::size_t>(end - digits.data()));
    out += shorter.size() < number.size() ? shorter : number;
}

/// The end of the number that begins at `at`; its second point begins another one: `0.5.5`.
std::size_t number_end(std::string_view text, std::size_t at) {
    bool fraction = false;
    while (at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !fraction)))
        fraction |= text[at++] == '.';
    return at;
}

std::string with_rounded_numbers(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = number_end(text, at);
        const std::string_view number = text.substr(at, end - at);
        const bool exponent = end < text.size() && (text[end] == 'e' || text[end] == 'E');
        if (number.empty())
            out += text[at];
        else if (exponent)
            out += number;
        else
            append_rounded_number(out, number);
        at = number.empty() ? at + 1 : end;
    }
    return out;
}

constexpr std::string_view reference = "url(#";

/// Puts `prefix` before each id that `value` refers to: `url(#a)`.
std::string with_prefixed_ids(std::string_view value, std::string_view prefix) {
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t found = value.find(reference, at);
        if (found == std::string_view::npos) return out.append(value.substr(at));
        const std::size_t id = found + reference.size();
        out.append(value.substr(at, id - at)).append(prefix);
        at = id;
    }
    return out;
}

/// The ids that something in the file refers to; no other needs to be kept.
std::set<std::string> referenced_ids(std::string_view file) {
    std::set<std::string> ids;
    const auto open = [&](const SvgElement& element) {
        for (const SvgAttribute& a : element.attributes) {
            if (a.name == "href" && a.value.starts_with("#")) ids.emplace(a.value.substr(1));
            for (std::size_t at = 0;
                 (at = a.value.find(reference, at)) != std::string_view::npos;) {
                at += reference.size();
                ids.emplace(a.value.substr(at, a.value.find(')', at) - at));
            }
        }
    };
    read_svg(file, {open, [](std::string_view, bool) {}});
    return ids;
}

/// Takes over what draws, and leaves out the rest.
struct Cleaning {
    std::string_view prefix;
    std::set<std::string> ids;
    FlagArt art{};
    std::string view_box{};
    std::size_t skip = 0;     ///< how deep inside of an element that is left out
    bool drawable = true;     ///< nothing is left out that can be seen
    bool tag_is_open = false; ///< its > is still to be written
};

void append_attribute(std::string& out, const Cleaning& cleaning, const SvgAttribute& a) {
    if (!is_drawing_attribute(a.name)) return;
    if (a.name == "id" && !cleaning.ids.contains(std::string(a.value))) return;
    // Nothing in a picture may point outside of it.
    if (a.name == "href" && !a.value.starts_with("#")) return;
    std::string value;
    if (a.name == "id")
        value.append(cleaning.prefix).append(a.value);
    else if (a.name == "href")
        value.append("#").append(cleaning.prefix).append(a.value.substr(1));
    else if (holds_numbers(a.name))
        value = with_rounded_numbers(a.value);
    else
        value = with_prefixed_ids(a.value, cleaning.prefix);
    out.append(" ").append(a.name == "href" ? "xlink:href" : a.name).append("=\"");
    append_xml_attribute(out, value);
    out += '"';
}

/// The element that is all of the file: its size and units.
void read_root(Cleaning& cleaning, const SvgElement& root) {
    for (const SvgAttribute& a : root.attributes) {
        const auto read_size = [&](double& size) {
            std::from_chars(a.value.data(), a.value.data() + a.value.size(), size);
        };
        if (a.name == "viewBox") cleaning.view_box = a.value;
        if (a.name == "width") read_size(cleaning.art.width);
        if (a.name == "height") read_size(cleaning.art.height);
    }
}

void close_tag(Cleaning& cleaning) {
    if (cleaning.tag_is_open) cleaning.art.svg += '>';
    cleaning.tag_is_open = false;
}

void open_element(Cleaning& cleaning, const SvgElement& element) {
    if (cleaning.skip > 0) {
        ++cleaning.skip;
        return;
    }
    if (element.name == "svg") {
        read_root(cleaning, element);
        return;
    }
    if (!is_drawing_element(element.name)) {
        cleaning.drawable &=
            element.name != "text" && element.name != "image" && element.name != "style";
        cleaning.skip = 1;
        return;
    }
    close_tag(cleaning);
    cleaning.art.svg.append("<").append(element.name);
    for (const SvgAttribute& a : element.attributes)
        append_attribute(cleaning.art.svg, cleaning, a);
    cleaning.tag_is_open = true;
}

void close_element(Cleaning& cleaning, std::string_view name, bool empty) {
    if (cleaning.skip > 0) {
        --cleaning.skip;
        return;
    }
    if (name == "svg") return;
    if (empty) {
        cleaning.art.svg += "/>";
        cleaning.tag_is_open = false;
        return;
    }
    close_tag(cleaning);
    cleaning.art.svg.append("</").append(name).append(">");
}

} // namespace

std::optional<FlagArt> clean_svg(std::string_view file, std::string_view prefix) {
    Cleaning cleaning{.prefix = prefix, .ids = referenced_ids(file)};
    cleaning.art.svg.reserve(file.size() / 2);
    const bool well_formed = read_svg(
        file, {[&](const SvgElement& element) { open_element(cleaning, element); },
               [&](std::string_view name, bool empty) { close_element(cleaning, name, empty); }});
    FlagArt& art = cleaning.art;
    if (!well_formed || !cleaning.drawable || art.svg.empty()) return std::nullopt;
    if (!cleaning.view_box.empty()) {
        // The drawing has units of its own: let an inner svg element scale it.
        std::string head = "<svg";
        append_attribute(head, cleaning, {"viewBox", cleaning.view_box});
        art.svg = head + " width=\"640\" height=\"480\">" + art.svg + "</svg>";
    }
    return std::move(art);
}

} // namespace entente::diagram
