// SPDX-License-Identifier: MPL-2.0
//
// The decision log in memory: every event in the order in which it was written, the thread of each
// deal, and what is wrong with the rows. Nothing can be taken out or changed; append() is the only
// way in.
//
// Shape:   rows[i] is the row of events[i]. Threads are by key; that of no deal (the meeting itself,
//          notes) has the empty key.
// Cost:    reading once n log n; append() and threadOf() log n, whatever the length of the log.
// Errors:  events and rows of different number are our mistake and throw std::logic_error.
// Source:  log_chain.hpp for what the rows hang on.
#pragma once

#include "review/log_chain.hpp"
#include "review/log_event.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::review {

using EventIndex = std::uint32_t;

class DecisionLog {
  public:
    using Threads = std::map<std::string, std::vector<EventIndex>, std::less<>>;

    DecisionLog() = default;
    // Events and rows in the order of the sheet; `found` is what reading the cells has found.
    DecisionLog(std::vector<LogEvent> events, std::vector<LogRow> rows,
                const std::optional<LogSeal>& seal, std::vector<LogFinding> found = {});

    [[nodiscard]] std::size_t size() const { return events_.size(); }
    [[nodiscard]] const std::vector<LogEvent>& events() const { return events_; }
    [[nodiscard]] const std::vector<LogRow>& rows() const { return rows_; }
    [[nodiscard]] const std::vector<LogFinding>& findings() const { return findings_; }
    [[nodiscard]] const LogSeal& seal() const { return seal_; }
    [[nodiscard]] const Threads& threads() const { return threads_; }
    // Oldest first; empty for a deal of which the log says nothing.
    [[nodiscard]] std::span<const EventIndex> threadOf(std::string_view deal_key) const;

    // `row` has the cells of the event and its place in the sheet; it gets number and check. A clock
    // that goes backwards is found and the event kept as it is.
    EventIndex append(LogEvent event, LogRow row);

  private:
    void index(EventIndex event);

    std::vector<LogEvent> events_;
    std::vector<LogRow> rows_;
    std::vector<LogFinding> findings_;
    Threads threads_;
    LogSeal seal_;
};

} // namespace keepable::review
