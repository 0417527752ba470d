// SPDX-License-Identifier: MPL-2.0
#include "views/setup_sheet.hpp"

#include "tables/grid.hpp"
#include "tables/names.hpp"
#include "views/recognition_words.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace keepable::views {

namespace {

using tables::Column;
using tables::ColumnRole;
using tables::TableKind;

struct NewSetting {
    std::string_view name; // as the settings reader knows it
    std::string_view key;  // of the explanation
    std::string_view value;
    std::int32_t rows = 1;
};

// Empty values are the defaults.
constexpr std::array kNewSettings{
    NewSetting{"As of", "setup.setting.as_of", "=TODAY()"},
    NewSetting{"Working days", "setup.setting.working_days", "Mon-Fri"},
    NewSetting{"Holidays", "setup.setting.holidays", "", 6},
    NewSetting{"Period length", "setup.setting.period_length", ""},
    NewSetting{"Period rule", "setup.setting.period_rule", "pro rata"},
    NewSetting{"Work ahead", "setup.setting.work_ahead", ""},
    NewSetting{"Fence", "setup.setting.fence", ""},
    NewSetting{"Rank by", "setup.setting.rank_by", "priority"},
    NewSetting{"Rank proposals by", "setup.setting.rank_proposals_by", "days late"},
    NewSetting{"Low chance", "setup.setting.low_chance", ""},
    NewSetting{"Scenarios", "setup.setting.scenarios", ""},
    NewSetting{"Best portfolio by", "setup.setting.portfolio_by", "value"},
    NewSetting{"Portfolio seconds", "setup.setting.portfolio_seconds", ""},
    NewSetting{"Firm", "setup.setting.firm", ""},
    NewSetting{"Held", "setup.setting.held", ""},
    NewSetting{"Tentative", "setup.setting.tentative", ""},
    NewSetting{"Closed", "setup.setting.closed", ""}};

// Where a range stands now, as a formula, so that it follows inserted rows and renamed sheets.
std::string placeFormula(const std::string& range) {
    const std::string first = "INDEX(" + range + ";1;1)";
    const std::string last = "INDEX(" + range + ";ROWS(" + range + ");COLUMNS(" + range + "))";
    return R"(=SUBSTITUTE(CELL("ADDRESS";)" + first + R"();"$";"")&":"&ADDRESS(ROW()" + last +
           ");COLUMN(" + last + ");4)";
}

std::string_view methodOf(DealAnswer answer) {
    switch (answer) {
    case DealAnswer::kStatus:
        return "status";
    case DealAnswer::kEarliest:
        return "earliest";
    case DealAnswer::kReason:
        return "reason";
    }
    return {};
}

std::string upper(std::string_view text) {
    std::string result{text};
    for (char& letter : result) {
        if (letter >= 'a' && letter <= 'z') {
            letter = static_cast<char>(letter - 'a' + 'A');
        }
    }
    return result;
}

class SheetWriter {
  public:
    SheetWriter(const SetupPlan& plan, const Texts& texts, std::string_view sheet,
                std::int32_t first_row)
        : plan_(plan), texts_(texts), sheet_(sheet), first_row_(first_row) {}

    SetupSheet run(std::int32_t settings_rows) {
        const bool has_own_settings = plan_.settings.reference.empty();
        const bool writes_settings = settings_rows == 0 && has_own_settings;
        const auto added =
            has_own_settings ? static_cast<std::int32_t>(plan_.new_settings.size()) : 0;
        const std::int32_t present = writes_settings ? newSettingsRows() : settings_rows;
        const std::int32_t rows = present + added;
        const std::string settings = has_own_settings ? ownRange(rows) : plan_.settings.reference;
        put(0, 0, texts_("setup.sheet.title"), CellLook::kTitle);
        put(1, 0, texts_("setup.sheet.purpose"), CellLook::kIntro);
        if (rows > 0) {
            put(kPlanRow - 1, 0, openQuestions(rows), CellLook::kIntro);
        }
        put(kPlanRow, 0, texts_("setup.sheet.plan"), CellLook::kLabel);
        put(kPlanRow, kPlanColumn, planFormula(plan_, settings), CellLook::kPlain);
        put(kPlanRow, 2, texts_("setup.sheet.plan_note"), CellLook::kNote);
        addTaken(has_own_settings, settings);
        std::int32_t row = kSettingsRow - 1;
        if (rows > 0) {
            put(row, 0, texts_("setup.sheet.setting"), CellLook::kHeading);
            put(row, 1, texts_("setup.sheet.value"), CellLook::kHeading);
            put(row, 2, texts_("setup.sheet.explanation"), CellLook::kHeading);
            if (writes_settings) {
                addSettings();
            }
            if (added > 0) {
                addNewSettings(kSettingsRow + present);
            }
            row = kSettingsRow + rows + 1;
        }
        row = addColumns(row);
        row = addFindings(row);
        if (!has_own_settings && !plan_.new_settings.empty()) {
            put(row, 0, texts_("setup.sheet.to_add"), CellLook::kHeading);
            put(row, 1, texts_("setup.sheet.value"), CellLook::kHeading);
            put(row, 2, texts_("setup.sheet.explanation"), CellLook::kHeading);
            addNewSettings(row + 1);
        }
        made_.end_row = made_.cells.back().row + 1;
        return std::move(made_);
    }

