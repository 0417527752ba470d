// SPDX-License-Identifier: MPL-2.0
#include "office/shown_sheet.hpp"

#include "office/convert.hpp"
#include "office/still_view.hpp"
#include "office/value_runs.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/i18n/NumberFormatIndex.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace keepable::office {

namespace {

using css::beans::XPropertySet;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using views::ShownCell;
using views::ShownLook;
using views::ValueKind;

// Readable on paper as well; text colours stay automatic, for dark surroundings.
constexpr sal_Int32 kHeadingBackground = 0xE4EAF1;
constexpr sal_Int32 kInputBackground = 0xFFF8DC;
constexpr sal_Int32 kUrgentBackground = 0xFBE2D5;
constexpr float kTitleHeight = 16;
constexpr float kSectionHeight = 12;
constexpr float kNoteHeight = 9;
constexpr sal_Int16 kMoneyIndent = 250; // 1/100 mm, from the text in the next column
constexpr std::int32_t kMinutesPerDay = 24 * 60;

planning::Day nullDateOf(const SpreadsheetDocument& document) {
    css::util::Date date(30, 12, 1899);
    Reference<XPropertySet>(document, UNO_QUERY_THROW)->getPropertyValue("NullDate") >>= date;
    return planning::dayFromCivil(date.Year, date.Month, date.Day).value();
}

double numberIn(const views::SheetValue& value) {
    double scale = 1;
    for (int i = 0; i < value.decimals; ++i) {
        scale *= 10;
    }
    return static_cast<double>(value.units) / scale;
}

bool isWhole(const views::SheetValue& value) {
    std::int64_t one = 1;
    for (int i = 0; i < value.decimals; ++i) {
        one *= 10;
    }
    return value.units % one == 0;
}

// With those below that have a look but no content, which count as unused.
Reference<css::table::XTableRows> usedRows(const SheetReference& sheet) {
    constexpr std::int32_t kRowsBelow = 50;
    const std::int32_t last = usedArea(sheet).EndRow + kRowsBelow;
    return Reference<css::table::XColumnRowRange>(sheet->getCellRangeByPosition(0, 0, 0, last),
                                                  UNO_QUERY_THROW)
        ->getRows();
}

bool isTableLook(ShownLook look) {
    return look != ShownLook::kTitle && look != ShownLook::kSection;
}

} // namespace

SheetReference sheetNamed(const SpreadsheetDocument& document, std::string_view name) {
    const Reference<css::container::XNameAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    return sheets->hasByName(toOffice(name))
               ? SheetReference(sheets->getByName(toOffice(name)), UNO_QUERY_THROW)
               : SheetReference();
}

SheetReference addSheet(const SpreadsheetDocument& document, std::string_view name) {
    const auto sheets = document->getSheets();
    sheets->insertNewByName(toOffice(name), static_cast<sal_Int16>(sheetsOf(document).size()));
    return sheetNamed(document, name);
}

bool isProtected(const SheetReference& sheet) {
    return Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected();
}

ShownSheet::ShownSheet(const SpreadsheetDocument& document, const SheetReference& sheet)
    : document_(document), sheet_(sheet),
      formats_(Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)
                   ->getNumberFormats()),
      null_date_(nullDateOf(document)) {}

sal_Int32 ShownSheet::standardFormat(sal_Int16 type) const {
    return Reference<css::util::XNumberFormatTypes>(formats_, UNO_QUERY_THROW)
        ->getStandardFormat(type, css::lang::Locale());
}

bool ShownSheet::setFormat(const Properties& cells, sal_Int32 format) {
    sal_Int32 present = -1; // as where the cells differ
    cells->getPropertyValue("NumberFormat") >>= present;
    if (present != format) {
        cells->setPropertyValue("NumberFormat", Any{format});
    }
    return present != format;
}

void ShownSheet::setMoneyLook(const Properties& cells, const views::SheetValue& money) {
    using namespace css::i18n::NumberFormatIndex;
    const sal_Int16 index = isWhole(money) ? NUMBER_1000INT : NUMBER_1000DEC2;
    const sal_Int32 format = Reference<css::util::XNumberFormatTypes>(formats_, UNO_QUERY_THROW)
                                 ->getFormatIndex(index, css::lang::Locale());
    if (setFormat(cells, format)) {
        cells->setPropertyValue("HoriJustify", Any{css::table::CellHoriJustify_RIGHT});
        cells->setPropertyValue("ParaIndent", Any{kMoneyIndent});
    }
}

