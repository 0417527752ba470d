// SPDX-License-Identifier: MPL-2.0
#include "office/later.hpp"

#include "office/boundary.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <cppuhelper/implbase1.hxx>

#include <utility>

namespace keepable::office {

namespace {

class Later : public cppu::WeakImplHelper1<css::awt::XCallback> {
  public:
    Later(Log& log, const char* what, std::function<void()> work)
        : log_(log), what_(what), work_(std::move(work)) {}
    void SAL_CALL notify(const css::uno::Any& /*data*/) override {
        guarded(log_, what_, work_, [] {});
    }

  private:
    Log& log_;
    const char* what_;
    std::function<void()> work_;
};

} // namespace

void later(const css::uno::Reference<css::uno::XComponentContext>& context, Log& log,
           const char* what, std::function<void()> work) {
    guarded(
        log, what,
        [&] {
            css::awt::AsyncCallback::create(context)->addCallback(
                new Later(log, what, std::move(work)), {});
        },
        [] {});
}

} // namespace keepable::office
