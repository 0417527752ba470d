// SPDX-License-Identifier: MPL-2.0
// Chances as they come out of cells.
#include "support/csv.hpp"
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/chance_words.hpp"
#include "views/plans.hpp"

#include <cstddef>
#include <filesystem>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

namespace keepable::views {
namespace {

using tables::Cell;
using tables::TableKind;

TEST(Chances, AreOneOrNothingForFirmDealsAndCountTheOddsForOpenOnes) {
    PlanAnswers answers =
        answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Probability"},
                   {"A", "Boiler", 10, "2026-01-09", "firm", 0.5},
                   {"B", "Boiler", 20, "2026-01-09", "open", "30 %"},
                   {"C", "Boiler", 20, "2026-01-09", "open"},
                   {"D", "Boiler", 5, "2026-01-09", "open", 0.5},
                   {"E", "Boiler", 5, "2026-01-09", "lost", 0.5},
                   {"F", "Boiler", "many", "2026-01-09", "open", 0.5},
                   {"G", "Boiler", 90, "2026-01-09", "firm", 0.5}});
    const auto chance = [&](const char* deal) {
        const auto found = answers.chance(dealNamed(answers, deal));
        return found ? std::optional{found->value} : std::nullopt;
    };
    EXPECT_EQ(chance("A"), 1);
    EXPECT_EQ(chance("B"), 1);
    EXPECT_EQ(chance("C"), 0.7);
    // C is won for certain: it has no probability. B's 20 h or C's, either way 10 h are left.
    EXPECT_EQ(chance("D"), 1);
    EXPECT_EQ(chance("E"), std::nullopt);
    EXPECT_EQ(chance("F"), std::nullopt);
    EXPECT_EQ(chance("G"), 0);
    EXPECT_EQ(chance("C"), 0.7) << "kept, not worked out twice into something else";
}

TEST(Blame, NamesWhoLowersTheChanceAndWhoWouldHaveToMakeWay) {
    PlanAnswers answers =
        answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Probability", "Owner"},
                   {"A", "Boiler", 20, "2026-01-09", "open", 0.5, "Berg"},
                   {"B", "Boiler", 20, "2026-01-09", "open", 0.25, ""},
                   {"C", "Boiler", 30, "2026-01-09", "open", 0.5, "Lund"},
                   {"D", "Boiler", 1, "2026-01-09", "firm", "", ""}});
    // Number and sign stay on one line.
    const auto joined = [](std::string text) {
        for (std::size_t at = text.find(" %"); at != std::string::npos; at = text.find(" %", at)) {
            text.replace(at, 1, "\u00a0");
        }
        return text;
    };
    const auto blame = [&](const char* deal, int per_cent) {
        return blameText(answers, dealNamed(answers, deal),
                         planning::Probability{per_cent * 10'000'000}, english());
    };
    // 39 h: A or B won leaves too little for C.
    EXPECT_EQ(chanceText(answers, dealNamed(answers, "C"), english()),
              joined("Chance to be kept, if won: 38 %"));
    EXPECT_EQ(blame("C", 40),
              joined("Without A (Berg): 75 % instead of 38 %\n"
                     "Without B: 50 % instead of 38 %\n"
                     "For 40 % at least these have to make way: A (Berg); then it is 75 %."));
    EXPECT_EQ(blame("C", 80),
              joined("Without A (Berg): 75 % instead of 38 %\n"
                     "Without B: 50 % instead of 38 %\n"
                     "For 80 % at least these have to make way: A (Berg), B; then it is 100 %."));
    EXPECT_EQ(blame("C", 30), joined("Without A (Berg): 75 % instead of 38 %\n"
                                     "Without B: 50 % instead of 38 %"))
        << "high enough as it is";
    EXPECT_EQ(blame("A", 80), "") << "has no rivals";
    EXPECT_EQ(blame("D", 80), "") << "firm";
}

// A plan of deals of one hour each, all due at the end of the only week of capacity, won with the odds given;
// the last deal is the one asked for.
class OneWeek {
  public:
    OneWeek(const std::vector<double>& odds, int capacity)
        : answers_(std::get<tables::PlanTables>(read(odds, capacity))) {}

    [[nodiscard]] double chanceOfLast() {
        const auto chance =
            answers_.chance(static_cast<planning::DealIndex>(answers_.input().deals.size() - 1));
        EXPECT_TRUE(chance.value().isExact());
        return chance.value().value;
    }

  private:
    static std::variant<tables::PlanTables, tables::NothingToPlanBy>
    read(const std::vector<double>& odds, int capacity) {
        tables::Table deals = tables::tableOf(
            TableKind::kDeals, {{"Item", "Quantity", "Promised date", "Status", "Probability"},
                                {"Welding", 1, "2026-01-09", "open", 0.5}});
        const std::vector<Cell> row(deals.body.cells.end() - 5, deals.body.cells.end());
        deals.body.cells.erase(deals.body.cells.end() - 5, deals.body.cells.end());
        for (const double probability : odds) {
            deals.body.cells.insert(deals.body.cells.end(), row.begin(), row.end());
            deals.body.cells.back() = Cell::number(probability);
        }
        deals.body.cells.insert(deals.body.cells.end(), row.begin(), row.end());
        const tables::Table hours =
            tables::tableOf(TableKind::kCapacity, {{"Resource", "Period", "Capacity"},
                                                   {"Welding", "2026-01-05", capacity}});
        tables::ReadingContext context = tables::context();
        context.today = tables::dayOf("2026-01-05");
        return tables::readPlan({&deals, &hours, nullptr, nullptr}, context);
    }

    PlanAnswers answers_;
};

// That at most so many of the deals are won: with an hour more, one more deal of an hour still fits.
double atMost(const std::vector<double>& odds, int most) {
    return most < 0 ? 0 : OneWeek(odds, most + 1).chanceOfLast();
}

TEST(Chances, AgreeWithThePublishedPoissonBinomialDistributions) {
    const std::filesystem::path path =
        std::filesystem::path(KEEPABLE_SHARED_DATA) / "prob_poisson_binomial" / "reference.csv";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "no reference values at " << path << ": this was NOT TESTED";
    }
    const support::CsvRows rows = support::csvRows(support::fileText(path));
    std::size_t cases = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::vector<std::string>& row = rows[i];
        if (row[0].empty()) {
            continue;
        }
        ASSERT_EQ(row.size(), 6U);
        std::istringstream numbers(row[1]);
        std::vector<double> odds;
        for (double probability = 0; numbers >> probability;) {
            odds.push_back(probability);
        }
        const int k = std::stoi(row[3]);
        ASSERT_TRUE(row[2] == "cdf" || row[2] == "pmf") << row[2];
        const double found =
            row[2] == "cdf" ? atMost(odds, k) : atMost(odds, k) - atMost(odds, k - 1);
        EXPECT_NEAR(found, std::stod(row[4]), std::stod(row[5])) << row[0] << ", k = " << k;
        ++cases;
    }
    EXPECT_EQ(cases, 20U);
}

} // namespace
} // namespace keepable::views
