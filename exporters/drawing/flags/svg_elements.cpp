// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/flags/svg_elements.hpp"

#include <expat.h>

#include <memory>

namespace entente::diagram {

namespace {

struct ParserCloser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

struct Reader {
    std::unique_ptr<XML_ParserStruct, ParserCloser> parser{XML_ParserCreate(nullptr)};
    const SvgElementSink& sink;
};

void open_element(void* user_data, const XML_Char* name, const XML_Char** pairs) {
    SvgElement element{name, {}};
    for (; *pairs; pairs += 2) {
        const std::string_view key = pairs[0];
        element.attributes.push_back({key == "xlink:href" ? "href" : key, pairs[1]});
    }
    static_cast<Reader*>(user_data)->sink.open(element);
}

void close_element(void* user_data, const XML_Char* name) {
    const Reader& reader = *static_cast<Reader*>(user_data);
    // An empty element has no tag of its own to close it.
    reader.sink.close(name, XML_GetCurrentByteCount(reader.parser.get()) == 0);
}

} // namespace

bool read_svg(std::string_view file, const SvgElementSink& sink) {
    Reader reader{.sink = sink};
    XML_SetUserData(reader.parser.get(), &reader);
    XML_SetElementHandler(reader.parser.get(), open_element, close_element);
    return XML_Parse(reader.parser.get(), file.data(), static_cast<int>(file.size()), XML_TRUE) ==
           XML_STATUS_OK;
}

} // namespace entente::diagram
