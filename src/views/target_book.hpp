// SPDX-License-Identifier: MPL-2.0
//
// What the sheet functions for shared targets answer: the actual of a metric, worked out of a plan and
// a decision log, and how far it has come from baseline to target.
//
// Shape:   a KeptLog is a log as it was read once; a TargetBook is one plan with one log on one day.
//          Every figure is worked out when it is first asked for, and kept.
// Rule:    as review/shared_target.hpp. Cells say neither who owns what nor whose side somebody is on,
//          so a row of the log counts for the side it names itself.
// Errors:  where there is no figure the answer is a sentence that says why, in the language of the
//          texts.
#pragma once

#include "review/shared_target.hpp"
#include "views/decision_sheet.hpp"
#include "views/plan_answers.hpp"
#include "views/review_sentences.hpp"
#include "views/texts.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>

namespace keepable::views {

class KeptLog {
  public:
    KeptLog() = default; // of no decisions
    explicit KeptLog(LogReading reading) : reading_(std::move(reading)), threads_(reading_.log) {}
    KeptLog(const KeptLog&) = delete;
    KeptLog& operator=(const KeptLog&) = delete;

    [[nodiscard]] const review::DecisionLog& log() const { return reading_.log; }
    [[nodiscard]] const review::Threads& threads() const { return threads_; }

  private:
    LogReading reading_;
    review::Threads threads_;
};

// What the cell with PROMISE_LOG shows: "12 decisions · 7f3a91c2b0d4e6f8".
[[nodiscard]] std::string logHandle(const KeptLog& log, std::uint64_t digest);

struct ActualQuestion {
    review::Metric metric = review::Metric::kKeepableValue;
    std::optional<planning::Day> from;
    std::optional<planning::Day> due;
};

class TargetBook {
  public:
    using LogPointer = std::shared_ptr<const KeptLog>;

    // `log` is null where none is given. What is in `answers` is read now and never again.
    TargetBook(PlanAnswers& answers, std::span<const review::PromiseCells> promises,
               planning::Day today, LogPointer log);
    TargetBook(const TargetBook&) = delete;
    TargetBook& operator=(const TargetBook&) = delete;

    [[nodiscard]] bool isOf(const LogPointer& log, planning::Day today) const {
        return log_ == log && book_.today == today;
    }
    // The figure, or why there is none.
    [[nodiscard]] std::variant<review::Figure, std::string> actual(const ActualQuestion& question,
                                                                   const Texts& texts);

  private:
    LogPointer log_;
    KeptLog nothing_; // in place of a log
    review::People nobody_;
    review::ReviewBook book_;
    std::map<std::pair<review::Metric, std::pair<std::int32_t, std::int32_t>>, review::Actual>
        kept_;
};

// "reached", "on track", "behind", as review::standingOf() has it for a target with this actual; empty
// where that cannot be said.
[[nodiscard]] std::string standingAnswer(const review::SharedTarget& target, planning::Day today,
                                         const Saying& saying);

} // namespace keepable::views
