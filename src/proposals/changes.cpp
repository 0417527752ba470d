// SPDX-License-Identifier: MPL-2.0
#include "proposals/changes.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace keepable::proposals {

namespace {

using planning::DealIndex;
using planning::Line;
using planning::PlanInput;

void require(bool holds, const char* what) {
    if (!holds) {
        throw std::logic_error(what);
    }
}

Line& lineAt(PlanInput& input, std::uint32_t line) {
    require(line < input.lines.size(), "changes: a line that does not exist");
    return input.lines[line];
}

void split(PlanInput& input, const LineSplit& change) {
    Line& line = lineAt(input, change.line);
    require(change.deal < input.deals.size(), "changes: a deal that does not exist");
    Line rest = line;
    line.left = change.on_time;
    rest.left = change.rest;
    rest.promised = change.rest_promised;
    input.lines.insert(input.lines.begin() + change.line + 1, rest);
    ++input.deals[change.deal].line_count;
    for (planning::Deal& deal : input.deals) {
        if (deal.first_line > change.line) {
            ++deal.first_line;
        }
    }
}

} // namespace

PlanInput applied(PlanInput input, const Changes& changes) {
    for (const DealIndex deal : changes.lost) {
        require(deal < input.deals.size(), "changes: a deal that does not exist");
        input.deals[deal].status = planning::DealClass::kClosed;
    }
    for (const DateChange& change : changes.dates) {
        lineAt(input, change.line).promised = change.to;
    }
    for (const ItemChange& change : changes.items) {
        require(change.to < input.items.size(), "changes: an item that does not exist");
        lineAt(input, change.line).item = change.to;
    }
    for (const CapacityAddition& addition : changes.capacity) {
        require(addition.resource < input.resources.size(),
                "changes: a resource that does not exist");
        if (addition.entry == planning::kNone) {
            input.capacity.push_back({addition.resource, addition.period_start, addition.hours});
        } else {
            require(addition.entry < input.capacity.size(),
                    "changes: a capacity entry that does not exist");
            input.capacity[addition.entry].hours += addition.hours;
        }
    }
    std::vector<LineSplit> splits = changes.splits;
    std::ranges::sort(splits, {}, &LineSplit::line);
    for (auto last = splits.rbegin(); last != splits.rend(); ++last) {
        split(input, *last);
    }
    return input;
}

std::vector<VerdictChange> previewOf(const planning::CheckedPlan& plan, const Changes& changes) {
    const planning::CheckedPlan after = planning::checkPromises(applied(plan.input, changes));
    return verdictChanges(plan.report, after.report);
}

std::vector<VerdictChange> verdictChanges(const planning::PlanReport& before,
                                          const planning::PlanReport& after) {
    require(before.verdicts.size() == after.verdicts.size(), "changes: reports of different deals");
    std::vector<VerdictChange> changed;
    for (DealIndex deal = 0; deal < before.verdicts.size(); ++deal) {
        if (before.verdicts[deal] != after.verdicts[deal]) {
            changed.push_back({deal, before.verdicts[deal], after.verdicts[deal]});
        }
    }
    return changed;
}

} // namespace keepable::proposals
