// SPDX-License-Identifier: MPL-2.0
#include "views/target_words.hpp"

#include <array>
#include <cstddef>

namespace keepable::views {

namespace {

constexpr std::array<WordAndKey, kTargetColumns> kHeadings{{
    {"Metric", "targets.heading.metric"},
    {"Baseline", "targets.heading.baseline"},
    {"Target", "targets.heading.target"},
    {"From", "targets.heading.from"},
    {"Due", "targets.heading.due"},
    {"Sales owner", "targets.heading.salesOwner"},
    {"Ops owner", "targets.heading.opsOwner"},
    {"Actual", "targets.heading.actual"},
    {"Now", "targets.heading.now"},
    {"Progress", "targets.heading.progress"},
    {"Standing", "targets.heading.standing"},
}};

constexpr std::array<WordAndKey, review::kMetrics> kMetricWords{{
    {"keepable value", "targets.metric.keepableValue"},
    {"kept rate", "targets.metric.keptRate"},
    {"revenue growth", "targets.metric.revenueGrowth"},
    {"cost per delivered hour", "targets.metric.costPerHour"},
    {"overtime cost", "targets.metric.overtimeCost"},
    {"open conflicts", "targets.metric.conflicts"},
    {"days to settle", "targets.metric.daysToSettle"},
}};

} // namespace

WordTable targetHeadings(std::span<const Texts* const> languages) {
    return WordTable{kHeadings, languages};
}

WordTable targetMetrics(std::span<const Texts* const> languages) {
    return WordTable{kMetricWords, languages};
}

std::string_view word(TargetColumn column) {
    return kHeadings[static_cast<std::size_t>(column)].word;
}

std::string_view word(review::Metric metric) {
    return kMetricWords[static_cast<std::size_t>(metric)].word;
}

std::string listOfMetrics() {
    std::string list;
    for (const WordAndKey& metric : kMetricWords) {
        list += list.empty() ? "" : ", ";
        list += metric.word;
    }
    return list;
}

std::string said(TargetColumn column, const Texts& texts) {
    return texts(kHeadings[static_cast<std::size_t>(column)].key);
}

std::string said(review::Metric metric, const Texts& texts) {
    return texts(kMetricWords[static_cast<std::size_t>(metric)].key);
}

} // namespace keepable::views
