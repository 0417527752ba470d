// SPDX-License-Identifier: MPL-2.0
//
// Keepable's comment on a deal: at its first row, in the cell of its name or else in the first
// column. Comments of the user are never touched.
//
// Shape:   our comments begin with "Keepable: " in every language, so they are known again.
// Undo:    by the host; the caller holds the step.
// Thread:  the office's main thread.
#pragma once

#include "office/workbook.hpp"

#include <com/sun/star/sheet/XSheetAnnotations.hpp>
#include <com/sun/star/table/CellAddress.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace keepable::office {

class DealNote {
  public:
    // One that may be written or removed, or why not: the plan does not know the deal, the sheet is
    // protected, the user has a comment of his own there.
    [[nodiscard]] static std::variant<DealNote, std::string>
    of(const Workbook& workbook, const std::string& key, const views::Texts& texts);

    [[nodiscard]] bool isThere() const { return index_.has_value(); }
    void remove();
    // In place of the one there is; "Keepable: " and the deal's name stand above the text.
    void write(std::string_view text);

  private:
    DealNote() = default;
    [[nodiscard]] bool isOurs() const;

    com::sun::star::uno::Reference<com::sun::star::sheet::XSheetAnnotations> notes_;
    com::sun::star::table::CellAddress at_;
    std::string name_;
    std::optional<std::int32_t> index_;
};

} // namespace keepable::office
