// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/reading/material.hpp"

#include <array>

#include "exporters/drawing/flags/flags.hpp"
#include "exporters/drawing/names.hpp"

namespace entente::diagram {

namespace {

struct PartName {
    std::string_view relation;
    Part part;
};

constexpr std::array<PartName, 17> parts = {{
    {"member_of", Part::membership},
    {"party_to", Part::membership},
    {"poses", Part::poses},
    {"targets", Part::targets},
    {"holds_office", Part::office},
    {"works_for", Part::office},
    {"leads", Part::office},
    {"develops", Part::capability},
    {"possesses", Part::capability},
    {"participates_in", Part::participation},
    {"hosts", Part::participation},
    {"located_in", Part::location},
    {"met_with", Part::meeting},
    {"exercises_with", Part::other},
    {"ally_of", Part::other},
    {"supports", Part::other},
    {"opposes", Part::other},
}};

} // namespace

Material material_of(const View& view, const ExportOptions& options) {
    const Vocabulary& vocabulary = view.vocabulary();
    std::vector<Part> part_of_type(vocabulary.relations().size(), Part::other);
    for (const PartName& p : parts)
        part_of_type[vocabulary.find_relation(p.relation).id] = p.part;
    const Date as_of = view.options().at.dated()      ? view.options().at
                       : view.options().until.dated() ? view.options().until
                                                      : view.graph().date;
    return {view, options.language, as_of, std::move(part_of_type)};
}

Part Material::part_of(const Relation& r) const {
    const Part part = part_of_type[r.type];
    // Nations may lead alliances and host bases, too.
    if (part == Part::office && kind_of(r.subject) != kind::official) {
        const bool hub = kind_of(r.object) == kind::alliance;
        return hub ? Part::membership : Part::other;
    }
    return part;
}

std::string Material::name_of(EntityIndex entity) const {
    return name_in(view.entity(entity), language);
}

std::string_view Material::status_of(EntityIndex entity) const {
    for (const Field& field : view.entity(entity).attributes)
        if (field.key == "status" && field.value.type == ValueType::string) return field.value.text;
    return {};
}

Member Material::member_of(EntityIndex nation) const {
    const Entity& e = view.entity(nation);
    Member member{nation, name_of(nation), {}};
    if (has_flag(e.iso2)) member.iso2 = std::string(e.iso2);
    return member;
}

bool Material::current(const Period& period) const {
    return !as_of.dated() || period.may_include(as_of);
}

} // namespace entente::diagram
