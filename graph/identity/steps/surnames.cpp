// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/steps/surnames.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "graph/identity/steps/lookup.hpp"
#include "graph/identity/steps/reports.hpp"

namespace entente::identity {

namespace {

/// Whether one of these full names has the bare surname that `bare` is.
bool has_surname(const std::vector<const PersonName*>& names, const PersonName& bare) {
    const std::string wanted = bare_surname(bare);
    if (wanted.empty()) return false;
    return std::any_of(names.begin(), names.end(), [&](const PersonName* name) {
        const auto candidates = surname_candidates(*name);
        return std::find(candidates.begin(), candidates.end(), wanted) != candidates.end();
    });
}

class Surnames {
  public:
    Surnames(Findings& findings, Minting& minting, const Waiting& waiting,
             const ScopedIds& scoped_ids)
        : findings_(findings), minting_(minting), waiting_(waiting), scoped_ids_(scoped_ids) {}

    void resolve(const SourceTable& sources) {
        find_asked();
        find_officials();
        for (const InSource& asked : asked_)
            settle_in_source(asked, sources);
        put_into_claims();
    }

  private:
    struct InSource {
        std::uint32_t source, mention;
        auto operator<=>(const InSource&) const = default;
    };

    [[nodiscard]] bool waits(std::uint32_t mention) const {
        return mention < waiting_.size() && waiting_[mention];
    }

    void find_asked() {
        each_claim([&](ClaimLedger::Row& row, std::uint32_t mention) {
            if (!waits(mention)) return;
            asked_.insert({row.source, mention});
            officials_.try_emplace(row.source);
        });
    }

    /// The officials whom each source that is asked calls by a name that is settled.
    void find_officials() {
        if (officials_.empty()) return;
        findings_.intake.rows.for_each([&](ClaimLedger::Row& row) {
            const auto officials = officials_.find(row.source);
            if (officials == officials_.end()) return;
            each_mention(findings_.intake, row, [&](std::uint32_t mention) {
                const NodeIndex node = findings_.node_of[mention];
                Directory& directory = findings_.directory;
                if (node != no_node && directory.is_kind(directory[node], kind::official))
                    officials->second.insert(node);
            });
        });
    }

    void settle_in_source(const InSource& asked, const SourceTable& sources) {
        const auto id = asked.source == no_index ? std::string_view() : sources.id(asked.source);
        const std::uint32_t own = findings_.intake.mention_in(asked.mention, id);
        findings_.make_room();
        if (settle(own, officials_.at(asked.source))) own_[asked] = own;
    }

    /// False if the mention may as well be no person at all.
    bool settle(std::uint32_t at, const std::set<NodeIndex>& officials) {
        if (findings_.node_of[at] != no_node) return true;
        const Mention& mention = findings_.intake.mentions[at];
        const PersonName& person = findings_.people.of(mention.text);
        const auto judged = scoped_ids_.find({mention.source, person_slug(person)});
        if (judged != scoped_ids_.end()) {
            findings_.settle(at, judged->second, "id");
            return true;
        }
        Answer answer;
        for (const NodeIndex node : officials)
            if (!findings_.kept_apart(mention, node) &&
                has_surname(findings_.directory.person_names(node), person))
                answer.candidates.push_back(node);
        if (answer.candidates.size() == 1) {
            findings_.settle(at, answer.candidates.front(), "surname within its source");
            return true;
        }
        if (!findings_.is_person(mention)) return false;
        minting_.mint(at, kind::official);
        report_new(findings_, mention, answer, findings_.node_of[at]);
        if (answer.candidates.empty()) report_unexplained(mention);
        return true;
    }

    void report_unexplained(const Mention& mention) {
        findings_.diagnostics.report(
            Code::unresolved, mention.first,
            "'" + std::string(mention.text) +
                "' names nobody whom its source calls by a full name; it is kept "
                "as a person of that source");
    }

    void put_into_claims() {
        each_claim([&](ClaimLedger::Row& row, std::uint32_t& mention) {
            if (!waits(mention)) return;
            const auto own = own_.find({row.source, mention});
            if (own != own_.end())
                mention = own->second;
            else if (findings_.node_of[mention] == no_node)
                settle_as_unknown(mention);
        });
    }

    void settle_as_unknown(std::uint32_t at) {
        minting_.mint(at, kind::entity);
        if (findings_.rule[at] == "new name")
            report_new(findings_, findings_.intake.mentions[at], {}, findings_.node_of[at]);
    }

    /// Calls `visit` with each claim and each mention of it.
    template <class Visit>
    void each_claim(Visit visit) {
        findings_.intake.rows.for_each([&](ClaimLedger::Row& row) {
            each_mention(findings_.intake, row,
                         [&](std::uint32_t& mention) { visit(row, mention); });
        });
    }

    Findings& findings_;
    Minting& minting_;
    const Waiting& waiting_;
    const ScopedIds& scoped_ids_;
    std::set<InSource> asked_;
    std::map<std::uint32_t, std::set<NodeIndex>> officials_; ///< by source
    std::map<InSource, std::uint32_t> own_;                  ///< the source's own mention
};

} // namespace

void resolve_surnames(Findings& findings, Minting& minting, const Waiting& waiting,
                      const ScopedIds& scoped_ids,
                      const std::function<const SourceTable&()>& sources) {
    if (std::find(waiting.begin(), waiting.end(), true) == waiting.end()) return;
    Surnames(findings, minting, waiting, scoped_ids).resolve(sources());
}

} // namespace entente::identity
