// SPDX-License-Identifier: MPL-2.0
//
// What the columns of one table leave open, and what their cells decide. A part of recognition.
#pragma once

#include "tables/recognition.hpp"
#include "tables/status_words.hpp"

namespace keepable::tables {

// Adds questions, decisions and findings of one table. `words` are the status words known.
void askOfColumns(const SampledTable& table, const StatusWords& words,
                  const ReadingContext& context, Recognition& found);

// A problem as a finding, where its column is known by its heading.
[[nodiscard]] Finding findingAt(const SampledTable& table, std::int32_t row, std::int32_t column,
                                const std::string& heading, const Cell& seen, std::string expected);

} // namespace keepable::tables
