// SPDX-License-Identifier: MPL-2.0
//
// Writes cells of our own sheets (views/shown_cell.hpp): text as text, never parsed; days and moments
// as real ones with a format; shares as per cent; many in runs, of values down the columns
// (value_runs.hpp) and of looks in rectangles of cells that are alike.
//
// Rule:    sheets are known by name. A new one comes last and is visible. What stands in a cell
//          that is not written stays.
// Undo:    by the host; the caller holds the step.
// Thread:  the office's main thread.
#pragma once

#include "office/plan_cells.hpp"
#include "office/sheets.hpp"
#include "views/decision_sheet.hpp"
#include "views/shown_cell.hpp"
#include "views/target_formulas.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace keepable::office {

// Null where there is none.
[[nodiscard]] SheetReference sheetNamed(const SpreadsheetDocument& document, std::string_view name);
[[nodiscard]] SheetReference addSheet(const SpreadsheetDocument& document, std::string_view name);
[[nodiscard]] bool isProtected(const SheetReference& sheet);

class ShownSheet {
  public:
    ShownSheet(const SpreadsheetDocument& document, const SheetReference& sheet);

    void write(std::int32_t row, std::int32_t column, const views::SheetValue& value);
    // The formula and, for a share, the look of per cent; nothing where the cell has just that.
    void writeFormula(const views::PlacedFormula& formula);
    // Of several values for a cell the last counts.
    void write(std::span<const views::PlacedValue> cells);
    // Values and looks. Text wraps in a row of several cells and runs on in one that stands alone.
    void write(std::span<const views::ShownCell> cells);
    // Values alone; an empty one empties its cell.
    void writeValues(std::span<const views::ShownCell> cells);
    // Content and formats of all that is used.
    void clear();
    void setWidths(std::span<const std::int32_t> widths); // of the first columns, in 1/100 mm
    // Rows as high as their texts take, also those that were written at another width.
    void fitRows();

  private:
    using Properties = com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>;
    using ColumnOfValues = std::map<std::int32_t, const views::SheetValue*>; // by row

    void writeColumns(const std::map<std::int32_t, ColumnOfValues>& columns);
    void setFormats(std::int32_t column, const ColumnOfValues& values);
    // As the value is shown; of many cells that all have such values.
    void setFormat(const Properties& cells, const views::SheetValue& value);
    // Whether they had another one.
    bool setFormat(const Properties& cells, sal_Int32 format);
    void setMoneyLook(const Properties& cells, const views::SheetValue& money);
    void setLooks(std::span<const views::ShownCell> cells);
    void setLook(const Properties& cells, views::ShownLook look, bool wraps);
    [[nodiscard]] std::optional<double> numberOf(const views::SheetValue& value) const;
    [[nodiscard]] sal_Int32 standardFormat(sal_Int16 type) const;

    SpreadsheetDocument document_;
    SheetReference sheet_;
    com::sun::star::uno::Reference<com::sun::star::util::XNumberFormats> formats_;
    planning::Day null_date_;
};

} // namespace keepable::office
