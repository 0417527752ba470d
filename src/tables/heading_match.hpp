// SPDX-License-Identifier: MPL-2.0
//
// What the headings of one row mean together. The row is held against every profile as a whole: a
// system is recognised by the headings only its exports have, and then speaks for all of them; else
// the words of the languages count, those of the language most headings are in first.
//
// Shape:   one ColumnMatch for every heading, by sheet order; every role at most once.
// Rule:    the user's choice, then the canonical heading, then the recognised system, then a word of
//          a language, the user's own first, then a weak one. Of several columns for a role the better counts, without a
//          counter ("Close Date (2)") before with one, then the order of preference in the profile,
//          then the first; the others are named and not read.
//          A row with the needed headings of the contract is read by these alone.
//          A name stands for the key where there is none, a stage for the status.
//          A win date is never a promised date.
#pragma once

#include "tables/column_choices.hpp"
#include "tables/header_profile.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace keepable::tables {

// What a heading says: its own words and, with headings in two rows, those above it.
struct HeadingText {
    std::int32_t column = 0; // in the sheet, from 0
    std::string text;        // as it stands
    std::string above = {};
};

// How sure a role is.
enum class Certainty : std::uint8_t { kChosen, kCanonical, kSystem, kWord, kWeakWord, kNone };

enum class NotRead : std::uint8_t {
    kUnknown,  // nobody knows the heading
    kOther,    // known, and of no use to a plan
    kRepeated, // the same heading again
    kTaken,    // another column has its role
    kAsked,    // means one thing to one system and another to the next
    kChosen    // by the user
};

struct ColumnMatch {
    std::int32_t column = 0;
    std::string heading; // as it stands, tidied; with headings in two rows both
    std::int32_t occurrence = 1;
    std::optional<ColumnRole> role;
    Certainty certainty = Certainty::kNone;
    NotRead why_not = NotRead::kUnknown;   // without a role
    std::string source = {};               // the profile that knows the heading
    std::int32_t taken_by = -1;            // kRepeated, kTaken: the column that has the role
    std::optional<ColumnRole> wanted = {}; // kRepeated, kTaken: the role
    bool stands_in = false;                // a name for the key, a stage for the status
    std::string remark = {};               // why it is not read, where there is more to say
    ColumnReading reading = {};
};

struct RowMatch {
    std::string system;   // empty where none is recognised
    std::string language; // that of most headings; empty where none knows any
    std::vector<ColumnMatch> columns;

    [[nodiscard]] const ColumnMatch* find(ColumnRole role) const;
    [[nodiscard]] bool has(ColumnRole role) const { return find(role) != nullptr; }
};

// What headings are held against; both may be missing.
struct HeadingKnowledge {
    const HeaderProfiles* profiles = nullptr;
    std::span<const ColumnChoice> choices = {};
};

// For deals and items; the headings of capacity tables are capacity_layout's matter.
[[nodiscard]] RowMatch matchHeadings(TableKind kind, std::span<const HeadingText> headings,
                                     const HeadingKnowledge& knowledge);

} // namespace keepable::tables
