// SPDX-License-Identifier: MPL-2.0
#include "office/navigation.hpp"

#include "office/convert.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::table::CellRangeAddress;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Sheet = Reference<css::sheet::XSpreadsheet>;

std::int32_t sheetIndex(const Sheet& sheet) {
    return Reference<css::sheet::XCellRangeAddressable>(sheet, UNO_QUERY_THROW)
        ->getRangeAddress()
        .Sheet;
}

// Of the selection's first cells; none when no cells are selected (a chart, say).
std::optional<CellRangeAddress> selection(const ControllerReference& controller) {
    const Reference<css::view::XSelectionSupplier> supplier(controller, UNO_QUERY_THROW);
    const css::uno::Any selected = supplier->getSelection();
    Reference<css::sheet::XCellRangeAddressable> cells(selected, UNO_QUERY);
    if (!cells.is()) {
        const Reference<css::container::XIndexAccess> several(selected, UNO_QUERY);
        if (several.is() && several->getCount() > 0) {
            cells.set(several->getByIndex(0), UNO_QUERY);
        }
    }
    return cells.is() ? std::optional{cells->getRangeAddress()} : std::nullopt;
}

std::int32_t dealColumn(const StoredPlan& plan) {
    const auto& columns = plan.deals_heading.columns;
    const auto found =
        std::find_if(columns.begin(), columns.end(), [](const tables::Column& column) {
            return column.role == tables::ColumnRole::kDeal;
        });
    return found != columns.end() ? found->column : columns.empty() ? 0 : columns.front().column;
}

bool select(const ControllerReference& controller, const Sheet& sheet, std::int32_t column,
            std::int32_t row) {
    const Reference<css::sheet::XSpreadsheetView> view(controller, UNO_QUERY_THROW);
    // Setting the active sheet anew would end an edit and scroll for nothing.
    if (sheetIndex(view->getActiveSheet()) != sheetIndex(sheet)) {
        view->setActiveSheet(sheet);
    }
    const css::uno::Any cell{sheet->getCellByPosition(column, row)};
    return Reference<css::view::XSelectionSupplier>(controller, UNO_QUERY_THROW)->select(cell);
}

} // namespace

Sheet dealsSheet(const Workbook& workbook) {
    const PlanStore::PlanPointer plan = workbook.plan();
    if (!plan) {
        return {};
    }
    const RangeReference deals = workbook.arguments().deals;
    if (deals.is()) {
        return Reference<css::sheet::XSheetCellRange>(deals, UNO_QUERY_THROW)->getSpreadsheet();
    }
    const auto sheets = workbook.document()->getSheets();
    const rtl::OUString name = toOffice(plan->deals_sheet);
    return sheets->hasByName(name) ? Sheet(sheets->getByName(name), UNO_QUERY) : Sheet();
}

bool goToRow(const ControllerReference& controller, const Workbook& workbook, std::int32_t row) {
    const PlanStore::PlanPointer plan = workbook.plan();
    const Sheet sheet = dealsSheet(workbook);
    if (!plan || !sheet.is() || !controller.is()) {
        return false;
    }
    const auto selected = selection(controller);
    const bool is_there = selected && selected->Sheet == sheetIndex(sheet);
    if (is_there && selected->StartRow == row - 1) {
        return true; // whatever the user selected in this row stays
    }
    return select(controller, sheet, is_there ? selected->StartColumn : dealColumn(*plan), row - 1);
}

bool goToDeal(const ControllerReference& controller, Workbook& workbook, const std::string& key) {
    const PlanStore::PlanPointer plan = workbook.plan();
    if (!plan) {
        return false;
    }
    std::int32_t row = 0;
    {
        const std::scoped_lock lock(plan->mutex);
        const auto deal = dealWithKey(plan->answers, key);
        if (!deal) {
            return false;
        }
        row = plan->answers.text(*deal).row;
    }
    workbook.selectDeal(key);
    const bool has_gone = goToRow(controller, workbook, row);
    // On its way to a row that a filter hides the cursor tells of the row it leaves, and no more.
    workbook.selectDeal(key);
    return has_gone;
}

bool goToCell(const ControllerReference& controller, const CellReference& cell) {
    const Sheet sheet =
        Reference<css::sheet::XSheetCellRange>(cell, UNO_QUERY_THROW)->getSpreadsheet();
    const auto address = addressOf(cell);
    return select(controller, sheet, address.Column, address.Row);
}

std::optional<std::string> dealAtCursor(const ControllerReference& controller,
                                        const Workbook& workbook) {
    const PlanStore::PlanPointer plan = workbook.plan();
    const Sheet sheet = dealsSheet(workbook);
    if (!plan || !sheet.is() || !controller.is()) {
        return std::nullopt;
    }
    const auto selected = selection(controller);
    if (!selected || selected->Sheet != sheetIndex(sheet)) {
        return std::nullopt;
    }
    const std::scoped_lock lock(plan->mutex);
    const auto deal = plan->answers.dealAtRow(selected->StartRow + 1);
    return deal ? std::optional{plan->answers.text(*deal).name} : std::nullopt;
}

std::optional<planning::DealIndex> dealWithKey(const views::PlanAnswers& answers,
                                               const std::string& key) {
    return answers.dealNamed(tables::Cell::text(key));
}

} // namespace keepable::office
