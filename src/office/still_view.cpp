// SPDX-License-Identifier: MPL-2.0
#include "office/still_view.hpp"

#include "office/undo_step.hpp"

#include <com/sun/star/frame/XModel.hpp>

#include <utility>

namespace keepable::office {

using css::uno::Reference;

class StillView::Hold {
  public:
    explicit Hold(const SpreadsheetDocument& document)
        : document_(document, css::uno::UNO_QUERY_THROW) {}
    ~Hold() {
        try {
            letGo();
        } catch (const css::uno::Exception&) {
            is_held_ = false; // the document has gone, and its view with it
        }
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

    void take() {
        if (!std::exchange(is_held_, true)) {
            document_->lockControllers();
        }
    }

    void letGo() {
        if (std::exchange(is_held_, false)) {
            document_->unlockControllers();
        }
    }

  private:
    Reference<css::frame::XModel> document_;
    bool is_held_ = false;
};

StillView::StillView(const SpreadsheetDocument& document)
    : document_(document), hold_(std::make_shared<Hold>(document)) {
    performUndoably(
        document_, [hold = hold_] { hold->take(); }, [hold = hold_] { hold->letGo(); });
}

StillView::~StillView() {
    try {
        performUndoably(
            document_, [hold = hold_] { hold->letGo(); }, [hold = hold_] { hold->take(); });
    } catch (const css::uno::Exception&) {
        hold_.reset(); // the document has gone
    }
}

} // namespace keepable::office
