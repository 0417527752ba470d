// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/freeze.hpp"

#include "office/action.hpp"
#include "office/convert.hpp"
#include "office/deals_area.hpp"
#include "office/frozen_mark.hpp"
#include "office/highlight/formula_blocks.hpp"
#include "office/highlight/frozen_looks.hpp"
#include "office/highlight/frozen_table.hpp"
#include "office/highlight/highlight.hpp"
#include "office/obstacles.hpp"
#include "office/own_sheet.hpp"
#include "tables/names.hpp"

#include <com/sun/star/sheet/XCellRangeData.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace keepable::office {

namespace {

using Kind = FrozenEntry::Kind;

CommandOutcome notDone(std::string sentence) {
    return {false, std::move(sentence)};
}

struct Shown {
    FormulaBlock block;
    CellValues values;
    std::vector<std::string> errors;
};

struct Highlighted {
    ConditionalFormat format;
    CellReference plan_cell;
    std::vector<LookCells> looks;
    std::optional<std::int32_t> deal_column;
};

// Each highlighting of the document with its plan cell, the looks by that plan's verdicts.
std::vector<Highlighted> highlightings(Workbook& workbook) {
    std::vector<Highlighted> result;
    const SpreadsheetDocument document = workbook.document();
    const auto formats = conditionalFormats(document);
    const CellReference chosen = workbook.planCell();
    const auto cells = workbook.planCells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (const ConditionalFormat& format : formats) {
            if (asks(format, document, cells[i])) {
                workbook.choosePlanCell(i);
                const auto deals = dealsArea(workbook);
                result.push_back({format, cells[i], shownLooks(workbook, format),
                                  deals ? deals->deal_column : std::nullopt});
            }
        }
    }
    const auto found = std::find(cells.begin(), cells.end(), chosen);
    if (found != cells.end()) {
        workbook.choosePlanCell(static_cast<std::size_t>(found - cells.begin()));
    }
    return result;
}

template <class Entries, class AreaOf>
std::string protection(const views::Texts& texts, const SpreadsheetDocument& document,
                       const Entries& entries, AreaOf area_of) {
    std::set<std::int32_t> sheets;
    for (const auto& entry : entries) {
        sheets.insert(area_of(entry).Sheet);
    }
    for (const std::int32_t sheet : sheets) {
        if (std::string sentence = protectionObstacle(texts, document, sheet); !sentence.empty()) {
            return sentence;
        }
    }
    return {};
}

CellArea cellArea(const CellReference& cell) {
    const auto at = addressOf(cell);
    return {at.Sheet, at.Column, at.Row, at.Column, at.Row};
}

// What each row of the deals is called: by its deal, a further line of one by its number, too.
std::map<std::int32_t, std::string> namesOfRows(const SpreadsheetDocument& document,
                                                CellArea column) {
    std::map<std::int32_t, std::string> names;
    column.EndRow = std::min(column.EndRow, usedArea(sheetAt(document, column.Sheet)).EndRow);
    if (column.EndRow < column.StartRow) {
        return names;
    }
    const css::uno::Reference<css::sheet::XCellRangeData> cells(rangeAt(document, column),
                                                                css::uno::UNO_QUERY_THROW);
    const auto rows = cells->getDataArray();
    std::map<std::string, int> lines;
    for (sal_Int32 i = 0; i < rows.getLength(); ++i) {
        tables::TextPool texts;
        const std::string deal = tables::dealKey(cellFrom(rows[i][0], texts));
        if (!deal.empty()) {
            const int line = ++lines[deal];
            names[column.StartRow + i] = line == 1 ? deal : deal + " #" + std::to_string(line);
        }
    }
    return names;
}

// What must be written down to bring the highlighting back.
void appendEntries(const SpreadsheetDocument& document, const Highlighted& highlighted,
                   std::vector<FrozenEntry>& entries) {
    const CellArea all = around(highlighted.format.areas);
    FrozenEntry whole{Kind::kHighlight, cellArea(highlighted.plan_cell), "", {all}, "", {}};
    std::map<std::int32_t, std::string> names;
    if (highlighted.deal_column) {
        const CellArea column{all.Sheet, *highlighted.deal_column, all.StartRow,
                              *highlighted.deal_column, all.EndRow};
        whole.references.emplace_back(column);
        names = namesOfRows(document, column);
    }
    entries.push_back(std::move(whole));
    for (const LookCells& cells : highlighted.looks) {
        for (const CellArea& area : cells.areas) {
            entries.push_back({Kind::kLook, area, formatText(cells.look), {}, "", {}});
        }
        for (const FormatCells& format : directFormats(document, cells.areas)) {
            for (std::int32_t row = format.area.StartRow; row <= format.area.EndRow; ++row) {
                CellArea area = format.area;
                const auto name = names.find(row);
                // Of a deal the columns count: its row may become another's, and go with it.
                area.StartRow = name == names.end() ? row : all.StartRow;
                area.EndRow = name == names.end() ? row : all.EndRow;
                entries.push_back({Kind::kFormat,
                                   area,
                                   format.format,
                                   {},
                                   name == names.end() ? "" : name->second,
                                   {}});
            }
        }
    }
}