  private:
    void put(std::int32_t row, std::int32_t column, std::string content, CellLook look) {
        made_.cells.push_back({first_row_ + row, column, std::move(content), look});
    }

    [[nodiscard]] std::string ownRange(std::int32_t rows) const {
        const std::int32_t first = first_row_ + kSettingsRow + 1;
        return std::string{sheet_} + ".$A$" + std::to_string(first) + ":$B$" +
               std::to_string(first + rows - 1);
    }

    void addTaken(bool has_own_settings, const std::string& settings) {
        put(kTakenRow - 1, 0, texts_("setup.sheet.table"), CellLook::kHeading);
        put(kTakenRow - 1, 1, texts_("setup.sheet.range"), CellLook::kHeading);
        put(kTakenRow - 1, 2, texts_("setup.sheet.range_note"), CellLook::kHeading);
        put(kTakenRow - 1, 3, texts_("setup.sheet.recognised"), CellLook::kHeading);
        std::int32_t row = kTakenRow;
        for (const TakenTable* table : {&plan_.deals, &plan_.capacity, &plan_.items}) {
            put(row, 0, tableLabel(table->kind, texts_), CellLook::kLabel);
            const bool is_there = !table->reference.empty();
            put(row, 1, is_there ? placeFormula(table->reference) : texts_("setup.sheet.none"),
                CellLook::kPlain);
            put(row, 2,
                !is_there                 ? texts_("setup.sheet.no_items")
                : table->takes_rows_below ? texts_("setup.sheet.rows_below")
                                          : texts_("setup.sheet.rows_inside"),
                CellLook::kNote);
            put(row, 3, is_there ? recognisedAs(table->match, texts_) : std::string{},
                CellLook::kNote);
            ++row;
        }
        put(row, 0, tableLabel(TableKind::kSettings, texts_), CellLook::kLabel);
        put(row, 1, placeFormula(settings), CellLook::kPlain);
        put(row, 2,
            texts_(has_own_settings ? "setup.sheet.own_settings" : "setup.sheet.other_settings"),
            CellLook::kNote);
    }

    void addSettings() {
        std::int32_t row = kSettingsRow;
        for (const NewSetting& setting : kNewSettings) {
            for (std::int32_t i = 0; i < setting.rows; ++i, ++row) {
                put(row, 0, std::string{setting.name}, CellLook::kLabel);
                const bool is_date = setting.name == "As of" || setting.name == "Holidays";
                put(row, 1, std::string{setting.value},
                    is_date ? CellLook::kDateInput : CellLook::kInput);
                put(row, 2, i == 0 ? texts_(setting.key) : std::string{}, CellLook::kNote);
            }
        }
    }

