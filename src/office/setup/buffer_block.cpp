// SPDX-License-Identifier: MPL-2.0
#include "office/setup/buffer_block.hpp"

#include "office/convert.hpp"
#include "office/shown_sheet.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>

#include <optional>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr std::int32_t kColumns = 3;

// The array formula of a block that is there.
std::optional<CellArea> presentBlock(const SheetReference& sheet) {
    const CellArea used = usedArea(sheet);
    for (std::int32_t row = 0; row <= used.EndRow; ++row) {
        if (toOffice(formulaAt(sheet, 0, row))
                .toAsciiUpperCase()
                .indexOf("KEEPABLE.PROMISES.BUFFERS(") >= 0) {
            const auto cursor = sheet->createCursorByRange(Reference<css::sheet::XSheetCellRange>(
                sheet->getCellRangeByPosition(0, row, 0, row), UNO_QUERY_THROW));
            cursor->collapseToCurrentArray();
            return areaOf(cursor);
        }
    }
    return std::nullopt;
}

void writeArray(UndoStep& step, const SheetReference& sheet, std::int32_t row, std::int32_t rows,
                const std::string& plan_cell) {
    const auto write = [=] {
        Reference<css::sheet::XArrayFormulaRange>(
            sheet->getCellRangeByPosition(0, row, kColumns - 1, row + rows - 1), UNO_QUERY_THROW)
            ->setArrayFormula(toOffice("=keepable.Promises.buffers(" + plan_cell + ")"));
    };
    write();
    step.add([] {}, write); // the office's own redo of it forgets the function's name (7.4)
}

} // namespace

void writeBuffers(UndoStep& step, const SpreadsheetDocument& document,
                  const CellReference& plan_cell, const views::QuoteBuffers& buffers,
                  const views::Texts& texts) {
    const SheetReference sheet = sheetAt(document, addressOf(plan_cell).Sheet);
    const auto rows = static_cast<std::int32_t>(buffers.items.size() + 2); // with heading and total
    const CellArea used = usedArea(sheet);
    const auto present = presentBlock(sheet);
    if (!present) {
        const std::int32_t row = used.EndRow + 2;
        const views::ShownCell note{row, 0, views::SheetValue::of(texts("buffers.note")),
                                    views::ShownLook::kNote};
        ShownSheet(document, sheet).write({&note, 1});
        writeArray(step, sheet, row + 1, rows, absoluteName(plan_cell));
    } else if (present->EndRow - present->StartRow + 1 != rows && present->EndRow == used.EndRow) {
        Reference<css::sheet::XSheetOperation>(rangeAt(document, *present), UNO_QUERY_THROW)
            ->clearContents(css::sheet::CellFlags::FORMULA);
        writeArray(step, sheet, present->StartRow, rows, absoluteName(plan_cell));
    }
}

} // namespace keepable::office