constexpr std::size_t kPartsOfFreeze = 4;
constexpr std::size_t kPartsOfUnfreeze = 3;

CommandOutcome freeze(UndoStep& step, const WorkplacePointer& workplace, Workbook& workbook,
                      Progress& progress) {
    const views::Texts& texts = workplace->texts;
    const SpreadsheetDocument document = workbook.document();
    if (frozenMark(document)) {
        return notDone(texts("freeze.already"));
    }
    workbook.refresh(true);
    const auto blocks = keepableFormulas(document);
    if (blocks.empty()) {
        return notDone(texts("freeze.nothing"));
    }
    const auto broken = std::find_if(blocks.begin(), blocks.end(), [](const FormulaBlock& block) {
        return block.formula.find("#REF!") != std::string::npos;
    });
    if (broken != blocks.end()) {
        return notDone(texts("freeze.broken", {absoluteName(rangeAt(document, broken->area))}));
    }
    if (std::string sentence = protection(texts, document, blocks,
                                          [](const FormulaBlock& block) { return block.area; });
        !sentence.empty()) {
        return notDone(std::move(sentence));
    }
    if (workbook.planCell().is() && isHighlighted(workbook)) {
        // After loading XLSX the plan must be made again before its verdicts can be told; a plan
        // cell with an error colours nothing.
        static_cast<void>(planObstacle(texts, workbook));
    }
    const std::vector<Highlighted> highlighted = highlightings(workbook);
    if (std::string sentence =
            protection(texts, document, highlighted,
                       [](const Highlighted& one) { return one.format.areas.front(); });
        !sentence.empty()) {
        return notDone(std::move(sentence));
    }

    // Everything is read before anything is written.
    progress.next("progress.read");
    const auto own = findOwnSheet(document);
    std::vector<Shown> shown;
    std::vector<FrozenEntry> entries;
    std::size_t cells = 0;
    for (const FormulaBlock& block : blocks) {
        progress.goOn();
        CellValues values = valuesOf(document, block);
        std::vector<std::string> errors = errorsOf(document, block, values);
        shown.push_back({block, values, std::move(errors)});
        entries.push_back({block.is_array ? Kind::kArray : Kind::kFormula,
                           block.area,
                           block.formula,
                           block.references,
                           "",
                           {}});
        cells += static_cast<std::size_t>(block.area.EndRow - block.area.StartRow + 1) *
                 static_cast<std::size_t>(block.area.EndColumn - block.area.StartColumn + 1);
    }
    for (const Highlighted& one : highlighted) {
        appendEntries(document, one, entries);
    }
    progress.next("progress.looks");
    for (const Highlighted& one : highlighted) {
        if (!removeHighlight(step, document, one.format)) {
            return notDone(texts("highlight.overlapped", {cellsText(one.format.areas)}));
        }
        for (const LookCells& look : one.looks) {
            applyFormat(document, look.areas, formatText(look.look));
        }
    }
    removeUnusedStyles(step, document);
    progress.next("progress.values");
    // Plan cells last: a formula calculated without its plan may be given a number format.
    std::for_each(shown.rbegin(), shown.rend(), [&](const Shown& block) {
        progress.goOn();
        writeValues(document, block.block, block.values, block.errors);
    });
    progress.next("progress.list");
    const std::string sheet =
        writeFrozenTable(document, texts, own ? own->sheet : SheetReference(), entries);
    workbook.refresh(true);
    return {true, texts(cells == 1 ? "freeze.done.one" : "freeze.done.many",
                        {std::to_string(cells), sheet})};
}

void bringBackHighlight(UndoStep& step, const WorkplacePointer& workplace, Workbook& workbook,
                        const CellArea& plan_cell) {
    const auto cells = workbook.planCells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto at = addressOf(cells[i]);
        if (at.Sheet == plan_cell.Sheet && at.Column == plan_cell.StartColumn &&
            at.Row == plan_cell.StartRow) {
            workbook.choosePlanCell(i);
            highlightInside(step, workplace, workbook);
            return;
        }
    }
}

FormulaBlock blockOf(const FrozenEntry& entry) {
    return {entry.area, entry.before, entry.kind == Kind::kArray, entry.references};
}

