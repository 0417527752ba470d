// SPDX-License-Identifier: MPL-2.0
//
// The end of a dialog or a panel with all its controls.
//
// Rule:    when somebody has asked for the accessible object of a grid, a screen reader for one, the host
//          frees it in the middle of disposing of the grid and then goes on with it (7.4): the heap is
//          damaged, and the office crashes sooner or later. So those of all controls are held until
//          the window has gone.
// Thread:  the office's main thread.
#pragma once

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XInterface.hpp>

namespace keepable::office {

// A control with others in it.
void disposeOfWindow(
    const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& container);

} // namespace keepable::office
