// SPDX-License-Identifier: MPL-2.0
//
// The preview of a re-promise run: every date that would move and every deal left for decision, with
// the strategy and why; and a sentence that sums it up.
//
// Shape:   by order of service. A deal has a line for each of its dates that moves; one left alone has
//          one line, without a date to move to. Deals that simply stay are only counted, but for those
//          that only their rank keeps.
// Units:   days as ISO dates.
#pragma once

#include "proposals/re_promise.hpp"
#include "tables/text_locale.hpp"
#include "views/plan_answers.hpp"
#include "views/texts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keepable::views {

struct RePromiseLine {
    std::string deal;
    std::string from;
    std::string to;       // empty where the date stays
    std::string strategy; // "gain (row 14)"
    std::string why;

    friend bool operator==(const RePromiseLine&, const RePromiseLine&) = default;
};

struct RePromiseList {
    std::string summary;
    std::vector<RePromiseLine> lines;
};

// `rule_rows`: the sheet row of each rule, as shown.
[[nodiscard]] RePromiseList rePromiseList(const PlanAnswers& answers,
                                          const proposals::RePromise& result,
                                          const std::vector<std::int32_t>& rule_rows,
                                          const Texts& texts, const tables::TextLocale& locale);

} // namespace keepable::views
