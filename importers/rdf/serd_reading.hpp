// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <serd/serd.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "importers/rdf/statements/dataset.hpp"

namespace entente {

/// Reads statements with serd into a dataset.
class SerdReading {
  public:
    SerdReading(SerdSyntax syntax, RdfDataset& data);

    /// Reads a text of the line-based syntaxes: one line. False if it is none; message() says why.
    bool read_line(const std::string& line, std::size_t offset);

    /// Begins to read `text`, which stands at `offset` of the input. Prefixes stay known.
    void begin(std::string_view text, std::size_t offset);
    enum class Result { read, end, error };
    /// Reads one statement or directive with all that hangs on it.
    Result read_next();
    /// How much of the text was read.
    [[nodiscard]] std::size_t consumed() const { return next_; }

    [[nodiscard]] const std::string& message() const { return message_; }

  private:
    /// Counts the brackets that are open, so that a hostile text cannot exhaust serd's stack.
    class Nesting {
      public:
        void reset() { *this = Nesting(); }
        /// False if it becomes too deep.
        bool take(char c);
        /// Not inside of an IRI, text or remark.
        [[nodiscard]] bool outside() const { return in_ == In::plain; }

      private:
        enum class In { plain, iri, text, comment } in_ = In::plain;
        char quote_ = 0, before_ = 0;
        int quotes_ = 0; ///< that stand in a row
        bool long_ = false, escaped_ = false;
        unsigned depth_ = 0;
    };

    void make_reader();
    TermId term(const SerdNode* node, const SerdNode* datatype, const SerdNode* language);

    bool needs_space();
    static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode* graph,
                                   const SerdNode* subject, const SerdNode* predicate,
                                   const SerdNode* object, const SerdNode* datatype,
                                   const SerdNode* language);
    static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* iri);
    static SerdStatus on_base(void* self, const SerdNode* iri);
    static SerdStatus on_error(void* self, const SerdError* error);
    static std::size_t next_byte(void* to, std::size_t size, std::size_t count, void* self);
    static int no_error(void*) { return 0; }

    SerdSyntax syntax_;
    RdfDataset& data_;
    std::unique_ptr<SerdEnv, decltype(&serd_env_free)> env_;
    std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader_;
    std::string_view text_;
    std::size_t offset_ = 0, next_ = 0, line_begin_ = 0;
    Nesting nesting_;
    bool too_deep_ = false;
    bool spaced_ = false; ///< a space was put in before the next byte
    std::string message_;
};

} // namespace entente
