// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace entente::html {

/// JSON as the content of a script element: no text in it can end the element or open a comment,
/// and any parser of JSON reads the same. `<` and `>` only ever stand inside of strings.
void append_script_data(std::string& out, std::string_view json);

/// Text of an element or of an attribute in double quotes.
void append_html_text(std::string& out, std::string_view text);

} // namespace entente::html
