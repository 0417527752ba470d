// SPDX-License-Identifier: MPL-2.0
//
// What set up says of the tables it found, before it writes anything: what each was recognised by,
// and, where it cannot go on, what was looked for, where, what was seen, and what to do.
//
// Shape:   sheets are named in the order in which they were searched.
#pragma once

#include "tables/table_finder.hpp"
#include "views/texts.hpp"

#include <span>
#include <string>
#include <vector>

namespace keepable::views {

// "sheet “Deals”, A4:H31": as far as there are rows.
[[nodiscard]] std::string placeOf(const tables::FoundTable& table,
                                  std::span<const std::string> sheets, const Texts& texts);
// "A4:H31"
[[nodiscard]] std::string cellsText(const tables::CellBlock& block);

[[nodiscard]] std::string notFoundSentence(tables::TableKind kind,
                                           std::span<const tables::FoundTable> tables,
                                           std::span<const std::string> sheets, const Texts& texts);
// Of a range somebody pointed at.
[[nodiscard]] std::string incompleteSentence(const tables::FoundTable& table,
                                             std::span<const std::string> sheets,
                                             const Texts& texts);
[[nodiscard]] std::string severalSentence(const tables::FoundTable& one,
                                          const tables::FoundTable& other,
                                          std::span<const std::string> sheets, const Texts& texts);
[[nodiscard]] std::string overlapSentence(const tables::FoundTable& one,
                                          const tables::FoundTable& other,
                                          std::span<const std::string> sheets, const Texts& texts);

// "31 rows. Close date → Promised date, …": how a table is read, or what is missing in it.
[[nodiscard]] std::string recognitionText(const tables::FoundTable& table, const Texts& texts);

} // namespace keepable::views
