// SPDX-License-Identifier: BSL-1.0
#include "session/writing/load_report.hpp"

#include "exporters/writing/files/output.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::session {

namespace {

/// `"key": `, behind what came before it.
void key(std::string& out, std::string_view name) {
    if (out.back() != '{') out += ", ";
    append_json_string(out, name);
    out += ": ";
}

void text(std::string& out, std::string_view name, std::string_view value) {
    key(out, name);
    append_json_string(out, value);
}

void count(std::string& out, std::string_view name, std::size_t value) {
    key(out, name);
    append_number(out, std::uint64_t{value});
}

std::string items(const ItemCounts& counts) {
    std::string out = "{";
    count(out, "entities", counts.entities);
    count(out, "relations", counts.relations);
    count(out, "claims", counts.claims);
    count(out, "sources", counts.sources);
    return out + '}';
}

std::string loss_of(const Loss& loss) {
    std::string out = "{";
    text(out, "code", row(loss.code).name);
    count(out, "count", loss.count);
    text(out, "what", loss.what);
    if (!loss.readers.empty()) text(out, "readers", loss.readers);
    key(out, "where");
    out += '[';
    for (const std::string& place : loss.where) {
        if (out.back() != '[') out += ", ";
        append_json_string(out, place);
    }
    return out + "]}";
}

/// The last part of the path: a report says nothing of the machine that it was made on.
std::string_view file_name(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    return path.substr(path.rfind('/') + 1);
}

} // namespace

std::string load_report_path(const std::string& output) {
    std::string path = output;
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path + ".report.json";
}

std::string load_report(const Written& written) {
    std::string head = "{";
    text(head, "file", file_name(written.target.path));
    text(head, "format", written.target.exporter->name);
    if (!written.profile.empty()) text(head, "profile", written.profile);
    std::string out = head + ",\n \"written\": " + items(written.report.written) +
                      ",\n \"left_out\": " + items(written.report.left_out) + ",\n \"losses\": [";
    for (const Loss& loss : written.report.losses) {
        if (out.back() != '[') out += ',';
        out += "\n  " + loss_of(loss);
    }
    return out + "]}\n";
}

void write_load_report(const Written& written) {
    OutputFile file(load_report_path(written.target.path));
    file.stream() << load_report(written);
    file.commit();
}

} // namespace entente::session
