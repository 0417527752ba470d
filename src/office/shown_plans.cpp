// SPDX-License-Identifier: MPL-2.0
#include "office/shown_plans.hpp"

#include "office/convert.hpp"

#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/util/XSearchable.hpp>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

void addDigests(const Reference<css::sheet::XCellRangeData>& cells,
                std::set<std::uint64_t>& digests) {
    for (const css::uno::Sequence<Any>& row : cells->getDataArray()) {
        for (const Any& value : row) {
            rtl::OUString text;
            if (value >>= text) {
                if (const auto digest = digestIn(text)) {
                    digests.insert(*digest);
                }
            }
        }
    }
}

} // namespace

std::set<std::uint64_t> shownPlans(const SpreadsheetDocument& document) {
    std::set<std::uint64_t> digests;
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
        const Reference<css::util::XSearchable> sheet(sheets->getByIndex(i), UNO_QUERY_THROW);
        const auto search = sheet->createSearchDescriptor();
        search->setSearchString(toOffice("· [0-9a-f]{16}$"));
        search->setPropertyValue("SearchRegularExpression", Any{true});
        constexpr sal_Int16 kInValues = 1;
        search->setPropertyValue("SearchType", Any{kInValues});
        const Reference<css::container::XIndexAccess> found(sheet->findAll(search), UNO_QUERY);
        for (sal_Int32 range = 0; found.is() && range < found->getCount(); ++range) {
            addDigests({found->getByIndex(range), UNO_QUERY_THROW}, digests);
        }
    }
    return digests;
}

void forEachOpenDocument(const Reference<css::uno::XComponentContext>& context,
                         const std::function<void(const SpreadsheetDocument&)>& visit) {
    const auto components =
        css::frame::Desktop::create(context)->getComponents()->createEnumeration();
    while (components->hasMoreElements()) {
        const SpreadsheetDocument document(components->nextElement(), UNO_QUERY);
        if (document.is()) {
            visit(document);
        }
    }
}

} // namespace keepable::office