    // How many rows of the settings are questions without an answer, as a formula.
    [[nodiscard]] std::string openQuestions(std::int32_t rows) const {
        const auto column = [&](const char* letter) {
            const std::int32_t first = first_row_ + kSettingsRow + 1;
            return std::string{"$"} + letter + "$" + std::to_string(first) + ":$" + letter + "$" +
                   std::to_string(first + rows - 1);
        };
        const std::string count =
            R"(SUMPRODUCT((LEFT()" + column("C") + R"(;1)="?")*()" + column("B") + R"(="")))";
        return "=IF(" + count + R"(=0;"";)" + count + R"(&" "&IF()" + count + R"(=1;")" +
               texts_("setup.sheet.open.one") + R"(";")" + texts_("setup.sheet.open.many") +
               R"(")))";
    }

    void addNewSettings(std::int32_t row) {
        for (const SettingRow& setting : plan_.new_settings) {
            put(row, 0, setting.name, CellLook::kLabel);
            put(row, 1, setting.value, CellLook::kInput);
            put(row, 2,
                setting.is_question ? texts_("setup.sheet.question", {setting.explanation})
                                    : setting.explanation,
                CellLook::kNote);
            ++row;
        }
    }

    // Behind the list.
    std::int32_t addColumns(std::int32_t row) {
        put(row, 0, texts_("setup.sheet.table"), CellLook::kHeading);
        put(row, 1, texts_("setup.sheet.heading_seen"), CellLook::kHeading);
        put(row, 2, texts_("setup.sheet.read_as"), CellLook::kHeading);
        put(row, 3, texts_("setup.sheet.why"), CellLook::kHeading);
        ++row;
        for (const TakenTable* table : {&plan_.deals, &plan_.capacity, &plan_.items}) {
            row =
                table->match.columns.empty() ? addRecognised(row, *table) : addMatched(row, *table);
        }
        return row;
    }

    std::int32_t addMatched(std::int32_t row, const TakenTable& table) {
        std::vector<std::string> periods;
        for (const tables::ColumnMatch& column : table.match.columns) {
            if (column.role == ColumnRole::kPeriodStart) {
                periods.push_back(column.heading);
                continue;
            }
            ColumnWords words = columnWords(column, table.match, table.promises, texts_);
            if (column.role == ColumnRole::kResourceHours) {
                words.read_as = texts_("setup.sheet.resource_hours");
            }
            addColumn(row, table, column.heading, std::move(words.read_as));
            put(row++, 3, std::move(words.why), CellLook::kPlain);
        }
        row = addPeriods(row, table, periods);
        for (const std::string& heading : table.other_columns) {
            const bool is_listed =
                std::ranges::any_of(table.match.columns, [&](const tables::ColumnMatch& column) {
                    return tables::foldedName(column.heading) == tables::foldedName(heading);
                });
            if (!is_listed && table.kind == TableKind::kCapacity) {
                addColumn(row++, table, heading, texts_("setup.sheet.not_read"));
            }
        }
        return row;
    }

    std::int32_t addPeriods(std::int32_t row, const TakenTable& table,
                            const std::vector<std::string>& periods) {
        if (!periods.empty()) {
            addColumn(row++, table,
                      texts_("setup.sheet.from_to", {periods.front(), periods.back()}),
                      texts_.counted("setup.sheet.periods", periods.size()));
        }
        return row;
    }

    std::int32_t addRecognised(std::int32_t row, const TakenTable& table) {
        std::vector<std::string> periods;
        for (const Column& column : table.columns) {
            if (column.role == ColumnRole::kPeriodStart) {
                periods.push_back(column.heading);
                continue;
            }
            addColumn(row++, table, column.heading,
                      std::string{tables::canonicalHeading(column.role)});
        }
        row = addPeriods(row, table, periods);
        for (const std::string& heading : table.other_columns) {
            addColumn(row++, table, heading, texts_("setup.sheet.not_read"));
        }
        return row;
    }

    void addColumn(std::int32_t row, const TakenTable& table, const std::string& heading,
                   std::string meaning) {
        put(row, 0, tableLabel(table.kind, texts_), CellLook::kPlain);
        put(row, 1, heading, CellLook::kPlain);
        put(row, 2, std::move(meaning), CellLook::kPlain);
    }

    // Directly below the list of columns, with which it makes one block of rows.
    std::int32_t addFindings(std::int32_t row) {
        if (plan_.findings.empty()) {
            return row;
        }
        put(row, 0, texts_("setup.sheet.table"), CellLook::kHeading);
        put(row, 1, texts_("setup.sheet.cell"), CellLook::kHeading);
        put(row, 2, texts_("setup.sheet.finding"), CellLook::kHeading);
        put(row, 3, std::string{}, CellLook::kHeading);
        for (const FindingRow& finding : plan_.findings) {
            ++row;
            put(row, 0, finding.table, CellLook::kPlain);
            put(row, 1, finding.cell, CellLook::kPlain);
            put(row, 2, finding.sentence, CellLook::kPlain);
        }
        return row + 1;
    }

    const SetupPlan& plan_;
    const Texts& texts_;
    std::string_view sheet_;
    std::int32_t first_row_;
    SetupSheet made_;
};

} // namespace

