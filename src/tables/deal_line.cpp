// SPDX-License-Identifier: MPL-2.0
#include "tables/deal_line.hpp"

#include "tables/currency.hpp"
#include "tables/names.hpp"
#include "tables/number_text.hpp"
#include "tables/unit_text.hpp"

#include <cmath>

namespace keepable::tables {

using planning::Day;
using planning::DealClass;
using planning::Money;
using planning::Priority;
using planning::Probability;
using planning::Quantity;

namespace {

constexpr bool kMakesCheckRow = true;
constexpr bool kCountsAsEmpty = false;

constexpr std::string_view kExpectsNumber = "a number of at least 0";

std::string atMost(const std::string& number) {
    return "a number of at most " + number;
}

// A sheet keeps 15 digits of a number and may show or change those behind.
bool isTooLongForKey(double key) {
    constexpr std::int32_t kMostDigits = 15;
    constexpr double kLeastTooLong = 1e15;
    if (std::abs(key) >= kLeastTooLong) {
        return true;
    }
    const bool is_whole = static_cast<double>(static_cast<std::int64_t>(key)) == key;
    return !is_whole && shortestDigits(key).size > kMostDigits;
}

} // namespace

std::optional<Priority> priorityNamed(std::string_view folded) {
    if (folded == "high") {
        return Priority::whole(1);
    }
    if (folded == "medium") {
        return Priority::whole(2);
    }
    if (folded == "low") {
        return Priority::whole(3);
    }
    return std::nullopt;
}

DealClass DealLine::dealClass() const {
    if (status.isRead()) {
        return status.value;
    }
    if (probability == Probability::whole(1)) {
        return DealClass::kFirm;
    }
    if (probability == Probability{}) {
        return DealClass::kClosed;
    }
    return DealClass::kTentative;
}

DealLineReader::DealLineReader(const Table& table, const CellReader& reader,
                               const StatusWords& words, ItemCatalog& items,
                               const ReadingRules& rules, NameList& names, TableProblems& problems)
    : table_(table), reader_(reader), words_(words), items_(items), rules_(rules), names_(names),
      problems_(problems) {
    const ColumnsByRole columns{table};
    // A substitute from the settings needs no column; what is wrong with it stands in the first.
    const auto column_of = [&](ColumnRole role, bool has_substitute) {
        return columns.has(role) || !has_substitute ? columns.needed(role) : 0;
    };
    item_column_ = column_of(ColumnRole::kItem, !rules.item_for_all.empty());
    quantity_column_ = column_of(ColumnRole::kQuantity, rules.quantity_for_all.has_value());
    has_win_date_ = !columns.has(ColumnRole::kPromisedDate) && columns.has(ColumnRole::kWinDate);
    promised_column_ =
        columns.needed(has_win_date_ ? ColumnRole::kWinDate : ColumnRole::kPromisedDate);
    has_item_ = columns.has(ColumnRole::kItem);
    has_quantity_ = columns.has(ColumnRole::kQuantity);
    done_column_ =
        columns.has(ColumnRole::kDone) ? columns.needed(ColumnRole::kDone) : quantity_column_;
}

std::optional<DealLine> DealLineReader::read(std::int32_t row) {
    row_ = row;
    std::optional<DealLine> line;
    for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
        const Cell& cell = table_.body.at(row, static_cast<std::int32_t>(column));
        if (isBlank(cell)) {
            continue;
        }
        if (!line) {
            line.emplace();
        }
        readCell(column, cell, *line);
    }
    if (line) {
        goOn(*line);
        fillIn(*line);
        checkNeeded(*line);
        checkAmounts(*line);
        checkCurrency(*line);
    }
    return line;
}

