// SPDX-License-Identifier: MPL-2.0
//
// What the settings table says about reading the other tables: the meaning of columns, and what
// stands for a column that is not there. Set up writes these rows where it had to ask; nothing of
// it is ever taken silently.
//
//          Deals: Close Date           Win date
//          Days after win              28        promised date = win date + 28 days
//          Days after win: GTX Pro     14        … for this item
//          Item for all                Assembly  for deals without a column Item
//          Quantity for all            1         for deals without a column Quantity
//          Hours per day               7.5       where work is written in days
//          Same name: GTXPro           GTX Pro   one item or resource, written in two ways
//          Stage: Green light          held      what a word of the Status column means
//          Currency                    EUR       values in other currencies count as empty
//
// Errors:  what cannot be read is reported and counts as not given.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/cell_value.hpp"
#include "tables/column_choices.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keepable::tables {

inline constexpr std::string_view kDaysAfterWin = "Days after win";
inline constexpr std::string_view kItemForAll = "Item for all";
inline constexpr std::string_view kQuantityForAll = "Quantity for all";
inline constexpr std::string_view kHoursPerDay = "Hours per day";
inline constexpr std::string_view kSameName = "Same name";
inline constexpr std::string_view kStage = "Stage";
inline constexpr std::string_view kCurrency = "Currency";

struct ReadingRules {
    std::vector<ColumnChoice> choices;
    std::optional<std::int32_t> days_after_win;
    std::vector<std::pair<std::string, std::int32_t>>
        days_after_win_of; // by foldedName() of the item
    std::string item_for_all;
    std::optional<planning::Quantity> quantity_for_all;
    planning::Hours hours_per_day = kUsualHoursPerDay;
    std::vector<std::pair<std::string, std::string>> same_names;     // as written: seen, meant
    std::vector<std::pair<std::string, planning::DealClass>> stages; // by the word as written
    std::string currency; // a code such as EUR; empty: any

    // Whether win dates can be made promised dates.
    [[nodiscard]] bool hasWinRule() const {
        return days_after_win.has_value() || !days_after_win_of.empty();
    }
};

// "Stage: Green light"; `of` may be empty.
[[nodiscard]] std::string ruleName(std::string_view rule, std::string_view of);

// Whether a setting's name is one of these.
[[nodiscard]] bool isReadingRule(std::string_view name);

// `problems` may be null.
[[nodiscard]] ReadingRules readReadingRules(const Grid& settings, const ReadingContext& context,
                                            std::vector<RowProblem>* problems);

} // namespace keepable::tables
