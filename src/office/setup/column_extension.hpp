// SPDX-License-Identifier: MPL-2.0
//
// Keeps the columns beside the deals in step with deals added later, whenever Calc has made a plan.
//
// Rule:    see deal_columns.hpp. Hears of plans in the midst of a calculation and looks at the
//          document when that is over; many plans together make one look.
// Life:    as long as the component; of documents it keeps nothing but weak references.
// Thread:  planned() from any; the look on the office's main thread.
#pragma once

#include "office/document.hpp"
#include "office/workplace.hpp"

#include <com/sun/star/awt/XCallback.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <memory>
#include <mutex>
#include <vector>

namespace keepable::office {

class ColumnExtension : public cppu::WeakImplHelper1<com::sun::star::awt::XCallback> {
  public:
    explicit ColumnExtension(const WorkplacePointer& workplace);

    void planned(const DocumentReader::Document& document);

    // XCallback
    void SAL_CALL notify(const com::sun::star::uno::Any& data) override;

  private:
    std::weak_ptr<Workplace> workplace_; // which owns this
    std::mutex mutex_;                   // of documents_
    std::vector<com::sun::star::uno::WeakReference<com::sun::star::frame::XModel>> documents_;
};

} // namespace keepable::office
