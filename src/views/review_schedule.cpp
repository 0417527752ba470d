// SPDX-License-Identifier: MPL-2.0
#include "views/review_schedule.hpp"

#include "tables/cell_value.hpp"
#include "tables/names.hpp"
#include "tables/review_settings.hpp"

#include <string>

namespace keepable::views {

bool hasFirstReview(const tables::Grid& settings, const tables::ReadingContext& context) {
    // Without one the first review is whatever day it is.
    return reviewSchedule(settings, context, planning::kFirstDay).first != planning::kFirstDay;
}

review::MeetingSchedule reviewSchedule(const tables::Grid& settings,
                                       const tables::ReadingContext& context, planning::Day today) {
    constexpr std::int32_t kUsualDays = 7;
    constexpr std::int32_t kMostDays = 366;
    review::MeetingSchedule schedule{today, kUsualDays};
    const tables::CellReader reader{context};
    for (std::int32_t row = settings.columnCount() < 2 ? settings.rowCount() : 0;
         row < settings.rowCount(); ++row) {
        const std::string name = tables::foldedName(settings.at(row, 0).text());
        const tables::Cell& value = settings.at(row, 1);
        if (name == tables::foldedName(tables::kFirstReview)) {
            const auto day = reader.day(value);
            schedule.first = day.isRead() ? day.value : schedule.first;
        } else if (name == tables::foldedName(tables::kDaysBetweenReviews)) {
            const auto days = reader.wholeNumber(value, 1, kMostDays);
            schedule.every_days = days.isRead() ? days.value : schedule.every_days;
        }
    }
    return schedule;
}

} // namespace keepable::views
