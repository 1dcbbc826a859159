// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/findings/naming.hpp"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>

#include "graph/identity/folding/fold.hpp"

namespace entente::identity {

namespace {

/// Lower-case words joined by hyphens; letters of other scripts stay as they are.
std::string slug(std::string_view name) {
    std::string out;
    for (const char c : fold_name(name)) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                          static_cast<unsigned char>(c) >= 0x80;
        if (word)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

std::string short_hash(std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    XXH64_hash_t hash = XXH3_64bits(text.data(), text.size());
    std::string out;
    for (int i = 0; i < 8; ++i, hash >>= 4)
        out += hex[hash & 0xF];
    return out;
}

std::string wish(const Node& node, ParsedNames& people) {
    std::string local = node.kind == "official" ? person_slug(people.of(node.name)) : "";
    if (local.empty()) local = slug(node.name);
    if (local.empty()) local = "x-" + short_hash(node.name);
    std::string id = std::string(node.kind) + "/" + local;
    if (!node.source.empty()) id += "@" + std::string(node.source);
    return id;
}

} // namespace

std::string_view better_name(std::string_view a, std::string_view b) {
    return std::pair(a.size(), a) <= std::pair(b.size(), b) ? a : b;
}

std::string_view without_titles(std::string_view raw, ParsedNames& people) {
    const PersonName& whole = people.of(raw);
    for (auto space = raw.find(' '); space != std::string_view::npos && !whole.words.empty();
         space = raw.find(' ', space + 1)) {
        const std::string_view rest = raw.substr(space + 1);
        const PersonName name = parse_person(rest);
        if (name.title.empty() && name.words == whole.words && name.suffix == whole.suffix)
            return rest;
    }
    return raw;
}

void name_nodes(std::vector<Node>& nodes, const std::vector<bool>& needed, StringPool& strings,
                ParsedNames& people) {
    std::map<std::string, std::vector<Node*>> wishes;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].provisional && needed[i]) wishes[wish(nodes[i], people)].push_back(&nodes[i]);
    // An id that only a judgement names is taken too: it must not come to mean somebody else.
    std::set<std::string_view> taken;
    for (const Node& node : nodes)
        if (!node.provisional && wishes.contains(std::string(node.id))) taken.insert(node.id);
    for (auto& [id, wanting] : wishes) {
        const bool free = wanting.size() == 1 && !taken.contains(id);
        for (Node* node : wanting)
            node->id = strings.keep(free ? id : id + "-" + short_hash(node->name));
    }
}

} // namespace entente::identity
