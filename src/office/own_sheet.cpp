// SPDX-License-Identifier: MPL-2.0
#include "office/own_sheet.hpp"

#include "views/setup_sheet.hpp"

#include <algorithm>

namespace keepable::office {

namespace {

bool tellsAPlace(const SheetReference& sheet, std::int32_t row) {
    return formulaAt(sheet, views::kPlanColumn, row).find(R"(CELL("ADDRESS")") != std::string::npos;
}

// What a plan cell, or the place where one was, makes of its sheet.
std::optional<OwnSheet> ownSheetAt(const SheetReference& sheet, const CellReference& plan_cell,
                                   std::int32_t plan_row) {
    constexpr std::int32_t kRowsSearched = 40;
    std::int32_t first_place = -1;
    for (std::int32_t row = plan_row + 1; row < plan_row + kRowsSearched; ++row) {
        if (tellsAPlace(sheet, row)) {
            first_place = row;
            break;
        }
    }
    if (first_place < 0) {
        return std::nullopt;
    }
    OwnSheet own{sheet, plan_cell, plan_row - views::kPlanRow, false};
    if (!plan_cell.is()) {
        own.first_row = first_place - views::kTakenRow;
    }
    own.is_in_shape = own.first_row >= 0 && first_place == own.first_row + views::kTakenRow &&
                      tellsAPlace(sheet, first_place + 1) && tellsAPlace(sheet, first_place + 3) &&
                      (!plan_cell.is() || addressOf(plan_cell).Column == views::kPlanColumn);
    return own;
}

} // namespace

std::optional<OwnSheet> findOwnSheet(const SpreadsheetDocument& document) {
    std::vector<SheetReference> sheets = sheetsOf(document);
    for (const CellReference& cell : findPlanCells(document)) {
        const auto address = addressOf(cell);
        if (auto own =
                ownSheetAt(sheets.at(static_cast<std::size_t>(address.Sheet)), cell, address.Row)) {
            return own;
        }
    }
    std::stable_partition(sheets.begin(), sheets.end(), [](const SheetReference& sheet) {
        return nameOf(sheet) == kSetupSheetName;
    });
    for (const SheetReference& sheet : sheets) {
        if (auto own = ownSheetAt(sheet, {}, -1)) {
            return own;
        }
    }
    return std::nullopt;
}

} // namespace keepable::office
