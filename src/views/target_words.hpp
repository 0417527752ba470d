// SPDX-License-Identifier: MPL-2.0
//
// The words of the table of shared targets: its headings and the names of the metrics.
//
// Shape:   as review_words.hpp: written in English, understood in every language of the texts.
#pragma once

#include "review/shared_target.hpp"
#include "views/texts.hpp"
#include "views/word_table.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace keepable::views {

// The headings, in the order of a new table. Actual is what people state; Now, Progress and Standing
// are written by Keepable and never read.
enum class TargetColumn : std::uint8_t {
    kMetric,
    kBaseline,
    kTarget,
    kFrom,
    kDue,
    kSalesOwner,
    kOpsOwner,
    kActual,
    kNow,
    kProgress,
    kStanding
};
inline constexpr std::size_t kTargetColumns = 11;

[[nodiscard]] WordTable targetHeadings(std::span<const Texts* const> languages);
[[nodiscard]] WordTable targetMetrics(std::span<const Texts* const> languages);

[[nodiscard]] std::string_view word(TargetColumn column);
[[nodiscard]] std::string_view word(review::Metric metric); // "revenue growth"
[[nodiscard]] std::string listOfMetrics();                  // all words, with commas
[[nodiscard]] std::string said(TargetColumn column, const Texts& texts);
[[nodiscard]] std::string said(review::Metric metric, const Texts& texts);

} // namespace keepable::views
