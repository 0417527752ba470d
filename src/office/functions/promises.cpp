// SPDX-License-Identifier: MPL-2.0
#include "office/functions/promises.hpp"

#include "office/boundary.hpp"
#include "office/configuration.hpp"
#include "office/functions/promise_table.hpp"
#include "office/functions/self_check.hpp"
#include "office/version.hpp"
#include "tables/cell_value.hpp"
#include "tables/names.hpp"
#include "views/log_text.hpp"
#include "views/plan_handle.hpp"
#include "views/reason.hpp"
#include "views/words.hpp"

#include <cppuhelper/supportsservice.hxx>

#include <optional>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Any;
using planning::DealIndex;
using tables::Cell;

constexpr const char* kImplementationName = "org.keepable.calc.Promises";
constexpr const char* kServiceName = "keepable.Promises";

Any notAvailable() {
    return errorValue(CellError::kNotAvailable);
}

Any unreadable() {
    return errorValue(CellError::kValue);
}

Any valueOr(const std::optional<planning::Day>& day, planning::Day null_date) {
    return day ? dateValue(*day, null_date) : notAvailable();
}

std::optional<views::LoadKind> loadKind(const Cell& cell) {
    const std::string word = tables::foldedName(cell.text());
    if (cell.isEmpty() || word == "exposure") {
        return views::LoadKind::kExposure;
    }
    if (word == "confirmed") {
        return views::LoadKind::kConfirmed;
    }
    if (word == "weighted") {
        return views::LoadKind::kWeighted;
    }
    return std::nullopt;
}

// Resource and span as CAPACITY_LOAD and CAPACITY_FREE take them.
struct CapacityQuestion {
    CapacityQuestion(const StoredPlan& plan, const Any& resource_argument, const Any& from,
                     const Any& to) {
        tables::TextPool texts;
        std::string scratch;
        resource =
            plan.answers.resourceNamed(tables::nameIn(cellFrom(resource_argument, texts), scratch));
        const tables::CellReader reader{plan.context};
        const auto first = reader.day(cellFrom(from, texts));
        const auto last = reader.day(cellFrom(to, texts));
        if (first.isRead() && last.isRead()) {
            span = {first.value, last.value};
        }
    }

    template <class Hours> [[nodiscard]] Any answer(Hours hours) const {
        if (!span) {
            return unreadable();
        }
        return resource ? Any{hours(*resource, *span).toDouble()} : notAvailable();
    }

    std::optional<planning::ResourceIndex> resource;
    std::optional<planning::DaySpan> span;
};

} // namespace

Promises::Promises(WorkplacePointer workplace)
    : workplace_(std::move(workplace)), log_(workplace_->log), planner_(*workplace_),
      reliability_(workplace_->context), targets_(workplace_) {
    for (std::size_t verdict = 0; verdict < verdict_words_.size(); ++verdict) {
        verdict_words_[verdict] =
            textValue(views::verdictWord(static_cast<planning::Verdict>(verdict)));
    }
}

Any Promises::planned(const Document& document, const PlanRanges& ranges, const Any& settings) {
    const views::Texts& texts = workplace_->textsIn(DocumentReader::language(document));
    Any text = textValue(planner_.planText(document, ranges, settings, texts));
    if (workplace_->planned) {
        workplace_->planned(DocumentReader::Document(document, css::uno::UNO_QUERY));
    }
    return text;
}

Any SAL_CALL Promises::plan(const Document& document, const RangeReference& deals,
                            const RangeReference& capacity, const Any& settings) {
    return guarded(
        log_, "PROMISE_PLAN",
        [&] {
            return planned(document, {deals, capacity, std::nullopt}, settings);
        },
        unreadable);
}

Any SAL_CALL Promises::planItems(const Document& document, const RangeReference& deals,
                                 const RangeReference& capacity, const RangeReference& items,
                                 const Any& settings) {
    return guarded(
        log_, "PROMISE_PLAN_ITEMS",
        [&] {
            return planned(document, {deals, capacity, items}, settings);
        },
        unreadable);
}

Any SAL_CALL Promises::status(const rtl::OUString& plan, const Any& deal) {
    return ofDeal("PROMISE_STATUS", plan, deal, [this](StoredPlan& stored, DealIndex index) {
        return verdict_words_[static_cast<std::size_t>(stored.answers.verdict(index))];
    });
}

Any SAL_CALL Promises::earliest(const rtl::OUString& plan, const Any& deal) {
    return ofDeal("PROMISE_EARLIEST", plan, deal, [](StoredPlan& stored, DealIndex index) {
        return valueOr(stored.answers.earliest(index), stored.context.null_date);
    });
}

Any SAL_CALL Promises::shortfall(const rtl::OUString& plan, const Any& deal) {
    return ofDeal("PROMISE_SHORTFALL", plan, deal, [](StoredPlan& stored, DealIndex index) {
        return Any{stored.answers.shortfall(index).toDouble()};
    });
}

