// SPDX-License-Identifier: MPL-2.0
//
// The rows of the conflicts list for the host's grid control. It keeps no cells: the grid asks for
// those it draws, and each is worked out then, so that thousands of rows cost nothing.
//
// Shape:   columns as in views::ConflictColumn. Clicking on a heading comes as sortByColumn().
// Errors:  a row that has just gone is empty.
// Thread:  the office's main thread.
#pragma once

#include "office/log.hpp"
#include "office/sidebar/form.hpp"

#include <com/sun/star/awt/grid/XGridDataListener.hpp>
#include <com/sun/star/awt/grid/XMutableGridDataModel.hpp>
#include <com/sun/star/awt/grid/XSortableGridData.hpp>
#include <cppuhelper/implbase2.hxx>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keepable::office {

class ConflictGrid : public cppu::WeakImplHelper2<com::sun::star::awt::grid::XMutableGridDataModel,
                                                  com::sun::star::awt::grid::XSortableGridData> {
  public:
    using CellText = std::function<std::string(sal_Int32 column, sal_Int32 row)>;
    using Sort = std::function<void(sal_Int32 column, bool is_ascending)>;

    ConflictGrid(Log& log, CellText cell_text, Sort sort);
    void setRowCount(sal_Int32 rows); // all rows may be others afterwards
    void setOrder(sal_Int32 column, bool is_ascending);
    void close(); // before its panel goes

    // XGridDataModel
    sal_Int32 SAL_CALL getRowCount() override;
    sal_Int32 SAL_CALL getColumnCount() override;
    com::sun::star::uno::Any SAL_CALL getCellData(sal_Int32 column, sal_Int32 row) override;
    com::sun::star::uno::Any SAL_CALL getCellToolTip(sal_Int32 column, sal_Int32 row) override;
    com::sun::star::uno::Any SAL_CALL getRowHeading(sal_Int32 row) override;
    com::sun::star::uno::Sequence<com::sun::star::uno::Any>
        SAL_CALL getRowData(sal_Int32 row) override;
    // XMutableGridDataModel: of these only the listeners mean anything here.
    void SAL_CALL addRow(const com::sun::star::uno::Any&,
                         const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) override;
    void SAL_CALL addRows(const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&,
                          const com::sun::star::uno::Sequence<
                              com::sun::star::uno::Sequence<com::sun::star::uno::Any>>&) override;
    void SAL_CALL
    insertRow(sal_Int32, const com::sun::star::uno::Any&,
              const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) override;
    void SAL_CALL
    insertRows(sal_Int32, const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&,
               const com::sun::star::uno::Sequence<
                   com::sun::star::uno::Sequence<com::sun::star::uno::Any>>&) override;
    void SAL_CALL removeRow(sal_Int32) override;
    void SAL_CALL removeAllRows() override;
    void SAL_CALL updateCellData(sal_Int32, sal_Int32, const com::sun::star::uno::Any&) override;
    void SAL_CALL
    updateRowData(const com::sun::star::uno::Sequence<sal_Int32>&, sal_Int32,
                  const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) override;
    void SAL_CALL updateRowHeading(sal_Int32, const com::sun::star::uno::Any&) override;
    void SAL_CALL updateCellToolTip(sal_Int32, sal_Int32, const com::sun::star::uno::Any&) override;
    void SAL_CALL updateRowToolTip(sal_Int32, const com::sun::star::uno::Any&) override;
    void SAL_CALL addGridDataListener(
        const com::sun::star::uno::Reference<com::sun::star::awt::grid::XGridDataListener>&
            listener) override;
    void SAL_CALL removeGridDataListener(
        const com::sun::star::uno::Reference<com::sun::star::awt::grid::XGridDataListener>&
            listener) override;
    // XSortableGridData
    void SAL_CALL sortByColumn(sal_Int32 column, sal_Bool is_ascending) override;
    void SAL_CALL removeColumnSort() override;
    com::sun::star::beans::Pair<sal_Int32, sal_Bool> SAL_CALL getCurrentSortOrder() override;
    // XComponent and XCloneable, which the data model includes
    void SAL_CALL dispose() override;
    void SAL_CALL addEventListener(
        const com::sun::star::uno::Reference<com::sun::star::lang::XEventListener>&) override;
    void SAL_CALL removeEventListener(
        const com::sun::star::uno::Reference<com::sun::star::lang::XEventListener>&) override;
    com::sun::star::uno::Reference<com::sun::star::util::XCloneable>
        SAL_CALL createClone() override;

  private:
    [[nodiscard]] std::string textAt(sal_Int32 column, sal_Int32 row);

    Log& log_;
    CellText cell_text_;
    Sort sort_;
    sal_Int32 rows_ = 0;
    com::sun::star::beans::Pair<sal_Int32, sal_Bool> order_{0, true};
    std::vector<com::sun::star::uno::Reference<com::sun::star::awt::grid::XGridDataListener>>
        listeners_;
};

// The host's own colour for a selection without focus is grey on grey. Ours stays readable: the colour of a
// selection, paler while the list has no focus.
void showColours(Form& form, std::string_view list);

} // namespace keepable::office
