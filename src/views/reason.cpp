// SPDX-License-Identifier: MPL-2.0
#include "views/reason.hpp"

#include "views/words.hpp"

#include <algorithm>
#include <utility>

namespace keepable::views {

namespace {

using planning::CheckedPlan;
using planning::DaySpan;
using planning::DealIndex;
using planning::Line;
using planning::Load;
using planning::Refusal;
using planning::RefusalReason;
using planning::Verdict;

// "12.5 h", with the decimal sign of the language.
std::string hoursIn(planning::Hours hours, const Texts& texts) {
    std::string number = planning::decimalText(hours);
    if (const std::size_t point = number.find('.'); point != std::string::npos) {
        number.replace(point, 1, texts("reason.decimalSign"));
    }
    return texts("reason.hours", {number});
}

// All parts of a sentence in one language.
class Sentences {
  public:
    Sentences(CheckedPlan& plan, const Texts& texts) : plan_(plan), say_(texts) {}

    [[nodiscard]] std::string hours(planning::Hours hours) const { return hoursIn(hours, say_); }

    [[nodiscard]] std::string span(DaySpan span) const {
        return span.first == span.last
                   ? say_("reason.day", {isoText(span.first)})
                   : say_("reason.span", {isoText(span.first), isoText(span.last)});
    }

    // What stands in the way, without the verdict word and without a stop.
    [[nodiscard]] std::string obstacle(const Refusal& refusal) const {
        switch (refusal.reason) {
        case RefusalReason::kOverdue:
            return overdue(refusal);
        case RefusalReason::kNotOffered:
            return notOffered(refusal);
        case RefusalReason::kNoCapacity:
            return say_("reason.noCapacity",
                        {bottleneck(refusal), hours(refusal.needed), isoText(refusal.span.last)});
        case RefusalReason::kEmptyWindow:
            return say_("reason.emptyWindow",
                        {hours(refusal.needed), bottleneck(refusal), isoText(refusal.span.last),
                         isoText(refusal.span.first)});
        case RefusalReason::kTooLittle:
            return tooLittle(refusal);
        }
        return {};
    }

    [[nodiscard]] std::string help(const Refusal& refusal,
                                   const std::optional<planning::Day>& earliest) const {
        if (refusal.reason == RefusalReason::kNoCapacity) {
            return say_("reason.help.capacityRow", {bottleneck(refusal)});
        }
        if (refusal.reason != RefusalReason::kTooLittle) {
            return earliest ? say_("reason.help.date", {isoText(*earliest)})
                            : say_("reason.help.noDate");
        }
        const bool is_all_in_span = refusal.needed - refusal.there == refusal.shortfall;
        const std::string more =
            is_all_in_span
                ? say_("reason.help.moreInSpan",
                       {hours(refusal.shortfall), bottleneck(refusal), span(refusal.span)})
                : say_("reason.help.more", {hours(refusal.shortfall), bottleneck(refusal)});
        return earliest ? say_("reason.help.moreOrDate", {more, isoText(*earliest)})
                        : say_("reason.help.moreNoDate", {more});
    }

    // Refused firm and held work is done all the same: when, or that it cannot be.
    [[nodiscard]] std::string place(const Refusal& refusal) const {
        if (plan_.report.classes[refusal.deal] == planning::DealClass::kTentative) {
            return {};
        }
        if (refusal.placed) {
            return say_("reason.placed", {isoText(*refusal.placed)});
        }
        planning::Hours unplaced;
        for (const Load& load : plan_.board.loadsOf(refusal.deal)) {
            unplaced += load.hours;
        }
        return unplaced.units == 0 ? std::string{} : say_("reason.unplaced", {hours(unplaced)});
    }

    [[nodiscard]] std::string kept(DealIndex deal,
                                   const std::optional<planning::Day>& earliest) const {
        const auto loads = plan_.board.loadsOf(deal);
        if (loads.empty()) {
            return say_("reason.nothingLeft");
        }
        const auto largest =
            std::max_element(loads.begin(), loads.end(), [](const Load& left, const Load& right) {
                return left.hours < right.hours;
            });
        const std::string fits =
            say_(loads.size() > 1 ? "reason.allFit" : "reason.fits",
                 {hours(largest->hours), plan_.input.resources[largest->resource],
                  span(largest->window)});
        return earliest ? say_("reason.earliest", {fits, isoText(*earliest)})
                        : say_("reason.noSingleDate", {fits});
    }

    [[nodiscard]] std::string
    problems(const std::vector<const tables::RowProblem*>& problems) const {
        std::string text;
        for (const tables::RowProblem* problem : problems) {
            text += (text.empty() ? "" : "; ") + problemSentence(*problem, say_);
        }
        return text;
    }

  private:
    [[nodiscard]] const std::string& bottleneck(const Refusal& refusal) const {
        return plan_.input.resources[refusal.bottleneck];
    }

