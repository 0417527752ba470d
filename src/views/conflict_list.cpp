// SPDX-License-Identifier: MPL-2.0
#include "views/conflict_list.hpp"

#include "tables/names.hpp"
#include "views/amount_text.hpp"
#include "views/conflict_walk.hpp"
#include "views/words.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace keepable::views {

namespace {

using planning::Day;
using planning::DealIndex;
using planning::Verdict;
using tables::foldedName;

constexpr std::array<std::string_view, kConflictColumns> kColumnNames = {
    "verdict", "deal",       "promised", "earliest", "late",
    "short",   "bottleneck", "customer", "value",    "owner"};

bool isDigit(char letter) {
    return '0' <= letter && letter <= '9';
}

// The number that begins at `from`, without leading zeros, and where it ends.
std::pair<std::string_view, std::size_t> numberAt(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && isDigit(text[end])) {
        ++end;
    }
    std::string_view number = text.substr(from, end - from);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return {number, end};
}

// D-2 before D-10.
int compareNaturally(std::string_view left, std::string_view right) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() && j < right.size()) {
        if (isDigit(left[i]) && isDigit(right[j])) {
            const auto [first, first_end] = numberAt(left, i);
            const auto [second, second_end] = numberAt(right, j);
            if (first.size() != second.size()) {
                return first.size() < second.size() ? -1 : 1;
            }
            if (const int order = first.compare(second); order != 0) {
                return order;
            }
            i = first_end;
            j = second_end;
        } else if (left[i] != right[j]) {
            return left[i] < right[j] ? -1 : 1;
        } else {
            ++i;
            ++j;
        }
    }
    return i < left.size() ? 1 : j < right.size() ? -1 : 0;
}

std::string_view customerOf(const PlanAnswers& answers, DealIndex deal) {
    return answers.tables().names[answers.text(deal).customer];
}

std::string_view ownerOf(const PlanAnswers& answers, DealIndex deal) {
    return answers.tables().names[answers.text(deal).owner];
}

// Conflicts by rank, then those to check as in the sheet.
std::vector<DealIndex> allConflicts(const PlanAnswers& answers) {
    std::vector<DealIndex> deals;
    for (const DealIndex deal : answers.report().rank_order) {
        if (isConflict(answers.verdict(deal))) {
            deals.push_back(deal);
        }
    }
    const auto& verdicts = answers.report().verdicts;
    for (DealIndex deal = 0; deal < verdicts.size(); ++deal) {
        if (verdicts[deal] == Verdict::kCheckRow) {
            deals.push_back(deal);
        }
    }
    return deals;
}

bool matches(const PlanAnswers& answers, DealIndex deal, const ConflictFilter& folded) {
    if (!folded.verdict.empty() && verdictWord(answers.verdict(deal)) != folded.verdict) {
        return false;
    }
    if (!folded.owner.empty() && foldedName(ownerOf(answers, deal)) != folded.owner) {
        return false;
    }
    if (!folded.resource.empty() && foldedName(answers.bottleneck(deal)) != folded.resource) {
        return false;
    }
    const auto has = [&](std::string_view text) {
        return foldedName(text).find(folded.text) != std::string::npos;
    };
    return folded.text.empty() || has(answers.text(deal).name) || has(customerOf(answers, deal)) ||
           has(ownerOf(answers, deal)) || has(answers.bottleneck(deal));
}

// What a deal is sorted by: a number or a name. Without either it comes last.
struct SortKey {
    std::optional<std::int64_t> number;
    std::string name;
    DealIndex deal = 0;
};

SortKey numberKey(DealIndex deal, std::optional<std::int64_t> number) {
    return {number, {}, deal};
}

SortKey nameKey(DealIndex deal, std::string_view name) {
    return {std::nullopt, foldedName(name), deal};
}

