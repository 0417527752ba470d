// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/formula_blocks.hpp"

#include "office/convert.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/AddressConvention.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XFormulaParser.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Sheet = Reference<css::sheet::XSpreadsheet>;
using Range = Reference<css::table::XCellRange>;
using Parser = Reference<css::sheet::XFormulaParser>;

Sheet sheetAt(const SpreadsheetDocument& document, std::int32_t index) {
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    return {sheets->getByIndex(index), UNO_QUERY_THROW};
}

Range rangeAt(const SpreadsheetDocument& document, const CellArea& area) {
    return sheetAt(document, area.Sheet)
        ->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow);
}

Parser parserOf(const SpreadsheetDocument& document, sal_Int16 convention) {
    const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> parser(
        factory->createInstance("com.sun.star.sheet.FormulaParser"), UNO_QUERY_THROW);
    parser->setPropertyValue("CompileEnglish", Any(true));
    parser->setPropertyValue("FormulaConvention", Any(convention));
    return {parser, UNO_QUERY_THROW};
}

bool callsKeepable(const rtl::OUString& formula) {
    const bool is_formula = formula.startsWith("=") || formula.startsWith("{=");
    return is_formula && formula.toAsciiUpperCase().indexOf("KEEPABLE.PROMISES.") >= 0;
}

css::table::CellAddress addressAt(std::int32_t sheet, std::int32_t column, std::int32_t row) {
    return {static_cast<sal_Int16>(sheet), column, row};
}

// The same for all cells of a formula filled down.
std::string relativeText(const Parser& r1c1, const Sheet& sheet,
                         const css::table::CellAddress& at) {
    const Reference<css::sheet::XFormulaTokens> cell(sheet->getCellByPosition(at.Column, at.Row),
                                                     UNO_QUERY_THROW);
    return utf8(r1c1->printFormula(cell->getTokens(), at));
}

CellArea arrayAround(const Sheet& sheet, const css::table::CellAddress& at) {
    const Reference<css::sheet::XSheetCellCursor> cursor =
        sheet->createCursorByRange(Reference<css::sheet::XSheetCellRange>(
            sheet->getCellRangeByPosition(at.Column, at.Row, at.Column, at.Row), UNO_QUERY_THROW));
    cursor->collapseToCurrentArray();
    return Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
}

bool contains(const std::vector<FormulaBlock>& blocks, const css::table::CellAddress& at) {
    const CellArea cell(at.Sheet, at.Column, at.Row, at.Column, at.Row);
    return std::any_of(blocks.begin(), blocks.end(), [&](const FormulaBlock& block) {
        return block.is_array && overlap(block.area, cell);
    });
}

void appendColumn(const Sheet& sheet, const Parser& r1c1, const CellArea& area,
                  const css::uno::Sequence<css::uno::Sequence<rtl::OUString>>& formulas,
                  std::int32_t column, std::vector<FormulaBlock>& blocks) {
    std::string last_text;
    bool continues = false;
    for (std::int32_t row = area.StartRow; row <= area.EndRow; ++row) {
        const rtl::OUString& formula = formulas[row - area.StartRow][column - area.StartColumn];
        if (!callsKeepable(formula)) {
            continues = false;
            continue;
        }
        const auto at = addressAt(area.Sheet, column, row);
        if (formula.startsWith("{")) {
            continues = false;
            if (!contains(blocks, at)) {
                const rtl::OUString inner = formula.copy(1, formula.getLength() - 2);
                blocks.push_back({arrayAround(sheet, at), utf8(inner), true});
            }
            continue;
        }
        std::string text = relativeText(r1c1, sheet, at);
        if (continues && text == last_text) {
            blocks.back().area.EndRow = row;
        } else {
            blocks.push_back(
                {CellArea(area.Sheet, column, row, column, row), utf8(formula), false});
        }
        last_text = std::move(text);
        continues = true;
    }
}

} // namespace

std::vector<FormulaBlock> keepableFormulas(const SpreadsheetDocument& document) {
    std::vector<FormulaBlock> blocks;
    const Parser r1c1 = parserOf(document, css::sheet::AddressConvention::XL_R1C1);
    const sal_Int32 sheets = document->getSheets()->getElementNames().getLength();
    for (sal_Int32 index = 0; index < sheets; ++index) {
        const Sheet sheet = sheetAt(document, index);
        constexpr sal_Int32 kAnyResult = css::sheet::FormulaResult::VALUE |
                                         css::sheet::FormulaResult::STRING |
                                         css::sheet::FormulaResult::ERROR;
        const auto areas = Reference<css::sheet::XCellRangesQuery>(sheet, UNO_QUERY_THROW)
                               ->queryFormulaCells(kAnyResult)
                               ->getRangeAddresses();
        for (const CellArea& area : areas) {
            const auto formulas =
                Reference<css::sheet::XCellRangeFormula>(rangeAt(document, area), UNO_QUERY_THROW)
                    ->getFormulaArray();
            for (sal_Int32 column = area.StartColumn; column <= area.EndColumn; ++column) {
                appendColumn(sheet, r1c1, area, formulas, column, blocks);
            }
        }
    }
    std::stable_partition(blocks.begin(), blocks.end(), [](const FormulaBlock& block) {
        return toOffice(block.formula).toAsciiUpperCase().indexOf("KEEPABLE.PROMISES.PLAN(") >= 0;
    });
    return blocks;
}

