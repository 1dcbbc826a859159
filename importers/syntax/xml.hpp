// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/language/diagnostics.hpp"

namespace entente {

struct XmlAttribute {
    std::string_view name; ///< without its prefix
    std::string_view value;
};

/// A start tag.
struct XmlElement {
    std::string_view name;   ///< without its prefix
    std::string_view prefix; ///< as the file has it, also where nothing declares it; often empty
    std::span<const XmlAttribute> attributes;
    std::size_t offset = 0; ///< of its `<` in the text

    /// nullptr if there is none of that name.
    [[nodiscard]] const std::string_view* find(std::string_view attribute) const;
    /// Empty if there is none of that name.
    [[nodiscard]] std::string_view operator[](std::string_view attribute) const;
};

/// What is done with each part of a document, in its order. The views live as long as the call.
struct XmlEvents {
    std::function<void(const XmlElement&)> begin;
    /// The element that is open; `offset` is where its end tag stands, or behind `<a/>`.
    std::function<void(std::string_view name, std::size_t offset)> end;
    /// Character data, which may come in several pieces; entities and CDATA are resolved.
    std::function<void(std::string_view)> text;
    /// Optional. Asked where `<node ` or `<edge ` stands between two tags, whether it reads some
    /// elements by itself, quicker. Answers where it stopped: behind whole, well-formed elements
    /// and white space, or at `offset`. Of what it read there are no events.
    std::function<std::size_t(std::size_t offset)> read_on = {};
};

struct XmlError {
    Code code = Code::syntax;
    std::size_t offset = 0;
    std::string message;
};

constexpr std::size_t max_xml_depth = 256;

/// Reads a document with expat, its one home; nothing recurses, whatever the depth. The text is
/// UTF-8, whatever its declaration says.
///
/// Stops at the first error, which it returns; what came before has been handed on. A DOCTYPE may
/// name a DTD, which is never fetched; one with declarations of its own is refused, because
/// entities can blow up a document or draw other files into it.
std::optional<XmlError> read_xml(std::string_view text, const XmlEvents& events);

/// The name of the root element without its prefix, for recognising formats by the beginning of a
/// text, which may end anywhere. Empty if there is none.
std::string_view xml_root(std::string_view head);

} // namespace entente
