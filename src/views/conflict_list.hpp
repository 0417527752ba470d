// SPDX-License-Identifier: MPL-2.0
//
// The list of deals that are not kept, as the Conflicts panel shows it: which deals, in which order,
// and the text of every cell. And what is said of one deal below the list.
//
// Cost:    listing looks at all deals once and works out no earliest date, unless sorted by one;
//          a cell's date is worked out when the cell is asked for.
// Shape:   sorting keeps the order by rank among equals; cells without a value come last, in
//          ascending and descending order alike. Digits in names sort by their number.
// Thread:  as PlanAnswers.
#pragma once

#include "tables/text_locale.hpp"
#include "views/plan_answers.hpp"
#include "views/texts.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

// In the order of the panel's columns: what matters most fits into a narrow panel.
enum class ConflictColumn : std::uint8_t {
    kVerdict, // sorts infeasible, at risk, to check
    kDeal,
    kPromised,
    kEarliest,
    kDaysLate,
    kShortfall,
    kBottleneck,
    kCustomer,
    kValue,
    kOwner
};
inline constexpr std::size_t kConflictColumns = 10;
// What a column is called in settings and keys of texts: "verdict", "deal", ...
[[nodiscard]] std::string_view columnName(ConflictColumn column);

struct ConflictOrder {
    ConflictColumn column = ConflictColumn::kVerdict;
    bool is_descending = false;

    friend bool operator==(const ConflictOrder&, const ConflictOrder&) = default;
};
// "value", or "-value" for descending; the default order for anything else.
[[nodiscard]] std::string orderText(const ConflictOrder& order);
[[nodiscard]] ConflictOrder orderFrom(std::string_view text);

// Empty: no restriction. Names match by foldedName(); text is searched in deal, customer, owner and
// bottleneck.
struct ConflictFilter {
    std::string verdict; // "INFEASIBLE", "AT RISK", "CHECK ROW"
    std::string owner;
    std::string resource; // the bottleneck
    std::string text;

    [[nodiscard]] bool isEmpty() const {
        return verdict.empty() && owner.empty() && resource.empty() && text.empty();
    }
};

struct ConflictList {
    std::vector<planning::DealIndex> rows;
    std::size_t total = 0; // without the filter
    // To choose from: those that occur among all conflicts, sorted.
    std::vector<std::string> owners;
    std::vector<std::string> resources;
};

[[nodiscard]] ConflictList listConflicts(PlanAnswers& answers, const ConflictFilter& filter,
                                         const ConflictOrder& order);

[[nodiscard]] std::string conflictCell(PlanAnswers& answers, planning::DealIndex deal,
                                       ConflictColumn column, const Texts& texts,
                                       const tables::TextLocale& locale);

inline constexpr std::size_t kMostRivalsShown = 5;

struct DealDetails {
    std::string title; // deal and customer
    std::string facts; // dates, hours short, value; short. Owners: whose_deals.hpp
    std::string reason;
    struct Rival {
        std::string deal; // its key
        std::string text; // key and hours
    };
    std::vector<Rival> rivals; // at most kMostRivalsShown
    bool has_more_rivals = false;
    std::vector<std::int32_t> rows; // in the sheet, as shown, from 1
};

[[nodiscard]] DealDetails detailsOf(PlanAnswers& answers, planning::DealIndex deal,
                                    const Texts& texts, const tables::TextLocale& locale);

} // namespace keepable::views
