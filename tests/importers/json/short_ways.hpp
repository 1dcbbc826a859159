// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

namespace entente::test {

/// Reads `lines`, of which none has a line break, in every way in which short ways of reading may
/// differ from the general reader, and checks that what comes of it is the same.
/// `usual`: a plain record that is written between them, which tells a reader what to expect.
void check_lines(const std::vector<std::string>& lines, const std::string& usual);

} // namespace entente::test
