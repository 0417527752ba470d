// SPDX-License-Identifier: MPL-2.0
#include "office/setup/setup_writer.hpp"

#include "office/convert.hpp"
#include "office/setup/cell_writer.hpp"
#include "tables/names.hpp"
#include "tables/settings_reader.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr std::int32_t kMostRows = 1000; // of settings, and of the list

SheetReference newSheet(const SpreadsheetDocument& document) {
    const auto sheets = document->getSheets();
    const Reference<css::container::XIndexAccess> by_index(sheets, UNO_QUERY_THROW);
    const rtl::OUString name = toOffice(kSetupSheetName);
    sheets->insertNewByName(name, static_cast<sal_Int16>(by_index->getCount()));
    return SheetReference(sheets->getByName(name), UNO_QUERY_THROW);
}

bool isBlankRow(const SheetReference& sheet, std::int32_t row) {
    for (std::int32_t column = 0; column < views::kSetupColumns; ++column) {
        if (!shownAt(sheet, column, row).empty()) {
            return false;
        }
    }
    return true;
}

// What an earlier run wrote on the sheet, and the user perhaps enlarged.
struct Present {
    std::int32_t settings_rows = 0;
    std::int32_t list_row = 0;     // first of the list of columns; its heading
    std::int32_t list_end_row = 0; // below its last
};

Present presentOn(const SheetReference& sheet, std::int32_t first_row,
                  std::int32_t settings_rows_of_plan) {
    Present present;
    const std::int32_t settings = first_row + views::kSettingsRow;
    if (tables::settingNamed(shownAt(sheet, 0, settings)) != tables::SettingName::kNone) {
        std::int32_t rows = 1;
        while (rows < kMostRows && !isBlankRow(sheet, settings + rows)) {
            ++rows;
        }
        present.settings_rows = std::max(rows, settings_rows_of_plan);
    }
    std::int32_t row =
        present.settings_rows > 0 ? settings + present.settings_rows + 1 : settings - 1;
    for (std::int32_t gap = 0; gap < views::kSettingsRow && isBlankRow(sheet, row); ++gap) {
        ++row;
    }
    present.list_row = row;
    while (row < present.list_row + kMostRows && !isBlankRow(sheet, row)) {
        ++row;
    }
    present.list_end_row = row;
    return present;
}

// As every look of the list is.
bool isWrapped(const CellReference& cell) {
    bool is_wrapped = false;
    Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)
        ->getPropertyValue("IsTextWrapped") >>= is_wrapped;
    return is_wrapped;
}

class SheetUpdate {
  public:
    SheetUpdate(const SpreadsheetDocument& document, const SheetReference& sheet)
        : document_(document), sheet_(sheet), formats_(document) {}

    void write(const views::SetupSheet& content) {
        for (const views::SheetCell& cell : content.cells) {
            const CellReference target = sheet_->getCellByPosition(cell.column, cell.row);
            const bool was_empty = target->getType() == css::table::CellContentType_EMPTY;
            const bool is_written = setContent(target, cell.content);
            // An empty cell that has its look already is left alone, or setting up again would leave
            // a step to undo.
            if (was_empty && (is_written || !isWrapped(target))) {
                setLook(target, cell.look, formats_);
            }
        }
    }

    // Makes room for settings that are new, below those there are.
    void addSettingsRows(Present& present, std::int32_t first_row, std::int32_t count) {
        if (count > 0 && present.settings_rows > 0) {
            const Reference<css::table::XColumnRowRange> rows(sheet_, UNO_QUERY_THROW);
            rows->getRows()->insertByIndex(first_row + views::kSettingsRow + present.settings_rows,
                                           count);
            present.list_row += count;
            present.list_end_row += count;
        }
    }

    // The user's answers to questions asked before.
    void answer(std::int32_t first_row, std::int32_t settings_rows,
                const std::vector<views::SettingRow>& rows) {
        for (const views::SettingRow& row : rows) {
            const std::int32_t at = rowOfSetting(first_row, settings_rows, row.name);
            if (at >= 0 && !row.value.empty()) {
                (void)setContent(sheet_->getCellByPosition(1, at), row.value);
            }
        }
    }

    [[nodiscard]] std::int32_t rowOfSetting(std::int32_t first_row, std::int32_t settings_rows,
                                            const std::string& name) const {
        for (std::int32_t row = 0; row < settings_rows; ++row) {
            const std::int32_t at = first_row + views::kSettingsRow + row;
            if (tables::foldedName(shownAt(sheet_, 0, at)) == tables::foldedName(name)) {
                return at;
            }
        }
        return -1;
    }

    // Makes room for a longer list, or clears what a shorter one leaves behind.
    void fit(const Present& present, const views::SetupSheet& content) {
        std::int32_t free_row = present.list_end_row;
        while (free_row < content.end_row && isBlankRow(sheet_, free_row)) {
            ++free_row;
        }
        if (free_row < content.end_row) {
            const Reference<css::table::XColumnRowRange> rows(sheet_, UNO_QUERY_THROW);
            rows->getRows()->insertByIndex(present.list_end_row, content.end_row - free_row);
        }
        clearRows(content.end_row, present.list_end_row);
    }

