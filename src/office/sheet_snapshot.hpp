// SPDX-License-Identifier: MPL-2.0
//
// Reads a range of cells once, as a table: finds its headings near the top, then takes the
// recognised columns below them, in blocks, so that a range of whole columns or a very wide one
// costs no more than what is used of it.
//
// Errors:  a range without a table, or beyond kMostCells, comes back as a sentence.
#pragma once

#include "office/sheets.hpp"
#include "tables/headings.hpp"
#include "tables/text_locale.hpp"

#include <string>
#include <variant>
#include <vector>

namespace keepable::office {

// The most cells of one table that are read.
inline constexpr std::int64_t kMostCells = 50'000'000;

[[nodiscard]] std::variant<tables::Table, tables::NothingToPlanBy>
readTable(tables::TableKind kind, const RangeReference& range,
          const tables::ReadingContext& context);

// All cells of a range as far as anything is used, without asking what they mean.
[[nodiscard]] tables::Grid readCells(const RangeReference& range);

// The same of some columns of the sheet, ascending, from a row of it on.
[[nodiscard]] tables::Grid readColumns(const RangeReference& range, std::int32_t first_row,
                                       const std::vector<std::int32_t>& columns);

// Sheets and corners, to tell the ranges of a document's plans apart; a range may be null.
[[nodiscard]] std::string rangesIdentity(const std::vector<RangeReference>& ranges);

} // namespace keepable::office
