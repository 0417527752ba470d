// SPDX-License-Identifier: MPL-2.0
//
// An open document as panels and commands see it: its plan, the deal that is selected, and what the
// user chose to see. It lives as long as the document, panels come and go.
//
// Rule:    it never plans. It reads the text of the plan cell, which Calc has worked out, and finds
//          the plan of that handle in the store. Edits are noticed through the document's modified
//          broadcasts, recalculations when they plan; both are looked at once they are over.
//          Observers hear when the plan is another.
// Moves:   a plan knows rows and columns of the sheet, and Calc lets its formula be when rows inserted
//          above a table only move the table. So a plan that was not made from the ranges where they
//          stand now is calculated again, unless the user has turned automatic calculation off.
// Closing: any call of the host may let it close the document. Plan and plan cells are then null, and
//          are handed out by value so that what a caller holds stays; document() throws.
// Thread:  the office's main thread.
#pragma once

#include "office/plan_cells.hpp"
#include "office/plan_store.hpp"
#include "planning/plan_input.hpp"

#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase2.hxx>
#include <rtl/ref.hxx>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace keepable::office {

class ReviewRecord;
struct Workplace;

class Workbook : public cppu::WeakImplHelper2<com::sun::star::util::XModifyListener,
                                              com::sun::star::awt::XCallback> {
  public:
    using Model = com::sun::star::uno::Reference<com::sun::star::frame::XModel>;

    // What changed since an observer last heard.
    // kCells: cells were edited, whether or not the plan is another for it.
    enum class Change : std::uint8_t { kPlan, kSelection, kCells };
    using Observer = std::function<void(Change)>;

    // The one of this document; null for anything but an open spreadsheet document.
    [[nodiscard]] static rtl::Reference<Workbook> of(const std::shared_ptr<Workplace>& workplace,
                                                     const Model& model);

    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] bool isOpen() const { return model_.is(); }
    // Never null: a css::lang::DisposedException once the document has closed.
    [[nodiscard]] SpreadsheetDocument document() const;

    // All plan cells, and the one shown. A document without one has a null plan cell.
    [[nodiscard]] std::vector<CellReference> planCells() const { return plan_cells_; }
    [[nodiscard]] CellReference planCell() const { return plan_cell_; }
    void choosePlanCell(std::size_t index);
    // What the plan cell shows: a handle, or the sentence or error in its place.
    [[nodiscard]] const std::string& planText() const { return plan_text_; }
    // Null when the plan cell shows no plan.
    [[nodiscard]] PlanStore::PlanPointer plan() const { return plan_; }
    [[nodiscard]] PlanArguments arguments() const;

    // The deal that panels and cell cursor point at, by its key, so that it outlives a plan.
    [[nodiscard]] const std::string& selectedDeal() const { return selected_deal_; }
    void selectDeal(const std::string& key);
    // Selects a deal whose ways out somebody wants to see. They are never worked out for looking, and
    // the wish ends with another selection or plan.
    void askWaysOut(const std::string& key);
    [[nodiscard]] bool areWaysOutWanted() const;

    // Grows with every edit, undo and redo included, before anybody can look at the cells again.
    [[nodiscard]] std::uint64_t edits() const { return edits_; }
    // What a review looks at here, see review_record.hpp; null until somebody has looked.
    std::shared_ptr<ReviewRecord> review;

    // The deals of the conflicts list, by key, in the order the user sees; the panel keeps it.
    std::vector<std::string> conflict_order;
    // What panels keep between their lives (sort, filter, zoom), by panel and name.
    std::map<std::string, std::string> kept;

    // After a plan of the document was made or found, in the midst of the calculation: looks at the
    // plan cell once that is over. LibreOffice 25.2 tells nobody of a recalculation that no edit has
    // set off.
    static void planned(const Workplace& workplace, const std::string& identity);

    // Looks at the plan cell now; searches for plan cells when those known have gone or `search`. Has the
    // document calculated where a table has moved.
    void refresh(bool search = false);

    [[nodiscard]] std::uint32_t addObserver(Observer observer);
    void removeObserver(std::uint32_t token);

    // XModifyListener
    void SAL_CALL modified(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;
    // XCallback
    void SAL_CALL notify(const com::sun::star::uno::Any& data) override;

  private:
    Workbook(const std::shared_ptr<Workplace>& workplace, const Model& model, std::string identity);
    void tell(Change change);
    void lookSoon();
    struct PlanCells {
        std::vector<CellReference> all;
        CellReference shown;
    };
    [[nodiscard]] PlanCells findCells();
    [[nodiscard]] std::string movedPlan(const PlanStore& store,
                                        const CellReference& plan_cell) const;
    void followMoves(const PlanStore& store, const std::vector<CellReference>& plan_cells);

    std::weak_ptr<Workplace> workplace_; // which owns this
    Model model_;
    std::string identity_;
    std::vector<CellReference> plan_cells_;
    CellReference plan_cell_;
    std::string plan_text_;
    PlanStore::PlanPointer plan_;
    std::string selected_deal_;
    std::string asked_deal_;               // whose ways out are wanted
    PlanStore::PlanPointer asked_of_plan_; // in this plan
    std::map<std::uint32_t, Observer> observers_;
    std::uint32_t next_token_ = 0;
    std::uint64_t edits_ = 0;
    std::uint64_t told_edits_ = 0; // up to which observers have heard
    bool is_queued_ = false;
    bool is_stale_ = false; // edited after the last look
    bool is_search_quick_ = true;
    // Plan cells with their ranges that are another's in the store even when just calculated, as those of
    // an expression.
    std::set<std::string> settled_;
    // Something was planned while no plan cell was known: worth one search. In a formula that only
    // contains the function it is not found, and not searched for again.
    enum class Unseen : std::uint8_t { kNothing, kPlan, kNotFound };
    Unseen unseen_ = Unseen::kNothing;
};

} // namespace keepable::office
