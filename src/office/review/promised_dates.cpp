// SPDX-License-Identifier: MPL-2.0
#include "office/review/promised_dates.hpp"

#include "office/calculation.hpp"
#include "office/change_writer.hpp"
#include "views/proposal_events.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <vector>

namespace keepable::office {

namespace {

std::optional<planning::DealIndex> dealOf(const ReviewRecord& record,
                                          const review::LogEvent& event) {
    const auto& deals = record.book().deals;
    const auto found = std::ranges::find(deals, event.deal, &review::ReviewDeal::deal);
    return found == deals.end()
               ? std::nullopt
               : std::optional{static_cast<planning::DealIndex>(found - deals.begin())};
}

// Of several dates for one deal the last counts.
std::vector<review::LogEvent*> lastOfEachDeal(std::span<review::LogEvent* const> events) {
    std::vector<review::LogEvent*> last;
    for (review::LogEvent* const event : events) {
        if (views::saysDate(*event)) {
            std::erase_if(
                last, [&](const review::LogEvent* before) { return before->deal == event->deal; });
            last.push_back(event);
        }
    }
    return last;
}

} // namespace

std::string writePromisedDates(const CommandCall& call, std::shared_ptr<ReviewRecord>& record,
                               std::span<review::LogEvent* const> events) {
    const PlanStore::PlanPointer plan = record->plan();
    std::string obstacles;
    std::vector<review::LogEvent*> written;
    for (review::LogEvent* const event : lastOfEachDeal(events)) {
        const auto deal = dealOf(*record, *event);
        if (!plan || !deal) {
            continue;
        }
        proposals::Changes changes;
        {
            const std::scoped_lock lock(plan->mutex);
            changes = views::changesSaidBy(*event, *deal, plan->answers.input());
        }
        if (changes.isEmpty()) {
            continue;
        }
        if (const std::string obstacle = writeChanges(call, changes); obstacle.empty()) {
            written.push_back(event);
        } else {
            obstacles += (obstacles.empty() ? "" : "\n") +
                         call.workplace->texts("say.dateStays", {event->deal.text, obstacle});
        }
    }
    if (!written.empty()) {
        calculateIfManual(call.workbook->document());
        call.workbook->refresh();
        record = ReviewRecord::of(*call.workplace, *call.workbook, ReviewRecord::Search::kThorough);
        for (review::LogEvent* const event : written) {
            if (const auto deal = dealOf(*record, *event)) {
                event->state.verdict = record->book().deals[*deal].verdict;
            }
        }
    }
    return obstacles;
}

} // namespace keepable::office