Any SAL_CALL Promises::bottleneck(const rtl::OUString& plan, const Any& deal) {
    return ofDeal("PROMISE_BOTTLENECK", plan, deal, [](StoredPlan& stored, DealIndex index) {
        return textValue(stored.answers.bottleneck(index));
    });
}

Any SAL_CALL Promises::rivals(const rtl::OUString& plan, const Any& deal) {
    return ofDeal("PROMISE_RIVALS", plan, deal, [this](StoredPlan& stored, DealIndex index) {
        return textValue(stored.answers.rivals(index, textsOf(stored)));
    });
}

Any SAL_CALL Promises::reason(const rtl::OUString& plan, const Any& deal) {
    return guarded(
        log_, "PROMISE_REASON",
        [&] {
            if (views::isNoPlanText(utf8(plan))) {
                return Any{plan};
            }
            return ofPlan(plan, [&](StoredPlan& stored) {
                tables::TextPool texts;
                const auto index = stored.answers.dealNamed(cellFrom(deal, texts));
                const views::Texts& language = textsOf(stored);
                return textValue(index
                                     ? stored.answers.reason(*index, language)
                                     : views::unknownDealSentence(
                                           tables::seenText(optionalFrom(deal, texts)), language));
            });
        },
        unreadable);
}

Any SAL_CALL Promises::chance(const rtl::OUString& plan, const Any& deal) {
    return ofDeal("PROMISE_CHANCE", plan, deal, [](StoredPlan& stored, DealIndex index) {
        const auto chance = stored.answers.chance(index);
        return chance ? Any{chance->value} : notAvailable();
    });
}

Any SAL_CALL Promises::decideBy(const rtl::OUString& plan, const Any& deal) {
    return ofDeal("PROMISE_DECIDE_BY", plan, deal, [](StoredPlan& stored, DealIndex index) {
        return valueOr(stored.answers.decideBy(index), stored.context.null_date);
    });
}

Any SAL_CALL Promises::quote(const rtl::OUString& plan, const Any& item, const Any& quantity,
                             const Any& not_before) {
    return guardedOfPlan("PROMISE_QUOTE", plan, [&](StoredPlan& stored) {
        tables::TextPool texts;
        std::string scratch;
        const tables::CellReader reader{stored.context};
        const auto index = stored.answers.itemNamed(tables::nameIn(cellFrom(item, texts), scratch));
        const auto amount = reader.amount(cellFrom(quantity, texts), planning::kMostQuantity);
        const auto from = reader.day(optionalFrom(not_before, texts));
        if (!amount.isRead() || from.isProblem()) {
            return unreadable();
        }
        if (!index) {
            return notAvailable();
        }
        const planning::Day first = from.isRead() ? from.value : stored.answers.asOf();
        const std::string key = views::nameFrom(stored.answers.input().items[*index].name).key;
        return valueOr(
            stored.answers.quote(*index, amount.value, first, stored.buffers.daysFor(key)),
            stored.context.null_date);
    });
}

Promises::Matrix SAL_CALL Promises::table(const rtl::OUString& plan) {
    const auto single = [](const Any& value) {
        const css::uno::Sequence<Any> row(&value, 1);
        return Matrix(&row, 1);
    };
    return guarded(
        log_, "PROMISE_TABLE",
        [&] {
            const PlanStore::PlanPointer stored = planNamed(plan);
            if (!stored) {
                return single(notAvailable());
            }
            const std::scoped_lock lock(stored->mutex);
            return promiseMatrix(stored->answers.table(textsOf(*stored)),
                                 stored->context.null_date);
        },
        [&] { return single(unreadable()); });
}

Promises::Matrix SAL_CALL Promises::buffers(const rtl::OUString& plan) {
    const auto single = [](const Any& value) {
        const css::uno::Sequence<Any> row(&value, 1);
        return Matrix(&row, 1);
    };
    return guarded(
        log_, "PROMISE_BUFFERS",
        [&] {
            const PlanStore::PlanPointer stored = planNamed(plan);
            return stored ? bufferMatrix(stored->buffers, textsOf(*stored))
                          : single(notAvailable());
        },
        [&] { return single(unreadable()); });
}

Any SAL_CALL Promises::capacityLoad(const rtl::OUString& plan, const Any& resource, const Any& from,
                                    const Any& to, const Any& kind) {
    return guardedOfPlan("CAPACITY_LOAD", plan, [&](StoredPlan& stored) {
        tables::TextPool texts;
        const auto load_kind = loadKind(optionalFrom(kind, texts));
        if (!load_kind) {
            return unreadable();
        }
        return CapacityQuestion(stored, resource, from, to).answer([&](auto index, auto span) {
            return stored.answers.load(index, span, *load_kind);
        });
    });
}

