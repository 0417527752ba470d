// SPDX-License-Identifier: MPL-2.0
#include "office/setup/setup_proposal.hpp"

#include "office/convert.hpp"
#include "office/document.hpp"
#include "office/header_profiles.hpp"
#include "tables/names.hpp"
#include "tables/reading_rules.hpp"
#include "views/recognition_words.hpp"
#include "views/setup_words.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using tables::CellBlock;
using tables::FoundTable;
using tables::TableKind;

constexpr std::int32_t kLastSheetRow = 1'048'575;

} // namespace

SetupProposal::SetupProposal(Workplace& workplace, const SpreadsheetDocument& document)
    : languages_(workplace.allTexts()), document_(document),
      context_(DocumentReader{workplace.context}.readingContext(
          DocumentReader::Document(document_, UNO_QUERY))),
      own_(findOwnSheet(document_)), workbook_(readWorkbook(document_, own_, context_)) {
    const PlanArguments earlier =
        own_ && own_->plan_cell.is() ? planArguments(document_, own_->plan_cell) : PlanArguments{};
    takeFirst(TableKind::kSettings, earlier.settings);
    readSettings(earlier.settings);
    findAgain(workbook_, context_);
    takeFirst(TableKind::kDeals, earlier.deals);
    takeFirst(TableKind::kCapacity, earlier.capacity);
    takeFirst(TableKind::kItems, earlier.items);
}

// From the table taken, else from our own sheet.
void SetupProposal::readSettings(const RangeReference& earlier) {
    RangeReference range = earlier;
    if (const auto& table = taken_[static_cast<std::size_t>(TableKind::kSettings)].table) {
        const CellBlock& block = table->range;
        range = workbook_.sheets[table->sheet]->getCellRangeByPosition(
            block.first_column, block.first_row, block.last_column,
            std::max(block.first_row, std::min(block.last_row, table->last_filled_row)));
    }
    if (range.is()) {
        const Reference<css::sheet::XCellRangeData> cells(range, UNO_QUERY_THROW);
        settings_ = gridFrom(css::uno::Any{cells->getDataArray()});
    }
    context_.rules = std::make_shared<const tables::ReadingRules>(
        tables::readReadingRules(settings_, context_, nullptr));
}

void SetupProposal::changed(TableKind kind) {
    recognition_.reset();
    if (kind == TableKind::kSettings) {
        settings_ = {};
        readSettings({});
    }
}

const tables::Recognition& SetupProposal::recognition() const {
    if (!recognition_) {
        std::vector<tables::SampledTable> samples;
        for (const TableKind kind : {TableKind::kDeals, TableKind::kCapacity, TableKind::kItems}) {
            const auto& taken = table(kind);
            if (taken && taken->isComplete()) {
                samples.push_back(sampleTable(sheetOf(*taken), *taken));
            }
        }
        recognition_ = tables::recognise(samples, &settings_, context_);
    }
    return *recognition_;
}

std::string SetupProposal::answerTo(const tables::Question& question) const {
    const auto given = answers_.find(question.setting);
    return given == answers_.end() ? question.proposed : given->second;
}

void SetupProposal::answer(const tables::Question& question, std::string_view value) {
    answers_.insert_or_assign(question.setting, std::string{value});
}

std::size_t SetupProposal::openQuestions() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(recognition().questions, [&](const tables::Question& question) {
            return answerTo(question).empty();
        }));
}

std::vector<views::SettingRow> SetupProposal::settingRows(const views::Texts& texts) const {
    std::vector<views::SettingRow> rows;
    const auto is_there = [&](const std::string& name) {
        return std::ranges::any_of(rows, [&](const views::SettingRow& row) {
            return tables::foldedName(row.name) == tables::foldedName(name);
        });
    };
    for (const tables::Decision& decision : recognition().decisions) {
        if (!is_there(decision.setting)) {
            rows.push_back(
                {decision.setting, decision.value, views::decisionText(decision, texts), false});
        }
    }
    for (const tables::Question& question : recognition().questions) {
        if (!question.setting.empty() && !is_there(question.setting)) {
            rows.push_back(
                {question.setting, answerTo(question), views::questionText(question, texts), true});
        }
    }
    return rows;
}

void SetupProposal::takeFirst(TableKind kind, const RangeReference& earlier) {
    Taken& taken = taken_[static_cast<std::size_t>(kind)];
    if (earlier.is()) {
        const auto table = readRange(kind, earlier, workbook_, context_);
        if (kind == TableKind::kSettings && !table) {
            return; // those on our own sheet
        }
        if (table && table->isComplete()) {
            taken.table = table;
            return;
        }
    }
    const auto best = tables::bestTables(workbook_.tables, kind);
    if (best.size() == 1) {
        taken.table = workbook_.tables[best.front()];
    } else {
        taken.equals = best;
    }
}

