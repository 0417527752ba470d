// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/conflicts_panel.hpp"

#include "office/boundary.hpp"
#include "office/configuration.hpp"
#include "office/convert.hpp"
#include "office/navigation.hpp"
#include "views/words.hpp"

#include <com/sun/star/awt/grid/XGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridSelectionListener.hpp>
#include <com/sun/star/style/HorizontalAlignment.hpp>
#include <com/sun/star/view/SelectionType.hpp>
#include <com/sun/star/view/XSelectionChangeListener.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase2.hxx>

#include <algorithm>
#include <array>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using planning::Verdict;
using views::ConflictColumn;

constexpr const char* kGroup = "Conflicts";
constexpr std::array kVerdicts = {Verdict::kInfeasible, Verdict::kAtRisk, Verdict::kCheckRow};
constexpr int kLeastRows = 4;         // of the list, its heading included
constexpr int kPreferredRows = 7;     // more when there is room
constexpr std::size_t kMostLines = 8; // of a deal that are linked to

struct GridColumn {
    ConflictColumn column;
    sal_Int32 width; // in font units, a quarter of a letter
    bool is_amount;
};
// Verdict, deal and both dates fit into 300 pixels.
constexpr std::array<GridColumn, views::kConflictColumns> kColumns = {
    {{ConflictColumn::kVerdict, 46, false},
     {ConflictColumn::kDeal, 34, false},
     {ConflictColumn::kPromised, 42, false},
     {ConflictColumn::kEarliest, 42, false},
     {ConflictColumn::kDaysLate, 40, true},
     {ConflictColumn::kShortfall, 44, true},
     {ConflictColumn::kBottleneck, 60, false},
     {ConflictColumn::kCustomer, 84, false},
     {ConflictColumn::kValue, 40, true},
     {ConflictColumn::kOwner, 54, false}}};

std::string numbered(const char* name, std::size_t index) {
    return name + std::to_string(index + 1);
}

// The first choice is "all"; a name that no conflict has any more is still chosen.
std::size_t choiceOf(const std::string& wanted, std::vector<std::string>& names) {
    if (wanted.empty()) {
        return 0;
    }
    const auto found = std::find(names.begin(), names.end(), wanted);
    if (found == names.end()) {
        names.push_back(wanted);
        return names.size();
    }
    return static_cast<std::size_t>(found - names.begin()) + 1;
}

} // namespace

class ConflictsPanel::Selecting
    : public cppu::WeakImplHelper2<css::awt::grid::XGridSelectionListener,
                                   css::view::XSelectionChangeListener> {
  public:
    Selecting(ConflictsPanel& panel, const Reference<css::view::XSelectionSupplier>& cursor)
        : panel_(&panel), cursor_(cursor) {}

    void begin() {
        panel_->selection_->addSelectionListener(this);
        if (cursor_.is()) {
            cursor_->addSelectionChangeListener(this);
        }
    }
    void end() {
        panel_ = nullptr;
        const auto cursor = std::exchange(cursor_, nullptr);
        if (cursor.is()) {
            cursor->removeSelectionChangeListener(this);
        }
    }

    void SAL_CALL selectionChanged(const css::awt::grid::GridSelectionEvent& /*event*/) override {
        tell(&ConflictsPanel::rowSelected);
    }
    void SAL_CALL selectionChanged(const css::lang::EventObject& /*event*/) override {
        tell(&ConflictsPanel::cursorMoved);
    }
    void SAL_CALL disposing(const css::lang::EventObject& event) override {
        if (event.Source == cursor_) {
            cursor_.clear();
        }
    }

  private:
    void tell(void (ConflictsPanel::*told)()) {
        if (panel_ != nullptr && !panel_->is_showing_) {
            const rtl::Reference<Panel> alive(panel_);
            guarded(
                panel_->workplace().log, "conflicts", [&] { (panel_->*told)(); }, [] {});
        }
    }

    ConflictsPanel* panel_;
    Reference<css::view::XSelectionSupplier> cursor_;
};

ConflictsPanel::ConflictsPanel(PanelPlace place) : Panel(std::move(place)) {}

ConflictsPanel::~ConflictsPanel() = default;

void ConflictsPanel::build() {
    readSettings();
    buildFilter();
    buildList();
    buildDetails();
    selecting_ =
        new Selecting(*this, Reference<css::view::XSelectionSupplier>(controller(), UNO_QUERY));
    selecting_->begin();
}

