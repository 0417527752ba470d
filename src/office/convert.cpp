// SPDX-License-Identifier: MPL-2.0
#include "office/convert.hpp"

#include <algorithm>
#include <bit>

namespace keepable::office {

namespace {

using tables::Cell;

// Appends UTF-16 as UTF-8; a lone surrogate becomes the replacement character. `out` has room for three
// bytes a code unit.
char* appendUtf8(const sal_Unicode* unit, const sal_Unicode* end, char* out) {
    const auto put = [&](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
    while (unit != end) {
        std::uint32_t code = *unit++;
        if (code < 0x80) {
            put(code);
            continue;
        }
        if (code < 0x800) {
            put(0xc0 | code >> 6);
            put(0x80 | (code & 0x3f));
            continue;
        }
        if (code >= 0xd800 && code < 0xe000) {
            const bool is_pair = code < 0xdc00 && unit != end && *unit >= 0xdc00 && *unit < 0xe000;
            code = is_pair ? 0x10000 + ((code - 0xd800) << 10) + (*unit++ - 0xdc00U) : 0xfffd;
        }
        if (code < 0x10000) {
            put(0xe0 | code >> 12);
        } else {
            put(0xf0 | code >> 18);
            put(0x80 | (code >> 12 & 0x3f));
        }
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    }
    return out;
}

} // namespace

double errorNumber(CellError error) {
    // Calc reads the code from the low half of a quiet NaN.
    return std::bit_cast<double>(0x7ff8'0000'0000'0000ULL | static_cast<std::uint32_t>(error));
}

css::uno::Any errorValue(CellError error) {
    return css::uno::Any{errorNumber(error)};
}

std::string utf8(const rtl::OUString& text) {
    const auto size = static_cast<std::size_t>(text.getLength());
    std::string result(3 * size, '\0');
    const char* end = appendUtf8(text.getStr(), text.getStr() + size, result.data());
    result.resize(static_cast<std::size_t>(end - result.data()));
    return result;
}

rtl::OUString toOffice(std::string_view utf8_text) {
    return {utf8_text.data(), static_cast<sal_Int32>(utf8_text.size()), RTL_TEXTENCODING_UTF8};
}

css::uno::Any textValue(std::string_view utf8_text) {
    return css::uno::Any{toOffice(utf8_text)};
}

css::uno::Any dateValue(planning::Day day, planning::Day null_date) {
    return css::uno::Any{static_cast<double>(day - null_date)};
}

Cell cellFrom(const css::uno::Any& value, tables::TextPool& texts) {
    switch (value.getValueTypeClass()) {
    case css::uno::TypeClass_DOUBLE:
        return Cell::number(*static_cast<const double*>(value.getValue()));
    case css::uno::TypeClass_STRING: {
        const auto& text = *static_cast<const rtl::OUString*>(value.getValue());
        const auto size = static_cast<std::size_t>(text.getLength());
        char* begin = texts.reserve(3 * size);
        const char* end = appendUtf8(text.getStr(), text.getStr() + size, begin);
        return Cell::text(texts.commit(static_cast<std::size_t>(end - begin)));
    }
    default: {
        // Scripts may pass whole numbers of any width.
        double number = 0;
        return (value >>= number) ? Cell::number(number) : Cell::error();
    }
    }
}

Cell argumentFrom(const css::uno::Any& value, tables::TextPool& texts) {
    return value.hasValue() ? cellFrom(value, texts) : Cell{};
}

tables::Grid gridFrom(const css::uno::Any& argument) {
    using Row = css::uno::Sequence<css::uno::Any>;
    tables::Grid grid;
    css::uno::Sequence<Row> rows;
    if (!argument.hasValue()) {
        return grid;
    }
    if (!(argument >>= rows)) {
        grid.columns = {0};
        grid.cells = {cellFrom(argument, grid.texts)};
        return grid;
    }
    sal_Int32 columns = 0;
    for (const Row& row : rows) {
        columns = std::max(columns, row.getLength());
    }
    for (sal_Int32 column = 0; column < columns; ++column) {
        grid.columns.push_back(column);
    }
    for (const Row& row : rows) {
        for (sal_Int32 column = 0; column < columns; ++column) {
            grid.cells.push_back(column < row.getLength() ? cellFrom(row[column], grid.texts)
                                                          : Cell{});
        }
    }
    return grid;
}

} // namespace keepable::office
