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
#include "office/workplace.hpp"

#include <com/sun/star/uno/Any.hxx>
#include <rtl/ref.hxx>

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace keepable::office {

struct PlanRanges {
    RangeReference deals;
    RangeReference capacity;
    std::optional<RangeReference> items;
};

class Planner {
  public:
    explicit Planner(Workplace& workplace);

    // `texts`: in the language of the document.
    [[nodiscard]] std::string planText(const DocumentReader::Document& document,
                                       const PlanRanges& ranges,
                                       const com::sun::star::uno::Any& settings,
                                       const views::Texts& texts);

    // Gives up the plans and logs of the document when it closes.
    void dropWhenClosed(const DocumentReader::Document& document, const std::string& identity);

  private:
    [[nodiscard]] tables::Grid promiseCells(const RangeReference& deals,
                                            const tables::HeadingRow& heading) const;

    Log& log_;
    std::vector<const views::Texts*> languages_;
    std::shared_ptr<PlanStore> store_;
    std::shared_ptr<LogStore> logs_;
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
