// SPDX-License-Identifier: MPL-2.0
//
// A case of cases/GRAMMAR.txt as it is written: what must be recognised in one workbook.
//
// Units:   rows and columns from 0, as in the code; the files count rows from 1.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keepable::recognition_tests {

struct Place {
    std::int32_t row = -1; // -1: the column as a whole
    std::int32_t column = 0;
};

struct ExpectedTable {
    std::string kind; // deals, capacity, items, people
    std::string sheet;
    std::int32_t heading_row = 0; // the last of several
    std::int32_t first_row = -1;  // of the data; -1: not said
    std::int32_t last_row = -1;
    std::int32_t first_column = -1;
    std::int32_t last_column = -1;
    std::string system;
    std::string block_resource;
    std::map<std::int32_t, std::vector<std::string>> roles; // by column; any of these
    std::map<std::int32_t, std::string> periods;
    std::map<std::int32_t, std::string> resources;
    std::vector<std::pair<Place, std::string>> reads;
    std::vector<std::pair<std::string, std::string>> stages; // word, meaning
    std::vector<std::string> asks;
    std::vector<std::string> not_asked;
    std::vector<std::vector<Place>> findings; // any of these
    std::vector<Place> no_findings;
    std::vector<std::pair<std::string, std::string>> matches;
    std::vector<std::pair<std::string, std::string>> no_matches;
    std::vector<std::pair<std::string, std::string>> sums; // role, hours a week
    std::vector<std::int32_t> total_rows;
};

struct Case {
    std::string name;
    std::filesystem::path folder;
    std::string locale = "en-US";
    std::string as_of;
    std::vector<ExpectedTable> tables;
    std::vector<std::string> no_tables;      // kinds
    std::vector<std::string> not_understood; // lines that this reader does not know
};

[[nodiscard]] Case readCase(const std::filesystem::path& folder);
// The cases in a folder, by name.
[[nodiscard]] std::vector<Case> readCases(const std::filesystem::path& folder);

} // namespace keepable::recognition_tests
