// SPDX-License-Identifier: MPL-2.0
//
// What the visible sheet Keepable says, as cells to be written: what it is, the plan cell, the
// tables taken, the settings with explanations, and how each column was read. Also the formulas
// beside the deals. All words come from Texts; names of settings and headings that are read again
// stay as the contract has them.
//
// Shape:   four columns from A. The plan cell stands in column B; everything else by its distance
//          from it. The settings table stands in the middle and grows with rows the user inserts;
//          the list of columns follows it, after one empty row, and then what was found in the cells.
//          Questions are rows of the settings without a value; their explanation begins with "?".
// Units:   rows and columns from 0; widths in 1/100 mm. Formulas as XCell.setFormula takes them.
// Source:  contract sections 2 and 5.
#pragma once

#include "tables/headings.hpp"
#include "tables/row_problem.hpp"
#include "views/promise_columns.hpp"
#include "views/texts.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

// A table that the plan reads.
struct TakenTable {
    tables::TableKind kind = tables::TableKind::kDeals;
    std::string reference; // "$Deals.$A$4:$H$1048576"; empty for a table that is not there
    bool takes_rows_below = false;
    std::vector<tables::Column> columns;
    std::vector<std::string> other_columns;
    tables::RowMatch match = {}; // every heading, with the reason why it is read as it is
    PromisePlaces promises = {}; // columns that a review reads
};

// A row of the settings that set up adds, with what it says for itself.
struct SettingRow {
    std::string name;
    std::string value; // empty: still to be answered
    std::string explanation;
    bool is_question = false;
};

struct FindingRow {
    std::string table;
    std::string cell; // "D9"
    std::string sentence;
};

struct SetupPlan {
    TakenTable deals;
    TakenTable capacity;
    TakenTable items;
    TakenTable settings;                       // no reference: the table on the sheet itself
    std::vector<SettingRow> new_settings = {}; // that no settings have yet
    std::vector<FindingRow> findings = {};
};

enum class CellLook : std::uint8_t {
    kPlain,
    kIntro,
    kTitle,
    kHeading,
    kLabel,
    kNote,
    kInput,
    kDateInput
};

struct SheetCell {
    std::int32_t row = 0;
    std::int32_t column = 0;
    std::string content; // text, or a formula when it begins with "="
    CellLook look = CellLook::kPlain;
};

struct SetupSheet {
    std::vector<SheetCell> cells; // by rows and columns, each at most once
    std::int32_t end_row = 0;     // below the last
};

// Where the parts stand, from the first row of the sheet's content.
inline constexpr std::int32_t kPlanRow = 3;
inline constexpr std::int32_t kPlanColumn = 1;
inline constexpr std::int32_t kTakenRow = 6; // Deals; below it Capacity, Items, Settings
inline constexpr std::int32_t kSettingsRow = 12;
inline constexpr std::int32_t kSetupColumns = 4;
inline constexpr std::array<std::int32_t, kSetupColumns> kSetupWidths{5200, 7600, 11000, 7600};

// How many rows the settings table has when it is new.
[[nodiscard]] std::int32_t newSettingsRows();

// `first_row` is where the content begins. `settings_rows` is the height of the settings table that
// stands there already and is left as it is; 0: it is written anew, unless other settings are used.
// `sheet` is the sheet's own name as references have it: "$Keepable".
[[nodiscard]] SetupSheet setupSheet(const SetupPlan& plan, const Texts& texts,
                                    std::string_view sheet, std::int32_t first_row,
                                    std::int32_t settings_rows);

// "=keepable.Promises.planItems(…;…;…;…)"
[[nodiscard]] std::string planFormula(const SetupPlan& plan, std::string_view settings_reference);

enum class DealAnswer : std::uint8_t { kStatus, kEarliest, kReason };
inline constexpr std::array kDealAnswers{DealAnswer::kStatus, DealAnswer::kEarliest,
                                         DealAnswer::kReason};
[[nodiscard]] std::string answerHeading(DealAnswer answer, const Texts& texts);
// The formula beside a row of the deals; `row` as shown, from 1. Empty text for an empty row.
[[nodiscard]] std::string answerFormula(DealAnswer answer, std::string_view plan_cell,
                                        const std::vector<tables::Column>& columns,
                                        std::int32_t row);
// Which answer a formula gives, when it is one of these columns' for this plan cell or, where that
// is empty, for any.
[[nodiscard]] std::optional<DealAnswer> answerIn(std::string_view formula,
                                                 std::string_view plan_cell);

// "Deals", in the user's language.
[[nodiscard]] std::string tableLabel(tables::TableKind kind, const Texts& texts);

} // namespace keepable::views
