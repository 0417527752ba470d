// SPDX-License-Identifier: MPL-2.0
#include "planning/promise_check.hpp"

#include "planning/rank.hpp"
#include "planning/shortfall.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace keepable::planning {

namespace {

void require(bool holds, const char* what) {
    if (!holds) {
        throw std::logic_error(what);
    }
}

void validate(const PlanInput& input) {
    std::uint64_t next_line = 0;
    for (const Deal& deal : input.deals) {
        require(deal.first_line >= next_line || deal.line_count == 0,
                "plan input: the lines of two deals overlap");
        next_line = std::max(next_line, std::uint64_t{deal.first_line} + deal.line_count);
    }
    require(next_line <= input.lines.size(), "plan input: a deal has more lines than there are");
    for (const Line& line : input.lines) {
        require(line.left.units >= 0, "plan input: a line has less than nothing left");
    }
    for (const Deal& deal : input.deals) {
        for (std::uint32_t i = 0; i < (deal.needs_check ? 0 : deal.line_count); ++i) {
            require(input.lines[deal.first_line + i].item < input.items.size(),
                    "plan input: a line names an item that does not exist");
        }
    }
    for (const Item& item : input.items) {
        for (const BillRow& row : item.bill) {
            require(row.resource < input.resources.size(),
                    "plan input: a bill row names a resource that does not exist");
        }
    }
    for (const CapacityEntry& entry : input.capacity) {
        require(entry.resource < input.resources.size(),
                "plan input: a capacity entry names a resource that does not exist");
    }
}

// The check while it runs: takes the deals by rank and fills report and board.
class Check {
  public:
    explicit Check(CheckedPlan& plan)
        : input_(plan.input), report_(plan.report), board_(plan.board),
          settings_(plan.input.settings) {}

    void run() {
        board_.capacity = capacityPlan(input_);
        classify();
        makeLoads();
        report_.rank_order = rankOrder(input_, hours_of_deal_);
        hours_of_deal_ = {};
        report_.rank_of_deal.assign(input_.deals.size(), kNone);
        for (std::uint32_t rank = 0; rank < report_.rank_order.size(); ++rank) {
            report_.rank_of_deal[report_.rank_order[rank]] = rank;
        }

        for (const ResourceCalendar& calendar : board_.capacity.calendars) {
            board_.confirmed.emplace_back(calendar);
        }
        const std::size_t tentative = firstTentative();
        takeByRank(0, tentative, [this](DealIndex deal) { confirm(deal); });
        placeRefused();
        board_.exposure = board_.confirmed;
        takeByRank(tentative, report_.rank_order.size(), [this](DealIndex deal) { expose(deal); });
        std::sort(report_.refusals.begin(), report_.refusals.end(),
                  [](const Refusal& left, const Refusal& right) { return left.deal < right.deal; });
    }

  private:
    [[nodiscard]] std::size_t firstTentative() const {
        const std::vector<DealIndex>& order = report_.rank_order;
        const auto tentative =
            std::partition_point(order.begin(), order.end(), [&](DealIndex deal) {
                return report_.classes[deal] != DealClass::kTentative;
            });
        return static_cast<std::size_t>(tentative - order.begin());
    }

    void classify() {
        const std::size_t count = input_.deals.size();
        report_.verdicts.assign(count, Verdict::kKeepable);
        report_.classes.reserve(count);
        for (DealIndex deal = 0; deal < count; ++deal) {
            const Deal& record = input_.deals[deal];
            report_.classes.push_back(classOn(record, settings_.as_of));
            if (record.status == DealClass::kClosed) {
                report_.verdicts[deal] = Verdict::kClosed;
            } else if (record.needs_check) {
                report_.verdicts[deal] = Verdict::kCheckRow;
            }
        }
    }

    void makeLoads() {
        board_.first_load_of_deal.reserve(input_.deals.size() + 1);
        hours_of_deal_.resize(input_.deals.size());
        outright_.resize(input_.deals.size());
        board_.loads.reserve(input_.lines.size());
        for (DealIndex deal = 0; deal < input_.deals.size(); ++deal) {
            board_.first_load_of_deal.push_back(static_cast<std::uint32_t>(board_.loads.size()));
            if (report_.verdicts[deal] != Verdict::kKeepable) {
                continue;
            }
            outright_[deal] = outrightReason(deal);
            for (const Line& line : linesOf(input_, deal)) {
                appendLoads(input_, line, report_.classes[deal], board_.loads);
            }
            for (std::size_t load = board_.first_load_of_deal[deal]; load < board_.loads.size();
                 ++load) {
                hours_of_deal_[deal] += board_.loads[load].hours;
            }
        }
        board_.first_load_of_deal.push_back(static_cast<std::uint32_t>(board_.loads.size()));
    }

