// SPDX-License-Identifier: MPL-2.0
#include "office/commands/command_url.hpp"

#include "tables/names.hpp"

#include <charconv>

namespace keepable::office {

namespace {

std::string decoded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        if (text.front() == '%' && text.size() >= 3) {
            unsigned char byte = 0;
            const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 3, byte, 16);
            if (error == std::errc() && end == text.data() + 3) {
                result += static_cast<char>(byte);
                text.remove_prefix(3);
                continue;
            }
        }
        result += text.front();
        text.remove_prefix(1);
    }
    return result;
}

// Cuts `text` at the first `mark`: what stands before it comes back, what stands behind it stays.
std::string_view cutAt(char mark, std::string_view& text) {
    const std::size_t place = text.find(mark);
    const std::string_view before = text.substr(0, place);
    text.remove_prefix(place == std::string_view::npos ? text.size() : place + 1);
    return before;
}

} // namespace

CommandUrl parseCommandUrl(std::string_view url) {
    CommandUrl result;
    if (url.substr(0, kCommandProtocol.size()) != kCommandProtocol) {
        return result;
    }
    url.remove_prefix(kCommandProtocol.size());
    result.command = decoded(cutAt('?', url));
    while (!url.empty()) {
        std::string_view value = cutAt('&', url);
        const std::string name = tables::foldedName(decoded(cutAt('=', value)));
        if (!name.empty()) {
            result.arguments[name] = decoded(value);
        }
    }
    return result;
}

bool meansYes(std::string_view text) {
    const std::string folded = tables::foldedName(text);
    return folded == "true" || folded == "yes" || folded == "1";
}

} // namespace keepable::office
