// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/carrier.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "exporters/drawing/lazy_library.hpp"

namespace entente::diagram {

namespace {

struct Rsvg {
    LazyLibrary library{"librsvg-2.so.2", "librsvg2-2"};
    ENTENTE_LAZY(cairo_create);
    ENTENTE_LAZY(cairo_destroy);
    ENTENTE_LAZY(cairo_image_surface_create);
    ENTENTE_LAZY(cairo_pdf_surface_create_for_stream);
    ENTENTE_LAZY(cairo_pdf_surface_set_metadata);
    ENTENTE_LAZY(cairo_status);
    ENTENTE_LAZY(cairo_status_to_string);
    ENTENTE_LAZY(cairo_surface_destroy);
    ENTENTE_LAZY(cairo_surface_finish);
    ENTENTE_LAZY(cairo_surface_status);
    ENTENTE_LAZY(cairo_surface_write_to_png_stream);
    ENTENTE_LAZY(g_clear_error);
    ENTENTE_LAZY(g_memory_input_stream_new_from_data);
    ENTENTE_LAZY(g_object_unref);
    ENTENTE_LAZY(rsvg_handle_new_from_stream_sync);
    ENTENTE_LAZY(rsvg_handle_render_document);
    ENTENTE_LAZY(rsvg_handle_set_dpi);
};

const Rsvg& rsvg() {
    static const Rsvg functions;
    return functions;
}

struct Closer {
    void operator()(RsvgHandle* handle) const { rsvg().g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { rsvg().cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { rsvg().cairo_destroy(context); }
};
using Handle = std::unique_ptr<RsvgHandle, Closer>;
using Surface = std::unique_ptr<cairo_surface_t, Closer>;
using Context = std::unique_ptr<cairo_t, Closer>;

[[noreturn]] void fail(const char* what, GError* error) {
    std::string message = std::string(what) + ": " + (error ? error->message : "unknown reason");
    rsvg().g_clear_error(&error);
    throw std::runtime_error(message);
}

Handle parse(std::string_view svg) {
    GError* error = nullptr;
    GInputStream* bytes = rsvg().g_memory_input_stream_new_from_data(
        svg.data(), static_cast<gssize>(svg.size()), nullptr);
    // A poster of a thousand nations has more elements than librsvg's guard for hostile files
    // lets pass; this file is our own.
    RsvgHandle* handle = rsvg().rsvg_handle_new_from_stream_sync(
        bytes, nullptr, RSVG_HANDLE_FLAG_UNLIMITED, nullptr, &error);
    rsvg().g_object_unref(bytes);
    if (!handle) fail("the picture cannot be read back", error);
    rsvg().rsvg_handle_set_dpi(handle, 96);
    return Handle(handle);
}

void draw(RsvgHandle* handle, cairo_t* context, double width, double height) {
    const RsvgRectangle page{0, 0, width, height};
    GError* error = nullptr;
    if (!rsvg().rsvg_handle_render_document(handle, context, &page, &error))
        fail("the picture cannot be drawn", error);
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("the picture cannot be drawn: ") +
                                 rsvg().cairo_status_to_string(status));
}

std::string draw_png(RsvgHandle* handle, int width, int height) {
    const Surface surface(rsvg().cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    check(rsvg().cairo_surface_status(surface.get()));
    const Context context(rsvg().cairo_create(surface.get()));
    draw(handle, context.get(), width, height);
    check(rsvg().cairo_status(context.get()));
    std::string png;
    check(rsvg().cairo_surface_write_to_png_stream(surface.get(), append, &png));
    return png;
}

} // namespace

std::string raster(std::string_view svg, int width, int height) {
    try {
        return draw_png(parse(svg).get(), width, height);
    } catch (const std::runtime_error&) {
        return {};
    }
}

std::string to_png(std::string_view svg, double width, double height, double scale) {
    // Cairo's images end at 32,767 pixels; a larger picture is drawn smaller rather than not at
    // all.
    constexpr double most = 32000;
    scale = std::min({scale, most / width, most / height});
    return draw_png(parse(svg).get(), static_cast<int>(std::lround(width * scale)),
                    static_cast<int>(std::lround(height * scale)));
}

std::string to_pdf(std::string_view svg, const std::string& title, double width, double height) {
    // A CSS pixel is 1/96 inch, a PDF unit 1/72.
    const double w = width * 0.75, h = height * 0.75;
    const Handle handle = parse(svg);
    std::string pdf;
    {
        const Surface surface(rsvg().cairo_pdf_surface_create_for_stream(append, &pdf, w, h));
        check(rsvg().cairo_surface_status(surface.get()));
        // Cairo would write the time of day; equal input gives equal bytes.
        rsvg().cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
        rsvg().cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                              title.c_str());
        const Context context(rsvg().cairo_create(surface.get()));
        draw(handle.get(), context.get(), w, h);
        check(rsvg().cairo_status(context.get()));
        rsvg().cairo_surface_finish(surface.get());
        check(rsvg().cairo_surface_status(surface.get()));
    }
    return pdf;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 |
                    (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i) {
            const bool padding = at + i > bytes.size();
            out += padding ? '=' : digits[group >> (18 - 6 * i) & 63U];
        }
    }
    return out;
}

} // namespace entente::diagram
