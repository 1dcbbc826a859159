// SPDX-License-Identifier: BSL-1.0
#include "cli/terminal/signals.hpp"

#include <unistd.h>

#include <csignal>
#include <string_view>

#include "exporters/writing/files/output.hpp"

namespace entente::cli {

namespace {

extern "C" void stop(int signal) {
    remove_unfinished_files();
    static constexpr std::string_view message =
        "\nentente: stopped; no file was left half-written\n";
    // Nothing can be done about a failure here.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, message.data(), message.size());
    ::_exit(128 + signal);
}

} // namespace

void handle_signals() {
    struct sigaction action = {};
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_IGN) continue; // nohup, or in the background: as it was wanted
        action.sa_handler = stop;
        sigaction(signal, &action, nullptr);
    }
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, nullptr);
}

} // namespace entente::cli
