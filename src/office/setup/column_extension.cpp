// SPDX-License-Identifier: MPL-2.0
#include "office/setup/column_extension.hpp"

#include "office/boundary.hpp"
#include "office/setup/deal_columns.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>

#include <utility>

namespace keepable::office {

using css::frame::XModel;
using css::uno::Reference;

ColumnExtension::ColumnExtension(const WorkplacePointer& workplace) : workplace_(workplace) {}

void ColumnExtension::planned(const DocumentReader::Document& document) {
    const auto workplace = workplace_.lock();
    const Reference<XModel> model(document, css::uno::UNO_QUERY);
    if (!workplace || !model.is()) {
        return; // a caller that is no document
    }
    bool is_first = false;
    {
        const std::scoped_lock lock(mutex_);
        is_first = documents_.empty();
        for (const auto& known : documents_) {
            if (Reference<XModel>(known) == model) {
                return;
            }
        }
        documents_.emplace_back(model);
    }
    if (is_first) {
        guarded(
            workplace->log, "columns beside the deals",
            [&] { css::awt::AsyncCallback::create(workplace->context)->addCallback(this, {}); },
            [] {});
    }
}

void SAL_CALL ColumnExtension::notify(const css::uno::Any& /*data*/) {
    std::vector<css::uno::WeakReference<XModel>> documents;
    {
        const std::scoped_lock lock(mutex_);
        documents.swap(documents_);
    }
    const auto workplace = workplace_.lock();
    if (!workplace || workplace->is_at_work) {
        return;
    }
    for (const auto& document : documents) {
        const Reference<XModel> model(document);
        if (model.is()) {
            guarded(
                workplace->log, "columns beside the deals",
                [&] {
                    if (const auto workbook = Workbook::of(workplace, model); workbook.is()) {
                        extendColumns(*workplace, *workbook);
                    }
                },
                [] {});
        }
    }
}

} // namespace keepable::office
