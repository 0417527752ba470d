// SPDX-License-Identifier: MPL-2.0
#include "views/plan_answers.hpp"

#include "proposals/ways_out.hpp"
#include "tables/names.hpp"
#include "views/reason.hpp"
#include "views/words.hpp"

#include <algorithm>
#include <utility>

namespace keepable::views {

namespace {

constexpr std::size_t kMostRivalsListed = 20;
const planning::Day kUnasked = planning::kFirstDay - 1;
const planning::Day kNoDate = planning::kLastDay + 1;

std::optional<std::uint32_t> indexNamed(const tables::NameIndex& index, std::string_view folded) {
    const auto found = index.find(folded);
    return found == index.end() ? std::nullopt : std::optional{found->second};
}

} // namespace

PlanAnswers::PlanAnswers(tables::PlanTables tables)
    : tables_(std::move(tables)), plan_(checkPromises(std::move(tables_.input))),
      earliest_(plan_.input.deals.size(), kUnasked), decide_by_(plan_.input.deals.size(), kUnasked),
      profiles_(plan_.input.resources.size()) {
    for (std::uint32_t i = 0; i < tables_.problems.size(); ++i) {
        if (tables_.problems[i].deal != planning::kNone) {
            problems_by_deal_.push_back(i);
        }
    }
    std::stable_sort(problems_by_deal_.begin(), problems_by_deal_.end(),
                     [&](std::uint32_t left, std::uint32_t right) {
                         return tables_.problems[left].deal < tables_.problems[right].deal;
                     });
}

std::size_t PlanAnswers::size() const {
    return plan_.input.deals.size() + plan_.input.lines.size();
}

std::optional<planning::DealIndex> PlanAnswers::dealNamed(const tables::Cell& deal) const {
    return indexNamed(tables_.deals, tables::dealKey(deal));
}

bool PlanAnswers::isOtherRow(std::int32_t row) const {
    return std::ranges::binary_search(tables_.other_rows, row);
}

std::optional<planning::DealIndex> PlanAnswers::dealAtRow(std::int32_t row) const {
    const std::int64_t index = std::int64_t{row} - tables_.first_row;
    if (index < 0 || index >= static_cast<std::int64_t>(tables_.deal_of_row.size())) {
        return std::nullopt;
    }
    const planning::DealIndex deal = tables_.deal_of_row[static_cast<std::size_t>(index)];
    return deal == planning::kNone ? std::nullopt : std::optional{deal};
}

std::vector<std::int32_t> PlanAnswers::rowsOf(planning::DealIndex deal) const {
    std::vector<std::int32_t> rows;
    for (std::size_t row = 0; row < tables_.deal_of_row.size(); ++row) {
        if (tables_.deal_of_row[row] == deal) {
            rows.push_back(tables_.first_row + static_cast<std::int32_t>(row));
        }
    }
    return rows;
}

std::optional<planning::ItemIndex> PlanAnswers::itemNamed(std::string_view item) const {
    const auto index = indexNamed(tables_.items, tables::foldedName(item));
    const std::vector<std::int32_t>& unreadable = tables_.unreadable_item_rows;
    if (index && *index < unreadable.size() && unreadable[*index] != 0) {
        return std::nullopt;
    }
    return index;
}

std::optional<planning::ResourceIndex> PlanAnswers::resourceNamed(std::string_view name) const {
    return indexNamed(tables_.resources, tables::foldedName(name));
}

planning::Verdict PlanAnswers::verdict(planning::DealIndex deal) const {
    return plan_.report.verdicts[deal];
}

std::optional<planning::Day> PlanAnswers::earliest(planning::DealIndex deal) {
    planning::Day& kept = earliest_[deal];
    if (kept == kUnasked) {
        kept = earliestDate(plan_, deal).value_or(kNoDate);
    }
    return kept == kNoDate ? std::nullopt : std::optional{kept};
}

std::optional<planning::Day> PlanAnswers::decideBy(planning::DealIndex deal) {
    planning::Day& kept = decide_by_[deal];
    if (kept == kUnasked) {
        kept = planning::decideBy(plan_, deal).value_or(kNoDate);
    }
    return kept == kNoDate ? std::nullopt : std::optional{kept};
}

std::optional<proposals::Chance> PlanAnswers::chance(planning::DealIndex deal) {
    if (!chances_) {
        chances_.emplace(plan_);
    }
    return chances_->of(plan_, deal);
}

planning::Hours PlanAnswers::shortfall(planning::DealIndex deal) const {
    const planning::Refusal* refusal = plan_.report.refusalOf(deal);
    return refusal == nullptr ? planning::Hours{} : refusal->shortfall;
}

std::string_view PlanAnswers::bottleneck(planning::DealIndex deal) const {
    const planning::Refusal* refusal = plan_.report.refusalOf(deal);
    return refusal == nullptr || refusal->bottleneck == planning::kNone
               ? std::string_view{}
               : plan_.input.resources[refusal->bottleneck];
}

std::string PlanAnswers::rivals(planning::DealIndex deal, const Texts& texts) {
    // One more than is listed tells whether there are more.
    return rivalsText(rivalsOf(plan_, deal, kMostRivalsListed + 1), tables_.texts,
                      kMostRivalsListed, texts);
}

std::string PlanAnswers::reason(planning::DealIndex deal, const Texts& texts) {
    return reasonSentence(
        plan_, tables_.texts, deal,
        {earliest(deal), rivalsOf(plan_, deal, kMostRivalsInReason + 1), problemsOf(deal)}, texts);
}

std::optional<planning::Day> PlanAnswers::quote(planning::ItemIndex item,
                                                planning::Quantity quantity,
                                                planning::Day not_before,
                                                std::int32_t usual_slip_days) {
    const auto first = quoteDate(plan_, item, quantity, not_before);
    if (!first || !plan_.input.settings.adds_usual_slip || usual_slip_days == 0) {
        return first;
    }
    // Asked again: the item must be offered, and the work fit, on the later date, too.
    return quoteDate(plan_, item, quantity, *first + usual_slip_days);
}

planning::Hours PlanAnswers::load(planning::ResourceIndex resource, planning::DaySpan span,
                                  LoadKind kind) {
    const planning::LoadProfile& profile = profileOf(resource);
    switch (kind) {
    case LoadKind::kConfirmed:
        return profile.confirmed.within(span);
    case LoadKind::kWeighted:
        return profile.weighted.within(span);
    case LoadKind::kExposure:
        return profile.exposure.within(span);
    }
    return {};
}

planning::Hours PlanAnswers::free(planning::ResourceIndex resource, planning::DaySpan span) {
    const planning::LoadProfile& profile = profileOf(resource);
    return profile.capacity.within(span) - profile.exposure_kept.within(span);
}

const std::vector<proposals::Proposal>& PlanAnswers::waysOut(planning::DealIndex deal) {
    const auto known = ways_out_.find(deal);
    if (known != ways_out_.end()) {
        return known->second;
    }
    std::vector<proposals::Proposal> ways = proposals::waysOut(plan_, deal, planning::decideBy);
    if (const auto earlier = proposals::earlierPossible(plan_, deal)) {
        proposals::Proposal sooner;
        sooner.kind = proposals::ProposalKind::kReDate;
        sooner.deal = deal;
        sooner.changes.dates = *earlier;
        sooner.affected = {deal};
        ways.insert(ways.begin(), std::move(sooner));
    }
    return ways_out_.emplace(deal, std::move(ways)).first->second;
}

// From the latest promised date of what is left to deliver: the earliest date is one for all lines.
std::optional<std::int32_t> PlanAnswers::daysLate(planning::DealIndex deal) {
    const std::optional<planning::Day> first = earliest(deal);
    if (!first) {
        return std::nullopt;
    }
    planning::Day promised = planning::kFirstDay;
    for (const planning::Line& line : linesOf(plan_.input, deal)) {
        if (line.left.units > 0) {
            promised = std::max(promised, line.promised);
        }
    }
    const bool is_kept = verdict(deal) == planning::Verdict::kKeepable;
    return is_kept ? 0 : std::max(0, *first - promised);
}

std::vector<PromiseRow> PlanAnswers::table(const Texts& texts) {
    std::vector<PromiseRow> rows;
    rows.reserve(plan_.input.deals.size());
    for (planning::DealIndex deal = 0; deal < plan_.input.deals.size(); ++deal) {
        const tables::DealText& text = tables_.texts[deal];
        PromiseRow row;
        row.deal = text.name;
        row.customer = tables_.names[text.customer];
        row.deal_class = className(plan_.report.classes[deal]);
        row.verdict = verdictWord(verdict(deal));
        row.earliest = earliest(deal);
        row.shortfall = shortfall(deal);
        row.bottleneck = bottleneck(deal);
        row.value = plan_.input.deals[deal].value;
        row.reason = reason(deal, texts);
        if (verdict(deal) != planning::Verdict::kCheckRow) {
            row.promised = text.promised;
        }
        row.days_late = daysLate(deal);
        rows.push_back(std::move(row));
    }
    return rows;
}

const planning::LoadProfile& PlanAnswers::profileOf(planning::ResourceIndex resource) {
    std::optional<planning::LoadProfile>& profile = profiles_[resource];
    if (!profile) {
        profile = loadProfile(plan_, resource);
    }
    return *profile;
}

std::vector<const tables::RowProblem*> PlanAnswers::problemsOf(planning::DealIndex deal) const {
    auto index = std::lower_bound(problems_by_deal_.begin(), problems_by_deal_.end(), deal,
                                  [&](std::uint32_t problem, planning::DealIndex wanted) {
                                      return tables_.problems[problem].deal < wanted;
                                  });
    std::vector<const tables::RowProblem*> problems;
    for (; index != problems_by_deal_.end() && tables_.problems[*index].deal == deal; ++index) {
        problems.push_back(&tables_.problems[*index]);
    }
    return problems;
}

} // namespace keepable::views
