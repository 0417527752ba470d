// SPDX-License-Identifier: MPL-2.0
//
// SHA-256, so that anyone can work out the checks of the decision log with any tool, years later and
// without this program. Standard library alone: review may use no other.
//
// Source: FIPS 180-4.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace keepable::review {

using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest sha256(std::string_view bytes);

// The first `digits` (at most 64) hexadecimal digits, in small letters.
[[nodiscard]] std::string hexText(const Digest& digest, std::size_t digits);

} // namespace keepable::review
