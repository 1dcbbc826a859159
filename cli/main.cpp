// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <limits>
#include <new>
#include <string_view>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/terminal/signals.hpp"
#include "cli/terminal/text.hpp"
#include "graph/language/diagnostics.hpp"

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

/// Memory that one step gives back is the next step's: getting it from the system again, cleared,
/// would take longer than most steps do.
void keep_memory() {
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    mallopt(M_TOP_PAD, 4 << 20);
}

} // namespace

int main(int argc, char** argv) {
    entente::cli::handle_signals();
    keep_memory();
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
