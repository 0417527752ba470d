// SPDX-License-Identifier: MPL-2.0
//
// What a review looks at, made of the plan and of the columns beside it: the deals with their
// promises, the resources with their hours, each as review/review_book.hpp has it.
//
// Shape:   deals and resources in the order of the plan; deal indexes are those of the plan.
// Rule:    customers may be the same when their names have the same letters and digits once case,
//          accents, punctuation and words for the kind of company are left out: “ACME, Inc.” and
//          “Acme”.
//          Of the dates in promise_columns.hpp the latest of several lines counts, and a deal is
//          delivered when all its rows are. Cells that are no date count as empty.
//          A deal is owed when it is firm today.
//          Items and resources are those of the open lines; of a deal that is closed, those of all
//          its lines, as the items table has them today.
// Cost:    once through the plan. Earliest date and last day to decide are dear: addDates() works
//          them out for a deal that somebody looks at, and for the conflicts of an agenda.
// Source:  contract section 2.
#pragma once

#include "review/review_book.hpp"
#include "tables/grid.hpp"
#include "views/plan_answers.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace keepable::views {

// By deal of the plan. `sheet` holds the deals table, with its headings in `heading_row` of the
// sheet, from 0.
[[nodiscard]] std::vector<review::PromiseCells>
readPromiseCells(const tables::Grid& sheet, std::int32_t heading_row, const PlanAnswers& answers,
                 const tables::ReadingContext& context, std::span<const Texts* const> languages);

// `promises` are those of readPromiseCells(), or none. Log, threads and people must outlive the book.
[[nodiscard]] review::ReviewBook dealBook(PlanAnswers& answers,
                                          std::span<const review::PromiseCells> promises,
                                          planning::Day today, const review::DecisionLog& log,
                                          const review::Threads& threads,
                                          const review::People& people);

// Earliest date and last day to decide of a conflict; nothing for a deal that is kept.
void addDates(review::ReviewBook& book, PlanAnswers& answers, planning::DealIndex deal);

// A customer's name as it is compared; empty for a name without letters and digits.
[[nodiscard]] std::string customerLike(std::string_view name);

} // namespace keepable::views
