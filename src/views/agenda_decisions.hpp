// SPDX-License-Identifier: MPL-2.0
//
// What was typed into the sheet `Keepable Agenda` during the review, as events for the log.
//
// Shape:   a row counts when its Decision cell says something; which deal it is about, its Reference
//          says, and without one its Deal cell, wherever the row stands now. Rows of people's own,
//          and headings in another order or language are welcome. Events are in the order of the
//          rows; each knows the one before it about the same deal.
// Rule:    a decision is an action or move, then terms, as in the log: "agreed", "re-dated
//          2026-03-27", "Approve 24 h", "countered: 2026-03-27; 40 h". A date alone re-dates, or
//          promises what is not promised yet. Of other words behind the terms the reason is made
//          where the Reason cell has none; noting a line of people's own notes what it says. Declining beside a capacity request declines the request,
//          agreeing to it approves it; dismissing beside a finding dismisses the finding.
//          By is who says it, else whoever reads the sheet back; the side is that which has to say
//          it (review/agenda.hpp).
//          What was taken is marked in the cell In the log with the row's number and a digest of
//          what was typed; the same decision is never taken twice, a changed one is taken anew.
// Errors:  what cannot be understood, lacks something or does not fit is a problem, stays in the
//          sheet and is tried again the next time. So is a reason without a decision. What stands in a
//          column or a row of people's own without a decision is a problem, too, because the next agenda
//          would be written over it. Without the column Reference rows of their own cannot be told.
//          Without headings there is no agenda: nothing can be read of what people may have typed.
#pragma once

#include "review/review_book.hpp"
#include "tables/grid.hpp"
#include "views/own_table.hpp"
#include "views/review_moves.hpp"
#include "views/sheet_value.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace keepable::views {

struct TypedDecision {
    review::LogEvent event;
    std::int32_t row = 0;          // in the sheet, from 0
    std::int32_t taken_column = 0; // where the mark goes, from 0
    std::string digest;            // of what was typed
};

struct AgendaReading {
    bool has_agenda = false;
    std::vector<TypedDecision> decisions;
    std::vector<SheetProblem> problems;
    std::size_t taken_before = 0; // decisions that are in the log already
};

// `words` and `languages` are of the same languages; `now` is the moment of reading.
[[nodiscard]] AgendaReading readAgenda(const tables::Grid& sheet, const review::ReviewBook& book,
                                       const Speaker& taker, review::Moment now,
                                       const LogTextReader& reader, const ReviewWords& words,
                                       std::span<const Texts* const> languages, const Texts& texts);

// The cell In the log of a decision once its event is row `number` of the log.
[[nodiscard]] SheetValue takenMark(const TypedDecision& decision, std::int64_t number);

// That the review was held, and who was there.
[[nodiscard]] review::LogEvent heldReview(const Speaker& taker, review::Moment now,
                                          std::string_view attendees);

} // namespace keepable::views
