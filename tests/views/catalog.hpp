// SPDX-License-Identifier: MPL-2.0
//
// The texts that ship, for the tests.
#pragma once

#include "views/texts.hpp"

#include <fstream>
#include <iterator>
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

} // namespace keepable::views
