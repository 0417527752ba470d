// SPDX-License-Identifier: MPL-2.0
#include "views/people_sheet.hpp"

#include "tables/cell_value.hpp"
#include "tables/names.hpp"
#include "tables/near_names.hpp"
#include "views/log_text.hpp"
#include "views/review_words.hpp"
#include "views/target_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace keepable::views {

namespace {

using review::Name;
using review::Person;
using review::Side;

constexpr std::array<WordAndKey, kPeopleColumns> kHeadings{{{"Name", "people.heading.name"},
                                                            {"Side", "people.heading.side"},
                                                            {"Owns", "people.heading.owns"},
                                                            {"E-mail", "people.heading.mail"}}};

constexpr std::size_t place(PeopleColumn column) {
    return static_cast<std::size_t>(column);
}

// A piece of a list parted by commas, semicolons and line breaks, none within quotes.
struct Piece {
    std::size_t begin = 0; // in the list
    std::size_t end = 0;
    std::string text; // without quotes
    bool ends_at_comma = false;
};

std::vector<Piece> piecesOf(std::string_view list) {
    std::vector<Piece> pieces(1);
    bool is_quoted = false;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const char letter = list[i];
        Piece& piece = pieces.back();
        if (letter == '"' && is_quoted && list.substr(i + 1).starts_with('"')) {
            piece.text += letter;
            ++i;
        } else if (letter == '"' && (is_quoted || tables::isBlankName(piece.text))) {
            is_quoted = !is_quoted;
        } else if (!is_quoted && (letter == ';' || letter == '\n' || letter == ',')) {
            piece.end = i;
            piece.ends_at_comma = letter == ',';
            pieces.push_back({i + 1, 0, {}, false});
        } else {
            piece.text += letter;
        }
    }
    pieces.back().end = list.size();
    return pieces;
}

// The list as piecesOf() reads it.
std::string listOf(const std::vector<Name>& names) {
    std::string list;
    for (const Name& name : names) {
        list += list.empty() ? "" : "; ";
        if (name.text.find_first_of(",;\n\"") == std::string::npos) {
            list += name.text;
            continue;
        }
        list += '"';
        for (const char letter : name.text) {
            list += letter;
            if (letter == '"') {
                list += letter;
            }
        }
        list += '"';
    }
    return list;
}

class PeopleReader {
  public:
    PeopleReader(const OwnTable& table, const ReviewWords& words, const OwnedNames* known,
                 const Texts& texts)
        : table_(table), words_(words), known_(known), texts_(texts) {}

    void readInto(PeopleReading& reading) {
        reading_ = &reading;
        for (const std::int32_t row : table_.rows()) {
            readRow(row);
        }
        reading.people = review::People{people_};
    }

  private:
    void problem(std::int32_t row, std::string_view key,
                 std::initializer_list<std::string_view> arguments = {}) {
        reading_->problems.push_back({table_.shownRow(row), texts_(key, arguments)});
    }

    [[nodiscard]] std::string textOf(std::int32_t row, PeopleColumn column) {
        if (table_.at(row, place(column)).kind() == tables::CellKind::kError) {
            problem(row, "people.errorCell", {texts_(kHeadings[place(column)].key)});
        }
        return table_.text(row, place(column));
    }

    void readRow(std::int32_t row) {
        Person person;
        person.name = nameFrom(textOf(row, PeopleColumn::kName));
        const std::string side = textOf(row, PeopleColumn::kSide);
        const std::string owns = textOf(row, PeopleColumn::kOwns);
        const std::string mail = textOf(row, PeopleColumn::kMail);
        if (person.name.isEmpty()) {
            problem(row, "people.noName");
            return;
        }
        readSide(row, side, person);
        readOwned(row, owns, person);
        readMail(row, mail, person.name);
        people_.push_back(std::move(person));
    }

    void readSide(std::int32_t row, const std::string& side, Person& person) {
        person.side = words_.side(side).value_or(Side::kNeither);
        Side& known = sides_[person.name.key];
        if (!side.empty() && person.side == Side::kNeither) {
            problem(row, "people.unknownSide", {side, person.name.text});
        } else if (side.empty() && known == Side::kNeither) {
            problem(row, "people.noSide", {person.name.text});
        } else if (person.side != Side::kNeither && known != Side::kNeither &&
                   person.side != known) {
            problem(row, "people.twoSides", {person.name.text, said(known, texts_)});
        }
        known = known == Side::kNeither ? person.side : known;
    }

    void readOwned(std::int32_t row, const std::string& owns, Person& person) {
        const std::vector<Piece> pieces = piecesOf(owns);
        for (std::size_t first = 0; first < pieces.size(); ++first) {
            const std::size_t last = lastOfName(owns, pieces, first);
            const std::string_view whole{owns.data() + pieces[first].begin,
                                         pieces[last].end - pieces[first].begin};
            addOwned(row, dealFrom(last > first ? whole : pieces[first].text), person);
            first = last;
        }
    }

