// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/changes/diff_fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace entente::explore {

namespace {

using Values = std::map<std::string, std::set<std::string>>; ///< by key

void add_fields(Values& values, std::span<const Field> fields) {
    for (const Field& field : fields)
        values[std::string(field.key)].emplace(field.value.text);
}

std::string joined(const Values& values, const std::string& key) {
    std::string out;
    if (const auto at = values.find(key); at != values.end())
        for (const std::string& value : at->second)
            out += (out.empty() ? "" : "; ") + value;
    return out;
}

class Fields {
  public:
    void compare(std::string field, std::string before, std::string after) {
        if (before != after)
            found_.push_back({std::move(field), std::move(before), std::move(after)});
    }
    void compare(const Period& before, const Period& after) {
        compare("from", before.from.text(), after.from.text());
        compare("to", before.to.text(), after.to.text());
    }
    void compare(const Values& before, const Values& after) {
        std::set<std::string> keys;
        for (const Values* values : {&before, &after})
            for (const auto& [key, texts] : *values)
                keys.insert(key);
        for (const std::string& key : keys)
            compare(key, joined(before, key), joined(after, key));
    }
    std::vector<FieldChange> take() { return std::move(found_); }

  private:
    std::vector<FieldChange> found_;
};

Values values_of(const Entity& entity) {
    Values values;
    for (const Alias& alias : entity.aliases)
        values["aliases"].emplace(alias.name);
    for (const std::string_view same : entity.same_as)
        values["same_as"].emplace(same);
    add_fields(values, entity.attributes);
    return values;
}

Values qualifiers_of(const View& view, const Relation& relation) {
    Values values;
    view.for_each_claim(relation, [&](const Claim& claim) {
        if (claim.stance != Stance::denied) add_fields(values, claim.qualifiers);
    });
    return values;
}

std::string confidence_text(double confidence) {
    if (std::isnan(confidence)) return {};
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, confidence).ptr};
}

/// What a claim says, whatever the numbers of its graph; NaN is kept apart, as it equals nothing.
using Content = std::tuple<std::string, std::uint64_t, std::uint64_t, std::uint64_t, Stance,
                           std::string, std::string, std::vector<Field>>;

Content content_of(const View& view, const Claim& claim) {
    return {claim.source == no_index ? std::string() : std::string(view.source(claim.source).id),
            claim.date.bits(),
            claim.period.from.bits(),
            claim.period.to.bits(),
            claim.stance,
            confidence_text(claim.confidence),
            std::string(claim.quote),
            {claim.qualifiers.begin(), claim.qualifiers.end()}};
}

} // namespace

std::vector<FieldChange> differing_fields(const View& a, const Entity& before, const View& b,
                                          const Entity& after) {
    Fields fields;
    fields.compare("id", std::string(before.id), std::string(after.id));
    fields.compare("kind", std::string(a.vocabulary().kind(before.kind).name),
                   std::string(b.vocabulary().kind(after.kind).name));
    fields.compare("name", std::string(before.name), std::string(after.name));
    fields.compare(before.period, after.period);
    fields.compare("provisional", before.provisional ? "true" : "",
                   after.provisional ? "true" : "");
    fields.compare(values_of(before), values_of(after));
    return fields.take();
}

std::vector<FieldChange> differing_fields(const View& a, const Relation& before, const View& b,
                                          const Relation& after) {
    Fields fields;
    fields.compare("status", std::string(name(before.status)), std::string(name(after.status)));
    fields.compare(before.period, after.period);
    fields.compare("confidence", confidence_text(before.confidence),
                   confidence_text(after.confidence));
    fields.compare(qualifiers_of(a, before), qualifiers_of(b, after));
    return fields.take();
}

std::vector<Claim> claims_of(const View& view, const Relation& relation) {
    std::vector<Claim> claims;
    view.for_each_claim(relation, [&](const Claim& claim) { claims.push_back(claim); });
    return claims;
}

void keep_differing(const View& a, std::vector<Claim>& before, const View& b,
                    std::vector<Claim>& after) {
    std::multiset<Content> known;
    for (const Claim& claim : before)
        known.insert(content_of(a, claim));
    std::multiset<Content> common;
    std::erase_if(after, [&](const Claim& claim) {
        const auto at = known.find(content_of(b, claim));
        if (at == known.end()) return false;
        common.insert(known.extract(at));
        return true;
    });
    std::erase_if(before, [&](const Claim& claim) {
        const auto at = common.find(content_of(a, claim));
        if (at == common.end()) return false;
        common.erase(at);
        return true;
    });
}

bool is_bounded(const std::vector<Claim>& claims) {
    return std::any_of(claims.begin(), claims.end(), [](const Claim& claim) {
        return claim.stance != Stance::denied &&
               (claim.period.from.known() || claim.period.to.known());
    });
}

bool only_observed(const std::vector<Claim>& claims) {
    return !is_bounded(claims) && std::any_of(claims.begin(), claims.end(), [](const Claim& claim) {
        return claim.date.dated();
    });
}

} // namespace entente::explore