// Takes the looks from the cells and gives these the formats they had, wherever the deals stand.
void bringBackFormats(const SpreadsheetDocument& document, const FrozenTable& table) {
    std::set<std::string> looks;
    for (const FrozenEntry& entry : table.entries) {
        if (entry.kind == Kind::kLook) {
            looks.insert(entry.before);
        }
    }
    std::map<std::pair<std::int32_t, std::string>, std::int32_t> rows;
    for (const FrozenEntry& entry : table.entries) {
        if (entry.kind == Kind::kHighlight && !entry.references.empty() && entry.references[0]) {
            clearLooks(document, *entry.references[0], looks);
            if (entry.references.size() > 1 && entry.references[1]) {
                const CellArea& column = *entry.references[1];
                for (const auto& [row, name] : namesOfRows(document, column)) {
                    rows.emplace(std::pair{std::int32_t{column.Sheet}, name}, row);
                }
            }
        }
    }
    std::map<std::string, CellAreas> formats;
    for (const FrozenEntry& entry : table.entries) {
        if (entry.kind != Kind::kFormat) {
            continue;
        }
        CellArea area = entry.area;
        if (!entry.deal.empty()) {
            const auto row = rows.find({std::int32_t{area.Sheet}, entry.deal});
            if (row == rows.end()) {
                continue; // the deal has gone
            }
            area.StartRow = area.EndRow = row->second;
        }
        formats[entry.before].push_back(area);
    }
    for (const auto& [format, areas] : formats) {
        applyFormat(document, areas, format);
    }
}

// The first cells that did not take their formula, as when somebody changed the table.
std::string stillFrozen(const SpreadsheetDocument& document, const FrozenTable& table) {
    for (const FrozenEntry& entry : table.entries) {
        if ((entry.kind == Kind::kFormula || entry.kind == Kind::kArray) &&
            !holdsFormula(document, blockOf(entry))) {
            return cellsText({entry.area});
        }
    }
    return {};
}

CommandOutcome unfreeze(UndoStep& step, const WorkplacePointer& workplace, Workbook& workbook,
                        Progress& progress) {
    const views::Texts& texts = workplace->texts;
    const SpreadsheetDocument document = workbook.document();
    const auto table = readFrozenTable(document);
    if (!table) {
        return notDone(texts("freeze.notFrozen"));
    }
    for (const std::string& sentence :
         {protection(texts, document, table->entries,
                     [](const FrozenEntry& entry) { return entry.area; }),
          protectionObstacle(texts, document, table->area.Sheet)}) {
        if (!sentence.empty()) {
            return notDone(sentence);
        }
    }
    const auto each = [&](Kind kind, const auto& act) {
        for (const FrozenEntry& entry : table->entries) {
            if (entry.kind == kind) {
                act(entry);
            }
        }
    };
    progress.next("progress.formats");
    bringBackFormats(document, *table);
    progress.next("progress.formulas");
    each(Kind::kFormula, [&](const FrozenEntry& entry) {
        progress.goOn();
        writeFormulas(document, blockOf(entry), entry.written_for);
    });
    each(Kind::kArray, [&](const FrozenEntry& entry) {
        const auto write = [document, entry] {
            writeFormulas(document, blockOf(entry), entry.written_for);
        };
        if (meetConditionalFormats(document, {entry.area})) {
            // Undoing it the office would cut the formats.
            recordContents(step, document, entry.area);
            step.perform(write, [document, area = entry.area] { clearFormulas(document, area); });
            return;
        }
        write();
        step.add([] {}, write); // the office's own redo of it forgets the function's name (7.4)
    });
    progress.next("progress.highlight");
    workbook.refresh(true);
    each(Kind::kHighlight, [&](const FrozenEntry& entry) {
        bringBackHighlight(step, workplace, workbook, entry.area);
    });
    if (std::string place = stillFrozen(document, *table); !place.empty()) {
        return notDone(texts("freeze.notWritten", {place}));
    }
    // Last: removing its sheet shifts the sheets behind it, and with them all areas known here.
    removeFrozenTable(document, *table);
    workbook.refresh(true);
    if (!workbook.plan() && workbook.planCell().is()) {
        return {true, texts("freeze.undoneNoPlan",
                            {absoluteName(workbook.planCell()), workbook.planText()})};
    }
    return {true, table->lost == 0 ? texts("freeze.undone")
                                   : texts.counted("freeze.undoneExcept", table->lost)};
}

// What fails leaves nothing behind, and is told.
template <class Action>
CommandOutcome wholeOrNothing(const CommandCall& call, std::string_view title, std::size_t parts,
                              Action action) {
    Progress progress(call, title, parts);
    try {
        return asStep(call, title,
                      [&](UndoStep& step, const WorkplacePointer& workplace, Workbook& workbook) {
                          return action(step, workplace, workbook, progress);
                      });
    } catch (const css::uno::Exception& exception) {
        return notDone(call.workplace->texts("freeze.failed", {utf8(exception.Message)}));
    }
}

} // namespace

Commands freezeCommands() {
    Commands commands;
    commands["freeze"] = {[](const CommandCall& call) {
                              return wholeOrNothing(call, "freeze.title", kPartsOfFreeze, freeze);
                          },
                          {}};
    commands["unfreeze"] = {[](const CommandCall& call) {
                                return wholeOrNothing(call, "freeze.offTitle", kPartsOfUnfreeze,
                                                      unfreeze);
                            },
                            {}};
    return commands;
}

} // namespace keepable::office
