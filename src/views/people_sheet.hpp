// SPDX-License-Identifier: MPL-2.0
//
// The table of people as cells: who is on which side, what they own, where mail reaches them. Kept
// by hand, by both sides; read wherever it stands, written once with headings and an explanation.
//
// Shape:   the headings Name and Side are needed, Owns and E-mail are not. A person may have several
//          rows. What is owned is a list of resources and keys of deals, parted by commas,
//          semicolons or line breaks; a name that has one of those in it may stand in double quotes,
//          and needs none where it is a known name as it stands.
// Rule:    a row is taken as far as it can be read; what cannot is a problem.
//          Mail addresses have one @ with something on both sides and nothing that could end or
//          part a line of addresses; any other is a problem and left out.
// Errors:  no table is a reading without people, and no problem.
#pragma once

#include "review/people.hpp"
#include "views/own_table.hpp"
#include "views/shown_cell.hpp"
#include "views/texts.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

// The headings, in the order of a new table.
enum class PeopleColumn : std::uint8_t { kName, kSide, kOwns, kMail };
inline constexpr std::size_t kPeopleColumns = 4;

// "Name", "Side", "Owns", "E-mail", and what they are called in each language.
[[nodiscard]] WordTable peopleHeadings(std::span<const Texts* const> languages);

// Names of the plan that can be owned, as written: resources, and keys of deals.
class OwnedNames {
  public:
    explicit OwnedNames(std::vector<std::string> names);

    [[nodiscard]] bool contains(std::string_view key) const;
    // What an unknown name probably stands for; empty where nothing is near.
    [[nodiscard]] std::string nearTo(std::string_view name) const;

  private:
    std::vector<std::string> names_;
    std::map<std::string, std::size_t, std::less<>> by_key_;
};

struct PeopleReading {
    bool has_table = false;
    std::int32_t heading_row = 0; // in the sheet, from 0
    review::People people;
    std::map<std::string, std::string, std::less<>> mails; // by key of the person
    std::vector<SheetProblem> problems;                    // by row
};

// `known` may be null: then nothing owned is unknown. The words are those of `languages`, problems
// are said in `texts`.
[[nodiscard]] PeopleReading readPeople(const tables::Grid& sheet,
                                       std::span<const Texts* const> languages,
                                       const OwnedNames* known, const Texts& texts);

// Title, explanation, headings, and rows for the people named, from column A on; the headings stand
// four rows below the first.
[[nodiscard]] std::vector<ShownCell> newPeopleTable(const std::vector<review::Person>& people,
                                                    std::int32_t first_row, const Texts& texts);

// Whether mail may be addressed to it.
[[nodiscard]] bool isMailAddress(std::string_view text);

} // namespace keepable::views
