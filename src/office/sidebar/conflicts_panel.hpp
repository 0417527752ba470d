// SPDX-License-Identifier: MPL-2.0
//
// The Conflicts panel: the deals that are not kept, to walk through, and why the selected one is
// not. The row selected here and the row of the cell cursor follow each other.
//
// Controls: search, verdict, owner, resource, sort, those of whose_filter.hpp, count, list (a grid),
//           message, show_all; of the selected deal title, facts, owners, reason, rivals_label with rival1 ..., rows_label with
//           row1 ...
// Cost:     a selection or a move of the cell cursor looks one deal up; only another plan, filter or
//           order lists all of them again.
#pragma once

#include "office/sidebar/conflict_grid.hpp"
#include "office/sidebar/load_picture.hpp"
#include "office/sidebar/panel.hpp"
#include "office/sidebar/whose_filter.hpp"
#include "views/conflict_list.hpp"

#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/lang/XEventListener.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keepable::office {

class ConflictsPanel : public Panel {
  public:
    explicit ConflictsPanel(PanelPlace place);

  protected:
    ~ConflictsPanel() override;
    void build() override;
    void refresh(Workbook::Change change) override;
    // Of people, and of what was said: neither is of the plan.
    [[nodiscard]] bool showsCells() const override { return true; }
    void layout(int width, int height) override;
    [[nodiscard]] int preferredHeight(int width) override;
    [[nodiscard]] bool isGrowing() const override { return true; }
    [[nodiscard]] int leastHeight(int width) override;
    void leave() override;

  private:
    class Selecting; // listens to the grid and to the cell cursor

    void buildFilter();
    void buildList();
    void buildDetails();
    void readSettings();
    void filterChanged();
    void sortChanged(const views::ConflictOrder& order);
    void showAll();
    void whoseChanged();
    void showList();
    void showChoices(const views::ConflictList& list);
    void showMessage();
    void showSelection();
    void bringSelectionIntoSight();
    void showDetails();
    void rowSelected();
    void cursorMoved();
    void goToNamed(const std::string& deal);
    void goToLine(std::size_t index);
    int arrange(int width, int list_height, Stack::Purpose purpose);
    [[nodiscard]] std::string cellText(sal_Int32 column, sal_Int32 row) const;
    [[nodiscard]] PlanStore::PlanPointer plan() const;
    [[nodiscard]] std::shared_ptr<ReviewRecord> record() const;
    [[nodiscard]] const ReviewRecord* ofListed(const ReviewRecord* record) const;
    [[nodiscard]] std::vector<std::string> keysOfList() const;

    views::ConflictFilter filter_;
    std::optional<WhoseFilter> whose_;            // once the form is there
    std::optional<std::uint64_t> record_version_; // that was shown
    views::ConflictOrder order_;
    views::ConflictList list_;
    PlanStore::PlanPointer listed_; // the plan of list_
    views::DealDetails details_;
    std::vector<std::string> owners_; // as the list boxes have them, after "all"
    std::vector<std::string> resources_;
    rtl::Reference<ConflictGrid> grid_;
    com::sun::star::uno::Reference<com::sun::star::awt::grid::XGridRowSelection> selection_;
    rtl::Reference<Selecting> selecting_;
    std::unique_ptr<LoadPicture> picture_;
    bool has_picture_ = false;
    std::pair<int, int> list_size_; // width and height
    bool is_showing_ = false;       // what the grid says now is our doing
};

} // namespace keepable::office
