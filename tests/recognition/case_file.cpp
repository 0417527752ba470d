// SPDX-License-Identifier: MPL-2.0
#include "recognition/case_file.hpp"

#include "support/csv.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace keepable::recognition_tests {

namespace fs = std::filesystem;

namespace {

std::string trimmed(std::string text) {
    const auto first = text.find_first_not_of(' ');
    const auto last = text.find_last_not_of(" \r");
    return first == std::string::npos ? std::string{} : text.substr(first, last - first + 1);
}

std::vector<std::string> cut(const std::string& text, const std::string& at) {
    std::vector<std::string> all;
    std::size_t begin = 0;
    for (auto found = text.find(at);; found = text.find(at, begin)) {
        all.push_back(
            trimmed(text.substr(begin, found == std::string::npos ? found : found - begin)));
        if (found == std::string::npos) {
            return all;
        }
        begin = found + at.size();
    }
}

std::int32_t columnNumber(std::string_view letters) {
    std::int32_t number = 0;
    for (const char letter : letters) {
        number = number * 26 + (letter - 'A' + 1);
    }
    return number - 1;
}

// "D9", or "D" for a column.
Place placeOf(const std::string& text) {
    const auto digits = text.find_first_of("0123456789");
    Place place;
    place.column = columnNumber(std::string_view{text}.substr(0, digits));
    place.row = digits == std::string::npos ? -1 : std::stoi(text.substr(digits)) - 1;
    return place;
}

std::string unquoted(const std::string& text) {
    return text.size() > 1 && text.front() == '"' && text.back() == '"'
               ? text.substr(1, text.size() - 2)
               : text;
}

// "3-4", or "3" for both ends.
std::pair<std::int32_t, std::int32_t> rowsOf(const std::string& text) {
    const auto dash = text.find('-');
    const std::int32_t first = std::stoi(text) - 1;
    return {first, dash == std::string::npos ? first : std::stoi(text.substr(dash + 1)) - 1};
}

ExpectedTable tableLine(const std::vector<std::string>& values) {
    ExpectedTable table;
    table.kind = values[0];
    for (const std::string& value : values) {
        const auto behind = [&](std::string_view begin) { return value.substr(begin.size()); };
        if (value.starts_with("heading row ")) {
            table.heading_row = rowsOf(behind("heading row ")).second;
        } else if (value.starts_with("rows ")) {
            std::tie(table.first_row, table.last_row) = rowsOf(behind("rows "));
        } else if (value.starts_with("columns ")) {
            const auto ends = cut(behind("columns "), "-");
            table.first_column = columnNumber(ends.front());
            table.last_column = columnNumber(ends.back());
        } else if (value.starts_with("system ")) {
            table.system = behind("system ");
        } else if (value.starts_with("sheet ")) {
            table.sheet = unquoted(behind("sheet "));
        }
    }
    return table;
}

void addIgnored(const std::string& text, ExpectedTable& table) {
    const auto ends = cut(text, "-");
    const std::int32_t last = columnNumber(ends.back());
    for (std::int32_t column = columnNumber(ends.front()); column <= last; ++column) {
        table.roles[column] = {"ignored"};
    }
}

std::pair<std::string, std::string> equality(const std::string& text) {
    const auto sides = cut(text, " = ");
    return {unquoted(sides.front()), unquoted(sides.back())};
}

bool addLine(const std::string& key, const std::string& value, ExpectedTable& table) {
    const std::vector<std::string> values = cut(value, " | ");
    if (key == "column") {
        table.roles[columnNumber(values[0])] = cut(values[1], " or ");
    } else if (key == "ignored") {
        addIgnored(values[0], table);
    } else if (key == "period") {
        table.periods[columnNumber(values[0])] = values[1];
    } else if (key == "resource") {
        table.resources[columnNumber(values[0])] = values[1];
    } else if (key == "block resource") {
        table.block_resource = values[0];
    } else if (key == "read") {
        table.reads.emplace_back(placeOf(values[0]), values[1]);
    } else if (key == "stage") {
        table.stages.emplace_back(unquoted(values[0]), values[1]);
    } else if (key == "asks") {
        table.asks.push_back(values[0]);
    } else if (key == "no question") {
        table.not_asked.push_back(values[0]);
    } else if (key == "finding") {
        std::vector<Place>& places = table.findings.emplace_back();
        for (const std::string& place : cut(values[0], " or ")) {
            places.push_back(placeOf(place));
        }
    } else if (key == "no finding") {
        table.no_findings.push_back(placeOf(values[0]));
    } else if (key == "match") {
        table.matches.push_back(equality(value));
    } else if (key == "not a match") {
        table.no_matches.push_back(equality(value));
    } else if (key == "sum") {
        table.sums.emplace_back(values[0], values[1]);
    } else if (key == "total row") {
        table.total_rows.push_back(std::stoi(values[0]) - 1);
    } else {
        return false;
    }
    return true;
}

} // namespace

Case readCase(const fs::path& folder) {
    Case read;
    read.name = folder.filename().string();
    read.folder = folder;
    std::istringstream lines{support::fileText(folder / "expected.txt")};
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with('#') || trimmed(line).empty()) {
            continue;
        }
        if (colon == std::string::npos) {
            read.not_understood.push_back(line);
            continue;
        }
        const std::string key = line.substr(0, colon);
        const std::string value = trimmed(line.substr(colon + 2));
        if (key == "locale") {
            read.locale = value;
        } else if (key == "as of") {
            read.as_of = value;
        } else if (key == "table") {
            read.tables.push_back(tableLine(cut(value, " | ")));
        } else if (key == "no table") {
            read.no_tables.push_back(value);
        } else if (read.tables.empty() || !addLine(key, value, read.tables.back())) {
            read.not_understood.push_back(line);
        }
    }
    return read;
}

std::vector<Case> readCases(const fs::path& folder) {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (fs::exists(entry.path() / "expected.txt")) {
            folders.push_back(entry.path());
        }
    }
    std::ranges::sort(folders);
    std::vector<Case> cases;
    for (const fs::path& one : folders) {
        cases.push_back(readCase(one));
    }
    return cases;
}

} // namespace keepable::recognition_tests
