// SPDX-License-Identifier: MPL-2.0
#include "office/setup/deal_columns.hpp"

#include "office/cell_properties.hpp"
#include "office/convert.hpp"
#include "office/formula_fill.hpp"
#include "office/setup/cell_writer.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace keepable::office {

namespace {

using css::table::CellRangeAddress;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using tables::CellBlock;
using views::DealAnswer;

constexpr std::array<std::int32_t, views::kDealAnswers.size()> kWidths{2800, 2800, 14000};
constexpr std::int32_t kLastColumn = 16383;
constexpr std::int32_t kRowsAtATime = 2000;

bool isGone(const std::string& formula) {
    return formula.find("#REF!") != std::string::npos;
}

RangeReference columnPart(const SheetReference& sheet, std::int32_t column, std::int32_t first_row,
                          std::int32_t last_row) {
    return sheet->getCellRangeByPosition(column, first_row, column, last_row);
}

// Without any content, formulas that show nothing included.
bool isEmpty(const SheetReference& sheet, const CellBlock& block) {
    const Reference<css::sheet::XCellRangeFormula> cells(
        sheet->getCellRangeByPosition(block.first_column, block.first_row, block.last_column,
                                      block.last_row),
        UNO_QUERY_THROW);
    for (const Sequence<rtl::OUString>& row : cells->getFormulaArray()) {
        if (!std::ranges::all_of(row, [](const rtl::OUString& text) { return text.isEmpty(); })) {
            return false;
        }
    }
    return true;
}

// The formulas of a column for rows of the deals.
class FormulaColumn {
  public:
    FormulaColumn(const SpreadsheetDocument& document, const SheetReference& sheet,
                  std::int32_t column, DealAnswer answer, const std::string& plan_cell,
                  const std::vector<tables::Column>& columns)
        : document_(document), sheet_(sheet), column_(column), answer_(answer),
          plan_cell_(plan_cell), columns_(columns) {}

    // Rows from 0 that are no deals, totals for one: nothing is written there.
    void leaveOut(const StoredPlan* plan) { plan_ = plan; }

    // Asks it every some thousand rows whether to go on.
    void tell(Progress* progress) { progress_ = progress; }

    // Brings the rows up to date; cells of the user stay.
    void update(std::int32_t first_row, std::int32_t last_row) {
        if (last_row < first_row) {
            return;
        }
        const Reference<css::sheet::XCellRangeFormula> present(
            columnPart(sheet_, column_, first_row, last_row), UNO_QUERY_THROW);
        const auto rows = present->getFormulaArray();
        std::int32_t stretch = -1;
        for (std::int32_t row = first_row; row <= last_row + 1; ++row) {
            const bool is_stale = row <= last_row && isStale(utf8(rows[row - first_row][0]), row);
            if (is_stale && stretch < 0) {
                stretch = row;
            } else if (!is_stale && stretch >= 0) {
                write(stretch, row - 1);
                stretch = -1;
            }
        }
    }

    void write(std::int32_t first_row, std::int32_t last_row) const {
        const auto sheet = static_cast<sal_Int16>(areaOf(sheet_).Sheet);
        for (std::int32_t first = first_row; first <= last_row; first += kRowsAtATime) {
            if (progress_ != nullptr) {
                progress_->goOn();
            }
            const std::int32_t last = std::min(first + kRowsAtATime - 1, last_row);
            fillFormulas(document_, {sheet, column_, first, column_, last},
                         [this](std::int32_t row) { return toOffice(formulaIn(row)); });
        }
    }

  private:
    [[nodiscard]] std::string formulaIn(std::int32_t row) const {
        return views::answerFormula(answer_, plan_cell_, columns_, row + 1);
    }
    [[nodiscard]] bool isStale(const std::string& present, std::int32_t row) const {
        if (!present.empty() && !views::answerIn(present, {})) {
            return false; // the user's
        }
        if (present.empty() && plan_ != nullptr && plan_->answers.isOtherRow(row + 1)) {
            return false;
        }
        return !isSameFormula(present, formulaIn(row));
    }

