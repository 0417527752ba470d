// SPDX-License-Identifier: MPL-2.0
#include "tables/row_kind.hpp"

#include "tables/names.hpp"
#include "tables/table_problems.hpp"

#include <boost/unordered/unordered_flat_set.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::tables {

namespace {

__extension__ using Wide = __int128; // sums of a column's units

constexpr auto kTotalWords = std::to_array<std::string_view>(
    {"total",      "totals",      "subtotal",      "subtotals",    "sub-total",
     "sub total",  "grand total", "page total",    "report total", "order total",
     "sum",        "summe",       "zwischensumme", "gesamt",       "gesamtsumme",
     "endsumme",   "seitensumme", "übertrag",      "teilsumme",    "sous-total",
     "sous total", "somme",       "suma",          "suma total",   "totale",
     "subtotale",  "somma",       "totaal",        "subtotaal",    "eindtotaal",
     "som"});

bool beginsWithTotal(std::string_view folded) {
    return std::ranges::any_of(kTotalWords, [&](std::string_view word) {
        return folded.starts_with(word) &&
               (folded.size() == word.size() ||
                std::string_view{" :.,;=("}.find(folded[word.size()]) != std::string_view::npos);
    });
}

bool isAmount(ColumnRole role) {
    return role == ColumnRole::kQuantity || role == ColumnRole::kDone || role == ColumnRole::kValue;
}

bool isIdentity(ColumnRole role) {
    return role == ColumnRole::kDeal || role == ColumnRole::kCustomer || role == ColumnRole::kItem;
}

// What only a deal has.
bool isOfDealsAlone(ColumnRole role) {
    return role == ColumnRole::kPromisedDate || role == ColumnRole::kWinDate ||
           role == ColumnRole::kEarliestStart || role == ColumnRole::kHeldUntil ||
           role == ColumnRole::kStatus;
}

class RowSorter {
  public:
    RowSorter(const Table& table, const CellReader& reader, ItemCatalog& items)
        : table_(table), reader_(reader), items_(items) {
        const ColumnsByRole columns{table};
        // Where the settings stand in for columns: the win date for the promised one, and nothing
        // more to ask of the item.
        promised_column_ =
            columns.needed(columns.has(ColumnRole::kPromisedDate) ? ColumnRole::kPromisedDate
                                                                  : ColumnRole::kWinDate);
        item_column_ =
            columns.has(ColumnRole::kItem) ? columns.needed(ColumnRole::kItem) : promised_column_;
        for (const Column& column : table.heading.columns) {
            headings_.push_back(foldedName(column.heading));
        }
        kinds_.assign(static_cast<std::size_t>(table.body.rowCount()), RowKind::kDeal);
    }

    std::vector<RowKind> run() {
        bool any_amounts_alone = false;
        for (row_ = 0; row_ < table_.body.rowCount(); ++row_) {
            RowKind& kind = kinds_[static_cast<std::size_t>(row_)];
            const Cell& promised = at(promised_column_);
            if (!isBlank(promised)) {
                kind = isHeading(promised) ? RowKind::kHeading : RowKind::kDeal;
            } else if (isEmpty()) {
                kind = RowKind::kEmpty;
            } else if (isTotalByWord()) {
                kind = RowKind::kTotal;
            } else {
                any_amounts_alone = any_amounts_alone || hasAmountsAlone();
            }
        }
        if (any_amounts_alone) {
            findTotalsByAmount();
        }
        findTitles();
        return std::move(kinds_);
    }

  private:
    struct Sums {
        std::vector<Wide> units; // by column of the table
        std::int32_t rows = 0;
    };

    [[nodiscard]] const Cell& at(std::size_t column) const {
        return table_.body.at(row_, static_cast<std::int32_t>(column));
    }
    [[nodiscard]] ColumnRole role(std::size_t column) const {
        return table_.heading.columns[column].role;
    }
    [[nodiscard]] std::size_t columnCount() const { return table_.heading.columns.size(); }

    [[nodiscard]] bool isEmpty() const {
        for (std::size_t column = 0; column < columnCount(); ++column) {
            if (!isBlank(at(column))) {
                return false;
            }
        }
        return true;
    }