SortKey sortKey(PlanAnswers& answers, DealIndex deal, ConflictColumn column) {
    const auto day_number = [](std::optional<Day> day) {
        return day ? std::optional<std::int64_t>{*day - planning::kFirstDay} : std::nullopt;
    };
    switch (column) {
    case ConflictColumn::kVerdict: {
        const Verdict verdict = answers.verdict(deal);
        return numberKey(deal, verdict == Verdict::kInfeasible ? 0
                               : verdict == Verdict::kAtRisk   ? 1
                                                               : 2);
    }
    case ConflictColumn::kPromised:
        return numberKey(deal, day_number(answers.text(deal).promised));
    case ConflictColumn::kEarliest:
        return numberKey(deal, day_number(answers.earliest(deal)));
    case ConflictColumn::kDaysLate: {
        const auto late = answers.daysLate(deal);
        return numberKey(deal, late ? std::optional<std::int64_t>{*late} : std::nullopt);
    }
    case ConflictColumn::kShortfall: {
        const std::int64_t hours = answers.shortfall(deal).units;
        return numberKey(deal, hours != 0 ? std::optional{hours} : std::nullopt);
    }
    case ConflictColumn::kValue: {
        const auto& value = answers.input().deals[deal].value;
        return numberKey(deal, value ? std::optional{value->units} : std::nullopt);
    }
    case ConflictColumn::kDeal:
        return nameKey(deal, answers.text(deal).name);
    case ConflictColumn::kBottleneck:
        return nameKey(deal, answers.bottleneck(deal));
    case ConflictColumn::kCustomer:
        return nameKey(deal, customerOf(answers, deal));
    case ConflictColumn::kOwner:
        return nameKey(deal, ownerOf(answers, deal));
    }
    return numberKey(deal, std::nullopt);
}

bool comesBefore(const SortKey& left, const SortKey& right, bool is_descending) {
    const bool left_empty = !left.number && left.name.empty();
    const bool right_empty = !right.number && right.name.empty();
    if (left_empty || right_empty) {
        return !left_empty && right_empty;
    }
    int order = 0;
    if (left.number && right.number) {
        order = *left.number < *right.number ? -1 : *left.number > *right.number ? 1 : 0;
    } else {
        order = compareNaturally(left.name, right.name);
    }
    return is_descending ? order > 0 : order < 0;
}

void sortBy(PlanAnswers& answers, const ConflictOrder& order, std::vector<DealIndex>& deals) {
    std::vector<SortKey> keys;
    keys.reserve(deals.size());
    for (const DealIndex deal : deals) {
        keys.push_back(sortKey(answers, deal, order.column));
    }
    std::stable_sort(keys.begin(), keys.end(), [&](const SortKey& left, const SortKey& right) {
        return comesBefore(left, right, order.is_descending);
    });
    std::transform(keys.begin(), keys.end(), deals.begin(),
                   [](const SortKey& key) { return key.deal; });
}

// Each name once, sorted; those that match count as one.
std::vector<std::string> sortedNames(std::vector<std::string_view> names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<std::pair<std::string, std::string>> by_folded;
    for (const std::string_view name : names) {
        if (!name.empty()) {
            by_folded.emplace_back(foldedName(name), name);
        }
    }
    std::sort(by_folded.begin(), by_folded.end(), [](const auto& left, const auto& right) {
        const int order = compareNaturally(left.first, right.first);
        return order != 0 ? order < 0 : left.second < right.second;
    });
    std::vector<std::string> sorted;
    std::set<std::string> seen;
    for (auto& [folded, name] : by_folded) {
        if (seen.insert(folded).second) {
            sorted.push_back(std::move(name));
        }
    }
    return sorted;
}

std::string earliestText(PlanAnswers& answers, DealIndex deal, const Texts& texts) {
    const auto earliest = answers.earliest(deal);
    if (earliest) {
        return isoText(*earliest);
    }
    const Verdict verdict = answers.verdict(deal);
    const bool has_none = verdict != Verdict::kCheckRow && verdict != Verdict::kClosed;
    return has_none ? texts("conflicts.noDate") : std::string{};
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty()) {
            text += (text.empty() ? "" : " · ") + part;
        }
    }
    return text;
}

} // namespace

std::string_view columnName(ConflictColumn column) {
    return kColumnNames.at(static_cast<std::size_t>(column));
}

std::string orderText(const ConflictOrder& order) {
    return (order.is_descending ? "-" : "") + std::string{columnName(order.column)};
}

ConflictOrder orderFrom(std::string_view text) {
    ConflictOrder order;
    order.is_descending = text.starts_with('-');
    text.remove_prefix(order.is_descending ? 1 : 0);
    const auto found = std::find(kColumnNames.begin(), kColumnNames.end(), text);
    if (found == kColumnNames.end()) {
        return {};
    }
    order.column = static_cast<ConflictColumn>(found - kColumnNames.begin());
    return order;
}

