// SPDX-License-Identifier: MPL-2.0
#include "views/agenda_sentences.hpp"

#include "views/amount_text.hpp"
#include "views/sheet_value.hpp"
#include "views/target_words.hpp"
#include "views/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace keepable::views {

namespace {

using review::Figure;
using review::Metric;

constexpr int kMostDecimals = 2;

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() || part.empty() ? "" : ", ";
        text += part;
    }
    return text;
}

std::string ofCustomer(const review::ReviewDeal& deal, const std::string& text) {
    return deal.customer.isEmpty() ? text : oneLine(deal.customer.text) + ": " + text;
}

std::string percentText(std::int64_t units, int decimals, const Saying& saying) {
    constexpr int kPercent = 2;
    constexpr int kShownDecimals = 1;
    return saying.texts("review.percent",
                        {amountText(units, decimals - kPercent, kShownDecimals, saying.locale)});
}

} // namespace

std::string saidConflict(const review::ReviewDeal& deal, const Saying& saying) {
    std::vector<std::string> parts{std::string{verdictWord(deal.verdict)}};
    if (deal.dates.promised) {
        parts.push_back(saying.texts("agenda.promised", {planning::isoText(*deal.dates.promised)}));
    }
    if (deal.earliest) {
        parts.push_back(saying.texts("agenda.possible", {planning::isoText(*deal.earliest)}));
    }
    if (!deal.bottleneck.isEmpty() && deal.shortfall.units > 0) {
        parts.push_back(saying.texts("review.fact.short", {hoursText(deal.shortfall, saying.locale),
                                                           oneLine(deal.bottleneck.text)}));
    }
    return ofCustomer(deal, joined(parts));
}

std::string saidOutcome(const review::ReviewDeal& deal, const review::PromiseHistory& history,
                        const Saying& saying) {
    const std::string first = history.first ? planning::isoText(*history.first) : std::string{};
    return ofCustomer(
        deal, history.delivered
                  ? saying.texts("agenda.delivered", {first, planning::isoText(*history.delivered)})
                  : saying.texts("agenda.overdue", {first}));
}

std::string saidReliability(const std::optional<review::ReliabilityOf>& of,
                            const review::KeptCount& count, const review::Share& share,
                            std::int32_t buffer_days, const Saying& saying) {
    constexpr std::array<std::string_view, review::kReliabilities> kKinds{
        "agenda.reliability.owner", "agenda.reliability.resource", "agenda.reliability.item",
        "agenda.reliability.customer"};
    const std::string_view kind =
        of ? kKinds[static_cast<std::size_t>(*of)] : std::string_view{"agenda.reliability.all"};
    return saying.texts(
        "agenda.reliability",
        {saying.texts(kind), std::to_string(count.kept), std::to_string(count.promises),
         percentText(share.rounded().units, planning::Probability::kDecimals, saying),
         saying.texts.counted("review.days", static_cast<std::size_t>(buffer_days))});
}

std::string saidCredit(const review::Credit& credit, const Saying& saying) {
    const std::string sales = saidNames(credit.sales);
    const std::string ops = saidNames(credit.ops);
    const std::string both = sales.empty() || ops.empty() ? sales + ops : sales + ", " + ops;
    const std::string deal = oneLine(credit.deal.text);
    const std::string when = planning::isoText(credit.when);
    switch (credit.kind) {
    case review::CreditKind::kKeptAgainstOdds:
        if (credit.chance) {
            return saying.texts(
                "agenda.credit.chance",
                {deal, when,
                 percentText(credit.chance->units, planning::Probability::kDecimals, saying),
                 both});
        }
        return saying.texts(
            "agenda.credit.verdict",
            {deal, when, credit.verdict ? verdictWord(*credit.verdict) : std::string_view{}, both});
    case review::CreditKind::kSettledTogether: // "within 1 day" also where it was the same day
        return saying.texts(
            credit.is_rescue ? "agenda.credit.rescued" : "agenda.credit.settled",
            {deal, when,
             saying.texts.counted(
                 "review.days", static_cast<std::size_t>(std::max<std::int64_t>(1, credit.count))),
             both});
    case review::CreditKind::kRun:
        break;
    }
    return saying.texts("agenda.credit.run", {std::to_string(credit.count), when, both});
}

std::string figureText(Metric metric, Figure figure, const Saying& saying) {
    return review::isRate(metric)
               ? percentText(figure.units, Figure::kDecimals, saying)
               : amountText(figure.units, Figure::kDecimals, kMostDecimals, saying.locale);
}

std::string saidNoFigure(Metric metric, const Texts& texts) {
    switch (metric) {
    case Metric::kCostPerHour:
        return texts("targets.answer.stateIt");
    case Metric::kKeptRate:
        return texts("targets.answer.noPromise");
    case Metric::kRevenueGrowth:
        return texts("targets.answer.nothingBefore");
    default:
        return texts("targets.answer.nothingSettled");
    }
}

std::string saidStanding(const review::TargetStanding& standing, const Saying& saying) {
    if (standing.is_reached) {
        return saying.texts("targets.reached");
    }
    if (standing.is_on_track) {
        return saying.texts("targets.onTrack");
    }
    return standing.progress && standing.time_gone ? saying.texts("targets.behind") : std::string{};
}

std::string saidTarget(const review::SharedTarget& target, const review::TargetStanding& standing,
                       const Saying& saying) {
    const auto text = [&](const std::optional<Figure>& figure) {
        return figure ? figureText(target.metric, *figure, saying)
                      : saying.texts("targets.unknown");
    };
    std::string now = text(standing.actual.value);
    if (!standing.actual.value) {
        now += " (" + saidNoFigure(target.metric, saying.texts) + ")";
    }
    std::vector<std::string> parts{saying.texts("targets.now", {now})};
    parts.push_back(
        target.baseline || target.target
            ? saying.texts("targets.fromTo", {text(target.baseline), text(target.target)})
            : saying.texts("targets.notSet"));
    if (standing.progress) {
        parts.push_back(saying.texts("targets.progress", {percentText(standing.progress->units,
                                                                      Figure::kDecimals, saying)}));
    }
    if (standing.actual.left_out > 0) {
        parts.push_back(
            saying.texts("targets.leftOut", {std::to_string(standing.actual.left_out)}));
    }
    parts.push_back(saidStanding(standing, saying));
    return said(target.metric, saying.texts) + ": " + joined(parts);
}

} // namespace keepable::views
