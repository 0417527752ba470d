// SPDX-License-Identifier: MPL-2.0
#include "office/review/own_tables.hpp"

#include "office/action.hpp"
#include "office/navigation.hpp"
#include "office/sheet_print.hpp"

#include <algorithm>

namespace keepable::office {

namespace {

constexpr std::size_t kMostProblems = 8;

} // namespace

std::string sentencesOf(const std::vector<views::SheetProblem>& problems,
                        const views::Texts& texts) {
    std::string all;
    for (std::size_t i = 0; i < std::min(problems.size(), kMostProblems); ++i) {
        all += all.empty() ? "" : "\n";
        all += problems[i].row == 0 ? problems[i].sentence
                                    : texts("review.rowProblem", {std::to_string(problems[i].row),
                                                                  problems[i].sentence});
    }
    return all;
}

void goToRow(const CommandCall& call, const std::string& sheet_name, std::int32_t row) {
    const SheetReference sheet = sheetNamed(call.workbook->document(), sheet_name);
    if (sheet.is() && call.frame.is()) {
        goToCell(call.frame->getController(), sheet->getCellByPosition(0, row));
    }
}

CommandOutcome makeTable(const CommandCall& call, const NewTable& table) {
    const views::Texts& texts = call.workplace->texts;
    const SpreadsheetDocument document = call.workbook->document();
    if (sheetNamed(document, table.sheet).is()) {
        return {false, texts("review.sheetTaken", {table.sheet})};
    }
    CommandOutcome outcome =
        asStep(call, table.title, [&](UndoStep&, const WorkplacePointer&, Workbook&) {
            const SheetReference sheet = addSheet(document, table.sheet);
            ShownSheet writer(document, sheet);
            writer.setWidths(table.widths);
            writer.write(table.cells);
            writer.fitRows();
            const auto heading = std::ranges::find(table.cells, views::ShownLook::kTableHeading,
                                                   &views::ShownCell::look);
            setPrinting(document, table.sheet, heading == table.cells.end() ? 0 : heading->row);
            if (table.and_then) {
                table.and_then(sheet);
            }
            return CommandOutcome{true, texts("review.tableMade", {table.sheet})};
        });
    if (outcome.is_done && !call.is_silent) {
        goToRow(call, std::string{table.sheet}, table.cells.front().row);
    }
    return outcome;
}

} // namespace keepable::office