// What the user chose in this document, else what he chose last.
void ConflictsPanel::readSettings() {
    const auto& context = workplace().context;
    order_ = views::orderFrom(
        kept("conflicts.sort", configuredText(context, kGroup, "Sort", "verdict")));
    filter_.verdict = kept("conflicts.verdict", configuredText(context, kGroup, "Verdict", ""));
    filter_.owner = kept("conflicts.owner", "");
    filter_.resource = kept("conflicts.resource", "");
    filter_.text = kept("conflicts.text", "");
}

void ConflictsPanel::buildFilter() {
    const auto changed = [this] { filterChanged(); };
    form().addLabel("search_label", texts()("conflicts.search"));
    form().addEdit("search", texts()("conflicts.search.help"), changed);
    form().setText("search", filter_.text);
    form().addListBox("verdict", texts()("conflicts.verdict.help"), changed);
    form().addListBox("owner", texts()("conflicts.owner.help"), changed);
    form().addListBox("resource", texts()("conflicts.resource.help"), changed);
    form().addListBox("sort", texts()("conflicts.sort.help"), [this] {
        const std::size_t choice = form().chosen("sort");
        sortChanged({static_cast<ConflictColumn>(choice / 2), choice % 2 == 1});
    });
    whose_.emplace(form(), texts(), [this] { whoseChanged(); });
    whose_->build(views::whoseFrom(kept("conflicts.whose", "")),
                  std::stoi(kept("conflicts.days", std::to_string(review::kUnansweredDays))));
    form().addLabel("count");
}

void ConflictsPanel::buildList() {
    form().addControl("list", "com.sun.star.awt.grid.UnoControlGridModel");
    grid_ = new ConflictGrid(
        workplace().log, [this](sal_Int32 column, sal_Int32 row) { return cellText(column, row); },
        [this](sal_Int32 column, bool is_ascending) {
            sortChanged({static_cast<ConflictColumn>(column), !is_ascending});
        });
    const Reference<css::beans::XPropertySet> model(form().control("list")->getModel(),
                                                    UNO_QUERY_THROW);
    Reference<css::awt::grid::XGridColumnModel> columns;
    model->getPropertyValue("ColumnModel") >>= columns;
    for (const GridColumn& shown : kColumns) {
        const auto column = columns->createColumn();
        const std::string title =
            texts()("conflicts.column." + std::string{views::columnName(shown.column)});
        column->setTitle(toOffice(title));
        column->setHelpText(toOffice(title));
        column->setFlexibility(0);
        column->setColumnWidth(shown.width);
        column->setHorizontalAlign(shown.is_amount ? css::style::HorizontalAlignment_RIGHT
                                                   : css::style::HorizontalAlignment_LEFT);
        columns->addColumn(column);
    }
    form().setProperty("list", "ShowColumnHeader", Any(true));
    form().setProperty("list", "ShowRowHeader", Any(false));
    form().setProperty("list", "SelectionModel", Any(css::view::SelectionType_SINGLE));
    form().setProperty("list", "HScroll", Any(true));
    form().setProperty("list", "VScroll", Any(true));
    form().setProperty("list", "Tabstop", Any(true));
    form().setHelp("list", texts()("conflicts.grid.help"));
    model->setPropertyValue("GridDataModel",
                            Any(Reference<css::awt::grid::XGridDataModel>(grid_.get())));
    selection_.set(form().control("list"), UNO_QUERY_THROW);
}

void ConflictsPanel::buildDetails() {
    form().addLabel("message");
    form().addButton("show_all", texts()("conflicts.showAll"), [this] { showAll(); });
    form().setHelp("show_all", texts()("conflicts.showAll.help"));
    form().addCaption("title");
    form().addLabel("facts");
    whose_->buildOwners();
    form().addLabel("reason");
    picture_ = std::make_unique<LoadPicture>(workplace().context, workplace().log, texts());
    const Reference<css::awt::XControl> container(getWindow(), UNO_QUERY_THROW);
    picture_->open(container->getPeer(), {0, 0, 1, 1});
    form().addLabel("rivals_label");
    for (std::size_t i = 0; i < views::kMostRivalsShown; ++i) {
        form().addLink(numbered("rival", i), [this, i] {
            if (i < details_.rivals.size()) {
                goToNamed(std::string{details_.rivals[i].deal});
            }
        });
    }
    form().addLabel("rows_label", texts()("conflicts.rows"));
    for (std::size_t i = 0; i < kMostLines; ++i) {
        form().addLink(numbered("row", i), [this, i] { goToLine(i); });
    }
}

void ConflictsPanel::leave() {
    if (selecting_.is()) {
        selecting_->end();
    }
    if (grid_.is()) {
        grid_->close();
    }
    if (picture_) {
        picture_->dispose();
    }
    selection_.clear();
    listed_.reset();
}

