// SPDX-License-Identifier: MPL-2.0
#include "tables/column.hpp"

#include "tables/names.hpp"

#include <algorithm>
#include <array>

namespace keepable::tables {

namespace {

constexpr std::array kDealRoles{
    RoleName{ColumnRole::kDeal, "Deal", "deal"},
    RoleName{ColumnRole::kCustomer, "Customer", "customer"},
    RoleName{ColumnRole::kItem, "Item", "item"},
    RoleName{ColumnRole::kQuantity, "Quantity", "quantity"},
    RoleName{ColumnRole::kPromisedDate, "Promised date", "promised date"},
    RoleName{ColumnRole::kEarliestStart, "Earliest start", "earliest start"},
    RoleName{ColumnRole::kStatus, "Status", "status"},
    RoleName{ColumnRole::kProbability, "Probability", "probability"},
    RoleName{ColumnRole::kValue, "Value", "value"},
    RoleName{ColumnRole::kOwner, "Owner", "owner"},
    RoleName{ColumnRole::kPriority, "Priority", "priority"},
    RoleName{ColumnRole::kHeldUntil, "Held until", "held until"},
    RoleName{ColumnRole::kDone, "Done", "done"},
    RoleName{ColumnRole::kWinDate, "Win date", "win date"},
    RoleName{ColumnRole::kRequestedDate, "Requested date", "requested date"},
    RoleName{ColumnRole::kDealName, "Deal name", "deal name"},
    RoleName{ColumnRole::kStage, "Stage", "stage"},
    RoleName{ColumnRole::kCurrency, "Currency", "currency"},
    RoleName{ColumnRole::kWeightedValue, "Weighted value", "weighted value"},
    RoleName{ColumnRole::kForecastCategory, "Forecast category", "forecast category"},
    RoleName{ColumnRole::kPipeline, "Pipeline", "pipeline"},
    RoleName{ColumnRole::kUnit, "Unit", "unit"}};

constexpr std::array kCapacityRoles{
    RoleName{ColumnRole::kResource, "Resource", "resource"},
    RoleName{ColumnRole::kPeriod, "Period", "period"},
    RoleName{ColumnRole::kCapacity, "Capacity", "capacity"},
    RoleName{ColumnRole::kUnit, "Unit", "unit"},
    RoleName{ColumnRole::kOvertime, "Overtime", "overtime"},
    RoleName{ColumnRole::kOvertimeCost, "Overtime cost", "overtime cost"},
    RoleName{ColumnRole::kPerson, "Person", "person"},
    RoleName{ColumnRole::kHoursPerWeek, "Hours per week", "hours per week"},
    RoleName{ColumnRole::kAbsence, "Absence", "absence"}};

constexpr std::array kItemRoles{
    RoleName{ColumnRole::kItem, "Item", "item"},
    RoleName{ColumnRole::kResource, "Resource", "resource"},
    RoleName{ColumnRole::kHoursPerUnit, "Hours per unit", "hours per unit"},
    RoleName{ColumnRole::kBasis, "Basis", "basis"},
    RoleName{ColumnRole::kLeadTimeOffset, "Lead-time offset", "lead-time offset"},
    RoleName{ColumnRole::kAvailableFrom, "Available from", "available from"},
    RoleName{ColumnRole::kAvailableUntil, "Available until", "available until"},
    RoleName{ColumnRole::kAlternativeTo, "Alternative to", "alternative to"},
    RoleName{ColumnRole::kMinimumLot, "Minimum lot", "minimum lot"}};

} // namespace

std::span<const RoleName> roleNames(TableKind kind) {
    switch (kind) {
    case TableKind::kDeals:
        return kDealRoles;
    case TableKind::kCapacity:
        return kCapacityRoles;
    case TableKind::kItems:
        return kItemRoles;
    case TableKind::kSettings:
        break;
    }
    return {};
}

std::optional<ColumnRole> roleNamed(TableKind kind, std::string_view name) {
    const auto names = roleNames(kind);
    const auto found = std::ranges::find(names, foldedName(name), &RoleName::folded);
    return found == names.end() ? std::nullopt : std::optional{found->role};
}

std::span<const ColumnRole> neededRoles(TableKind kind) {
    static constexpr std::array kDeals{ColumnRole::kItem, ColumnRole::kQuantity,
                                       ColumnRole::kPromisedDate};
    static constexpr std::array kCapacity{ColumnRole::kResource, ColumnRole::kPeriod,
                                          ColumnRole::kCapacity};
    static constexpr std::array kItems{ColumnRole::kItem, ColumnRole::kResource,
                                       ColumnRole::kHoursPerUnit};
    switch (kind) {
    case TableKind::kDeals:
        return kDeals;
    case TableKind::kCapacity:
        return kCapacity;
    case TableKind::kItems:
        return kItems;
    case TableKind::kSettings:
        break;
    }
    return {};
}

bool isNeeded(TableKind kind, ColumnRole role) {
    return std::ranges::find(neededRoles(kind), role) != neededRoles(kind).end();
}

std::string_view canonicalHeading(ColumnRole role) {
    if (role == ColumnRole::kPeriodYear) {
        return "Period"; // a part of it
    }
    for (const TableKind kind : {TableKind::kDeals, TableKind::kCapacity, TableKind::kItems}) {
        const auto names = roleNames(kind);
        const auto found = std::ranges::find(names, role, &RoleName::role);
        if (found != names.end()) {
            return found->canonical;
        }
    }
    return {};
}

} // namespace keepable::tables
