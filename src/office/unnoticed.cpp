// SPDX-License-Identifier: MPL-2.0
#include "office/unnoticed.hpp"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>

namespace keepable::office {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Unnoticed::Unnoticed(const SpreadsheetDocument& document)
    : modifiable_(document, UNO_QUERY_THROW), was_modified_(modifiable_->isModified()),
      manager_(Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)
                   ->getUndoManager()),
      had_undo_(manager_->isUndoPossible()) {
    manager_->lock();
}

Unnoticed::~Unnoticed() {
    try {
        manager_->unlock();
        // The office forgets the lock as soon as it draws.
        if (!had_undo_ && manager_->isUndoPossible()) {
            manager_->clear();
        }
        modifiable_->setModified(was_modified_);
    } catch (const css::uno::Exception&) {
        manager_.clear(); // the document has been closed meanwhile
    }
}

} // namespace keepable::office
