// SPDX-License-Identifier: MPL-2.0
#include "views/proposal_cards.hpp"

#include "views/amount_text.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using planning::DealIndex;
using proposals::Proposal;
using proposals::ProposalKind;

// Of deals, periods or owners that are named one by one.
constexpr std::size_t kMostNamed = 4;
constexpr int kMostQuantityDecimals = 2;

class Teller {
  public:
    Teller(const PlanAnswers& answers, const Texts& texts, const tables::TextLocale& locale)
        : answers_(answers), say_(texts), locale_(locale) {}

    [[nodiscard]] ProposalCard card(const Proposal& way) const {
        ProposalCard card;
        card.name = proposals::proposalName(way.kind);
        card.title = title(way);
        card.sentence = sentence(way);
        card.figures = figures(way);
        return card;
    }

  private:
    [[nodiscard]] const std::string& name(DealIndex deal) const { return answers_.text(deal).name; }

    [[nodiscard]] std::string hours(planning::Hours hours) const {
        return say_("proposal.hours", {hoursText(hours, locale_)});
    }

    [[nodiscard]] std::string quantity(planning::Quantity quantity) const {
        return amountText(quantity.units, planning::Quantity::kDecimals, kMostQuantityDecimals,
                          locale_);
    }

    // "a, b, c and 4 more"
    [[nodiscard]] std::string listed(const std::vector<std::string>& parts) const {
        std::string all;
        for (std::size_t i = 0; i < parts.size() && i < kMostNamed; ++i) {
            all += (all.empty() ? "" : ", ") + parts[i];
        }
        return parts.size() <= kMostNamed
                   ? all
                   : say_("proposal.andMore", {all, std::to_string(parts.size() - kMostNamed)});
    }

    [[nodiscard]] static planning::Day latest(const std::vector<proposals::DateChange>& dates) {
        return std::ranges::max(dates, {}, &proposals::DateChange::to).to;
    }

    [[nodiscard]] static bool isEarlier(const Proposal& way) {
        return way.changes.dates.front().to < way.changes.dates.front().from;
    }

    [[nodiscard]] static planning::Hours sumOf(const Proposal& way) {
        planning::Hours sum;
        for (const proposals::CapacityAddition& addition : way.changes.capacity) {
            sum += addition.hours;
        }
        return sum;
    }

    // Deals whose dates a proposal changes, each once.
    [[nodiscard]] static std::vector<proposals::DateChange> byDeal(const Proposal& way) {
        std::vector<proposals::DateChange> first;
        for (const proposals::DateChange& change : way.changes.dates) {
            if (std::ranges::find(first, change.deal, &proposals::DateChange::deal) ==
                first.end()) {
                first.push_back(change);
            }
        }
        return first;
    }

    // A split has one date for all that is not on time. A deal of several lines can be split between
    // them, without any line cut in two.
    [[nodiscard]] static planning::Day restDateOf(const Proposal& way) {
        return way.changes.splits.empty() ? latest(way.changes.dates)
                                          : way.changes.splits.front().rest_promised;
    }

    [[nodiscard]] const std::string& item(planning::ItemIndex item) const {
        return answers_.input().items[item].name;
    }

    // What comes in place of something else, each once.
    [[nodiscard]] std::string itemsOf(const Proposal& way) const {
        std::vector<std::string> items;
        for (const proposals::ItemChange& change : way.changes.items) {
            if (std::ranges::find(items, item(change.to)) == items.end()) {
                items.push_back(item(change.to));
            }
        }
        return listed(items);
    }

    [[nodiscard]] std::string title(const Proposal& way) const {
        switch (way.kind) {
        case ProposalKind::kReDate:
            return say_(isEarlier(way) ? "proposal.earlier.title" : "proposal.reDate.title",
                        {isoText(latest(way.changes.dates))});
        case ProposalKind::kAddCapacity:
            return say_("proposal.addCapacity.title", {hours(sumOf(way))});
        case ProposalKind::kSplit:
            return say_("proposal.split.title", {isoText(restDateOf(way))});
        case ProposalKind::kMoveOthers:
            return say_.counted("proposal.moveOthers.title", byDeal(way).size());
        case ProposalKind::kAlternative:
            return say_("proposal.alternative.title", {itemsOf(way)});
        case ProposalKind::kWinBy:
            return say_("proposal.winBy.title", {way.win_by ? isoText(*way.win_by) : ""});
        case ProposalKind::kAcceptRisk:
            return say_("proposal.acceptRisk.title");
        }
        return {};
    }

    [[nodiscard]] std::string sentence(const Proposal& way) const {
        switch (way.kind) {
        case ProposalKind::kReDate:
            return say_(isEarlier(way) ? "proposal.earlier" : "proposal.reDate",
                        {name(way.deal), isoText(latest(way.changes.dates)),
                         isoText(way.changes.dates.front().from)});
        case ProposalKind::kAddCapacity:
            return addCapacity(way);
        case ProposalKind::kSplit:
            return split(way);
        case ProposalKind::kMoveOthers:
            return moveOthers(way);
        case ProposalKind::kAlternative:
            return alternative(way);
        case ProposalKind::kWinBy:
            return way.win_by ? say_("proposal.winBy", {name(way.deal), isoText(*way.win_by)})
                              : say_("proposal.winBy.never", {name(way.deal)});
        case ProposalKind::kAcceptRisk:
            return say_("proposal.acceptRisk", {name(way.deal)});
        }
        return {};
    }

