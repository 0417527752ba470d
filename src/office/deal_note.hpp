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

#include <optional>
#include <string>
#include <string_view>

namespace keepable::office {

class DealNote {
  public:
    // None for a deal that the plan does not know, or without a range of deals.
    [[nodiscard]] static std::optional<DealNote> of(const Workbook& workbook,
                                                    const std::string& key);

    [[nodiscard]] const com::sun::star::table::CellAddress& address() const { return at_; }
    [[nodiscard]] bool isThere() const { return index_.has_value(); }
    [[nodiscard]] bool isOurs() const;
    void remove();
    // In place of ours, if there is one; "Keepable: " and the deal's name stand above the text.
    void write(std::string_view text);

  private:
    DealNote() = default;

    com::sun::star::uno::Reference<com::sun::star::sheet::XSheetAnnotations> notes_;
    com::sun::star::table::CellAddress at_;
    std::string name_;
    std::optional<std::int32_t> index_;
};

} // namespace keepable::office