    // A known name may have commas in it: the longest one counts.
    [[nodiscard]] std::size_t lastOfName(std::string_view owns, const std::vector<Piece>& pieces,
                                         std::size_t first) const {
        std::size_t found = first;
        for (std::size_t last = first; known_ != nullptr && pieces[last].ends_at_comma;) {
            ++last;
            const std::size_t begin = pieces[first].begin;
            if (known_->contains(dealFrom(owns.substr(begin, pieces[last].end - begin)).key)) {
                found = last;
            }
        }
        return found;
    }

    void addOwned(std::int32_t row, Name owned, Person& person) {
        if (owned.isEmpty()) {
            return;
        }
        if (known_ != nullptr && !known_->contains(owned.key)) {
            const std::string near = known_->nearTo(owned.text);
            if (near.empty()) {
                problem(row, "people.unknownOwned", {owned.text});
            } else {
                problem(row, "people.nearOwned", {owned.text, near});
            }
        }
        person.owns.push_back(std::move(owned));
    }

    void readMail(std::int32_t row, const std::string& mail, const Name& name) {
        if (mail.empty()) {
            return;
        }
        if (isMailAddress(mail)) {
            reading_->mails.emplace(name.key, mail);
        } else {
            problem(row, "people.noMailAddress", {mail});
        }
    }

    const OwnTable& table_;
    const ReviewWords& words_;
    const OwnedNames* known_;
    const Texts& texts_;
    PeopleReading* reading_ = nullptr;
    std::vector<Person> people_;
    std::map<std::string, Side, std::less<>> sides_;
};

} // namespace

WordTable peopleHeadings(std::span<const Texts* const> languages) {
    return WordTable{kHeadings, languages};
}

OwnedNames::OwnedNames(std::vector<std::string> names) : names_(std::move(names)) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        by_key_.emplace(tables::foldedName(names_[i]), i);
    }
}

bool OwnedNames::contains(std::string_view key) const {
    return by_key_.contains(key);
}

std::string OwnedNames::nearTo(std::string_view name) const {
    const std::vector<std::string> unknown{std::string{name}};
    const auto matches = tables::nearNames(names_, unknown);
    return matches.empty() ? std::string{} : names_[matches.front().known];
}

PeopleReading readPeople(const tables::Grid& sheet, std::span<const Texts* const> languages,
                         const OwnedNames* known, const Texts& texts) {
    PeopleReading reading;
    const WordTable headings = peopleHeadings(languages);
    const WordTable targets = targetHeadings(languages);
    constexpr std::array kNeeded{place(PeopleColumn::kName), place(PeopleColumn::kSide)};
    const std::array<const WordTable*, 1> others{&targets};
    const auto table = OwnTable::find(sheet, headings, kPeopleColumns, kNeeded, others);
    if (table) {
        reading.has_table = true;
        reading.heading_row = table->headingRow();
        PeopleReader{*table, ReviewWords{languages}, known, texts}.readInto(reading);
    }
    return reading;
}

std::vector<ShownCell> newPeopleTable(const std::vector<Person>& people, std::int32_t first_row,
                                      const Texts& texts) {
    std::int32_t row = first_row;
    std::vector<ShownCell> cells;
    const auto put = [&](std::size_t column, std::string_view text, ShownLook look) {
        cells.push_back({row, static_cast<std::int32_t>(column), SheetValue::of(text), look});
    };
    put(0, texts("people.title"), ShownLook::kTitle);
    ++row;
    put(0, texts("people.purpose"), ShownLook::kNote);
    ++row;
    put(0, texts("people.howTo"), ShownLook::kNote);
    row += 2;
    for (std::size_t column = 0; column < kPeopleColumns; ++column) {
        put(column, kHeadings[column].word, ShownLook::kTableHeading);
    }
    for (const Person& person : people) {
        ++row;
        put(place(PeopleColumn::kName), person.name.text, ShownLook::kInput);
        put(place(PeopleColumn::kSide), word(person.side), ShownLook::kInput);
        put(place(PeopleColumn::kOwns), listOf(person.owns), ShownLook::kInput);
        put(place(PeopleColumn::kMail), "", ShownLook::kInput);
    }
    return cells;
}

bool isMailAddress(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size() ||
        text.find('@', at + 1) != std::string_view::npos) {
        return false;
    }
    constexpr std::string_view kParting = " ,;:<>()[]\\\"?&%'`";
    return std::ranges::all_of(text, [&](char letter) {
        return static_cast<unsigned char>(letter) > ' ' && letter != '\x7f' &&
               kParting.find(letter) == std::string_view::npos;
    });
}

} // namespace keepable::views
