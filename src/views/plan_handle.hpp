// SPDX-License-Identifier: MPL-2.0
//
// The text in a plan cell. It tells a person how the plan stands, and its last part, the digest of
// everything the plan was made from, tells the other functions which plan is meant.
//
// Shape:   "412 deals · 3 infeasible · 5 at risk · 2 rows to check · 7f3a91c2b0d4e6f8", with the
//          first problem outside the deal rows before the digest. When there is nothing to plan by:
//          "No plan: " and the sentence that says why, in the language of the texts.
// Units:   the digest is 64 bits, 16 hexadecimal digits.
#pragma once

#include "planning/plan_report.hpp"
#include "tables/headings.hpp"
#include "tables/row_problem.hpp"
#include "views/texts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

[[nodiscard]] std::string planHandle(const planning::PlanReport& report,
                                     const std::vector<tables::RowProblem>& problems,
                                     std::uint64_t digest);
[[nodiscard]] std::string noPlanText(const tables::NothingToPlanBy& nothing, const Texts& texts);

// The digest a handle ends in; none for any other text. Takes the text as cells hold it, since
// every call of a sheet function begins here.
[[nodiscard]] std::optional<std::uint64_t> digestOfHandle(std::u16string_view text);
[[nodiscard]] std::string digestText(std::uint64_t digest);
[[nodiscard]] bool isNoPlanText(std::string_view text);

} // namespace keepable::views
