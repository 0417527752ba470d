// SPDX-License-Identifier: MPL-2.0
#include "office/sheet_watch.hpp"

#include "office/convert.hpp"

#include <com/sun/star/util/XModifyBroadcaster.hpp>

#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

bool areSame(const CellArea& left, const CellArea& right) {
    return left.Sheet == right.Sheet && left.StartColumn == right.StartColumn &&
           left.StartRow == right.StartRow && left.EndColumn == right.EndColumn &&
           left.EndRow == right.EndRow;
}

} // namespace

rtl::Reference<SheetWatch> SheetWatch::on(const SheetReference& sheet) {
    rtl::Reference<SheetWatch> watch(new SheetWatch);
    watch->sheet_ = sheet;
    watch->settle();
    if (const Reference<css::util::XModifyBroadcaster> cells(sheet, UNO_QUERY); cells.is()) {
        cells->addModifyListener(watch.get());
    } else {
        watch->has_changed_ = true; // nobody will tell: always to be read
    }
    return watch;
}

bool SheetWatch::hasChanged() const {
    if (has_changed_ || !sheet_.is()) {
        return true;
    }
    try {
        return !areSame(area_, usedArea(sheet_));
    } catch (const css::uno::Exception&) {
        return true; // the sheet was removed
    }
}

void SheetWatch::settle() {
    has_changed_ = false;
    if (sheet_.is()) {
        area_ = usedArea(sheet_);
    }
}

void SheetWatch::close() {
    const Reference<css::util::XModifyBroadcaster> cells(std::exchange(sheet_, nullptr), UNO_QUERY);
    try {
        if (cells.is()) {
            cells->removeModifyListener(this);
        }
    } catch (const css::uno::Exception&) {
        has_changed_ = true; // the document has gone, and its listeners with it
    }
}

void SAL_CALL SheetWatch::modified(const css::lang::EventObject& /*event*/) {
    has_changed_ = true;
}

void SAL_CALL SheetWatch::disposing(const css::lang::EventObject& /*event*/) {
    sheet_.clear();
}

} // namespace keepable::office