CellValues valuesOf(const SpreadsheetDocument& document, const FormulaBlock& block) {
    return Reference<css::sheet::XCellRangeData>(rangeAt(document, block.area), UNO_QUERY_THROW)
        ->getDataArray();
}

std::vector<std::string> errorsOf(const SpreadsheetDocument& document, const FormulaBlock& block,
                                  const CellValues& values) {
    std::vector<std::string> errors;
    const Range range = rangeAt(document, block.area);
    for (sal_Int32 row = 0; row < values.getLength(); ++row) {
        for (sal_Int32 column = 0; column < values[row].getLength(); ++column) {
            if (!values[row][column].hasValue()) {
                const auto cell = range->getCellByPosition(column, row);
                const bool is_na =
                    cell->getError() == static_cast<sal_Int32>(CellError::kNotAvailable);
                errors.push_back(is_na
                                     ? std::string("=NA()")
                                     : utf8(Reference<css::text::XTextRange>(cell, UNO_QUERY_THROW)
                                                ->getString()));
            }
        }
    }
    return errors;
}

void writeValues(const SpreadsheetDocument& document, const FormulaBlock& block,
                 const CellValues& values, const std::vector<std::string>& errors) {
    const Range range = rangeAt(document, block.area);
    CellValues plain = values;
    std::vector<std::pair<sal_Int32, sal_Int32>> places;
    for (sal_Int32 row = 0; row < plain.getLength(); ++row) {
        for (sal_Int32 column = 0; column < plain[row].getLength(); ++column) {
            if (!plain[row][column].hasValue()) {
                places.emplace_back(column, row);
                const bool is_text = errors[places.size() - 1].front() != '=';
                plain.getArray()[row].getArray()[column] =
                    textValue(is_text ? errors[places.size() - 1] : std::string());
            }
        }
    }
    // Empty texts written right over filled formulas crash the office on redo (7.4).
    Reference<css::sheet::XSheetOperation>(range, UNO_QUERY_THROW)
        ->clearContents(css::sheet::CellFlags::FORMULA);
    Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->setDataArray(plain);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (errors[i].front() == '=') {
            range->getCellByPosition(places[i].first, places[i].second)
                ->setFormula(toOffice(errors[i]));
        }
    }
}

void writeFormulas(const SpreadsheetDocument& document, const FormulaBlock& block,
                   const css::table::CellAddress& written_for) {
    const Range range = rangeAt(document, block.area);
    if (block.is_array) {
        Reference<css::sheet::XArrayFormulaRange>(range, UNO_QUERY_THROW)
            ->setArrayFormula(toOffice(block.formula));
        return;
    }
    const Parser parser = parserOf(document, css::sheet::AddressConvention::OOO);
    const auto tokens = parser->parseFormula(toOffice(block.formula.substr(1)), written_for);
    const auto write = [&](sal_Int32 row) {
        const auto at = addressAt(block.area.Sheet, block.area.StartColumn, row);
        const auto cell = range->getCellByPosition(0, row - block.area.StartRow);
        cell->setFormula(toOffice("=") + parser->printFormula(tokens, at));
    };
    // Filling is by far the fastest, but takes the first cell's formats along: so it goes on only
    // where they are the same anyway.
    const Reference<css::container::XIndexAccess> uniform(
        Reference<css::sheet::XCellFormatRangesSupplier>(range, UNO_QUERY_THROW)
            ->getCellFormatRanges(),
        UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < uniform->getCount(); ++i) {
        const Range run(uniform->getByIndex(i), UNO_QUERY_THROW);
        const CellArea area =
            Reference<css::sheet::XCellRangeAddressable>(run, UNO_QUERY_THROW)->getRangeAddress();
        write(area.StartRow);
        if (area.EndRow > area.StartRow) {
            Reference<css::sheet::XCellSeries>(run, UNO_QUERY_THROW)
                ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
        }
    }
    // Rows hidden by a filter are not filled.
    const auto formulas =
        Reference<css::sheet::XCellRangeFormula>(range, UNO_QUERY_THROW)->getFormulaArray();
    for (sal_Int32 row = 0; row < formulas.getLength(); ++row) {
        if (!callsKeepable(formulas[row][0])) {
            write(block.area.StartRow + row);
        }
    }
}

bool holdsFormula(const SpreadsheetDocument& document, const FormulaBlock& block) {
    const auto formulas =
        Reference<css::sheet::XCellRangeFormula>(rangeAt(document, block.area), UNO_QUERY_THROW)
            ->getFormulaArray();
    return std::all_of(formulas.begin(), formulas.end(), [](const auto& row) {
        return std::all_of(row.begin(), row.end(), callsKeepable);
    });
}

} // namespace keepable::office
