// SPDX-License-Identifier: MPL-2.0
#include "planning/quantity.hpp"

namespace keepable::planning {

Hours loadOf(Quantity quantity, HoursPerUnit hours_per_unit) {
    __extension__ using Wide = __int128;
    constexpr Wide kScale =
        static_cast<Wide>(Quantity::kUnitsInOne) * HoursPerUnit::kUnitsInOne / Hours::kUnitsInOne;
    const Wide product = static_cast<Wide>(quantity.units) * hours_per_unit.units;
    const Wide rounded = (product + kScale / 2) / kScale;
    if (rounded > kMostHours.units) {
        return {kMostHours.units + 1};
    }
    return {static_cast<std::int64_t>(rounded)};
}

std::string decimalText(std::int64_t units, int decimals) {
    const bool negative = units < 0;
    // Negating in unsigned arithmetic is right for the smallest number, too.
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
    std::string digits = std::to_string(magnitude);
    const auto width = static_cast<std::size_t>(decimals);
    if (digits.size() <= width) {
        digits.insert(0, width + 1 - digits.size(), '0');
    }
    std::string text = digits.substr(0, digits.size() - width);
    std::string fraction = digits.substr(digits.size() - width);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (!fraction.empty()) {
        text += '.' + fraction;
    }
    return negative ? '-' + text : text;
}

} // namespace keepable::planning
