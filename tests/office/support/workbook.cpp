// SPDX-License-Identifier: MPL-2.0
#include "office/support/workbook.hpp"

#include "office/support/uno_text.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/FilterConnection.hpp>
#include <com/sun/star/sheet/FilterOperator.hpp>
#include <com/sun/star/sheet/TableFilterField.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XSheetFilterable.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableRows.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XSortable.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

css::beans::PropertyValue property(const char* name, const Any& value) {
    css::beans::PropertyValue result;
    result.Name = toOffice(name);
    result.Value = value;
    return result;
}

// "Deals.B2" -> "Deals", "B2". A sheet name may hold dots, a cell name does not.
std::pair<std::string_view, std::string_view> splitName(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) {
        throw std::runtime_error("a cell needs its sheet: " + std::string(name));
    }
    return {name.substr(0, dot), name.substr(dot + 1)};
}

Reference<css::sheet::XSpreadsheets> sheetsOf(const Reference<css::lang::XComponent>& document) {
    return Reference<css::sheet::XSpreadsheetDocument>(document, UNO_QUERY_THROW)->getSheets();
}

Reference<css::document::XUndoManager>
undoManagerOf(const Reference<css::lang::XComponent>& document) {
    return Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)
        ->getUndoManager();
}

Reference<css::table::XTableRows> rowsOf(const Reference<css::sheet::XSpreadsheet>& sheet) {
    return Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getRows();
}

} // namespace

Any CellContent::toAny() const {
    if (const double* number = std::get_if<double>(&content_)) {
        return Any(*number);
    }
    const std::string* text = std::get_if<std::string>(&content_);
    return Any(text == nullptr ? rtl::OUString() : toOffice(*text));
}

Workbook::Workbook(Reference<css::lang::XComponent> document) : document_(std::move(document)) {
    if (!document_.is()) {
        throw std::runtime_error("the office gave no document");
    }
}

Workbook::~Workbook() {
    try {
        close();
    } catch (const std::exception&) {
        // The office may be gone; the fixture notices.
        document_.clear();
    }
}

void Workbook::close() {
    if (!document_.is()) {
        return;
    }
    trying("close", [&] {
        const Reference<css::util::XCloseable> closeable(document_, UNO_QUERY_THROW);
        document_.clear();
        closeable->close(true);
    });
}

Reference<css::sheet::XSpreadsheet> Workbook::sheet(std::string_view name) const {
    const Reference<css::sheet::XSpreadsheets> sheets = sheetsOf(document_);
    const rtl::OUString sheet_name = toOffice(name);
    if (!sheets->hasByName(sheet_name)) {
        sheets->insertNewByName(sheet_name,
                                static_cast<sal_Int16>(sheets->getElementNames().getLength()));
    }
    return {sheets->getByName(sheet_name), UNO_QUERY_THROW};
}

Reference<css::table::XCellRange> Workbook::range(std::string_view name) const {
    return trying(name, [&] {
        const auto [sheet_name, cells] = splitName(name);
        return sheet(sheet_name)->getCellRangeByName(toOffice(cells));
    });
}

Reference<css::table::XCell> Workbook::cell(std::string_view name) const {
    return range(name)->getCellByPosition(0, 0);
}

