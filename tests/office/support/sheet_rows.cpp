// SPDX-License-Identifier: MPL-2.0
#include "office/support/sheet_rows.hpp"

#include "office/support/dump.hpp"
#include "office/support/uno_text.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/CellContentType.hpp>

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdio>

namespace keepable::office_tests {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

namespace {

Reference<css::container::XNameAccess> sheetsOf(const Workbook& workbook) {
    return {Reference<css::sheet::XSpreadsheetDocument>(workbook.document(), UNO_QUERY_THROW)
                ->getSheets(),
            UNO_QUERY_THROW};
}

// Days since 1899-12-30 as "2026-03-02".
std::string isoDay(double number) {
    using namespace std::chrono;
    const year_month_day date{sys_days{year{1899} / 12 / 30} + days{static_cast<int>(number)}};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

} // namespace

bool hasSheet(const Workbook& workbook, const char* name) {
    return sheetsOf(workbook)->hasByName(rtl::OUString::createFromAscii(name));
}

Reference<css::sheet::XSpreadsheet> sheetNamed(const Workbook& workbook, const char* name) {
    return {sheetsOf(workbook)->getByName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW};
}

std::vector<std::string> rowsOf(const Workbook& workbook, const char* sheet, int rows) {
    const Reference<css::sheet::XCellRangeData> data(
        sheetNamed(workbook, sheet)->getCellRangeByPosition(0, 0, 10, rows - 1), UNO_QUERY_THROW);
    std::vector<std::string> lines;
    for (const Sequence<Any>& row : data->getDataArray()) {
        std::string line;
        for (const Any& value : row) {
            rtl::OUString text;
            double number = 0;
            if (value >>= text) {
                line += fromOffice(text);
            } else if (value >>= number) {
                line += std::to_string(number);
            }
            line += '|';
        }
        lines.push_back(line);
    }
    return lines;
}

int rowWith(const Workbook& workbook, const char* sheet, const std::string& part, int from) {
    const std::vector<std::string> rows = rowsOf(workbook, sheet);
    for (int row = from; row < static_cast<int>(rows.size()); ++row) {
        if (rows[static_cast<std::size_t>(row)].find(part) != std::string::npos) {
            return row;
        }
    }
    return -1;
}

int formulasIn(const Workbook& workbook, const char* sheet) {
    int formulas = 0;
    const auto cells = sheetNamed(workbook, sheet);
    for (sal_Int32 row = 0; row < 120; ++row) {
        for (sal_Int32 column = 0; column < 12; ++column) {
            formulas += cells->getCellByPosition(column, row)->getType() ==
                        css::table::CellContentType_FORMULA;
        }
    }
    return formulas;
}

std::string decisionIn(const Workbook& workbook, int row) {
    std::string said;
    for (char column = 'C'; column <= 'J'; ++column) {
        const std::string name = std::string("Keepable Decisions.") + column + std::to_string(row);
        const bool is_date = workbook.cell(name)->getType() == css::table::CellContentType_VALUE;
        said += (column == 'C' ? "" : "|") +
                (is_date ? isoDay(workbook.number(name)) : workbook.shown(name));
    }
    return said;
}

std::string undoTitle(const Workbook& workbook) {
    return fromOffice(
        Reference<css::document::XUndoManagerSupplier>(workbook.document(), UNO_QUERY_THROW)
            ->getUndoManager()
            ->getCurrentUndoActionTitle());
}

void expectOneStep(Workbook& workbook, const std::string& before) {
    const std::string after = dump(workbook);
    EXPECT_NE(before, after);
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
    workbook.redo();
    EXPECT_EQ(difference(after, dump(workbook)), "");
}

} // namespace keepable::office_tests
