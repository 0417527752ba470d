// SPDX-License-Identifier: MPL-2.0
#include "office/calculation.hpp"

#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/util/XModifiable.hpp>

namespace keepable::office {

namespace {

namespace css = com::sun::star;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

} // namespace

bool calculatesByItself(const SpreadsheetDocument& document) {
    return Reference<css::sheet::XCalculatable>(document, UNO_QUERY_THROW)
        ->isAutomaticCalculationEnabled();
}

void calculateIfManual(const SpreadsheetDocument& document) {
    if (!calculatesByItself(document)) {
        calculateAll(document);
    }
}

void calculateAll(const SpreadsheetDocument& document) {
    const Reference<css::util::XModifiable> modifiable(document, UNO_QUERY_THROW);
    const bool was_modified = modifiable->isModified();
    Reference<css::sheet::XCalculatable>(document, UNO_QUERY_THROW)->calculateAll();
    if (!was_modified) {
        modifiable->setModified(false);
    }
}

} // namespace keepable::office
