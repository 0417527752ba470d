// SPDX-License-Identifier: MPL-2.0
#include "office/proposals/block_commands.hpp"

#include "office/action.hpp"
#include "office/navigation.hpp"
#include "office/own_sheet.hpp"
#include "office/sheet_snapshot.hpp"
#include "office/shown_sheet.hpp"
#include "views/own_blocks.hpp"

#include <mutex>
#include <utility>
#include <vector>

namespace keepable::office {

namespace {

// Made before anything is written: writing lets the host ask the plan.
std::vector<views::ShownCell> cellsOf(views::OwnBlock block, std::int32_t row, StoredPlan& plan,
                                      const views::Texts& texts) {
    const std::scoped_lock lock(plan.mutex);
    return views::newBlock(block, row, plan.answers, texts);
}

CommandOutcome goToBlock(const CommandCall& call, views::OwnBlock block) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = planObstacle(texts, *call.workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const SpreadsheetDocument document = call.workbook->document();
    const auto own = findOwnSheet(document);
    if (!own) {
        return {false, texts("blocks.noSheet")};
    }
    const tables::Grid cells = readCells(RangeReference(own->sheet, css::uno::UNO_QUERY_THROW));
    std::int32_t row = views::rowOfBlock(cells, block);
    if (row < 0) {
        row = usedArea(own->sheet).EndRow + 2;
        const CommandOutcome added =
            asStep(call, "blocks.undo",
                   [&](UndoStep&, const WorkplacePointer&, Workbook& workbook) -> CommandOutcome {
                       if (std::string sentence =
                               protectionObstacle(texts, document, areaOf(own->sheet).Sheet);
                           !sentence.empty()) {
                           return {false, std::move(sentence)};
                       }
                       ShownSheet shown(document, own->sheet);
                       shown.write(cellsOf(block, row, *workbook.plan(), texts));
                       return {};
                   });
        if (!added.is_done) {
            return added;
        }
        ++row; // below the explanation
    }
    if (call.frame.is()) {
        static_cast<void>(
            goToCell(call.frame->getController(), own->sheet->getCellByPosition(0, row)));
    }
    return {};
}

} // namespace

Commands blockCommands() {
    Commands commands;
    commands["whatif"].run = [](const CommandCall& call) {
        return goToBlock(call, views::OwnBlock::kWhatIfs);
    };
    commands["strategies"].run = [](const CommandCall& call) {
        return goToBlock(call, views::OwnBlock::kStrategies);
    };
    return commands;
}

} // namespace keepable::office
