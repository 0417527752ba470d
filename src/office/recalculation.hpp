// SPDX-License-Identifier: MPL-2.0
//
// Work on whole documents that must wait until the calculation under way is over.
//
// A cell refers to a plan that is not in the store, as after loading XLSX, where Calc keeps the
// cells' last values: the documents that show the handle are recalculated, once. A handle that
// nobody can make again is tried once only; one that no open document shows yet, once more when a
// document has been loaded: LibreOffice 25.2 draws while it loads. A document has many plans in the store: those that no
// cell shows any more are given up.
//
// Thread:  want(), tidy() and loaded() from any; the work is done on the office's main thread.
#pragma once

#include "office/log.hpp"
#include "office/plan_store.hpp"
#include "office/shown_plans.hpp"

#include <com/sun/star/awt/XCallback.hpp>
#include <cppuhelper/implbase1.hxx>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <unordered_set>

namespace keepable::office {

class Recalculation : public cppu::WeakImplHelper1<com::sun::star::awt::XCallback> {
  public:
    Recalculation(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
        Log& log, std::shared_ptr<PlanStore> store);

    void want(std::uint64_t digest);
    // The plan is there again: should it ever be missing once more, it may be wanted once more.
    void found(std::uint64_t digest);
    void tidy(const std::string& document);
    void loaded();

    void SAL_CALL notify(const com::sun::star::uno::Any& data) override;

  private:
    struct Queued {
        std::set<std::uint64_t> wanted;
        std::set<std::string> crowded; // documents by identity
    };
    void queue();
    // Gives the wanted plans that the document shows.
    std::set<std::uint64_t> serve(const SpreadsheetDocument& document, const Queued& queued);

    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context_;
    Log& log_;
    std::shared_ptr<PlanStore> store_;
    std::mutex mutex_;
    bool is_queued_ = false;
    Queued queued_;
    std::set<std::uint64_t> missed_; // wanted, but shown by no document yet
    std::unordered_set<std::uint64_t> tried_;
    std::atomic<bool> has_tried_ = false; // spares found(), asked at every call, the lock
};

} // namespace keepable::office
