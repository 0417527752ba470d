// SPDX-License-Identifier: MPL-2.0
#include "tables/row_problem.hpp"

namespace keepable::tables {

std::string problemText(const RowProblem& problem) {
    const std::string row = "row " + std::to_string(problem.row);
    std::string text = problem.table == TableKind::kSettings
                           ? row + " of the settings range"
                           : std::string{tableName(problem.table)} + " " + row;
    if (!problem.heading.empty()) {
        text += ", " + problem.heading;
    }
    text += ": ";
    if (problem.seen.empty()) {
        text += "an empty cell";
    } else if (problem.seen == "an error") {
        text += problem.seen;
    } else {
        text += "“" + problem.seen + "”";
    }
    return text + " is not " + problem.expected;
}

std::string_view tableName(TableKind kind) {
    switch (kind) {
    case TableKind::kDeals:
        return "Deals";
    case TableKind::kCapacity:
        return "Capacity";
    case TableKind::kItems:
        return "Items";
    case TableKind::kSettings:
        return "Settings";
    }
    return {};
}

std::string tablePlace(TableKind kind, std::string_view sheet) {
    std::string place{tableName(kind)};
    if (!sheet.empty()) {
        place += ", sheet “" + std::string{sheet} + "”";
    }
    return place;
}

} // namespace keepable::tables