void DealLineReader::readCell(std::size_t column, const Cell& cell, DealLine& line) {
    switch (table_.heading.columns[column].role) {
    case ColumnRole::kDeal:
        readDeal(column, cell, line);
        break;
    case ColumnRole::kCustomer:
        line.customer = nameInCell(column, cell);
        break;
    case ColumnRole::kOwner:
        line.owner = nameInCell(column, cell);
        break;
    case ColumnRole::kItem:
        readItem(column, cell, line);
        break;
    case ColumnRole::kQuantity:
        line.quantity = quantityInCell(column, cell);
        break;
    case ColumnRole::kDone:
        line.done = quantityInCell(column, cell);
        break;
    case ColumnRole::kPromisedDate:
        line.promised = reader_.day(cell, reading(column).date_order);
        if (line.promised.isProblem()) {
            report(column, "a date", kMakesCheckRow);
        }
        break;
    case ColumnRole::kWinDate:
        line.win = reader_.day(cell, reading(column).date_order);
        if (line.win.isProblem()) {
            report(column, "a date", kMakesCheckRow);
        }
        break;
    case ColumnRole::kEarliestStart:
        line.earliest_start = dayInCell(column, cell, planning::kFirstDay);
        break;
    case ColumnRole::kHeldUntil:
        line.held_until = dayInCell(column, cell, planning::kLastDay);
        break;
    case ColumnRole::kStatus:
        readStatus(column, cell, line);
        break;
    case ColumnRole::kProbability:
        if (const auto share = reader_.probability(cell, reading(column).scale); share.isRead()) {
            line.probability = share.value;
        } else {
            report(column, "a probability from 0 to 1 or from 0 % to 100 %", kCountsAsEmpty);
        }
        break;
    case ColumnRole::kValue:
        readValue(column, cell, line);
        break;
    case ColumnRole::kCurrency:
        line.currency = tidyName(nameIn(cell, scratch_));
        break;
    case ColumnRole::kPriority:
        readPriority(column, cell, line);
        break;
    default:
        break;
    }
}

void DealLineReader::readDeal(std::size_t column, const Cell& cell, DealLine& line) {
    if (nameIn(cell, scratch_).empty()) {
        report(column, "a name or number for the deal", kCountsAsEmpty);
        return;
    }
    line.deal = &cell;
    if (isTooLongForKey(cell.number())) {
        report(column, "a number of at most 15 digits; longer ids must be text", kCountsAsEmpty);
    }
}

void DealLineReader::readItem(std::size_t column, const Cell& cell, DealLine& line) {
    const std::string_view name = nameIn(cell, scratch_);
    const auto item = name.empty() ? std::nullopt : items_.names.find(name);
    if (!item) {
        line.item.state = CellState::kUnreadable;
        report(column,
               items_.is_from_table ? "an item of the items table"
                                    : "a resource of the capacity table",
               kMakesCheckRow);
        return;
    }
    line.item = {CellState::kRead, *item};
    if (const std::int32_t unreadable = items_.unreadable_rows[*item]; unreadable != 0) {
        report(column,
               "an item that can be planned: row " + std::to_string(unreadable) + " of " +
                   tablePlace(TableKind::kItems, items_.sheet) + " could not be read",
               kMakesCheckRow);
    }
}

void DealLineReader::readStatus(std::size_t column, const Cell& cell, DealLine& line) {
    foldNameInto(nameIn(cell, scratch_), folded_);
    if (const auto status = words_.find(folded_)) {
        line.status = {CellState::kRead, *status};
    } else {
        line.status.state = CellState::kUnreadable;
        report(column, "a status word such as firm, held, tentative or closed", kMakesCheckRow);
    }
}

void DealLineReader::readValue(std::size_t column, const Cell& cell, DealLine& line) {
    if (const auto money = reader_.amount(cell, planning::kMostMoney); money.isRead()) {
        line.value = money.value;
        line.value_column = column;
        if (!rules_.currency.empty() && cell.kind() == CellKind::kText && line.currency.empty()) {
            line.currency = reader_.currency(cell.text());
        }
    } else if (money.state == CellState::kTooLarge) {
        report(column, atMost(decimalText(planning::kMostMoney)), kCountsAsEmpty);
    } else {
        report(column, kExpectsNumber, kCountsAsEmpty);
    }
}

void DealLineReader::readPriority(std::size_t column, const Cell& cell, DealLine& line) {
    if (const auto number = reader_.amount(cell, planning::kMostPriority); number.isRead()) {
        line.priority = number.value;
        return;
    }
    foldNameInto(cell.text(), folded_);
    line.priority = priorityNamed(folded_);
    if (!line.priority) {
        report(column, "a number of at least 0, or High, Medium or Low", kCountsAsEmpty);
    }
}

std::uint32_t DealLineReader::nameInCell(std::size_t column, const Cell& cell) {
    const std::string_view name = nameIn(cell, scratch_);
    if (name.empty()) {
        report(column, "a name", kCountsAsEmpty);
        return 0;
    }
    return names_.findOrAdd(name);
}

Day DealLineReader::dayInCell(std::size_t column, const Cell& cell, Day otherwise) {
    const auto day = reader_.day(cell, reading(column).date_order);
    if (day.isRead()) {
        return day.value;
    }
    report(column, "a date", kMakesCheckRow);
    return otherwise;
}

