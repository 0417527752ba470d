// SPDX-License-Identifier: MPL-2.0
//
// A slow, independent reference for the verdicts on a whole workbook: whether a set of deals fits
// is found out by doing the work day by day, what is due first first. It shares no code with the
// extension and knows only what the real input needs: priorities, holds, fences, work ahead and
// rows that cannot be read are not in it.
//
// Units:   days since any common zero; hours in ten-thousandths, exact.
// Source:  contract section 3, points 1 to 6.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace keepable::office_tests::replay {

using Amount = std::int64_t; // 1/10,000 h

enum class Class : std::uint8_t { kFirm, kTentative, kClosed };

struct Load {
    std::size_t resource = 0;
    Amount hours = 0;
    int offset = 0; // days before the promised date
};

struct Deal {
    Class status = Class::kTentative;
    int promised = 0;
    int earliest_start = 0;
    int offered_from = 0;
    int offered_until = 0;
    std::vector<Load> loads;
};

// Hours of a period spread over its working days (Monday to Friday) by cumulative rounding.
struct Period {
    std::size_t resource = 0;
    int first = 0;
    int length = 7;
    Amount hours = 0;
};

struct Input {
    int as_of = 0;
    int monday = 0; // any Monday, to tell the days of the week
    std::size_t resource_count = 0;
    std::vector<Period> periods;
    std::vector<Deal> deals; // in sheet order
};

// KEEPABLE, AT RISK, INFEASIBLE or CLOSED for every deal.
[[nodiscard]] std::vector<std::string> verdicts(const Input& input);

} // namespace keepable::office_tests::replay
