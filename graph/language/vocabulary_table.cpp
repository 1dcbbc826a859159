// SPDX-License-Identifier: BSL-1.0
#include "graph/language/vocabulary_table.hpp"

#include <array>

namespace entente {

namespace {

// clang-format off: rows of a table

// Colours are of the Okabe-Ito set or darker shades of it, which stay apart for the colour-blind
// and in grey. Equivalents are given only where the meaning is the same, not merely near.
constexpr std::array kinds{
    Kind{.name = "nation",
         .label = "Nation",
         .plural = "Nations",
         .meaning = "A state or territory, also one that has ended.",
         .iri = "Nation",
         .schema_org = "Country",
         .wikidata = "Q6256",
         .fill = "#f4f7fb",
         .stroke = "#7f95ad",
         .text = "#1b2733",
         .shape = "box"},
    Kind{.name = "official",
         .label = "Official",
         .plural = "Officials",
         .meaning = "A person who acts for a nation or organization. The office is a claim.",
         .iri = "Official",
         .schema_org = "Person",
         .wikidata = "Q5",
         .fill = "#ffffff",
         .stroke = "#8a8a8a",
         .text = "#1b2733",
         .shape = "ellipse"},
    Kind{.name = "alliance",
         .label = "Alliance",
         .plural = "Alliances",
         .meaning = "An alliance, pact or standing grouping of nations, with members and "
                    "obligations that have dates.",
         .iri = "Alliance",
         .schema_org = "",
         .wikidata = "Q1127126",
         .fill = "#0072b2",
         .stroke = "#004d7a",
         .text = "#ffffff",
         .shape = "hexagon"},
    Kind{.name = "threat",
         .label = "Threat",
         .plural = "Threats",
         .meaning = "What somebody sees as a danger: posed by somebody, aimed at somebody.",
         .iri = "Threat",
         .schema_org = "",
         .wikidata = "",
         .fill = "#fdecea",
         .stroke = "#b3261e",
         .text = "#8a1f1f",
         .shape = "octagon"},
    Kind{.name = "organization",
         .label = "Organization",
         .plural = "Organizations",
         .meaning = "A ministry, armed force, newspaper, international body, non-state group.",
         .iri = "Organization",
         .schema_org = "Organization",
         .wikidata = "Q43229",
         .fill = "#f3eef8",
         .stroke = "#8a6fb0",
         .text = "#3b2a55",
         .shape = "component"},
    Kind{.name = "event",
         .label = "Event",
         .plural = "Events",
         .meaning = "Something that happens: a meeting, an exercise, a launch, an attack.",
         .iri = "Event",
         .schema_org = "Event",
         .wikidata = "Q1656682",
         .fill = "#fff8e1",
         .stroke = "#b08900",
         .text = "#4d3c00",
         .shape = "note"},
    Kind{.name = "agreement",
         .label = "Agreement",
         .plural = "Agreements",
         .meaning = "A treaty, commitment, policy or arrangement.",
         .iri = "Agreement",
         .schema_org = "",
         .wikidata = "Q321839",
         .fill = "#e8f5f0",
         .stroke = "#00805e",
         .text = "#00412f",
         .shape = "folder"},
    Kind{.name = "capability",
         .label = "Capability",
         .plural = "Capabilities",
         .meaning = "A weapon, satellite, warning system or the like.",
         .iri = "Capability",
         .schema_org = "",
         .wikidata = "",
         .fill = "#fbeee6",
         .stroke = "#b5541c",
         .text = "#5a2a0e",
         .shape = "cds"},
    Kind{.name = "place",
         .label = "Place",
         .plural = "Places",
         .meaning = "A place that is not a nation: a city, strait, sea, region.",
         .iri = "Place",
         .schema_org = "Place",
         .wikidata = "Q2221906",
         .fill = "#eef6fb",
         .stroke = "#4a90b8",
         .text = "#123e57",
         .shape = "house"},
    Kind{.name = "entity",
         .label = "Entity",
         .plural = "Entities",
         .meaning = "Something of which nobody has said what kind it is.",
         .iri = "Entity",
         .schema_org = "Thing",
         .wikidata = "Q35120",
         .fill = "#ffffff",
         .stroke = "#999999",
         .text = "#333333",
         .shape = "plain"},
};
static_assert(kinds.size() == kind::builtin_count);

constexpr KindSet nation = set_of(kind::nation);
constexpr KindSet official = set_of(kind::official);
constexpr KindSet alliance = set_of(kind::alliance);
constexpr KindSet threat = set_of(kind::threat);
constexpr KindSet organization = set_of(kind::organization);
constexpr KindSet event = set_of(kind::event);
constexpr KindSet agreement = set_of(kind::agreement);
constexpr KindSet capability = set_of(kind::capability);
constexpr KindSet place = set_of(kind::place);
constexpr KindSet group = nation | alliance | organization;
constexpr KindSet actor = group | official;
constexpr KindSet any = 0;

constexpr auto plus = Sign::cooperation;
constexpr auto minus = Sign::conflict;
constexpr auto zero = Sign::neutral;

constexpr std::string_view blue = "#0072b2", green = "#00805e", teal = "#2a7f8f", red = "#b3261e",
                           orange = "#b5541c", purple = "#7a4fa3", grey = "#6b7280",
                           brown = "#8a6d1b";

using R = RelationType;

constexpr std::array relations{
    // cooperation
    R{"ally_of", "is allied with", "", "", "Bound to one another by an alliance or defence pact.",
      nation | organization, nation | organization, true, plus, "allyOf", "", "", "", "", blue,
      "allied_with ally allies_with is_allied_with has_alliance_with alliance_with"},
    R{"member_of", "is a member of", "has_member", "has as a member",
      "Belongs to an alliance, grouping or body; may have a role and obligations.", actor,
      alliance | organization | agreement, false, plus, "memberOf", "memberOf", "P463", "", "",
      blue, "belongs_to is_member_of joined membership"},
    R{"party_to", "is a party to", "has_party", "has as a party",
      "Has entered into a treaty, commitment or arrangement.", group | official, agreement, false,
      plus, "partyTo", "", "", "AGREE", "057", green, "signatory_to signed signatory_of"},
    R{"cooperates_with", "cooperates with", "", "", "Works together with.", actor, actor, true,
      plus, "cooperatesWith", "", "", "COOPERATE", "06", green,
      "works_with partners_with partner_of"},
    R{"supports", "supports", "supported_by", "is supported by",
      "Backs somebody or something: in word, with money, with arms.", actor, any, false, plus,
      "supports", "", "", "SUPPORT", "05", green, "backs supported backed"},
    R{"protects", "protects", "protected_by", "is protected by",
      "Is committed to defend (a guarantee, extended deterrence).", group, group | place, false,
      plus, "protects", "", "", "", "", blue, "defends pledged_to_defend"},
    R{"shares_information_with", "shares information with", "", "",
      "Exchanges intelligence or warning data.", group, group, true, plus, "sharesInformationWith",
      "", "", "COOPERATE", "064", teal, "shares_intelligence_with shares_data_with"},
    R{"exercises_with", "holds exercises with", "", "", "Trains and manoeuvres together with.",
      group, group, true, plus, "exercisesWith", "", "", "COOPERATE", "062", teal,
      "trains_with conducts_exercises_with"},
    R{"trades_with", "trades with", "", "", "Exchanges goods or services with.", group, group, true,
      plus, "tradesWith", "", "", "COOPERATE", "061", green, ""},
    // conflict
    R{"threatens", "threatens", "threatened_by", "is threatened by",
      "Endangers, or says that it will harm.", actor | threat, any, false, minus, "threatens", "",
      "", "THREATEN", "13", red, "threatened"},
    R{"poses", "poses", "posed_by", "is posed by", "Is where a threat comes from.", actor, threat,
      false, minus, "poses", "", "", "", "", red, "poses_threat"},
    R{"targets", "is aimed at", "targeted_by", "is the aim of",
      "Against whom or what a threat, event or capability is aimed.", any, any, false, minus,
      "targets", "", "", "", "", red, "aimed_at directed_at"},
    R{"opposes", "opposes", "opposed_by", "is opposed by", "Rejects or works against.", actor, any,
      false, minus, "opposes", "", "", "REJECT", "12", orange, "is_opposed_to opposed"},
    R{"coerces", "coerces", "coerced_by", "is coerced by",
      "Presses by force, blockade or economic means.", actor, any, false, minus, "coerces", "", "",
      "COERCE", "17", red, "pressures"},
    R{"attacks", "attacks", "attacked_by", "is attacked by", "Uses armed force against.", actor,
      any, false, minus, "attacks", "", "", "ASSAULT", "19", red, "attacked"},
    R{"sanctions", "sanctions", "sanctioned_by", "is sanctioned by",
      "Restricts trade, travel or property as a measure of policy.", group, any, false, minus,
      "sanctions", "", "", "SANCTION", "163", orange, "imposes_sanctions_on sanctioned"},
    R{"rival_of", "is a rival of", "", "", "Stands in lasting rivalry with.", actor, actor, true,
      minus, "rivalOf", "", "", "", "", orange, "rivals"},
    R{"disputes_with", "has a dispute with", "", "",
      "Contests territory, rights or a matter named in `about`.", group, group, true, minus,
      "disputesWith", "", "", "", "", orange, "in_dispute_with"},
    // neither
    R{"met_with", "met with", "", "", "Talked with, in person or otherwise.", actor, actor, true,
      zero, "metWith", "", "", "CONSULT", "04", grey, "meets_with meets met held_talks_with"},
    R{"holds_office", "holds office in", "office_held_by", "has in office",
      "Holds the office named in `office`, for a nation, organization or alliance.", official,
      group, false, zero, "holdsOffice", "", "P39", "", "", grey,
      "holds_office_in serves_as position_held minister_of"},
    R{"leads", "leads", "led_by", "is led by", "Is at the head of.", actor, any, false, zero,
      "leads", "", "", "", "", grey, "heads head_of leader_of"},
    R{"works_for", "works for", "employs", "employs", "Is employed by or acts for.",
      official | organization, group, false, zero, "worksFor", "worksFor", "P108", "", "", grey,
      "employed_by"},
    R{"part_of", "is part of", "has_part", "has as a part", "Belongs to as a part.", any, any,
      false, zero, "partOf", "", "P361", "", "", grey, "component_of"},
    R{"participates_in", "takes part in", "has_participant", "has as a participant",
      "Takes part in an event, in the `role` named.", actor, event, false, zero, "participatesIn",
      "", "P1344", "", "", brown, "participated_in attended attends took_part_in"},
    R{"hosts", "hosts", "hosted_by", "is hosted by", "Receives: an event, forces, a base.",
      actor | place, any, false, zero, "hosts", "", "", "", "", brown, "hosted"},
    R{"located_in", "is in", "location_of", "is where", "Lies or takes place in.", any,
      place | nation, false, zero, "locatedIn", "", "P276", "", "", grey,
      "based_in takes_place_in held_in location"},
    R{"concerns", "concerns", "concern_of", "is the concern of", "Is about.", any, any, false, zero,
      "concerns", "about", "P921", "", "", grey, "is_about regards"},
    R{"states", "says", "stated_in", "is said by",
      "Speaks of: who named a threat, announced an event, gave a commitment.", actor, any, false,
      zero, "states", "", "", "", "", grey, "said says stated"},
    R{"develops", "develops", "developed_by", "is developed by", "Is making a capability.", actor,
      capability | threat, false, zero, "develops", "", "", "", "", brown,
      "is_developing developed"},
    R{"possesses", "possesses", "possessed_by", "is possessed by", "Has a capability.", actor,
      capability, false, zero, "possesses", "", "", "", "", brown, "possessed has"},
    R{"borders", "borders on", "", "", "Shares a land or sea border with.", nation | place,
      nation | place, true, zero, "borders", "", "P47", "", "", grey,
      "neighbour_of neighbor_of shares_border_with"},
    R{"related_to", "is related to", "", "", "Has to do with, in a way not said.", any, any, true,
      zero, "relatedTo", "", "", "", "", grey, "related"},
};

// clang-format on

} // namespace

std::span<const Kind> builtin_kinds() {
    return kinds;
}
std::span<const RelationType> builtin_relations() {
    return relations;
}

} // namespace entente
