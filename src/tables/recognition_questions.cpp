// SPDX-License-Identifier: MPL-2.0
#include "tables/recognition_questions.hpp"

#include "tables/capacity_words.hpp"
#include "tables/cell_value.hpp"
#include "tables/column_choices.hpp"
#include "tables/column_evidence.hpp"
#include "tables/currency.hpp"
#include "tables/names.hpp"
#include "tables/number_text.hpp"
#include "tables/reading_rules.hpp"
#include "tables/unit_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace keepable::tables {

namespace {

constexpr std::size_t kMostStageWords = 20;
constexpr std::size_t kMostAnswers = 12;

bool isDate(ColumnRole role) {
    return role == ColumnRole::kPromisedDate || role == ColumnRole::kWinDate ||
           role == ColumnRole::kEarliestStart || role == ColumnRole::kHeldUntil ||
           role == ColumnRole::kAvailableFrom || role == ColumnRole::kAvailableUntil ||
           role == ColumnRole::kPeriod || role == ColumnRole::kAbsence;
}

class ColumnQuestions {
  public:
    ColumnQuestions(const SampledTable& table, const StatusWords& words,
                    const ReadingContext& context, Recognition& found)
        : table_(table), words_(words), context_(context),
          rules_(context.rules ? *context.rules : no_rules_), found_(found) {}

    void run() {
        if (table_.kind == TableKind::kDeals) {
            askForMissing();
        }
        askAboutDisputed();
        askWhichColumn();
        askAboutDates();
        for (const Column& column : table_.heading.columns) {
            if (column.role == ColumnRole::kProbability) {
                askAboutScale(column);
            } else if (column.role == ColumnRole::kStatus) {
                askAboutStages(column);
            } else if (column.role == ColumnRole::kValue) {
                askAboutCurrency(column);
            } else if (column.role == ColumnRole::kQuantity) {
                askAboutUnit(column);
            } else if (column.role == ColumnRole::kUnit && table_.kind == TableKind::kCapacity) {
                askAboutPieces(column);
            }
        }
    }

  private:
    [[nodiscard]] const Column* columnOf(ColumnRole role) const {
        const auto found = std::ranges::find(table_.heading.columns, role, &Column::role);
        return found == table_.heading.columns.end() ? nullptr : &*found;
    }

    [[nodiscard]] const ColumnMatch* matchAt(std::int32_t column) const {
        const auto found =
            std::ranges::find(table_.heading.match.columns, column, &ColumnMatch::column);
        return found == table_.heading.match.columns.end() ? nullptr : &*found;
    }

    // The cells of a column of the sheet; empty where it was not read.
    [[nodiscard]] std::vector<Cell> cellsOf(std::int32_t column) const {
        const auto& columns = table_.cells.columns;
        const auto found = std::ranges::find(columns, column);
        std::vector<Cell> cells;
        if (found == columns.end()) {
            return cells;
        }
        const auto at = static_cast<std::int32_t>(found - columns.begin());
        for (std::int32_t row = 0; row < table_.cells.rowCount(); ++row) {
            cells.push_back(table_.cells.at(row, at));
        }
        return cells;
    }

    [[nodiscard]] std::int32_t sheetRow(std::int32_t row) const {
        return row < 0 ? -1 : table_.cells.first_row + row;
    }

    [[nodiscard]] std::string settingOf(const Column& column) const {
        const ColumnMatch* match = matchAt(column.column);
        return choiceName(table_.kind, column.heading, match == nullptr ? 1 : match->occurrence);
    }

    Question& ask(Asking about, const Column* column) {
        Question& question = found_.questions.emplace_back();
        question.about = about;
        question.table = table_.kind;
        if (column != nullptr) {
            question.column = column->column;
            question.heading = column->heading;
        }
        return question;
    }

