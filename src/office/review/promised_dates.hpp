// SPDX-License-Identifier: MPL-2.0
//
// Dates that people say about deals, written into the deals: what the log promises is what the plan
// plans by.
//
// Errors:  a date that cannot be written (a formula, a protected cell) stays as it is; the sentence
//          says which and why. That is no reason not to take down what was said.
// Thread:  the office's main thread, inside an undo step, before the events are in the log.
#pragma once

#include "office/command.hpp"
#include "office/review_record.hpp"

#include <memory>
#include <span>
#include <string>

namespace keepable::office {

// `record` is as the cells are now afterwards; events whose deals were written say in their State how
// these stand then. Empty when all that was said is written.
[[nodiscard]] std::string writePromisedDates(const CommandCall& call,
                                             std::shared_ptr<ReviewRecord>& record,
                                             std::span<review::LogEvent* const> events);

} // namespace keepable::office
