// SPDX-License-Identifier: BSL-1.0
#include "importers/json/records.hpp"

#include "importers/json/lists.hpp"
#include "importers/syntax/json_repair.hpp"

namespace entente {

JsonRecords::JsonRecords(Reading& reading)
    : reading_(reading), scanner_(reading.text()), reader_(reading) {}

bool JsonRecords::parse(std::size_t begin, std::size_t end, bool repairs) {
    begin_ = begin;
    end_ = end;
    const std::string_view text = reading_.text().substr(begin, end - begin);
    if (parser_.parse(text)) return true;
    error_ = parser_.error();
    error_.offset += begin;
    if (!repairs || error_.code == Code::too_deep || error_.code == Code::duplicate_key)
        return false;
    repaired_.assign(text);
    const std::vector<Repair> done = repair_json(repaired_);
    if (done.empty() || !parser_.parse(repaired_)) return false;
    for (const Repair& repair : done)
        reading_.repaired(begin + repair.offset, repair.what);
    return true;
}

bool JsonRecords::is_document() const {
    const JsonTree& tree = parser_.tree();
    if (tree.root().type != JsonType::object) return false;
    bool lists = false;
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        const JsonToken& token = tree.tokens[i];
        if (makes_record(token.key())) return false;
        lists |= token.compound() && find_list(token.key()) != nullptr;
    }
    return lists;
}

bool JsonRecords::looks_like_record() const {
    const JsonTree& tree = parser_.tree();
    if (tree.root().type != JsonType::object) return false;
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
        if (makes_record(tree.tokens[i].key()) || tree.tokens[i].key() == "source") return true;
    return false;
}

void JsonRecords::take(Place place) {
    const std::size_t begin = begin_, end = end_;
    if (is_document()) {
        read_document(scanner_.skip_space(begin));
        return;
    }
    if (reader_.read(parser_.tree(), begin, place))
        reading_.accept();
    else
        reading_.reject_json(begin, reading_.text().substr(begin, end - begin));
}

void JsonRecords::reject_as(const JsonError& error, std::size_t begin, std::size_t end) {
    reading_.report(error.code, error.offset, error.message);
    reading_.reject_json(begin, reading_.text().substr(begin, end - begin));
}

void JsonRecords::reject(std::size_t begin, std::size_t end) {
    reject_as(error_, begin, end);
}

void JsonRecords::reject(std::size_t begin, std::size_t end, Code code, std::string message) {
    reading_.report(code, begin, std::move(message));
    reading_.reject_json(begin, reading_.text().substr(begin, end - begin));
}

} // namespace entente
