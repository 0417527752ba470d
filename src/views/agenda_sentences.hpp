// SPDX-License-Identifier: MPL-2.0
//
// What the agenda says of conflicts, outcomes, targets and credit; one sentence each, on one line.
#pragma once

#include "review/credit.hpp"
#include "review/shared_target.hpp"
#include "views/review_sentences.hpp"

#include <string>

namespace keepable::views {

// "Acme: INFEASIBLE, promised 2026-03-20, possible 2026-03-27, 12.5 hours short on Welding"
[[nodiscard]] std::string saidConflict(const review::ReviewDeal& deal, const Saying& saying);
// "Acme: first promised 2026-03-20, delivered 2026-03-18"
[[nodiscard]] std::string saidOutcome(const review::ReviewDeal& deal,
                                      const review::PromiseHistory& history, const Saying& saying);
// "Item: 3 of 4 first promises kept, reliability 67.5 %, buffer 7 days"; a row of none is of all.
[[nodiscard]] std::string saidReliability(const std::optional<review::ReliabilityOf>& of,
                                          const review::KeptCount& count,
                                          const review::Share& share, std::int32_t buffer_days,
                                          const Saying& saying);
[[nodiscard]] std::string saidCredit(const review::Credit& credit, const Saying& saying);

// A figure as the metric has it: "12.5 %", "1,200".
[[nodiscard]] std::string figureText(review::Metric metric, review::Figure figure,
                                     const Saying& saying);
// Why a metric has no figure: "nothing was settled in these days".
[[nodiscard]] std::string saidNoFigure(review::Metric metric, const Texts& texts);
// "reached", "on track", "behind"; empty where that cannot be said.
[[nodiscard]] std::string saidStanding(const review::TargetStanding& standing,
                                       const Saying& saying);
// "revenue growth: now 12 %, from 0 % to 20 %, progress 60 %, on track"
[[nodiscard]] std::string saidTarget(const review::SharedTarget& target,
                                     const review::TargetStanding& standing, const Saying& saying);

} // namespace keepable::views
