// SPDX-License-Identifier: MPL-2.0
#include "views/target_book.hpp"

#include "views/agenda_sentences.hpp"
#include "views/deal_book.hpp"
#include "views/plan_handle.hpp"

namespace keepable::views {

namespace {

using review::Metric;

// Counted from what stands in the log, and from nothing else.
bool needsLog(Metric metric) {
    return metric == Metric::kRevenueGrowth || metric == Metric::kOvertimeCost ||
           metric == Metric::kDaysToSettle;
}

} // namespace

std::string logHandle(const KeptLog& log, std::uint64_t digest) {
    const std::size_t decisions = log.log().size();
    return std::to_string(decisions) + (decisions == 1 ? " decision · " : " decisions · ") +
           digestText(digest);
}

TargetBook::TargetBook(PlanAnswers& answers, std::span<const review::PromiseCells> promises,
                       planning::Day today, LogPointer log)
    : log_(std::move(log)) {
    const KeptLog& kept = log_ ? *log_ : nothing_;
    book_ = dealBook(answers, promises, today, kept.log(), kept.threads(), nobody_);
}

std::variant<review::Figure, std::string> TargetBook::actual(const ActualQuestion& question,
                                                             const Texts& texts) {
    if (needsLog(question.metric) && !log_) {
        return texts("targets.answer.needsLog");
    }
    review::SharedTarget target;
    target.from = question.from;
    target.due = question.due;
    const planning::DaySpan days = review::daysOf(target, book_.today);
    const auto [found, is_new] =
        kept_.try_emplace({question.metric, {days.first.serial, days.last.serial}});
    if (is_new) {
        found->second = review::actualOf(question.metric, book_, days);
    }
    if (found->second.value) {
        return *found->second.value;
    }
    return saidNoFigure(question.metric, texts);
}

std::string standingAnswer(const review::SharedTarget& target, planning::Day today,
                           const Saying& saying) {
    review::ReviewBook book;
    book.today = today;
    return saidStanding(review::standingOf(target, book), saying);
}

} // namespace keepable::views
