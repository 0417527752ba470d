// SPDX-License-Identifier: MPL-2.0
//
// How a document's locale writes numbers and dates, for cells that hold them as text. The office
// fills it in; tests write it by hand.
#pragma once

#include "planning/day.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace keepable::tables {

enum class DateOrder : std::uint8_t { kDayMonthYear, kMonthDayYear, kYearMonthDay };

struct TextLocale {
    std::string decimal_separator = ".";
    std::string group_separator = ","; // spaces, no-break ones too, and ' are always understood
    DateOrder date_order = DateOrder::kMonthDayYear;
    std::array<std::string, 12> month_names;         // "January"; empty where unknown
    std::array<std::string, 12> month_abbreviations; // "Jan"
};

class HeaderProfiles;
struct ReadingRules;

// Everything outside the cells that reading them depends on.
struct ReadingContext {
    planning::Day null_date{-25569}; // 1899-12-30
    planning::Day today;             // As of where the settings name none
    TextLocale locale;
    std::shared_ptr<const HeaderProfiles> profiles; // null: the canonical headings alone
    std::shared_ptr<const ReadingRules> rules;      // null: none
};

} // namespace keepable::tables