CellValue<Quantity> DealLineReader::quantityInCell(std::size_t column, const Cell& cell) {
    const AmountUnit unit = reading(column).unit;
    const auto quantity = reader_.work(cell, planning::kMostQuantity, unit);
    if (quantity.state == CellState::kTooLarge) {
        report(column, atMost(decimalText(planning::kMostQuantity)), kMakesCheckRow);
    } else if (quantity.state == CellState::kOtherUnit) {
        report(column, expectedUnit(unit), kMakesCheckRow);
    } else if (!quantity.isRead()) {
        report(column, kExpectsNumber, kMakesCheckRow);
    }
    return quantity;
}

// Of the deal above, where the table leaves its columns empty in further lines.
void DealLineReader::goOn(DealLine& line) {
    if (!table_.heading.has_lines_below) {
        return;
    }
    if (above_ && line.deal == nullptr && line.promised.state == CellState::kEmpty &&
        line.win.state == CellState::kEmpty && line.status.state == CellState::kEmpty) {
        line.deal = above_->deal;
        line.customer = above_->customer;
        line.owner = above_->owner;
        line.promised = above_->promised;
        line.win = above_->win;
        line.earliest_start = above_->earliest_start;
        line.held_until = above_->held_until;
        line.status = above_->status;
        line.probability = above_->probability;
        line.priority = above_->priority;
    } else if (line.deal != nullptr) {
        above_ = line;
    }
}

// What the settings give for columns that are not there.
void DealLineReader::fillIn(DealLine& line) {
    if (!has_item_) {
        readItem(item_column_, Cell::text(rules_.item_for_all), line);
    }
    if (!has_quantity_ && rules_.quantity_for_all) {
        line.quantity = {CellState::kRead, *rules_.quantity_for_all};
    }
    if (has_win_date_ && line.win.isRead() && line.item.isRead()) {
        promiseFromWin(line);
    } else if (has_win_date_ && !line.win.isRead()) {
        line.promised = line.win;
    }
}

void DealLineReader::promiseFromWin(DealLine& line) {
    std::optional<std::int32_t> days = rules_.days_after_win;
    for (const auto& [item, days_of_item] : rules_.days_after_win_of) {
        if (items_.names.find(item) == line.item.value) {
            days = days_of_item;
        }
    }
    if (!days) {
        line.promised.state = CellState::kUnreadable;
        report(promised_column_, "a win date with a rule: set “Days after win” for this item",
               kMakesCheckRow);
        return;
    }
    const Day promised{line.win.value.serial + *days};
    line.promised = promised > planning::kLastDay ? CellValue<Day>{CellState::kTooLarge}
                                                  : CellValue<Day>{CellState::kRead, promised};
}

void DealLineReader::checkNeeded(const DealLine& line) {
    if (line.item.state == CellState::kEmpty) {
        report(item_column_,
               items_.is_from_table ? "an item of the items table"
                                    : "a resource of the capacity table",
               kMakesCheckRow);
    }
    if (line.quantity.state == CellState::kEmpty) {
        report(quantity_column_, kExpectsNumber, kMakesCheckRow);
    }
    if (line.promised.state == CellState::kEmpty) {
        report(promised_column_, "a date", kMakesCheckRow);
    }
}

void DealLineReader::checkAmounts(const DealLine& line) {
    if (!line.quantity.isRead()) {
        return;
    }
    const Quantity done = line.done.isRead() ? line.done.value : Quantity{};
    if (done > line.quantity.value) {
        report(done_column_, "at most the quantity, " + decimalText(line.quantity.value),
               kMakesCheckRow);
        return;
    }
    if (!line.item.isRead()) {
        return;
    }
    const BillTotals& totals = items_.totals[line.item.value];
    const auto work = loadOf(line.quantity.value - done, totals.variable) +
                      loadOf(Quantity::whole(1), totals.fixed);
    if (work > planning::kMostHours) {
        report(quantity_column_,
               "a quantity whose work is at most " + decimalText(planning::kMostHours) + " h",
               kMakesCheckRow);
    }
}

void DealLineReader::checkCurrency(DealLine& line) {
    if (rules_.currency.empty() || !line.value || line.currency.empty()) {
        return;
    }
    std::string_view rest = line.currency;
    const std::string codes = " " + std::string{currencyCodes(takeCurrency(rest))} + " ";
    if (codes.find(" " + rules_.currency + " ") == std::string::npos) {
        line.value.reset();
        report(line.value_column, "an amount in " + rules_.currency, kCountsAsEmpty);
    }
}

void DealLineReader::report(std::size_t column, std::string_view expected, bool makes_check_row) {
    problems_.add(row_, column, expected).makes_check_row = makes_check_row;
}

} // namespace keepable::tables
