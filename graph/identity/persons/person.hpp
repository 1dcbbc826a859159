// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/identity/gazetteer/gazetteer.hpp"

namespace entente::identity {

/// A person's name as written, taken apart. Everything is folded as by fold_name().
struct PersonName {
    const KnownEntity* nation =
        nullptr;          ///< "U.S. Secretary ...", "... of Japan"; nullptr if not said
    std::string title;    ///< office, rank or style as written: "secretary of defense", "gen"
    bool former = false;  ///< "former", "ex-"
    bool then = false;    ///< "then-": the office held at the time spoken of
    bool elect = false;   ///< "-elect", "-designate", "nominee": not yet in office
    bool partial = false; ///< only a family name or a mononym, with at most one initial
    bool family_first_hint =
        false; ///< "Austin, Lloyd", "HAMADA Yasukazu", or Chinese, Japanese, Korean script
    std::vector<std::string> words; ///< name words in written order: {"lloyd", "j", "austin"}
    std::string family; ///< the family name where the writing shows it ("AUSTIN", "Austin, Lloyd")
    std::string suffix; ///< "jr", "sr", "ii", "iii"; also the number of a monarch or pope

    /// Only a surname (or a mononym): "Minister Hamada", "von der Leyen", "J. Kennedy". It says who
    /// is meant only together with its source. False if there is no name at all ("the Minister").
    [[nodiscard]] bool bare() const { return partial && !words.empty(); }
    /// More than a surname.
    [[nodiscard]] bool full() const { return !partial && !words.empty(); }
};

/// Takes a written name apart. Deterministic, offline, never fails: what is not understood stays
/// in `words`. A nation is only taken off where a title stands behind it ("Israeli Defense Minister
/// Israel Katz" loses the adjective, "Israel Katz" nothing), where it is a possessive ("Japan's
/// Hamada"), or behind "of" ("President of Israel"). Of "Ambassador of Japan to the United States"
/// the nation is Japan: an ambassador belongs to who sent him.
PersonName parse_person(std::string_view raw);

/// How two written names of persons relate.
enum class PersonMatch {
    different,   ///< they contradict each other, or nothing speaks for one person
    same,        ///< as certain as it is that one name means one person
    may_be_same, ///< nothing contradicts it, but it would be a guess
};

struct PersonComparison {
    PersonMatch match;
    std::string_view
        reason; ///< for the note about a merge: "same words", "middle initial left out"
};

/// Compares two names and says why.
///
/// `same` is given only for: equal words; the same words with the family name moved to the other
/// end, unless each word is common as given and as family name (Thomas James); parts joined or
/// split at a hyphen or space (Kim Jong-un, Kim Jongun); a middle initial that one of them leaves
/// out; III or a higher number left out. Jr, Sr and II are not among these: they are written to
/// tell a father from a son. Nor are the few names whose middle initial tells two officials apart
/// (George Bush), nor names with different nations.
///
/// `same` is not transitive: "John Smith" fits "John A. Smith" and "John B. Smith". Before joining
/// a group, compare every pair of it.
PersonComparison compare_persons(const PersonName& a, const PersonName& b);
PersonMatch compare(const PersonName& a, const PersonName& b);

/// The key under which names that compare() calls the same meet, whatever their order, diacritics,
/// titles, initials, hyphens and spaces: the letters without initials, turned so that the
/// alphabetically least word order comes first. Equal keys do not mean equal persons; ask
/// compare(). Empty for bare names and where there is no name.
std::string full_name_key(const PersonName& name);

/// The words that could be the family name, best first: {"austin", "lloyd"}; {"von der leyen",
/// "leyen", ...}. Only the family name itself where the writing shows it.
std::vector<std::string> surname_candidates(const PersonName& name);

/// What a bare name calls its person, to be looked for in surname_candidates(): the words without
/// initials, joined by spaces ("von der leyen").
std::string bare_surname(const PersonName& name);

/// Readable slug for ids: "lloyd-austin", "george-h-w-bush", "浜田靖一". Initials and suffix stay,
/// for they may be all that tells two persons apart. The family name
/// goes last where the writing shows it, but stays in front in Chinese, Korean, Vietnamese names.
std::string person_slug(const PersonName& name);

} // namespace entente::identity
