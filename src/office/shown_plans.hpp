// SPDX-License-Identifier: MPL-2.0
//
// Which plans a document shows: the digests of all handles that stand in its cells. This is how the
// store learns what may go, and the recalculation, whom it concerns.
//
// Cost:    one search through the values of every sheet; never inside a calculation.
// Thread:  the office's main thread.
#pragma once

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <cstdint>
#include <functional>
#include <set>

namespace keepable::office {

using SpreadsheetDocument =
    com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetDocument>;

[[nodiscard]] std::set<std::uint64_t> shownPlans(const SpreadsheetDocument& document);

void forEachOpenDocument(
    const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
    const std::function<void(const SpreadsheetDocument&)>& visit);

} // namespace keepable::office
