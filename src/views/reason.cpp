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

std::string hoursText(planning::Hours hours) {
    return planning::decimalText(hours) + " h";
}

std::string spanText(DaySpan span) {
    if (span.first == span.last) {
        return "on " + isoText(span.first);
    }
    return "from " + isoText(span.first) + " to " + isoText(span.last);
}

// What stands in the way, without the verdict word and without a stop.
std::string obstacle(const CheckedPlan& plan, const Refusal& refusal) {
    const planning::PlanInput& input = plan.input;
    const auto lines = linesOf(input, refusal.deal);
    const auto bottleneck = [&] { return input.resources[refusal.bottleneck]; };
    switch (refusal.reason) {
    case RefusalReason::kOverdue: {
        const auto overdue =
            std::min_element(lines.begin(), lines.end(), [](const Line& left, const Line& right) {
                return std::pair{left.left.units == 0, left.promised} <
                       std::pair{right.left.units == 0, right.promised};
            });
        return "the promised date " + isoText(overdue->promised) + " lies before As of " +
               isoText(input.settings.as_of);
    }
    case RefusalReason::kNotOffered: {
        const auto refused = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
            return line.left.units != 0 && !offeredSpan(input, {&line, 1}).contains(line.promised);
        });
        const DaySpan offered = offeredSpan(input, {&*refused, 1});
        std::string text = "“" + input.items[refused->item].name + "” is not offered on " +
                           isoText(refused->promised) + ", only";
        if (offered.first != planning::kFirstDay) {
            text += " from " + isoText(offered.first);
        }
        if (offered.last != planning::kLastDay) {
            text += " until " + isoText(offered.last);
        }
        return text;
    }
    case RefusalReason::kNoCapacity:
        return bottleneck() + " has no capacity row, and " + hoursText(refusal.needed) +
               " of it are needed by " + isoText(refusal.span.last);
    case RefusalReason::kEmptyWindow:
        return hoursText(refusal.needed) + " of " + bottleneck() + " would have to end by " +
               isoText(refusal.span.last) + ", but cannot start before " +
               isoText(refusal.span.first);
    case RefusalReason::kTooLittle: {
        const planning::Hours excess = refusal.needed - refusal.there;
        std::string text = bottleneck() + " needs " + hoursText(refusal.needed) + ' ' +
                           spanText(refusal.span) + " and has " + hoursText(refusal.there) + ": " +
                           hoursText(excess) + " short";
        if (excess != refusal.shortfall) {
            text += ", " + hoursText(refusal.shortfall) + " in all";
        }
        if (refusal.short_resources == 2) {
            text += ", and one more resource is short";
        } else if (refusal.short_resources > 2) {
            text += ", and " + std::to_string(refusal.short_resources - 1) +
                    " more resources are short";
        }
        return text;
    }
    }
    return {};
}

std::string help(const CheckedPlan& plan, const Refusal& refusal, const ReasonParts& parts) {
    std::string text;
    switch (refusal.reason) {
    case RefusalReason::kTooLittle:
        text = "at least " + hoursText(refusal.shortfall) + " more of " +
               plan.input.resources[refusal.bottleneck];
        if (refusal.needed - refusal.there == refusal.shortfall) {
            text += ' ' + spanText(refusal.span);
        }
        text += " or ";
        break;
    case RefusalReason::kNoCapacity:
        return "a capacity row for " + plan.input.resources[refusal.bottleneck] + " would help";
    default:
        break;
    }
    if (!parts.earliest) {
        return text.empty() ? "no date within the capacity given fits"
                            : text.substr(0, text.size() - 4) +
                                  " would help, no date within the capacity given fits";
    }
    return text + isoText(*parts.earliest) + " as promised date would help";
}

// Refused firm and held work is done all the same: when, or that it cannot be.
std::string placeText(CheckedPlan& plan, const Refusal& refusal) {
    if (plan.report.classes[refusal.deal] == planning::DealClass::kTentative) {
        return {};
    }
    if (refusal.placed) {
        return "; its work is planned for " + isoText(*refusal.placed);
    }
    planning::Hours hours;
    for (const Load& load : plan.board.loadsOf(refusal.deal)) {
        hours += load.hours;
    }
    return hours.units == 0 ? std::string{} : "; its " + hoursText(hours) + " have no place at all";
}

std::string keptText(CheckedPlan& plan, DealIndex deal, const ReasonParts& parts) {
    const auto loads = plan.board.loadsOf(deal);
    if (loads.empty()) {
        return "no hours are left to do";
    }
    const auto largest =
        std::max_element(loads.begin(), loads.end(), [](const Load& left, const Load& right) {
            return left.hours < right.hours;
        });
    std::string text = hoursText(largest->hours) + " of " + plan.input.resources[largest->resource];
    if (loads.size() > 1) {
        text += " and its other work";
    }
    text += " fit " + spanText(largest->window);
    if (parts.earliest) {
        text += ", " + isoText(*parts.earliest) + " is the earliest date";
    } else {
        text += ", no single date fits all its lines";
    }
    return text;
}

std::string problemList(const std::vector<const tables::RowProblem*>& problems) {
    std::string text;
    for (const tables::RowProblem* problem : problems) {
        text += (text.empty() ? "" : "; ") + tables::problemText(*problem);
    }
    return text;
}

} // namespace

std::string reasonSentence(CheckedPlan& plan, std::span<const tables::DealText> texts,
                           DealIndex deal, const ReasonParts& parts) {
    const Verdict verdict = plan.report.verdicts[deal];
    std::string text{verdictWord(verdict)};
    text += ": ";
    switch (verdict) {
    case Verdict::kClosed:
        text += "lost or delivered, it takes no capacity";
        break;
    case Verdict::kCheckRow:
        return text + problemList(parts.problems) + '.';
    case Verdict::kKeepable:
        text += keptText(plan, deal, parts);
        break;
    case Verdict::kAtRisk:
    case Verdict::kInfeasible: {
        const Refusal& refusal = *plan.report.refusalOf(deal);
        if (verdict == Verdict::kAtRisk) {
            text += "if the open deals ranked above it are won, ";
        }
        text += obstacle(plan, refusal) + "; " + help(plan, refusal, parts);
        text += placeText(plan, refusal);
        if (!parts.rivals.empty()) {
            text += "; ahead of it: " + rivalsText(parts.rivals, texts, kMostRivalsInReason);
        }
        break;
    }
    }
    text += '.';
    if (!parts.problems.empty()) {
        text += ' ' + problemList(parts.problems) + '.';
    }
    return text;
}

std::string rivalsText(std::span<const planning::Rival> rivals,
                       std::span<const tables::DealText> texts, std::size_t most) {
    std::string text;
    for (const planning::Rival& rival : rivals.first(std::min(most, rivals.size()))) {
        text += (text.empty() ? "" : ", ") + texts[rival.deal].name + " (" +
                hoursText(rival.hours) + ')';
    }
    if (rivals.size() > most) {
        text += " and more";
    }
    return text;
}

std::string unknownDealSentence(std::string_view deal) {
    if (deal.empty()) {
        return "No deal is named; rows without a Deal are called “row N”.";
    }
    return "This plan has no deal “" + std::string{deal} +
           "”; rows without a Deal are called “row N”.";
}

} // namespace keepable::views
