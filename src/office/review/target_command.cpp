// SPDX-License-Identifier: MPL-2.0
#include "office/review/target_command.hpp"

#include "office/action.hpp"
#include "office/convert.hpp"
#include "office/frozen_mark.hpp"
#include "office/review/own_tables.hpp"
#include "office/review_record.hpp"
#include "views/target_formulas.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace keepable::office {

namespace {

// Metric, Baseline, Target, From, Due, Sales owner, Ops owner, Actual, Now, Progress, Standing
constexpr std::array<std::int32_t, views::kTargetColumns> kTargetWidths{
    6000, 2600, 2600, 2600, 2600, 3800, 3800, 2600, 8600, 2600, 3200};
constexpr std::array kFirstTargets{review::Metric::kKeepableValue, review::Metric::kKeptRate,
                                   review::Metric::kRevenueGrowth, review::Metric::kCostPerHour};

// "$'Keepable Decisions'"
std::string sheetReference(const SheetReference& sheet) {
    const std::string cell = absoluteName(sheet->getCellByPosition(0, 0));
    return cell.substr(0, cell.rfind('.'));
}

bool isUsersFormula(const CellReference& cell) {
    return cell->getType() == css::table::CellContentType_FORMULA &&
           cell->getFormula().toAsciiUpperCase().indexOf("KEEPABLE.PROMISES.") < 0;
}

// Writes the formulas of one table of targets.
class TargetWriter {
  public:
    TargetWriter(const CommandCall& call, const SheetReference& sheet,
                 const views::TargetReading& reading)
        : texts_(call.workplace->texts), workbook_(*call.workbook), document_(workbook_.document()),
          sheet_(sheet), reading_(reading) {}

    // How many cells the user has formulas in.
    std::size_t write(ReviewRecord& record) {
        ShownSheet writer(document_, sheet_);
        const std::string log = absoluteName(logCell(record, writer));
        std::size_t kept = 0;
        for (const views::PlacedFormula& formula :
             views::targetFormulas(reading_, absoluteName(workbook_.planCell()), log)) {
            if (isUsersFormula(sheet_->getCellByPosition(formula.column, formula.row))) {
                ++kept;
            } else {
                writer.writeFormula(formula);
            }
        }
        return kept;
    }

  private:
    // The one that reads the decisions, wherever it is; else a new one.
    CellReference logCell(ReviewRecord& record, ShownSheet& writer) {
        const std::vector<CellReference> present = findLogCells(document_);
        if (!present.empty()) {
            return present.front();
        }
        SheetReference decisions = sheetNamed(document_, views::kDecisionsSheet);
        if (!decisions.is()) {
            static_cast<void>(
                record.openLog(workbook_, texts_)); // nothing is in the way of a new one
            decisions = sheetNamed(document_, views::kDecisionsSheet);
        }
        const auto [row, column] = placeForLog();
        const views::ShownCell label{row, column, views::SheetValue::of(texts_("targets.log")),
                                     views::ShownLook::kNote};
        writer.write({&label, 1});
        writer.writeFormula(
            {row, column + 1,
             views::logFormula(sheetReference(decisions), usedArea(decisions).EndColumn + 1),
             false});
        return sheet_->getCellByPosition(column + 1, row);
    }

    // On our own sheet above the headings, on another right of all that is used.
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> placeForLog() const {
        const std::int32_t above = reading_.heading_row - 1;
        if (nameOf(sheet_) == kTargetsSheet && above >= 0 && shownAt(sheet_, 0, above).empty() &&
            shownAt(sheet_, 1, above).empty()) {
            return {above, 0};
        }
        return {reading_.heading_row, usedArea(sheet_).EndColumn + 2};
    }

    const views::Texts& texts_;
    Workbook& workbook_;
    SpreadsheetDocument document_;
    SheetReference sheet_;
    const views::TargetReading& reading_;
};

CommandOutcome writeStandings(const CommandCall& call, ReviewRecord& record) {
    const views::Texts& texts = call.workplace->texts;
    const SpreadsheetDocument document = call.workbook->document();
    const SheetReference sheet = sheetNamed(document, record.targetsSheet());
    if (isProtected(sheet)) {
        return {false, texts("highlight.protected", {record.targetsSheet()})};
    }
    return asStep(call, "targets.undo", [&](UndoStep&, const WorkplacePointer&, Workbook&) {
        std::string sentences = sentencesOf(record.targets().problems, texts);
        if (!call.workbook->planCell().is()) {
            ShownSheet(document, sheet)
                .writeValues(views::standingCells(record.targets(), record.book(),
                                                  {texts, record.context().locale}));
        } else if (const std::size_t kept =
                       TargetWriter(call, sheet, record.targets()).write(record);
                   kept > 0) {
            sentences += (sentences.empty() ? "" : "\n") + texts.counted("targets.kept", kept);
        }
        return CommandOutcome{true, std::move(sentences)};
    });
}

// As readTargets() would find the new table.
views::TargetReading newReading(const std::vector<views::ShownCell>& cells,
                                std::vector<review::SharedTarget> targets) {
    views::TargetReading reading;
    reading.has_table = true;
    reading.heading_row =
        std::ranges::find(cells, views::ShownLook::kTableHeading, &views::ShownCell::look)->row;
    for (std::size_t column = 0; column < views::kTargetColumns; ++column) {
        reading.columns[column] = static_cast<std::int32_t>(column);
    }
    std::int32_t row = reading.heading_row + 1;
    for (review::SharedTarget& target : targets) {
        target.sheet_row = ++row; // as shown
    }
    reading.targets = std::move(targets);
    return reading;
}

CommandOutcome makeTargets(const CommandCall& call, ReviewRecord& record) {
    std::vector<review::SharedTarget> first(kFirstTargets.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        first[i].metric = kFirstTargets[i];
    }
    NewTable table{kTargetsSheet, views::newTargetTable(first, 0, call.workplace->texts),
                   kTargetWidths, "targets.undo"};
    if (call.workbook->planCell().is()) {
        table.and_then = [&,
                          reading = newReading(table.cells, first)](const SheetReference& sheet) {
            TargetWriter(call, sheet, reading).write(record);
        };
    }
    return makeTable(call, table);
}

} // namespace

CommandOutcome runTargets(const CommandCall& call) {
    if (frozenMark(call.workbook->document())) {
        return {false, call.workplace->texts("freeze.first")};
    }
    // Without a plan the standings are values, so nothing is in the way.
    static_cast<void>(planObstacle(call.workplace->texts, *call.workbook));
    const auto record =
        ReviewRecord::of(*call.workplace, *call.workbook, ReviewRecord::Search::kThorough);
    if (!record->targets().has_table) {
        return makeTargets(call, *record);
    }
    goToRow(call, record->targetsSheet(), record->targets().heading_row);
    return writeStandings(call, *record);
}

} // namespace keepable::office
