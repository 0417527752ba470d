// SPDX-License-Identifier: MPL-2.0
//
// The sheet `Keepable Portfolio` as cells: what is to become of every open deal, and how good the whole is.
//
// Shape:   headings in the first row: Deal, Decision, New date, Value; below them one row a deal, by rank.
//          Beside them, in column F: how far below the best possible it is at most, why the search ended,
//          the goal and what is reached of it, how many deals are kept, re-dated and declined.
// Rule:    headings and decisions are the same in every language, as the contract has them. A gap is rounded
//          up, so that it is never more than what is said.
// Units:   rows and columns from 0. Value is that of the deal, whatever the goal.
// Source:  contract sections 1 and 5; issue 5, point 3.
#pragma once

#include "portfolio/portfolio.hpp"
#include "tables/text_locale.hpp"
#include "views/plan_answers.hpp"
#include "views/shown_cell.hpp"
#include "views/texts.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

inline constexpr std::string_view kPortfolioSheet = "Keepable Portfolio";
inline constexpr std::int32_t kPortfolioNoteColumn = 5;
// In 1/100 mm.
inline constexpr std::array<std::int32_t, 6> kPortfolioWidths{4000, 3000, 3000, 3600, 1000, 12000};

[[nodiscard]] std::vector<ShownCell> portfolioSheet(const PlanAnswers& answers,
                                                    const portfolio::Portfolio& portfolio,
                                                    const Texts& texts,
                                                    const tables::TextLocale& locale);

// "At most 0.4 % below the best possible." or that nothing better is possible.
[[nodiscard]] std::string gapSentence(std::int64_t value, std::int64_t bound, const Texts& texts,
                                      const tables::TextLocale& locale);

// "Reached so far: 53,500. At most 0.4 % below the best possible."
[[nodiscard]] std::string progressSentence(const portfolio::PortfolioProgress& progress,
                                           const Texts& texts, const tables::TextLocale& locale);

// "most value", in the user's language.
[[nodiscard]] std::string goalText(portfolio::Goal goal, const Texts& texts);

} // namespace keepable::views
