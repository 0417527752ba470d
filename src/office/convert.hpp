// SPDX-License-Identifier: MPL-2.0
//
// Between UNO's values and ours. The only place that knows how Calc encodes cell errors and what an
// Any from a cell may hold.
//
// Errors:  an Any of a type that no cell has counts as an error cell.
// Source:  LibreOffice, include/formula/errorcodes.hxx and sc/source/core/tool/rangeseq.cxx.
#pragma once

#include "planning/day.hpp"
#include "tables/cell.hpp"
#include "tables/grid.hpp"

#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <rtl/ustring.hxx>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::office {

namespace css = com::sun::star;

// Cell errors by the codes that Calc gives them.
enum class CellError : std::uint32_t {
    kValue = 519,          // #VALUE!
    kNotAvailable = 0x7fff // #N/A
};

[[nodiscard]] double errorNumber(CellError error);
[[nodiscard]] css::uno::Any errorValue(CellError error);

[[nodiscard]] std::string utf8(const rtl::OUString& text);
[[nodiscard]] rtl::OUString toOffice(std::string_view utf8_text);
[[nodiscard]] css::uno::Any textValue(std::string_view utf8_text);
[[nodiscard]] css::uno::Any dateValue(planning::Day day, planning::Day null_date);

// The cell's text is kept in the pool. A void Any, that is an error cell of a range, becomes an
// error.
[[nodiscard]] tables::Cell cellFrom(const css::uno::Any& value, tables::TextPool& texts);
// For an argument a function may be called without. Calc hands over an empty cell as the number
// zero, so zero counts as left out, too.
[[nodiscard]] tables::Cell optionalFrom(const css::uno::Any& value, tables::TextPool& texts);

// The digest a plan's handle ends in; none for any other text.
[[nodiscard]] std::optional<std::uint64_t> digestIn(const rtl::OUString& handle);

// An optional argument that may be a range or a single cell, as a grid without a place in a sheet.
// Empty rows at the end are left out: whole columns have a million of them.
[[nodiscard]] tables::Grid gridFrom(const css::uno::Any& argument);

} // namespace keepable::office
