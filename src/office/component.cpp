// SPDX-License-Identifier: MPL-2.0
//
// The entry points of the component, named in registration/keepable.components. Whoever calls owns
// the object it gets.
#include "office/functions/promises.hpp"

#include <com/sun/star/frame/Desktop.hpp>
#include <sal/types.h>

// NOLINTNEXTLINE(readability-identifier-naming): the name stands in a published file
extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface* SAL_CALL keepable_promises_get(
    com::sun::star::uno::XComponentContext* context,
    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    namespace css = com::sun::star;
    const rtl::Reference<keepable::office::Promises> promises(
        new keepable::office::Promises(context));
    css::frame::Desktop::create(context)->addTerminateListener(promises.get());
    promises->serveOften();
    promises->acquire();
    return static_cast<cppu::OWeakObject*>(promises.get());
}
