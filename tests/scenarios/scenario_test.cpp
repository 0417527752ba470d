// SPDX-License-Identifier: MPL-2.0
// Situations a planner knows, one folder each: story.md tells it in five lines, deals.csv, capacity.csv,
// items.csv and settings.csv are the tables, expected.csv what the functions must show.
//
//   scenario_tests --accept    writes expected.csv anew; read the diff before you commit it
#include "planning/promise_check.hpp"
#include "support/compare_plans.hpp"
#include "support/csv.hpp"
#include "support/random_plan.hpp"
#include "tables/plan_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace keepable {
namespace {

using namespace planning;
using tables::Grid;
using tables::Table;
using tables::TableKind;

bool g_accept = false;

std::filesystem::path scenarioFolder() {
    return std::filesystem::path(KEEPABLE_SOURCE_DIR) / "tests" / "scenarios";
}

std::vector<std::string> scenarioNames() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(scenarioFolder())) {
        if (entry.is_directory()) {
            names.push_back(entry.path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

Grid readGrid(const std::filesystem::path& path) {
    Grid grid;
    const support::CsvRows rows = support::csvRows(support::fileText(path));
    for (std::size_t i = 0; !rows.empty() && i < rows.front().size(); ++i) {
        grid.columns.push_back(static_cast<std::int32_t>(i));
    }
    for (const std::vector<std::string>& row : rows) {
        for (const std::string& field : row) {
            grid.cells.push_back(tables::Cell::text(grid.texts.keep(field)));
        }
    }
    return grid;
}

Table readTable(TableKind kind, const std::filesystem::path& path,
                const tables::ReadingContext& context) {
    const Grid sheet = readGrid(path);
    auto heading = tables::findHeadingRow(kind, sheet, context);
    if (const auto* nothing = std::get_if<tables::NothingToPlanBy>(&heading)) {
        throw std::runtime_error(path.string() + ": " + nothing->sentence);
    }
    Table table;
    table.heading = std::get<tables::HeadingRow>(std::move(heading));
    table.body.first_row = table.heading.row + 1;
    for (const tables::Column& column : table.heading.columns) {
        table.body.columns.push_back(column.column);
    }
    for (std::int32_t row = table.body.first_row; row < sheet.rowCount(); ++row) {
        for (const std::int32_t column : table.body.columns) {
            table.body.cells.push_back(
                tables::Cell::text(table.body.texts.keep(sheet.at(row, column).text())));
        }
    }
    return table;
}

tables::PlanTables readScenario(const std::filesystem::path& folder) {
    tables::ReadingContext context;
    context.today = *dayFromIso("2026-03-02");
    const Table deals = readTable(TableKind::kDeals, folder / "deals.csv", context);
    const Table capacity = readTable(TableKind::kCapacity, folder / "capacity.csv", context);
    Table items;
    Grid settings;
    tables::PlanSources sources{.deals = &deals, .capacity = &capacity};
    if (std::filesystem::exists(folder / "items.csv")) {
        items = readTable(TableKind::kItems, folder / "items.csv", context);
        sources.items = &items;
    }
    if (std::filesystem::exists(folder / "settings.csv")) {
        settings = readGrid(folder / "settings.csv");
        sources.settings = &settings;
    }
    auto read = tables::readPlan(sources, context);
    if (const auto* nothing = std::get_if<tables::NothingToPlanBy>(&read)) {
        throw std::runtime_error(folder.string() + ": " + nothing->sentence);
    }
    return std::get<tables::PlanTables>(std::move(read));
}

std::string resultText(const tables::PlanTables& tables) {
    CheckedPlan plan = checkPromises(tables.input);
    std::string text = "Deal,Verdict,Earliest date,Shortfall,Bottleneck\n";
    for (DealIndex deal = 0; deal < tables.texts.size(); ++deal) {
        const Verdict verdict = plan.report.verdicts[deal];
        const std::optional<Day> earliest = earliestDate(plan, deal);
        const Refusal* refusal = plan.report.refusalOf(deal);
        text += support::csvField(tables.texts[deal].name) + ',' + support::text(verdict) + ',' +
                (earliest ? isoText(*earliest) : "#N/A") + ',';
        if (verdict == Verdict::kCheckRow || verdict == Verdict::kClosed) {
            text += ",\n";
        } else if (refusal == nullptr) {
            text += "0,\n";
        } else {
            text += decimalText(refusal->shortfall) + ',' +
                    (refusal->bottleneck == kNone
                         ? std::string()
                         : support::csvField(tables.input.resources[refusal->bottleneck])) +
                    '\n';
        }
    }
    return text;
}

class Scenario : public testing::TestWithParam<std::string> {};

TEST_P(Scenario, ComesOutAsExpected) {
    const std::filesystem::path folder = scenarioFolder() / GetParam();
    const tables::PlanTables tables = readScenario(folder);
    const std::string result = resultText(tables);
    if (g_accept) {
        std::ofstream(folder / "expected.csv", std::ios::binary) << result;
        return;
    }
    EXPECT_EQ(result, support::fileText(folder / "expected.csv"));
    EXPECT_EQ(support::differences(tables.input, support::Depth::kEverything), "")
        << "the slow twin thinks otherwise";
}

TEST_P(Scenario, TellsItsStoryInFiveLines) {
    const std::string story = support::fileText(scenarioFolder() / GetParam() / "story.md");
    EXPECT_EQ(std::count(story.begin(), story.end(), '\n'), 5);
    EXPECT_TRUE(story.starts_with("# ")) << "the first line is the title";
}

INSTANTIATE_TEST_SUITE_P(Planner, Scenario, testing::ValuesIn(scenarioNames()),
                         [](const testing::TestParamInfo<std::string>& scenario) {
                             return scenario.param;
                         });

} // namespace
} // namespace keepable

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    for (int i = 1; i < argc; ++i) {
        keepable::g_accept = keepable::g_accept || std::string_view(argv[i]) == "--accept";
    }
    return RUN_ALL_TESTS();
}
