// SPDX-License-Identifier: MPL-2.0
#include "office/deals_area.hpp"

#include "office/convert.hpp"
#include "office/sheets.hpp"

#include <com/sun/star/sheet/XCellRangeFormula.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Formulas = css::uno::Sequence<css::uno::Sequence<rtl::OUString>>;

// In how many rows below the headings answers are looked for.
constexpr sal_Int32 kRowsSearched = 50;

Formulas formulasIn(const SheetReference& sheet, sal_Int32 left, sal_Int32 top, sal_Int32 right,
                    sal_Int32 bottom) {
    return Reference<css::sheet::XCellRangeFormula>(
               sheet->getCellRangeByPosition(left, top, right, bottom), UNO_QUERY_THROW)
        ->getFormulaArray();
}

std::string withoutDollars(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '$'), text.end());
    return text;
}

// Whether a formula asks this plan cell, with its sheet or, on its own sheet, without.
bool asksPlan(const std::string& formula, const std::string& plan_cell, bool is_own_sheet) {
    if (formula.find("KEEPABLE.PROMISES.") == std::string::npos) {
        return false;
    }
    const std::string text = withoutDollars(formula);
    const std::string name = withoutDollars(plan_cell);
    const auto holds = [&](const std::string& argument) {
        return text.find("(" + argument + ";") != std::string::npos ||
               text.find("(" + argument + ")") != std::string::npos;
    };
    return holds(name) || (is_own_sheet && holds(name.substr(name.rfind('.') + 1)));
}

} // namespace

std::optional<DealsArea> dealsArea(const Workbook& workbook) {
    const PlanStore::PlanPointer plan = workbook.plan();
    const RangeReference deals = workbook.arguments().deals;
    if (!plan || !deals.is() || plan->deals_heading.columns.empty()) {
        return std::nullopt;
    }
    const SheetReference sheet = sheetOf(deals);
    const CellArea range = areaOf(deals);
    const CellArea used = usedArea(sheet);
    const sal_Int32 heading = plan->deals_heading.row;

    DealsArea result;
    result.area = range;
    result.area.StartRow = heading + 1;
    if (result.area.StartRow > result.area.EndRow) {
        return std::nullopt;
    }
    const sal_Int32 last = std::clamp(used.EndColumn, range.StartColumn, range.EndColumn);
    const Formulas headings = formulasIn(sheet, range.StartColumn, heading, last, heading);
    const auto* begin = headings[0].begin();
    const auto* end = headings[0].end();
    const auto is_headed = [](const rtl::OUString& text) { return !text.isEmpty(); };
    const auto* first_headed = std::find_if(begin, end, is_headed);
    while (end != first_headed && !is_headed(*std::prev(end))) {
        --end;
    }
    if (first_headed != end) {
        result.area.StartColumn = range.StartColumn + static_cast<sal_Int32>(first_headed - begin);
        result.area.EndColumn = range.StartColumn + static_cast<sal_Int32>(end - begin) - 1;
    }
    for (const tables::Column& column : plan->deals_heading.columns) {
        if (column.role == tables::ColumnRole::kDeal) {
            result.deal_column = column.column;
        }
    }
    // Answers beside the table.
    const sal_Int32 bottom =
        std::min({result.area.EndRow, std::max(used.EndRow, heading + 1), heading + kRowsSearched});
    const std::string plan_cell = absoluteName(workbook.planCell());
    const bool is_own_sheet = addressOf(workbook.planCell()).Sheet == range.Sheet;
    for (sal_Int32 column = result.area.EndColumn + 1; column <= used.EndColumn; ++column) {
        const Formulas formulas = formulasIn(sheet, column, heading + 1, column, bottom);
        const bool has_answers =
            std::any_of(formulas.begin(), formulas.end(), [&](const auto& row) {
                return asksPlan(utf8(row[0]), plan_cell, is_own_sheet);
            });
        if (!has_answers) {
            break;
        }
        result.area.EndColumn = column;
    }
    return result;
}

} // namespace keepable::office