    [[nodiscard]] std::string overdue(const Refusal& refusal) const {
        const auto lines = linesOf(plan_.input, refusal.deal);
        const auto first =
            std::min_element(lines.begin(), lines.end(), [](const Line& left, const Line& right) {
                return std::pair{left.left.units == 0, left.promised} <
                       std::pair{right.left.units == 0, right.promised};
            });
        return say_("reason.overdue",
                    {isoText(first->promised), isoText(plan_.input.settings.as_of)});
    }

    [[nodiscard]] std::string notOffered(const Refusal& refusal) const {
        const auto lines = linesOf(plan_.input, refusal.deal);
        const auto refused = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
            return line.left.units != 0 &&
                   !offeredSpan(plan_.input, {&line, 1}).contains(line.promised);
        });
        const DaySpan offered = offeredSpan(plan_.input, {&*refused, 1});
        const std::string& item = plan_.input.items[refused->item].name;
        const std::string promised = isoText(refused->promised);
        if (offered.last == planning::kLastDay) {
            return say_("reason.offeredFrom", {item, promised, isoText(offered.first)});
        }
        if (offered.first == planning::kFirstDay) {
            return say_("reason.offeredUntil", {item, promised, isoText(offered.last)});
        }
        return say_("reason.offeredBetween",
                    {item, promised, isoText(offered.first), isoText(offered.last)});
    }

    [[nodiscard]] std::string tooLittle(const Refusal& refusal) const {
        const planning::Hours excess = refusal.needed - refusal.there;
        std::string text =
            say_("reason.tooLittle", {bottleneck(refusal), hours(refusal.needed),
                                      span(refusal.span), hours(refusal.there), hours(excess)});
        if (excess != refusal.shortfall) {
            text += ", " + say_("reason.inAll", {hours(refusal.shortfall)});
        }
        if (refusal.short_resources > 1) {
            text += ", " + say_.counted("reason.moreShort", refusal.short_resources - 1);
        }
        return text;
    }

    CheckedPlan& plan_;
    const Texts& say_;
};

} // namespace

std::string reasonSentence(CheckedPlan& plan, std::span<const tables::DealText> deals,
                           DealIndex deal, const ReasonParts& parts, const Texts& texts) {
    const Sentences sentences(plan, texts);
    const Verdict verdict = plan.report.verdicts[deal];
    std::string text{verdictWord(verdict)};
    text += ": ";
    switch (verdict) {
    case Verdict::kClosed:
        text += texts("reason.closed");
        break;
    case Verdict::kCheckRow:
        return text + sentences.problems(parts.problems) + '.';
    case Verdict::kKeepable:
        text += sentences.kept(deal, parts.earliest);
        break;
    case Verdict::kAtRisk:
    case Verdict::kInfeasible: {
        const Refusal& refusal = *plan.report.refusalOf(deal);
        const std::string obstacle = sentences.obstacle(refusal);
        text += verdict == Verdict::kAtRisk ? texts("reason.ifWon", {obstacle}) : obstacle;
        text += "; " + sentences.help(refusal, parts.earliest);
        for (const std::string& more :
             {sentences.place(refusal),
              parts.rivals.empty()
                  ? std::string{}
                  : texts("reason.ahead",
                          {rivalsText(parts.rivals, deals, kMostRivalsInReason, texts)})}) {
            text += more.empty() ? more : "; " + more;
        }
        break;
    }
    }
    text += '.';
    if (!parts.problems.empty()) {
        text += ' ' + sentences.problems(parts.problems) + '.';
    }
    return text;
}

std::string rivalsText(std::span<const planning::Rival> rivals,
                       std::span<const tables::DealText> deals, std::size_t most,
                       const Texts& texts) {
    std::string text;
    for (const planning::Rival& rival : rivals.first(std::min(most, rivals.size()))) {
        text += (text.empty() ? "" : ", ") +
                texts("reason.rival", {deals[rival.deal].name, hoursIn(rival.hours, texts)});
    }
    return rivals.size() > most ? texts("reason.andMore", {text}) : text;
}

std::string unknownDealSentence(std::string_view deal, const Texts& texts) {
    return deal.empty() ? texts("reason.noDeal") : texts("reason.unknownDeal", {deal});
}

std::string problemSentence(const tables::RowProblem& problem, const Texts& texts) {
    const std::string row = std::to_string(problem.row);
    const std::string place =
        problem.table == tables::TableKind::kSettings
            ? texts("problem.settingsRow", {row})
            : texts("problem.row", {texts.phrase(tableName(problem.table)), row});
    const std::string seen = problem.seen.empty()         ? texts("problem.emptyCell")
                             : problem.seen == "an error" ? texts("problem.error")
                                                          : texts("problem.seen", {problem.seen});
    const std::string expected = texts.phrase(problem.expected);
    return problem.heading.empty()
               ? texts("problem.inRow", {place, seen, expected})
               : texts("problem.inCell", {place, problem.heading, seen, expected});
}

} // namespace keepable::views
