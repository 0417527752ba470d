// SPDX-License-Identifier: MPL-2.0
#include "office/functions/self_check.hpp"

#include "planning/promise_check.hpp"

namespace keepable::office {

bool selfCheckPasses() {
    using namespace planning;
    // 40 h a week from Monday 2026-01-05. A firm deal takes 30 h of the first week. Of two
    // tentative ones due that Friday the first, 6 h, leaves 4 h for the second, 8 h, which fits
    // beside the firm deal alone. With Monday's 8 h it fits beside both.
    const Day monday = dayFromCivil(2026, 1, 5).value();
    PlanInput input;
    input.settings.as_of = monday;
    input.resources = {"Assembly"};
    BillRow row;
    row.hours_per_unit = HoursPerUnit::whole(1);
    input.items = {{"Assembly", {row}}};
    input.capacity = {{0, monday, Hours::whole(40)}, {0, monday + 7, Hours::whole(40)}};
    for (const std::int64_t hours : {30, 6, 8}) {
        Deal deal;
        deal.status = input.deals.empty() ? DealClass::kFirm : DealClass::kTentative;
        deal.first_line = static_cast<std::uint32_t>(input.lines.size());
        deal.line_count = 1;
        input.deals.push_back(deal);
        Line line;
        line.promised = monday + 4;
        line.left = Quantity::whole(hours);
        input.lines.push_back(line);
    }
    CheckedPlan plan = checkPromises(std::move(input));
    const Refusal* refusal = plan.report.refusalOf(2);
    return plan.report.verdicts ==
               std::vector{Verdict::kKeepable, Verdict::kKeepable, Verdict::kAtRisk} &&
           refusal->shortfall == Hours::whole(4) && earliestDate(plan, 2) == monday + 7;
}

} // namespace keepable::office