void ShownSheet::setFormat(const Properties& cells, const views::SheetValue& value) {
    switch (value.kind) {
    case ValueKind::kEmpty:
    case ValueKind::kText:
    case ValueKind::kNumber:
        break;
    case ValueKind::kMoney:
        setMoneyLook(cells, value);
        break;
    case ValueKind::kShare:
        setFormat(cells, standardFormat(css::util::NumberFormat::PERCENT));
        break;
    case ValueKind::kDay:
        setFormat(cells, standardFormat(css::util::NumberFormat::DATE));
        break;
    case ValueKind::kMoment:
        setFormat(cells, standardFormat(css::util::NumberFormat::DATETIME));
        break;
    }
}

std::optional<double> ShownSheet::numberOf(const views::SheetValue& value) const {
    switch (value.kind) {
    case ValueKind::kEmpty:
    case ValueKind::kText:
        break;
    case ValueKind::kNumber:
    case ValueKind::kMoney:
    case ValueKind::kShare:
        return numberIn(value);
    case ValueKind::kDay:
        return static_cast<double>(value.day - null_date_);
    case ValueKind::kMoment:
        return static_cast<double>(value.day - null_date_) +
               static_cast<double>(value.minute) / kMinutesPerDay;
    }
    return std::nullopt;
}

void ShownSheet::write(std::int32_t row, std::int32_t column, const views::SheetValue& value) {
    writeColumns({{column, {{row, &value}}}});
}

void ShownSheet::writeColumns(const std::map<std::int32_t, ColumnOfValues>& columns) {
    for (const auto& [column, values] : columns) {
        ColumnValues plain;
        for (const auto& [row, value] : values) {
            if (const auto number = numberOf(*value)) {
                plain[row] <<= *number;
            } else if (value->kind == ValueKind::kText) {
                plain[row] <<= toOffice(value->text);
            }
        }
        office::writeValues(document_, sheet_, column, plain);
        setFormats(column, values);
    }
}

void ShownSheet::setFormats(std::int32_t column, const ColumnOfValues& values) {
    const auto is_shown_alike = [](const views::SheetValue& left, const views::SheetValue& right) {
        return left.kind == right.kind &&
               (left.kind != ValueKind::kMoney || isWhole(left) == isWhole(right));
    };
    for (auto next = values.begin(); next != values.end();) {
        const auto first = next;
        std::int32_t row = first->first;
        for (++next; next != values.end() && next->first == row + 1 &&
                     is_shown_alike(*next->second, *first->second);
             ++next) {
            ++row;
        }
        setFormat(Properties(sheet_->getCellRangeByPosition(column, first->first, column, row),
                             UNO_QUERY_THROW),
                  *first->second);
    }
}

void ShownSheet::writeFormula(const views::PlacedFormula& formula) {
    const CellReference cell = sheet_->getCellByPosition(formula.column, formula.row);
    const rtl::OUString text = toOffice(formula.formula);
    // The format first: a formula in a cell without one is given one when its first number comes.
    if (formula.is_share) {
        setFormat(Properties(cell, UNO_QUERY_THROW),
                  standardFormat(css::util::NumberFormat::PERCENT));
    }
    if (!cell->getFormula().equalsIgnoreAsciiCase(text)) {
        cell->setFormula(text);
    }
}

void ShownSheet::write(std::span<const views::PlacedValue> cells) {
    std::map<std::int32_t, ColumnOfValues> columns;
    for (const views::PlacedValue& cell : cells) {
        columns[cell.column][cell.row] = &cell.value;
    }
    if (!columns.empty()) {
        const StillView still(document_);
        writeColumns(columns);
    }
}

void ShownSheet::write(std::span<const ShownCell> cells) {
    std::map<std::int32_t, ColumnOfValues> columns;
    for (const ShownCell& cell : cells) {
        columns[cell.column][cell.row] = &cell.value;
    }
    if (!columns.empty()) {
        const StillView still(document_);
        writeColumns(columns);
        setLooks(cells);
    }
}

