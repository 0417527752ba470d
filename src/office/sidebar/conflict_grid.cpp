// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/conflict_grid.hpp"

#include "office/boundary.hpp"
#include "office/convert.hpp"
#include "office/sidebar/pen.hpp"
#include "views/conflict_list.hpp"

#include <rtl/ref.hxx>

#include <array>

namespace keepable::office {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;

ConflictGrid::ConflictGrid(Log& log, CellText cell_text, Sort sort)
    : log_(log), cell_text_(std::move(cell_text)), sort_(std::move(sort)) {}

void ConflictGrid::close() {
    cell_text_ = nullptr;
    sort_ = nullptr;
    rows_ = 0;
}

void ConflictGrid::setOrder(sal_Int32 column, bool is_ascending) {
    order_ = {column, is_ascending};
}

void ConflictGrid::setRowCount(sal_Int32 rows) {
    const sal_Int32 before = std::exchange(rows_, rows);
    const auto listeners = listeners_;
    css::awt::grid::GridDataEvent event;
    event.Source = static_cast<cppu::OWeakObject*>(this);
    event.FirstColumn = -1;
    event.LastColumn = -1;
    for (const auto& listener : listeners) {
        if (rows > before) {
            event.FirstRow = before;
            event.LastRow = rows - 1;
            listener->rowsInserted(event);
        } else if (rows < before) {
            // Removing all says so by -1; the grid forgets where it was scrolled to.
            event.FirstRow = rows == 0 ? -1 : rows;
            event.LastRow = rows == 0 ? -1 : before - 1;
            listener->rowsRemoved(event);
        }
        if (rows > 0) {
            event.FirstRow = 0;
            event.LastRow = rows - 1;
            event.FirstColumn = 0;
            event.LastColumn = static_cast<sal_Int32>(views::kConflictColumns) - 1;
            listener->dataChanged(event);
            event.FirstColumn = -1;
            event.LastColumn = -1;
        }
    }
}

std::string ConflictGrid::textAt(sal_Int32 column, sal_Int32 row) {
    if (!cell_text_ || row < 0 || row >= rows_ || column < 0 || column >= getColumnCount()) {
        return {};
    }
    return guarded(
        log_, "conflicts", [&] { return cell_text_(column, row); }, [] { return std::string(); });
}

sal_Int32 SAL_CALL ConflictGrid::getRowCount() {
    return rows_;
}

sal_Int32 SAL_CALL ConflictGrid::getColumnCount() {
    return static_cast<sal_Int32>(views::kConflictColumns);
}

Any SAL_CALL ConflictGrid::getCellData(sal_Int32 column, sal_Int32 row) {
    return textValue(textAt(column, row));
}

Any SAL_CALL ConflictGrid::getCellToolTip(sal_Int32 column, sal_Int32 row) {
    return textValue(textAt(column, row));
}

Any SAL_CALL ConflictGrid::getRowHeading(sal_Int32 row) {
    return textValue(textAt(static_cast<sal_Int32>(views::ConflictColumn::kDeal), row));
}

Sequence<Any> SAL_CALL ConflictGrid::getRowData(sal_Int32 row) {
    Sequence<Any> cells(getColumnCount());
    Any* cell = cells.getArray();
    for (sal_Int32 column = 0; column < getColumnCount(); ++column) {
        cell[column] = getCellData(column, row);
    }
    return cells;
}

void SAL_CALL ConflictGrid::addRow(const Any& /*heading*/, const Sequence<Any>& /*cells*/) {}
void SAL_CALL ConflictGrid::addRows(const Sequence<Any>& /*headings*/,
                                    const Sequence<Sequence<Any>>& /*cells*/) {}
void SAL_CALL ConflictGrid::insertRow(sal_Int32 /*row*/, const Any& /*heading*/,
                                      const Sequence<Any>& /*cells*/) {}
void SAL_CALL ConflictGrid::insertRows(sal_Int32 /*row*/, const Sequence<Any>& /*headings*/,
                                       const Sequence<Sequence<Any>>& /*cells*/) {}
void SAL_CALL ConflictGrid::removeRow(sal_Int32 /*row*/) {}
void SAL_CALL ConflictGrid::removeAllRows() {}
void SAL_CALL ConflictGrid::updateCellData(sal_Int32 /*column*/, sal_Int32 /*row*/,
                                           const Any& /*value*/) {}
void SAL_CALL ConflictGrid::updateRowData(const Sequence<sal_Int32>& /*columns*/, sal_Int32 /*row*/,
                                          const Sequence<Any>& /*cells*/) {}
void SAL_CALL ConflictGrid::updateRowHeading(sal_Int32 /*row*/, const Any& /*heading*/) {}
void SAL_CALL ConflictGrid::updateCellToolTip(sal_Int32 /*column*/, sal_Int32 /*row*/,
                                              const Any& /*value*/) {}
void SAL_CALL ConflictGrid::updateRowToolTip(sal_Int32 /*row*/, const Any& /*value*/) {}

void SAL_CALL
ConflictGrid::addGridDataListener(const Reference<css::awt::grid::XGridDataListener>& listener) {
    if (listener.is()) {
        listeners_.push_back(listener);
    }
}

void SAL_CALL
ConflictGrid::removeGridDataListener(const Reference<css::awt::grid::XGridDataListener>& listener) {
    std::erase(listeners_, listener);
}

void SAL_CALL ConflictGrid::sortByColumn(sal_Int32 column, sal_Bool is_ascending) {
    if (sort_) {
        guarded(
            log_, "conflicts", [&] { sort_(column, is_ascending); }, [] {});
    }
}

void SAL_CALL ConflictGrid::removeColumnSort() {}

css::beans::Pair<sal_Int32, sal_Bool> SAL_CALL ConflictGrid::getCurrentSortOrder() {
    return order_;
}

void SAL_CALL ConflictGrid::dispose() {
    close();
    listeners_.clear();
}

void SAL_CALL
ConflictGrid::addEventListener(const Reference<css::lang::XEventListener>& /*listener*/) {}

void SAL_CALL
ConflictGrid::removeEventListener(const Reference<css::lang::XEventListener>& /*listener*/) {}

Reference<css::util::XCloneable> SAL_CALL ConflictGrid::createClone() {
    // Without its panel's answers: the clone may outlive the panel.
    const rtl::Reference<ConflictGrid> clone(new ConflictGrid(log_, nullptr, nullptr));
    return Reference<css::util::XCloneable>(clone.get());
}

void showColours(Form& form, std::string_view list) {
    const Reference<css::awt::XControl> control(form.control(list));
    const Look look = Look::of(control->getPeer());
    const auto set = [&](const char* property, Colour colour) {
        form.setProperty(list, property, Any(colour));
    };
    // Rows in two shades of no colour: the host's own second shade looks like a selection.
    const std::array<Colour, 2> rows{look.field, blended(look.field, look.field_text, 5)};
    form.setProperty(list, "RowBackgroundColors",
                     Any(css::uno::Sequence<Colour>(rows.data(), rows.size())));
    set("ActiveSelectionBackgroundColor", look.highlight);
    set("ActiveSelectionTextColor", look.highlight_text);
    set("InactiveSelectionBackgroundColor", blended(look.field, look.highlight, 45));
    set("InactiveSelectionTextColor", look.field_text);
}

} // namespace keepable::office
