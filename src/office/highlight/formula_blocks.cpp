// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/formula_blocks.hpp"

#include "office/convert.hpp"
#include "office/formula_fill.hpp"
#include "office/highlight/formula_references.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/AddressConvention.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XFormulaParser.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Parser = Reference<css::sheet::XFormulaParser>;

bool callsKeepable(const rtl::OUString& formula) {
    const bool is_formula = formula.startsWith("=") || formula.startsWith("{=");
    return is_formula && formula.toAsciiUpperCase().indexOf("KEEPABLE.PROMISES.") >= 0;
}

css::table::CellAddress addressAt(std::int32_t sheet, std::int32_t column, std::int32_t row) {
    return {static_cast<sal_Int16>(sheet), column, row};
}

// The same for all cells of a formula filled down.
std::string relativeText(const Parser& r1c1, const SheetReference& sheet,
                         const css::table::CellAddress& at) {
    const Reference<css::sheet::XFormulaTokens> cell(sheet->getCellByPosition(at.Column, at.Row),
                                                     UNO_QUERY_THROW);
    return utf8(r1c1->printFormula(cell->getTokens(), at));
}

CellArea arrayAround(const SheetReference& sheet, const css::table::CellAddress& at) {
    const Reference<css::sheet::XSheetCellCursor> cursor =
        sheet->createCursorByRange(Reference<css::sheet::XSheetCellRange>(
            sheet->getCellRangeByPosition(at.Column, at.Row, at.Column, at.Row), UNO_QUERY_THROW));
    cursor->collapseToCurrentArray();
    return areaOf(cursor);
}

bool contains(const std::vector<FormulaBlock>& blocks, const css::table::CellAddress& at) {
    const CellArea cell(at.Sheet, at.Column, at.Row, at.Column, at.Row);
    return std::any_of(blocks.begin(), blocks.end(), [&](const FormulaBlock& block) {
        return block.is_array && overlap(block.area, cell);
    });
}

void appendColumn(const SheetReference& sheet, const Parser& r1c1, const CellArea& area,
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
        const SheetReference sheet = sheetAt(document, index);
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
    for (FormulaBlock& block : blocks) {
        block.references = referencesOf(document, block);
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
    const RangeReference range = rangeAt(document, block.area);
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

void clearFormulas(const SpreadsheetDocument& document, const CellArea& area) {
    Reference<css::sheet::XSheetOperation>(rangeAt(document, area), UNO_QUERY_THROW)
        ->clearContents(css::sheet::CellFlags::FORMULA);
}

void writeValues(const SpreadsheetDocument& document, const FormulaBlock& block,
                 const CellValues& values, const std::vector<std::string>& errors) {
    const RangeReference range = rangeAt(document, block.area);
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
    clearFormulas(document, block.area);
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
    const Parser parser = parserOf(document, css::sheet::AddressConvention::OOO);
    const auto tokens = tokensNow(document, block, written_for);
    const auto formula_in = [&](std::int32_t row) {
        const auto at = addressAt(block.area.Sheet, block.area.StartColumn, row);
        return toOffice("=") + parser->printFormula(tokens, at);
    };
    if (block.is_array) {
        Reference<css::sheet::XArrayFormulaRange>(rangeAt(document, block.area), UNO_QUERY_THROW)
            ->setArrayFormula(formula_in(block.area.StartRow));
        return;
    }
    fillFormulas(document, block.area, formula_in);
}

void recordContents(UndoStep& step, const SpreadsheetDocument& document, const CellArea& area) {
    const RangeReference range = rangeAt(document, area);
    const auto nothing = [] {};
    CellValues plain =
        Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
    const auto formulas =
        Reference<css::sheet::XCellRangeFormula>(range, UNO_QUERY_THROW)->getFormulaArray();
    for (sal_Int32 row = 0; row < plain.getLength(); ++row) {
        for (sal_Int32 column = 0; column < plain[row].getLength(); ++column) {
            if (formulas[row][column].startsWith("=")) {
                plain.getArray()[row].getArray()[column] = textValue({});
                const CellArea cell(area.Sheet, area.StartColumn + column, area.StartRow + row,
                                    area.StartColumn + column, area.StartRow + row);
                step.add(
                    [document, cell, formula = formulas[row][column]] {
                        rangeAt(document, cell)->getCellByPosition(0, 0)->setFormula(formula);
                    },
                    nothing);
            }
        }
    }
    step.add(
        [document, area, plain] {
            Reference<css::sheet::XCellRangeData>(rangeAt(document, area), UNO_QUERY_THROW)
                ->setDataArray(plain);
        },
        nothing);
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
