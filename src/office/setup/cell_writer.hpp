// SPDX-License-Identifier: MPL-2.0
//
// Small hands for writing cells: formats of dates, the look of a heading, widths. Nothing is written
// that stands there already, so that a second run leaves no step to undo.
//
// Thread:  the office's main thread.
#pragma once

#include "office/setup/workbook_tables.hpp"
#include "views/setup_sheet.hpp"

#include <com/sun/star/util/XNumberFormats.hpp>

#include <cstdint>
#include <string>

namespace keepable::office {

// Number formats of a document.
class CellFormats {
  public:
    explicit CellFormats(const SpreadsheetDocument& document);

    [[nodiscard]] bool isDate(sal_Int32 format) const;
    [[nodiscard]] sal_Int32 date() const;

  private:
    com::sun::star::uno::Reference<com::sun::star::util::XNumberFormats> formats_;
};

// A formula when it begins with "=", else text, also when it looks like a number. Whether that was
// not there already.
bool setContent(const CellReference& cell, const std::string& content);
// Formulas as Calc gives them back: names of functions in upper case.
[[nodiscard]] bool isSameFormula(const std::string& left, const std::string& right);
// Font, background, borders and alignment of a cell.
void copyLook(const SpreadsheetDocument& document, const CellReference& from,
              const CellReference& to);
void setLook(const CellReference& cell, views::CellLook look, const CellFormats& formats);
// Only ever wider; in 1/100 mm.
void setColumnWidth(const SheetReference& sheet, std::int32_t column, std::int32_t width);

} // namespace keepable::office
