// SPDX-License-Identifier: MPL-2.0
#include "office/unknown_functions.hpp"

#include "office/convert.hpp"
#include "office/plan_cells.hpp"
#include "office/sheets.hpp"
#include "office/unnoticed.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/util/XSearchable.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// In English, the language of XLSX, as an unknown name is kept; longer ones before what they begin
// with.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kFunctions = {
    {{"promise_plan_items(", "keepable.Promises.planItems("},
     {"promise_plan(", "keepable.Promises.plan("},
     {"promise_status(", "keepable.Promises.status("},
     {"promise_earliest(", "keepable.Promises.earliest("},
     {"promise_shortfall(", "keepable.Promises.shortfall("},
     {"promise_bottleneck(", "keepable.Promises.bottleneck("},
     {"promise_rivals(", "keepable.Promises.rivals("},
     {"promise_reason(", "keepable.Promises.reason("},
     {"promise_quote(", "keepable.Promises.quote("},
     {"promise_table(", "keepable.Promises.table("},
     {"promise_chance(", "keepable.Promises.chance("},
     {"promise_decide_by(", "keepable.Promises.decideBy("},
     {"promise_reliability(", "keepable.Promises.reliability("},
     {"promise_log(", "keepable.Promises.log("},
     {"promise_actual(", "keepable.Promises.actual("},
     {"promise_progress(", "keepable.Promises.progress("},
     {"promise_standing(", "keepable.Promises.standing("},
     {"promise_buffers(", "keepable.Promises.buffers("},
     {"promise_support(", "keepable.Promises.support("},
     {"capacity_load(", "keepable.Promises.capacityLoad("},
     {"capacity_free(", "keepable.Promises.capacityFree("}}};

bool isPartOfName(char letter) {
    return letter == '_' || letter == '.' || (letter >= '0' && letter <= '9') ||
           (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
}

// Files of this format alone are read without knowing the names that people see.
bool isExcelFile(const SpreadsheetDocument& document) {
    const Reference<css::frame::XModel> model(document, UNO_QUERY_THROW);
    for (const css::beans::PropertyValue& argument : model->getArgs()) {
        rtl::OUString filter;
        if (argument.Name == "FilterName" && (argument.Value >>= filter)) {
            return filter.indexOf("Excel") >= 0 || filter.indexOf("Office Open XML") >= 0;
        }
    }
    return false;
}

void mendCell(const SheetReference& sheet, const CellReference& cell) {
    const std::string formula = utf8(cell->getFormula());
    const auto known = withKnownFunctions(formula);
    if (!known) {
        return;
    }
    if (formula.front() != '{') {
        cell->setFormula(toOffice(*known));
        return;
    }
    const auto cursor =
        sheet->createCursorByRange(Reference<css::sheet::XSheetCellRange>(cell, UNO_QUERY_THROW));
    cursor->collapseToCurrentArray();
    Reference<css::sheet::XArrayFormulaRange>(cursor, UNO_QUERY_THROW)
        ->setArrayFormula(toOffice(known->substr(1, known->size() - 2)));
}

void mendSheet(const SheetReference& sheet) {
    const Reference<css::util::XSearchable> searched(sheet, UNO_QUERY_THROW);
    const auto search = searched->createSearchDescriptor();
    search->setSearchString(toOffice("(promise|capacity)_[a-z_]+\\("));
    search->setPropertyValue("SearchRegularExpression", Any{true});
    search->setPropertyValue("SearchCaseSensitive", Any{true});
    constexpr sal_Int16 kInFormulas = 0;
    search->setPropertyValue("SearchType", Any{kInFormulas});
    const Reference<css::container::XIndexAccess> found(searched->findAll(search), UNO_QUERY);
    for (sal_Int32 i = 0; found.is() && i < found->getCount(); ++i) {
        const RangeReference range(found->getByIndex(i), UNO_QUERY_THROW);
        const CellArea area = areaOf(range);
        for (std::int32_t row = 0; row <= area.EndRow - area.StartRow; ++row) {
            for (std::int32_t column = 0; column <= area.EndColumn - area.StartColumn; ++column) {
                mendCell(sheet, range->getCellByPosition(column, row));
            }
        }
    }
}

} // namespace

std::optional<std::string> withKnownFunctions(const std::string& formula) {
    std::string result;
    bool in_text = false;
    bool is_changed = false;
    for (std::size_t at = 0; at < formula.size();) {
        const bool may_begin = !in_text && (at == 0 || !isPartOfName(formula[at - 1]));
        const auto* function =
            std::find_if(kFunctions.begin(), kFunctions.end(), [&](const auto& candidate) {
                return may_begin &&
                       formula.compare(at, candidate.first.size(), candidate.first) == 0;
            });
        if (function != kFunctions.end()) {
            result += function->second;
            at += function->first.size();
            is_changed = true;
        } else {
            in_text ^= formula[at] == '"';
            result += formula[at++];
        }
    }
    return is_changed ? std::optional{result} : std::nullopt;
}

void mendFormulas(const SpreadsheetDocument& document) {
    if (!isExcelFile(document)) {
        return;
    }
    const Unnoticed unnoticed(document);
    for (const SheetReference& sheet : sheetsOf(document)) {
        mendSheet(sheet);
    }
}

} // namespace keepable::office
