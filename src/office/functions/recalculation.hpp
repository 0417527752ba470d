// SPDX-License-Identifier: MPL-2.0
//
// What happens when a cell refers to a plan that is not in the store, as after loading XLSX, where Calc
// keeps the cells' last values: one recalculation of the documents that show the handle, queued so that
// it runs after the calculation under way. A handle that nobody can make again is tried once only.
//
// Thread:  want() from any; the recalculation runs on the office's main thread.
#pragma once

#include "office/log.hpp"

#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase1.hxx>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <unordered_set>
#include <vector>

namespace keepable::office {

class Recalculation : public cppu::WeakImplHelper1<com::sun::star::awt::XCallback> {
  public:
    Recalculation(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
        Log& log);

    void want(std::uint64_t digest);
    // The plan is there again: should it ever be missing once more, it may be wanted once more.
    void found(std::uint64_t digest);

    void SAL_CALL notify(const com::sun::star::uno::Any& data) override;

  private:
    void recalculateDocuments(const std::vector<std::uint64_t>& digests);

    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context_;
    Log& log_;
    std::mutex mutex_;
    std::vector<std::uint64_t> wanted_; // not empty: a recalculation is queued
    std::unordered_set<std::uint64_t> tried_;
    std::atomic<bool> has_tried_ = false; // spares found(), asked at every call, the lock
};

} // namespace keepable::office
