// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>
#include <string_view>

#include "graph/language/words.hpp"

namespace entente {

/// Whether one of `names` is `name`.
bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names);

// -- ours -----------------------------------------------------------------------------------------

/// The predicate of a field: `kg:claimCount`.
constexpr std::string_view predicate_of(On on, Word word) {
    for (const FieldWord& row : field_words)
        if (row.on == on && row.word == word) return row.iri;
    return {};
}

/// The field that a predicate was written from; nullptr if it is none of `on`'s. What a claim's
/// relation says is no field of the claim.
const FieldWord* field_of(On on, std::string_view predicate);

// -- those of others: schema.org, SKOS, FOAF, Dublin Core, OWL ------------------------------------

/// What its subject is called.
bool is_name_predicate(std::string_view predicate);
/// What else its subject is called.
bool is_alias_predicate(std::string_view predicate);
/// Who else its subject is.
bool is_same_predicate(std::string_view predicate);
/// Pages and pictures: an address is an attribute, not somebody.
bool is_address_predicate(std::string_view predicate);
/// The field of a period that a predicate fills, if its date can be read; empty if it is none.
std::string_view date_field_of(std::string_view predicate);
/// Classes of documents, which are sources and nobody in politics.
bool is_document_class(std::string_view type);

} // namespace entente
