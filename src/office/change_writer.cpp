// SPDX-License-Identifier: MPL-2.0
#include "office/change_writer.hpp"

#include "office/deals_area.hpp"
#include "office/review_record.hpp"
#include "office/sheet_writer.hpp"
#include "tables/reading_rules.hpp"
#include "views/proposal_events.hpp"

#include <vector>

namespace keepable::office {

std::string writeChanges(const CommandCall& call, const proposals::Changes& changes) {
    const views::Texts& texts = call.workplace->texts;
    const SpreadsheetDocument document = call.workbook->document();
    const PlanArguments ranges = call.workbook->arguments();
    const PlanStore::PlanPointer plan = call.workbook->plan();
    const auto area = dealsArea(*call.workbook);
    if (!area || !plan) {
        return texts("apply.noRange");
    }
    views::SheetEdits edits;
    {
        const std::scoped_lock lock(plan->mutex);
        const auto& rules = plan->context.rules;
        edits = views::editsFor(changes, plan->answers, plan->deals_heading,
                                rules ? rules->hours_per_day : tables::kUsualHoursPerDay, texts);
    }
    if (std::string sentence = findObstacles(document, ranges, edits, texts); !sentence.empty()) {
        return sentence;
    }
    writeEdits(document, ranges, area->area, edits, plan->context.null_date);
    return {};
}

std::string writeOnRecord(const CommandCall& call, const proposals::Changes& changes,
                          std::string_view reason) {
    const PlanStore::PlanPointer plan = call.workbook->plan();
    if (!plan) {
        return call.workplace->texts("apply.noRange");
    }
    const auto record =
        ReviewRecord::of(*call.workplace, *call.workbook, ReviewRecord::Search::kThorough);
    std::vector<review::LogEvent> events;
    {
        const std::scoped_lock lock(plan->mutex);
        events = views::dealEvents(changes, plan->answers, record->book(),
                                   {record->speaker(), ReviewRecord::now(), reason, {}});
    }
    if (std::string sentence = writeChanges(call, changes); !sentence.empty()) {
        return sentence;
    }
    return record->append(*call.workbook, events, call.workplace->texts);
}

} // namespace keepable::office
