// SPDX-License-Identifier: MPL-2.0
#include "office/recalculation.hpp"

#include "office/boundary.hpp"
#include "office/calculation.hpp"
#include "office/document.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

} // namespace

Recalculation::Recalculation(const Reference<css::uno::XComponentContext>& context, Log& log,
                             std::shared_ptr<PlanStore> store)
    : context_(context), log_(log), store_(std::move(store)) {}

void Recalculation::want(std::uint64_t digest) {
    {
        const std::scoped_lock lock(mutex_);
        if (!tried_.insert(digest).second) {
            return;
        }
        has_tried_ = true;
        queued_.wanted.insert(digest);
    }
    queue();
}

void Recalculation::found(std::uint64_t digest) {
    if (!has_tried_) {
        return;
    }
    const std::scoped_lock lock(mutex_);
    tried_.erase(digest);
    has_tried_ = !tried_.empty();
}

void Recalculation::tidy(const std::string& document) {
    {
        const std::scoped_lock lock(mutex_);
        queued_.crowded.insert(document);
    }
    queue();
}

void Recalculation::loaded() {
    {
        const std::scoped_lock lock(mutex_);
        if (missed_.empty()) {
            return;
        }
        queued_.wanted.merge(missed_);
        missed_.clear();
    }
    queue();
}

void Recalculation::queue() {
    {
        const std::scoped_lock lock(mutex_);
        if (std::exchange(is_queued_, true)) {
            return;
        }
    }
    try {
        css::awt::AsyncCallback::create(context_)->addCallback(this, {});
    } catch (const css::uno::Exception&) {
        const std::scoped_lock lock(mutex_);
        is_queued_ = false;
        throw;
    }
}

void SAL_CALL Recalculation::notify(const css::uno::Any& /*data*/) {
    Queued queued;
    {
        const std::scoped_lock lock(mutex_);
        queued = std::exchange(queued_, {});
        is_queued_ = false;
    }
    std::set<std::uint64_t> missed = queued.wanted;
    guarded(
        log_, "recalculation",
        [&] {
            forEachOpenDocument(context_, [&](const SpreadsheetDocument& document) {
                // One document's failure is not another's.
                guarded(
                    log_, "recalculation",
                    [&] {
                        for (const std::uint64_t digest : serve(document, queued)) {
                            missed.erase(digest);
                        }
                    },
                    [] {});
            });
        },
        [] {});
    const std::scoped_lock lock(mutex_);
    missed_.merge(missed);
}

std::set<std::uint64_t> Recalculation::serve(const SpreadsheetDocument& document,
                                             const Queued& queued) {
    const std::string identity =
        DocumentReader::identity(DocumentReader::Document(document, UNO_QUERY));
    const bool is_crowded = queued.crowded.contains(identity);
    if (!is_crowded && queued.wanted.empty()) {
        return {};
    }
    const std::set<std::uint64_t> shown = shownPlans(document);
    if (is_crowded) {
        store_->retain(identity, shown);
    }
    std::set<std::uint64_t> served;
    std::ranges::set_intersection(shown, queued.wanted, std::inserter(served, served.end()));
    if (!served.empty()) {
        log_.write(LogLevel::kInfo, "recalculating a document whose plans are not in store");
        calculateAll(document);
    }
    return served;
}

} // namespace keepable::office
