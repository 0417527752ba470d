// SPDX-License-Identifier: MPL-2.0
#include "office/functions/planner.hpp"

#include "office/convert.hpp"
#include "tables/plan_reader.hpp"
#include "tables/reading_rules.hpp"
#include "tables/settings_reader.hpp"
#include "tables/table_digest.hpp"
#include "views/deal_book.hpp"
#include "views/plan_handle.hpp"
#include "views/promise_columns.hpp"
#include "views/quote_buffer.hpp"

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XEventListener.hpp>
#include <cppuhelper/implbase1.hxx>

#include <chrono>
#include <utility>
#include <vector>

namespace keepable::office {

namespace {

using tables::NothingToPlanBy;
using tables::Table;

struct PlanRead {
    std::vector<Table> tables; // deals, capacity, and items if given
    tables::Grid settings;
};

// Everything the ranges hold, or why that is no plan.
std::variant<PlanRead, NothingToPlanBy> readRanges(const PlanRanges& ranges, tables::Grid settings,
                                                   const tables::ReadingContext& context) {
    std::vector<std::pair<tables::TableKind, RangeReference>> wanted{
        {tables::TableKind::kDeals, ranges.deals}, {tables::TableKind::kCapacity, ranges.capacity}};
    if (ranges.items) {
        wanted.emplace_back(tables::TableKind::kItems, *ranges.items);
    }
    PlanRead cells;
    for (const auto& [kind, range] : wanted) {
        auto read = readTable(kind, range, context);
        if (auto* nothing = std::get_if<NothingToPlanBy>(&read)) {
            return std::move(*nothing);
        }
        cells.tables.push_back(std::get<Table>(std::move(read)));
    }
    cells.settings = std::move(settings);
    return cells;
}

std::uint64_t digestOf(const PlanRead& cells, const tables::Grid& promises,
                       const tables::ReadingContext& context) {
    tables::TableDigest digest;
    digest.add(context);
    // As of may be today: that changes the plan, other settings are digested as they stand.
    const auto settings =
        tables::readSettings(&cells.settings, tables::CellReader{context}, context.today);
    digest.add(settings.settings.as_of);
    for (const Table& table : cells.tables) {
        digest.add(table);
    }
    digest.add(cells.settings);
    if (promises.rowCount() > 0) {
        digest.add(promises);
    }
    return digest.value();
}

} // namespace

// Gives a document's plans up when it closes.
class Planner::ClosingListener : public cppu::WeakImplHelper1<css::lang::XEventListener> {
  public:
    ClosingListener(std::shared_ptr<PlanStore> store, std::shared_ptr<LogStore> logs,
                    std::shared_ptr<OpenDocuments> open, std::string identity)
        : store_(std::move(store)), logs_(std::move(logs)), open_(std::move(open)),
          identity_(std::move(identity)) {}

    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override {
        store_->drop(identity_);
        logs_->drop(identity_);
        const std::scoped_lock lock(open_->mutex);
        open_->identities.erase(identity_);
    }

  private:
    std::shared_ptr<PlanStore> store_;
    std::shared_ptr<LogStore> logs_;
    std::shared_ptr<OpenDocuments> open_;
    std::string identity_;
};

Planner::Planner(Workplace& workplace)
    : log_(workplace.log), languages_(workplace.allTexts()), store_(workplace.store),
      logs_(workplace.logs), recalculation_(workplace.recalculation), documents_(workplace.context),
      open_(std::make_shared<OpenDocuments>()) {}

// First promise, delivered date and requested date, from the headings on; empty without them.
tables::Grid Planner::promiseCells(const RangeReference& deals,
                                   const tables::HeadingRow& heading) const {
    const CellArea area = areaOf(deals);
    const std::int32_t row = heading.row - area.StartRow;
    const tables::Grid headings =
        readCells(deals->getCellRangeByPosition(0, row, area.EndColumn - area.StartColumn, row));
    const std::vector<std::int32_t> columns = views::promiseColumns(headings, languages_);
    return columns.empty() ? tables::Grid{} : readColumns(deals, heading.row, columns);
}

std::string Planner::planText(const DocumentReader::Document& document, const PlanRanges& ranges,
                              const css::uno::Any& settings, const views::Texts& texts) {
    const auto start = std::chrono::steady_clock::now();
    tables::ReadingContext context = documents_.readingContext(document);
    tables::Grid settings_cells = gridFrom(settings);
    context.rules = std::make_shared<const tables::ReadingRules>(
        tables::readReadingRules(settings_cells, context, nullptr));
    auto read = readRanges(ranges, std::move(settings_cells), context);
    if (const auto* nothing = std::get_if<NothingToPlanBy>(&read)) {
        return views::noPlanText(*nothing, texts);
    }
    const auto& cells = std::get<PlanRead>(read);
    const tables::Grid promises = promiseCells(ranges.deals, cells.tables[0].heading);
    const std::uint64_t digest = digestOf(cells, promises, context);
    PlanStore::PlanPointer plan = store_->find(digest);
    if (!plan) {
        auto tables = tables::readPlan({.deals = &cells.tables[0],
                                        .capacity = &cells.tables[1],
                                        .items = ranges.items ? &cells.tables[2] : nullptr,
                                        .settings = &cells.settings},
                                       context);
        if (const auto* nothing = std::get_if<NothingToPlanBy>(&tables)) {
            return views::noPlanText(*nothing, texts);
        }
        plan = std::make_shared<StoredPlan>(
            views::PlanAnswers{std::get<tables::PlanTables>(std::move(tables))}, context);
        plan->language = DocumentReader::language(document);
        plan->deals_sheet = cells.tables[0].body.sheet;
        plan->deals_heading = cells.tables[0].heading;
        plan->promises = views::readPromiseCells(promises, plan->deals_heading.row, plan->answers,
                                                 context, languages_);
        plan->buffers = views::quoteBuffers(cells.tables[0], promises, context, languages_);
        plan->handle = views::planHandle(plan->answers.report(), plan->answers.problems(), digest);
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - start);
        log_.write(LogLevel::kInfo, "planned " +
                                        std::to_string(plan->answers.report().verdicts.size()) +
                                        " deals in " + std::to_string(took.count()) + " ms");
        log_.write(LogLevel::kDebug, "plan " + plan->handle);
    }
    const std::string identity = DocumentReader::identity(document);
    // A caller that is no document never closes: all its plans count as one set of ranges.
    std::string set_of_ranges;
    if (!identity.empty()) {
        set_of_ranges = rangesIdentity(
            {ranges.deals, ranges.capacity, ranges.items.value_or(RangeReference{})});
    }
    store_->keep(identity, set_of_ranges, digest, plan);
    dropWhenClosed(document, identity);
    if (store_->isCrowded(identity)) {
        recalculation_->tidy(identity);
    }
    return plan->handle;
}

void Planner::dropWhenClosed(const DocumentReader::Document& document,
                             const std::string& identity) {
    const css::uno::Reference<css::lang::XComponent> component(document, css::uno::UNO_QUERY);
    if (identity.empty() || !component.is()) {
        return;
    }
    {
        const std::scoped_lock lock(open_->mutex);
        if (!open_->identities.insert(identity).second) {
            return;
        }
    }
    component->addEventListener(new ClosingListener(store_, logs_, open_, identity));
}

} // namespace keepable::office