    bool repeatsHeading(std::size_t column) {
        foldNameInto(at(column).text(), folded_);
        return folded_ == headings_[column];
    }

    bool isHeading(const Cell& promised) {
        if (promised.kind() != CellKind::kText || !repeatsHeading(promised_column_)) {
            return false;
        }
        for (std::size_t column = 0; column < columnCount(); ++column) {
            const bool is_needed =
                role(column) == ColumnRole::kItem || role(column) == ColumnRole::kQuantity;
            if ((is_needed || !isBlank(at(column))) && !repeatsHeading(column)) {
                return false;
            }
        }
        return true;
    }

    bool isKnownItem(const Cell& cell) {
        const std::string_view name = nameIn(cell, scratch_);
        return !name.empty() && items_.names.find(name).has_value();
    }

    // Whether a row with a promised date has the key.
    bool isKeyOfADeal(const Cell& key) {
        if (!keys_) {
            keys_.emplace();
            for (std::size_t column = 0; column < columnCount(); ++column) {
                if (role(column) == ColumnRole::kDeal) {
                    collectKeys(static_cast<std::int32_t>(column));
                }
            }
        }
        return keys_->contains(dealKey(key));
    }

    void collectKeys(std::int32_t deal_column) {
        for (std::int32_t row = 0; row < table_.body.rowCount(); ++row) {
            const Cell& deal = table_.body.at(row, deal_column);
            if (!isBlank(deal) &&
                !isBlank(table_.body.at(row, static_cast<std::int32_t>(promised_column_)))) {
                keys_->insert(dealKey(deal));
            }
        }
    }

    // A deal's key or an item, whatever it looks like.
    bool isOfADeal(std::size_t column) {
        return (role(column) == ColumnRole::kItem && isKnownItem(at(column))) ||
               (role(column) == ColumnRole::kDeal && isKeyOfADeal(at(column)));
    }

    bool isTotalByWord() {
        bool has_word = false;
        bool is_first = true;
        for (std::size_t column = 0; column < columnCount(); ++column) {
            const Cell& cell = at(column);
            if (isBlank(cell)) {
                continue;
            }
            if (role(column) == ColumnRole::kStatus) {
                foldNameInto(cell.text(), folded_);
                if (beginsWithTotal(folded_)) {
                    has_word = true; // a report grouped by status, or a page total
                    is_first = false;
                    continue;
                }
            }
            if (isOfDealsAlone(role(column))) {
                return false;
            }
            if (is_first || isIdentity(role(column))) {
                foldNameInto(cell.text(), folded_);
                const bool is_word = beginsWithTotal(folded_);
                const bool must_be_word =
                    role(column) == ColumnRole::kDeal || role(column) == ColumnRole::kItem;
                if (must_be_word && (!is_word || isOfADeal(column))) {
                    return false;
                }
                has_word = has_word || is_word;
            }
            is_first = false;
        }
        return has_word;
    }

