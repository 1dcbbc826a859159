// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/findings/kinds.hpp"

#include "graph/identity/folding/fold.hpp"
#include "graph/memory/quick_equal.hpp"

namespace entente::identity {

KindId Kinds::find(std::string_view kind) {
    constexpr std::size_t most = 16;
    for (const auto& [name, id] : found_)
        if (quick_equal(name, kind)) return id;
    const KindId id = vocabulary_.find_kind(kind);
    if (found_.size() < most) found_.emplace_back(strings_.keep(kind), id);
    return id;
}

std::string_view Kinds::canonical(std::string_view kind) {
    if (kind.empty()) return {};
    const KindId known = find(kind);
    return known == Vocabulary::none ? strings_.keep(fold_term(kind)) : name(known);
}

KindSet Kinds::wanted(const Mention& mention) {
    if (mention.kind.empty()) return mention.expected;
    const KindId known = find(mention.kind);
    return known == Vocabulary::none ? 0 : set_of(known);
}

bool Kinds::is_id(std::string_view text) const {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
    if (text.find(' ') != std::string_view::npos) return false;
    const std::string_view kind = text.substr(0, slash);
    const KindId known = vocabulary_.find_kind(kind);
    return known != Vocabulary::none && name(known) == kind;
}

std::string Kinds::key(std::string_view text) const {
    return is_id(text) ? std::string(text) : fold_name(text);
}

} // namespace entente::identity
