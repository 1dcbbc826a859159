// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/files/file_set.hpp"

namespace entente {

FileSet::FileSet(Place place)
    : place_(std::move(place)), output_([this](std::string_view bytes) {
          bytes_ += bytes.size();
          place_.write(bytes);
      }) {}

void FileSet::end() {
    if (!open_) return;
    output_.flush();
    place_.close();
    open_ = false;
}

Output& FileSet::file(std::string_view name) {
    end();
    place_.open(name);
    open_ = true;
    names_.emplace_back(name);
    return output_;
}

void FileSet::finish() {
    Output& out = file(manifest);
    out << manifest_title << '\n';
    for (const std::string& name : names_)
        out << name << '\n';
    end();
}

} // namespace entente
