// SPDX-License-Identifier: MPL-2.0
//
// The texts that ship, for the tests.
#pragma once

#include "views/texts.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>

namespace keepable::views {

inline Texts shippedTexts(const std::string& language) {
    std::ifstream file(KEEPABLE_SOURCE_DIR "/extension/texts/keepable_" + language + ".properties");
    if (!file) {
        throw std::runtime_error{"there are no texts in " + language};
    }
    return Texts::parse(std::string{std::istreambuf_iterator<char>(file), {}});
}

inline const Texts& english() {
    static const Texts texts = shippedTexts("en");
    return texts;
}

inline const Texts& german() {
    static const Texts texts = shippedTexts("de");
    return texts;
}

// Those in which words of cells are understood.
inline std::span<const Texts* const> languages() {
    static const std::array<const Texts*, 2> kBoth{&english(), &german()};
    return kBoth;
}

} // namespace keepable::views
