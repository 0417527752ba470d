// SPDX-License-Identifier: MPL-2.0
//
// Whether any cell of a sheet has changed, without reading them.
//
// Rule:    told by the host, which says of every edit, undo and redo in which sheet it was; beyond
//          that, a sheet whose used area is another, or that has gone, has changed.
// Life:    close() before it is given up, so that the host tells nobody who has gone.
// Thread:  the office's main thread.
#pragma once

#include "office/sheets.hpp"

#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

namespace keepable::office {

class SheetWatch : public cppu::WeakImplHelper1<com::sun::star::util::XModifyListener> {
  public:
    [[nodiscard]] static rtl::Reference<SheetWatch> on(const SheetReference& sheet);

    [[nodiscard]] bool hasChanged() const;
    void settle(); // what has changed until now is known
    void close();

    void SAL_CALL modified(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

  private:
    SheetReference sheet_; // null once closed or gone
    CellArea area_;
    bool has_changed_ = false;
};

} // namespace keepable::office