    void askForMissing() {
        const Column* const win = columnOf(ColumnRole::kWinDate);
        if (win != nullptr && !rules_.hasWinRule()) {
            ask(Asking::kWinDateRule, win).setting = kDaysAfterWin;
        }
        for (const ColumnRole role : table_.heading.to_ask) {
            if (role == ColumnRole::kPromisedDate && win == nullptr) {
                ask(Asking::kPromisedDate, nullptr);
            } else if (role == ColumnRole::kItem) {
                ask(Asking::kItem, nullptr).setting = kItemForAll;
            } else if (role == ColumnRole::kQuantity) {
                Question& question = ask(Asking::kQuantity, nullptr);
                question.setting = kQuantityForAll;
                question.answers = {"1"};
            }
        }
    }

    // Two rows of headings that say different things.
    void askAboutDisputed() {
        for (const std::int32_t at : table_.heading.disputed) {
            const ColumnMatch* const column = matchAt(at);
            if (column == nullptr || isChosen(at)) {
                continue;
            }
            Question& question = found_.questions.emplace_back();
            question.about = Asking::kWhichColumn;
            question.table = table_.kind;
            question.column = at;
            question.row = table_.heading.first_row;
            question.heading = column->heading;
            question.setting = choiceName(table_.kind, column->heading, column->occurrence);
            for (const std::int32_t other : table_.heading.disputed) {
                const ColumnMatch* const one = matchAt(other);
                if (one != nullptr && one->role) {
                    question.answers.push_back(choiceValue(one->role, {}));
                    question.seen.push_back(one->heading);
                }
            }
            question.answers.push_back(choiceValue(std::nullopt, {}));
            Finding finding = findingAt(table_, 0, at, column->heading, Cell::text(column->heading),
                                        "the same heading as in the row above it");
            finding.problem.row = table_.heading.first_row + 1;
            found_.findings.push_back(std::move(finding));
        }
    }

    [[nodiscard]] bool isChosen(std::int32_t column) const {
        const ColumnMatch* match = matchAt(column);
        return match != nullptr &&
               (match->certainty == Certainty::kChosen || match->why_not == NotRead::kChosen);
    }

    // Columns that want the same role and do not say the same.
    void askWhichColumn() {
        std::vector<std::int32_t> asked;
        for (const ColumnMatch& match : table_.heading.match.columns) {
            if (match.role || !match.wanted || match.taken_by < 0 || isChosen(match.taken_by) ||
                !matters(match) || agree(match.column, match.taken_by)) {
                continue;
            }
            const ColumnMatch* winner = matchAt(match.taken_by);
            if (winner == nullptr) {
                continue;
            }
            for (const ColumnMatch* one : {winner, &match}) {
                if (std::ranges::find(asked, one->column) == asked.end()) {
                    asked.push_back(one->column);
                    askWhether(*one, *match.wanted, one == winner ? match : *winner);
                }
            }
        }
    }

    void askWhether(const ColumnMatch& one, ColumnRole role, const ColumnMatch& other) {
        Question& question = found_.questions.emplace_back();
        question.about = Asking::kWhichColumn;
        question.table = table_.kind;
        question.column = one.column;
        question.heading = one.heading;
        question.row = sheetRow(firstDifference(one.column, other.column));
        question.setting = choiceName(table_.kind, one.heading, one.occurrence);
        question.answers = {choiceValue(role, one.reading), choiceValue(std::nullopt, {})};
        question.seen = {columnLetters(one.column), columnLetters(other.column)};
    }

    // A heading that stands there twice always does; other words for the same where a date or an
    // amount of work depends on it, and no system says which is meant.
    [[nodiscard]] bool matters(const ColumnMatch& match) const {
        if (match.wanted == ColumnRole::kWinDate &&
            columnOf(ColumnRole::kPromisedDate) != nullptr) {
            return false;
        }
        if (!isPlanned(*match.wanted) && match.wanted != ColumnRole::kWinDate) {
            return false;
        }
        const ColumnMatch* winner = matchAt(match.taken_by);
        if (winner != nullptr && headingKey(winner->heading) == headingKey(match.heading)) {
            return true;
        }
        return table_.heading.match.system.empty() && winner != nullptr &&
               winner->certainty != Certainty::kCanonical &&
               (match.wanted == ColumnRole::kPromisedDate || match.wanted == ColumnRole::kQuantity);
    }