    SpreadsheetDocument document_;
    SheetReference sheet_;
    std::int32_t column_;
    DealAnswer answer_;
    const std::string& plan_cell_;
    const std::vector<tables::Column>& columns_;
    const StoredPlan* plan_ = nullptr;
    Progress* progress_ = nullptr;
};

// The first place right of the deals where so many columns beside each other are free.
std::optional<std::int32_t> freeColumns(const SheetReference& sheet,
                                        const tables::FoundTable& deals, std::int32_t count) {
    const std::int32_t last_row = std::max(deals.last_filled_row, deals.range.first_row);
    for (std::int32_t first = deals.range.last_column + 1; first + count - 1 <= kLastColumn;
         ++first) {
        if (isEmpty(sheet, {deals.range.first_row, last_row, first, first + count - 1})) {
            return first;
        }
    }
    return std::nullopt;
}

// The number format of dates as the deals have it, or the usual one.
sal_Int32 dateFormat(const SheetReference& sheet, const tables::FoundTable& deals,
                     const CellFormats& formats) {
    const auto promised =
        std::ranges::find(deals.columns, tables::ColumnRole::kPromisedDate, &tables::Column::role);
    const Reference<css::beans::XPropertySet> cell(
        sheet->getCellByPosition(promised->column, deals.range.first_row + 1), UNO_QUERY_THROW);
    sal_Int32 format = 0;
    cell->getPropertyValue("NumberFormat") >>= format;
    return formats.isDate(format) ? format : formats.date();
}

bool isDateCell(const Reference<css::uno::XInterface>& cells, const CellFormats& formats) {
    const Reference<css::beans::XPropertySet> properties(cells, UNO_QUERY_THROW);
    sal_Int32 format = 0; // none is given for cells of several formats
    return (properties->getPropertyValue("NumberFormat") >>= format) && formats.isDate(format);
}

// Gives our cells, and those that will become ours, a format of dates; one they have stays. Comes
// before the formulas, as in extendFor.
void showDates(const SpreadsheetDocument& document, const SheetReference& sheet,
               std::int32_t column, std::int32_t first_row, std::int32_t last_row,
               const CellFormats& formats, sal_Int32 format) {
    if (last_row < first_row ||
        isDateCell(columnPart(sheet, column, first_row, last_row), formats)) {
        return;
    }
    const Reference<css::sheet::XCellRangeFormula> present(
        columnPart(sheet, column, first_row, last_row), UNO_QUERY_THROW);
    const auto rows = present->getFormulaArray();
    std::int32_t stretch = -1;
    for (std::int32_t row = first_row; row <= last_row + 1; ++row) {
        bool is_wanted = false;
        if (row <= last_row) {
            const std::string content = utf8(rows[row - first_row][0]);
            is_wanted = (content.empty() || views::answerIn(content, {})) &&
                        !isDateCell(sheet->getCellByPosition(column, row), formats);
        }
        if (is_wanted && stretch < 0) {
            stretch = row;
        } else if (!is_wanted && stretch >= 0) {
            changeProperties(document, {areaOf(columnPart(sheet, column, stretch, row - 1))},
                             {{"NumberFormat", css::uno::Any{format}}});
            stretch = -1;
        }
    }
}

void writeHeading(const SpreadsheetDocument& document, const SheetReference& sheet,
                  const tables::FoundTable& deals, std::int32_t column,
                  const std::string& heading) {
    const std::int32_t row = deals.range.first_row;
    const auto cell = sheet->getCellByPosition(column, row);
    cell->setFormula(toOffice(heading));
    copyLook(document, sheet->getCellByPosition(deals.range.last_column, row), cell);
}

// Joins what is done to the step that the user can undo next. Only possible when there is one, and
// when nothing undone waits to be done again: that would be lost.
class JoinedToLastStep {
  public:
    explicit JoinedToLastStep(const Reference<css::uno::XInterface>& document)
        : manager_(Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)
                       ->getUndoManager()) {
        if (!manager_->isLocked() && manager_->isUndoPossible() && !manager_->isRedoPossible()) {
            manager_->enterHiddenUndoContext();
            is_open_ = true;
        }
    }
    ~JoinedToLastStep() {
        try {
            if (is_open_) {
                manager_->leaveUndoContext();
            }
        } catch (const css::uno::Exception&) {
            is_open_ = false; // the document has gone, and its undo with it
        }
    }
    JoinedToLastStep(const JoinedToLastStep&) = delete;
    JoinedToLastStep& operator=(const JoinedToLastStep&) = delete;

