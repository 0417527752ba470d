// SPDX-License-Identifier: MPL-2.0
#include "review/log_event.hpp"

namespace keepable::review {

bool Terms::isEmpty() const {
    return !day && !quantity && !hours && !cost && resource.isEmpty() && means == Means::kUnsaid &&
           text.empty();
}

std::string lastingText(std::string_view text) {
    std::string lasting;
    lasting.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (letter == '\r') {
            if (i + 1 == text.size() || text[i + 1] != '\n') {
                lasting += '\n';
            }
        } else if (letter == '\n' || static_cast<unsigned char>(letter) > 0x1f) {
            lasting += letter == '\x7f' ? ' ' : letter;
        } else {
            lasting += ' ';
        }
    }
    constexpr std::string_view kMore = "…";
    if (lasting.size() > kMostTextBytes) {
        std::size_t size = kMostTextBytes - kMore.size();
        while (size > 0 && (static_cast<unsigned char>(lasting[size]) & 0xc0) == 0x80) {
            --size; // never in the middle of a character
        }
        lasting.resize(size);
        lasting += kMore;
    }
    constexpr std::string_view kBlank = " \n";
    const std::size_t first = lasting.find_first_not_of(kBlank);
    if (first == std::string::npos) {
        return {};
    }
    return lasting.substr(first, lasting.find_last_not_of(kBlank) - first + 1);
}

} // namespace keepable::review