    [[nodiscard]] std::int32_t firstDifference(std::int32_t one, std::int32_t other) const {
        const std::vector<Cell> left = cellsOf(one);
        const std::vector<Cell> right = cellsOf(other);
        std::string left_text;
        std::string right_text;
        for (std::size_t row = 0; row < std::min(left.size(), right.size()); ++row) {
            if (foldedName(nameIn(left[row], left_text)) !=
                foldedName(nameIn(right[row], right_text))) {
                return static_cast<std::int32_t>(row);
            }
        }
        return -1;
    }

    [[nodiscard]] bool agree(std::int32_t one, std::int32_t other) const {
        return firstDifference(one, other) < 0;
    }

    void askAboutDates() {
        std::vector<std::pair<const Column*, DateOrderEvidence>> open;
        std::vector<DateOrder> decided;
        for (const Column& column : table_.heading.columns) {
            if (!isDate(column.role) || column.reading.date_order) {
                continue;
            }
            const std::vector<Cell> cells = cellsOf(column.column);
            const DateOrderEvidence evidence = columnEvidence(cells, context_).date_order;
            if (evidence.finding == EvidenceFinding::kDecided) {
                decided.push_back(*evidence.order);
                if (*evidence.order != context_.locale.date_order) {
                    decideOrder(column, *evidence.order, evidence.row, cells);
                }
            } else if (evidence.finding == EvidenceFinding::kOpen ||
                       evidence.finding == EvidenceFinding::kContradicting) {
                open.emplace_back(&column, evidence);
            }
        }
        for (const auto& [column, evidence] : open) {
            askAboutOrder(*column, evidence, decided);
        }
    }

    void decideOrder(const Column& column, DateOrder order, std::int32_t row,
                     const std::vector<Cell>& cells) {
        ColumnReading reading = column.reading;
        reading.date_order = order;
        addDecision(Asking::kDateOrder, column, reading, row, cells);
    }

    void addDecision(Asking about, const Column& column, const ColumnReading& reading,
                     std::int32_t row, const std::vector<Cell>& cells) {
        found_.decisions.push_back(
            {about, table_.kind, sheetRow(row), column.column, column.heading, settingOf(column),
             choiceValue(column.role, reading),
             row < 0 ? std::string{} : seenText(cells[static_cast<std::size_t>(row)])});
    }

    void askAboutOrder(const Column& column, const DateOrderEvidence& evidence,
                       const std::vector<DateOrder>& decided) {
        const std::vector<Cell> cells = cellsOf(column.column);
        Question& question = ask(Asking::kDateOrder, &column);
        question.row = sheetRow(evidence.row);
        question.setting = settingOf(column);
        for (const DateOrder order : {DateOrder::kDayMonthYear, DateOrder::kMonthDayYear}) {
            ColumnReading reading = column.reading;
            reading.date_order = order;
            question.answers.push_back(choiceValue(column.role, reading));
            const bool all_agree = !decided.empty() && std::ranges::all_of(decided, [&](auto one) {
                return one == order;
            });
            if (all_agree && evidence.finding == EvidenceFinding::kOpen) {
                question.proposed = question.answers.back();
            }
        }
        for (const std::int32_t row : {evidence.row, evidence.other_row}) {
            if (row >= 0) {
                question.seen.push_back(seenText(cells[static_cast<std::size_t>(row)]));
            }
        }
        if (evidence.finding == EvidenceFinding::kContradicting) {
            found_.findings.push_back(
                findingAt(table_, evidence.other_row, column.column, column.heading,
                          cells[static_cast<std::size_t>(evidence.other_row)],
                          "a date in the order of “" +
                              seenText(cells[static_cast<std::size_t>(evidence.row)]) +
                              "” in row " + std::to_string(sheetRow(evidence.row) + 1)));
        }
    }

