// SPDX-License-Identifier: MPL-2.0
//
// Amounts as panels show them: with the separators of the document's locale, rounded to the decimals
// that help. Days are shown as ISO dates, as in the sentences of reason.hpp.
//
// Example: 1234567.5 with ',' and '.' and no decimals: "1,234,568".
#pragma once

#include "planning/quantity.hpp"
#include "tables/text_locale.hpp"

#include <cstdint>
#include <string>

namespace keepable::views {

// Rounded half away from zero to at most `most_decimals`, without trailing zeros.
[[nodiscard]] std::string amountText(std::int64_t units, int decimals, int most_decimals,
                                     const tables::TextLocale& locale);

[[nodiscard]] std::string hoursText(planning::Hours hours, const tables::TextLocale& locale);
[[nodiscard]] std::string moneyText(planning::Money money, const tables::TextLocale& locale);

} // namespace keepable::views