ConflictList listConflicts(PlanAnswers& answers, const ConflictFilter& filter,
                           const ConflictOrder& order) {
    ConflictList list;
    list.rows = allConflicts(answers);
    list.total = list.rows.size();
    std::vector<std::string_view> owners;
    std::vector<std::string_view> resources;
    for (const DealIndex deal : list.rows) {
        owners.push_back(ownerOf(answers, deal));
        resources.push_back(answers.bottleneck(deal));
    }
    list.owners = sortedNames(std::move(owners));
    list.resources = sortedNames(std::move(resources));
    const ConflictFilter folded{filter.verdict, foldedName(filter.owner),
                                foldedName(filter.resource), foldedName(filter.text)};
    if (!folded.isEmpty()) {
        std::erase_if(list.rows, [&](DealIndex deal) { return !matches(answers, deal, folded); });
    }
    sortBy(answers, order, list.rows);
    return list;
}

std::string conflictCell(PlanAnswers& answers, DealIndex deal, ConflictColumn column,
                         const Texts& texts, const tables::TextLocale& locale) {
    switch (column) {
    case ConflictColumn::kVerdict:
        return std::string{verdictWord(answers.verdict(deal))};
    case ConflictColumn::kDeal:
        return answers.text(deal).name;
    case ConflictColumn::kCustomer:
        return std::string{customerOf(answers, deal)};
    case ConflictColumn::kPromised: {
        const auto promised = answers.text(deal).promised;
        return promised ? isoText(*promised) : std::string{};
    }
    case ConflictColumn::kEarliest:
        return earliestText(answers, deal, texts);
    case ConflictColumn::kDaysLate: {
        const auto late = answers.daysLate(deal);
        return late ? amountText(*late, 0, 0, locale) : std::string{};
    }
    case ConflictColumn::kShortfall: {
        const planning::Hours hours = answers.shortfall(deal);
        return hours.units == 0 ? std::string{} : hoursText(hours, locale);
    }
    case ConflictColumn::kBottleneck:
        return std::string{answers.bottleneck(deal)};
    case ConflictColumn::kValue: {
        const auto& value = answers.input().deals[deal].value;
        return value ? moneyText(*value, locale) : std::string{};
    }
    case ConflictColumn::kOwner:
        return std::string{ownerOf(answers, deal)};
    }
    return {};
}

DealDetails detailsOf(PlanAnswers& answers, DealIndex deal, const Texts& texts,
                      const tables::TextLocale& locale) {
    const auto cell = [&](ConflictColumn column) {
        return conflictCell(answers, deal, column, texts, locale);
    };
    DealDetails details;
    details.title = joined({cell(ConflictColumn::kDeal), cell(ConflictColumn::kCustomer)});
    std::vector<std::string> facts;
    const std::string promised = cell(ConflictColumn::kPromised);
    const std::string earliest = cell(ConflictColumn::kEarliest);
    facts.push_back(promised.empty() || earliest.empty() || promised == earliest
                        ? promised
                        : promised + " → " + earliest);
    if (const auto late = answers.daysLate(deal); late && *late > 0) {
        facts.push_back(texts.counted("conflicts.late", static_cast<std::size_t>(*late)));
    }
    if (const planning::Hours hours = answers.shortfall(deal); hours.units != 0) {
        facts.push_back(
            texts("conflicts.shortOn", {hoursText(hours, locale), answers.bottleneck(deal)}));
    }
    if (const std::string value = cell(ConflictColumn::kValue); !value.empty()) {
        facts.push_back(texts("conflicts.worth", {value}));
    }
    details.facts = joined(facts);
    details.reason = answers.reason(deal, texts);
    auto rivals = rivalsOf(answers.plan(), deal, kMostRivalsShown + 1);
    details.has_more_rivals = rivals.size() > kMostRivalsShown;
    rivals.resize(std::min(rivals.size(), kMostRivalsShown));
    for (const planning::Rival& rival : rivals) {
        const std::string& name = answers.text(rival.deal).name;
        details.rivals.push_back(
            {name, texts("conflicts.rival", {name, hoursText(rival.hours, locale)})});
    }
    details.rows = answers.rowsOf(deal);
    return details;
}

} // namespace keepable::views
