// SPDX-License-Identifier: MPL-2.0
//
// What set up is about to do in a workbook, before anything is written: the range taken for each
// table, by itself or as the user points at it, and whether that will do.
//
// Rule:    ranges of an earlier set up are kept as long as their headings are still there; else the
//          best table found is taken. Of several equally good ones none is, and the user decides.
//          A range that holds a table found, down to its last row, goes as far down as that may.
//          The settings there are say how headings are read.
// Thread:  the office's main thread.
#pragma once

#include "office/setup/workbook_tables.hpp"
#include "office/workplace.hpp"
#include "tables/table_finder.hpp"
#include "views/setup_sheet.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::office {

inline constexpr std::array kTableKinds{tables::TableKind::kDeals, tables::TableKind::kCapacity,
                                        tables::TableKind::kItems, tables::TableKind::kSettings};

class SetupProposal {
  public:
    SetupProposal(Workplace& workplace, const SpreadsheetDocument& document);

    // What is taken now; none where there is no such table or the user has to choose.
    [[nodiscard]] const std::optional<tables::FoundTable>& table(tables::TableKind kind) const {
        return taken_[static_cast<std::size_t>(kind)].table;
    }
    // Of the table taken now, the columns that a review reads; none of any but the deals.
    [[nodiscard]] views::PromisePlaces promises(tables::TableKind kind) const;
    // All complete tables of this kind.
    [[nodiscard]] std::vector<tables::FoundTable> candidates(tables::TableKind kind) const;

    void take(tables::TableKind kind, const tables::FoundTable& table);
    void takeNone(tables::TableKind kind);
    // A range as the user writes it: "Deals.A4:H31", "$Deals.$A$4:$H$31" or a name. False when
    // there is no such range.
    bool takeRange(tables::TableKind kind, std::string_view range);

    // A range as the host names one pointed at, as the user reads it.
    [[nodiscard]] static std::string tidyRange(std::string range);
    // "Deals.A4:H31", as far as there are rows: for the user to see and change.
    [[nodiscard]] std::string rangeText(const tables::FoundTable& table) const;
    // Why it will not do, with what to do; empty when it will.
    [[nodiscard]] std::string problem(const views::Texts& texts) const;
    [[nodiscard]] std::string problemOf(tables::TableKind kind, const views::Texts& texts) const;
    [[nodiscard]] views::SetupPlan plan(const views::Texts& texts) const;

    // What was recognised in the tables taken now: questions, decisions and findings.
    [[nodiscard]] const tables::Recognition& recognition() const;
    // The user's answer to a question, or what is proposed; empty: open.
    [[nodiscard]] std::string answerTo(const tables::Question& question) const;
    void answer(const tables::Question& question, std::string_view value);
    // Questions that nothing answers yet.
    [[nodiscard]] std::size_t openQuestions() const;

    [[nodiscard]] const std::optional<OwnSheet>& ownSheet() const { return own_; }
    [[nodiscard]] SheetReference sheetOf(const tables::FoundTable& table) const {
        return workbook_.sheets[table.sheet];
    }

  private:
    struct Taken {
        std::optional<tables::FoundTable> table;
        std::vector<std::size_t> equals; // in workbook_.tables, when the user has to choose
        bool is_on_own_sheet = false;
        std::string unreadable; // a range written by the user that does not exist
    };

    void takeFirst(tables::TableKind kind, const RangeReference& earlier);
    void readSettings(const RangeReference& earlier);
    [[nodiscard]] std::vector<views::SettingRow> settingRows(const views::Texts& texts) const;
    void changed(tables::TableKind kind); // the table taken
    bool takePointed(tables::TableKind kind, const RangeReference& range);
    [[nodiscard]] RangeReference rangeWritten(std::string_view text) const;
    [[nodiscard]] std::string reference(const tables::FoundTable& table) const;
    [[nodiscard]] views::TakenTable takenTable(tables::TableKind kind) const;

    std::vector<const views::Texts*> languages_;
    SpreadsheetDocument document_;
    tables::ReadingContext context_;
    std::optional<OwnSheet> own_;
    WorkbookTables workbook_;
    tables::Grid settings_; // what the plan reads as settings now
    std::array<Taken, kTableKinds.size()> taken_;
    std::map<std::string, std::string, std::less<>> answers_; // by setting
    mutable std::optional<tables::Recognition> recognition_;  // of the tables taken now
};

} // namespace keepable::office