PlanStore::PlanPointer ConflictsPanel::plan() const {
    return workbook().is() ? workbook()->plan() : nullptr;
}

std::shared_ptr<ReviewRecord> ConflictsPanel::record() const {
    return plan() ? ReviewRecord::of(workplace(), *workbook(), ReviewRecord::Search::kQuick)
                  : nullptr;
}

void ConflictsPanel::refresh(Workbook::Change change) {
    const bool is_plan = change == Workbook::Change::kPlan;
    // The cursor may have stood in a deal's row before anybody looked.
    if (is_plan && workbook().is() && workbook()->selectedDeal().empty()) {
        cursorMoved();
    }
    if (change == Workbook::Change::kCells) {
        const std::shared_ptr<ReviewRecord> now = record();
        if (now == nullptr || record_version_ == now->version()) {
            return;
        }
        record_version_ = now->version();
    }
    if (is_plan || (change == Workbook::Change::kCells && !whose_->isEmpty())) {
        showColours(form(), "list");
        showList();
    }
    showSelection();
    showDetails();
    requestLayout();
}

void ConflictsPanel::filterChanged() {
    const std::size_t verdict = form().chosen("verdict");
    const std::size_t owner = form().chosen("owner");
    const std::size_t resource = form().chosen("resource");
    filter_.verdict =
        verdict == 0 ? std::string{} : std::string{views::verdictWord(kVerdicts.at(verdict - 1))};
    filter_.owner = owner == 0 ? std::string{} : owners_.at(owner - 1);
    filter_.resource = resource == 0 ? std::string{} : resources_.at(resource - 1);
    filter_.text = form().text("search");
    keep("conflicts.verdict", filter_.verdict);
    keep("conflicts.owner", filter_.owner);
    keep("conflicts.resource", filter_.resource);
    keep("conflicts.text", filter_.text);
    // Owners, resources and texts are a document's own; verdicts and columns are the same in all.
    configureText(workplace().context, kGroup, "Verdict", filter_.verdict);
    refresh(Workbook::Change::kPlan);
}

void ConflictsPanel::sortChanged(const views::ConflictOrder& order) {
    order_ = order;
    keep("conflicts.sort", views::orderText(order_));
    configureText(workplace().context, kGroup, "Sort", views::orderText(order_));
    refresh(Workbook::Change::kPlan);
}

void ConflictsPanel::whoseChanged() {
    keep("conflicts.whose", views::whoseName(whose_->whose()));
    keep("conflicts.days", std::to_string(whose_->days()));
    refresh(Workbook::Change::kPlan);
}

void ConflictsPanel::showAll() {
    whose_->clear();
    keep("conflicts.whose", views::whoseName(whose_->whose()));
    form().setText("search", "");
    for (const char* name : {"verdict", "owner", "resource"}) {
        form().choose(name, 0);
    }
    filterChanged();
}

void ConflictsPanel::showList() {
    const std::shared_ptr<ReviewRecord> of_people = record();
    record_version_ = of_people ? std::optional{of_people->version()} : std::nullopt;
    listed_ = plan();
    list_ = {};
    if (listed_) {
        const std::scoped_lock lock(listed_->mutex);
        list_ = views::listConflicts(listed_->answers, filter_, order_);
    }
    whose_->keepWanted(list_.rows, ofListed(of_people.get()));
    if (workbook().is()) {
        workbook()->conflict_order = keysOfList();
    }
    showChoices(list_);
    is_showing_ = true;
    grid_->setOrder(static_cast<sal_Int32>(order_.column), !order_.is_descending);
    grid_->setRowCount(static_cast<sal_Int32>(list_.rows.size()));
    is_showing_ = false;
    showMessage();
}

std::vector<std::string> ConflictsPanel::keysOfList() const {
    std::vector<std::string> keys;
    if (listed_) {
        const std::scoped_lock lock(listed_->mutex);
        keys.reserve(list_.rows.size());
        for (const planning::DealIndex deal : list_.rows) {
            keys.push_back(listed_->answers.text(deal).name);
        }
    }
    return keys;
}

// The record as far as its deals are those of the list.
const ReviewRecord* ConflictsPanel::ofListed(const ReviewRecord* record) const {
    return record != nullptr && listed_ && record->plan() == listed_ ? record : nullptr;
}

