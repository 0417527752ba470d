// SPDX-License-Identifier: MPL-2.0
//
// Workbooks and exports that somebody else has made: the sample models of an open planning system,
// and a pipeline with its dates written in two ways. They are not part of this repository; without
// them the tests are skipped and say so.
#include "planning/promise_check.hpp"
#include "recognition/book.hpp"
#include "tables/plan_reader.hpp"
#include "tables/reading_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace keepable::recognition_tests {
namespace {

namespace fs = std::filesystem;
using namespace tables;

constexpr std::int32_t kRowsOfASheet = 1'048'576;
const fs::path kData{KEEPABLE_SHARED_DATA};

// The only table of a kind in a book.
FoundTable theTable(TableKind kind, const Book& book, const ReadingContext& context) {
    for (FoundTable& table : findTables(book.sheets, context, kRowsOfASheet)) {
        if (table.kind == kind && table.isComplete()) {
            return table;
        }
    }
    throw std::runtime_error("no such table");
}

Grid settingsGrid(const std::vector<std::pair<std::string, std::string>>& rows) {
    Grid grid;
    grid.columns = {0, 1};
    for (const auto& [name, value] : rows) {
        grid.cells.push_back(Cell::text(grid.texts.keep(name)));
        grid.cells.push_back(Cell::text(grid.texts.keep(value)));
    }
    return grid;
}

struct MavenPlan {
    PlanTables tables;
    planning::PlanReport report;
    std::vector<std::string> settings; // written by set up and the user
    std::vector<Question> questions;
};

// The pipeline as set up reads it: what it proposes and decides is taken over, and of its questions
// those are answered that the join's README answers.
MavenPlan mavenPlan(const std::string& variant, const std::string& locale) {
    const Book pipeline = readBookFile(kData / "crm_maven" / variant / "sales_pipeline.csv");
    const Book capacity_book = readBookFile(kData / "maven_capacity/capacity_long.csv");
    const Book items_book = readBookFile(kData / "maven_capacity/items.csv");
    ReadingContext context = contextOf(locale, "2017-03-01");
    const FoundTable deals = theTable(TableKind::kDeals, pipeline, context);
    const FoundTable capacity = theTable(TableKind::kCapacity, capacity_book, context);
    const FoundTable items = theTable(TableKind::kItems, items_book, context);
    std::vector<SampledTable> samples;
    samples.push_back(sampleOf(deals, pipeline.sheets[0]));
    samples.push_back(sampleOf(capacity, capacity_book.sheets[0]));
    samples.push_back(sampleOf(items, items_book.sheets[0]));
    const Recognition recognition = recognise(samples, nullptr, context);

    std::vector<std::pair<std::string, std::string>> rows;
    MavenPlan plan;
    for (const Decision& decision : recognition.decisions) {
        rows.emplace_back(decision.setting, decision.value);
    }
    for (const Question& question : recognition.questions) {
        plan.questions.push_back(question);
        if (question.about == Asking::kWinDateRule) {
            rows.emplace_back(question.setting, "28");
        } else if (question.about == Asking::kQuantity) {
            rows.emplace_back(question.setting, "1");
        } else if (question.about == Asking::kStageWord) {
            rows.emplace_back(question.setting, "tentative");
        } else if (!question.proposed.empty()) {
            rows.emplace_back(question.setting, question.proposed);
        }
    }
    for (const auto& [name, value] : rows) {
        plan.settings.push_back(name + " = " + value);
    }
    const Grid settings = settingsGrid(rows);
    context.rules =
        std::make_shared<const ReadingRules>(readReadingRules(settings, context, nullptr));
    const Table deals_table = plannedTable(deals, pipeline.sheets[0], context);
    const Table capacity_table = plannedTable(capacity, capacity_book.sheets[0], context);
    const Table items_table = plannedTable(items, items_book.sheets[0], context);
    auto read = readPlan({&deals_table, &capacity_table, &items_table, &settings}, context);
    plan.tables = std::get<PlanTables>(std::move(read));
    plan.report = planning::checkPromises(plan.tables.input).report;
    return plan;
}

bool hasMaven() {
    return fs::exists(kData / "crm_maven/iso/sales_pipeline.csv") &&
           fs::exists(kData / "crm_maven/us/sales_pipeline.csv") &&
           fs::exists(kData / "maven_capacity/items.csv");
}

TEST(MavenPipeline, GivesTheSamePlanWithIsoAndWithUsDates) {
    if (!hasMaven()) {
        GTEST_SKIP() << "NOT TESTED: ../shared/data/crm_maven or maven_capacity is not there";
    }
    const MavenPlan iso = mavenPlan("iso", "en-US");
    ASSERT_EQ(iso.tables.texts.size(), 8800U);
    // Only close dates: the rule has to be asked, and nothing is promised silently.
    EXPECT_TRUE(std::ranges::any_of(iso.questions, [](const Question& question) {
        return question.about == Asking::kWinDateRule;
    }));
    EXPECT_TRUE(std::ranges::any_of(iso.questions, [](const Question& question) {
        return question.about == Asking::kNearName && question.seen.front() == "GTXPro" &&
               question.proposed == "GTX Pro";
    }));
    // The document's language says nothing of the dates: the cells do.
    for (const std::string locale : {"en-US", "de-DE", "en-GB"}) {
        const MavenPlan us = mavenPlan("us", locale);
        ASSERT_EQ(us.tables.texts.size(), iso.tables.texts.size());
        for (std::size_t deal = 0; deal < iso.tables.texts.size(); ++deal) {
            ASSERT_EQ(us.tables.texts[deal].name, iso.tables.texts[deal].name);
            ASSERT_EQ(us.tables.texts[deal].promised, iso.tables.texts[deal].promised)
                << locale << ", " << iso.tables.texts[deal].name;
            ASSERT_EQ(us.report.verdicts[deal], iso.report.verdicts[deal])
                << locale << ", " << iso.tables.texts[deal].name;
        }
        EXPECT_EQ(us.tables.problems.size(), iso.tables.problems.size()) << locale;
    }
    std::map<planning::Verdict, int> counts;
    for (const planning::Verdict verdict : iso.report.verdicts) {
        ++counts[verdict];
    }
    EXPECT_EQ(counts[planning::Verdict::kClosed], 2473); // the lost ones
    // Prospecting and Engaging deals have no close date.
    EXPECT_EQ(counts[planning::Verdict::kCheckRow], 500 + 1589);
}

struct OrderBook {
    const char* path;
    std::int32_t orders;
};

// The order lists whose number of orders the data's README gives.
constexpr OrderBook kOrderBooks[]{{"examples/demand/demand-priorities.xlsx", 13},
                                  {"examples/demand/demand-policies.xlsx", 6},
                                  {"examples/resource/resource-type.xlsx", 3},
                                  {"examples/resource/resource-alternate.xlsx", 3},
                                  {"examples/resource/resource-skills.xlsx", 4},
                                  {"examples/resource/resource-efficiency.xlsx", 2},
                                  {"examples/resource/resource-tool.xlsx", 35},
                                  {"examples/supplier/supplier-capacity.xlsx", 4},
                                  {"examples/calendar/calendar-working-hours.xlsx", 1},
                                  {"wizard/salesorder.mfg.xlsx", 5},
                                  {"wizard/salesorder.fcst.xlsx", 320}};

TEST(FrePpleWorkbooks, HaveTheirOrdersFoundAndReadAsTheyAre) {
    if (!fs::exists(kData / "frepple/examples")) {
        GTEST_SKIP() << "NOT TESTED: ../shared/data/frepple is not there";
    }
    for (const OrderBook& expected : kOrderBooks) {
        const Book book = readBookFile(kData / "frepple" / expected.path);
        const ReadingContext context = contextOf("en-US", "2026-01-05");
        std::vector<FoundTable> deals;
        for (const FoundTable& table : findTables(book.sheets, context, kRowsOfASheet)) {
            if (table.kind == TableKind::kDeals && table.isComplete()) {
                deals.push_back(table);
            }
        }
        ASSERT_EQ(deals.size(), 1U) << expected.path;
        const std::string& sheet = book.names[deals[0].sheet];
        EXPECT_TRUE(sheet == "sales order" || sheet == "demand" || sheet == "Sheet") << sheet;
        EXPECT_EQ(deals[0].row_count, expected.orders) << expected.path;
        const RowMatch& match = deals[0].heading.match;
        for (const auto& [role, heading] :
             {std::pair{ColumnRole::kDeal, "name"}, std::pair{ColumnRole::kCustomer, "customer"},
              std::pair{ColumnRole::kItem, "item"}, std::pair{ColumnRole::kQuantity, "quantity"},
              std::pair{ColumnRole::kPromisedDate, "due"}}) {
            const ColumnMatch* column = match.find(role);
            ASSERT_NE(column, nullptr) << expected.path << ", " << heading;
            EXPECT_EQ(headingKey(column->heading), heading) << expected.path;
        }
        // No cell of them is a problem.
        std::vector<SampledTable> samples;
        samples.push_back(sampleOf(deals[0], book.sheets[deals[0].sheet]));
        for (const Finding& finding : recognise(samples, nullptr, context).findings) {
            // Two rows of demand-priorities.xlsx are the same in every column.
            const bool is_repeated =
                finding.problem.expected.starts_with("a deal that stands only once");
            EXPECT_TRUE(is_repeated) << expected.path << ": " << problemText(finding.problem);
        }
    }
}

} // namespace
} // namespace keepable::recognition_tests
