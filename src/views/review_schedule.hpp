// SPDX-License-Identifier: MPL-2.0
//
// When sales and operations meet, by the settings `First review` and `Days between reviews`.
//
// Rule:    without a first review, and where it cannot be read, today is one; without days, and
//          beyond 1 to 366, every 7 days.
#pragma once

#include "review/agenda.hpp"
#include "tables/grid.hpp"
#include "tables/text_locale.hpp"

namespace keepable::views {

[[nodiscard]] review::MeetingSchedule reviewSchedule(const tables::Grid& settings,
                                                     const tables::ReadingContext& context,
                                                     planning::Day today);
// Whether the settings say when the first review is.
[[nodiscard]] bool hasFirstReview(const tables::Grid& settings,
                                  const tables::ReadingContext& context);

} // namespace keepable::views
