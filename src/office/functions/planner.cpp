// SPDX-License-Identifier: MPL-2.0
#include "office/functions/planner.hpp"

#include "office/convert.hpp"
#include "tables/plan_reader.hpp"
#include "tables/reading_rules.hpp"
#include "tables/settings_reader.hpp"
#include "tables/table_digest.hpp"
#include "views/plan_handle.hpp"

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

std::uint64_t digestOf(const PlanRead& cells, const tables::ReadingContext& context) {
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
    return digest.value();
}

} // namespace

// Gives a document's plans up when it closes.
class Planner::ClosingListener : public cppu::WeakImplHelper1<css::lang::XEventListener> {
  public:
    ClosingListener(std::shared_ptr<PlanStore> store, std::shared_ptr<OpenDocuments> open,
                    std::string identity)
        : store_(std::move(store)), open_(std::move(open)), identity_(std::move(identity)) {}

    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override {
        store_->drop(identity_);
        const std::scoped_lock lock(open_->mutex);
        open_->identities.erase(identity_);
    }

  private:
    std::shared_ptr<PlanStore> store_;
    std::shared_ptr<OpenDocuments> open_;
    std::string identity_;
};

Planner::Planner(const css::uno::Reference<css::uno::XComponentContext>& context, Log& log,
                 std::shared_ptr<PlanStore> store,
                 const rtl::Reference<Recalculation>& recalculation)
    : log_(log), store_(std::move(store)), recalculation_(recalculation), documents_(context),
      open_(std::make_shared<OpenDocuments>()) {}

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
    const std::uint64_t digest = digestOf(cells, context);
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
        set_of_ranges = rangeIdentity(ranges.deals) + rangeIdentity(ranges.capacity) +
                        (ranges.items ? rangeIdentity(*ranges.items) : std::string{});
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
    component->addEventListener(new ClosingListener(store_, open_, identity));
}

} // namespace keepable::office
