// SPDX-License-Identifier: BSL-1.0
#include "exporters/timeline/timeline.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/drawing/carrier.hpp"
#include "exporters/drawing/palette.hpp"
#include "exporters/timeline/drawing.hpp"
#include "graph/text/utf8.hpp"

namespace entente {

namespace {

using namespace timeline_picture;
using diagram::Canvas;
using diagram::isolated;
using diagram::TextMeter;
using diagram::Type;
namespace color = diagram::color;

constexpr double margin = 28, names = 250, dates = 150, chart = 720, gap = 12;
constexpr double width = margin + names + dates + chart + margin;
constexpr double line = 17, head = 26, name_size = 11, small = 9.5;

class Painter {
  public:
    Painter(const View& view, const TimelineOptions& options)
        : view_(view),
          options_(options),
          timeline_(explore::timeline(view, options.by == TimelineOptions::By::subject
                                                ? explore::Joined::by_subject
                                                : explore::Joined::by_object)),
          groups_(rows_of(view, timeline_, options)),
          meter_("en"),
          range_(range_of(timeline_, shown(), view)),
          axis_(range_, margin + names + dates, chart) {}

    TimelinePicture paint();

  private:
    [[nodiscard]] std::vector<std::size_t> shown() const;
    void title();
    void grid(double top, double bottom);
    void bands(double y);
    void group(const Group& group);
    void row(const Row& row);
    void foot();
    void lines(const std::string& text, const Type& type);
    [[nodiscard]] std::string cut(const std::string& text, double size, double limit) const;
    void find_left_out();
    [[nodiscard]] std::string description() const;

