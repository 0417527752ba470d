// SPDX-License-Identifier: MPL-2.0
#include "support/compare_plans.hpp"

#include "planning/load_profile.hpp"
#include "planning/promise_check.hpp"
#include "support/random_plan.hpp"
#include "support/slow_plan.hpp"

#include <algorithm>
#include <exception>
#include <sstream>

namespace keepable::support {

using namespace planning;

namespace {

std::string valueText(std::int64_t number) {
    return std::to_string(number);
}
std::string valueText(std::uint32_t number) {
    return number == kNone ? "none" : std::to_string(number);
}
std::string valueText(Hours hours) {
    return decimalText(hours) + " h";
}
std::string valueText(Verdict verdict) {
    return text(verdict);
}
std::string valueText(DealClass deal_class) {
    return text(deal_class);
}
std::string valueText(RefusalReason reason) {
    return text(reason);
}
std::string valueText(const std::optional<Day>& day) {
    return day ? isoText(*day) : "none";
}
std::string valueText(DaySpan span) {
    return isoText(span.first) + " to " + isoText(span.last);
}

class Comparison {
  public:
    Comparison(const PlanInput& input, Depth depth)
        : input_(input), slow_(input), plan_(checkPromises(input)) {
        compareVerdicts();
        if (depth != Depth::kVerdicts && out_.str().empty()) {
            compareQuestions(depth == Depth::kEverything);
        }
    }

    [[nodiscard]] std::string differences() const { return out_.str(); }

  private:
    template <class Value>
    void expectEqual(const std::string& what, const Value& engine, const Value& twin) {
        if (!(engine == twin)) {
            out_ << what << ": " << valueText(engine) << ", expected " << valueText(twin) << '\n';
        }
    }

    void compareVerdicts() {
        const PlanReport& report = plan_.report;
        expectEqual("number of verdicts", static_cast<std::int64_t>(report.verdicts.size()),
                    static_cast<std::int64_t>(input_.deals.size()));
        expectEqual("number of classes", static_cast<std::int64_t>(report.classes.size()),
                    static_cast<std::int64_t>(input_.deals.size()));
        expectEqual("number of ranked deals", static_cast<std::int64_t>(report.rank_order.size()),
                    static_cast<std::int64_t>(slow_.rankOrder().size()));
        if (!out_.str().empty()) {
            return;
        }
        for (DealIndex deal = 0; deal < input_.deals.size(); ++deal) {
            const std::string name = "deal " + std::to_string(deal);
            expectEqual(name + " verdict", report.verdicts[deal], slow_.verdicts()[deal]);
            expectEqual(name + " class", report.classes[deal], slow_.classes()[deal]);
        }
        for (std::size_t rank = 0; rank < slow_.rankOrder().size(); ++rank) {
            expectEqual("rank " + std::to_string(rank), report.rank_order[rank],
                        slow_.rankOrder()[rank]);
        }
        std::vector<std::uint32_t> rank_of_deal(input_.deals.size(), kNone);
        for (std::uint32_t rank = 0; rank < slow_.rankOrder().size(); ++rank) {
            rank_of_deal[slow_.rankOrder()[rank]] = rank;
        }
        if (report.rank_of_deal != rank_of_deal) {
            out_ << "rank_of_deal does not mirror rank_order\n";
        }
    }

