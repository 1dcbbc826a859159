// SPDX-License-Identifier: BSL-1.0
// Mermaid: a flowchart for a README or a wiki, within what GitHub draws (docs/formats/mermaid.md).
#include <algorithm>
#include <map>
#include <vector>

#include "exporters/formats.hpp"
#include "exporters/items/flat.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

/// GitHub keeps to Mermaid's own limits: maxEdges 500, maxTextSize 50,000. The rest of the text is
/// for title, classes and line styles.
constexpr std::size_t most_lines = 500;
constexpr std::size_t most_text = 44'000;
constexpr std::size_t line_style_size = 5; ///< its number in a `linkStyle`

/// All relations from one entity to another, drawn as one line.
struct Line {
    EntityIndex from = 0, to = 0;
    std::vector<const Relation*> relations;
    std::string text; ///< behind the name of the first node, before that of the second
    std::size_t sources = 0, claims = 0;
    std::size_t replaced = 0; ///< characters of the text
};

bool is_unreal(const Relation& relation) {
    return relation.status != Status::supported && relation.status != Status::disputed;
}

class MermaidWriter {
  public:
    MermaidWriter(const View& view, Output& out, const ExportOptions& options)
        : view_(view), out_(out), options_(options), numbers_(view.graph().entities.size()) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    void collect_lines();
    void choose();
    void add_lone_nodes(std::size_t size);
    void number_nodes();
    void front_matter();
    void nodes();
    void lines();
    void classes();
    void line_styles();
    std::string line_text(Line& line);
    std::string node_text(EntityIndex index);
    [[nodiscard]] std::string class_of(KindId kind) const;
    [[nodiscard]] bool is_reduced() const {
        return chosen_count_ < view_.entities().size() || chosen_lines_.size() < lines_.size();
    }

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    std::vector<Line> lines_;
    std::vector<const Line*> chosen_lines_;
    std::vector<std::size_t> numbers_; ///< of the nodes, by entity; 0: left out
    std::size_t chosen_count_ = 0;
    std::size_t replaced_ = 0;
};

// -- what is drawn --------------------------------------------------------------------------------

/// `is an ally of<br>trades with (planned)`
std::string MermaidWriter::line_text(Line& line) {
    bool all_unreal = true, all_denied = true, directed = false;
    std::string label;
    for (const Relation* relation : line.relations) {
        const RelationType& type = view_.vocabulary().relation(relation->type);
        all_unreal = all_unreal && is_unreal(*relation);
        all_denied = all_denied && relation->status == Status::denied;
        directed = directed || !type.symmetric;
        if (!label.empty()) label += "<br>";
        line.replaced += append_mermaid_text(label, type.label.empty() ? type.name : type.label);
        if (relation->status != Status::supported)
            label.append(" (").append(name(relation->status)).append(")");
    }
    const std::string_view arrow = all_denied   ? " -.-x|\""
                                   : all_unreal ? (directed ? " -.->|\"" : " -.-|\"")
                                                : (directed ? " -->|\"" : " ---|\"");
    return std::string(arrow) + label + "\"| ";
}

void MermaidWriter::collect_lines() {
    std::map<std::pair<EntityIndex, EntityIndex>, Line> by_ends;
    for (const Relation& relation : view_.relations()) {
        Line& line = by_ends[{relation.subject, relation.object}];
        line.from = relation.subject;
        line.to = relation.object;
        line.relations.push_back(&relation);
        line.sources += relation.source_count;
        line.claims += relation.claim_count;
    }
    for (auto& [ends, line] : by_ends) {
        line.text = line_text(line);
        lines_.push_back(std::move(line));
    }
}

/// The shape tells the kind, too, for those who see no colours.
std::string MermaidWriter::node_text(EntityIndex index) {
    struct Shape {
        std::string_view open, close;
    };
    const Entity& entity = view_.entity(index);
    Shape shape{"[\"", "\"]"};
    switch (entity.kind) {
        case kind::official:
            shape = {"(\"", "\")"};
            break;
        case kind::alliance:
            shape = {"([\"", "\"])"};
            break;
        case kind::threat:
            shape = {"{{\"", "\"}}"};
            break;
        case kind::event:
            shape = {"[/\"", "\"/]"};
            break;
        case kind::agreement:
            shape = {"[[\"", "\"]]"};
            break;
        default:
            break;
    }
    std::string text(shape.open);
    const std::size_t begin = text.size();
    replaced_ += append_mermaid_text(text, entity.name);
    if (text.size() == begin) text += ' '; // a name of nothing but white space
    text += shape.close;
    return text += ":::" + class_of(entity.kind);
}

std::string MermaidWriter::class_of(KindId kind) const {
    std::string name = "kind_";
    append_column_name(name, view_.vocabulary().kind(kind).name);
    return name;
}

/// The lines that most sources speak of come first, as far as there is room, and then the nodes
/// that have no line at all.
void MermaidWriter::choose() {
    std::vector<const Line*> ranked;
    for (const Line& line : lines_)
        ranked.push_back(&line);
    std::stable_sort(ranked.begin(), ranked.end(), [](const Line* a, const Line* b) {
        return std::pair(a->sources, a->claims) > std::pair(b->sources, b->claims);
    });
    std::size_t size = 0;
    for (const Line* line : ranked) {
        std::size_t more = line->text.size() + 20 + line_style_size;
        for (const EntityIndex end : {line->from, line->to})
            if (numbers_[end] == 0) more += node_text(end).size() + 10;
        if (chosen_lines_.size() == most_lines || size + more > most_text) break;
        size += more;
        chosen_lines_.push_back(line);
        numbers_[line->from] = numbers_[line->to] = 1;
    }
    std::sort(chosen_lines_.begin(), chosen_lines_.end()); // as they stand in lines_
    add_lone_nodes(size);
    number_nodes();
}