    [[nodiscard]] bool isOpen() const { return is_open_; }

  private:
    Reference<css::document::XUndoManager> manager_;
    bool is_open_ = false;
};

bool isChangeable(const SpreadsheetDocument& document, const SheetReference& sheet) {
    const Reference<css::frame::XStorable> storable(document, css::uno::UNO_QUERY);
    const Reference<css::util::XProtectable> protection(sheet, css::uno::UNO_QUERY);
    return !(storable.is() && storable->isReadonly()) &&
           !(protection.is() && protection->isProtected());
}

// Rows of deals in which all of the columns are empty, as stretches of sheet rows.
std::vector<std::pair<std::int32_t, std::int32_t>>
rowsWithoutAnswers(const SheetReference& sheet, const AnswerColumns& columns, StoredPlan& plan) {
    const std::int32_t first = plan.deals_heading.row + 1;
    const std::int32_t last = usedBlock(sheet).last_row;
    std::vector<std::pair<std::int32_t, std::int32_t>> stretches;
    if (last < first) {
        return stretches;
    }
    const Reference<css::sheet::XCellRangesQuery> query(
        columnPart(sheet, columns.begin()->second, first, last), UNO_QUERY_THROW);
    const auto is_empty = [&](std::int32_t row) {
        return std::ranges::all_of(columns, [&](const auto& column) {
            return sheet->getCellByPosition(column.second, row)->getType() ==
                   css::table::CellContentType_EMPTY;
        });
    };
    const std::scoped_lock lock(plan.mutex);
    for (const CellRangeAddress& empty : query->queryEmptyCells()->getRangeAddresses()) {
        for (std::int32_t row = std::max(empty.StartRow, first); row <= empty.EndRow; ++row) {
            if (!plan.answers.dealAtRow(row + 1) || !is_empty(row)) {
                continue;
            }
            if (!stretches.empty() && stretches.back().second == row - 1) {
                stretches.back().second = row;
            } else {
                stretches.emplace_back(row, row);
            }
        }
    }
    return stretches;
}

void copyNumberFormat(const SpreadsheetDocument& document, const SheetReference& sheet,
                      std::int32_t column, std::int32_t from_row, std::int32_t first_row,
                      std::int32_t last_row) {
    const Reference<css::beans::XPropertySet> from(sheet->getCellByPosition(column, from_row),
                                                   UNO_QUERY_THROW);
    changeProperties(document, {areaOf(columnPart(sheet, column, first_row, last_row))},
                     {{"NumberFormat", from->getPropertyValue("NumberFormat")}});
}

void extendFor(const SpreadsheetDocument& document, const CellReference& plan_cell,
               StoredPlan& plan) {
    const RangeReference deals = planArguments(document, plan_cell).deals;
    if (!deals.is()) {
        return;
    }
    const SheetReference sheet = sheetOf(deals);
    const std::string plan_name = absoluteName(plan_cell);
    CellBlock block = usedBlock(sheet);
    block.first_row = plan.deals_heading.row;
    const AnswerColumns columns = findColumns(sheet, block, plan_name);
    if (columns.empty() || !isChangeable(document, sheet)) {
        return;
    }
    const auto stretches = rowsWithoutAnswers(sheet, columns, plan);
    if (stretches.empty()) {
        return;
    }
    const JoinedToLastStep step(document);
    if (!step.isOpen()) {
        return;
    }
    for (const auto& [answer, column] : columns) {
        const FormulaColumn formulas{document, sheet,     column,
                                     answer,   plan_name, plan.deals_heading.columns};
        for (const auto& [first_row, last_row] : stretches) {
            // Before the formula: the host gives one written into a cell without a number format
            // a format of its own choice as soon as it results in a number, perhaps much later.
            if (answer == DealAnswer::kEarliest) {
                copyNumberFormat(document, sheet, column, plan.deals_heading.row + 1, first_row,
                                 last_row);
            }
            formulas.write(first_row, last_row);
        }
    }
}

} // namespace

