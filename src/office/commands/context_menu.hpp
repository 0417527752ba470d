// SPDX-License-Identifier: MPL-2.0
//
// What the context menu of cells offers on the row of a deal: "Why?" and the reason as a note.
//
// Life:    one object serves all windows; each window's controller keeps it.
// Cost:    nothing until a menu is opened. The first time in a document plan cells are searched
//          for; in a document without any it is not done again.
// Thread:  the office's main thread.
#pragma once

#include "office/workplace.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/ui/XContextMenuInterceptor.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <vector>

namespace keepable::office {

class ContextMenu : public cppu::WeakImplHelper1<com::sun::star::ui::XContextMenuInterceptor> {
  public:
    using Controller = com::sun::star::uno::Reference<com::sun::star::frame::XController>;

    explicit ContextMenu(WorkplacePointer workplace);

    // Serves this window from now on; a window served already is left as it is.
    void serve(const Controller& controller);

    com::sun::star::ui::ContextMenuInterceptorAction SAL_CALL
    notifyContextMenuExecute(const com::sun::star::ui::ContextMenuExecuteEvent& event) override;

  private:
    [[nodiscard]] bool isOnDeal(const Controller& controller) const;

    WorkplacePointer workplace_;
    std::vector<com::sun::star::uno::WeakReference<com::sun::star::frame::XController>> served_;
};

} // namespace keepable::office
