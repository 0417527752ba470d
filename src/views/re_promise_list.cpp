// SPDX-License-Identifier: MPL-2.0
#include "views/re_promise_list.hpp"

#include "views/amount_text.hpp"

#include <algorithm>

namespace keepable::views {

using planning::Refusal;
using planning::RefusalReason;
using proposals::Outcome;
using proposals::Repromised;

namespace {

class Teller {
  public:
    Teller(const PlanAnswers& answers, const std::vector<std::int32_t>& rule_rows,
           const Texts& texts, const tables::TextLocale& locale)
        : answers_(answers), rule_rows_(rule_rows), say_(texts), locale_(locale) {}

    void addLines(const Repromised& row, std::vector<RePromiseLine>& lines) const {
        RePromiseLine line;
        line.deal = answers_.text(row.deal).name;
        line.strategy = strategy(row);
        line.why = why(row);
        if (row.is_left_alone) {
            const auto first =
                std::ranges::min_element(row.lines, {}, &proposals::DateChange::from);
            line.from = first == row.lines.end() ? std::string{} : isoText(first->from);
            lines.push_back(line);
            return;
        }
        for (const proposals::DateChange& change : row.lines) {
            if (change.to != change.from) {
                line.from = isoText(change.from);
                line.to = isoText(change.to);
                lines.push_back(line);
            }
        }
    }

  private:
    [[nodiscard]] std::string strategy(const Repromised& row) const {
        const std::string_view name = planning::strategyName(row.strategy.strategy);
        if (row.strategy.rule >= rule_rows_.size()) {
            return say_("repromise.byDefault", {name});
        }
        return say_("repromise.byRule", {name, std::to_string(rule_rows_[row.strategy.rule])});
    }

    [[nodiscard]] std::string why(const Repromised& row) const {
        const std::string reason = row.refusal ? this->reason(*row.refusal) : std::string{};
        switch (row.outcome) {
        case Outcome::kEarlier:
            return say_("repromise.earlier");
        case Outcome::kKept:
            return say_(row.is_left_alone ? "repromise.keptByRank" : "repromise.kept");
        case Outcome::kLater:
            return say_("repromise.later", {reason});
        case Outcome::kException:
            return say_("repromise.exception", {reason});
        case Outcome::kNoDate:
            return say_("repromise.noDate", {reason});
        }
        return {};
    }

    [[nodiscard]] std::string reason(const Refusal& refusal) const {
        switch (refusal.reason) {
        case RefusalReason::kOverdue:
            return say_("repromise.overdue");
        case RefusalReason::kNotOffered:
            return say_("repromise.notOffered");
        case RefusalReason::kNoCapacity:
            return say_("repromise.noCapacity", {resource(refusal)});
        case RefusalReason::kEmptyWindow:
            return say_("repromise.emptyWindow", {resource(refusal)});
        case RefusalReason::kTooLittle:
            return say_("repromise.tooLittle",
                        {resource(refusal), hoursText(refusal.shortfall, locale_),
                         isoText(refusal.span.first), isoText(refusal.span.last)});
        }
        return {};
    }

    [[nodiscard]] std::string_view resource(const Refusal& refusal) const {
        const auto& resources = answers_.input().resources;
        return refusal.bottleneck < resources.size()
                   ? std::string_view{resources[refusal.bottleneck]}
                   : std::string_view{};
    }

    const PlanAnswers& answers_;
    const std::vector<std::int32_t>& rule_rows_;
    const Texts& say_;
    const tables::TextLocale& locale_;
};

} // namespace

RePromiseList rePromiseList(const PlanAnswers& answers, const proposals::RePromise& result,
                            const std::vector<std::int32_t>& rule_rows, const Texts& texts,
                            const tables::TextLocale& locale) {
    RePromiseList list;
    const auto count = [&](Outcome outcome) { return std::to_string(result.count(outcome)); };
    list.summary = texts("repromise.summary",
                         {count(Outcome::kLater), count(Outcome::kEarlier), count(Outcome::kKept),
                          count(Outcome::kException), count(Outcome::kNoDate)});
    const Teller teller(answers, rule_rows, texts, locale);
    for (const Repromised& row : result.deals) {
        teller.addLines(row, list.lines);
    }
    return list;
}

} // namespace keepable::views
