// SPDX-License-Identifier: MPL-2.0
#include "tables/deal_reader.hpp"

#include "tables/deal_line.hpp"
#include "tables/names.hpp"
#include "tables/row_kind.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace keepable::tables {

using planning::Deal;
using planning::DealClass;
using planning::DealIndex;
using planning::Line;

namespace {

class DealReader {
  public:
    DealReader(const Table& table, const CellReader& reader, const StatusWords& words,
               ItemCatalog& items, const ReadingRules& rules)
        : table_(table), kinds_(dealRowKinds(table, reader, items)),
          problems_(TableKind::kDeals, table),
          lines_(table, reader, words, items, rules, names_, problems_) {
        names_.findOrAdd({}); // no customer, no owner
    }

    DealsRead run() {
        const std::int32_t row_count = table_.body.rowCount();
        const auto most = static_cast<std::size_t>(row_count); // usually every row is a deal
        open_lines_.reserve(most);
        read_.deals.reserve(most);
        read_.texts.reserve(most);
        read_.index.reserve(most);
        standings_.reserve(most);
        read_.deal_of_row.assign(most, planning::kNone);
        for (std::int32_t row = 0; row < row_count; ++row) {
            const RowKind kind = kinds_[static_cast<std::size_t>(row)];
            if (kind != RowKind::kDeal) {
                if (kind != RowKind::kEmpty) {
                    read_.other_rows.push_back(shownRow(table_, row));
                }
                continue;
            }
            if (const auto line = lines_.read(row)) {
                const DealIndex deal = dealOf(*line, row);
                addLine(deal, *line, row);
                read_.deal_of_row[static_cast<std::size_t>(row)] = deal;
                problems_.finishRow(deal);
            }
        }
        for (const DealIndex deal : without_key_) {
            read_.index.try_emplace(read_.texts[deal].name, deal);
        }
        layLinesByDeal();
        closeDeals();
        read_.names = names_.names();
        return std::move(read_);
    }

  private:
    struct OpenLine {
        DealIndex deal = 0;
        std::int32_t row = 0; // of the table's body
        planning::Quantity done;
        Line line;
    };
    struct Standing {
        bool has_line = false;
        bool has_open_line = false;
        bool needs_check = false;
    };

    DealIndex dealOf(const DealLine& line, std::int32_t row) {
        if (line.deal == nullptr) {
            without_key_.push_back(addDeal("row " + std::to_string(shownRow(table_, row)), row));
            return without_key_.back();
        }
        const std::string_view name = nameIn(*line.deal, scratch_);
        if (name == last_name_) {
            return last_deal_;
        }
        foldNameInto(name, folded_);
        const auto found = read_.index.find(std::string_view{folded_});
        last_name_ = name;
        if (found != read_.index.end()) {
            last_deal_ = found->second;
        } else {
            last_deal_ = addDeal(tidyName(name), row);
            read_.index.emplace(folded_, last_deal_);
        }
        return last_deal_;
    }

    DealIndex addDeal(std::string name, std::int32_t row) {
        read_.deals.emplace_back();
        DealText& text = read_.texts.emplace_back();
        text.name = std::move(name);
        text.row = shownRow(table_, row);
        standings_.emplace_back();
        return static_cast<DealIndex>(read_.deals.size() - 1);
    }

    // What a deal has once.
    void takeFrom(const DealLine& line, DealIndex index) {
        Deal& deal = read_.deals[index];
        deal.priority = line.priority;
        deal.value = line.value;
        deal.probability = line.probability;
        DealText& text = read_.texts[index];
        text.customer = line.customer;
        text.owner = line.owner;
        text.promised = line.promised.isRead() ? std::optional{line.promised.value} : std::nullopt;
    }

    void addLine(DealIndex index, const DealLine& line, std::int32_t row) {
        Standing& standing = standings_[index];
        standing.needs_check = standing.needs_check || problems_.rowMakesCheckRow();
        const DealClass status = line.dealClass();
        const bool is_open = status != DealClass::kClosed;
        if (is_open ? !standing.has_open_line : !standing.has_line) {
            takeFrom(line, index);
        } else if (is_open && line.promised.isRead()) {
            std::optional<planning::Day>& promised = read_.texts[index].promised;
            promised = std::min(promised.value_or(line.promised.value), line.promised.value);
        }
        standing.has_line = true;
        if (!is_open) {
            if (line.item.isRead()) {
                read_.closed_lines.push_back({index, line.item.value});
            }
            return;
        }
        if (!standing.has_open_line) {
            standing.has_open_line = true;
            Deal& deal = read_.deals[index];
            deal.status = status;
            deal.held_until = status == DealClass::kHeld ? line.held_until : planning::kLastDay;
        }
        if (!problems_.rowMakesCheckRow()) {
            const auto done = line.done.isRead() ? line.done.value : planning::Quantity{};
            open_lines_.push_back({index,
                                   row,
                                   done,
                                   {line.item.value, line.promised.value, line.earliest_start,
                                    line.quantity.value - done}});
            ++read_.deals[index].line_count;
        }
    }

    void layLinesByDeal() {
        std::uint32_t next = 0;
        for (Deal& deal : read_.deals) {
            deal.first_line = next;
            next += deal.line_count;
            deal.line_count = 0; // counted again below
        }
        read_.lines.resize(open_lines_.size());
        read_.row_of_line.resize(open_lines_.size());
        read_.done_of_line.resize(open_lines_.size());
        for (const OpenLine& open : open_lines_) {
            Deal& deal = read_.deals[open.deal];
            const std::uint32_t line = deal.first_line + deal.line_count++;
            read_.lines[line] = open.line;
            read_.row_of_line[line] = table_.body.first_row + open.row;
            read_.done_of_line[line] = open.done;
        }
    }

    void closeDeals() {
        for (std::size_t deal = 0; deal < read_.deals.size(); ++deal) {
            if (standings_[deal].has_open_line) {
                read_.deals[deal].needs_check = standings_[deal].needs_check;
            } else {
                read_.deals[deal].status = DealClass::kClosed;
            }
        }
        std::erase_if(read_.closed_lines,
                      [&](const ClosedLine& line) { return standings_[line.deal].has_open_line; });
        std::ranges::stable_sort(read_.closed_lines, {}, &ClosedLine::deal);
        read_.problems = problems_.take();
        for (RowProblem& problem : read_.problems) {
            if (problem.deal != planning::kNone &&
                read_.deals[problem.deal].status == DealClass::kClosed) {
                problem.makes_check_row = false;
            }
        }
    }

    const Table& table_;
    std::vector<RowKind> kinds_;
    NameList names_;
    TableProblems problems_;
    DealLineReader lines_;
    DealsRead read_;
    std::vector<Standing> standings_; // by deal
    std::vector<OpenLine> open_lines_;
    std::vector<DealIndex> without_key_;
    std::string scratch_;
    std::string folded_;
    std::string last_name_; // the lines of a deal are often neighbours
    DealIndex last_deal_ = 0;
};

} // namespace

DealsRead readDeals(const Table& table, const CellReader& reader, const StatusWords& words,
                    ItemCatalog& items, const ReadingRules& rules) {
    return DealReader{table, reader, words, items, rules}.run();
}

} // namespace keepable::tables