void MermaidWriter::add_lone_nodes(std::size_t size) {
    std::vector<bool> has_line(numbers_.size());
    for (const Line& line : lines_)
        has_line[line.from] = has_line[line.to] = true;
    for (const EntityIndex index : view_.entities()) {
        if (has_line[index]) continue;
        size += node_text(index).size() + 10;
        if (size > most_text) break;
        numbers_[index] = 1;
    }
}

void MermaidWriter::number_nodes() {
    for (const EntityIndex index : view_.entities())
        if (numbers_[index] != 0) numbers_[index] = ++chosen_count_;
}

// -- the text -------------------------------------------------------------------------------------

std::string of(std::size_t part, std::size_t all, std::string_view what) {
    std::string text = std::to_string(part);
    if (part < all) text += " of " + std::to_string(all);
    return text.append(" ").append(what);
}

void MermaidWriter::front_matter() {
    std::string title(options_.title.empty() ? view_.graph().title : options_.title);
    if (is_reduced())
        title += (title.empty() ? "" : " ") + std::string("(") +
                 of(chosen_count_, view_.entities().size(), "entities") + ")";
    if (title.empty()) return;
    out_ << "---\ntitle: ";
    append_json_string(out_.buffer(), title); // YAML reads it as it is
    out_ << "\n---\n";
}

void MermaidWriter::nodes() {
    for (const EntityIndex index : view_.entities())
        if (numbers_[index] != 0) out_ << "  n" << numbers_[index] << node_text(index) << '\n';
}

void MermaidWriter::lines() {
    for (const Line* line : chosen_lines_)
        out_ << "  n" << numbers_[line->from] << line->text << 'n' << numbers_[line->to] << '\n';
}

/// Without a `;` at the end: Mermaid would take a colour before it for a character code.
void MermaidWriter::classes() {
    std::map<KindId, std::string> used;
    std::string provisional;
    for (const EntityIndex index : view_.entities()) {
        if (numbers_[index] == 0) continue;
        const Entity& entity = view_.entity(index);
        used.emplace(entity.kind, class_of(entity.kind));
        if (entity.provisional)
            provisional += (provisional.empty() ? "n" : ",n") + std::to_string(numbers_[index]);
    }
    for (const auto& [id, name] : used) {
        const Kind& kind = view_.vocabulary().kind(id);
        out_ << "  classDef " << name << " fill:" << kind.fill << ",stroke:" << kind.stroke
             << ",color:" << kind.text << '\n';
    }
    if (provisional.empty()) return;
    out_ << "  classDef provisional stroke-dasharray:4 3\n  class " << provisional
         << " provisional\n";
}

/// A line has the colour of its first relation.
void MermaidWriter::line_styles() {
    std::map<std::string_view, std::string> numbers;
    for (std::size_t n = 0; n < chosen_lines_.size(); ++n) {
        const Relation& first = *chosen_lines_[n]->relations.front();
        std::string& list = numbers[view_.vocabulary().relation(first.type).color];
        if (!list.empty()) list += ',';
        list += std::to_string(n);
    }
    for (const auto& [color, list] : numbers)
        if (!color.empty()) out_ << "  linkStyle " << list << " stroke:" << color << '\n';
}

ExportReport MermaidWriter::write(Diagnostics& diagnostics) {
    collect_lines();
    choose();
    std::size_t relations = 0;
    replaced_ = 0; // what follows counts only what is written
    for (const Line* line : chosen_lines_) {
        relations += line->relations.size();
        replaced_ += line->replaced;
    }
    const ItemCounts all = count_items(view_);
    ExportReport report;
    report.written = {.entities = chosen_count_, .relations = relations};
    report.left_out = {.entities = all.entities - chosen_count_,
                       .relations = all.relations - relations,
                       .claims = all.claims,
                       .sources = all.sources};

    front_matter();
    out_ << "flowchart LR\n  %% entente: " << of(chosen_count_, all.entities, "entities") << ", "
         << of(relations, all.relations, "relations");
    if (is_reduced()) out_ << "; those that most sources speak of";
    out_ << '\n';
    nodes();
    lines();
    classes();
    line_styles();

    Losses losses(diagnostics, "mermaid");
    losses.add(Code::reduced, report.left_out.entities + report.left_out.relations,
               "entities and relations left out: GitHub draws no more than 500 lines and 50,000 "
               "characters; narrow the view with --focus, --kind, --at or --top");
    losses.add(Code::not_representable, Severity::note, all.claims + all.sources,
               "claims and sources left out: a flowchart shows relations only");
    losses.replaced(replaced_);
    report.losses = losses.take();
    return report;
}

ExportReport write_mermaid(const View& view, Output& out, const ExportOptions& options,
                           Diagnostics& diagnostics) {
    return MermaidWriter(view, out, options).write(diagnostics);
}

} // namespace

const Exporter mermaid_exporter{
    .name = "mermaid",
    .extensions = "mmd mermaid",
    .media_type = "text/vnd.mermaid",
    .help = "Mermaid: a flowchart that GitHub and GitLab draw in a README or a wiki",
    .profiles = "",
    .can = {.parallel_edges = false,
            .edge_attributes = false,
            .claims = false,
            .time = false,
            .picture = false,
            .read_back = false},
    .write = write_mermaid,
    .loses =
        "Claims, sources, dates and attributes; of a large graph all but the 500 most important "
        "lines.",
    .tried = "Mermaid 11.17.2",
};

} // namespace entente