    void compareQuestions(bool all) {
        // Start at a different deal each time, so that no answer leans on the one before.
        Dice dice(input_.lines.size() * 31 + input_.capacity.size());
        const auto deals = static_cast<DealIndex>(input_.deals.size());
        const auto start = static_cast<DealIndex>(dice.between(0, deals - 1));
        for (DealIndex i = 0; i < deals; ++i) {
            const DealIndex deal = (start + i) % deals;
            const std::string name = "deal " + std::to_string(deal);
            compareRefusal(name, deal);
            compareRivals(name, deal);
            if (all || i == 0) {
                expectEqual(name + " earliest date", earliestDate(plan_, deal),
                            slow_.earliestDate(deal));
                expectEqual(name + " decide by", decideBy(plan_, deal), slow_.decideBy(deal));
            }
        }
        for (ItemIndex item = 0; all && item < input_.items.size(); ++item) {
            const Quantity quantity{dice.onceIn(10) ? 0 : dice.between(1, 6'000'000'000)};
            const Day not_before = input_.settings.as_of + dice.days(-3, 15);
            expectEqual("quote of " + decimalText(quantity) + " of item " + std::to_string(item) +
                            " from " + isoText(not_before),
                        quoteDate(plan_, item, quantity, not_before),
                        slow_.quoteDate(item, quantity, not_before));
        }
        for (ResourceIndex resource = 0; resource < input_.resources.size(); ++resource) {
            compareProfile(resource);
        }
    }

    void compareRefusal(const std::string& name, DealIndex deal) {
        const Refusal* engine = plan_.report.refusalOf(deal);
        const std::optional<SlowRefusal> twin = slow_.refusalOf(deal);
        if ((engine != nullptr) != twin.has_value()) {
            out_ << name << (engine != nullptr ? " has a refusal\n" : " has no refusal\n");
            return;
        }
        if (!twin) {
            return;
        }
        expectEqual(name + " reason", engine->reason, twin->reason);
        expectEqual(name + " bottleneck", engine->bottleneck, twin->bottleneck);
        expectEqual(name + " short resources", engine->short_resources, twin->short_resources);
        expectEqual(name + " shortfall", engine->shortfall, Hours{twin->shortfall});
        expectEqual(name + " placed", engine->placed, twin->placed);
        if (twin->reason == RefusalReason::kTooLittle) {
            expectEqual(name + " span", engine->span, twin->span);
            expectEqual(name + " needed", engine->needed, Hours{twin->needed});
            expectEqual(name + " there", engine->there, Hours{twin->there});
        }
    }

    void compareRivals(const std::string& name, DealIndex deal) {
        const auto rivalText = [](DealIndex rival, std::int64_t hours) {
            return " deal " + std::to_string(rival) + " with " + decimalText(Hours{hours}) + " h;";
        };
        std::string engine;
        for (const Rival& rival : rivalsOf(plan_, deal)) {
            engine += rivalText(rival.deal, rival.hours.units);
        }
        std::string twin;
        for (const SlowRival& rival : slow_.rivalsOf(deal)) {
            twin += rivalText(rival.deal, rival.hours);
        }
        if (engine != twin) {
            out_ << name << " rivals:" << engine << " expected:" << twin << '\n';
        }
    }

    void compareProfile(ResourceIndex resource) {
        const LoadProfile engine = loadProfile(plan_, resource);
        const SlowProfile twin = slow_.profileOf(resource);
        const std::string name = input_.resources[resource];
        // Each piece of work may be weighed and rounded on its own.
        std::int64_t pieces = 0;
        for (const DealIndex deal : slow_.rankOrder()) {
            for (const SlowLoad& load : slow_.loadsOf({deal, std::nullopt})) {
                pieces += load.resource == resource ? 1 : 0;
            }
        }
        compareTotals(name + " capacity", engine.capacity, twin.capacity, 0);
        compareTotals(name + " confirmed", engine.confirmed, twin.confirmed, 0);
        compareTotals(name + " exposure", engine.exposure, twin.exposure, 0);
        compareTotals(name + " kept exposure", engine.exposure_kept, twin.exposure_kept, 0);
        compareTotals(name + " weighted", engine.weighted, twin.weighted, pieces);
    }

    void compareTotals(const std::string& what, const DayTotals& engine, const HoursByDay& twin,
                       std::int64_t tolerance) {
        // Hours on any other day would show in the total.
        const Day first = twin.empty() ? input_.settings.as_of : twin.begin()->first - 1;
        const Day last = twin.empty() ? input_.settings.as_of : twin.rbegin()->first + 1;
        std::int64_t total = 0;
        for (Day day = first; day <= last; day = day + 1) {
            const auto found = twin.find(day);
            const std::int64_t hours = found == twin.end() ? 0 : found->second;
            total += hours;
            if (input_.settings.period_rule == PeriodRule::kProRata) {
                expectNear(what + " on " + isoText(day), engine.within({day, day}), hours,
                           tolerance);
            }
        }
        // Rounded day by day, the weighted hours of a long period may drift.
        expectNear(what + " in all", engine.within({kFirstDay, kLastDay}), total, tolerance * 40);
    }

    void expectNear(const std::string& what, Hours engine, std::int64_t twin,
                    std::int64_t tolerance) {
        if (engine.units < twin - tolerance || twin + tolerance < engine.units) {
            out_ << what << ": " << decimalText(engine) << " h, expected "
                 << decimalText(Hours{twin}) << " h\n";
        }
    }

    const PlanInput& input_;
    SlowPlan slow_;
    CheckedPlan plan_;
    std::ostringstream out_;
};

PlanInput withoutDeal(PlanInput input, DealIndex removed) {
    const Deal deal = input.deals[removed];
    const auto first = input.lines.begin() + deal.first_line;
    input.lines.erase(first, first + deal.line_count);
    input.deals.erase(input.deals.begin() + removed);
    for (Deal& other : input.deals) {
        if (other.first_line > deal.first_line) {
            other.first_line -= deal.line_count;
        }
    }
    return input;
}

PlanInput withoutLine(PlanInput input, std::uint32_t removed) {
    for (Deal& deal : input.deals) {
        if (deal.first_line <= removed && removed < deal.first_line + deal.line_count) {
            --deal.line_count;
        } else if (deal.first_line > removed) {
            --deal.first_line;
        }
    }
    input.lines.erase(input.lines.begin() + removed);
    return input;
}

// Every plan that is a step simpler than this one.
std::vector<PlanInput> simplerPlans(const PlanInput& input) {
    std::vector<PlanInput> simpler;
    const auto with = [&](const std::function<void(PlanInput&)>& change) {
        PlanInput changed = input;
        change(changed);
        simpler.push_back(std::move(changed));
    };
    for (DealIndex i = 0; i < input.deals.size() && input.deals.size() > 1; ++i) {
        simpler.push_back(withoutDeal(input, i));
    }
    for (const Deal& deal : input.deals) {
        for (std::uint32_t i = 0; i < deal.line_count && deal.line_count > 1; ++i) {
            simpler.push_back(withoutLine(input, deal.first_line + i));
        }
    }
    for (std::size_t i = 0; i < input.capacity.size(); ++i) {
        with([i](PlanInput& plan) {
            plan.capacity.erase(plan.capacity.begin() + static_cast<std::ptrdiff_t>(i));
        });
    }
    for (std::size_t i = 0; i < input.items.size(); ++i) {
        for (std::size_t k = 0; k < input.items[i].bill.size(); ++k) {
            with([i, k](PlanInput& plan) {
                std::vector<BillRow>& bill = plan.items[i].bill;
                bill.erase(bill.begin() + static_cast<std::ptrdiff_t>(k));
            });
            const BillRow& row = input.items[i].bill[k];
            if (row.lead_time_offset_days != 0) {
                with([i, k](PlanInput& plan) { plan.items[i].bill[k].lead_time_offset_days = 0; });
            }
            if (row.available_from != kFirstDay) {
                with([i, k](PlanInput& plan) { plan.items[i].bill[k].available_from = kFirstDay; });
            }
            if (row.available_until != kLastDay) {
                with([i, k](PlanInput& plan) { plan.items[i].bill[k].available_until = kLastDay; });
            }
        }
    }
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        if (input.lines[i].earliest_start != kFirstDay) {
            with([i](PlanInput& plan) { plan.lines[i].earliest_start = kFirstDay; });
        }
    }
    for (std::size_t i = 0; i < input.deals.size(); ++i) {
        if (input.deals[i].priority || input.deals[i].value || input.deals[i].probability) {
            with([i](PlanInput& plan) {
                plan.deals[i].priority.reset();
                plan.deals[i].value.reset();
                plan.deals[i].probability.reset();
            });
        }
    }
    if (input.settings.fence_days != 0) {
        with([](PlanInput& plan) { plan.settings.fence_days = 0; });
    }
    if (input.settings.work_ahead_days) {
        with([](PlanInput& plan) { plan.settings.work_ahead_days.reset(); });
    }
    if (!(input.settings.calendar == WorkCalendar())) {
        with([](PlanInput& plan) { plan.settings.calendar = WorkCalendar(); });
    }
    return simpler;
}

} // namespace

std::string differences(const PlanInput& input, Depth depth) {
    try {
        return Comparison(input, depth).differences();
    } catch (const std::exception& error) {
        return std::string("exception: ") + error.what() + '\n';
    }
}

PlanInput shrunk(PlanInput input, const std::function<bool(const PlanInput&)>& stillFails) {
    for (bool is_smaller = true; is_smaller;) {
        is_smaller = false;
        for (PlanInput& simpler : simplerPlans(input)) {
            if (stillFails(simpler)) {
                input = std::move(simpler);
                is_smaller = true;
                break;
            }
        }
    }
    return input;
}

} // namespace keepable::support
