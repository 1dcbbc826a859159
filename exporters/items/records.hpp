// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "exporters/writing/exporter.hpp"
#include "graph/model/view.hpp"

namespace entente {

/// What could not be said in a record as the graph has it.
struct RecordChanges {
    Tally renamed_keys;      ///< an attribute called like a field of the record: `kind_`
    Tally joined_qualifiers; ///< several values of one qualifier, written as a list

    /// All that another one noticed since, which is empty then.
    void take(RecordChanges& other) {
        renamed_keys.take(other.renamed_keys);
        joined_qualifiers.take(other.joined_qualifiers);
    }
    /// Reports each change that happened, once, with its number.
    void report(Losses& losses) const;
};

/// The records of the native facts as JSON objects (docs/formats/facts.md): the one form of a
/// record that every format shares which has no better place for it.
///
/// Each appends one object, or several with `separator` in between where an attribute has several
/// values: the second value needs an object of its own.
class RecordWriter {
  public:
    explicit RecordWriter(const View& view) : view_(view) {}

    /// `{"graph": {...}}`; nothing if nothing is known of it. Returns whether it wrote.
    bool graph(std::string& out);
    /// `{"same":["a","b"]}` and `{"different":["a","b"]}`: they go along, so that another file can
    /// still be read in their light. Only with the whole graph; nothing if there are none.
    void judgements(std::string& out, std::string_view separator);
    /// `{"vocabulary":{"kinds":[...],"relations":[...]}}`: the rows that are not built in and that
    /// somebody has declared. Returns whether it wrote.
    bool vocabulary(std::string& out);
    /// What of the whole graph is JSON in every format: calls `f(field, text)` with the vocabulary,
    /// an object, and with the judgements, a list, if there are any.
    template <class F>
    void carry(F f) {
        std::string text;
        if (append_vocabulary(text)) f(tag<On::graph, Word::vocabulary>, std::string_view(text));
        text = "[";
        judgements(text, ",");
        if (text.size() > 1) f(tag<On::graph, Word::judgements>, std::string_view(text += ']'));
    }
    void source(std::string& out, const Source& source, std::string_view separator);
    void entity(std::string& out, const Entity& entity, std::string_view separator);
    /// With its subject, relation and object.
    void claim(std::string& out, const Claim& claim);
    /// Without them, for formats where the edge says so.
    void claim_alone(std::string& out, const Claim& claim);
    /// Only its qualifiers, for formats with a place for every other field; nothing if it has none.
    void qualifiers_alone(std::string& out, const Claim& claim);
    /// Only a source's attributes, as a list: `[{"pages":12},{"pages":13}]`. Nothing if it has
    /// none.
    void attributes_alone(std::string& out, const Source& source);

    [[nodiscard]] const RecordChanges& changes() const { return changes_; }
    [[nodiscard]] RecordChanges& changes() { return changes_; }

  private:
    /// The records of an entity or source, as `describe_item(f)` says its fields.
    template <class Describe>
    void item(std::string& out, std::span<const Field> attributes, On on,
              std::string_view separator, Describe describe_item);
    void qualifiers(std::string& out, std::span<const Field> fields);
    /// `{"kinds":[...],"relations":[...]}`
    bool append_vocabulary(std::string& out) const;

    const View& view_;
    RecordChanges changes_;
};

/// `"key":`, after a comma unless an object or list was just opened. Returns `out`.
std::string& append_key(std::string& out, std::string_view key);
/// A value as JSON.
void append_value(std::string& out, const Value& value);
/// `"key":"text"`, nothing if the text is empty.
void append_member(std::string& out, std::string_view key, std::string_view text);
/// `"key":"2023-06"`, nothing if the date is unknown.
void append_member(std::string& out, std::string_view key, Date date);
/// `["x",{"name":"日本","language":"ja"}]`
void append_aliases(std::string& out, std::span<const Alias> aliases);
/// `["a","b"]`
void append_texts(std::string& out, std::span<const std::string_view> texts);

} // namespace entente
