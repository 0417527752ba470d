// SPDX-License-Identifier: MPL-2.0
//
// The words by which capacity tables are headed in English, German, French, Spanish, Italian and
// Dutch, and the units their amounts are in.
//
// Rule:    a word counts as a whole or not at all. Case, spaces, accents and a final dot or colon
//          are no matter.
#pragma once

#include "tables/column.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::tables {

enum class CapacityWord : std::uint8_t {
    kResource,
    kGroup, // of resources; the resource itself where nothing better stands beside it
    kPeriod,
    kCapacity,
    kOtherMeasure, // planned, free and the like: amounts that are no capacity
    kRemark,
    kTotal,
    kUnit,
    kOvertime, // hours on top; another measure as well
    kOvertimeCost,
    kPerson,
    kRole, // of a person
    kHoursPerWeek,
    kDaysPerWeek,
    kAbsence, // dates, or the first of them with kAbsentUntil beside it
    kAbsentUntil,
    kWeekday
};

// Folded like a name, and without accents, final dots and colons.
[[nodiscard]] std::string plainWord(std::string_view text);

// `plain` is a plainWord(). A word may have several meanings.
[[nodiscard]] bool means(std::string_view plain, CapacityWord meaning);

// kAsRead where the word names no unit.
[[nodiscard]] AmountUnit unitNamed(std::string_view plain);

// "Capacity (h)", "Kapazität [Tage]", "Capacity in hours": what is left of a heading without its
// unit.
struct HeadingWithUnit {
    std::string plain;
    AmountUnit unit = AmountUnit::kAsRead;
};
[[nodiscard]] HeadingWithUnit headingWithUnit(std::string_view text);

// Whether any of its words is one for capacity: "Capacity plan 2026".
[[nodiscard]] bool speaksOfCapacity(std::string_view title);
// "Bench forecast - available person-days after leave": days of work, wherever they stand.
[[nodiscard]] bool speaksOfPersonDays(std::string_view title);

} // namespace keepable::tables
