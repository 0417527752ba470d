// SPDX-License-Identifier: MPL-2.0
//
// Holds what is recognised against the cases, written from the facts by somebody who had not seen
// the code (cases/GRAMMAR.txt): the roles of columns, the periods, the resources across and the
// system, for all cases that are .csv files. Prints how many roles were found and how many are false.
#include "support/csv.hpp"
#include "tables/cell_value.hpp"
#include "tables/header_profile.hpp"
#include "tables/heading_match.hpp"
#include "tables/headings.hpp"
#include "tables/names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::tables {
namespace {

namespace fs = std::filesystem;

const fs::path kSource{KEEPABLE_SOURCE_DIR};

constexpr std::array<std::string_view, 6> kSystems{"HubSpot", "Salesforce", "Pipedrive",
                                                   "Zoho",    "Odoo",       "Dynamics 365"};

std::shared_ptr<const HeaderProfiles> shippedProfiles() {
    static const auto profiles = [] {
        auto read = std::make_shared<HeaderProfiles>();
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(kSource / "extension/profiles")) {
            files.push_back(entry.path());
        }
        std::ranges::sort(files);
        for (const auto& file : files) {
            EXPECT_EQ(read->add(file.filename().string(), support::fileText(file)), "");
        }
        return read;
    }();
    return profiles;
}

std::string trimmed(std::string text) {
    const auto first = text.find_first_not_of(' ');
    const auto last = text.find_last_not_of(" \r");
    return first == std::string::npos ? std::string{} : text.substr(first, last - first + 1);
}

std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> all;
    std::size_t begin = 0;
    for (auto bar = text.find(" | ");; bar = text.find(" | ", begin)) {
        all.push_back(trimmed(text.substr(begin, bar == std::string::npos ? bar : bar - begin)));
        if (bar == std::string::npos) {
            return all;
        }
        begin = bar + 3;
    }
}

std::int32_t columnNumber(const std::string& letters) {
    std::int32_t number = 0;
    for (const char letter : letters) {
        number = number * 26 + (letter - 'A' + 1);
    }
    return number - 1;
}

// What a case says of one of its tables.
struct ExpectedTable {
    std::string kind;
    std::int32_t first_heading_row = 0; // from 0
    std::int32_t heading_row = 0;
    std::string system;
    std::map<std::int32_t, std::vector<std::string>> roles; // by column; any of these
    std::map<std::int32_t, std::string> periods;
    std::map<std::int32_t, std::string> resources;
};

struct Case {
    std::string name;
    std::string locale = "en-US";
    std::string as_of;
    std::vector<ExpectedTable> tables;
};

void addIgnored(const std::string& text, ExpectedTable& table) {
    const auto dash = text.find('-');
    const std::int32_t first = columnNumber(text.substr(0, dash));
    const std::int32_t last =
        dash == std::string::npos ? first : columnNumber(text.substr(dash + 1));
    for (std::int32_t column = first; column <= last; ++column) {
        table.roles[column] = {"ignored"};
    }
}

constexpr std::string_view kHeadingRow = "heading row ";

ExpectedTable tableLine(const std::vector<std::string>& values) {
    ExpectedTable table;
    table.kind = values[0];
    for (const std::string& value : values) {
        if (value.starts_with(kHeadingRow)) {
            const std::string rows = value.substr(kHeadingRow.size());
            const auto dash = rows.find('-');
            table.first_heading_row = std::stoi(rows) - 1;
            table.heading_row = dash == std::string::npos ? table.first_heading_row
                                                          : std::stoi(rows.substr(dash + 1)) - 1;
        } else if (value.starts_with("system ")) {
            table.system = value.substr(7);
        }
    }
    return table;
}

