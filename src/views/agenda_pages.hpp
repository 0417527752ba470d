// SPDX-License-Identifier: MPL-2.0
//
// The agenda of a review as something to read: sections of points, as cells of the sheet
// `Keepable Agenda` and as a plain mail. What was typed into the sheet is read by
// agenda_decisions.hpp.
//
// Shape:   title, explanation, who should come; then a section for each matter with its headings,
//          all sections in the same columns, so that rows may be moved from one to another. Columns
//          Decision, Reason and By are for people; In the log and Reference are for Keepable. A
//          section holds kMostPoints at most and says how many more there are; one without points
//          says so. Last come empty rows for decisions about anything else.
// Units:   rows and columns from 0, widths in 1/100 mm. Days and values are real ones in cells.
// Source:  contract section 1 (name of the sheet); issue of the review, point 4.
#pragma once

#include "review/agenda.hpp"
#include "views/review_sentences.hpp"
#include "views/shown_cell.hpp"
#include "views/word_table.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

inline constexpr std::string_view kAgendaSheet = "Keepable Agenda";
inline constexpr std::size_t kMostPoints = 100;
// Owners, resources, items and customers, of each those whose promises were kept least.
inline constexpr std::size_t kMostReliabilityRows = 5;

enum class AgendaColumn : std::uint8_t {
    kDeal,
    kWhat,
    kWho,
    kDay,
    kValue,
    kProposal,
    kDecision,
    kReason,
    kBy,
    kTaken,
    kReference
};
inline constexpr std::size_t kAgendaColumns = 11;
inline constexpr std::array<std::int32_t, kAgendaColumns> kAgendaWidths{
    2600, 8200, 3600, 2400, 2600, 5200, 4600, 3600, 2400, 2000, 2600};

// Headings are written in English and understood in every language, as those of the log.
[[nodiscard]] WordTable agendaHeadings(std::span<const Texts* const> languages);

struct AgendaPoint {
    std::string deal; // or resource, item, customer or person
    std::string what;
    std::string who;
    std::optional<planning::Day> day;
    std::optional<planning::Money> value;
    std::string proposal;
    std::string reference; // what a decision typed beside it is about
    bool is_urgent = false;

    friend bool operator==(const AgendaPoint&, const AgendaPoint&) = default;
};

struct AgendaSection {
    std::string title;
    std::vector<AgendaPoint> points;
    std::size_t more = 0; // that are not among the points
    bool takes_decisions = true;
};

struct AgendaPages {
    std::string title;
    std::vector<std::string> intro; // who should come, the reviews before and after
    std::vector<AgendaSection> sections;
};

// `proposals` has the best way out of each conflict as a sentence, by Agenda::conflicts; it may be
// shorter. `targets` are those the agenda was made with.
[[nodiscard]] AgendaPages agendaPages(const review::ReviewBook& book, const review::Agenda& agenda,
                                      std::span<const review::SharedTarget> targets,
                                      std::span<const std::string> proposals, const Saying& saying);

// By rows, then columns.
[[nodiscard]] std::vector<ShownCell> agendaCells(const AgendaPages& pages, const Texts& texts);

struct AgendaMail {
    std::vector<std::string> to;      // addresses
    std::vector<std::string> without; // names of attendees without an address
    std::string subject;
    std::string body; // lines end in "\n"; at most about kMostMailBytes
};

// What the draft of a mail may hold: the desktop hands it on as one argument of a command, which the
// system limits to 128 KiB, escaped.
inline constexpr std::size_t kMostMailBytes = 20'000;

// `mails` are the addresses by key of the person, as PeopleReading has them. Points that would make the
// body too long are counted as those beyond kMostPoints are.
[[nodiscard]] AgendaMail agendaMail(const AgendaPages& pages, const review::Agenda& agenda,
                                    const std::map<std::string, std::string, std::less<>>& mails,
                                    const Texts& texts);

// Beginnings of references; what follows is a deal, a row number of the log, the key of a finding.
inline constexpr std::string_view kDealReference = "deal ";
inline constexpr std::string_view kRequestReference = "request ";
inline constexpr std::string_view kFindingReference = "finding: ";
// The whole reference of a row that nothing can be decided about.
inline constexpr std::string_view kInformationReference = "for information";

} // namespace keepable::views
