// SPDX-License-Identifier: BSL-1.0
#include "importers/json/graphs/outline.hpp"

#include "importers/syntax/json_scan.hpp"

namespace entente {

namespace {

constexpr int deepest = 4;

class Outline {
  public:
    explicit Outline(std::string_view head) : head_(head), scanner_(head) {}

    std::vector<std::string> read() {
        value(scanner_.skip_space(0), {}, 0);
        return std::move(paths_);
    }

  private:
    void value(std::size_t begin, const std::string& path, int depth) {
        if (depth == deepest) return;
        if (scanner_.at(begin) == '[') {
            const std::size_t first = scanner_.skip_space(begin + 1);
            if (scanner_.at(first) == '{')
                value(first, path + (path.empty() ? "[]" : "/[]"), depth + 1);
            return;
        }
        if (scanner_.at(begin) == '{') object(begin, path, depth);
    }

    void object(std::size_t begin, const std::string& path, int depth) {
        for (std::size_t at = begin + 1;;) {
            at = scanner_.skip_space(at);
            if (scanner_.at(at) == ',') {
                ++at;
                continue;
            }
            if (scanner_.at(at) != '"') return;
            const JsonExtent key = scanner_.value(at);
            const std::size_t colon = scanner_.skip_space(key.end);
            if (!key.closed || scanner_.at(colon) != ':') return;
            std::string below = path.empty() ? std::string() : path + '/';
            below += head_.substr(at + 1, key.end - at - 2);
            paths_.push_back(below);
            const std::size_t begins = scanner_.skip_space(colon + 1);
            value(begins, below, depth + 1);
            const JsonExtent extent = scanner_.value(begins);
            if (!extent.closed || extent.end <= begins) return;
            at = extent.end;
        }
    }

    std::string_view head_;
    JsonScanner scanner_;
    std::vector<std::string> paths_;
};

} // namespace

std::vector<std::string> outline_of(std::string_view head) {
    return Outline(head).read();
}

} // namespace entente