Any SAL_CALL Promises::capacityFree(const rtl::OUString& plan, const Any& resource, const Any& from,
                                    const Any& to) {
    return guardedOfPlan("CAPACITY_FREE", plan, [&](StoredPlan& stored) {
        return CapacityQuestion(stored, resource, from, to).answer([&](auto index, auto span) {
            return stored.answers.free(index, span);
        });
    });
}

Any SAL_CALL Promises::reliability(const Document& document, const RangeReference& promised,
                                   const RangeReference& delivered, const Any& keys,
                                   const Any& key) {
    return guarded(
        log_, "PROMISE_RELIABILITY",
        [&] { return reliability_.answer(document, promised, delivered, keys, key); }, unreadable);
}

Any SAL_CALL Promises::log(const Document& document, const RangeReference& decisions) {
    return guarded(
        log_, "PROMISE_LOG",
        [&] {
            planner_.dropWhenClosed(document, DocumentReader::identity(document));
            return targets_.log(document, decisions);
        },
        unreadable);
}

Any SAL_CALL Promises::actual(const rtl::OUString& plan, const Any& metric, const Any& log,
                              const Any& from, const Any& due) {
    return guarded(
        log_, "PROMISE_ACTUAL",
        [&] {
            const PlanStore::PlanPointer stored = planNamed(plan);
            return stored ? targets_.actual(stored, metric, log, from, due) : notAvailable();
        },
        unreadable);
}

Any SAL_CALL Promises::progress(const Document& document, const Any& actual, const Any& baseline,
                                const Any& target) {
    return guarded(
        log_, "PROMISE_PROGRESS",
        [&] { return targets_.progress(document, actual, baseline, target); }, unreadable);
}

Any SAL_CALL Promises::standing(const Document& document, const Any& metric, const Any& actual,
                                const Any& baseline, const Any& target, const Any& from,
                                const Any& due) {
    return guarded(
        log_, "PROMISE_STANDING",
        [&] {
            return targets_.standing(document, {metric, actual, baseline, target, from, due});
        },
        unreadable);
}

rtl::OUString SAL_CALL Promises::support() {
    return guarded(
        log_, "PROMISE_SUPPORT",
        [&] {
            const std::string log_file = log_.filePath();
            return toOffice("Keepable " + std::string{kVersion} + " · " +
                            hostVersion(workplace_->context) + " · self-check " +
                            (selfCheckPasses() ? "passed" : "FAILED") + " · " +
                            (log_file.empty() ? "no log file" : "log " + log_file));
        },
        [] { return rtl::OUString(); });
}

rtl::OUString SAL_CALL Promises::getImplementationName() {
    return toOffice(kImplementationName);
}

sal_Bool SAL_CALL Promises::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}

css::uno::Sequence<rtl::OUString> SAL_CALL Promises::getSupportedServiceNames() {
    const rtl::OUString name = toOffice(kServiceName);
    return {&name, 1};
}

void Promises::serveOften() {
    proxy_.hold<::keepable::XPromises>(this);
}

void SAL_CALL Promises::queryTermination(const css::lang::EventObject& /*event*/) {}

void SAL_CALL Promises::notifyTermination(const css::lang::EventObject& /*event*/) {
    proxy_.release();
}

void SAL_CALL Promises::disposing(const css::lang::EventObject& /*event*/) {
    proxy_.release();
}

const views::Texts& Promises::textsOf(const StoredPlan& plan) const {
    return workplace_->textsIn(plan.language);
}

PlanStore::PlanPointer Promises::planNamed(const rtl::OUString& handle) {
    const auto digest = digestIn(handle);
    if (!digest) {
        return nullptr;
    }
    PlanStore::PlanPointer plan = workplace_->store->find(*digest);
    if (plan) {
        workplace_->recalculation->found(*digest);
    } else {
        workplace_->recalculation->want(*digest);
    }
    return plan;
}

template <class Answer> Any Promises::ofPlan(const rtl::OUString& plan, Answer answer) {
    const PlanStore::PlanPointer stored = planNamed(plan);
    if (!stored) {
        return notAvailable();
    }
    const std::scoped_lock lock(stored->mutex);
    return answer(*stored);
}

template <class Answer>
Any Promises::guardedOfPlan(const char* function, const rtl::OUString& plan, Answer answer) {
    return guarded(
        log_, function, [&] { return ofPlan(plan, answer); }, unreadable);
}

template <class Answer>
Any Promises::ofDeal(const char* function, const rtl::OUString& plan, const Any& deal,
                     Answer answer) {
    return guardedOfPlan(function, plan, [&](StoredPlan& stored) {
        tables::TextPool texts;
        const auto index = stored.answers.dealNamed(cellFrom(deal, texts));
        return index ? answer(stored, *index) : notAvailable();
    });
}

} // namespace keepable::office