void ConflictsPanel::showChoices(const views::ConflictList& list) {
    std::vector<std::string> verdicts{texts()("conflicts.allVerdicts")};
    for (const Verdict verdict : kVerdicts) {
        verdicts.emplace_back(views::verdictWord(verdict));
    }
    const auto verdict = std::find(verdicts.begin() + 1, verdicts.end(), filter_.verdict);
    form().setChoices(
        "verdict", verdicts,
        verdict == verdicts.end() ? 0 : static_cast<std::size_t>(verdict - verdicts.begin()));

    const auto show = [&](const char* name, const char* all, const std::string& wanted,
                          std::vector<std::string>& names) {
        const std::size_t chosen = choiceOf(wanted, names);
        std::vector<std::string> choices{texts()(all)};
        choices.insert(choices.end(), names.begin(), names.end());
        form().setChoices(name, choices, chosen);
    };
    owners_ = list.owners;
    resources_ = list.resources;
    show("owner", "conflicts.allOwners", filter_.owner, owners_);
    show("resource", "conflicts.allResources", filter_.resource, resources_);

    std::vector<std::string> orders;
    for (const GridColumn& shown : kColumns) {
        const std::string title =
            texts()("conflicts.column." + std::string{views::columnName(shown.column)});
        orders.push_back(texts()("conflicts.ascending", {title}));
        orders.push_back(texts()("conflicts.descending", {title}));
    }
    form().setChoices("sort", orders,
                      2 * static_cast<std::size_t>(order_.column) + (order_.is_descending ? 1 : 0));
}

void ConflictsPanel::showMessage() {
    const bool has_conflicts = list_.total != 0;
    const bool has_rows = !list_.rows.empty();
    std::string message;
    if (!listed_) {
        message = texts()("conflicts.noPlan");
    } else if (!has_conflicts) {
        message = texts()("conflicts.none");
    } else if (!has_rows) {
        message = texts()("conflicts.allHidden", {std::to_string(list_.total)});
    }
    form().setText("message", message);
    form().setVisible("message", !message.empty());
    form().setVisible("show_all", has_conflicts && !has_rows);
    form().setText("count", texts()("conflicts.count", {std::to_string(list_.rows.size()),
                                                        std::to_string(list_.total)}));
    for (const char* name :
         {"search_label", "search", "verdict", "owner", "resource", "sort", "count"}) {
        form().setVisible(name, has_conflicts);
    }
    whose_->setVisible(has_conflicts);
    form().setVisible("list", has_rows);
}

std::string ConflictsPanel::cellText(sal_Int32 column, sal_Int32 row) const {
    if (!listed_) {
        return {};
    }
    const std::scoped_lock lock(listed_->mutex);
    return views::conflictCell(listed_->answers, list_.rows.at(static_cast<std::size_t>(row)),
                               static_cast<ConflictColumn>(column), texts(),
                               listed_->context.locale);
}

void ConflictsPanel::showSelection() {
    std::optional<sal_Int32> row;
    if (listed_) {
        const std::scoped_lock lock(listed_->mutex);
        const auto deal = dealWithKey(listed_->answers, workbook()->selectedDeal());
        const auto found =
            deal ? std::find(list_.rows.begin(), list_.rows.end(), *deal) : list_.rows.end();
        if (found != list_.rows.end()) {
            row = static_cast<sal_Int32>(found - list_.rows.begin());
        }
    }
    is_showing_ = true;
    guarded(
        workplace().log, "conflicts",
        [&] {
            if (!row) {
                selection_->deselectAllRows();
            } else if (!selection_->isRowSelected(*row)) {
                selection_->deselectAllRows();
                selection_->selectRow(*row);
                Reference<css::awt::grid::XGridControl>(selection_, UNO_QUERY_THROW)
                    ->goToCell(0, *row);
            }
        },
        [] {});
    is_showing_ = false;
}