Case readCase(const fs::path& folder) {
    Case read;
    read.name = folder.filename().string();
    std::istringstream lines{support::fileText(folder / "expected.txt")};
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with('#') || colon == std::string::npos) {
            continue;
        }
        const std::string key = line.substr(0, colon);
        const std::vector<std::string> values = parts(line.substr(colon + 2));
        if (key == "locale") {
            read.locale = values[0];
        } else if (key == "as of") {
            read.as_of = values[0];
        } else if (key == "table") {
            read.tables.push_back(tableLine(values));
        } else if (read.tables.empty()) {
            continue;
        } else if (key == "column") {
            std::vector<std::string>& roles = read.tables.back().roles[columnNumber(values[0])];
            for (std::string rest = values[1];;) {
                const auto either = rest.find(" or ");
                roles.push_back(rest.substr(0, either));
                if (either == std::string::npos) {
                    break;
                }
                rest.erase(0, either + 4);
            }
        } else if (key == "ignored") {
            addIgnored(values[0], read.tables.back());
        } else if (key == "period") {
            read.tables.back().periods[columnNumber(values[0])] = values[1];
        } else if (key == "resource") {
            read.tables.back().resources[columnNumber(values[0])] = values[1];
        }
    }
    return read;
}

ReadingContext contextOf(const Case& of) {
    ReadingContext context;
    context.today = planning::dayFromIso(of.as_of).value();
    if (!of.locale.starts_with("en-US")) {
        context.locale.date_order = DateOrder::kDayMonthYear;
        if (!of.locale.starts_with("en")) {
            context.locale.decimal_separator = ",";
            context.locale.group_separator = ".";
        }
    }
    context.profiles = shippedProfiles();
    return context;
}

// A plain number: -?[0-9]+(\.[0-9]+)?
bool isNumber(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789";
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const bool has_whole =
        !whole.empty() && whole.find_first_not_of(kDigits) == std::string_view::npos;
    if (point == std::string_view::npos) {
        return has_whole;
    }
    const std::string_view fraction = text.substr(point + 1);
    return has_whole && !fraction.empty() &&
           fraction.find_first_not_of(kDigits) == std::string_view::npos;
}

// As GRAMMAR.txt has a .csv opened.
Grid gridOf(const support::CsvRows& rows) {
    Grid grid;
    grid.sheet = "book";
    const std::size_t width = rows.empty() ? 0 : rows[0].size();
    for (std::size_t column = 0; column < width; ++column) {
        grid.columns.push_back(static_cast<std::int32_t>(column));
    }
    for (const auto& row : rows) {
        for (const std::string& value : row) {
            grid.cells.push_back(isNumber(value) ? Cell::number(std::stod(value))
                                                 : Cell::text(grid.texts.keep(value)));
        }
    }
    return grid;
}

// What the program says of each column, in the words of the cases.
std::map<std::int32_t, std::string> rolesIn(TableKind kind, const RowMatch& match) {
    std::map<std::int32_t, std::string> roles;
    for (const ColumnMatch& column : match.columns) {
        if (column.role) {
            std::string name{canonicalHeading(*column.role)};
            if (kind == TableKind::kDeals && *column.role == ColumnRole::kDeal &&
                match.has(ColumnRole::kDealName)) {
                name = "Id";
            } else if (*column.role == ColumnRole::kDealName) {
                name = "Deal";
            }
            roles[column.column] = name;
        }
    }
    return roles;
}

RowMatch matchAt(TableKind kind, const Grid& grid, const ExpectedTable& table,
                 const ReadingContext& context) {
    std::vector<HeadingText> texts;
    std::string above;
    for (std::int32_t column = 0; column < grid.columnCount(); ++column) {
        const Cell& cell = grid.at(table.heading_row, column);
        if (table.first_heading_row < table.heading_row &&
            !isBlank(grid.at(table.first_heading_row, column))) {
            above = grid.at(table.first_heading_row, column).text();
        }
        const bool is_expected = table.roles.contains(column);
        if (is_expected && (cell.kind() == CellKind::kText || !above.empty())) {
            texts.push_back({column, std::string{cell.text()}, above});
        }
    }
    return matchHeadings(kind, texts, {context.profiles.get(), {}});
}

struct Score {
    int expected = 0;
    int found = 0;
    int wrong = 0;
    std::string report;
};

