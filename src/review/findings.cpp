// SPDX-License-Identifier: MPL-2.0
#include "review/findings.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace keepable::review {

namespace {

using planning::DealClass;

constexpr std::array<std::string_view, kFindingKinds> kWords{
    "not confirmed",      "promised since the review",
    "moved in the table", "other first promise",
    "not told",           "looks twice",
    "no sales owner",     "no ops owner",
    "no capacity",        "unused capacity",
    "not added",          "risk without an end",
    "unknown person"};

class Finder {
  public:
    Finder(const ReviewBook& book, const std::optional<Moment>& last_review)
        : book_(book), last_review_(last_review) {}

    FindingList run() {
        for (std::uint32_t index = 0; index < book_.deals.size(); ++index) {
            lookAt(index);
        }
        sumUpUnconfirmed();
        addDuplicates();
        addOwnerless();
        addResources();
        addPeople();
        std::ranges::stable_sort(found_, {}, &Finding::kind);
        return sorted();
    }

  private:
    void add(FindingKind kind, std::uint32_t deal, Name other = {},
             std::optional<planning::Day> day = {}) {
        found_.push_back({kind, book_.deals[deal].deal, std::move(other), day, deal, std::nullopt});
    }
    void add(FindingKind kind, const Name& subject) {
        found_.push_back({kind, subject, {}, std::nullopt, std::nullopt, std::nullopt});
    }

    void lookAt(std::uint32_t index) {
        const ReviewDeal& deal = book_.deals[index];
        if (!deal.isOpen()) {
            return;
        }
        static const Thread nothing;
        const Thread* const found = book_.threads->of(deal.deal.key);
        const Thread& thread = found == nullptr ? nothing : *found;
        if (thread.isOver()) {
            return;
        }
        const PromiseHistory history = historyOf(book_, deal);
        const bool is_confirmed = thread.confirmation &&
                                  (!history.current || thread.confirmation->day == history.current);
        is_any_confirmed_ = is_any_confirmed_ || thread.confirmation;
        const bool is_new = isPromisedSinceReview(thread);
        if (history.is_owed && !is_confirmed) {
            add(FindingKind::kUnconfirmed, index, {}, history.current);
        } else if (is_new && !is_confirmed) {
            add(FindingKind::kPromisedSinceReview, index, {}, history.current);
        }
        if (!history.slips.empty()) {
            const Slip& last = history.slips.back();
            if (!last.event) {
                add(FindingKind::kMovedInTable, index, {}, last.to);
            }
            if (thread.told != history.current) {
                add(FindingKind::kNotTold, index, {}, history.current);
            }
        }
        if (history.table_has_other_first) {
            add(FindingKind::kOtherFirstPromise, index, {}, deal.dates.first);
        }
        for (const CapacityRequest& request : thread.requests) {
            if (request.state == RequestState::kApproved) {
                add(FindingKind::kNotAdded, index, request.terms.resource, request.when.day);
            }
        }
        if (thread.risk && !thread.risk->until) {
            add(FindingKind::kRiskWithoutEnd, index);
        }
    }

    // Where nobody confirms, a finding for each deal says no more than one for all.
    void sumUpUnconfirmed() {
        const auto is_unconfirmed = [](const Finding& finding) {
            return finding.kind == FindingKind::kUnconfirmed;
        };
        if (!is_any_confirmed_ && std::ranges::count_if(found_, is_unconfirmed) >
                                      static_cast<std::ptrdiff_t>(kMostUnconfirmed)) {
            std::erase_if(found_, is_unconfirmed);
            add(FindingKind::kUnconfirmed, Name{});
        }
    }

    [[nodiscard]] bool isPromisedSinceReview(const Thread& thread) const {
        return last_review_ && std::ranges::any_of(thread.events, [&](EventIndex index) {
                   const LogEvent& event = book_.log->events()[index];
                   return event.when > *last_review_ && event.to.day &&
                          (event.action == Action::kPromised || event.action == Action::kReDated);
               });
    }

