// SPDX-License-Identifier: MPL-2.0
#include "views/amount_text.hpp"

#include <cstddef>

namespace keepable::views {

std::string amountText(std::int64_t units, int decimals, int most_decimals,
                       const tables::TextLocale& locale) {
    std::int64_t factor = 1;
    for (; decimals > most_decimals; --decimals) {
        factor *= 10;
    }
    const std::int64_t half = units < 0 ? -factor / 2 : factor / 2;
    const std::string plain = planning::decimalText((units + half) / factor, decimals);
    const std::size_t point = plain.find('.');
    const std::size_t first = plain.starts_with('-') ? 1 : 0;
    std::string text = plain.substr(0, point);
    for (std::size_t place = text.size(); place > first + 3;) {
        place -= 3;
        text.insert(place, locale.group_separator);
    }
    if (point != std::string::npos) {
        text += locale.decimal_separator + plain.substr(point + 1);
    }
    return text;
}

std::string hoursText(planning::Hours hours, const tables::TextLocale& locale) {
    return amountText(hours.units, planning::Hours::kDecimals, 2, locale);
}

std::string moneyText(planning::Money money, const tables::TextLocale& locale) {
    return amountText(money.units, planning::Money::kDecimals, 0, locale);
}

} // namespace keepable::views
