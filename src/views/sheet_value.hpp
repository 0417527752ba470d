// SPDX-License-Identifier: MPL-2.0
//
// A value to be written into a cell of one of our own sheets, with its kind said: text is written as
// text and never parsed, so a deal called “=1+1” or a reason with a line break stays what it is.
//
// Shape:  number: units of 1/10^decimals. Money is a number shown with its thousands apart, as the
//         language of the document does it, and away from the text behind it. Dates and moments are real ones, the writer counts them
//         from the null date.
// Rule:   text that other programs would take for a formula when the sheet is saved as CSV, one that
//         begins with = + - @, is written with an apostrophe before it and read without.
#pragma once

#include "planning/day.hpp"
#include "planning/quantity.hpp"
#include "review/log_event.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace keepable::views {

enum class ValueKind : std::uint8_t { kEmpty, kText, kNumber, kMoney, kShare, kDay, kMoment };

struct SheetValue {
    ValueKind kind = ValueKind::kEmpty;
    std::string text;
    std::int64_t units = 0; // kShare: of 1, shown as per cent
    int decimals = 0;
    planning::Day day;
    std::int32_t minute = 0;

    static SheetValue of(std::string_view text); // guarded; empty text is an empty cell
    static SheetValue of(std::int64_t whole) { return {ValueKind::kNumber, {}, whole, 0, {}, 0}; }
    static SheetValue of(planning::Day day) { return {ValueKind::kDay, {}, 0, 0, day, 0}; }
    static SheetValue of(review::Moment moment) {
        return {ValueKind::kMoment, {}, 0, 0, moment.day, moment.minute};
    }
    template <class Meaning, int kDecimals>
    static SheetValue of(planning::Fixed<Meaning, kDecimals> amount) {
        return {ValueKind::kNumber, {}, amount.units, kDecimals, {}, 0};
    }
    static SheetValue of(planning::Money money) {
        return {ValueKind::kMoney, {}, money.units, planning::Money::kDecimals, {}, 0};
    }
    static SheetValue of(planning::Probability share) {
        return {ValueKind::kShare, {}, share.units, planning::Probability::kDecimals, {}, 0};
    }

    friend bool operator==(const SheetValue&, const SheetValue&) = default;
};

// Text for a cell that may end in a CSV file, and back. Reading what was guarded gives the same
// text again.
[[nodiscard]] std::string guardedText(std::string_view text);
[[nodiscard]] std::string_view unguardedText(std::string_view text);

// On one line, for mails and lists: line breaks and tabs become spaces.
[[nodiscard]] std::string oneLine(std::string_view text);

} // namespace keepable::views