std::int32_t newSettingsRows() {
    std::int32_t rows = 0;
    for (const NewSetting& setting : kNewSettings) {
        rows += setting.rows;
    }
    return rows;
}

std::string planFormula(const SetupPlan& plan, std::string_view settings_reference) {
    std::string formula = "=keepable.Promises.";
    const bool has_items = !plan.items.reference.empty();
    formula += has_items ? "planItems(" : "plan(";
    formula += plan.deals.reference + ";" + plan.capacity.reference + ";";
    if (has_items) {
        formula += plan.items.reference + ";";
    }
    return formula + std::string{settings_reference} + ")";
}

SetupSheet setupSheet(const SetupPlan& plan, const Texts& texts, std::string_view sheet,
                      std::int32_t first_row, std::int32_t settings_rows) {
    return SheetWriter{plan, texts, sheet, first_row}.run(settings_rows);
}

std::string answerHeading(DealAnswer answer, const Texts& texts) {
    return texts("setup.column." + std::string{methodOf(answer)});
}

std::string answerFormula(DealAnswer answer, std::string_view plan_cell,
                          const std::vector<Column>& columns, std::int32_t row) {
    const std::string row_text = std::to_string(row);
    const auto cell = [&](std::int32_t column) {
        return "$" + tables::columnLetters(column) + row_text;
    };
    // Neighbouring recognised columns are looked at together. An error or a space is no empty cell,
    // text of no length is one, as for the reader.
    std::vector<std::int32_t> places;
    places.reserve(columns.size());
    for (const Column& column : columns) {
        places.push_back(column.column);
    }
    std::ranges::sort(places);
    std::string blank;
    std::string all;
    for (std::size_t first = 0; first < places.size();) {
        std::size_t end = first + 1;
        while (end < places.size() && places[end] == places[end - 1] + 1) {
            ++end;
        }
        const std::string run = cell(places[first]) + ":" + cell(places[end - 1]);
        blank += (blank.empty() ? "COUNTBLANK(" : "+COUNTBLANK(") + run + ")";
        all += (all.empty() ? "COLUMNS(" : "+COLUMNS(") + run + ")";
        first = end;
    }
    std::string key = R"("row "&ROW())";
    const auto deal = std::ranges::find(columns, ColumnRole::kDeal, &Column::role);
    if (deal != columns.end()) {
        // An error or spaces alone name no deal, for the reader as for this formula.
        const std::string name = cell(deal->column);
        key = "IF(TRIM(IFERROR(" + name + R"(;""))="";)" + key + ";" + name + ")";
    }
    std::string call = "keepable.Promises." + std::string{methodOf(answer)} + "(" +
                       std::string{plan_cell} + ";" + key + ")";
    if (answer == DealAnswer::kEarliest) {
        call = "IFNA(" + call + R"(;""))"; // a deal without such a date; the reason tells why
    }
    return "=IF(" + blank + "=" + all + R"(;"";)" + call + ")";
}

std::optional<DealAnswer> answerIn(std::string_view formula, std::string_view plan_cell) {
    const std::string text = upper(formula);
    if (!text.starts_with("=IF(COUNTBLANK(")) {
        return std::nullopt;
    }
    for (const DealAnswer answer : kDealAnswers) {
        const std::string call = "KEEPABLE.PROMISES." + upper(methodOf(answer)) + "(";
        const std::size_t at = text.find(call);
        if (at != std::string::npos &&
            (plan_cell.empty() ||
             text.substr(at + call.size()).starts_with(upper(plan_cell) + ";"))) {
            return answer;
        }
    }
    return std::nullopt;
}

std::string tableLabel(TableKind kind, const Texts& texts) {
    switch (kind) {
    case TableKind::kDeals:
        return texts("setup.deals");
    case TableKind::kCapacity:
        return texts("setup.capacity");
    case TableKind::kItems:
        return texts("setup.items");
    case TableKind::kSettings:
        return texts("setup.settings");
    }
    return {};
}

} // namespace keepable::views
