// SPDX-License-Identifier: BSL-1.0
#include "cli/terminal/text.hpp"

#include "exporters/writing/files/output.hpp"

namespace entente::cli {

void print(std::string_view text) {
    OutputFile out("-");
    out.stream() << text;
    out.commit();
}

} // namespace entente::cli