void hold(const Case& of, const std::map<std::int32_t, std::string>& seen,
          const ExpectedTable& table, Score& score) {
    for (const auto& [column, roles] : table.roles) {
        const auto at = seen.find(column);
        const std::string role = at == seen.end() ? "ignored" : at->second;
        const bool may_be_ignored = std::ranges::find(roles, "ignored") != roles.end();
        const bool is_right = std::ranges::find(roles, role) != roles.end();
        score.expected += may_be_ignored ? 0 : 1;
        score.found += !may_be_ignored && is_right ? 1 : 0;
        score.wrong += !is_right && role != "ignored" ? 1 : 0;
        if (!is_right) {
            score.report += "  " + of.name + " column " + columnLetters(column) + ": " + role +
                            ", expected " + roles.front() + "\n";
        }
    }
}

void holdCapacity(const Case& of, const Grid& grid, const ExpectedTable& table,
                  const ReadingContext& context, Score& score) {
    const auto found = findHeadingRow(TableKind::kCapacity, grid, context);
    const auto* heading = std::get_if<HeadingRow>(&found);
    std::map<std::int32_t, std::string> seen;
    std::map<std::int32_t, std::string> periods;
    std::map<std::int32_t, std::string> resources;
    for (const Column& column : heading == nullptr ? std::vector<Column>{} : heading->columns) {
        if (column.role == ColumnRole::kPeriodStart) {
            periods[column.column] = planning::isoText(column.period_start);
        } else if (column.role == ColumnRole::kResourceHours) {
            resources[column.column] = column.resource;
        } else {
            seen[column.column] = canonicalHeading(column.role);
        }
    }
    hold(of, seen, table, score);
    for (const auto& [expected, got] :
         {std::pair{table.periods, periods}, std::pair{table.resources, resources}}) {
        for (const auto& [column, value] : expected) {
            const auto at = got.find(column);
            const bool is_right = at != got.end() && at->second == value;
            ++score.expected;
            score.found += is_right ? 1 : 0;
            if (!is_right) {
                score.report += "  " + of.name + " column " + columnLetters(column) + ": " +
                                (at == got.end() ? "ignored" : at->second) + ", expected " + value +
                                "\n";
            }
        }
        for (const auto& [column, value] : got) {
            if (!expected.contains(column)) {
                ++score.wrong;
                score.report += "  " + of.name + " column " + columnLetters(column) + ": " + value +
                                ", expected ignored\n";
            }
        }
    }
}

Score scoreOf(const fs::path& cases) {
    Score score;
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(cases)) {
        if (fs::exists(entry.path() / "book.csv")) {
            folders.push_back(entry.path());
        }
    }
    std::ranges::sort(folders);
    for (const auto& folder : folders) {
        const Case of = readCase(folder);
        const Grid grid = gridOf(support::csvRows(support::fileText(folder / "book.csv")));
        const ReadingContext context = contextOf(of);
        for (const ExpectedTable& table : of.tables) {
            if (table.kind == "deals" || table.kind == "items") {
                const TableKind kind =
                    table.kind == "deals" ? TableKind::kDeals : TableKind::kItems;
                const RowMatch match = matchAt(kind, grid, table, context);
                hold(of, rolesIn(kind, match), table, score);
                if (!table.system.empty()) {
                    // "none": none of the systems that the cases know.
                    const bool is_known =
                        std::ranges::find(kSystems, match.system) != kSystems.end();
                    EXPECT_EQ(table.system, is_known ? match.system : "none") << of.name;
                }
            } else if (table.kind == "capacity" && of.tables.size() == 1) {
                holdCapacity(of, grid, table, context, score);
            }
        }
    }
    return score;
}

TEST(Recognition, FindsTheRolesOfTheCasesAndTakesNoDecoy) {
    const Score score = scoreOf(kSource / "tests/recognition/cases");
    std::cout << "roles found " << score.found << " of " << score.expected << ", false "
              << score.wrong << "\n"
              << score.report;
    EXPECT_GT(score.expected, 200);
    EXPECT_EQ(score.wrong, 0) << score.report;
    EXPECT_GE(score.found * 100, score.expected * 98) << score.report;
}

} // namespace
} // namespace keepable::tables
