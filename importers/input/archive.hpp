// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "importers/input/text_buffer.hpp"

namespace entente {

/// The tables of a folder or archive, one behind the other in one text: files called `*.csv` and
/// `bundle.json`. Other files are passed over.
struct ArchiveMembers {
    struct Member {
        std::string name; ///< `nodes/nation.csv`
        std::size_t begin = 0, size = 0;
    };
    std::vector<Member> list; ///< by place in the text
    TextBuffer text;
};

/// Told by the first bytes.
bool is_zip(std::string_view data);

/// Throws std::runtime_error, with `name` in its message, if the data is damaged, encrypted or a
/// decompression bomb, or if a member's name leads out of the archive.
ArchiveMembers unpack_zip(std::string_view data, std::string_view name);

/// In the order of their names. Throws std::system_error or std::runtime_error if something cannot
/// be read; no table in it is no failure.
ArchiveMembers read_folder(const std::string& path);

} // namespace entente
