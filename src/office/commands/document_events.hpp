// SPDX-License-Identifier: MPL-2.0
//
// What is done when the host opens a spreadsheet: its windows get their context menu, and what the
// file format has lost is put right. Registered in registration/Jobs.xcu for spreadsheets only, so
// that other documents do not even load the library.
//
// Thread:  the office's main thread.
#pragma once

#include "office/commands/context_menu.hpp"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>
#include <rtl/ref.hxx>

#include <functional>

namespace keepable::office {

class DocumentEvents : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
  public:
    using Loaded =
        std::function<void(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document)>;

    DocumentEvents(WorkplacePointer workplace, const rtl::Reference<ContextMenu>& menu,
                   Loaded loaded);

    // XJob
    css::uno::Any SAL_CALL
    execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;
    // XServiceInfo
    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

  private:
    WorkplacePointer workplace_;
    rtl::Reference<ContextMenu> menu_;
    Loaded loaded_;
};

} // namespace keepable::office