    void askAboutScale(const Column& column) {
        const ColumnMatch* match = matchAt(column.column);
        if (match != nullptr && match->certainty == Certainty::kChosen &&
            column.reading.scale != ProbabilityScale::kByValue) {
            return;
        }
        const std::vector<Cell> cells = cellsOf(column.column);
        const ScaleEvidence evidence = columnEvidence(cells, context_).scale;
        ColumnReading reading = column.reading;
        if (column.reading.scale == ProbabilityScale::kPercent) {
            // Fractions alone, as typed percentages are, are no per cents of a half and less.
            if (evidence.finding == EvidenceFinding::kDecided &&
                evidence.scale == ProbabilityScale::kFraction) {
                reading.scale = ProbabilityScale::kFraction;
                addDecision(Asking::kProbabilityScale, column, reading, evidence.row_between,
                            cells);
            }
            return;
        }
        if (evidence.finding == EvidenceFinding::kOpen && hasNumberOne(cells)) {
            Question& question = ask(Asking::kProbabilityScale, &column);
            question.setting = settingOf(column);
            for (const ProbabilityScale scale :
                 {ProbabilityScale::kFraction, ProbabilityScale::kPercent}) {
                reading.scale = scale;
                question.answers.push_back(choiceValue(column.role, reading));
            }
        } else if (evidence.finding == EvidenceFinding::kDecided && evidence.row_between < 0 &&
                   evidence.scale == ProbabilityScale::kPercent) {
            reading.scale = ProbabilityScale::kPercent;
            addDecision(Asking::kProbabilityScale, column, reading, evidence.row_above_one, cells);
        }
    }

    static bool hasNumberOne(const std::vector<Cell>& cells) {
        return std::ranges::any_of(cells, [](const Cell& cell) {
            return (cell.kind() == CellKind::kNumber && cell.number() == 1) || cell.text() == "1";
        });
    }

    void askAboutStages(const Column& column) {
        const std::vector<Cell> cells = cellsOf(column.column);
        std::vector<std::string> asked;
        std::string scratch;
        for (std::size_t row = 0; row < cells.size() && asked.size() < kMostStageWords; ++row) {
            const std::string_view word = nameIn(cells[row], scratch);
            const std::string folded = foldedName(word);
            if (folded.empty() || words_.find(folded) || folded == foldedName(column.heading) ||
                std::ranges::find(asked, folded) != asked.end()) {
                continue;
            }
            asked.push_back(folded);
            Question& question = ask(Asking::kStageWord, &column);
            question.row = sheetRow(static_cast<std::int32_t>(row));
            question.setting = ruleName(kStage, word);
            question.answers = {"tentative", "held", "firm", "closed"};
            question.seen = {tidyName(word)};
        }
    }

    // The currency codes of the values, in a column of their own or beside the numbers.
    void askAboutCurrency(const Column& column) {
        if (!rules_.currency.empty()) {
            return;
        }
        std::vector<std::string> codes;
        std::vector<std::int32_t> rows;
        const auto add = [&](std::string_view written, std::size_t row) {
            const std::string_view fitting = currencyCodes(written);
            const bool is_one = fitting.find(' ') == std::string_view::npos;
            const std::string code{is_one ? fitting : written};
            if (!code.empty() && std::ranges::find(codes, code) == codes.end()) {
                codes.push_back(code);
                rows.push_back(static_cast<std::int32_t>(row));
            }
        };
        std::int32_t at = column.column;
        std::string heading = column.heading;
        std::vector<Cell> cells;
        if (const ColumnMatch* own = table_.heading.match.find(ColumnRole::kCurrency)) {
            at = own->column;
            heading = own->heading;
            cells = cellsOf(at);
            std::string scratch;
            for (std::size_t row = 0; row < cells.size(); ++row) {
                const std::string written = tidyName(nameIn(cells[row], scratch));
                std::string_view rest = written;
                if (!takeCurrency(rest).empty() && isBlankName(rest)) {
                    add(written, row);
                }
            }
        } else {
            cells = cellsOf(at);
            if (!columnEvidence(cells, context_).currencies.isMixed()) {
                return;
            }
            for (std::size_t row = 0; row < cells.size(); ++row) {
                if (const auto number = readNumberText(cells[row].text(), context_.locale)) {
                    add(number->currency, row);
                }
            }
        }
        if (codes.size() < 2) {
            return;
        }
        Question& question = ask(Asking::kMixedCurrencies, &column);
        question.column = at;
        question.heading = heading;
        question.row = sheetRow(rows[1]);
        question.setting = kCurrency;
        question.answers = codes;
        question.answers.resize(std::min(codes.size(), kMostAnswers));
        question.seen = question.answers;
        found_.findings.push_back(findingAt(
            table_, rows[1], at, heading, cells[static_cast<std::size_t>(rows[1])],
            "an amount in " + codes[0] + " as in row " + std::to_string(sheetRow(rows[0]) + 1)));
    }

