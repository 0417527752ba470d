// SPDX-License-Identifier: MPL-2.0
#include "office/convert.hpp"

#include "views/plan_handle.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace keepable::office {

namespace {

using tables::Cell;

// Appends UTF-16 as UTF-8; a lone surrogate becomes the replacement character. `out` has room for
// three bytes a code unit.
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

Cell optionalFrom(const css::uno::Any& value, tables::TextPool& texts) {
    const Cell cell = value.hasValue() ? cellFrom(value, texts) : Cell{};
    return cell.kind() == tables::CellKind::kNumber && cell.number() == 0 ? Cell{} : cell;
}

std::optional<std::uint64_t> digestIn(const rtl::OUString& handle) {
    // Only the end matters, and every call of a function comes by here: no conversion of it all.
    std::array<char16_t, 32> end{};
    const sal_Int32 size = std::min(handle.getLength(), static_cast<sal_Int32>(end.size()));
    const sal_Unicode* text_end = handle.getStr() + handle.getLength();
    std::copy(text_end - size, text_end, end.begin());
    return views::digestOfHandle({end.data(), static_cast<std::size_t>(size)});
}

tables::Grid gridFrom(const css::uno::Any& argument) {
    using Row = css::uno::Sequence<css::uno::Any>;
    tables::Grid grid;
    css::uno::Sequence<Row> rows;
    if (!(argument >>= rows)) {
        const Cell cell = optionalFrom(argument, grid.texts);
        if (!cell.isEmpty()) {
            grid.columns = {0};
            grid.cells = {cell};
        }
        return grid;
    }
    std::size_t columns = 0;
    std::size_t end = 0; // of the rows that hold anything
    for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
        columns = std::max(columns, static_cast<std::size_t>(rows[row].getLength()));
        for (const css::uno::Any& value : rows[row]) {
            rtl::OUString text;
            if (!(value >>= text) || !text.isEmpty()) {
                end = static_cast<std::size_t>(row) + 1;
            }
        }
    }
    for (std::size_t column = 0; column < columns; ++column) {
        grid.columns.push_back(static_cast<std::int32_t>(column));
    }
    grid.cells.resize(end * columns);
    for (std::size_t row = 0; row < end; ++row) {
        const Row& values = rows[static_cast<sal_Int32>(row)];
        for (sal_Int32 column = 0; column < values.getLength(); ++column) {
            grid.cells[row * columns + static_cast<std::size_t>(column)] =
                cellFrom(values[column], grid.texts);
        }
    }
    return grid;
}

} // namespace keepable::office