AnswerColumns findColumns(const SheetReference& sheet, const CellBlock& deals,
                          const std::string& plan_cell) {
    AnswerColumns columns;
    const CellBlock used = usedBlock(sheet);
    if (used.last_row <= deals.first_row) {
        return columns;
    }
    const Reference<css::sheet::XCellRangesQuery> query(
        sheet->getCellRangeByPosition(used.first_column, deals.first_row + 1, used.last_column,
                                      std::min(used.last_row, deals.last_row)),
        UNO_QUERY_THROW);
    const auto formulas = query->queryContentCells(css::sheet::CellFlags::FORMULA);
    for (const CellRangeAddress& run : formulas->getRangeAddresses()) {
        for (std::int32_t column = run.StartColumn; column <= run.EndColumn; ++column) {
            const std::string formula = formulaAt(sheet, column, run.StartRow);
            auto answer = views::answerIn(formula, plan_cell);
            if ((plan_cell.empty() || !answer) && isGone(formula)) {
                answer = views::answerIn(formula, {});
            } else if (plan_cell.empty()) {
                answer.reset();
            }
            if (answer) {
                columns.try_emplace(*answer, column);
            }
        }
    }
    return columns;
}

bool writeColumns(const SpreadsheetDocument& document, const SheetReference& sheet,
                  const tables::FoundTable& deals, const std::string& plan_cell,
                  const StoredPlan* plan, const views::Texts& texts, Progress& progress) {
    const AnswerColumns present = findColumns(sheet, deals.range, plan_cell);
    const auto missing = static_cast<std::int32_t>(views::kDealAnswers.size() - present.size());
    std::int32_t next = 0;
    if (missing > 0) {
        const auto free = freeColumns(sheet, deals, missing);
        if (!free) {
            return false;
        }
        next = *free;
    }
    const CellFormats formats{document};
    const std::int32_t first_row = deals.range.first_row + 1;
    for (std::size_t i = 0; i < views::kDealAnswers.size(); ++i) {
        const DealAnswer answer = views::kDealAnswers[i];
        const auto known = present.find(answer);
        const bool is_new = known == present.end();
        const std::int32_t column = is_new ? next++ : known->second;
        if (is_new) {
            writeHeading(document, sheet, deals, column, views::answerHeading(answer, texts));
            setColumnWidth(sheet, column, kWidths[i]);
        }
        FormulaColumn formulas{document, sheet, column, answer, plan_cell, deals.columns};
        formulas.leaveOut(plan);
        formulas.tell(&progress);
        progress.next("progress.column", {views::answerHeading(answer, texts)});
        if (answer == DealAnswer::kEarliest) {
            showDates(document, sheet, column, first_row, deals.last_filled_row, formats,
                      dateFormat(sheet, deals, formats));
        }
        formulas.update(first_row, deals.last_filled_row);
    }
    return true;
}

void extendColumns(const Workplace& workplace, const Workbook& workbook) {
    for (const CellReference& cell : workbook.planCells()) {
        const Reference<css::text::XTextRange> text(cell, UNO_QUERY_THROW);
        const auto digest = digestIn(text->getString());
        if (const auto plan = digest ? workplace.store->find(*digest) : nullptr) {
            extendFor(workbook.document(), cell, *plan);
        }
    }
}

} // namespace keepable::office
