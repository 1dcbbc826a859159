// SPDX-License-Identifier: BSL-1.0
#include "exporters/html/scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "exporters/drawing/flags/flags.hpp"
#include "exporters/drawing/names.hpp"
#include "exporters/drawing/palette.hpp"
#include "exporters/html/layout.hpp"
#include "exporters/items/records.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/language/words.hpp"

namespace entente::html {

namespace {

/// Those most read on the web, and of the parties to the alliances that are most written about.
constexpr std::array<std::string_view, 22> page_languages = {
    "ar", "bn", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it",
    "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "ur", "vi", "zh"};

constexpr double letter = 7.6, wide_letter = 14, line_height = 18, widest_name = 190;

class SceneWriter {
  public:
    SceneWriter(const Extract& part, const ExportOptions& options)
        : part_(part), view_(part.view), options_(options) {}

    std::string write();

  private:
    void head();
    void kinds();
    void relation_types();
    void claim_fields();
    void entities();
    void links();
    void link(const Relation& relation, std::uint32_t all_claims);
    void source_ids(const Relation& relation);
    void flags();
    void names();

    [[nodiscard]] std::vector<Place> place_all() const;
    [[nodiscard]] std::vector<std::size_t> homes() const;
    void find_scales();
    void take_sides(std::vector<Body>& bodies) const;
    [[nodiscard]] std::string_view type_name(const Relation& relation) const {
        return view_.vocabulary().relation(relation.type).name;
    }
    [[nodiscard]] KindId kind_of(EntityIndex entity) const { return view_.entity(entity).kind; }
    void open(std::string_view key) {
        append_key(out_, key);
        out_ += '{';
    }
    void number(std::string_view key, std::size_t value) {
        append_key(out_, key);
        append_number(out_, std::uint64_t{value});
    }
    void coordinate(std::string_view key, double value) {
        append_key(out_, key);
        out_ += std::to_string(std::lround(value));
    }

    const Extract& part_;
    const View& view_;
    const ExportOptions& options_;
    std::map<EntityIndex, std::size_t> row_; ///< of an entity in the page
    std::vector<double> scale_;              ///< of the type, by row
    std::string out_ = "{";
};

/// Roughly, as nobody measures text here; the page makes room for what is wider.
Body body_of(const Entity& entity, double scale) {
    double width = 0;
    for (const char c : entity.name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) width += letter;
        if (byte >= 0xC0) width += byte >= 0xE1 ? wide_letter : letter;
    }
    const double lines = std::min(3.0, std::ceil(width / widest_name));
    Body body;
    body.width = (std::min(width, widest_name) + (entity.kind == kind::nation ? 62 : 30)) * scale;
    body.height = (16 + lines * line_height) * scale;
    body.hub = entity.kind == kind::alliance;
    return body;
}

double strength_of(const Relation& relation, Sign sign, bool membership) {
    if (relation.status == Status::denied) return 0.2;
    if (membership) return 2;
    return sign == Sign::cooperation ? 1.2 : sign == Sign::conflict ? 0.9 : 0.5;
}

/// Whose business somebody is: an official's nation, a force's ministry, a weapon's owner. The
/// relation that says it best, then the one with most sources.
std::vector<std::size_t> SceneWriter::homes() const {
    constexpr std::array<std::string_view, 6> tells = {"holds_office", "works_for", "part_of",
                                                       "leads",        "develops",  "possesses"};
    std::vector<std::size_t> home(row_.size(), nobody);
    std::vector<std::pair<std::size_t, std::uint32_t>> best(row_.size(), {tells.size(), 0});
    for (const Relation& relation : part_.relations) {
        const auto tell = static_cast<std::size_t>(
            std::find(tells.begin(), tells.end(), type_name(relation)) - tells.begin());
        if (tell == tells.size() || relation.status == Status::denied) continue;
        const bool owns = tell >= 4;
        const EntityIndex who = owns ? relation.object : relation.subject;
        const EntityIndex whose = owns ? relation.subject : relation.object;
        const KindId kind = kind_of(who);
        const bool fits =
            owns ? kind == kind::capability : kind == kind::official || kind == kind::organization;
        const bool may_own = kind_of(whose) == kind::nation || kind_of(whose) == kind::organization;
        if (!fits || !may_own || who == whose) continue;
        const std::size_t row = row_.at(who);
        const auto [rank, sources] = best[row];
        if (rank < tell || (rank == tell && sources >= relation.source_count)) continue;
        best[row] = {tell, relation.source_count};
        home[row] = row_.at(whose);
    }
    return home;
}

/// From left to right as one reads: who stands together, what they fear, who poses it.
void SceneWriter::take_sides(std::vector<Body>& bodies) const {
    for (const Relation& r : part_.relations) {
        if (type_name(r) != "poses" || kind_of(r.object) != kind::threat) continue;
        bodies[row_.at(r.subject)].side = 1;
        bodies[row_.at(r.object)].side = 0.5;
    }
    for (const EntityIndex e : view_.entities())
        if (kind_of(e) == kind::alliance) bodies[row_.at(e)].side = -0.6;
}

std::vector<Place> SceneWriter::place_all() const {
    std::vector<Body> bodies;
    bodies.reserve(row_.size());
    for (const EntityIndex e : view_.entities())
        bodies.push_back(body_of(view_.entity(e), scale_[bodies.size()]));
    const std::vector<std::size_t> home = homes();
    for (std::size_t i = 0; i < home.size(); ++i)
        bodies[i].owner = home[i];
    take_sides(bodies);
    std::vector<Tie> ties;
    for (const Relation& r : part_.relations) {
        const bool membership = kind_of(r.object) == kind::alliance && type_name(r) == "member_of";
        ties.push_back({row_.at(r.subject), row_.at(r.object),
                        strength_of(r, view_.vocabulary().relation(r.type).sign, membership)});
    }
    return place(bodies, ties);
}

void SceneWriter::head() {
    const GraphTables& graph = view_.graph();
    append_member(out_, "title",
                  options_.title.empty() ? graph.title : std::string_view(options_.title));
    append_member(out_, "description", graph.description);
    append_member(out_, "date", graph.date);
    append_member(out_, "language", options_.language);
    if (options_.lean) append_key(out_, "lean"), out_ += "true";
    open("left_out");
    number("entities", part_.left_out.entities);
    number("relations", part_.left_out.relations);
    number("claims", options_.lean ? 0 : part_.left_out.claims);
    out_ += '}';
}

void SceneWriter::kinds() {
    std::set<KindId> used;
    for (const EntityIndex e : view_.entities())
        used.insert(kind_of(e));
    open("kinds");
    for (const KindId id : used) {
        const Kind& kind = view_.vocabulary().kind(id);
        open(kind.name);
        append_member(out_, "label", kind.label);
        append_member(out_, "plural", kind.plural);
        append_member(out_, "meaning", kind.meaning);
        append_member(out_, "fill", kind.fill);
        append_member(out_, "stroke", kind.stroke);
        append_member(out_, "text", kind.text);
        append_member(out_, "shape", kind.shape);
        out_ += '}';
    }
    out_ += '}';
}

void SceneWriter::relation_types() {
    std::set<RelationId> used;
    for (const Relation& relation : part_.relations)
        used.insert(relation.type);
    open("relations");
    for (const RelationId id : used) {
        const RelationType& type = view_.vocabulary().relation(id);
        open(type.name);
        append_member(out_, "label", type.label);
        append_member(out_, "inverse", type.inverse_label);
        append_member(out_, "meaning", type.meaning);
        append_member(out_, "color", type.color);
        append_key(out_, "sign");
        out_ += std::to_string(static_cast<int>(type.sign));
        if (type.symmetric) append_key(out_, "symmetric"), out_ += "true";
        out_ += '}';
    }
    out_ += '}';
}

/// Which fields of a claim a card says in places of their own, and what people call the others.
void SceneWriter::claim_fields() {
    open("claim_fields");
    append_key(out_, "own") += '[';
    for (const FieldWord& row : field_words) {
        if (row.on != On::claim || row.role != FieldRole::own) continue;
        if (out_.back() != '[') out_ += ',';
        append_json_string(out_, row.name);
    }
    out_ += ']';
    open("labels");
    for (const FieldWord& row : field_words)
        if (row.on == On::claim && row.role == FieldRole::free)
            append_member(out_, row.name, row.label);
    out_ += "}}";
}

/// In a graph that is seen from afar, what has many ties is written large, as capitals are on a
/// map.
void SceneWriter::find_scales() {
    constexpr std::size_t seen_whole = 120;
    constexpr double largest = 3.5;
    scale_.assign(row_.size(), 1);
    if (row_.size() <= seen_whole) return;
    std::vector<double> ties(row_.size());
    for (const Relation& r : part_.relations) {
        ties[row_.at(r.subject)] += 1;
        ties[row_.at(r.object)] += 1;
    }
    for (std::size_t i = 0; i < scale_.size(); ++i)
        scale_[i] = std::round(10 * std::clamp(std::sqrt(ties[i]) / 2, 1.0, largest)) / 10;
}

void SceneWriter::entities() {
    find_scales();
    const std::vector<Place> places = place_all();
    append_key(out_, "entities");
    out_ += '[';
    std::size_t hubs = 0, row = 0;
    for (const EntityIndex e : view_.entities()) {
        const Place& place = places[row];
        if (row++ > 0) out_ += ',';
        out_ += '{';
        coordinate("x", place.x);
        coordinate("y", place.y);
        if (place.owner != nobody) number("under", place.owner);
        const Entity& entity = view_.entity(e);
        if (scale_[row - 1] > 1) {
            append_key(out_, "scale");
            append_number(out_, scale_[row - 1]);
        }
        append_member(out_, "iso2", entity.iso2);
        if (entity.kind == kind::alliance)
            append_member(out_, "color",
                          diagram::color::hubs[hubs++ % diagram::color::hubs.size()]);
        out_ += '}';
    }
    out_ += ']';
}

/// The sources of a relation whose claims are left out: the page still says how many there are, and
/// can be filtered by them.
void SceneWriter::source_ids(const Relation& relation) {
    Relation whole = relation;
    whole.claim_count = part_.all_claims[static_cast<std::size_t>(&relation - &part_.relations[0])];
    std::set<SourceIndex> ids;
    view_.for_each_claim(whole, [&](const Claim& claim) {
        if (claim.source != no_index) ids.insert(claim.source);
    });
    std::vector<std::string_view> texts;
    texts.reserve(ids.size());
    for (const SourceIndex id : ids)
        texts.push_back(view_.source_id(id));
    std::sort(texts.begin(), texts.end());
    append_key(out_, "in");
    append_texts(out_, texts);
}

void SceneWriter::link(const Relation& relation, std::uint32_t all_claims) {
    out_ += '{';
    number("s", row_.at(relation.subject));
    number("o", row_.at(relation.object));
    append_member(out_, "type", type_name(relation));
    if (relation.status != Status::supported) append_member(out_, "status", name(relation.status));
    if (!std::isnan(relation.confidence)) {
        append_key(out_, "confidence");
        append_number(out_, relation.confidence);
    }
    append_member(out_, "from", relation.period.from);
    append_member(out_, "to", relation.period.to);
    if (relation.derived) append_key(out_, "derived"), out_ += "true";
    number("claims", relation.claim_count);
    if (all_claims > relation.claim_count) {
        number("all_claims", all_claims);
        source_ids(relation);
    }
    number("sources", relation.source_count);
    out_ += '}';
}

void SceneWriter::links() {
    append_key(out_, "links");
    out_ += '[';
    for (std::size_t i = 0; i < part_.relations.size(); ++i) {
        if (i > 0) out_ += ',';
        link(part_.relations[i], part_.all_claims[i]);
    }
    out_ += ']';
}

void SceneWriter::flags() {
    std::set<std::string_view> codes;
    for (const EntityIndex e : view_.entities())
        if (diagram::has_flag(view_.entity(e).iso2)) codes.insert(view_.entity(e).iso2);
    open("flags");
    for (const std::string_view code : codes)
        if (const auto art = diagram::flag_art(code)) append_member(out_, code, art->svg);
    out_ += '}';
}

void SceneWriter::names() {
    open("names");
    for (const std::string_view language : page_languages) {
        open(language);
        for (const EntityIndex e : view_.entities()) {
            const Entity& entity = view_.entity(e);
            if (entity.kind != kind::nation || entity.iso2.empty()) continue;
            const std::string name = diagram::name_in(entity, std::string(language));
            if (name != entity.name) append_member(out_, entity.id, name);
        }
        out_ += '}';
    }
    out_ += '}';
}

std::string SceneWriter::write() {
    for (const EntityIndex e : view_.entities())
        row_.try_emplace(row_.end(), e, row_.size());
    head();
    kinds();
    relation_types();
    claim_fields();
    entities();
    links();
    flags();
    names();
    return std::move(out_) + '}';
}

} // namespace

std::string scene(const Extract& part, const ExportOptions& options) {
    return SceneWriter(part, options).write();
}

} // namespace entente::html
