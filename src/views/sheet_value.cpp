// SPDX-License-Identifier: MPL-2.0
#include "views/sheet_value.hpp"

namespace keepable::views {

namespace {

// Whether the text, after any apostrophes, begins as a formula does.
bool beginsLikeFormula(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    constexpr std::string_view kSigns = "=+-@\t\r";
    return first != std::string_view::npos && kSigns.find(text[first]) != std::string_view::npos;
}

} // namespace

SheetValue SheetValue::of(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    return {ValueKind::kText, guardedText(text), 0, 0, {}, 0};
}

std::string guardedText(std::string_view text) {
    return beginsLikeFormula(text) ? "'" + std::string{text} : std::string{text};
}

std::string_view unguardedText(std::string_view text) {
    return text.starts_with('\'') && beginsLikeFormula(text) ? text.substr(1) : text;
}

std::string oneLine(std::string_view text) {
    std::string line;
    for (const char letter : text) {
        const bool is_blank = letter == ' ' || static_cast<unsigned char>(letter) < ' ';
        if (!is_blank) {
            line += letter;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

} // namespace keepable::views
