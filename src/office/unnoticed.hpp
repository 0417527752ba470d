// SPDX-License-Identifier: MPL-2.0
//
// The document while nothing of what is done to it counts as a change by the user: it leaves no undo
// and does not set the document modified.
//
// Thread:  the office's main thread.
#pragma once

#include "office/shown_plans.hpp"

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/util/XModifiable.hpp>

namespace keepable::office {

class Unnoticed {
  public:
    explicit Unnoticed(const SpreadsheetDocument& document);
    ~Unnoticed();
    Unnoticed(const Unnoticed&) = delete;
    Unnoticed& operator=(const Unnoticed&) = delete;

  private:
    com::sun::star::uno::Reference<com::sun::star::util::XModifiable> modifiable_;
    bool was_modified_;
    com::sun::star::uno::Reference<com::sun::star::document::XUndoManager> manager_;
    bool had_undo_;
};

} // namespace keepable::office
