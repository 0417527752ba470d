// SPDX-License-Identifier: MPL-2.0
#include "tables/reading_rules.hpp"

#include "tables/currency.hpp"
#include "tables/names.hpp"
#include "tables/review_settings.hpp"
#include "tables/status_words.hpp"

#include <algorithm>
#include <array>

namespace keepable::tables {

namespace {

using planning::Hours;
using planning::Quantity;

constexpr std::int32_t kMostDays = 36'600;
constexpr std::array kRules{kDaysAfterWin, kItemForAll, kQuantityForAll, kHoursPerDay,
                            kSameName,     kStage,      kCurrency};

// A rule's name and what follows its colon: "Same name", "GTXPro".
struct RuleName {
    std::string_view rule; // one of kRules, or empty
    std::string of;
};

RuleName ruleIn(std::string_view name) {
    const std::size_t colon = name.find(':');
    const std::string folded = foldedName(name.substr(0, colon));
    for (const std::string_view rule : kRules) {
        if (folded == foldedName(rule)) {
            return {rule, colon == std::string_view::npos ? std::string{}
                                                          : tidyName(name.substr(colon + 1))};
        }
    }
    return {};
}

class RulesReader {
  public:
    RulesReader(const Grid& grid, const ReadingContext& context, std::vector<RowProblem>* problems)
        : grid_(grid), reader_(context), problems_(problems) {}

    ReadingRules run() {
        for (row_ = 0; grid_.columnCount() > 1 && row_ < grid_.rowCount(); ++row_) {
            const std::string_view name = grid_.at(row_, 0).text();
            const Cell& value = grid_.at(row_, 1);
            if (isColumnChoice(name)) {
                readChoice(name, value);
            } else if (const RuleName rule = ruleIn(name); !rule.rule.empty() && !isBlank(value)) {
                readRule(rule, value);
            }
        }
        return std::move(rules_);
    }

  private:
    void expect(const Cell& value, std::string_view expected) {
        if (problems_ == nullptr) {
            return;
        }
        RowProblem problem;
        problem.table = TableKind::kSettings;
        problem.sheet = grid_.sheet;
        problem.row = row_ + 1;
        problem.heading = seenText(grid_.at(row_, 0));
        problem.seen = seenText(value);
        problem.expected = expected;
        problems_->push_back(std::move(problem));
    }

    void readChoice(std::string_view name, const Cell& value) {
        if (isBlank(value)) {
            return;
        }
        if (auto choice = columnChoice(name, value.text())) {
            rules_.choices.push_back(std::move(*choice));
        } else {
            expect(value, "the name of a column such as “Promised date”, or “not read”");
        }
    }

    void readRule(const RuleName& rule, const Cell& value) {
        if (rule.rule == kDaysAfterWin) {
            readDaysAfterWin(rule.of, value);
        } else if (rule.rule == kItemForAll) {
            rules_.item_for_all = std::string{nameIn(value, scratch_)};
        } else if (rule.rule == kQuantityForAll) {
            if (const auto quantity = reader_.amount(value, planning::kMostQuantity);
                quantity.isRead()) {
                rules_.quantity_for_all = quantity.value;
            } else {
                expect(value, "a number of at least 0");
            }
        } else if (rule.rule == kHoursPerDay) {
            const auto hours = reader_.amount(value, Hours::whole(24));
            if (hours.isRead() && hours.value > Hours{}) {
                rules_.hours_per_day = hours.value;
            } else {
                expect(value, "hours of a working day, more than 0 and at most 24");
            }
        } else if (rule.rule == kStage) {
            readStage(rule.of, value);
        } else if (rule.rule == kCurrency) {
            readCurrency(value);
        } else {
            rules_.same_names.emplace_back(rule.of, std::string{nameIn(value, scratch_)});
        }
    }

    void readStage(const std::string& word, const Cell& value) {
        static const StatusWords words;
        if (const auto meaning = words.find(foldedName(value.text()))) {
            rules_.stages.emplace_back(word, *meaning);
        } else {
            expect(value, "firm, held, tentative or closed");
        }
    }

    void readCurrency(const Cell& value) {
        std::string code = foldedName(value.text());
        std::ranges::transform(code, code.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
        std::string_view rest = code;
        if (!takeCurrency(rest).empty() && rest.empty()) {
            rules_.currency = std::move(code);
        } else {
            expect(value, "the code of a currency such as EUR");
        }
    }

    void readDaysAfterWin(const std::string& item, const Cell& value) {
        const auto days = reader_.wholeNumber(value, 0, kMostDays);
        if (!days.isRead()) {
            expect(value, "a whole number of days of at least 0");
        } else if (item.empty()) {
            rules_.days_after_win = days.value;
        } else {
            rules_.days_after_win_of.emplace_back(foldedName(item), days.value);
        }
    }

    const Grid& grid_;
    CellReader reader_;
    std::vector<RowProblem>* problems_;
    ReadingRules rules_;
    std::int32_t row_ = 0;
    std::string scratch_;
};

} // namespace

std::string ruleName(std::string_view rule, std::string_view of) {
    std::string name{rule};
    if (!of.empty()) {
        name += ": " + tidyName(of);
    }
    return name;
}

bool isReadingRule(std::string_view name) {
    const std::string folded = foldedName(name);
    return folded == foldedName(kFirstReview) || folded == foldedName(kDaysBetweenReviews) ||
           isColumnChoice(name) || !ruleIn(name).rule.empty();
}

ReadingRules readReadingRules(const Grid& settings, const ReadingContext& context,
                              std::vector<RowProblem>* problems) {
    return RulesReader{settings, context, problems}.run();
}

} // namespace keepable::tables
