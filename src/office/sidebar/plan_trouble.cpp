// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/plan_trouble.hpp"

#include "office/convert.hpp"
#include "office/document.hpp"
#include "office/frozen_mark.hpp"
#include "views/plan_handle.hpp"
#include "views/plan_summary.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include <optional>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

std::optional<CellReference> firstErrorIn(const RangeReference& range) {
    const Reference<css::sheet::XCellRangesQuery> query(range, UNO_QUERY);
    if (!query.is()) {
        return std::nullopt;
    }
    const Reference<css::sheet::XSheetCellRanges> found =
        query->queryFormulaCells(css::sheet::FormulaResult::ERROR);
    const auto cells = found->getCells()->createEnumeration();
    if (!cells->hasMoreElements()) {
        return std::nullopt;
    }
    return CellReference(cells->nextElement(), UNO_QUERY_THROW);
}

// A range that has gone stands as #REF! in the formula; behind a name only the answer tells.
bool hasLostARange(const CellReference& cell) {
    constexpr sal_Int32 kNoReference = 524;
    constexpr sal_Int32 kNoName = 525;
    const sal_Int32 error = cell->getError();
    return cell->getFormula().indexOf("#REF!") >= 0 || error == kNoReference || error == kNoName;
}

std::string shownIn(const CellReference& cell) {
    return utf8(Reference<css::text::XTextRange>(cell, UNO_QUERY_THROW)->getString());
}

std::vector<std::string> noPlanTroubles(const Workbook& workbook, const views::Texts& texts) {
    if (!workbook.planCell().is()) {
        if (frozenMark(
                Reference<css::sheet::XSpreadsheetDocument>(workbook.model(), UNO_QUERY_THROW))) {
            return {texts("freeze.first")};
        }
        return {texts(isReadOnly(workbook) ? "plan.none.readOnly" : "plan.none")};
    }
    if (digestIn(toOffice(workbook.planText()))) {
        return {texts("plan.unknown")};
    }
    std::vector<std::string> troubles;
    if (views::isNoPlanText(workbook.planText())) {
        troubles.push_back(workbook.planText());
    } else {
        troubles.push_back(
            texts("plan.shows", {absoluteName(workbook.planCell()), workbook.planText()}));
    }
    const PlanArguments arguments = workbook.arguments();
    if (const auto error = firstErrorIn(arguments.settings)) {
        troubles.push_back(texts("plan.settingsError", {absoluteName(*error), shownIn(*error)}));
    }
    return troubles;
}

} // namespace

bool isReadOnly(const Workbook& workbook) {
    const Reference<css::frame::XStorable> file(workbook.model(), UNO_QUERY);
    return file.is() && file->isReadonly();
}

std::vector<std::string> planTroubles(const Workbook& workbook, const views::Texts& texts) {
    const PlanStore::PlanPointer plan = workbook.plan();
    std::vector<std::string> troubles =
        plan ? std::vector<std::string>{} : noPlanTroubles(workbook, texts);
    if (const CellReference cell = workbook.planCell(); cell.is()) {
        if (hasLostARange(cell)) {
            troubles.push_back(texts("plan.brokenRange"));
        }
        if (isReadOnly(workbook)) {
            troubles.push_back(texts("plan.readOnly"));
        }
    }
    if (plan) {
        const Reference<css::sheet::XCalculatable> calculation(workbook.model(), UNO_QUERY_THROW);
        if (!calculation->isAutomaticCalculationEnabled()) {
            troubles.push_back(texts("plan.manual"));
        }
        const std::scoped_lock lock(plan->mutex);
        const planning::Day as_of = plan->answers.asOf();
        if (views::isDayOver(as_of, plan->context.today, DocumentReader::today())) {
            troubles.push_back(texts("plan.dayOver", {isoText(as_of)}));
        }
    }
    return troubles;
}

} // namespace keepable::office
