// SPDX-License-Identifier: MPL-2.0
//
// Whether the rows of the decision log still are what was written: numbers that follow each other,
// and a check in every row that hangs on the row before. It shows what was changed by hand; it does
// not stop anyone who means to deceive and works the checks out anew.
//
// Shape:   rows as text, in the order of the sheet. A row without number and check was typed in by
//          hand: welcome, and said so. The seal stands above the rows and knows how many there are,
//          so that rows cut off at the end are missed, too.
// Rule:    the check is two parts of 16 hexadecimal digits with a hyphen between. The first is the
//          beginning of the SHA-256 of the number and the cells from When to State, joined by U+001F
//          (UTF-8; dates as YYYY-MM-DD, moments as YYYY-MM-DD HH:MM). The second is the beginning of
//          the SHA-256 of the second part in the row before (nothing in the first row), U+001F and
//          the first part. So a row changed, taken out, put in or swapped is found by itself.
// Errors:  none; what is wrong comes back as findings, the rows are all kept.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::review {

enum class LogField : std::uint8_t {
    kWhen,
    kDeal,
    kSide,
    kBy,
    kAction,
    kFrom,
    kTo,
    kReason,
    kState
};
inline constexpr std::size_t kLogFields = 9;

struct LogRow {
    std::int32_t sheet_row = 0; // as shown, from 1
    std::optional<std::int64_t> number;
    std::array<std::string, kLogFields> cells; // by LogField
    std::string check;

    [[nodiscard]] const std::string& operator[](LogField field) const {
        return cells[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] std::string& operator[](LogField field) {
        return cells[static_cast<std::size_t>(field)];
    }
    friend bool operator==(const LogRow&, const LogRow&) = default;
};

// How many rows were written and the second part of the last check.
struct LogSeal {
    std::int64_t rows = 0;
    std::string chain;

    friend bool operator==(const LogSeal&, const LogSeal&) = default;
};

enum class LogFault : std::uint8_t {
    kTypedIn, // has neither number nor check
    kAltered, // the cells are not those that the check was made of
    kMissing, // rows number first_number to last_number are gone, before this row or at the end
    kNotAfterThat,   // intact itself, but made after another row than the one before it
    kNumberTwice,    // other_row has the same number: two copies were edited and put together
    kMoved,          // stands elsewhere than its number says
    kNoSeal,         // there are rows with checks but nothing to count them by
    kSealAltered,    // the seal is not that of its row
    kClockBackwards, // written earlier, by the clock, than other_row before it
    kUnknownAction,  // counts as a note
    kUnknownSide,
    kUnreadableWhen, // has no readable moment; that of the row before counts
    kErrorCell       // the cell shows an error, which counts as empty
};

struct LogFinding {
    LogFault fault = LogFault::kTypedIn;
    std::int32_t row = 0;       // in the sheet, as shown; 0: below the last one, or the seal
    std::int32_t other_row = 0; // 0: none
    std::int64_t first_number = 0;
    std::int64_t last_number = 0;

    friend bool operator==(const LogFinding&, const LogFinding&) = default;
};

// The row's own part of its check; it needs the number.
[[nodiscard]] std::string rowPart(const LogRow& row);
[[nodiscard]] std::string chainPart(std::string_view chain_before, std::string_view row_part);

struct ChainReading {
    // The rows in the order in which they were written: by number, those typed in after the
    // numbered row they stand below. Indexes into the rows.
    std::vector<std::uint32_t> order;
    std::vector<LogFinding> findings; // by row
    LogSeal seal;                     // what the next row hangs on
};

[[nodiscard]] ChainReading readChain(std::span<const LogRow> rows,
                                     const std::optional<LogSeal>& seal);

// Gives the row its number and check, and moves the seal on.
void seal(LogRow& row, LogSeal& last);

} // namespace keepable::review
