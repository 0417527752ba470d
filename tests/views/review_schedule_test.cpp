// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "tables/builders.hpp"
#include "views/review_schedule.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

using support::day;

review::MeetingSchedule scheduleIn(tables::Rows rows) {
    return reviewSchedule(tables::gridOf(rows), tables::context(), day("2026-03-05"));
}

TEST(ReviewSchedule, IsWeeklyFromTodayUnlessTheSettingsSay) {
    EXPECT_EQ(scheduleIn({}), (review::MeetingSchedule{day("2026-03-05"), 7}));
    EXPECT_EQ(scheduleIn({{"As of", "2026-01-01"},
                          {"first  REVIEW", "2026-03-02"},
                          {"Days between reviews", "14"}}),
              (review::MeetingSchedule{day("2026-03-02"), 14}));
}

TEST(ReviewSchedule, KeepsTheUsualWhereItCannotBeRead) {
    EXPECT_EQ(scheduleIn({{"First review", "soon"}, {"Days between reviews", "0"}}),
              (review::MeetingSchedule{day("2026-03-05"), 7}));
}

TEST(ReviewSchedule, KnowsWhetherTheSettingsSayWhen) {
    const auto has = [](tables::Rows rows) {
        return hasFirstReview(tables::gridOf(rows), tables::context());
    };
    EXPECT_TRUE(has({{"First review", "2026-03-02"}}));
    EXPECT_FALSE(has({{"First review", "soon"}}));
    EXPECT_FALSE(has({{"Days between reviews", "14"}}));
    EXPECT_FALSE(has({}));
}

} // namespace
} // namespace keepable::views
