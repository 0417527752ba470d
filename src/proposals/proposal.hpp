// SPDX-License-Identifier: MPL-2.0
//
// A way out of a conflict as plain data: what would be changed, and what it costs and whom it hits.
// waysOut() makes them (ways_out.hpp), views/proposal_cards says them, and applying one is writing
// its Changes into the user's rows: what is named here is all that has to be written.
//
// Shape:   line indices are those of PlanInput::lines of the plan the proposal was made for; `from`
//          is what stands there now, so that a writer can see whether the rows have changed since.
//          Changes that are not needed are empty lists; accepting the risk changes nothing.
// Rule:    a proposal of the kinds up to kAlternative has been checked by the engine: applied, its
//          deal is KEEPABLE, so is every deal that it moves, and no other deal gets a worse verdict
//          (KEEPABLE before AT RISK before INFEASIBLE).
// Source:  issue 5, points 1 and 2.
#pragma once

#include "planning/plan_input.hpp"
#include "planning/plan_report.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace keepable::proposals {

enum class ProposalKind : std::uint8_t {
    kReDate,      // a later date for the deal
    kAddCapacity, // more hours of the resources that are short
    kSplit,       // part of it on the promised date, the rest later
    kMoveOthers,  // later dates for other deals
    kAlternative, // another item, or other resources for the same one
    kWinBy,       // nothing changes: the last day on which the deal can still be won
    kAcceptRisk   // nothing changes: somebody takes the risk and says why
};

// The constant name by which formulas and macros ask for it, the same in every language: "re-date",
// "add capacity", "split", "move others", "alternative", "win by", "accept risk".
[[nodiscard]] std::string_view proposalName(ProposalKind kind);
[[nodiscard]] std::optional<ProposalKind> proposalNamed(std::string_view name);

// A line gets another promised date.
struct DateChange {
    planning::DealIndex deal = 0;
    std::uint32_t line = 0;
    planning::Day from;
    planning::Day to;

    friend bool operator==(const DateChange&, const DateChange&) = default;
};

// Hours on top of what the period that starts on a day has.
struct CapacityAddition {
    planning::ResourceIndex resource = 0;
    planning::Day period_start;
    // In PlanInput::capacity, the entry whose cell gets the hours. kNone: there is none, a row has to
    // be added.
    std::uint32_t entry = planning::kNone;
    planning::Hours hours;               // more than zero
    std::optional<planning::Money> cost; // of these hours; none: not known

    friend bool operator==(const CapacityAddition&, const CapacityAddition&) = default;
};

// A line becomes two: one on the date as promised, the other for the rest. Done and Quantity are the
// writer's matter: together the two have as much left as the one had.
struct LineSplit {
    planning::DealIndex deal = 0;
    std::uint32_t line = 0;
    planning::Quantity on_time; // stays in the line, more than zero
    planning::Quantity rest;    // goes to a new line right after it, more than zero
    planning::Day promised;     // as it is
    planning::Day rest_promised;

    friend bool operator==(const LineSplit&, const LineSplit&) = default;
};

// A line gets another item. An item "Frame (Robot)" that tables/item_reader derived from an
// alternative resource is one as well, and can be written into the Item cell.
struct ItemChange {
    planning::DealIndex deal = 0;
    std::uint32_t line = 0;
    planning::ItemIndex from = 0;
    planning::ItemIndex to = 0;

    friend bool operator==(const ItemChange&, const ItemChange&) = default;
};

// A line is in at most one of dates and splits.
struct Changes {
    std::vector<DateChange> dates;          // by line
    std::vector<CapacityAddition> capacity; // by resource, then period
    std::vector<LineSplit> splits;          // by line
    std::vector<ItemChange> items;          // by line
    std::vector<planning::DealIndex> lost;  // given up; by sheet order

    [[nodiscard]] bool isEmpty() const {
        return dates.empty() && capacity.empty() && splits.empty() && items.empty() && lost.empty();
    }
    friend bool operator==(const Changes&, const Changes&) = default;
};

struct Proposal {
    ProposalKind kind = ProposalKind::kAcceptRisk;
    planning::DealIndex deal = 0; // the deal it is a way out for
    Changes changes;
    // The most days that a line of any deal is promised later than now, 0 when none is. None: nobody
    // can say, the deal has no date (accepting the risk).
    std::optional<std::int32_t> days_late = 0;
    std::optional<planning::Money> extra_cost = planning::Money{}; // none: not known
    // Of all deals whose promise as it stands is not kept; each counts in full, without a value as
    // zero.
    planning::Money value_at_stake;
    // Deals whose own rows change or, with nothing to change, whose promise hangs on it: by index.
    std::vector<planning::DealIndex> affected;
    // kAddCapacity: deals that come first and take part of the hours, which therefore are enough for
    // them too; by index.
    std::vector<planning::DealIndex> also_served;
    // kAddCapacity: deals at risk that some of the hours keep from being worse off, though not yet kept; by
    // index.
    std::vector<planning::DealIndex> still_at_risk;
    bool is_beyond_overtime = false;     // kAddCapacity: more than the table allows, cost not known
    std::optional<planning::Day> win_by; // the last day on which the deal can be won, where known

    friend bool operator==(const Proposal&, const Proposal&) = default;
};

// A deal whose verdict a change would change.
struct VerdictChange {
    planning::DealIndex deal = 0;
    planning::Verdict before = planning::Verdict::kKeepable;
    planning::Verdict after = planning::Verdict::kKeepable;

    friend bool operator==(const VerdictChange&, const VerdictChange&) = default;
};

} // namespace keepable::proposals
