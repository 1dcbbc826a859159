// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/findings/judgements.hpp"

#include <algorithm>
#include <map>

namespace entente::identity {

namespace {

/// Disjoint sets of strings; the representative is the smallest member.
class Classes {
  public:
    std::string find(const std::string& key) {
        const auto at = parent_.emplace(key, key).first;
        if (at->second == key) return key;
        return at->second = find(std::string(at->second));
    }
    void join(const std::string& a, const std::string& b) {
        const std::string x = find(a);
        const std::string y = find(b);
        if (x != y) parent_[std::max(x, y)] = std::min(x, y);
    }
    [[nodiscard]] std::map<std::string, std::vector<std::string>> all() {
        std::map<std::string, std::vector<std::string>> out;
        std::vector<std::string> keys;
        for (const auto& [key, parent] : parent_)
            keys.push_back(key);
        for (const std::string& key : keys)
            out[find(key)].push_back(key);
        return out;
    }

  private:
    std::map<std::string, std::string> parent_;
};

} // namespace

Judgements::Judgements(std::span<const Judgement> judgements, const KeyOf& key_of,
                       Diagnostics& diagnostics) {
    Classes classes;
    for (const Judgement& judgement : judgements)
        if (judgement.same) classes.join(key_of(judgement.a), key_of(judgement.b));
    for (auto& [first, members] : classes.all()) {
        for (const std::string& key : members)
            class_of_.emplace(key, classes_.size());
        classes_.push_back(std::move(members));
    }
    std::vector<Judgement> negative;
    for (const Judgement& judgement : judgements)
        if (!judgement.same) negative.push_back(judgement);
    std::sort(negative.begin(), negative.end());
    negative.erase(std::unique(negative.begin(), negative.end()), negative.end());
    for (const Judgement& judgement : negative) {
        std::string a = key_of(judgement.a);
        std::string b = key_of(judgement.b);
        const auto x = class_of_.find(a);
        const auto y = class_of_.find(b);
        const bool joined = x != class_of_.end() && y != class_of_.end() && x->second == y->second;
        if (a == b || joined) {
            diagnostics.report(Code::judgement_conflict, {},
                               "'" + std::string(judgement.a) + "' and '" +
                                   std::string(judgement.b) +
                                   "' are judged to be the same and to be different; they are "
                                   "taken as the same. Delete the line that is wrong");
            continue;
        }
        if (b < a) std::swap(a, b);
        different_.emplace(std::move(a), std::move(b));
    }
}

std::span<const std::string> Judgements::same_as(const std::string& key) const {
    const auto at = class_of_.find(key);
    if (at == class_of_.end()) return {};
    return classes_[at->second];
}

bool Judgements::different(const std::string& a, const std::string& b) const {
    return !different_.empty() && different_.contains(a < b ? std::pair(a, b) : std::pair(b, a));
}

} // namespace entente::identity
