// SPDX-License-Identifier: BSL-1.0
#include "importers/reading.hpp"

#include <algorithm>
#include <cstring>

#include "graph/text/utf8.hpp"

namespace entente {

namespace {

constexpr std::size_t page_of_text = 4096;

/// Counts on over `text`.
void advance(Position& position, std::string_view text) {
    for (std::size_t end; (end = text.find('\n')) != std::string_view::npos;) {
        ++position.line;
        position.column = 1;
        text.remove_prefix(end + 1);
    }
    position.column += static_cast<std::uint32_t>(utf8::length(text));
}

} // namespace

ReadCounts& ReadCounts::operator+=(const ReadCounts& other) {
    read += other.read;
    accepted += other.accepted;
    rejected += other.rejected;
    return *this;
}

Reading::Reading(const InputText& input, const ImportContext& context)
    : input_(input),
      context_(context),
      window_(input.text, 0, input.mapped),
      anchor_{input.file, 1, 1} {}

/// The file that a place belongs to; nullptr if the input is but one.
const InputMember* Reading::member_at(std::size_t offset) const {
    if (input_.members.empty()) return nullptr;
    const auto next = std::upper_bound(
        input_.members.begin(), input_.members.end(), offset,
        [](std::size_t at, const InputMember& member) { return at < member.begin; });
    return next == input_.members.begin() ? &*next : &*std::prev(next);
}

Position Reading::at(std::size_t offset) const {
    offset = std::min(offset, input_.text.size());
    if (const InputMember* const member = member_at(offset)) return at_member(*member, offset);
    if (offset < anchor_offset_) return before_anchor(offset);
    Position position = anchor_;
    advance(position, input_.text.substr(anchor_offset_, offset - anchor_offset_));
    return position;
}

/// Each file of an input counts its own lines.
Position Reading::at_member(const InputMember& member, std::size_t offset) const {
    const bool ahead =
        anchor_.file == member.file && anchor_offset_ >= member.begin && anchor_offset_ <= offset;
    const std::size_t from = ahead ? anchor_offset_ : std::min(member.begin, offset);
    Position position = ahead ? anchor_ : Position{member.file, 1, 1};
    advance(position, input_.text.substr(from, offset - from));
    return position;
}

Position Reading::before_anchor(std::size_t offset) const {
    if (marks_.empty()) {
        Position position{input_.file, 1, 1};
        for (std::size_t at = 0; at < anchor_offset_; at += page_of_text) {
            marks_.push_back(position);
            advance(position, input_.text.substr(at, page_of_text));
        }
    }
    const std::size_t mark = std::min(offset / page_of_text, marks_.size() - 1);
    Position position = marks_[mark];
    advance(position, input_.text.substr(mark * page_of_text, offset - mark * page_of_text));
    return position;
}

void Reading::move_to(std::size_t offset) {
    anchor_ = at(offset);
    anchor_offset_ = offset;
    window_.move_to(offset);
}

void Reading::rewind() {
    anchor_ = {input_.file, 1, 1};
    anchor_offset_ = 0;
    window_.restart();
}

void Reading::next_line(std::size_t offset) {
    anchor_offset_ = offset;
    ++anchor_.line;
    anchor_.column = 1;
    window_.move_to(offset);
}

void Reading::jump_to(std::size_t offset, std::uint32_t line) {
    anchor_ = {input_.file, line, 1};
    anchor_offset_ = offset;
    window_.move_to(offset);
}

void Reading::report(Code code, std::size_t offset, std::string message) {
    context_.diagnostics.report(code, at(offset), std::move(message));
}

void Reading::report(Code code, Severity severity, std::size_t offset, std::string message) {
    context_.diagnostics.report(code, severity, at(offset), std::move(message));
}

void Reading::once(Code code, Severity severity, std::size_t offset, std::string_view what) {
    if (std::find(told_.begin(), told_.end(), what) != told_.end()) return;
    told_.emplace_back(what);
    report(code, severity, offset, std::string(what));
}

void Reading::repaired(std::size_t offset, std::string_view what) {
    once(Code::repaired, Severity::note, offset, what);
}

void Reading::accept(std::size_t records) {
    counts_.read += records;
    counts_.accepted += records;
}

void Reading::reject(std::size_t offset, std::string_view text) {
    ++counts_.read;
    ++counts_.rejected;
    keep(offset, text);
}

void Reading::keep(std::size_t offset, std::string_view text) {
    if (context_.reject) context_.reject(input_, at(offset), text);
}

ReadCounts Reading::finish() {
    if (counts_.read == 0) report(Code::empty_input, 0, "no record in here");
    return counts_;
}

void Reading::reject_json(std::size_t offset, std::string_view text) {
    if (!context_.reject || text.find_first_of("\r\n") == std::string_view::npos) {
        reject(offset, text);
        return;
    }
    std::string line(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\r', ' ');
    reject(offset, line);
}

} // namespace entente