    [[nodiscard]] bool hasAmountsAlone() const {
        for (std::size_t column = 0; column < columnCount(); ++column) {
            if (!isBlank(at(column)) && !isAmount(role(column))) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] CellValue<std::int64_t> amountIn(std::size_t column) const {
        const Column& of_table = table_.heading.columns[column];
        if (of_table.role == ColumnRole::kValue) {
            const auto money = reader_.amount(at(column), planning::kMostMoney);
            return {money.state, money.value.units};
        }
        const auto quantity =
            reader_.work(at(column), planning::kMostQuantity, of_table.reading.unit);
        return {quantity.state, quantity.value.units};
    }

    void addRow(Sums& sums) const {
        ++sums.rows;
        for (std::size_t column = 0; column < columnCount(); ++column) {
            if (isAmount(role(column))) {
                sums.units[column] += amountIn(column).value;
            }
        }
    }

    [[nodiscard]] bool areAmounts(const Sums& sums) const {
        bool any = false;
        for (std::size_t column = 0; column < columnCount(); ++column) {
            const auto amount = isAmount(role(column)) ? amountIn(column)
                                                       : CellValue<std::int64_t>{CellState::kEmpty};
            if (amount.isProblem() || (amount.isRead() && amount.value != sums.units[column])) {
                return false;
            }
            any = any || amount.value > 0;
        }
        return any && sums.rows >= 2;
    }

    void findTotalsByAmount() {
        const Sums none{std::vector<Wide>(columnCount()), 0};
        Sums all = none;
        Sums since_total = none;
        for (row_ = 0; row_ < table_.body.rowCount(); ++row_) {
            RowKind& kind = kinds_[static_cast<std::size_t>(row_)];
            if (kind == RowKind::kDeal && isBlank(at(promised_column_)) && hasAmountsAlone() &&
                (areAmounts(since_total) || areAmounts(all))) {
                kind = RowKind::kTotal;
            }
            if (kind == RowKind::kTotal) {
                since_total = none;
            } else if (kind == RowKind::kDeal) {
                addRow(all);
                addRow(since_total);
            }
        }
    }

    // Of the row after, for a title: a deal with its item and date, or a heading.
    [[nodiscard]] bool beginsDeals(std::int32_t row) const {
        if (row >= table_.body.rowCount()) {
            return false;
        }
        const auto is_filled = [&](std::size_t column) {
            return !isBlank(table_.body.at(row, static_cast<std::int32_t>(column)));
        };
        const RowKind kind = kinds_[static_cast<std::size_t>(row)];
        return kind == RowKind::kHeading ||
               (kind == RowKind::kDeal && is_filled(item_column_) && is_filled(promised_column_));
    }

    // The title of a further page, straight above its headings: no item, quantity or date.
    [[nodiscard]] bool isPageTitle() const {
        const auto next = static_cast<std::size_t>(row_) + 1;
        if (kinds_[next - 1] != RowKind::kDeal || next >= kinds_.size() ||
            kinds_[next] != RowKind::kHeading) {
            return false;
        }
        for (std::size_t column = 0; column < columnCount(); ++column) {
            const bool tells = role(column) == ColumnRole::kItem ||
                               role(column) == ColumnRole::kQuantity ||
                               role(column) == ColumnRole::kPromisedDate;
            if (tells && !isBlank(at(column))) {
                return false;
            }
        }
        return true;
    }

    bool mayBeTitle() {
        const auto row = static_cast<std::size_t>(row_);
        if (kinds_[row] != RowKind::kDeal || !isBlank(at(promised_column_)) ||
            (row > 0 && kinds_[row - 1] == RowKind::kDeal) || !beginsDeals(row_ + 1)) {
            return false;
        }
        std::int32_t filled = 0;
        for (std::size_t column = 0; column < columnCount(); ++column) {
            const Cell& cell = at(column);
            if (isBlank(cell)) {
                continue;
            }
            ++filled;
            if (!isIdentity(role(column)) || cell.kind() != CellKind::kText || isOfADeal(column)) {
                return false;
            }
        }
        return filled == 1;
    }

    void findTitles() {
        std::vector<std::size_t> titles;
        for (row_ = 0; row_ < table_.body.rowCount(); ++row_) {
            if (isPageTitle()) {
                kinds_[static_cast<std::size_t>(row_)] = RowKind::kTitle;
            } else if (mayBeTitle()) {
                titles.push_back(static_cast<std::size_t>(row_));
            }
        }
        const auto ends_in_total = [&](std::size_t title) {
            std::size_t end = title + 1;
            while (end < kinds_.size() &&
                   (kinds_[end] == RowKind::kDeal || kinds_[end] == RowKind::kHeading)) {
                ++end;
            }
            return end < kinds_.size() && kinds_[end] == RowKind::kTotal;
        };
        for (const std::size_t title : titles) {
            if (titles.size() >= 2 || ends_in_total(title)) {
                kinds_[title] = RowKind::kTitle;
            }
        }
    }

    const Table& table_;
    const CellReader& reader_;
    ItemCatalog& items_;
    std::size_t item_column_;
    std::size_t promised_column_;
    std::vector<std::string> headings_; // folded, by column
    std::vector<RowKind> kinds_;
    std::int32_t row_ = 0;
    std::optional<boost::unordered_flat_set<std::string>> keys_; // made when first asked for
    std::string scratch_;
    std::string folded_;
};

} // namespace

std::vector<RowKind> dealRowKinds(const Table& table, const CellReader& reader,
                                  ItemCatalog& items) {
    return RowSorter{table, reader, items}.run();
}

} // namespace keepable::tables
