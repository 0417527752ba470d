// SPDX-License-Identifier: MPL-2.0
//
// Settings that say when sales and operations meet; the plan does not depend on them.
//
//          First review            2026-03-02
//          Days between reviews    14
#pragma once

#include <string_view>

namespace keepable::tables {

inline constexpr std::string_view kFirstReview = "First review";
inline constexpr std::string_view kDaysBetweenReviews = "Days between reviews";

} // namespace keepable::tables
