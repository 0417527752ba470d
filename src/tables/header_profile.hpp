// SPDX-License-Identifier: MPL-2.0
//
// What headings other than the canonical ones mean: profiles of systems whose exports we know, and
// of the words of a language, as JSON. A user may add files of his own; they are asked first.
//
// Shape:   { "profile": "HubSpot", "kind": "system" or "language",
//            "deals": { "Win date": ["Close Date", "closedate"], ... }, "items": { ... },
//            "signs": [...], "unread": [...], "weak": [...], "asked": [...], "prefixes": ["Deal - "],
//            "stages": { "firm": [...], "held": [...], "tentative": [...], "closed": [...] },
//            "probability": "percent" or "fraction", "lines": "below" }
//          All but the first two may be missing. A role's headings stand in order of preference.
//          signs: headings that tell this system from others; unread: headings that have no role
//          whatever the other profiles say; weak: headings so common that the user should confirm
//          them; lines: rows that leave the deal's own columns empty are further lines of the deal
//          above; asked: headings that mean different things to different systems; prefixes: what may
//          stand before a heading.
// Rule:    headings are compared as a whole, by headingKey(), never in part.
// Errors:  a file that is too large, no JSON, or names unknown roles is reported and left out as a
//          whole; the others still count.
// Source:  shared facts on CRM headers; contract section 2 for the roles.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/column.hpp"
#include "tables/row_problem.hpp"

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keepable::tables {

inline constexpr std::size_t kMostProfileBytes = std::size_t{1024} * 1024;

// What two headings have in common that mean the same: letters folded and without accents, no
// stars, spaces for punctuation, no counter such as " (2)" at the end; "%" stays.
[[nodiscard]] std::string headingKey(std::string_view heading);

// "Close Date (2)": one more column with a heading that is there already.
[[nodiscard]] bool hasCounter(std::string_view heading);

struct HeadingMeaning {
    ColumnRole role = ColumnRole::kDeal;
    std::size_t preference = 0; // among the headings of its role, 0 first
    bool is_weak = false;
};

using StageWord = std::pair<std::string, planning::DealClass>; // as it is written

struct HeaderProfile {
    std::string name;
    bool is_system = false;
    bool is_of_user = false;
    // By TableKind, deals and items, and headingKey().
    std::array<boost::unordered_flat_map<std::string, HeadingMeaning>, 3> headings;
    boost::unordered_flat_set<std::string> signs;
    boost::unordered_flat_set<std::string> unread;
    boost::unordered_flat_set<std::string> asked;
    std::vector<std::string> prefixes; // folded
    std::vector<StageWord> stages;
    ProbabilityScale scale = ProbabilityScale::kByValue;
    bool has_lines_below = false;

    [[nodiscard]] const HeadingMeaning* find(TableKind kind, const std::string& key) const;
};

class HeaderProfiles {
  public:
    // Reads one file, `file` for messages. What is wrong with it, as a sentence; empty when it was
    // taken in.
    [[nodiscard]] std::string add(std::string_view file, std::string_view json,
                                  bool is_of_user = false);

    [[nodiscard]] const std::vector<HeaderProfile>& all() const { return profiles_; }
    // The profile of this name, or null.
    [[nodiscard]] const HeaderProfile* named(std::string_view name) const;

    // Changes whenever a file does that was taken in.
    [[nodiscard]] std::uint64_t digest() const { return digest_; }

  private:
    std::vector<HeaderProfile> profiles_;
    std::uint64_t digest_ = 0;
};

} // namespace keepable::tables