    void addDuplicates() {
        using Group = std::pair<std::string_view, std::string_view>; // customer, item
        std::map<Group, std::vector<std::uint32_t>> groups;
        for (std::uint32_t index = 0; index < book_.deals.size(); ++index) {
            const ReviewDeal& deal = book_.deals[index];
            if (!deal.isOpen() || deal.customer_like.empty() || !deal.dates.promised) {
                continue;
            }
            for (const Name& item : deal.items) {
                groups[{deal.customer_like, item.key}].push_back(index);
            }
        }
        std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (auto& [group, deals] : groups) {
            std::ranges::stable_sort(
                deals, {}, [&](std::uint32_t index) { return *book_.deals[index].dates.promised; });
            for (std::size_t i = 1; i < deals.size(); ++i) {
                const std::int32_t apart = *book_.deals[deals[i]].dates.promised -
                                           *book_.deals[deals[i - 1]].dates.promised;
                if (deals[i] != deals[i - 1] && apart <= kSameDays) {
                    pairs.insert(std::minmax(deals[i - 1], deals[i]));
                }
            }
        }
        for (const auto& [first, second] : pairs) {
            add(FindingKind::kDuplicate, first, book_.deals[second].deal);
        }
    }

    void addOwnerless() {
        std::vector<std::uint32_t> without;
        std::size_t open = 0;
        for (std::uint32_t index = 0; index < book_.deals.size(); ++index) {
            if (book_.deals[index].isOpen()) {
                ++open;
                if (salesOwnersOf(book_, book_.deals[index]).empty()) {
                    without.push_back(index);
                }
            }
        }
        if (without.size() == open && open > 1) {
            add(FindingKind::kNoSalesOwner, Name{});
            return;
        }
        for (const std::uint32_t index : without) {
            add(FindingKind::kNoSalesOwner, index);
        }
    }

    void addResources() {
        std::vector<const Name*> without_owner;
        for (const ReviewResource& resource : book_.resources) {
            if (ownersOfResource(book_, resource.resource).empty()) {
                without_owner.push_back(&resource.resource);
            }
            const bool has_load = resource.load.units > 0;
            const bool has_capacity = resource.has_capacity && resource.capacity.units > 0;
            if (has_load && !has_capacity) {
                add(FindingKind::kNoCapacity, resource.resource);
            } else if (has_capacity && !has_load) {
                add(FindingKind::kUnusedCapacity, resource.resource);
            }
        }
        if (without_owner.size() == book_.resources.size() && without_owner.size() > 1) {
            add(FindingKind::kNoOpsOwner, Name{});
            return;
        }
        for (const Name* const resource : without_owner) {
            add(FindingKind::kNoOpsOwner, *resource);
        }
    }

    void addPeople() {
        if (book_.people->isEmpty()) {
            return;
        }
        std::set<std::string_view> known;
        for (const LogEvent& event : book_.log->events()) {
            if (!event.by.isEmpty() && known.insert(event.by.key).second &&
                book_.people->named(event.by.key) == nullptr) {
                add(FindingKind::kUnknownPerson, event.by);
            }
        }
    }

    FindingList sorted() {
        std::map<std::string, EventIndex, std::less<>> dismissals; // the last one counts
        for (EventIndex index = 0; index < book_.log->size(); ++index) {
            const LogEvent& event = book_.log->events()[index];
            if (event.action == Action::kDismissed) {
                dismissals.insert_or_assign(event.to.text, index);
            }
        }
        FindingList list;
        for (Finding& finding : found_) {
            const auto dismissal = dismissals.find(findingKey(finding));
            if (dismissal == dismissals.end()) {
                list.open.push_back(std::move(finding));
            } else {
                finding.dismissed = dismissal->second;
                list.dismissed.push_back(std::move(finding));
            }
        }
        return list;
    }