void Workbook::put(std::string_view top_left, const Rows& rows) {
    trying(top_left, [&] {
        const auto [sheet_name, first_cell] = splitName(top_left);
        const Reference<css::sheet::XSpreadsheet> target = sheet(sheet_name);
        std::size_t width = 0;
        for (const Row& row : rows) {
            width = std::max(width, row.size());
        }
        Sequence<Sequence<Any>> cells(static_cast<sal_Int32>(rows.size()));
        Sequence<Any>* out = cells.getArray();
        for (const Row& row : rows) {
            out->realloc(static_cast<sal_Int32>(width));
            Any* values = out->getArray();
            std::fill(values, values + width, CellContent().toAny());
            std::transform(row.begin(), row.end(), values,
                           [](const CellContent& content) { return content.toAny(); });
            ++out;
        }
        const Reference<css::sheet::XCellRangeAddressable> start(
            target->getCellRangeByName(toOffice(first_cell)), UNO_QUERY_THROW);
        const css::table::CellRangeAddress at = start->getRangeAddress();
        const Reference<css::sheet::XCellRangeData> block(
            target->getCellRangeByPosition(at.StartColumn, at.StartRow,
                                           at.StartColumn + static_cast<sal_Int32>(width) - 1,
                                           at.StartRow + static_cast<sal_Int32>(rows.size()) - 1),
            UNO_QUERY_THROW);
        block->setDataArray(cells);
    });
}

void Workbook::formula(std::string_view name, std::string_view formula) {
    trying(formula, [&] { cell(name)->setFormula(toOffice(formula)); });
}

void Workbook::arrayFormula(std::string_view name, std::string_view formula) {
    trying(formula, [&] {
        Reference<css::sheet::XArrayFormulaRange>(range(name), UNO_QUERY_THROW)
            ->setArrayFormula(toOffice(formula));
    });
}

void Workbook::fillDown(std::string_view name) {
    trying(name, [&] {
        Reference<css::sheet::XCellSeries>(range(name), UNO_QUERY_THROW)
            ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
    });
}

std::string Workbook::shown(std::string_view name) const {
    return trying(name, [&] {
        return fromOffice(
            Reference<css::text::XTextRange>(cell(name), UNO_QUERY_THROW)->getString());
    });
}

double Workbook::number(std::string_view name) const {
    return trying(name, [&] { return cell(name)->getValue(); });
}

int Workbook::error(std::string_view name) const {
    return trying(name, [&] { return static_cast<int>(cell(name)->getError()); });
}

std::string Workbook::formulaIn(std::string_view name) const {
    return trying(name, [&] { return fromOffice(cell(name)->getFormula()); });
}

std::vector<std::string> Workbook::texts(std::string_view name) const {
    return trying(name, [&] {
        const Sequence<Sequence<Any>> cells =
            Reference<css::sheet::XCellRangeData>(range(name), UNO_QUERY_THROW)->getDataArray();
        std::vector<std::string> result;
        result.reserve(static_cast<std::size_t>(cells.getLength()));
        for (const Sequence<Any>& row : cells) {
            rtl::OUString text;
            row[0] >>= text;
            result.push_back(fromOffice(text));
        }
        return result;
    });
}

void Workbook::calculateAll() {
    trying("calculate all", [&] {
        Reference<css::sheet::XCalculatable>(document_, UNO_QUERY_THROW)->calculateAll();
    });
}

void Workbook::setAutomaticCalculation(bool is_on) {
    trying("automatic calculation", [&] {
        Reference<css::sheet::XCalculatable>(document_, UNO_QUERY_THROW)
            ->enableAutomaticCalculation(is_on);
    });
}

void Workbook::undo() {
    trying("undo", [&] { undoManagerOf(document_)->undo(); });
}

void Workbook::redo() {
    trying("redo", [&] { undoManagerOf(document_)->redo(); });
}

void Workbook::insertRows(std::string_view name, int first_row, int count) {
    trying("insert rows", [&] { rowsOf(sheet(name))->insertByIndex(first_row - 1, count); });
}

void Workbook::deleteRows(std::string_view name, int first_row, int count) {
    trying("delete rows", [&] { rowsOf(sheet(name))->removeByIndex(first_row - 1, count); });
}

void Workbook::sortDescending(std::string_view name, int column) {
    trying("sort", [&] {
        css::table::TableSortField field;
        field.Field = column;
        field.IsAscending = false;
        Sequence<css::beans::PropertyValue> descriptor(2);
        css::beans::PropertyValue* properties = descriptor.getArray();
        properties[0] =
            property("SortFields", Any(Sequence<css::table::TableSortField>(&field, 1)));
        properties[1] = property("ContainsHeader", Any(true));
        Reference<css::util::XSortable>(range(name), UNO_QUERY_THROW)->sort(descriptor);
    });
}