void ShownSheet::setLooks(std::span<const ShownCell> cells) {
    // First and last column, look, whether text wraps: first and last row.
    std::map<std::tuple<std::int32_t, std::int32_t, ShownLook, bool>,
             std::pair<std::int32_t, std::int32_t>>
        rectangles;
    const auto set = [&](const auto& rectangle) {
        const auto& [alike, rows] = rectangle;
        const auto& [left, right, look, wraps] = alike;
        setLook(Properties(sheet_->getCellRangeByPosition(left, rows.first, right, rows.second),
                           UNO_QUERY_THROW),
                look, wraps);
    };
    for (std::size_t first = 0; first < cells.size();) {
        const ShownCell& begin = cells[first];
        std::size_t end = first + 1;
        while (end < cells.size() && cells[end].row == begin.row && cells[end].look == begin.look &&
               cells[end].column == cells[end - 1].column + 1) {
            ++end;
        }
        const bool follows = first > 0 && cells[first - 1].row == begin.row;
        const bool goes_on = end < cells.size() && cells[end].row == begin.row;
        const bool is_alone = end - first == 1 && !follows && !goes_on;
        const auto [found, is_new] = rectangles.try_emplace(
            {begin.column, cells[end - 1].column, begin.look, isTableLook(begin.look) && !is_alone},
            begin.row, begin.row);
        if (!is_new && found->second.second + 1 < begin.row) {
            set(*found);
            found->second.first = begin.row;
        }
        found->second.second = begin.row;
        first = end;
    }
    std::ranges::for_each(rectangles, set);
}

void ShownSheet::writeValues(std::span<const ShownCell> cells) {
    for (const ShownCell& cell : cells) {
        if (cell.value.kind != ValueKind::kEmpty) {
            write(cell.row, cell.column, cell.value);
            continue;
        }
        const CellReference target = sheet_->getCellByPosition(cell.column, cell.row);
        if (target->getType() != css::table::CellContentType_EMPTY) {
            target->setFormula(rtl::OUString());
        }
    }
}

void ShownSheet::setLook(const Properties& cells, ShownLook look, bool wraps) {
    const auto set = [&](const char* name, const Any& value) {
        cells->setPropertyValue(rtl::OUString::createFromAscii(name), value);
    };
    if (wraps) {
        set("IsTextWrapped", Any{true});
        set("VertJustify", Any{sal_Int32{css::table::CellVertJustify2::TOP}});
    }
    switch (look) {
    case ShownLook::kText:
        break;
    case ShownLook::kTitle:
        set("CharWeight", Any{css::awt::FontWeight::BOLD});
        set("CharHeight", Any{kTitleHeight});
        break;
    case ShownLook::kNote:
        set("CharHeight", Any{kNoteHeight});
        break;
    case ShownLook::kSection:
        set("CharWeight", Any{css::awt::FontWeight::BOLD});
        set("CharHeight", Any{kSectionHeight});
        break;
    case ShownLook::kTableHeading:
        set("CharWeight", Any{css::awt::FontWeight::BOLD});
        set("CellBackColor", Any{kHeadingBackground});
        break;
    case ShownLook::kUrgent:
        set("CellBackColor", Any{kUrgentBackground});
        break;
    case ShownLook::kInput:
        set("CellBackColor", Any{kInputBackground});
        break;
    }
}

void ShownSheet::clear() {
    using namespace css::sheet::CellFlags;
    const CellArea used = usedArea(sheet_);
    const Reference<css::sheet::XSheetOperation> cells(
        sheet_->getCellRangeByPosition(0, 0, used.EndColumn, used.EndRow), UNO_QUERY_THROW);
    cells->clearContents(VALUE | DATETIME | STRING | ANNOTATION | FORMULA | HARDATTR | STYLES);
}

void ShownSheet::fitRows() {
    Reference<XPropertySet>(usedRows(sheet_), UNO_QUERY_THROW)
        ->setPropertyValue("OptimalHeight", Any{true});
}

void ShownSheet::setWidths(std::span<const std::int32_t> widths) {
    const auto columns =
        Reference<css::table::XColumnRowRange>(sheet_, UNO_QUERY_THROW)->getColumns();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const Reference<XPropertySet> column(columns->getByIndex(static_cast<sal_Int32>(i)),
                                             UNO_QUERY_THROW);
        sal_Int32 present = 0;
        column->getPropertyValue("Width") >>= present;
        if (present != widths[i]) {
            column->setPropertyValue("Width", Any{sal_Int32{widths[i]}});
        }
    }
}

} // namespace keepable::office
