// SPDX-License-Identifier: MPL-2.0
//
// Bringing Keepable's deck into view.
//
// Thread:  the office's main thread.
#pragma once

#include <com/sun/star/frame/XFrame.hpp>

namespace keepable::office {

// False when the frame has no sidebar or the sidebar no such deck.
bool openDeck(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);

} // namespace keepable::office
