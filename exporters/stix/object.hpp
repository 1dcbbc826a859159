// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "exporters/writing/files/output.hpp"

namespace entente::stix {

/// `identity--3a0c62c6-...`, of a type and a name that is unique within it.
std::string object_id(std::string_view type, std::string_view name);

/// Writes the objects of a bundle, one a line.
class Objects {
  public:
    /// `created`: of all objects that have no date of their own.
    Objects(Output& out, std::string created)
        : out_(out), text_(out.buffer()), created_(std::move(created)) {}

    /// `{"type":...,"spec_version":...,"id":...,"created_by_ref":...,"created":...,"modified":...`
    void begin(std::string_view type, std::string_view id, std::string_view created = {});
    /// Nothing if the text is empty.
    void text(std::string_view key, std::string_view text);
    void literal(std::string_view key, std::string_view json);
    /// Nothing if there are none: the specification has no empty lists.
    void texts(std::string_view key, std::span<const std::string> texts);
    /// Closes the object with what entente knows: `json` are the members of its extension.
    void end(std::string_view json = {});

    [[nodiscard]] const std::string& created() const { return created_; }

  private:
    Output& out_;
    std::string& text_;
    std::string created_;
    bool first_ = true;
};

/// The objects that every bundle begins with: who made it, and what the extension means.
void write_preamble(Objects& objects, std::string_view about_graph);

/// The id of the identity that made the bundle.
const std::string& producer_id();

} // namespace entente::stix
