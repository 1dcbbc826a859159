// SPDX-License-Identifier: BSL-1.0
#include "session/schema.hpp"

#include <memory>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/terminal/text.hpp"

namespace entente::cli {

namespace {

std::function<int()> declare_schema(Arguments& arguments) {
    const auto document = std::make_shared<bool>(false);
    arguments
        .flag("--document", *document,
              "The schema of one document with lists of sources, entities and facts")
        .group("Output");
    return [document] {
        print(session::record_schema(*document));
        return 0;
    };
}

} // namespace

const Command schema_command{
    "schema", "Prints the JSON Schema (2020-12) of a record", "[--document]",
    "  entente schema > record.schema.json             to check facts with\n"
    "  entente schema --document                       for a language model's structured output\n",
    declare_schema};

} // namespace entente::cli