    [[nodiscard]] std::string addCapacity(const Proposal& way) const {
        std::vector<std::string> parts;
        for (const proposals::CapacityAddition& addition : way.changes.capacity) {
            parts.push_back(
                say_("proposal.addCapacity.part",
                     {hours(addition.hours), answers_.input().resources[addition.resource],
                      isoText(addition.period_start)}));
        }
        std::string text = say_("proposal.addCapacity", {listed(parts), name(way.deal)});
        if (way.is_beyond_overtime) {
            text += " " + say_("proposal.addCapacity.beyond");
        }
        const auto add = [&](std::string_view key, const std::vector<DealIndex>& deals) {
            std::vector<std::string> names;
            std::ranges::transform(deals, std::back_inserter(names),
                                   [&](DealIndex deal) { return name(deal); });
            if (!names.empty()) {
                text += " " + say_(key, {listed(names)});
            }
        };
        add("proposal.addCapacity.also", way.also_served);
        add("proposal.addCapacity.atRisk", way.still_at_risk);
        return text;
    }

    [[nodiscard]] std::string alternative(const Proposal& way) const {
        std::string text;
        std::vector<proposals::ItemChange> told;
        for (const proposals::ItemChange& change : way.changes.items) {
            const bool is_told = std::ranges::any_of(told, [&](const auto& each) {
                return each.from == change.from && each.to == change.to;
            });
            if (!is_told) {
                told.push_back(change);
                text += (text.empty() ? "" : " ") +
                        say_("proposal.alternative",
                             {name(way.deal), item(change.to), item(change.from)});
            }
        }
        if (!way.changes.dates.empty()) {
            text += " " + say_("proposal.alternative.date", {isoText(latest(way.changes.dates))});
        }
        return text;
    }

    [[nodiscard]] std::string split(const Proposal& way) const {
        std::string text;
        for (const proposals::LineSplit& part : way.changes.splits) {
            text += (text.empty() ? "" : " ") +
                    say_("proposal.split",
                         {name(part.deal), quantity(part.on_time), isoText(part.promised),
                          quantity(part.rest), isoText(part.rest_promised)});
        }
        for (const proposals::DateChange& change : way.changes.dates) {
            const planning::Line& line = answers_.input().lines[change.line];
            text += (text.empty() ? "" : " ") +
                    say_("proposal.split.line", {quantity(line.left), item(line.item),
                                                 isoText(change.from), isoText(change.to)});
        }
        return text;
    }

    [[nodiscard]] std::string moveOthers(const Proposal& way) const {
        std::vector<std::string> parts;
        for (const proposals::DateChange& change : byDeal(way)) {
            parts.push_back(say_("proposal.moveOthers.part",
                                 {name(change.deal), isoText(change.from), isoText(change.to)}));
        }
        return say_("proposal.moveOthers", {listed(parts), name(way.deal)});
    }

    [[nodiscard]] std::string figures(const Proposal& way) const {
        std::vector<std::string> parts;
        if (way.kind != ProposalKind::kWinBy && way.kind != ProposalKind::kAcceptRisk) {
            if (way.days_late) {
                parts.push_back(
                    *way.days_late == 0
                        ? say_("proposal.onTime")
                        : say_.counted("proposal.late", static_cast<std::size_t>(*way.days_late)));
            }
            if (!way.extra_cost) {
                parts.push_back(say_("proposal.costUnknown"));
            } else if (way.extra_cost->units != 0) {
                parts.push_back(say_("proposal.cost", {moneyText(*way.extra_cost, locale_)}));
            }
        }
        if (way.value_at_stake.units != 0) {
            parts.push_back(say_("proposal.atStake", {moneyText(way.value_at_stake, locale_)}));
        }
        if (const std::string others = affected(way); !others.empty()) {
            parts.push_back(say_("proposal.affects", {others}));
        }
        if (way.win_by && way.kind != ProposalKind::kWinBy) {
            parts.push_back(say_("proposal.winBy.title", {isoText(*way.win_by)}));
        }
        std::string text;
        for (const std::string& part : parts) {
            text += (text.empty() ? "" : " · ") + part;
        }
        return text;
    }

    // The other deals with their owners: "D-7 (Ann), D-9".
    [[nodiscard]] std::string affected(const Proposal& way) const {
        std::vector<std::string> parts;
        for (const DealIndex deal : way.affected) {
            if (deal == way.deal) {
                continue;
            }
            const std::string& owner = answers_.tables().names[answers_.text(deal).owner];
            parts.push_back(owner.empty() ? name(deal)
                                          : say_("proposal.owned", {name(deal), owner}));
        }
        return listed(parts);
    }

    const PlanAnswers& answers_;
    const Texts& say_;
    const tables::TextLocale& locale_;
};

} // namespace

std::vector<ProposalCard> proposalCards(const PlanAnswers& answers,
                                        const std::vector<Proposal>& ways, const Texts& texts,
                                        const tables::TextLocale& locale) {
    const Teller teller(answers, texts, locale);
    std::vector<ProposalCard> cards;
    cards.reserve(ways.size());
    for (const Proposal& way : ways) {
        cards.push_back(teller.card(way));
    }
    return cards;
}

} // namespace keepable::views
