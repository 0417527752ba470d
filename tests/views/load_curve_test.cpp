// SPDX-License-Identifier: MPL-2.0
#include "views/load_curve.hpp"
#include "views/plans.hpp"

namespace keepable::views {
namespace {

using planning::Hours;
using tables::dayOf;

PlanAnswers twoRivals() {
    return answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                      {"A", "Boiler", 30, "2026-01-09", "firm"},
                      {"B", "Boiler", 20, "2026-01-09", "open"}});
}

TEST(LoadCurve, ShowsWhatIsMissingInTheTightSpan) {
    PlanAnswers answers = twoRivals();
    const auto curve = loadCurve(answers, dealNamed(answers, "B"), english());
    ASSERT_TRUE(curve);
    EXPECT_EQ(curve->resource, "Welding");
    EXPECT_EQ(curve->tight_span.first, dayOf("2026-01-05"));
    EXPECT_EQ(curve->tight_span.last, dayOf("2026-01-09"));
    // Monday to Friday, and Monday after it: three days later nothing is shown any more.
    ASSERT_EQ(curve->bars.size(), 6U);
    EXPECT_EQ(curve->bars[0].others, Hours::whole(8));
    EXPECT_EQ(curve->bars[3].others, Hours::whole(6));
    EXPECT_EQ(curve->bars[3].own, Hours::whole(2));
    EXPECT_EQ(curve->bars[4].own, Hours::whole(8));
    EXPECT_EQ(curve->bars[4].missing, answers.shortfall(dealNamed(answers, "B")));
    EXPECT_TRUE(curve->bars[4].in_tight_span);
    EXPECT_FALSE(curve->bars[5].in_tight_span);
    EXPECT_EQ(curve->highest, Hours::whole(18));
    EXPECT_TRUE(curve->text.starts_with(
        "Load and capacity of Welding, 2026-01-05 to 2026-01-09: 50 h must be done there, "
        "40 h are there, 10 h too much.\n2026-01-05: 8 of 8 h\n"));
    EXPECT_TRUE(curve->text.ends_with("2026-01-12: 0 of 8 h"));
    EXPECT_NE(curve->text.find("2026-01-09: 18 of 8 h, of it 8 h of this deal, 10 h find no room"),
              std::string::npos);
}

TEST(LoadCurve, IsThereOnlyForDealsThatLackHours) {
    PlanAnswers answers = twoRivals();
    EXPECT_FALSE(loadCurve(answers, dealNamed(answers, "A"), english()));
}

TEST(LoadCurve, PutsDaysTogetherWhenThereAreMany) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                     {"A", "Boiler", 90, "2026-06-09", "firm"}});
    const auto curve = loadCurve(answers, dealNamed(answers, "A"), english());
    ASSERT_TRUE(curve);
    EXPECT_LE(curve->bars.size(), 42U);
    Hours capacity;
    for (const LoadBar& bar : curve->bars) {
        capacity += bar.capacity;
    }
    EXPECT_EQ(capacity, Hours::whole(80));
}

} // namespace
} // namespace keepable::views