    const ReviewBook& book_;
    const std::optional<Moment>& last_review_;
    std::vector<Finding> found_;
    bool is_any_confirmed_ = false; // by operations, of the open deals
};

constexpr std::string_view kBeforeSubject = ": ";
constexpr std::string_view kBeforeOther = " / ";
constexpr std::string_view kBeforeDay = ", ";

bool isAboutDeal(FindingKind kind) {
    return kind <= FindingKind::kNoSalesOwner || kind == FindingKind::kNotAdded ||
           kind == FindingKind::kRiskWithoutEnd;
}

bool namesAnother(FindingKind kind) {
    return kind == FindingKind::kDuplicate || kind == FindingKind::kNotAdded;
}

bool mayLackSubject(FindingKind kind) {
    return kind == FindingKind::kUnconfirmed || kind == FindingKind::kNoSalesOwner ||
           kind == FindingKind::kNoOpsOwner;
}

// As it comes back from the cell, where a semicolon parts terms.
std::string asInCell(std::string key) {
    std::ranges::replace(key, ';', ',');
    return lastingText(key);
}

Name named(std::string_view key) {
    return {std::string{key}, std::string{key}};
}

// What follows the word of a kind, taken apart.
Finding findingIn(FindingKind kind, std::string_view rest, const Name& deal) {
    Finding finding;
    finding.kind = kind;
    constexpr std::size_t kIsoLength = std::string_view{"2026-01-01"}.size();
    if (isAboutDeal(kind) && rest.size() > kIsoLength) {
        const std::size_t end = rest.size() - kIsoLength;
        if (rest.substr(0, end).ends_with(kBeforeDay)) {
            finding.day = planning::dayFromIso(rest.substr(end));
            rest = finding.day ? rest.substr(0, end - kBeforeDay.size()) : rest;
        }
    }
    const std::string deal_key = asInCell(deal.key);
    if (namesAnother(kind)) {
        // Of a name that holds what parts two names, the deal of the event says where it ends.
        const bool is_known = rest.starts_with(deal_key + std::string{kBeforeOther});
        const std::size_t end = is_known ? deal_key.size() : rest.find(kBeforeOther);
        if (end != std::string_view::npos) {
            finding.other = named(rest.substr(end + kBeforeOther.size()));
            rest = rest.substr(0, end);
        }
    }
    finding.subject = isAboutDeal(kind) && rest == deal_key ? deal : named(rest);
    return finding;
}

} // namespace

FindingList findingsOf(const ReviewBook& book, const std::optional<Moment>& last_review) {
    return Finder{book, last_review}.run();
}

std::string findingKey(const Finding& finding) {
    std::string key{word(finding.kind)};
    const auto add = [&](std::string_view between, std::string_view text) {
        if (!text.empty()) {
            key += between;
            key += text;
        }
    };
    add(kBeforeSubject, finding.subject.key);
    add(kBeforeOther, finding.other.key);
    add(kBeforeDay, finding.day ? planning::isoText(*finding.day) : std::string{});
    return asInCell(std::move(key));
}

std::optional<Finding> findingFromKey(std::string_view key, const Name& deal) {
    for (std::size_t i = 0; i < kFindingKinds; ++i) {
        const auto kind = static_cast<FindingKind>(i);
        if (!key.starts_with(word(kind))) {
            continue;
        }
        std::string_view rest = key.substr(word(kind).size());
        const bool has_subject = rest.starts_with(kBeforeSubject);
        if (has_subject) {
            rest.remove_prefix(kBeforeSubject.size());
        } else if (!rest.empty() || !mayLackSubject(kind)) {
            continue;
        }
        Finding finding = findingIn(kind, rest, deal);
        if (findingKey(finding) == key) {
            return finding;
        }
    }
    return std::nullopt;
}

std::string_view word(FindingKind kind) {
    return kWords[static_cast<std::size_t>(kind)];
}

} // namespace keepable::review
