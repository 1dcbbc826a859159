// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/xml.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace entente;

namespace {

struct Read {
    std::string text; ///< `<name@offset a=b>`, `text`, `</name@offset>`
    std::optional<XmlError> error;
};

Read read(std::string_view xml) {
    Read out;
    const XmlEvents events{
        .begin =
            [&](const XmlElement& element) {
                out.text += "<" + std::string(element.prefix) +
                            (element.prefix.empty() ? "" : "|") + std::string(element.name) + "@" +
                            std::to_string(element.offset);
                for (const XmlAttribute& a : element.attributes)
                    out.text += " " + std::string(a.name) + "=" + std::string(a.value);
                out.text += ">";
            },
        .end =
            [&](std::string_view name, std::size_t offset) {
                out.text += "</" + std::string(name) + "@" + std::to_string(offset) + ">";
            },
        .text = [&](std::string_view text) { out.text += text; }};
    out.error = read_xml(xml, events);
    return out;
}

std::string nested(std::size_t depth) {
    std::string xml;
    for (std::size_t n = 0; n < depth; ++n)
        xml += "<a>";
    for (std::size_t n = 0; n < depth; ++n)
        xml += "</a>";
    return xml;
}

} // namespace

TEST_CASE("XML: elements, attributes and texts, with their places") {
    const Read got =
        read("<?xml version='1.0'?>\n<a x=\"1 &lt;\">b&amp;&#xE9;<![CDATA[<c>]]><d/></a>\n");
    CHECK_FALSE(got.error);
    CHECK(got.text == "<a@22 x=1 <>b&\xC3\xA9<c><d@63></d@67></a@67>");
}

TEST_CASE("XML: prefixes are split off, declared or not") {
    const Read got = read("<g:a xmlns:g=\"u\"><y:b y:c=\"d\"/></g:a>");
    CHECK_FALSE(got.error);
    CHECK(got.text == "<g|a@0 g=u><y|b@17 c=d></b@31></a@31>");
}

TEST_CASE("XML: the text is UTF-8, whatever its declaration says") {
    const Read got = read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xC3\xA9</a>");
    CHECK_FALSE(got.error);
    CHECK(got.text == "<a@43>\xC3\xA9</a@48>");
}

TEST_CASE("XML: what came before an error has been read") {
    const Read got = read("<a>\n  <b/>\n  <c></d>\n</a>");
    REQUIRE(got.error);
    CHECK(got.error->code == Code::syntax);
    CHECK(got.error->offset == 18);
    CHECK(got.text.starts_with("<a@0>\n  <b@6></b@10>\n  <c@13>"));
    for (const char* text :
         {"", "<", "text", "<a>", "<a/><b/>", "<a b/>", "<a>\x01</a>", "<a b='1' b='2'/>"}) {
        CAPTURE(text);
        const Read broken = read(text);
        REQUIRE(broken.error);
        CHECK(broken.error->offset <= std::string_view(text).size());
    }
}

TEST_CASE("XML: a DOCTYPE may name a DTD, and nothing more") {
    CHECK_FALSE(read("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a>b</a>").error);
    const std::string_view laughs =
        "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;&l;&l;\">]><a>&m;</a>";
    for (const std::string_view text :
         {laughs,
          std::string_view("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
          std::string_view("<!DOCTYPE a [<!ENTITY % p SYSTEM \"p.dtd\"> %p;]><a/>"),
          std::string_view("<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>")}) {
        CAPTURE(text);
        const Read got = read(text);
        REQUIRE(got.error);
        CHECK(got.error->message.find("DOCTYPE") != std::string::npos);
        CHECK(got.text.empty());
    }
}

TEST_CASE("XML: an entity that only a DTD could explain is an error, in texts and in attributes") {
    for (const char* text : {"<!DOCTYPE a SYSTEM \"a.dtd\"><a>b&nbsp;c</a>",
                             "<!DOCTYPE a SYSTEM \"a.dtd\"><a b=\"&nbsp;\"/>", "<a>&nbsp;</a>"}) {
        CAPTURE(text);
        REQUIRE(read(text).error);
    }
    CHECK_FALSE(read("<!DOCTYPE a SYSTEM \"a.dtd\"><a b=\"&amp;&#65;\">&quot;</a>").error);
}

TEST_CASE("XML: depth has an end") {
    CHECK_FALSE(read(nested(max_xml_depth)).error);
    const Read got = read(nested(max_xml_depth + 1));
    REQUIRE(got.error);
    CHECK(got.error->code == Code::too_deep);
    CHECK(read(nested(200000)).error);
}

TEST_CASE("XML: an exception of an event comes through") {
    const XmlEvents events{.begin = [](const XmlElement&) { throw std::runtime_error("enough"); },
                           .end = [](std::string_view, std::size_t) {},
                           .text = [](std::string_view) {}};
    CHECK_THROWS_AS(read_xml("<a><b/></a>", events), std::runtime_error);
}

TEST_CASE("XML: the root's name tells the format") {
    CHECK(xml_root("<?xml version='1.0'?>\n<!-- <x> -->\n<!DOCTYPE gexf>\n<gexf version") ==
          "gexf");
    CHECK(xml_root("<g:graphml>") == "graphml");
    CHECK(xml_root("<a/>") == "a");
    for (const char* text : {"", " ", "x<a>", "<!-- ", "<?xml", "{}"})
        CHECK(xml_root(text).empty());
}
