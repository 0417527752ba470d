// SPDX-License-Identifier: MPL-2.0
//
// What set up recognised, in words: how each heading is read and why, what has to be asked, what was
// decided by the cells, and which cells cannot be read.
#pragma once

#include "tables/recognition.hpp"
#include "views/promise_columns.hpp"
#include "views/texts.hpp"

#include <string>

namespace keepable::views {

// "D9"; "D" for a column as a whole; empty for neither. From 0.
[[nodiscard]] std::string cellName(std::int32_t row, std::int32_t column);

struct ColumnWords {
    std::string read_as; // "Promised date", or "not used"
    std::string why;     // "sure: known from HubSpot exports"; what a review reads it for
};
// `promises` are columns of the same table.
[[nodiscard]] ColumnWords columnWords(const tables::ColumnMatch& column,
                                      const tables::RowMatch& row, const PromisePlaces& promises,
                                      const Texts& texts);

// "Export of HubSpot", "Headings in German"; empty where there is nothing to say.
[[nodiscard]] std::string recognisedAs(const tables::RowMatch& row, const Texts& texts);

[[nodiscard]] std::string questionText(const tables::Question& question, const Texts& texts);
// The question with its setting, for a list: "Days after win (Close Date)".
[[nodiscard]] std::string questionTitle(const tables::Question& question);
[[nodiscard]] std::string decisionText(const tables::Decision& decision, const Texts& texts);
[[nodiscard]] std::string findingText(const tables::Finding& finding, const Texts& texts);

} // namespace keepable::views
