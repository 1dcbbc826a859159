// SPDX-License-Identifier: BSL-1.0
#include "session/writing/outputs.hpp"
#include "exporters/registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "exporters/writing/files/output_folder.hpp"
#include "graph/text/did_you_mean.hpp"
#include "session/telling/errors.hpp"
#include "session/telling/text.hpp"

namespace entente::session {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Exporter& exporter : exporters())
        names.emplace_back(exporter.name);
    return names;
}

std::vector<std::string> names_and_extensions() {
    std::vector<std::string> all = format_names();
    for (const Exporter& exporter : exporters())
        for (std::string& extension : words(exporter.extensions))
            all.push_back(std::move(extension));
    return all;
}

[[noreturn]] void refuse(const std::string& argument) {
    if (argument == "-")
        throw UsageError("-o -: standard output has no extension; name a format: -o facts:-");
    std::string extension = fs::path(argument).extension().string();
    if (!extension.empty()) extension.erase(0, 1);
    const std::size_t colon = argument.find(':');
    const std::string word = colon == std::string::npos ? extension : argument.substr(0, colon);
    const std::string guess = did_you_mean(word, names_and_extensions());
    if (word.empty())
        throw UsageError(fmt::format(
            "-o {0}: a file without an extension needs a format: -o FORMAT:{0}", argument));
    throw UsageError(
        fmt::format("-o {}: there is no output format '{}'{} (entente formats lists them)",
                    argument, word, guess));
}

/// The same file under two names counts as the same; devices and pipes may be written repeatedly.
bool same_file(const std::string& a, const std::string& b) {
    if (a == "-" || b == "-") return a == b;
    std::error_code ignored;
    const bool plain = fs::is_regular_file(a, ignored) || fs::is_directory(a, ignored);
    if (fs::exists(a, ignored) && !plain) return false;
    if (fs::equivalent(a, b, ignored)) return true;
    const auto canonical = [](std::string path) {
        while (path.size() > 1 && path.back() == '/')
            path.pop_back();
        std::error_code unknown;
        return fs::weakly_canonical(fs::absolute(path), unknown);
    };
    return canonical(a) == canonical(b);
}

bool names_folder(const std::string& path) {
    std::error_code ignored;
    return path.ends_with('/') || fs::is_directory(path, ignored);
}

/// The format that writes folders.
const Exporter* folder_exporter() {
    for (const Exporter& exporter : exporters())
        if (exporter.write_files != nullptr) return &exporter;
    return nullptr;
}

/// A format of several files writes a folder or an archive; a single table it is not.
Target finished(std::string path, const Exporter* exporter) {
    if (exporter->write_files == nullptr) return {std::move(path), exporter};
    const bool archive = path == "-" || exporter_for(path) == exporter;
    std::error_code ignored;
    if (names_folder(path)) return {std::move(path), exporter, true};
    const std::string extension = fs::path(path).extension().string();
    if (extension == ".csv" || extension == ".CSV")
        throw UsageError(
            fmt::format("-o {0}: a graph is several tables; write them to a folder, -o {1}/, or to "
                        "an archive, -o {1}.zip",
                        path, fs::path(path).replace_extension().string()));
    const bool folder = !archive && !fs::exists(path, ignored);
    return {std::move(path), exporter, folder};
}

} // namespace

Target target_of(const std::string& argument) {
    const std::size_t colon = argument.find(':');
    if (colon != std::string::npos && colon + 1 < argument.size()) {
        const std::string format = argument.substr(0, colon);
        const Exporter* exporter = find_exporter(format);
        if (exporter == nullptr) exporter = exporter_for("x." + format); // an extension will do
        if (exporter != nullptr) return finished(argument.substr(colon + 1), exporter);
    }
    const Exporter* exporter = argument == "-" ? nullptr : exporter_for(argument);
    if (argument.ends_with('/') || (exporter == nullptr && names_folder(argument)))
        exporter = folder_exporter();
    if (exporter == nullptr) refuse(argument);
    return finished(argument, exporter);
}

void refuse_clashes(const std::vector<std::string>& inputs,
                    const std::vector<std::string>& written) {
    for (auto it = written.begin(); it != written.end(); ++it) {
        const auto is_it = [&](const std::string& other) { return same_file(*it, other); };
        if (*it != "-" && std::any_of(inputs.begin(), inputs.end(), is_it))
            throw UsageError(
                fmt::format("{} is an input and would be overwritten; choose another name", *it));
        if (std::any_of(std::next(it), written.end(), is_it))
            throw UsageError(fmt::format("{} would be written twice; choose another name",
                                         *it == "-" ? "standard output" : *it));
    }
}

void check_profile(const std::string& profile, const std::vector<Target>& targets) {
    if (profile.empty()) return;
    std::vector<std::string> known;
    for (const Target& target : targets)
        for (std::string& word : words(target.exporter->profiles))
            known.push_back(std::move(word));
    if (std::find(known.begin(), known.end(), profile) != known.end()) return;
    throw UsageError(
        fmt::format("--profile: no output here has a profile '{}'{} (entente formats "
                    "lists them)",
                    profile, did_you_mean(profile, known)));
}

void check_shards(unsigned shards, const std::vector<Target>& targets) {
    if (shards == 1) return;
    for (const Target& target : targets)
        if (target.exporter->write_files != nullptr) return;
    throw UsageError("--shard: no output here has several files; add for example -o graph/");
}

namespace {

Written write_folder(const View& view, const Target& target, const ExportOptions& options,
                     Diagnostics& diagnostics) {
    OutputFolder folder(target.path);
    Written written{target,
                    target.exporter->write_files(view, folder.files(), options, diagnostics),
                    options.profile};
    folder.commit();
    written.bytes = folder.files().bytes();
    return written;
}

Written write_one(const View& view, const Target& target, ExportOptions options,
                  Diagnostics& diagnostics) {
    const std::vector<std::string> profiles = words(target.exporter->profiles);
    if (std::find(profiles.begin(), profiles.end(), options.profile) == profiles.end())
        options.profile.clear();
    if (target.folder) return write_folder(view, target, options, diagnostics);
    OutputFile file(target.path);
    Written written{target, target.exporter->write(view, file.stream(), options, diagnostics),
                    options.profile};
    file.commit();
    std::error_code unknown;
    if (target.path != "-" && fs::is_regular_file(target.path, unknown))
        written.bytes = fs::file_size(target.path);
    return written;
}

} // namespace

std::vector<Written> write_all(const View& view, const std::vector<Target>& targets,
                               const ExportOptions& options, Diagnostics& diagnostics,
                               const Progress& progress) {
    std::vector<Written> all;
    for (const Target& target : targets) {
        progress.begin(fmt::format("Writing {}", printable(target.path)));
        try {
            all.push_back(write_one(view, target, options, diagnostics));
        } catch (const std::system_error& error) {
            if (target.path != "-" || error.code() != std::errc::broken_pipe) throw;
        }
    }
    return all;
}

} // namespace entente::session
