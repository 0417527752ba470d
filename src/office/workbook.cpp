// SPDX-License-Identifier: MPL-2.0
#include "office/workbook.hpp"

#include "office/boundary.hpp"
#include "office/calculation.hpp"
#include "office/convert.hpp"
#include "office/document.hpp"
#include "office/sheet_snapshot.hpp"
#include "office/workplace.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// After every edit the document is searched for more plan cells only while that goes unnoticed.
constexpr std::chrono::milliseconds kQuickSearch{5};

// A cell that has gone (its sheet was deleted, or undone) throws.
bool isStillPlanCell(const CellReference& cell) {
    try {
        return isPlanCell(cell);
    } catch (const css::uno::Exception&) {
        return false;
    }
}

rtl::OUString shownText(const CellReference& cell) {
    return Reference<css::text::XTextRange>(cell, UNO_QUERY_THROW)->getString();
}

// "$Plan.$B$4", also after its rows have moved; empty for none and for one that has gone.
std::string placeOf(const CellReference& cell) {
    try {
        return cell.is() ? absoluteName(cell) : std::string();
    } catch (const css::uno::Exception&) {
        return {};
    }
}

} // namespace

rtl::Reference<Workbook> Workbook::of(const std::shared_ptr<Workplace>& workplace,
                                      const Model& model) {
    const SpreadsheetDocument document(model, UNO_QUERY);
    const std::string identity =
        DocumentReader::identity(DocumentReader::Document(document, UNO_QUERY));
    if (identity.empty()) {
        return {};
    }
    const auto known = workplace->workbooks.find(identity);
    if (known != workplace->workbooks.end()) {
        const rtl::Reference<Workbook> workbook = known->second;
        // Nobody has looked since, or the look after an edit is still due: a command takes the cells as
        // they are.
        if (!workplace->is_at_work && (workbook->observers_.empty() || workbook->is_stale_)) {
            workbook->refresh();
        }
        return workbook->isOpen() ? workbook : rtl::Reference<Workbook>();
    }
    const rtl::Reference<Workbook> workbook(new Workbook(workplace, model, identity));
    Reference<css::util::XModifyBroadcaster>(model, UNO_QUERY_THROW)
        ->addModifyListener(workbook.get());
    workplace->workbooks.emplace(identity, workbook);
    workbook->refresh(true);
    return workbook->isOpen() ? workbook : rtl::Reference<Workbook>();
}

Workbook::Workbook(const std::shared_ptr<Workplace>& workplace, const Model& model,
                   std::string identity)
    : workplace_(workplace), model_(model), identity_(std::move(identity)) {}

SpreadsheetDocument Workbook::document() const {
    if (!isOpen()) {
        throw css::lang::DisposedException(toOffice("the document has closed"), nullptr);
    }
    return SpreadsheetDocument(model_, UNO_QUERY_THROW);
}

PlanArguments Workbook::arguments() const {
    return plan_cell_.is() ? planArguments(document(), plan_cell_) : PlanArguments{};
}

void Workbook::choosePlanCell(std::size_t index) {
    plan_cell_ = plan_cells_.at(index);
    refresh();
}

void Workbook::selectDeal(const std::string& key) {
    if (selected_deal_ != key) {
        selected_deal_ = key;
        tell(Change::kSelection);
    }
}

void Workbook::askWaysOut(const std::string& key) {
    selected_deal_ = key;
    asked_deal_ = key;
    asked_of_plan_ = plan_;
    tell(Change::kSelection);
}

bool Workbook::areWaysOutWanted() const {
    return plan_ && asked_of_plan_ == plan_ && asked_deal_ == selected_deal_;
}

void Workbook::refresh(bool search) {
    const auto workplace = workplace_.lock();
    if (!workplace || !isOpen()) {
        return;
    }
    is_stale_ = false;
    PlanCells cells{plan_cells_, plan_cell_};
    const bool have_gone = !std::all_of(cells.all.begin(), cells.all.end(), isStillPlanCell);
    search = search || unseen_ == Unseen::kPlan;
    if (search || have_gone || is_search_quick_) {
        cells = findCells();
        unseen_ = search && cells.all.empty() ? Unseen::kNotFound : Unseen::kNothing;
    }
    followMoves(*workplace->store, cells.all);
    const rtl::OUString shown = cells.shown.is() ? shownText(cells.shown) : rtl::OUString();
    if (!isOpen()) {
        return;
    }
    const bool are_as_many = cells.all.size() == plan_cells_.size();
    plan_cells_ = std::move(cells.all);
    plan_cell_ = cells.shown;
    const auto digest = digestIn(shown);
    PlanStore::PlanPointer plan = digest ? workplace->store->find(*digest) : nullptr;
    if (digest && !plan) {
        workplace->recalculation->want(*digest); // as after loading XLSX
    }
    std::string text = utf8(shown);
    if (plan != plan_ || text != plan_text_ || search || !are_as_many) {
        plan_ = std::move(plan);
        plan_text_ = std::move(text);
        tell(Change::kPlan);
    }
}

