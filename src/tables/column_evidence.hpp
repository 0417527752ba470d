// SPDX-License-Identifier: MPL-2.0
//
// What the cells of one column, taken together, say of how they are to be read: set up shows it and
// writes the column's reading from it. Reading a plan never looks at it.
//
// Shape:   rows are indices into the cells given, from 0. The cells may be a sample of the column.
// Rule:    order of dates: a date that has only one order (13 or more in one place, or four digits
//          first) decides; two such dates of different orders contradict each other; dates that two
//          orders read differently, and none that decides, leave it open. Year first is thought of
//          only where a date begins with four digits or the locale writes so.
//          Scale of probabilities: per cent where a number is above 1, else a fraction; open where
//          there is nothing but 0 and 1. A number with a % says nothing of the others.
//          Kind: that of most cells (on a tie dates, then numbers); mixed where a quarter of the
//          filled cells or more is of another kind. Numbers may be dates: cells do not tell.
//          Currencies: a sign fits every code it may stand for; the first that fits none of the
//          codes left differs.
#pragma once

#include "tables/cell.hpp"
#include "tables/column.hpp"
#include "tables/text_locale.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace keepable::tables {

enum class ColumnKind : std::uint8_t { kEmpty, kDates, kNumbers, kNames, kMixed };

// kNothingSaid: no cell has anything to say, so the locale and the cells themselves do.
enum class EvidenceFinding : std::uint8_t { kNothingSaid, kDecided, kContradicting, kOpen };

struct DateOrderEvidence {
    EvidenceFinding finding = EvidenceFinding::kNothingSaid;
    std::optional<DateOrder> order; // where it is decided
    // The cell that decides or leaves it open; of contradicting ones the first, and the other.
    std::int32_t row = -1;
    std::int32_t other_row = -1;
};

struct ScaleEvidence {
    EvidenceFinding finding = EvidenceFinding::kNothingSaid; // never contradicting
    ProbabilityScale scale = ProbabilityScale::kByValue;
    std::int32_t row_above_one = -1; // the first
    std::int32_t row_between = -1;   // the first above 0 and below 1
};

// Two cells that cannot be added up: their rows and what they have.
struct MixEvidence {
    std::int32_t row = -1;       // -1: nothing of the sort was seen
    std::int32_t other_row = -1; // -1: no mix
    std::string seen;            // "USD", "€"
    std::string other;

    [[nodiscard]] bool isMixed() const { return other_row >= 0; }
};

struct ColumnEvidence {
    ColumnKind kind = ColumnKind::kEmpty;
    ColumnKind most = ColumnKind::kEmpty; // the kind of most cells; never mixed
    std::int32_t filled = 0;
    std::int32_t odd = 0;      // filled cells of another kind than most; errors are always odd
    std::int32_t odd_row = -1; // the first of them
    bool numbers_may_be_dates = false; // there are numbers, all of them whole days, 1990 to 2199
    DateOrderEvidence date_order;
    ScaleEvidence scale;
    MixEvidence currencies;
    MixEvidence units; // time beside pieces
};

[[nodiscard]] ColumnEvidence columnEvidence(std::span<const Cell> cells,
                                            const ReadingContext& context);

} // namespace keepable::tables
