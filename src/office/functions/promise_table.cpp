// SPDX-License-Identifier: MPL-2.0
#include "office/functions/promise_table.hpp"

#include "office/convert.hpp"

#include <array>
#include <optional>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Sequence;

constexpr std::array kHeadings{"Deal",       "Customer",      "Class",     "Promised date",
                               "Verdict",    "Earliest date", "Days late", "Shortfall",
                               "Bottleneck", "Value",         "Reason"};

Any dateOrEmpty(const std::optional<planning::Day>& day, planning::Day null_date) {
    return day ? dateValue(*day, null_date) : textValue("");
}

Sequence<Any> rowOf(const std::array<Any, kHeadings.size()>& values) {
    return {values.data(), static_cast<sal_Int32>(values.size())};
}

} // namespace

Sequence<Sequence<Any>> promiseMatrix(const std::vector<views::PromiseRow>& rows,
                                      planning::Day null_date) {
    Sequence<Sequence<Any>> matrix(static_cast<sal_Int32>(rows.size() + 1));
    Sequence<Any>* next = matrix.getArray();
    std::array<Any, kHeadings.size()> values;
    for (std::size_t i = 0; i < kHeadings.size(); ++i) {
        values[i] = textValue(kHeadings[i]);
    }
    *next++ = rowOf(values);
    for (const views::PromiseRow& row : rows) {
        *next++ =
            rowOf({textValue(row.deal), textValue(row.customer), textValue(row.deal_class),
                   dateOrEmpty(row.promised, null_date), textValue(row.verdict),
                   dateOrEmpty(row.earliest, null_date),
                   row.days_late ? Any{static_cast<double>(*row.days_late)} : textValue(""),
                   Any{row.shortfall.toDouble()}, textValue(row.bottleneck),
                   row.value ? Any{row.value->toDouble()} : textValue(""), textValue(row.reason)});
    }
    return matrix;
}

Sequence<Sequence<Any>> bufferMatrix(const views::QuoteBuffers& buffers,
                                     const views::Texts& texts) {
    const auto row = [](const Any& item, const Any& days, const Any& promises) {
        const std::array<Any, 3> values{item, days, promises};
        return Sequence<Any>(values.data(), static_cast<sal_Int32>(values.size()));
    };
    const auto line = [&](std::string_view item, std::int32_t days, std::int64_t promises) {
        return row(textValue(item), Any{static_cast<double>(days)},
                   Any{static_cast<double>(promises)});
    };
    Sequence<Sequence<Any>> matrix(static_cast<sal_Int32>(buffers.items.size() + 2));
    Sequence<Any>* next = matrix.getArray();
    *next++ = row(textValue("Item"), textValue("Buffer days"), textValue("Promises"));
    for (const views::ItemBuffer& item : buffers.items) {
        *next++ = line(item.item.text, item.days, item.promises);
    }
    *next = line(texts("buffers.all"), buffers.days, buffers.promises);
    return matrix;
}

} // namespace keepable::office