// Of a cell that shows a plan which was made from ranges that stood elsewhere: where it and its ranges
// stand; else empty.
std::string Workbook::movedPlan(const PlanStore& store, const CellReference& plan_cell) const {
    if (!isOpen() || !isStillPlanCell(plan_cell)) {
        return {};
    }
    const auto digest = digestIn(shownText(plan_cell));
    if (!digest || !store.find(*digest) || !isOpen()) {
        return {};
    }
    const PlanArguments ranges = planArguments(document(), plan_cell);
    if (!ranges.deals.is() || !ranges.capacity.is()) {
        return {}; // an expression, which the host follows
    }
    const std::string identity = rangesIdentity({ranges.deals, ranges.capacity, ranges.items});
    return store.isKeptFor(identity_, identity, *digest) ? std::string()
                                                         : placeOf(plan_cell) + ' ' + identity;
}

void Workbook::followMoves(const PlanStore& store, const std::vector<CellReference>& plan_cells) {
    const auto has_moved = [&](const CellReference& cell) {
        const std::string moved = movedPlan(store, cell);
        return !moved.empty() && !settled_.contains(moved);
    };
    if (!isOpen() || !calculatesByItself(document()) ||
        std::ranges::none_of(plan_cells, has_moved)) {
        return;
    }
    calculateAll(document());
    for (const CellReference& cell : plan_cells) {
        if (std::string moved = movedPlan(store, cell); !moved.empty()) {
            settled_.insert(std::move(moved));
        }
    }
}

Workbook::PlanCells Workbook::findCells() {
    // The host makes a new object for a cell each time, so the one shown is known by its place.
    const std::string shown = placeOf(plan_cell_);
    const auto start = std::chrono::steady_clock::now();
    PlanCells cells{findPlanCells(document()), {}};
    is_search_quick_ = std::chrono::steady_clock::now() - start < kQuickSearch;
    const auto same = std::find_if(cells.all.begin(), cells.all.end(),
                                   [&](const auto& cell) { return placeOf(cell) == shown; });
    if (same != cells.all.end()) {
        cells.shown = *same;
    } else if (!cells.all.empty()) {
        cells.shown = cells.all.front();
    }
    return cells;
}

std::uint32_t Workbook::addObserver(Observer observer) {
    observers_.emplace(++next_token_, std::move(observer));
    return next_token_;
}

void Workbook::removeObserver(std::uint32_t token) {
    observers_.erase(token);
}

void Workbook::tell(Change change) {
    // An observer may remove itself or others while it hears.
    std::vector<std::uint32_t> tokens;
    for (const auto& [token, observer] : observers_) {
        tokens.push_back(token);
    }
    for (const std::uint32_t token : tokens) {
        const auto found = observers_.find(token);
        if (found != observers_.end()) {
            const Observer observer = found->second;
            observer(change);
        }
    }
}

void Workbook::planned(const Workplace& workplace, const std::string& identity) {
    const auto known = workplace.workbooks.find(identity);
    if (known != workplace.workbooks.end()) {
        const rtl::Reference<Workbook> workbook = known->second;
        if (workbook->plan_cells_.empty() && workbook->unseen_ == Unseen::kNothing) {
            workbook->unseen_ = Unseen::kPlan;
        }
        workbook->lookSoon();
    }
}

void SAL_CALL Workbook::modified(const css::lang::EventObject& /*event*/) {
    ++edits_;
    is_stale_ = true;
    lookSoon();
}

void Workbook::lookSoon() {
    const auto workplace = workplace_.lock();
    const bool is_of_interest = !observers_.empty() || !plan_cells_.empty();
    if (!workplace || !is_of_interest || std::exchange(is_queued_, true)) {
        return;
    }
    guarded(
        workplace->log, "workbook",
        [&] { css::awt::AsyncCallback::create(workplace->context)->addCallback(this, {}); },
        [&] { is_queued_ = false; });
}

void SAL_CALL Workbook::notify(const css::uno::Any& /*data*/) {
    is_queued_ = false;
    const auto workplace = workplace_.lock();
    if (workplace && isOpen() && !workplace->is_at_work) {
        guarded(
            workplace->log, "workbook",
            [&] {
                if (observers_.empty()) {
                    followMoves(*workplace->store, planCells());
                    return;
                }
                refresh();
                if (std::exchange(told_edits_, edits_) != edits_) {
                    tell(Change::kCells);
                }
                if (workplace->edited) {
                    workplace->edited();
                }
            },
            [] {});
    }
}

void SAL_CALL Workbook::disposing(const css::lang::EventObject& /*event*/) {
    const rtl::Reference<Workbook> alive(this);
    model_.clear();
    plan_cells_.clear();
    plan_cell_.clear();
    plan_.reset();
    asked_of_plan_.reset();
    review.reset();
    if (const auto workplace = workplace_.lock()) {
        workplace->workbooks.erase(identity_);
    }
}

} // namespace keepable::office
