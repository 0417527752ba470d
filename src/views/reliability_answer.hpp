// SPDX-License-Identifier: MPL-2.0
//
// The answer of PROMISE_RELIABILITY: the share of first promises kept, of all rows or of those with
// a key, from cells as they stand.
//
// Shape:   the three columns have an entry a row, or none at all (keys that are left out).
// Rule:    a row counts when its promised cell is a date, and its delivered cell is a date too, or is
//          empty and the promised day is over: then the promise was not kept. An empty delivered
//          cell of a day still to come, and text there ("cancelled"), say nothing yet, and the row
//          is left out, as is a heading. The share is drawn towards that of all rows
//          (review/reliability.hpp).
// Errors:  no share where no row counts, or no row has the key.
// Source:  contract section 4.
#pragma once

#include "review/reliability.hpp"
#include "tables/cell.hpp"
#include "tables/text_locale.hpp"

#include <optional>
#include <vector>

namespace keepable::views {

struct ReliabilityCells {
    std::vector<tables::Cell> promised;
    std::vector<tables::Cell> delivered;
    std::vector<tables::Cell> keys;
    tables::Cell key; // empty: all rows
};

// `context.today` says which days are over.
[[nodiscard]] std::optional<review::Share> reliabilityAnswer(const ReliabilityCells& cells,
                                                             const tables::ReadingContext& context);

} // namespace keepable::views
