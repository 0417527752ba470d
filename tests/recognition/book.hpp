// SPDX-License-Identifier: MPL-2.0
//
// The workbook of a case as set up sees it, read without an office: .csv as GRAMMAR.txt says, .ods
// and .xlsx by dump_cells.py.
//
// Errors:  a workbook that cannot be read is a std::runtime_error.
#pragma once

#include "tables/recognition.hpp"
#include "tables/sheet_sample.hpp"
#include "tables/table_finder.hpp"
#include "tables/text_locale.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace keepable::recognition_tests {

struct Book {
    std::vector<std::string> names;
    std::vector<tables::SheetCells> sheets;
};

// The workbook in a case's folder.
[[nodiscard]] Book readBook(const std::filesystem::path& folder);

// The workbook in a file; a .csv has one sheet, called "book".
[[nodiscard]] Book readBookFile(const std::filesystem::path& file);

// The cells below a table's headings, as set up samples them.
[[nodiscard]] tables::SampledTable sampleOf(const tables::FoundTable& found,
                                            const tables::SheetCells& sheet);
// A table found as a plan reads it, with the headings as the context has them read. Throws
// std::runtime_error where there is nothing to plan by.
[[nodiscard]] tables::Table plannedTable(const tables::FoundTable& found,
                                         const tables::SheetCells& sheet,
                                         const tables::ReadingContext& context);

// How a document in this language and country writes numbers and dates, and the profiles shipped.
[[nodiscard]] tables::ReadingContext contextOf(const std::string& locale, const std::string& as_of);

} // namespace keepable::recognition_tests
