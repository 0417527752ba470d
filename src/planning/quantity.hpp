// SPDX-License-Identifier: MPL-2.0
//
// Exact amounts. Every amount is a count of smallest units in 64 bits; nothing in a plan is ever a
// floating-point number.
//
// Units:  Hours 1/10,000 h. Quantity and HoursPerUnit keep nine decimals, so that a third of an
//         hour a piece times 30,000 pieces is 10,000 h and not 9,999 h. Money and Priority
//         1/10,000, Probability 1/1,000,000,000.
// Rule:   a load is quantity times hours per unit, rounded half up once (contract 3, fine print).
// Errors: readers keep amounts below kMost...; then no sum of a sheet's rows overflows.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace keepable::planning {

template <class Meaning, int kDecimalsOfUnit> struct Fixed {
    static constexpr int kDecimals = kDecimalsOfUnit;
    static constexpr std::int64_t kUnitsInOne = [] {
        std::int64_t units = 1;
        for (int i = 0; i < kDecimalsOfUnit; ++i) {
            units *= 10;
        }
        return units;
    }();

    std::int64_t units = 0;

    static constexpr Fixed whole(std::int64_t value) { return {value * kUnitsInOne}; }

    friend auto operator<=>(const Fixed&, const Fixed&) = default;
    friend constexpr Fixed operator+(Fixed a, Fixed b) { return {a.units + b.units}; }
    friend constexpr Fixed operator-(Fixed a, Fixed b) { return {a.units - b.units}; }
    constexpr Fixed& operator+=(Fixed other) {
        units += other.units;
        return *this;
    }
    constexpr Fixed& operator-=(Fixed other) {
        units -= other.units;
        return *this;
    }
    [[nodiscard]] double toDouble() const {
        return static_cast<double>(units) / static_cast<double>(kUnitsInOne);
    }
};

using Hours = Fixed<struct HoursMeaning, 4>;
using Quantity = Fixed<struct QuantityMeaning, 9>;
using HoursPerUnit = Fixed<struct HoursPerUnitMeaning, 9>;
using Money = Fixed<struct MoneyMeaning, 4>;
using Priority = Fixed<struct PriorityMeaning, 4>;
using Probability = Fixed<struct ProbabilityMeaning, 9>;

// The largest amounts a reader lets in.
inline constexpr Hours kMostHours = Hours::whole(10'000'000);
inline constexpr Quantity kMostQuantity = Quantity::whole(1'000'000'000);
inline constexpr HoursPerUnit kMostHoursPerUnit = HoursPerUnit::whole(1'000'000'000);
inline constexpr Money kMostMoney = Money::whole(100'000'000'000'000);
inline constexpr Priority kMostPriority = Priority::whole(100'000'000'000'000);

// Rounded half up to 1/10,000 h. Both are at least zero. More than kMostHours comes back as that
// plus one unit, so that a caller can tell.
[[nodiscard]] Hours loadOf(Quantity quantity, HoursPerUnit hours_per_unit);

// Plain decimal without trailing zeros: 12, 0.5, -3.25.
[[nodiscard]] std::string decimalText(std::int64_t units, int decimals);
template <class Meaning, int kDecimals>
[[nodiscard]] std::string decimalText(Fixed<Meaning, kDecimals> amount) {
    return decimalText(amount.units, kDecimals);
}

} // namespace keepable::planning
