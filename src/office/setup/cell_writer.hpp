// SPDX-License-Identifier: MPL-2.0
//
// Small hands for writing cells: formats of dates, the look of a heading, widths. Nothing is written
// that stands there already, so that a second run leaves no step to undo.
//
// Thread:  the office's main thread.
#pragma once

#include "office/setup/workbook_tables.hpp"

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>

#include <cstdint>
#include <string_view>

namespace keepable::office {

// Number formats of a sheet's document.
class CellFormats {
  public:
    // From any object of the document that knows its model's number formats.
    explicit CellFormats(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& of);

    [[nodiscard]] bool isDate(sal_Int32 format) const;
    [[nodiscard]] sal_Int32 date() const;

  private:
    com::sun::star::uno::Reference<com::sun::star::util::XNumberFormats> formats_;
};

// Font, background, borders and alignment of a cell.
void copyLook(const CellReference& from, const CellReference& to);
// In 1/100 mm.
void setColumnWidth(const SheetReference& sheet, std::int32_t column, std::int32_t width);

} // namespace keepable::office
