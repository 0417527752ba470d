// SPDX-License-Identifier: MPL-2.0
//
// The sheet functions: keepable.Promises. Each converts its arguments, asks, and converts the
// answer.
//
// Life:    one object a process, made at the first call and kept until the office ends.
// Thread:  Calc serialises its calls but makes them from different threads.
// Errors:  nothing is thrown. #N/A: unknown plan, deal, item or resource, or no such date. #VALUE!:
//          an argument that cannot be read.
// Source:  contract section 4.
#pragma once

#include "office/binary_proxy.hpp"
#include "office/functions/planner.hpp"
#include "office/functions/reliability_function.hpp"
#include "office/functions/target_functions.hpp"
#include "office/workplace.hpp"

#include <com/sun/star/frame/XTerminateListener.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase3.hxx>
#include <keepable/XPromises.hpp>
#include <rtl/ref.hxx>

#include <array>
#include <memory>

namespace keepable::office {

class Promises
    : public cppu::WeakImplHelper3<::keepable::XPromises, com::sun::star::lang::XServiceInfo,
                                   com::sun::star::frame::XTerminateListener> {
  public:
    using Any = com::sun::star::uno::Any;
    using Document = DocumentReader::Document;
    using Matrix = com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<Any>>;

    explicit Promises(WorkplacePointer workplace);

    // XPromises
    Any SAL_CALL plan(const Document& document, const RangeReference& deals,
                      const RangeReference& capacity, const Any& settings) override;
    Any SAL_CALL planItems(const Document& document, const RangeReference& deals,
                           const RangeReference& capacity, const RangeReference& items,
                           const Any& settings) override;
    Any SAL_CALL status(const rtl::OUString& plan, const Any& deal) override;
    Any SAL_CALL earliest(const rtl::OUString& plan, const Any& deal) override;
    Any SAL_CALL shortfall(const rtl::OUString& plan, const Any& deal) override;
    Any SAL_CALL bottleneck(const rtl::OUString& plan, const Any& deal) override;
    Any SAL_CALL rivals(const rtl::OUString& plan, const Any& deal) override;
    Any SAL_CALL reason(const rtl::OUString& plan, const Any& deal) override;
    Any SAL_CALL chance(const rtl::OUString& plan, const Any& deal) override;
    Any SAL_CALL decideBy(const rtl::OUString& plan, const Any& deal) override;
    Any SAL_CALL quote(const rtl::OUString& plan, const Any& item, const Any& quantity,
                       const Any& not_before) override;
    Matrix SAL_CALL table(const rtl::OUString& plan) override;
    Any SAL_CALL capacityLoad(const rtl::OUString& plan, const Any& resource, const Any& from,
                              const Any& to, const Any& kind) override;
    Any SAL_CALL capacityFree(const rtl::OUString& plan, const Any& resource, const Any& from,
                              const Any& to) override;
    Any SAL_CALL reliability(const Document& document, const RangeReference& promised,
                             const RangeReference& delivered, const Any& keys,
                             const Any& key) override;
    Matrix SAL_CALL buffers(const rtl::OUString& plan) override;
    Any SAL_CALL log(const Document& document, const RangeReference& decisions) override;
    Any SAL_CALL actual(const rtl::OUString& plan, const Any& metric, const Any& log,
                        const Any& from, const Any& due) override;
    Any SAL_CALL progress(const Document& document, const Any& actual, const Any& baseline,
                          const Any& target) override;
    Any SAL_CALL standing(const Document& document, const Any& metric, const Any& actual,
                          const Any& baseline, const Any& target, const Any& from,
                          const Any& due) override;
    rtl::OUString SAL_CALL support() override;

    // XServiceInfo
    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

    // Makes the calls of Calc cheap from now on; for whoever creates the object, once it is
    // referenced.
    void serveOften();

    // XTerminateListener: lets go of what lives as long as the office.
    void SAL_CALL queryTermination(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL notifyTermination(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

  private:
    [[nodiscard]] Any planned(const Document& document, const PlanRanges& ranges,
                              const Any& settings);
    // Sentences in cells are in the document's language, whoever opens it.
    [[nodiscard]] const views::Texts& textsOf(const StoredPlan& plan) const;
    // The plan a handle names. Null when it is not in the store; then a recalculation is under way.
    PlanStore::PlanPointer planNamed(const rtl::OUString& handle);
    // answer(plan) for the plan a handle names, #N/A without one.
    template <class Answer> Any ofPlan(const rtl::OUString& plan, Answer answer);
    template <class Answer>
    Any guardedOfPlan(const char* function, const rtl::OUString& plan, Answer answer);
    // answer(plan, deal) for a deal of it, #N/A when it has no such deal.
    template <class Answer>
    Any ofDeal(const char* function, const rtl::OUString& plan, const Any& deal, Answer answer);

    WorkplacePointer workplace_;
    Log& log_; // of the workplace
    Planner planner_;
    ReliabilityFunction reliability_;
    TargetFunctions targets_;
    std::array<Any, 5> verdict_words_; // by Verdict, made once
    BinaryProxy proxy_;
};

} // namespace keepable::office
