// SPDX-License-Identifier: MPL-2.0
//
// A checked plan together with its names, answering what the sheet functions and panels ask. What
// is costly and wanted for some deals only (earliest dates, chances, ways out, load profiles) is worked out the
// first time it is asked for and kept.
//
// Shape:   deals, items and resources are asked for by name as it stands in a cell; an unknown one
//          has no answer (nullopt).
// Thread:  answers are kept inside, so one thread at a time; what is answered never changes.
// Units:   hours and civil days; serial numbers are office's matter.
// Source:  contract section 4.
#pragma once

#include "planning/load_profile.hpp"
#include "planning/promise_check.hpp"
#include "proposals/promise_chance.hpp"
#include "proposals/proposal.hpp"
#include "tables/plan_reader.hpp"
#include "views/texts.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

// A row of PROMISE_TABLE; what has no value is empty.
struct PromiseRow {
    std::string_view deal;
    std::string_view customer;
    std::string_view deal_class;
    std::optional<planning::Day> promised;
    std::string_view verdict;
    std::optional<planning::Day> earliest;
    std::optional<std::int32_t> days_late; // 0 for a deal that is kept
    planning::Hours shortfall;
    std::string_view bottleneck;
    std::optional<planning::Money> value;
    std::string reason;
};

using planning::LoadKind;

class PlanAnswers {
  public:
    explicit PlanAnswers(tables::PlanTables tables);

    [[nodiscard]] const planning::PlanReport& report() const { return plan_.report; }
    [[nodiscard]] const std::vector<tables::RowProblem>& problems() const {
        return tables_.problems;
    }
    // What was read and what the check made of it, for views that show all of it.
    [[nodiscard]] const tables::PlanTables& tables() const { return tables_; }
    [[nodiscard]] planning::CheckedPlan& plan() { return plan_; }
    [[nodiscard]] const planning::PlanInput& input() const { return plan_.input; }
    [[nodiscard]] const planning::LoadProfile& profileOf(planning::ResourceIndex resource);

    // Deals and lines together.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] planning::Day asOf() const { return plan_.input.settings.as_of; }

    [[nodiscard]] std::optional<planning::DealIndex> dealNamed(const tables::Cell& deal) const;
    [[nodiscard]] const tables::DealText& text(planning::DealIndex deal) const {
        return tables_.texts[deal];
    }
    // The deal with a line in this sheet row, as shown, from 1.
    [[nodiscard]] std::optional<planning::DealIndex> dealAtRow(std::int32_t row) const;
    // Whether a row of the deals table, as shown, is a total, a repeated heading or a title.
    [[nodiscard]] bool isOtherRow(std::int32_t row) const;
    // The sheet rows of all its lines, closed ones, too, as shown, from 1.
    [[nodiscard]] std::vector<std::int32_t> rowsOf(planning::DealIndex deal) const;
    // None, too, for an item whose bill could not be read: nothing can be said of what it takes.
    [[nodiscard]] std::optional<planning::ItemIndex> itemNamed(std::string_view item) const;
    [[nodiscard]] std::optional<planning::ResourceIndex> resourceNamed(std::string_view name) const;

    [[nodiscard]] planning::Verdict verdict(planning::DealIndex deal) const;
    [[nodiscard]] std::optional<planning::Day> earliest(planning::DealIndex deal);
    // The last As of on which the deal would still fit.
    [[nodiscard]] std::optional<planning::Day> decideBy(planning::DealIndex deal);
    // How likely the deal is kept, if it is won.
    [[nodiscard]] std::optional<proposals::Chance> chance(planning::DealIndex deal);
    // What would help a deal that is refused, best first. A deal that is kept and could be promised
    // sooner has that date as its re-date; an open one the day by which it must be won. May take
    // some tenths of a second in large plans, so it is for a deal that somebody asks about.
    [[nodiscard]] const std::vector<proposals::Proposal>& waysOut(planning::DealIndex deal);
    // 0 for a deal that is kept.
    [[nodiscard]] std::optional<std::int32_t> daysLate(planning::DealIndex deal);
    [[nodiscard]] planning::Hours shortfall(planning::DealIndex deal) const;
    [[nodiscard]] std::string_view bottleneck(planning::DealIndex deal) const;
    [[nodiscard]] std::string rivals(planning::DealIndex deal, const Texts& texts);
    [[nodiscard]] std::string reason(planning::DealIndex deal, const Texts& texts);
    // The first date, or where the settings add the usual slip, the first one so many days later.
    [[nodiscard]] std::optional<planning::Day> quote(planning::ItemIndex item,
                                                     planning::Quantity quantity,
                                                     planning::Day not_before,
                                                     std::int32_t usual_slip_days = 0);
    [[nodiscard]] planning::Hours load(planning::ResourceIndex resource, planning::DaySpan span,
                                       LoadKind kind);
    [[nodiscard]] planning::Hours free(planning::ResourceIndex resource, planning::DaySpan span);
    // One row a deal, in sheet order.
    [[nodiscard]] std::vector<PromiseRow> table(const Texts& texts);

  private:
    [[nodiscard]] std::vector<const tables::RowProblem*> problemsOf(planning::DealIndex deal) const;

    tables::PlanTables tables_; // its input lives in plan_
    planning::CheckedPlan plan_;
    std::vector<std::uint32_t> problems_by_deal_; // those with a deal, sorted by deal
    // By deal; kUnasked until asked for, kLastDay + 1 for no date.
    std::vector<planning::Day> earliest_;
    std::vector<planning::Day> decide_by_;
    std::optional<proposals::PromiseChances> chances_; // once one was asked for
    std::map<planning::DealIndex, std::vector<proposals::Proposal>> ways_out_;
    std::vector<std::optional<planning::LoadProfile>> profiles_; // by resource
};

} // namespace keepable::views
