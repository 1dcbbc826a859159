// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/errors.hpp"
#include "cli/signals.hpp"
#include "graph/diagnostics.hpp"

namespace {

int complain(std::string_view what) {
    std::string_view before = "entente: error: ";
    while (!what.empty()) {
        const std::size_t end = std::min(what.find('\n'), what.size());
        fmt::print(stderr, "{}{}\n", before, entente::printable(what.substr(0, end)));
        what.remove_prefix(std::min(end + 1, what.size()));
        before = "";
    }
    return entente::cli::Status::usage_or_world;
}

} // namespace

int main(int argc, char** argv) {
    entente::cli::handle_signals();
    try {
        return entente::cli::run({argv + 1, argv + argc});
    } catch (const entente::cli::UsageError& error) {
        return complain(error.what());
    } catch (const std::system_error& error) {
        // Whoever reads our output has had enough: that is their right.
        if (error.code() == std::errc::broken_pipe) return entente::cli::Status::fine;
        return complain(error.what());
    } catch (const std::bad_alloc&) {
        return complain("not enough memory");
    } catch (const std::exception& error) {
        return complain(error.what());
    }
}
