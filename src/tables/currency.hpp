// SPDX-License-Identifier: MPL-2.0
//
// Currencies as they stand in cells: a code of ISO 4217 ("EUR") or a sign ("€", "US$").
//
// Rule:    a code that is none ("PCS", "MIN") is more likely a unit than money. Some signs are used
//          by several currencies: "$" may be any dollar.
#pragma once

#include <string_view>

namespace keepable::tables {

// Takes a currency off the front of the text and returns it as written; empty where there is none.
[[nodiscard]] std::string_view takeCurrency(std::string_view& text);

// The codes that a currency as written may stand for, cut by spaces; a sign that no currency here
// has stands for itself.
[[nodiscard]] std::string_view currencyCodes(std::string_view written);

} // namespace keepable::tables
