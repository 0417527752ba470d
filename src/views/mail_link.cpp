// SPDX-License-Identifier: MPL-2.0
#include "views/mail_link.hpp"

#include <string_view>

namespace keepable::views {

namespace {

bool isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') ||
           std::string_view{"-._~"}.find(letter) != std::string_view::npos;
}

void addEscaped(std::string& link, std::string_view text, std::string_view also_plain = {}) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const char letter : text) {
        if (isPlain(letter) || also_plain.find(letter) != std::string_view::npos) {
            link += letter;
        } else if (letter == '\n') {
            link += "%0D%0A";
        } else {
            const auto byte = static_cast<unsigned char>(letter);
            link += '%';
            link += kDigits[byte / 16];
            link += kDigits[byte % 16];
        }
    }
}

} // namespace

std::string mailLink(const AgendaMail& mail) {
    std::string link = "mailto:";
    for (const std::string& address : mail.to) {
        link += link.back() == ':' ? "" : ",";
        addEscaped(link, address, "@");
    }
    link += "?subject=";
    addEscaped(link, mail.subject);
    link += "&body=";
    addEscaped(link, mail.body);
    return link;
}

} // namespace keepable::views
