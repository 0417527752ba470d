// SPDX-License-Identifier: MPL-2.0
//
// Which deals of a list a person wants to see: those that are theirs, those that wait for them, those
// in which somebody has waited long enough. And who answers for a deal, as a line below it.
//
// Rule:    mine: the person sells the deal or answers for it in operations, see review_book.hpp.
//          waiting for me: isWaitingForMe() there.
//          unanswered: the longest wait for an answer, of either side, has lasted that many days.
//          Of a deal without a conflict only the last two can be said, in a line beside the list.
// Errors:  without a name or people the first two find little or nothing; whatIsMissing() says so.
#pragma once

#include "review/negotiation.hpp"
#include "review/review_book.hpp"
#include "views/review_moves.hpp"
#include "views/texts.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

enum class Whose : std::uint8_t { kAll, kMine, kWaitingForMe, kUnanswered };
inline constexpr std::array kAllWhose{Whose::kAll, Whose::kMine, Whose::kWaitingForMe,
                                      Whose::kUnanswered};

// What it is called in settings and keys of texts: "all", "mine", "waiting", "unanswered".
[[nodiscard]] std::string_view whoseName(Whose whose);
[[nodiscard]] Whose whoseFrom(std::string_view name); // all for anything else

struct WhoseDeals {
    Whose whose = Whose::kAll;
    std::int32_t days = review::kUnansweredDays; // for unanswered
    review::Name person;

    friend bool operator==(const WhoseDeals&, const WhoseDeals&) = default;
};

// `deal` is an index into the book.
[[nodiscard]] bool isWanted(const review::ReviewBook& book, std::uint32_t deal,
                            const WhoseDeals& whose);
// Takes the others out of a list of deals.
void keepWanted(std::vector<std::uint32_t>& deals, const review::ReviewBook& book,
                const WhoseDeals& whose);
// "Not in conflict, but waiting: D-4, D-9"; empty where there is none.
[[nodiscard]] std::string saidWantedBeside(const review::ReviewBook& book, const WhoseDeals& whose,
                                           const Texts& texts);

// Why the choice may find less than there is, and where to set it right; empty: nothing is missing.
[[nodiscard]] std::string whatIsMissing(const review::ReviewBook& book, const WhoseDeals& whose,
                                        std::string_view people_sheet, const Texts& texts);

// "Sales: Ann · Operations: Otto"; a side without an owner says so, without both it is empty.
[[nodiscard]] std::string saidOwners(std::span<const review::Name> sales,
                                     std::span<const review::Name> ops, const Texts& texts);
[[nodiscard]] std::string saidOwners(const review::ReviewBook& book, std::uint32_t deal,
                                     const Texts& texts);

} // namespace keepable::views