std::vector<FoundTable> SetupProposal::candidates(TableKind kind) const {
    std::vector<FoundTable> all;
    std::ranges::copy_if(workbook_.tables, std::back_inserter(all), [&](const FoundTable& table) {
        return table.kind == kind && table.isComplete();
    });
    return all;
}

void SetupProposal::take(TableKind kind, const FoundTable& table) {
    Taken& taken = taken_[static_cast<std::size_t>(kind)];
    taken = Taken{};
    taken.table = table;
    changed(kind);
}

void SetupProposal::takeNone(TableKind kind) {
    taken_[static_cast<std::size_t>(kind)] = Taken{};
    changed(kind);
}

bool SetupProposal::takeRange(TableKind kind, std::string_view text) {
    const RangeReference range = rangeWritten(text);
    if (!range.is()) {
        Taken& taken = taken_[static_cast<std::size_t>(kind)];
        taken = Taken{};
        taken.unreadable = text;
        changed(kind);
        return false;
    }
    const bool is_taken = takePointed(kind, range);
    changed(kind);
    return is_taken;
}

bool SetupProposal::takePointed(TableKind kind, const RangeReference& range) {
    Taken& taken = taken_[static_cast<std::size_t>(kind)];
    taken = Taken{};
    auto table = readRange(kind, range, workbook_, context_);
    if (!table) {
        taken.is_on_own_sheet = kind != TableKind::kSettings;
        return kind == TableKind::kSettings;
    }
    for (const FoundTable& found : workbook_.tables) {
        // Rows of a table stand for the table.
        if (!table->isComplete() && found.kind == kind && found.isComplete() &&
            found.sheet == table->sheet && found.range.meets(table->range)) {
            taken.table = found;
            return true;
        }
        if (found.kind == kind && found.sheet == table->sheet &&
            found.range.first_row == table->range.first_row &&
            found.range.first_column <= table->range.last_column &&
            table->range.first_column <= found.range.last_column &&
            table->range.last_row >= found.last_filled_row) {
            table->range.last_row = found.range.last_row;
        }
    }
    taken.table = table;
    return true;
}

RangeReference SetupProposal::rangeWritten(std::string_view written) const {
    const auto first = written.find_first_not_of(" $");
    if (first == std::string_view::npos) {
        return {};
    }
    const std::string text{written.substr(first)};
    try {
        const Reference<css::beans::XPropertySet> properties(document_, UNO_QUERY_THROW);
        const Reference<css::container::XNameAccess> names(
            properties->getPropertyValue("NamedRanges"), UNO_QUERY_THROW);
        if (names->hasByName(toOffice(text))) {
            const Reference<css::sheet::XCellRangeReferrer> referrer(
                names->getByName(toOffice(text)), UNO_QUERY_THROW);
            return referrer->getReferredCells();
        }
        // "!" where the host is set to write addresses as Excel does.
        const auto dot = text.find_last_of(".!", text.find(':'));
        if (dot == std::string::npos) {
            return {};
        }
        std::string sheet = text.substr(0, dot);
        if (sheet.size() > 1 && sheet.front() == '\'' && sheet.back() == '\'') {
            sheet = sheet.substr(1, sheet.size() - 2);
            for (auto at = sheet.find("''"); at != std::string::npos;
                 at = sheet.find("''", at + 1)) {
                sheet.erase(at, 1);
            }
        }
        const Reference<css::container::XNameAccess> sheets(document_->getSheets(),
                                                            UNO_QUERY_THROW);
        const SheetReference found(sheets->getByName(toOffice(sheet)), UNO_QUERY_THROW);
        // The second corner may name the sheet again.
        std::string cells = text.substr(dot + 1);
        if (const auto colon = cells.find(':'); colon != std::string::npos) {
            if (const auto again = cells.find_last_of(".!");
                again != std::string::npos && again > colon) {
                cells.erase(colon + 1, again - colon);
            }
        }
        return found->getCellRangeByName(toOffice(cells));
    } catch (const css::uno::Exception&) {
        return {}; // no such sheet, or no cells
    }
}