    const View& view_;
    const TimelineOptions& options_;
    explore::Timeline timeline_;
    std::vector<Group> groups_;
    TextMeter meter_;
    Range range_;
    Axis axis_;
    Canvas canvas_;
    double y_ = margin - 6;
    Used used_;
    bool short_of_room_ = false;
    TimelinePicture picture_;
};

std::vector<std::size_t> Painter::shown() const {
    std::vector<std::size_t> indices;
    for (const Group& group : groups_)
        for (const Row& row : group.rows)
            indices.push_back(row.happening);
    return indices;
}

void Painter::lines(const std::string& text, const Type& type) {
    for (const std::string& part : meter_.wrap(text, type.size, type.bold, width - 2 * margin)) {
        y_ += type.size * 1.32;
        canvas_.text({margin, y_ - type.size * 0.3, type, isolated(part)});
    }
}

/// As much of a text as has room, with an ellipsis; the tooltip has all of it.
std::string Painter::cut(const std::string& text, double size, double limit) const {
    if (meter_.width(text, size) <= limit) return text;
    std::string kept = text;
    while (!kept.empty()) {
        // Back to the beginning of a character.
        while (!kept.empty() && utf8::is_continuation(kept.back()))
            kept.pop_back();
        if (!kept.empty()) kept.pop_back();
        if (meter_.width(kept + "…", size) <= limit) break;
    }
    return kept + "…";
}

void Painter::title() {
    picture_.title = !options_.title.empty()        ? options_.title
                     : !view_.graph().title.empty() ? std::string(view_.graph().title)
                                                    : std::string("Timeline");
    lines(picture_.title, {diagram::type_size::title, color::ink, true});
    if (range_.first.dated())
        lines(describe(range_.first) + " to " + describe(range_.last),
              {diagram::type_size::subtitle, color::grey});
    y_ += 26; // the axis' labels stand here
}

void Painter::group(const Group& group) {
    if (group.rows.empty()) return;
    y_ += head;
    std::string title = group.title;
    if (group.rows.size() < group.all)
        title +=
            " (" + std::to_string(group.rows.size()) + " of " + std::to_string(group.all) + ")";
    canvas_.text({margin,
                  y_ - 6,
                  {12.5, color::ink, true},
                  isolated(cut(title, 12.5, names + dates - gap))});
    for (const Row& each : group.rows)
        row(each);
}

/// Every other row is shaded, which leads the eye from the name to the bar.
void Painter::bands(double y) {
    for (const Group& group : groups_) {
        if (group.rows.empty()) continue;
        y += head;
        for (std::size_t i = 0; i < group.rows.size(); ++i, y += line)
            if (i % 2 == 0)
                canvas_.rectangle(margin - 4, y, width - 2 * margin + 4, line, {"#f5f7f9"});
    }
}

void Painter::row(const Row& row) {
    y_ += line;
    const double middle = y_ - line / 2;
    canvas_.open(row.tooltip);
    canvas_.text({margin,
                  middle + name_size * 0.35,
                  {name_size, color::ink},
                  isolated(cut(row.name, name_size, names - gap))});
    canvas_.text({margin + names,
                  middle + small * 0.35,
                  {small, color::grey},
                  cut(row.dates, small, dates - 2 * gap)});
    draw_happening(canvas_, axis_, timeline_.happenings[row.happening], row, middle, used_);
    canvas_.close();
    ++picture_.rows;
}

void Painter::grid(double top, double bottom) {
    for (const Tick& tick : axis_.ticks()) {
        canvas_.curve({{tick.x, top}, {tick.x, bottom}}, {"none", "#e3e7ec", 1});
        for (const double y : {top - 6, bottom + 14})
            canvas_.text(
                {tick.x, y, {diagram::type_size::small, color::grey, false, true}, tick.label});
    }
    for (const double y : {top, bottom})
        canvas_.curve({{axis_.left(), y}, {axis_.right(), y}}, {"none", color::faint, 1});
}

void Painter::find_left_out() {
    for (const Group& group : groups_)
        if (group.rows.size() < group.all)
            picture_.left_out.push_back(group.title + ": " +
                                        std::to_string(group.all - group.rows.size()) + " of " +
                                        std::to_string(group.all));
    short_of_room_ = !picture_.left_out.empty();
    // By subject there may be hundreds.
    constexpr std::size_t most = 12;
    if (picture_.left_out.size() > most) {
        std::size_t rows = 0;
        for (std::size_t i = most; i < groups_.size(); ++i)
            rows += groups_[i].all - groups_[i].rows.size();
        const std::size_t more = picture_.left_out.size() - most;
        picture_.left_out.resize(most);
        picture_.left_out.push_back("and rows of " + std::to_string(more) + " others");
    }
    const auto without_date = [this](std::size_t n, const char* one, const char* many) {
        if (n > 0)
            picture_.left_out.push_back(std::to_string(n) + " " + (n == 1 ? one : many) +
                                        " without a date");
    };
    without_date(timeline_.entities_without_date, "entity", "entities");
    without_date(timeline_.relations_without_date, "relation", "relations");
}

void Painter::foot() {
    y_ += draw_signs(canvas_, meter_, used_, margin, y_, width - 2 * margin);
    y_ += 4;
    if (range_.before > 0)
        lines("The axis begins after the first " + std::to_string(range_.before) +
                  (range_.before == 1 ? " row" : " rows") +
                  ", so that the others have room; arrows and dates tell of what came before.",
              {diagram::type_size::small, color::grey});
    std::string text;
    for (const std::string& each : picture_.left_out)
        text += (text.empty() ? "Not drawn: " : "; ") + each;
    if (!text.empty())
        lines(text + (short_of_room_ ? ". Kept is what most claims speak of." : "."),
              {diagram::type_size::small, color::grey});
    if (picture_.rows == 0)
        lines("Nothing here has a date.", {diagram::type_size::subtitle, color::ink});
}

/// All that the picture shows, for those who cannot see it.
std::string Painter::description() const {
    std::string out = "A timeline";
    if (range_.first.dated())
        out += " from " + describe(range_.first) + " to " + describe(range_.last);
    out += ".";
    for (const Group& group : groups_) {
        if (group.rows.empty()) continue;
        out += "\n" + group.title + ": ";
        for (std::size_t i = 0; i < group.rows.size(); ++i)
            out += (i == 0 ? "" : "; ") + group.rows[i].tooltip;
        out += ".";
    }
    return out;
}

TimelinePicture Painter::paint() {
    find_left_out();
    title();
    const double top = y_;
    double height = 6;
    for (const Group& each : groups_)
        if (!each.rows.empty()) height += head + line * static_cast<double>(each.rows.size());
    bands(top);
    if (range_.first.dated()) grid(top, top + height);
    for (const Group& each : groups_)
        group(each);
    y_ = top + height + (range_.first.dated() ? 30 : 0);
    foot();
    y_ += margin - 8;
    diagram::Scene scene;
    scene.title = picture_.title;
    scene.description = description();
    picture_.width = width;
    picture_.height = std::ceil(y_);
    picture_.svg = canvas_.document(picture_.width, picture_.height, scene);
    return std::move(picture_);
}

} // namespace

TimelinePicture draw_timeline(const View& view, const TimelineOptions& options) {
    return Painter(view, options).paint();
}

std::string timeline_as(const TimelinePicture& picture, std::string_view format) {
    constexpr double png_scale = 2;
    if (format == "png")
        return diagram::to_png(picture.svg, picture.width, picture.height, png_scale);
    if (format == "pdf")
        return diagram::to_pdf(picture.svg, picture.title, picture.width, picture.height);
    return picture.svg;
}

} // namespace entente
