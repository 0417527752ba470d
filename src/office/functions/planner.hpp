// SPDX-License-Identifier: MPL-2.0
//
// Makes the plan of a plan cell: reads its ranges once, digests what it read, and plans unless the
// store already has the plan of exactly this content.
//
// Shape:   the result is the text of the plan cell: a handle, or the sentence why there is no plan.
// Thread:  any; Calc serialises its calls, scripts may call from elsewhere.
#pragma once

#include "office/document.hpp"
#include "office/log.hpp"
#include "office/plan_store.hpp"
#include "office/recalculation.hpp"
#include "office/sheet_snapshot.hpp"

#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ref.hxx>

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace keepable::office {

struct PlanRanges {
    RangeReference deals;
    RangeReference capacity;
    std::optional<RangeReference> items;
};

class Planner {
  public:
    Planner(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
            Log& log, std::shared_ptr<PlanStore> store,
            const rtl::Reference<Recalculation>& recalculation);

    // `texts`: in the language of the document.
    [[nodiscard]] std::string planText(const DocumentReader::Document& document,
                                       const PlanRanges& ranges,
                                       const com::sun::star::uno::Any& settings,
                                       const views::Texts& texts);

  private:
    void dropWhenClosed(const DocumentReader::Document& document, const std::string& identity);

    Log& log_;
    std::shared_ptr<PlanStore> store_;
    rtl::Reference<Recalculation> recalculation_;
    DocumentReader documents_;
    // Identities of the documents listened to; shared with the listeners.
    struct OpenDocuments {
        std::mutex mutex;
        std::set<std::string> identities;
    };
    std::shared_ptr<OpenDocuments> open_;
    class ClosingListener;
};

} // namespace keepable::office