std::string SetupProposal::reference(const FoundTable& table) const {
    const CellBlock& range = table.range;
    std::string name = absoluteName(workbook_.sheets[table.sheet]->getCellRangeByPosition(
        range.first_column, range.first_row, range.last_column, range.last_row));
    if (range.first_row > 0 || range.last_row < kLastSheetRow) {
        return name;
    }
    // As Calc itself writes whole columns, so that the formula is seen to be the same.
    return name.substr(0, name.rfind('.')) + ".$" + tables::columnLetters(range.first_column) +
           ":$" + tables::columnLetters(range.last_column);
}

std::string SetupProposal::tidyRange(std::string range) {
    std::erase(range, '$');
    return range;
}

std::string SetupProposal::rangeText(const FoundTable& table) const {
    const CellBlock& range = table.range;
    const std::int32_t last_row =
        std::max(range.first_row, std::min(range.last_row, table.last_filled_row));
    return tidyRange(absoluteName(workbook_.sheets[table.sheet]->getCellRangeByPosition(
        range.first_column, range.first_row, range.last_column, last_row)));
}

std::string SetupProposal::problemOf(TableKind kind, const views::Texts& texts) const {
    const Taken& taken = taken_[static_cast<std::size_t>(kind)];
    if (!taken.unreadable.empty()) {
        return texts("setup.no_range", {taken.unreadable});
    }
    if (taken.is_on_own_sheet) {
        return texts("setup.own_sheet", {views::tableLabel(kind, texts)});
    }
    if (taken.equals.size() > 1) {
        return views::severalSentence(workbook_.tables[taken.equals[0]],
                                      workbook_.tables[taken.equals[1]], workbook_.names, texts);
    }
    const bool is_needed = kind == TableKind::kDeals || kind == TableKind::kCapacity;
    if (!taken.table) {
        return is_needed ? views::notFoundSentence(kind, workbook_.tables, workbook_.names, texts)
                         : std::string{};
    }
    if (!taken.table->isComplete() || taken.table->row_count == 0) {
        const FoundTable& table = *taken.table;
        return taken.table->isComplete()
                   ? texts("setup.no_rows", {views::tableLabel(kind, texts),
                                             views::placeOf(table, workbook_.names, texts)})
                   : views::incompleteSentence(table, workbook_.names, texts);
    }
    return {};
}

std::string SetupProposal::problem(const views::Texts& texts) const {
    for (const TableKind kind : kTableKinds) {
        if (std::string sentence = problemOf(kind, texts); !sentence.empty()) {
            return sentence;
        }
    }
    for (std::size_t one = 0; one < taken_.size(); ++one) {
        for (std::size_t other = one + 1; other < taken_.size(); ++other) {
            const auto& left = taken_[one].table;
            const auto& right = taken_[other].table;
            if (left && right && left->sheet == right->sheet && left->range.meets(right->range)) {
                return views::overlapSentence(*left, *right, workbook_.names, texts);
            }
        }
    }
    return {};
}

views::PromisePlaces SetupProposal::promises(TableKind kind) const {
    const auto& table = taken_[static_cast<std::size_t>(kind)].table;
    return table && kind == TableKind::kDeals
               ? views::promisePlaces(table->heading.match, languages_)
               : views::PromisePlaces{};
}

views::TakenTable SetupProposal::takenTable(TableKind kind) const {
    views::TakenTable taken;
    taken.kind = kind;
    if (const auto& table = taken_[static_cast<std::size_t>(kind)].table) {
        taken.reference = reference(*table);
        taken.takes_rows_below = table->range.last_row == kLastSheetRow;
        taken.columns = table->columns;
        taken.other_columns = table->other_columns;
        taken.match = table->heading.match;
        taken.promises = promises(kind);
    }
    return taken;
}

views::SetupPlan SetupProposal::plan(const views::Texts& texts) const {
    views::SetupPlan plan{takenTable(TableKind::kDeals), takenTable(TableKind::kCapacity),
                          takenTable(TableKind::kItems), takenTable(TableKind::kSettings)};
    plan.new_settings = settingRows(texts);
    for (const tables::Question& question : recognition().questions) {
        if (question.setting.empty()) {
            plan.findings.push_back({views::tableLabel(question.table, texts),
                                     views::cellName(question.row, question.column),
                                     views::questionText(question, texts)});
        }
    }
    for (const tables::Finding& finding : recognition().findings) {
        plan.findings.push_back({views::tableLabel(finding.problem.table, texts),
                                 views::cellName(finding.problem.row - 1, finding.column),
                                 views::findingText(finding, texts)});
    }
    for (const std::string& problem : headerProfileProblems()) {
        plan.findings.push_back(
            {texts("setup.sheet.profile"), std::string{}, texts.phrase(problem)});
    }
    return plan;
}

} // namespace keepable::office
