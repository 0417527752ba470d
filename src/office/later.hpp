// SPDX-License-Identifier: MPL-2.0
//
// Work to be done once the host is through with what it does now.
//
// Rule:    what a button or a mouse sets off goes this way. The host calls those listeners on its
//          main thread but without its lock (7.4), so that a document closed by another thread
//          would take a panel away in the middle of its work; later work has the lock.
// Errors:  end in the log.
// Thread:  may be called on any; the work runs on the office's main thread.
#pragma once

#include "office/log.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>

namespace keepable::office {

void later(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
           Log& log, const char* what, std::function<void()> work);

} // namespace keepable::office
