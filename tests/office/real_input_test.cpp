// SPDX-License-Identifier: MPL-2.0
// A real pipeline of 8,800 opportunities, joined with a made-up capacity, planned in a real office:
// every verdict is compared with the slow reference (support/replay.hpp). The join's conventions
// stand in the README of the data: what was won is firm, 28 days after its close date it is to be
// delivered.
#include "office/support/csv.hpp"
#include "office/support/office_test.hpp"
#include "office/support/replay.hpp"
#include "office/support/workshop.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <optional>

namespace keepable::office_tests {
namespace {

constexpr int kEngagingCycle = 140;
constexpr int kDaysToDeliver = 28;
constexpr int kForever = 10'000'000;
constexpr const char* kNotTested =
    "NOT TESTED: ../shared/data/crm_maven or ../shared/data/maven_capacity is not there";

// One opportunity as a deal. Days count from 1899-12-30, as in the cells.
struct Opportunity {
    std::string id;
    std::string account;
    std::string item;
    std::string status;
    std::string value;
    std::optional<int> close;
};

int dayOf(std::string_view iso_date) {
    return static_cast<int>(day(iso_date));
}

// "10/20/2016" -> "2016-10-20"
std::string isoOf(const std::string& us_date) {
    int month = 0;
    int day_of_month = 0;
    int year = 0;
    std::array<char, 40> text{};
    if (std::sscanf(us_date.c_str(), "%d/%d/%d", &month, &day_of_month, &year) != 3) {
        throw std::runtime_error("not a date: " + us_date);
    }
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day_of_month);
    return text.data();
}

// A day as its locale writes it: "3/1/2017".
std::string usTextOf(int date) {
    const std::chrono::year_month_day parts{
        std::chrono::sys_days{std::chrono::year(1899) / 12 / 30} + std::chrono::days(date)};
    return std::to_string(static_cast<unsigned>(parts.month())) + "/" +
           std::to_string(static_cast<unsigned>(parts.day())) + "/" +
           std::to_string(static_cast<int>(parts.year()));
}

std::vector<Opportunity> readPipeline(const std::filesystem::path& folder,
                                      const std::function<std::string(const std::string&)>& iso) {
    const CsvTable pipeline(folder / "sales_pipeline.csv");
    const CsvTable products(folder / "products.csv");
    std::map<std::string, std::string> list_prices;
    for (std::size_t row = 0; row < products.rowCount(); ++row) {
        list_prices[products.at(row, "product")] = products.at(row, "sales_price");
    }
    const int year_end = dayOf("2017-12-31");
    std::vector<Opportunity> result;
    for (std::size_t row = 0; row < pipeline.rowCount(); ++row) {
        Opportunity opportunity{.id = pipeline.at(row, "opportunity_id"),
                                .account = pipeline.at(row, "account"),
                                .item = pipeline.at(row, "product"),
                                .status = {},
                                .value = pipeline.at(row, "close_value"),
                                .close = std::nullopt};
        if (opportunity.item == "GTXPro") {
            opportunity.item = "GTX Pro";
        }
        if (opportunity.value.empty()) {
            opportunity.value = list_prices.at(opportunity.item);
        }
        const std::string& stage = pipeline.at(row, "deal_stage");
        opportunity.status = stage == "Won" ? "firm" : stage == "Lost" ? "closed" : "tentative";
        if (const std::string& close = pipeline.at(row, "close_date"); !close.empty()) {
            opportunity.close = dayOf(iso(close));
        } else if (const std::string& engaged = pipeline.at(row, "engage_date"); !engaged.empty()) {
            int date = dayOf(iso(engaged));
            while (date <= year_end) {
                date += kEngagingCycle;
            }
            opportunity.close = date;
        }
        result.push_back(std::move(opportunity));
    }
    return result;
}

// The verdicts by the reference; a row without a date is a row to check.
std::vector<std::string> expectedVerdicts(const std::vector<Opportunity>& pipeline,
                                          const CsvTable& items, const CsvTable& capacity) {
    std::map<std::string, std::size_t> resources;
    const auto resourceOf = [&](const std::string& name) {
        return resources.try_emplace(name, resources.size()).first->second;
    };
    const auto amountOf = [](const std::string& hours) {
        return static_cast<replay::Amount>(std::llround(std::stod(hours) * 10'000));
    };
    replay::Input input{.as_of = dayOf("2017-03-01"),
                        .monday = dayOf("2017-02-27"),
                        .resource_count = 0,
                        .periods = {},
                        .deals = {}};
    for (std::size_t row = 0; row < capacity.rowCount(); ++row) {
        input.periods.push_back({.resource = resourceOf(capacity.at(row, "Resource")),
                                 .first = dayOf(capacity.at(row, "Period")),
                                 .length = 7,
                                 .hours = amountOf(capacity.at(row, "Capacity"))});
    }
    input.resource_count = resources.size();
    std::map<std::string, replay::Deal> offers; // an item as a deal without dates
    for (std::size_t row = 0; row < items.rowCount(); ++row) {
        replay::Deal& offer = offers[items.at(row, "Item")];
        offer.loads.push_back({.resource = resourceOf(items.at(row, "Resource")),
                               .hours = amountOf(items.at(row, "Hours per unit")),
                               .offset = std::stoi(items.at(row, "Lead-time offset"))});
        const std::string& from = items.at(row, "Available from");
        const std::string& until = items.at(row, "Available until");
        offer.offered_from = from.empty() ? 0 : dayOf(from);
        offer.offered_until = until.empty() ? kForever : dayOf(until);
    }
    for (const Opportunity& opportunity : pipeline) {
        replay::Deal deal = offers.at(opportunity.item);
        deal.status =
            !opportunity.close || opportunity.status == "closed"
                ? replay::Class::kClosed
                : (opportunity.status == "firm" ? replay::Class::kFirm : replay::Class::kTentative);
        deal.earliest_start = opportunity.close.value_or(0);
        deal.promised = deal.earliest_start + kDaysToDeliver;
        input.deals.push_back(std::move(deal));
    }
    std::vector<std::string> result = replay::verdicts(input);
    for (std::size_t index = 0; index < pipeline.size(); ++index) {
        if (!pipeline[index].close) {
            result[index] = "CHECK ROW";
        }
    }
    return result;
}

CellContent cellOf(const std::string& field, bool is_number) {
    if (field.empty()) {
        return {};
    }
    return is_number ? CellContent(std::stod(field)) : CellContent(field);
}

Rows rowsOf(const CsvTable& table, const std::vector<std::pair<std::string, bool>>& columns) {
    Rows rows(1);
    for (const auto& [heading, is_number] : columns) {
        rows[0].emplace_back(heading);
    }
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        Row& cells = rows.emplace_back();
        for (const auto& [heading, is_number] : columns) {
            cells.push_back(cellOf(table.at(row, heading), is_number));
        }
    }
    return rows;
}

class RealInput : public OfficeTest {
  protected:
    // One answer for the whole suite, so that ctest shows it as skipped.
    static bool dataIsThere() {
        return std::filesystem::exists(sharedData() / "crm_maven" / "iso" / "sales_pipeline.csv") &&
               std::filesystem::exists(sharedData() / "crm_maven" / "us" / "sales_pipeline.csv") &&
               std::filesystem::exists(sharedData() / "maven_capacity" / "items.csv");
    }

    // Plans the pipeline in a new workbook; the verdicts in the order of the pipeline.
    static std::vector<std::string>
    plannedVerdicts(const std::vector<Opportunity>& pipeline, const CsvTable& items,
                    const CsvTable& capacity, const std::function<CellContent(int)>& date_cell) {
        Rows deals = {{"Deal", "Customer", "Item", "Quantity", "Promised date", "Earliest start",
                       "Status", "Value"}};
        for (const Opportunity& opportunity : pipeline) {
            CellContent promised;
            CellContent start;
            if (opportunity.close) {
                promised = date_cell(*opportunity.close + kDaysToDeliver);
                start = date_cell(*opportunity.close);
            }
            deals.push_back({opportunity.id, opportunity.account, opportunity.item, 1, promised,
                             start, opportunity.status, cellOf(opportunity.value, true)});
        }
        Workbook workbook = office().newWorkbook();
        workbook.put("Deals.A1", deals);
        workbook.put("Items.A1", rowsOf(items, {{"Item", false},
                                                {"Resource", false},
                                                {"Hours per unit", true},
                                                {"Basis", false},
                                                {"Lead-time offset", true},
                                                {"Available from", false},
                                                {"Available until", false}}));
        workbook.put(
            "Capacity.A1",
            rowsOf(capacity, {{"Resource", false}, {"Period", false}, {"Capacity", true}}));
        workbook.put("Settings.A1", {{"As of", "2017-03-01"}, {"Working days", "Mon-Fri"}});
        workbook.formula("Plan.A1", "=keepable.Promises.planItems($Deals.$A:$H;$Capacity.$A:$C;"
                                    "$Items.$A:$G;$Settings.$A$1:$B$2)");
        const std::string last = std::to_string(pipeline.size() + 1);
        workbook.formula("Deals.J2", "=keepable.Promises.status($Plan.$A$1;A2)");
        workbook.fillDown("Deals.J2:J" + last);
        std::vector<std::string> verdicts = workbook.texts("Deals.J2:J" + last);

        const Handle handle = readHandle(workbook.shown("Plan.A1"));
        EXPECT_TRUE(handle.is_handle) << workbook.shown("Plan.A1");
        EXPECT_EQ(handle.deals, 8800);
        EXPECT_EQ(handle.to_check, 500);
        EXPECT_EQ(handle.infeasible, std::ranges::count(verdicts, "INFEASIBLE"));
        EXPECT_EQ(handle.at_risk, std::ranges::count(verdicts, "AT RISK"));
        return verdicts;
    }
};

TEST_F(RealInput, EveryVerdictOnTheMavenPipelineIsThatOfTheReplay) {
    if (!dataIsThere()) {
        GTEST_SKIP() << kNotTested;
    }
    const CsvTable items(sharedData() / "maven_capacity" / "items.csv");
    const CsvTable capacity(sharedData() / "maven_capacity" / "capacity_long.csv");
    const std::vector<Opportunity> pipeline = readPipeline(
        sharedData() / "crm_maven" / "iso", [](const std::string& date) { return date; });
    ASSERT_EQ(pipeline.size(), 8800U);

    const std::vector<std::string> planned = plannedVerdicts(
        pipeline, items, capacity, [](int date) { return CellContent(static_cast<double>(date)); });
    const std::vector<std::string> expected = expectedVerdicts(pipeline, items, capacity);

    std::map<std::string, int> counts;
    int differences = 0;
    for (std::size_t index = 0; index < pipeline.size(); ++index) {
        ++counts[expected[index]];
        if (planned[index] != expected[index] && ++differences <= 20) {
            ADD_FAILURE() << "row " << index + 2 << ", " << pipeline[index].id << " ("
                          << pipeline[index].item << ", " << pipeline[index].status
                          << "): " << planned[index] << ", by the replay " << expected[index];
        }
    }
    EXPECT_EQ(differences, 0);
    // The data's own counts, and enough of each verdict to mean something.
    EXPECT_EQ(counts["CLOSED"], 2473);
    EXPECT_EQ(counts["CHECK ROW"], 500);
    EXPECT_EQ(counts["KEEPABLE"] + counts["AT RISK"] + counts["INFEASIBLE"], 4238 + 1589);
    EXPECT_GE(counts["AT RISK"], 10);
    EXPECT_GE(counts["INFEASIBLE"], 87) << "84 deals at least are not offered on their date";
    for (const auto& [verdict, count] : counts) {
        std::printf("%6d %s\n", count, verdict.c_str());
    }
}

TEST_F(RealInput, DatesAsTextInTheDocumentsLocaleGiveTheSameVerdicts) {
    if (!dataIsThere()) {
        GTEST_SKIP() << kNotTested;
    }
    const CsvTable items(sharedData() / "maven_capacity" / "items.csv");
    const CsvTable capacity(sharedData() / "maven_capacity" / "capacity_long.csv");
    const std::vector<Opportunity> iso = readPipeline(sharedData() / "crm_maven" / "iso",
                                                      [](const std::string& date) { return date; });
    const std::vector<Opportunity> us = readPipeline(sharedData() / "crm_maven" / "us", isoOf);
    const std::vector<std::string> from_numbers = plannedVerdicts(
        iso, items, capacity, [](int date) { return CellContent(static_cast<double>(date)); });
    const std::vector<std::string> from_text =
        plannedVerdicts(us, items, capacity, [](int date) { return CellContent(usTextOf(date)); });
    EXPECT_EQ(from_text, from_numbers);
}

} // namespace
} // namespace keepable::office_tests
