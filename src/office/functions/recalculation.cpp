// SPDX-License-Identifier: MPL-2.0
#include "office/functions/recalculation.hpp"

#include "office/boundary.hpp"
#include "views/plan_handle.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XSearchable.hpp>

#include <algorithm>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

bool showsText(const Reference<css::sheet::XSpreadsheetDocument>& document,
               const rtl::OUString& text) {
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
        const Reference<css::util::XSearchable> sheet(sheets->getByIndex(i), UNO_QUERY_THROW);
        const auto search = sheet->createSearchDescriptor();
        search->setSearchString(text);
        constexpr sal_Int16 kInValues = 1;
        search->setPropertyValue("SearchType", css::uno::Any{kInValues});
        if (sheet->findFirst(search).is()) {
            return true;
        }
    }
    return false;
}

// The user changed nothing, so a recalculation must not make the document ask to be saved.
void recalculate(const Reference<css::uno::XInterface>& document) {
    const Reference<css::util::XModifiable> modifiable(document, UNO_QUERY_THROW);
    const bool was_modified = modifiable->isModified();
    Reference<css::sheet::XCalculatable>(document, UNO_QUERY_THROW)->calculateAll();
    if (!was_modified) {
        modifiable->setModified(false);
    }
}

} // namespace

Recalculation::Recalculation(const Reference<css::uno::XComponentContext>& context, Log& log)
    : context_(context), log_(log) {}

void Recalculation::want(std::uint64_t digest) {
    {
        const std::scoped_lock lock(mutex_);
        if (!tried_.insert(digest).second) {
            return;
        }
        has_tried_ = true;
        wanted_.push_back(digest);
        if (wanted_.size() > 1) {
            return;
        }
    }
    css::awt::AsyncCallback::create(context_)->addCallback(this, {});
}

void Recalculation::found(std::uint64_t digest) {
    if (!has_tried_) {
        return;
    }
    const std::scoped_lock lock(mutex_);
    tried_.erase(digest);
    has_tried_ = !tried_.empty();
}

void SAL_CALL Recalculation::notify(const css::uno::Any& /*data*/) {
    guarded(
        log_, "recalculation",
        [this] {
            std::vector<std::uint64_t> digests;
            {
                const std::scoped_lock lock(mutex_);
                digests = std::exchange(wanted_, {});
            }
            recalculateDocuments(digests);
        },
        [] {});
}

void Recalculation::recalculateDocuments(const std::vector<std::uint64_t>& digests) {
    const auto components =
        css::frame::Desktop::create(context_)->getComponents()->createEnumeration();
    while (components->hasMoreElements()) {
        const Reference<css::sheet::XSpreadsheetDocument> document(components->nextElement(),
                                                                   UNO_QUERY);
        if (document.is() && std::any_of(digests.begin(), digests.end(), [&](std::uint64_t digest) {
                return showsText(document, toOffice(views::digestText(digest)));
            })) {
            log_.write(spdlog::level::info,
                       "recalculating a document whose plans are not in store");
            recalculate(document);
        }
    }
}

} // namespace keepable::office
