// SPDX-License-Identifier: MPL-2.0
#include "review/decision_log.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace keepable::review {

DecisionLog::DecisionLog(std::vector<LogEvent> events, std::vector<LogRow> rows,
                         const std::optional<LogSeal>& seal, std::vector<LogFinding> found)
    : findings_(std::move(found)) {
    if (events.size() != rows.size()) {
        throw std::logic_error("decision log: " + std::to_string(events.size()) +
                               " events, expected one for each of " + std::to_string(rows.size()) +
                               " rows");
    }
    ChainReading chain = readChain(rows, seal);
    seal_ = std::move(chain.seal);
    findings_.insert(findings_.end(), chain.findings.begin(), chain.findings.end());
    // With room for the rows of some weeks, so that the first one added does not move all others.
    constexpr std::size_t kRoom = 1024;
    events_.reserve(events.size() + kRoom);
    rows_.reserve(rows.size() + kRoom);
    for (const std::uint32_t place : chain.order) {
        events_.push_back(std::move(events[place]));
        rows_.push_back(std::move(rows[place]));
        index(static_cast<EventIndex>(events_.size() - 1));
    }
    std::ranges::stable_sort(findings_, {}, [](const LogFinding& finding) {
        return std::tuple{finding.row == 0, finding.row};
    });
}

void DecisionLog::index(EventIndex event) {
    if (event > 0 && events_[event].when < events_[event - 1].when) {
        findings_.push_back(
            {LogFault::kClockBackwards, rows_[event].sheet_row, rows_[event - 1].sheet_row, 0, 0});
    }
    const std::string& deal = events_[event].deal.key;
    auto thread = threads_.find(deal);
    if (thread == threads_.end()) {
        thread = threads_.emplace(deal, std::vector<EventIndex>{}).first;
    }
    thread->second.push_back(event);
}

std::span<const EventIndex> DecisionLog::threadOf(std::string_view deal_key) const {
    const auto found = threads_.find(deal_key);
    return found == threads_.end() ? std::span<const EventIndex>{} : found->second;
}

EventIndex DecisionLog::append(LogEvent event, LogRow row) {
    review::seal(row, seal_);
    events_.push_back(std::move(event));
    rows_.push_back(std::move(row));
    const auto added = static_cast<EventIndex>(events_.size() - 1);
    index(added);
    return added;
}

} // namespace keepable::review