    [[nodiscard]] std::optional<RefusalReason> outrightReason(DealIndex deal) const {
        bool offered = true;
        for (const Line& line : linesOf(input_, deal)) {
            if (line.left.units == 0) {
                continue;
            }
            if (line.promised < settings_.as_of) {
                return RefusalReason::kOverdue;
            }
            offered = offered && offeredSpan(input_, {&line, 1}).contains(line.promised);
        }
        return offered ? std::nullopt : std::optional{RefusalReason::kNotOffered};
    }

    static Refusal outright(RefusalReason reason) {
        Refusal refusal;
        refusal.reason = reason;
        return refusal;
    }

    void refuse(DealIndex deal, Verdict verdict, Refusal refusal) {
        refusal.deal = deal;
        report_.verdicts[deal] = verdict;
        report_.refusals.push_back(refusal);
    }

    // By rank the loads are read at random; asking for them early hides most of the wait for
    // memory.
    template <class Take> void takeByRank(std::size_t first, std::size_t end, Take take) {
        constexpr std::size_t kAhead = 8;
        const std::vector<DealIndex>& order = report_.rank_order;
        for (std::size_t rank = first; rank < end; ++rank) {
            if (rank + 2 * kAhead < end) {
                __builtin_prefetch(&board_.first_load_of_deal[order[rank + 2 * kAhead]]);
                __builtin_prefetch(board_.loads.data() +
                                   board_.first_load_of_deal[order[rank + kAhead]]);
            }
            take(order[rank]);
        }
    }

    std::optional<Refusal> admit(WorkSet& set, DealIndex deal) {
        return layOrExplain(input_, board_.capacity, set, board_.loadsOf(deal));
    }

    void confirm(DealIndex deal) {
        if (outright_[deal]) {
            refuse(deal, Verdict::kInfeasible, outright(*outright_[deal]));
        } else if (const auto refusal = admit(board_.confirmed, deal)) {
            refuse(deal, Verdict::kInfeasible, *refusal);
        }
    }

    // The work of a refused firm or held deal will be done all the same: it joins the confirmed set
    // at the first date on which it fits.
    void placeRefused() {
        for (Refusal& refusal : report_.refusals) { // still in rank order
            const std::span<const Line> lines = linesOf(input_, refusal.deal);
            const std::span<Load> loads = board_.loadsOf(refusal.deal);
            const DaySpan dates = searchSpan(input_, board_.capacity, lines);
            refusal.placed = firstFit(board_.confirmed, loads, dates, settings_);
            if (refusal.placed) {
                for (Load& load : loads) {
                    promiseFor(load, *refusal.placed, settings_);
                }
                layAll(board_.confirmed, loads);
            }
        }
    }

    void expose(DealIndex deal) {
        if (outright_[deal]) {
            refuse(deal, Verdict::kInfeasible, outright(*outright_[deal]));
        } else if (const auto at_risk = admit(board_.exposure, deal)) {
            const std::span<Load> loads = board_.loadsOf(deal);
            if (const auto infeasible = admit(board_.confirmed, deal)) {
                refuse(deal, Verdict::kInfeasible, *infeasible);
            } else {
                dropAll(board_.confirmed, loads);
                refuse(deal, Verdict::kAtRisk, *at_risk);
            }
        }
    }

    const PlanInput& input_;
    PlanReport& report_;
    PlanBoard& board_;
    const PlanSettings& settings_;
    std::vector<Hours> hours_of_deal_;
    // Refusals that are no matter of hours; found deal by deal, since by rank memory is read at
    // random.
    std::vector<std::optional<RefusalReason>> outright_;
};

} // namespace

CheckedPlan checkPromises(PlanInput input) {
    validate(input);
    CheckedPlan plan{std::move(input), {}, {}};
    Check{plan}.run();
    return plan;
}

} // namespace keepable::planning