    void askAboutUnit(const Column& column) {
        if (column.reading.unit != AmountUnit::kAsRead || isChosen(column.column)) {
            return;
        }
        const std::vector<Cell> cells = cellsOf(column.column);
        std::int32_t first_bare = -1;
        std::int32_t first_time = -1;
        for (std::size_t row = 0; row < cells.size(); ++row) {
            const Cell& cell = cells[row];
            if (isBlank(cell)) {
                continue;
            }
            const UnitText split = splitUnit(cell.text());
            const bool is_time =
                cell.kind() == CellKind::kText &&
                (split.unit == AmountUnit::kHours || split.unit == AmountUnit::kDays);
            const bool is_bare =
                cell.kind() == CellKind::kNumber ||
                (cell.kind() == CellKind::kText && split.unit == AmountUnit::kAsRead &&
                 readNumberText(split.number, context_.locale).has_value());
            std::int32_t& first = is_time ? first_time : first_bare;
            if (first < 0 && (is_time || is_bare)) {
                first = static_cast<std::int32_t>(row);
            }
        }
        const MixEvidence mix = columnEvidence(cells, context_).units;
        if (mix.isMixed()) {
            found_.findings.push_back(
                findingAt(table_, mix.other_row, column.column, column.heading,
                          cells[static_cast<std::size_t>(mix.other_row)],
                          "an amount in the unit of row " + std::to_string(sheetRow(mix.row) + 1)));
        }
        if (first_bare < 0 || first_time < 0) {
            return;
        }
        Question& question = ask(Asking::kUnit, &column);
        question.row = sheetRow(first_bare);
        question.setting = settingOf(column);
        for (const AmountUnit unit : {AmountUnit::kHours, AmountUnit::kDays}) {
            ColumnReading reading = column.reading;
            reading.unit = unit;
            question.answers.push_back(choiceValue(column.role, reading));
        }
        question.seen = {seenText(cells[static_cast<std::size_t>(first_bare)]),
                         seenText(cells[static_cast<std::size_t>(first_time)])};
    }

    // Pieces are no hours: what they mean has to be said.
    void askAboutPieces(const Column& column) {
        const std::vector<Cell> cells = cellsOf(column.column);
        std::string scratch;
        for (std::size_t row = 0; row < cells.size(); ++row) {
            if (unitNamed(plainWord(nameIn(cells[row], scratch))) == AmountUnit::kPieces &&
                !isChosen(column.column)) {
                Question& question = ask(Asking::kUnit, &column);
                question.row = sheetRow(static_cast<std::int32_t>(row));
                question.setting = settingOf(column);
                question.answers = {choiceValue(column.role, {}), choiceValue(std::nullopt, {})};
                question.seen = {seenText(cells[row])};
                return;
            }
        }
    }

    const SampledTable& table_;
    const StatusWords& words_;
    const ReadingContext& context_;
    const ReadingRules no_rules_;
    const ReadingRules& rules_;
    Recognition& found_;
};

} // namespace

void askOfColumns(const SampledTable& table, const StatusWords& words,
                  const ReadingContext& context, Recognition& found) {
    ColumnQuestions{table, words, context, found}.run();
}

Finding findingAt(const SampledTable& table, std::int32_t row, std::int32_t column,
                  const std::string& heading, const Cell& seen, std::string expected) {
    Finding finding;
    finding.problem.table = table.kind;
    finding.problem.sheet = table.cells.sheet;
    finding.problem.row = table.cells.first_row + row + 1;
    finding.problem.heading = heading;
    finding.problem.seen = seenText(seen);
    finding.problem.expected = std::move(expected);
    finding.column = column;
    return finding;
}

} // namespace keepable::tables