void Workbook::filter(std::string_view name, int column, std::string_view text) {
    trying("filter", [&] {
        css::sheet::TableFilterField field;
        field.Connection = css::sheet::FilterConnection_AND;
        field.Field = column;
        field.IsNumeric = false;
        field.Operator = css::sheet::FilterOperator_EQUAL;
        field.StringValue = toOffice(text);
        const Reference<css::sheet::XSheetFilterable> cells(range(name), UNO_QUERY_THROW);
        const auto descriptor = cells->createFilterDescriptor(true);
        descriptor->setFilterFields(Sequence<css::sheet::TableFilterField>(&field, 1));
        Reference<css::beans::XPropertySet>(descriptor, UNO_QUERY_THROW)
            ->setPropertyValue("ContainsHeader", Any(true));
        cells->filter(descriptor);
    });
}

void Workbook::copySheet(std::string_view name, std::string_view copy) {
    trying("copy sheet", [&] {
        const Reference<css::sheet::XSpreadsheets> sheets = sheetsOf(document_);
        sheets->copyByName(toOffice(name), toOffice(copy),
                           static_cast<sal_Int16>(sheets->getElementNames().getLength()));
    });
}

void Workbook::removeSheet(std::string_view name) {
    trying("remove sheet", [&] { sheetsOf(document_)->removeByName(toOffice(name)); });
}

void Workbook::renameSheet(std::string_view name, std::string_view new_name) {
    trying("rename sheet", [&] {
        Reference<css::container::XNamed>(sheet(name), UNO_QUERY_THROW)
            ->setName(toOffice(new_name));
    });
}

void Workbook::setNullDate(int year, int month, int day) {
    trying("null date", [&] {
        css::util::Date date;
        date.Year = static_cast<sal_Int16>(year);
        date.Month = static_cast<sal_uInt16>(month);
        date.Day = static_cast<sal_uInt16>(day);
        Reference<css::beans::XPropertySet>(document_, UNO_QUERY_THROW)
            ->setPropertyValue(toOffice("NullDate"), Any(date));
    });
}

void Workbook::setLocale(std::string_view language, std::string_view country) {
    trying("locale", [&] {
        const css::lang::Locale locale(toOffice(language), toOffice(country), rtl::OUString());
        Reference<css::beans::XPropertySet>(document_, UNO_QUERY_THROW)
            ->setPropertyValue(toOffice("CharLocale"), Any(locale));
    });
}

void Workbook::saveAs(const std::filesystem::path& path, FileFormat format) {
    trying("save", [&] {
        Sequence<css::beans::PropertyValue> arguments(1);
        arguments.getArray()[0] = property(
            "FilterName",
            Any(toOffice(format == FileFormat::kOds ? "calc8" : "Calc MS Excel 2007 XML")));
        Reference<css::frame::XStorable>(document_, UNO_QUERY_THROW)
            ->storeToURL(toOffice("file://" + path.string()), arguments);
    });
}

double day(std::string_view iso_date) {
    int year = 0;
    unsigned month = 0;
    unsigned day_of_month = 0;
    const char* end = iso_date.data() + iso_date.size();
    const auto part = [&](const char* from, auto& value) {
        return std::from_chars(from, end, value).ptr + 1; // over the dash
    };
    part(part(part(iso_date.data(), year), month), day_of_month);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day_of_month)};
    if (iso_date.size() != 10 || !date.ok()) {
        throw std::runtime_error("not a date: " + std::string(iso_date));
    }
    using std::chrono::sys_days;
    const sys_days null_date{std::chrono::year(1899) / 12 / 30};
    return static_cast<double>((sys_days(date) - null_date).count());
}

} // namespace keepable::office_tests
