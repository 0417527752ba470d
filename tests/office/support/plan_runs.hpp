// SPDX-License-Identifier: MPL-2.0
//
// Counts how often Calc has worked out a plan cell anew: the cell broadcasts it each time, whether
// its text changed or not.
#pragma once

#include "office/support/workbook.hpp"

#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <atomic>
#include <string_view>

namespace keepable::office_tests {

class PlanRuns {
  public:
    PlanRuns(const Workbook& workbook, std::string_view plan_cell)
        : cell_(workbook.cell(plan_cell), css::uno::UNO_QUERY_THROW), listener_(new Listener) {
        cell_->addModifyListener(listener_.get());
    }
    ~PlanRuns() {
        try {
            cell_->removeModifyListener(listener_.get());
        } catch (const css::uno::Exception&) {
            cell_.clear(); // the document has been closed
        }
    }
    PlanRuns(const PlanRuns&) = delete;
    PlanRuns& operator=(const PlanRuns&) = delete;

    [[nodiscard]] int count() const { return listener_->count; }

  private:
    struct Listener : cppu::WeakImplHelper1<css::util::XModifyListener> {
        void SAL_CALL modified(const css::lang::EventObject& /*event*/) override { ++count; }
        void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override {}
        std::atomic<int> count = 0;
    };
    css::uno::Reference<css::util::XModifyBroadcaster> cell_;
    rtl::Reference<Listener> listener_;
};

} // namespace keepable::office_tests
