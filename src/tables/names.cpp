// SPDX-License-Identifier: MPL-2.0
#include "tables/names.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

namespace keepable::tables {

namespace {

bool isAsciiSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isAscii(std::string_view text) {
    unsigned char all = 0;
    for (const char c : text) {
        all |= static_cast<unsigned char>(c);
    }
    return all < 0x80;
}

bool isSpace(utf8proc_int32_t code_point) {
    constexpr utf8proc_int32_t kNextLine = 0x85;
    constexpr utf8proc_int32_t kZeroWidthSpace = 0x200b;
    constexpr utf8proc_int32_t kZeroWidthNoBreakSpace = 0xfeff;
    if (code_point < 0x80) {
        return isAsciiSpace(static_cast<char>(code_point));
    }
    if (code_point == kNextLine || code_point == kZeroWidthSpace ||
        code_point == kZeroWidthNoBreakSpace) {
        return true;
    }
    const auto category = utf8proc_category(code_point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Appends the text trimmed and with single spaces; `letter` maps what is no space, byte by byte.
template <class Letter> void collapseInto(std::string_view text, std::string& out, Letter letter) {
    bool space_waits = false;
    while (!text.empty()) {
        if (const std::size_t space = leadingSpaceSize(text); space > 0) {
            space_waits = !out.empty();
            text.remove_prefix(space);
            continue;
        }
        if (space_waits) {
            out += ' ';
            space_waits = false;
        }
        out += letter(text.front());
        text.remove_prefix(1);
    }
}

void foldAsciiInto(std::string_view name, std::string& folded) {
    folded.resize(name.size());
    char* const begin = folded.data();
    char* end = begin;
    bool space_waits = false;
    for (const char c : name) {
        if (isAsciiSpace(c)) {
            space_waits = end != begin;
            continue;
        }
        if (space_waits) {
            *end++ = ' ';
            space_waits = false;
        }
        *end++ = lowerAscii(c);
    }
    folded.resize(static_cast<std::size_t>(end - begin));
}

void foldUnicodeInto(std::string_view name, std::string& folded) {
    constexpr auto kOptions =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
    const auto size = static_cast<utf8proc_ssize_t>(name.size());
    // One more than used: utf8proc writes the text back into the same memory, a zero behind it.
    std::array<utf8proc_int32_t, 128> short_buffer;
    std::vector<utf8proc_int32_t> long_buffer;
    utf8proc_int32_t* buffer = short_buffer.data();
    auto capacity = static_cast<utf8proc_ssize_t>(short_buffer.size()) - 1;
    utf8proc_ssize_t length = utf8proc_decompose(bytes, size, buffer, capacity, kOptions);
    if (length > capacity) {
        capacity = length;
        long_buffer.resize(static_cast<std::size_t>(capacity) + 1);
        buffer = long_buffer.data();
        length = utf8proc_decompose(bytes, size, buffer, capacity, kOptions);
    }
    if (length >= 0) {
        length = utf8proc_reencode(buffer, length, kOptions);
    }
    folded.clear();
    if (length < 0) {
        collapseInto(name, folded, lowerAscii);
        return;
    }
    const std::string_view mapped{reinterpret_cast<const char*>(buffer),
                                  static_cast<std::size_t>(length)};
    collapseInto(mapped, folded, [](char c) { return c; });
}

} // namespace

std::size_t leadingSpaceSize(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) {
        return isAsciiSpace(text.front()) ? 1 : 0;
    }
    // Every other space begins with one of these bytes.
    if (first != 0xc2 && (first < 0xe1 || first > 0xef)) {
        return 0;
    }
    utf8proc_int32_t code_point = -1;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    return size > 0 && isSpace(code_point) ? static_cast<std::size_t>(size) : 0;
}

void foldNameInto(std::string_view name, std::string& folded) {
    if (isAscii(name)) {
        foldAsciiInto(name, folded);
    } else {
        foldUnicodeInto(name, folded);
    }
}

std::string foldedName(std::string_view name) {
    std::string folded;
    foldNameInto(name, folded);
    return folded;
}

std::string nameWithoutAccents(std::string_view name) {
    std::string folded = foldedName(name);
    if (isAscii(folded)) {
        return folded;
    }
    constexpr auto kOptions =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
    utf8proc_uint8_t* bare = nullptr;
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(folded.data()),
                     static_cast<utf8proc_ssize_t>(folded.size()), &bare, kOptions);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(bare, &std::free);
    if (size >= 0) {
        folded.assign(reinterpret_cast<const char*>(bare), static_cast<std::size_t>(size));
    }
    return folded;
}

std::string tidyName(std::string_view name) {
    const bool has_spaces_to_tidy = [&] {
        char before = ' ';
        for (const char c : name) {
            if (static_cast<unsigned char>(c) >= 0x80 || (isAsciiSpace(c) && c != ' ') ||
                (c == ' ' && before == ' ')) {
                return true;
            }
            before = c;
        }
        return before == ' ';
    }();
    if (!has_spaces_to_tidy) {
        return std::string{name};
    }
    std::string tidy;
    tidy.reserve(name.size());
    collapseInto(name, tidy, [](char c) { return c; });
    return tidy;
}

bool isBlankName(std::string_view name) {
    while (!name.empty()) {
        const std::size_t space = leadingSpaceSize(name);
        if (space == 0) {
            return false;
        }
        name.remove_prefix(space);
    }
    return true;
}

} // namespace keepable::tables
