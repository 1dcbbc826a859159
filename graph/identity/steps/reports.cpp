// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/steps/reports.hpp"

#include <set>

namespace entente::identity {

namespace {

/// By their ids where they have one already.
std::set<std::string> candidates_of(const Answer& answer, Directory& directory) {
    std::set<std::string> candidates;
    for (const NodeIndex at : answer.candidates) {
        const Node& node = directory[at];
        candidates.emplace(node.id.empty() ? node.name : node.id);
    }
    for (const KnownEntity* known : answer.known)
        candidates.emplace(known->id);
    return candidates;
}

} // namespace

void report_new(Findings& findings, const Mention& mention, const Answer& answer, NodeIndex own) {
    const std::set<std::string> candidates = candidates_of(answer, findings.directory);
    const std::string text(mention.text);
    const std::string written = "'" + text + "'";
    const auto report = [&](Code code, const std::string& message) {
        findings.diagnostics.report(code, mention.first, message);
    };
    const auto same_as_first = [&] {
        return "add {\"same\": [\"" + *candidates.begin() + "\", \"" + text + "\"]}";
    };
    const Node& node = findings.directory[own];
    if (candidates.size() > 1)
        report(Code::ambiguous, written + " may mean " + join(candidates, " or ") +
                                    "; it is kept apart. Write the id, or " + same_as_first());
    else if (candidates.size() == 1)
        report(Code::unresolved, written + " is not sure to mean " + *candidates.begin() +
                                     "; it is kept apart. If it does, " + same_as_first());
    else if (findings.directory.is_kind(node, kind::nation))
        report(Code::unresolved,
               "no nation is known as " + written + "; it is kept under that name");
    else if (findings.directory.is_kind(node, kind::entity))
        report(Code::unresolved,
               "nothing tells what " + written +
                   " is. Declare it with {\"entity\": ..., \"kind\": ..., \"name\": \"" + text +
                   "\"}");
}

} // namespace entente::identity
