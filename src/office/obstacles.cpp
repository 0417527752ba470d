// SPDX-License-Identifier: MPL-2.0
#include "office/obstacles.hpp"

#include "office/calculation.hpp"
#include "office/convert.hpp"
#include "office/frozen_mark.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

} // namespace

std::string readOnlyObstacle(const views::Texts& texts, const SpreadsheetDocument& document) {
    const Reference<css::frame::XStorable> storable(document, UNO_QUERY_THROW);
    return storable->isReadonly() ? texts("highlight.readOnly") : std::string();
}

std::string protectionObstacle(const views::Texts& texts, const SpreadsheetDocument& document,
                               std::int32_t sheet) {
    const SheetReference cells = sheetAt(document, sheet);
    const Reference<css::util::XProtectable> protection(cells, UNO_QUERY_THROW);
    return protection->isProtected() ? texts("highlight.protected", {nameOf(cells)})
                                     : std::string();
}

std::string planObstacle(const views::Texts& texts, Workbook& workbook) {
    workbook.refresh();
    if (!workbook.planCell().is()) {
        workbook.refresh(true);
    }
    if (!workbook.planCell().is()) {
        return texts(frozenMark(workbook.document()) ? "freeze.first" : "highlight.noPlan");
    }
    const bool has_handle = digestIn(toOffice(workbook.planText())).has_value();
    if (!workbook.plan() && has_handle) {
        // As after loading XLSX, where Calc keeps the cells' last values.
        calculateAll(workbook.document());
        workbook.refresh();
    }
    return workbook.plan() ? std::string()
                           : texts("highlight.planError",
                                   {absoluteName(workbook.planCell()), workbook.planText()});
}

std::string replanObstacle(const views::Texts& texts, Workbook& workbook) {
    std::string sentence = readOnlyObstacle(texts, workbook.document());
    if (sentence.empty()) {
        calculateIfManual(workbook.document());
        sentence = planObstacle(texts, workbook);
    }
    return sentence;
}

} // namespace keepable::office
