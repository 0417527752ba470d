// SPDX-License-Identifier: MPL-2.0
//
// A Calc workbook in the running office, as a test sees it: cells are named "Deals.B2", formulas
// are written as LibreOffice's API wants them (programmatic names, semicolons, $Deals.$A$1:$H$10).
//
// Shape:   sheets are made when a cell of theirs is first written.
// Errors:  what the office refuses is thrown as std::runtime_error; an error in a cell is an
//          answer.
#pragma once

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Reference.hxx>

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keepable::office_tests {

// What a test writes into a cell: nothing, a number or a text (never a formula).
class CellContent {
  public:
    CellContent() = default;
    CellContent(int number) : content_(static_cast<double>(number)) {}
    CellContent(double number) : content_(number) {}
    CellContent(const char* text) : content_(std::string(text)) {}
    CellContent(std::string text) : content_(std::move(text)) {}

    [[nodiscard]] css::uno::Any toAny() const;

  private:
    std::variant<std::monostate, double, std::string> content_;
};
using Row = std::vector<CellContent>;
using Rows = std::vector<Row>;

inline constexpr int kNotAvailable = 0x7fff; // #N/A

enum class FileFormat { kOds, kXlsx };

class Workbook {
  public:
    explicit Workbook(css::uno::Reference<css::lang::XComponent> document);
    ~Workbook(); // closes without saving
    Workbook(Workbook&&) = default;
    Workbook& operator=(Workbook&&) = delete;

    // A block of cells; shorter rows leave the rest of the block empty.
    void put(std::string_view top_left, const Rows& rows);
    void set(std::string_view cell, const CellContent& content) { put(cell, {{content}}); }
    void formula(std::string_view cell, std::string_view formula);
    void arrayFormula(std::string_view range, std::string_view formula);
    // Repeats the first row of the range downwards, as a user drags it.
    void fillDown(std::string_view range);

    [[nodiscard]] std::string shown(std::string_view cell) const; // as displayed: "#N/A", "Err:504"
    [[nodiscard]] double number(std::string_view cell) const;
    [[nodiscard]] int error(std::string_view cell) const; // 0 for none
    [[nodiscard]] std::string formulaIn(std::string_view cell) const;
    // The texts of a one-column range; a number or an error is "".
    [[nodiscard]] std::vector<std::string> texts(std::string_view range) const;

    void calculateAll();
    void setAutomaticCalculation(bool is_on);
    void undo();
    void redo();
    void insertRows(std::string_view sheet, int first_row, int count); // rows as shown, from 1
    void deleteRows(std::string_view sheet, int first_row, int count);
    void sortDescending(std::string_view range, int column); // the first row is a heading
    // Leaves only the rows that show `text` in this column, as an autofilter does.
    void filter(std::string_view range, int column, std::string_view text);
    void copySheet(std::string_view sheet, std::string_view copy);
    void removeSheet(std::string_view sheet);
    void renameSheet(std::string_view sheet, std::string_view name);
    void setNullDate(int year, int month, int day);
    void setLocale(std::string_view language, std::string_view country);

    void saveAs(const std::filesystem::path& path, FileFormat format);
    void close();

    [[nodiscard]] css::uno::Reference<css::table::XCellRange> range(std::string_view name) const;
    [[nodiscard]] const css::uno::Reference<css::lang::XComponent>& document() const {
        return document_;
    }
    [[nodiscard]] css::uno::Reference<css::table::XCell> cell(std::string_view name) const;

  private:
    [[nodiscard]] css::uno::Reference<css::sheet::XSpreadsheet> sheet(std::string_view name) const;

    css::uno::Reference<css::lang::XComponent> document_;
};

// Days since LibreOffice's usual null date, 1899-12-30: what a date cell holds. day("2026-03-02").
[[nodiscard]] double day(std::string_view iso_date);

} // namespace keepable::office_tests
