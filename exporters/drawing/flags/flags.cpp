// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/flags/flags.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "exporters/drawing/carrier.hpp"
#include "graph/text/ascii.hpp"

#ifndef ENTENTE_FLAG_FOLDER
#define ENTENTE_FLAG_FOLDER "/usr/share/iso-flags-svg/country-4x3"
#endif

namespace entente::diagram {

namespace {

/// Beyond this a flag (a coat of arms in full detail) is drawn once and kept as an image: at the
/// size of a finger nail nobody sees the difference, and the file stays small.
constexpr std::size_t heaviest_drawing = 16'384;
constexpr int raster_width = 160, raster_height = 120;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return in ? std::move(text).str() : std::string();
}

std::filesystem::path path_of(std::string_view iso2) {
    return std::filesystem::path(flag_folder()) / (ascii::lower(iso2) + ".svg");
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
