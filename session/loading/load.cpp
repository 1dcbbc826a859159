// SPDX-License-Identifier: BSL-1.0
#include "session/loading/load.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <thread>

#include "exporters/writing/files/output.hpp"
#include "graph/saved/reader.hpp"
#include "graph/text/did_you_mean.hpp"
#include "importers/input/input.hpp"
#include "session/loading/vocabulary_file.hpp"
#include "session/telling/errors.hpp"
#include "session/telling/text.hpp"

namespace entente::session {

namespace {

const Importer* forced_importer(const std::string& name) {
    if (name.empty()) return nullptr;
    if (const Importer* importer = find_importer(name)) return importer;
    std::vector<std::string> names;
    for (const Importer& importer : importers())
        names.emplace_back(importer.name);
    throw UsageError(
        fmt::format("--from: there is no input format '{}'{} (entente formats lists them)", name,
                    did_you_mean(name, names)));
}

void check_inputs(const std::vector<std::string>& inputs) {
    if (inputs.empty()) throw UsageError("no input; name a file, or - for standard input");
    if (std::count(inputs.begin(), inputs.end(), "-") > 1)
        throw UsageError("standard input (-) can be read only once");
}

/// How many lines a text has, guessed from its beginning: good enough for a progress bar.
std::uint64_t guessed_lines(std::string_view text) {
    const std::string_view head = text.substr(0, 256 * 1024);
    const auto lines = static_cast<std::uint64_t>(std::count(head.begin(), head.end(), '\n')) + 1;
    return head.empty() ? 0 : lines * (text.size() / head.size());
}

/// Keeps the text of rejected records. Where the text of a record spans lines, so does what is
/// kept.
class Rejects {
  public:
    explicit Rejects(const std::string& path) {
        if (!path.empty()) file_ = std::make_unique<OutputFile>(path);
    }
    std::function<void(const InputText&, Position, std::string_view)> listener() {
        if (!file_) return {};
        return [this](const InputText&, Position, std::string_view text) {
            file_->stream() << text;
            if (!text.ends_with('\n')) file_->stream() << '\n';
        };
    }
    void commit() {
        if (file_) file_->commit();
    }

  private:
    std::unique_ptr<OutputFile> file_;
};

/// A saved graph by itself is settled already. With others, or in the light of another vocabulary,
/// everything is settled anew.
bool opens_directly(const InputOptions& options, const Importer* importer) {
    return options.inputs.size() == 1 && options.vocabulary.empty() &&
           importer == find_importer("entente");
}

} // namespace

unsigned thread_count(const InputOptions& options) {
    const unsigned processors = std::clamp(std::thread::hardware_concurrency(), 1U, 64U);
    return options.threads > 0 ? options.threads : processors;
}

Loaded load(const InputOptions& options, Diagnostics& diagnostics, const Progress& progress,
            LongTexts texts) {
    check_inputs(options.inputs);
    const Importer* forced = forced_importer(options.from);
    Builder builder(diagnostics, vocabulary_with(options.vocabulary));
    ProgressSink watched(builder, progress);
    RecordSink& sink = progress.advance ? static_cast<RecordSink&>(watched) : builder;
    Rejects rejects(options.rejects);
    const unsigned threads = thread_count(options);
    builder.use_threads(threads);
    const ImportContext context{diagnostics, sink, rejects.listener(), threads};

    Loaded loaded;
    for (const std::string& name : options.inputs) {
        const std::string step = fmt::format("Reading {}", printable(name));
        progress.begin(step);
        const auto input = std::make_shared<Input>(name, diagnostics, threads);
        ++loaded.inputs;
        if (!input->usable()) continue;
        const InputText& text = input->text();
        if (texts == LongTexts::in_the_input || !text.mapped) builder.adopt(text.text, input);
        loaded.bytes += text.text.size();
        const Importer* importer = forced != nullptr ? forced : recognise(text);
        if (importer == nullptr) {
            diagnostics.report(Code::unknown_format, {text.file, 1, 1},
                               "this is no format that entente reads; see entente formats, or name "
                               "one with --from");
            continue;
        }
        if (!text.members.empty() && !importer->reads_members) {
            diagnostics.report(Code::unknown_format, {text.file, 1, 1},
                               "a folder or an archive cannot be read as one file of the format " +
                                   std::string(importer->name));
            continue;
        }
        if (opens_directly(options, importer)) {
            loaded.graph = saved::open_graph(text.text, input, name);
            loaded.saved = true;
            return loaded;
        }
        progress.begin(step, guessed_lines(text.text));
        loaded.records += importer->read(text, context);
    }
    loaded.built = builder.counts();
    rejects.commit();
    progress.begin("Settling who is meant");
    loaded.graph = tables_of(builder.finish());
    // What only the way here needed goes back to the system (see keep_memory in main.cpp).
    constexpr std::uint64_t much = std::uint64_t{64} << 20;
    if (loaded.bytes > much) malloc_trim(0);
    return loaded;
}

} // namespace entente::session
