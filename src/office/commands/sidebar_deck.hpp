// SPDX-License-Identifier: MPL-2.0
//
// Bringing what a command is about into view: Keepable's deck, and in it the panel that tells.
//
// Rule:    nothing can scroll a deck, and on most screens the conflicts leave no room for the panel below
//          them. So the review is brought into view by folding the conflicts up.
// Thread:  the office's main thread.
#pragma once

#include <com/sun/star/frame/XFrame.hpp>

namespace keepable::office {

// False when the frame has no sidebar or the sidebar no such deck.
bool openConflicts(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);
bool openReview(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);

} // namespace keepable::office