void ConflictsPanel::showDetails() {
    details_ = {};
    std::optional<planning::DealIndex> deal;
    std::optional<views::LoadCurve> curve;
    if (listed_) {
        const std::scoped_lock lock(listed_->mutex);
        deal = dealWithKey(listed_->answers, workbook()->selectedDeal());
        if (deal) {
            details_ = views::detailsOf(listed_->answers, *deal, texts(), listed_->context.locale);
            curve = views::loadCurve(listed_->answers, *deal, texts());
        }
    }
    whose_->showOwners(ofListed(record().get()), deal);
    has_picture_ = curve.has_value();
    picture_->show(std::move(curve));
    picture_->setVisible(has_picture_);
    form().showText("title", details_.title);
    form().setHelp("title", details_.title);
    form().showText("facts", details_.facts);
    const bool is_asking = !deal && !list_.rows.empty();
    form().showText("reason", is_asking ? texts()("conflicts.choose") : details_.reason);
    const auto show_link = [&](const std::string& name, const std::string& text) {
        form().showText(name, text);
        form().setHelp(name, texts()("conflicts.goTo", {text}));
    };
    form().setText("rivals_label",
                   texts()(details_.has_more_rivals ? "conflicts.moreRivals" : "conflicts.rivals"));
    form().setVisible("rivals_label", !details_.rivals.empty());
    for (std::size_t i = 0; i < views::kMostRivalsShown; ++i) {
        show_link(numbered("rival", i),
                  i < details_.rivals.size() ? details_.rivals[i].text : std::string{});
    }
    const bool has_lines = details_.rows.size() > 1;
    form().setVisible("rows_label", has_lines);
    for (std::size_t i = 0; i < kMostLines; ++i) {
        show_link(numbered("row", i),
                  has_lines && i < details_.rows.size()
                      ? texts()("conflicts.row", {std::to_string(details_.rows[i])})
                      : std::string{});
    }
}

void ConflictsPanel::rowSelected() {
    const auto rows = selection_->getSelectedRows();
    if (!listed_ || rows.getLength() != 1 || rows[0] < 0 ||
        static_cast<std::size_t>(rows[0]) >= list_.rows.size()) {
        return;
    }
    std::string key;
    {
        const std::scoped_lock lock(listed_->mutex);
        key = listed_->answers.text(list_.rows[static_cast<std::size_t>(rows[0])]).name;
    }
    if (key != workbook()->selectedDeal()) {
        goToNamed(key);
    }
}

void ConflictsPanel::goToNamed(const std::string& deal) {
    goToDeal(controller(), *workbook(), deal);
}

void ConflictsPanel::goToLine(std::size_t index) {
    if (index < details_.rows.size()) {
        goToRow(controller(), *workbook(), details_.rows[index]);
    }
}

void ConflictsPanel::cursorMoved() {
    if (workbook().is()) {
        if (const auto deal = dealAtCursor(controller(), *workbook())) {
            workbook()->selectDeal(*deal);
        }
    }
}

int ConflictsPanel::arrange(int width, int list_height, Stack::Purpose purpose) {
    Stack stack(form(), width, purpose);
    stack.addLabelled("search_label", "search");
    stack.addColumns({"verdict", "owner", "resource", "sort", "whose"});
    stack.addLabelled("days_label", "days");
    stack.add("missing");
    stack.add("count");
    stack.add("list", list_height);
    stack.add("message");
    stack.addFlow({"show_all"});
    stack.add("beside");
    stack.space();
    stack.add("title");
    stack.add("facts");
    stack.add("owners");
    stack.add("reason");
    if (has_picture_) {
        const int height = picture_->preferredHeight();
        const int top = stack.reserve(height);
        if (purpose == Stack::Purpose::kPlace) {
            picture_->setPosSize({form().margin(), top, stack.innerWidth(), height});
        }
    }
    stack.addFlow({"rivals_label", "rival1", "rival2", "rival3", "rival4", "rival5"});
    stack.addFlow({"rows_label", "row1", "row2", "row3", "row4", "row5", "row6", "row7", "row8"});
    return stack.height();
}

void ConflictsPanel::layout(int width, int height) {
    const int rest = arrange(width, 0, Stack::Purpose::kMeasure);
    const int least = kLeastRows * (form().lineHeight() + form().gap());
    const std::pair list_size(width, std::max(least, height - rest));
    arrange(width, list_size.second, Stack::Purpose::kPlace);
    // A grid of another size forgets where it was scrolled to.
    if (std::exchange(list_size_, list_size) != list_size) {
        bringSelectionIntoSight();
    }
}

void ConflictsPanel::bringSelectionIntoSight() {
    guarded(
        workplace().log, "conflicts",
        [&] {
            const auto rows =
                selection_.is() ? selection_->getSelectedRows() : css::uno::Sequence<sal_Int32>();
            if (rows.getLength() == 1) {
                Reference<css::awt::grid::XGridControl>(selection_, UNO_QUERY_THROW)
                    ->goToCell(0, rows[0]);
            }
        },
        [] {});
}

int ConflictsPanel::preferredHeight(int width) {
    return arrange(width, kPreferredRows * (form().lineHeight() + form().gap()),
                   Stack::Purpose::kMeasure);
}

int ConflictsPanel::leastHeight(int width) {
    return arrange(width, kLeastRows * (form().lineHeight() + form().gap()),
                   Stack::Purpose::kMeasure);
}

} // namespace keepable::office
