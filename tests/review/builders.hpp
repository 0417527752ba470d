// SPDX-License-Identifier: MPL-2.0
//
// Events of the review written by hand in a test. Names are folded by plain ASCII letters here.
#pragma once

#include "review/log_event.hpp"
#include "support/builders.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace keepable::support {

inline review::Name name(std::string_view text) {
    review::Name made{std::string(text), std::string(text)};
    for (char& letter : made.key) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return made;
}

inline review::LogEvent eventOf(std::string_view deal, review::Side side, review::Action action) {
    review::LogEvent event;
    event.when = {day("2026-03-02"), 0};
    event.deal = name(deal);
    event.side = side;
    event.action = action;
    return event;
}

inline review::LogEvent at(std::string_view iso, std::int32_t minute, review::LogEvent event) {
    event.when = {day(iso), minute};
    return event;
}

inline review::Terms on(std::string_view iso) {
    review::Terms terms;
    terms.day = day(iso);
    return terms;
}

} // namespace keepable::support
