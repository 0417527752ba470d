// SPDX-License-Identifier: MPL-2.0
//
// What a column of a table means to a plan, and how its cells are to be read where the cells alone
// do not say.
//
// Shape:   a table's columns by sheet order. Roles from kWinDate on are recognised so that they are
//          not taken for something else and can be named; a plan does not read them. A column with
//          the role kResourceHours holds the hours of one resource, the one its heading names, with
//          the period in the nearest kPeriod column to its left.
#pragma once

#include "planning/day.hpp"
#include "tables/row_problem.hpp"
#include "tables/text_locale.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace keepable::tables {

enum class ColumnRole : std::uint8_t {
    kDeal,
    kCustomer,
    kItem, // deals and items
    kQuantity,
    kPromisedDate,
    kEarliestStart,
    kStatus,
    kProbability,
    kValue,
    kOwner,
    kPriority,
    kHeldUntil,
    kDone,
    kResource, // capacity and items
    kPeriod,
    kCapacity,
    kPeriodStart,   // a column of a capacity table with the periods across
    kResourceHours, // a column of a capacity table with the resources across
    kHoursPerUnit,
    kBasis,
    kLeadTimeOffset,
    kAvailableFrom,
    kAvailableUntil,
    kPerson, // people who make up a resource
    kHoursPerWeek,
    kAbsence,
    kPeriodYear, // of weeks or months that stand in kPeriod as numbers
    kUnit,       // capacity and deals
    kOvertime,
    kOvertimeCost,
    kAlternativeTo,
    kMinimumLot,
    kWinDate,
    kRequestedDate,
    kDealName, // beside a key
    kStage,    // beside a status
    kCurrency,
    kWeightedValue,
    kForecastCategory,
    kPipeline
};

// What one of a column's amounts stands for; kAsRead: hours or pieces, as the table has it.
enum class AmountUnit : std::uint8_t { kAsRead, kHours, kDays, kPieces };

enum class ProbabilityScale : std::uint8_t { kByValue, kFraction, kPercent };

// Empty and default: as the cells say by themselves.
struct ColumnReading {
    std::optional<DateOrder> date_order; // of dates written as text
    AmountUnit unit = AmountUnit::kAsRead;
    ProbabilityScale scale = ProbabilityScale::kByValue;

    friend bool operator==(const ColumnReading&, const ColumnReading&) = default;
};

struct Column {
    std::int32_t column = 0; // in the sheet, from 0
    ColumnRole role = ColumnRole::kDeal;
    // kPeriodStart: its first day. kPeriod: the first day of the year that a title above names, for
    // cells without a year; 1970-01-01 where none does.
    planning::Day period_start;
    std::string heading;       // as it stands in the sheet; a date as ISO text
    std::string resource = {}; // kResourceHours only
    ColumnReading reading = {};
};

// The heading of contract section 2 that stands for a role, or its name where a plan has none.
struct RoleName {
    ColumnRole role = ColumnRole::kDeal;
    std::string_view canonical; // "Promised date"
    std::string_view folded;    // its foldedName()
};

[[nodiscard]] std::span<const RoleName> roleNames(TableKind kind);
[[nodiscard]] std::optional<ColumnRole> roleNamed(TableKind kind, std::string_view name);
// Empty for kPeriodStart and kResourceHours, which have none.
[[nodiscard]] std::string_view canonicalHeading(ColumnRole role);

// What a table of this kind cannot do without; for capacity those of the long shape.
[[nodiscard]] std::span<const ColumnRole> neededRoles(TableKind kind);
[[nodiscard]] bool isNeeded(TableKind kind, ColumnRole role);

// Whether a plan reads columns of this role.
[[nodiscard]] constexpr bool isPlanned(ColumnRole role) {
    return role < ColumnRole::kWinDate;
}

} // namespace keepable::tables