    void clearRows(std::int32_t first, std::int32_t end) {
        if (first < end) {
            namespace flags = css::sheet::CellFlags;
            const Reference<css::sheet::XSheetOperation> cells(
                sheet_->getCellRangeByPosition(0, first, views::kSetupColumns - 1, end - 1),
                UNO_QUERY_THROW);
            cells->clearContents(flags::VALUE | flags::DATETIME | flags::STRING | flags::FORMULA |
                                 flags::HARDATTR);
        }
    }

  private:
    const SpreadsheetDocument& document_;
    SheetReference sheet_;
    CellFormats formats_;
};

std::string sheetReference(const SheetReference& sheet) {
    const std::string cell = absoluteName(sheet->getCellByPosition(0, 0));
    return cell.substr(0, cell.rfind('.'));
}

// How many rows of our own sheet the plan reads as settings, and whether they begin where they
// should.
struct PlannedSettings {
    std::int32_t rows = 0;
    bool is_in_place = true;
};

PlannedSettings plannedSettings(const SpreadsheetDocument& document, const OwnSheet& own) {
    const RangeReference range =
        own.plan_cell.is() ? planArguments(document, own.plan_cell).settings : RangeReference{};
    if (!range.is()) {
        return {};
    }
    const CellArea address = areaOf(range);
    if (address.Sheet != addressOf(own.plan_cell).Sheet) {
        return {};
    }
    return {address.EndRow - address.StartRow + 1,
            address.StartRow == own.first_row + views::kSettingsRow && address.StartColumn == 0};
}

CellReference updatePlanCell(const OwnSheet& own, const SpreadsheetDocument& document,
                             const views::SetupPlan& plan) {
    std::string settings = plan.settings.reference;
    if (settings.empty() && own.plan_cell.is()) {
        const RangeReference range = planArguments(document, own.plan_cell).settings;
        settings = range.is() ? absoluteName(range) : std::string{};
    }
    const CellReference cell =
        own.plan_cell.is() ? own.plan_cell
                           : own.sheet->getCellByPosition(
                                 views::kPlanColumn, std::max(0, own.first_row) + views::kPlanRow);
    setContent(cell, views::planFormula(plan, settings));
    return cell;
}

} // namespace

void addToSettings(const SheetReference& sheet, const tables::FoundTable& settings,
                   std::vector<views::SettingRow>& rows) {
    std::int32_t free_row = settings.last_filled_row + 1;
    const std::int32_t column = settings.range.first_column;
    std::erase_if(rows, [&](const views::SettingRow& row) {
        if (row.value.empty()) {
            return false;
        }
        std::int32_t at = settings.range.first_row;
        while (at < free_row &&
               tables::foldedName(shownAt(sheet, column, at)) != tables::foldedName(row.name)) {
            ++at;
        }
        if (at > settings.range.last_row) {
            return false;
        }
        free_row = std::max(free_row, at + 1);
        (void)setContent(sheet->getCellByPosition(column, at), row.name);
        (void)setContent(sheet->getCellByPosition(column + 1, at), row.value);
        return true;
    });
}

CellReference writeSetupSheet(const SpreadsheetDocument& document,
                              const std::optional<OwnSheet>& own, const views::SetupPlan& plan,
                              const views::Texts& texts) {
    const PlannedSettings planned = own ? plannedSettings(document, *own) : PlannedSettings{};
    if (own && !(own->is_in_shape && planned.is_in_place)) {
        return updatePlanCell(*own, document, plan);
    }
    const SheetReference sheet = own ? own->sheet : newSheet(document);
    const std::int32_t first_row = own ? own->first_row : 0;
    SheetUpdate update{document, sheet};
    Present present;
    if (own) {
        present = presentOn(sheet, first_row, planned.rows);
    }
    views::SetupPlan to_write = plan;
    if (own && plan.settings.reference.empty()) {
        update.answer(first_row, present.settings_rows, plan.new_settings);
        std::erase_if(to_write.new_settings, [&](const views::SettingRow& row) {
            return update.rowOfSetting(first_row, present.settings_rows, row.name) >= 0;
        });
    }
    const views::SetupSheet content =
        views::setupSheet(to_write, texts, sheetReference(sheet), first_row, present.settings_rows);
    if (own) {
        if (plan.settings.reference.empty()) {
            update.addSettingsRows(present, first_row,
                                   static_cast<std::int32_t>(to_write.new_settings.size()));
        }
        update.fit(present, content);
    } else {
        for (std::int32_t column = 0; column < views::kSetupColumns; ++column) {
            setColumnWidth(sheet, column, views::kSetupWidths[static_cast<std::size_t>(column)]);
        }
    }
    update.write(content);
    return sheet->getCellByPosition(views::kPlanColumn, first_row + views::kPlanRow);
}

} // namespace keepable::office
