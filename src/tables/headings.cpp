// SPDX-License-Identifier: MPL-2.0
#include "tables/headings.hpp"

#include "tables/capacity_layout.hpp"
#include "tables/cell_value.hpp"
#include "tables/names.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <span>
#include <stdexcept>
#include <utility>

namespace keepable::tables {

namespace {

struct Heading {
    ColumnRole role;
    std::string_view canonical;
    std::string_view folded;
};

constexpr std::array kDealHeadings{
    Heading{ColumnRole::kDeal, "Deal", "deal"},
    Heading{ColumnRole::kCustomer, "Customer", "customer"},
    Heading{ColumnRole::kItem, "Item", "item"},
    Heading{ColumnRole::kQuantity, "Quantity", "quantity"},
    Heading{ColumnRole::kPromisedDate, "Promised date", "promised date"},
    Heading{ColumnRole::kEarliestStart, "Earliest start", "earliest start"},
    Heading{ColumnRole::kStatus, "Status", "status"},
    Heading{ColumnRole::kProbability, "Probability", "probability"},
    Heading{ColumnRole::kValue, "Value", "value"},
    Heading{ColumnRole::kOwner, "Owner", "owner"},
    Heading{ColumnRole::kPriority, "Priority", "priority"},
    Heading{ColumnRole::kHeldUntil, "Held until", "held until"},
    Heading{ColumnRole::kDone, "Done", "done"}};

constexpr std::array kCapacityHeadings{Heading{ColumnRole::kResource, "Resource", "resource"},
                                       Heading{ColumnRole::kPeriod, "Period", "period"},
                                       Heading{ColumnRole::kCapacity, "Capacity", "capacity"}};

constexpr std::array kItemHeadings{
    Heading{ColumnRole::kItem, "Item", "item"},
    Heading{ColumnRole::kResource, "Resource", "resource"},
    Heading{ColumnRole::kHoursPerUnit, "Hours per unit", "hours per unit"},
    Heading{ColumnRole::kBasis, "Basis", "basis"},
    Heading{ColumnRole::kLeadTimeOffset, "Lead-time offset", "lead-time offset"},
    Heading{ColumnRole::kAvailableFrom, "Available from", "available from"},
    Heading{ColumnRole::kAvailableUntil, "Available until", "available until"}};

std::span<const Heading> headingsOf(TableKind kind) {
    switch (kind) {
    case TableKind::kDeals:
        return kDealHeadings;
    case TableKind::kCapacity:
        return kCapacityHeadings;
    case TableKind::kItems:
        return kItemHeadings;
    case TableKind::kSettings:
        break;
    }
    return {};
}

std::string_view neededHeadings(TableKind kind) {
    switch (kind) {
    case TableKind::kDeals:
        return "Item, Quantity and Promised date";
    case TableKind::kCapacity:
        return "Resource, Period and Capacity, or Resource and one column a period headed by its "
               "first day";
    case TableKind::kItems:
        return "Item, Resource and Hours per unit";
    case TableKind::kSettings:
        break;
    }
    return {};
}

std::string_view tableWithArticle(TableKind kind) {
    switch (kind) {
    case TableKind::kDeals:
        return "a deals table";
    case TableKind::kCapacity:
        return "a capacity table";
    case TableKind::kItems:
        return "an items table";
    case TableKind::kSettings:
        break;
    }
    return {};
}

// The recognised columns of one row, first of each role; headings that do not count apart.
struct SeenRow {
    std::vector<Column> columns;
    std::vector<UnreadHeading> unread;

    [[nodiscard]] bool has(ColumnRole role) const {
        return std::ranges::find(columns, role, &Column::role) != columns.end();
    }
    [[nodiscard]] bool hasAll(std::span<const ColumnRole> roles) const {
        return std::ranges::all_of(roles, [&](ColumnRole role) { return has(role); });
    }
};

class HeadingSearch {
  public:
    HeadingSearch(TableKind kind, const Grid& top, const ReadingContext& context)
        : kind_(kind), top_(top), layouts_(top, context),
          row_count_(std::min(top.rowCount(), kHeadingSearchRows)) {}

    std::variant<HeadingRow, NothingToPlanBy> run() {
        std::size_t most_headings = 0;
        std::int32_t best_row = 0;
        SeenRow best;
        for (std::int32_t row = 0; row < row_count_; ++row) {
            SeenRow seen = namedColumns(row);
            if (seen.hasAll(neededRoles(kind_))) {
                if (kind_ == TableKind::kCapacity) {
                    layouts_.complete(row, seen.columns);
                }
                return headingRow(row, std::move(seen));
            }
            if (kind_ == TableKind::kCapacity) {
                if (auto layout = layouts_.at(row, seen.unread)) {
                    std::erase_if(seen.unread, [&](const UnreadHeading& unread) {
                        return std::ranges::find(layout->columns, unread.column, &Column::column) !=
                               layout->columns.end();
                    });
                    std::ranges::move(layout->unread, std::back_inserter(seen.unread));
                    return headingRow(layout->row, {std::move(layout->columns), seen.unread});
                }
            }
            if (seen.columns.size() > most_headings) {
                most_headings = seen.columns.size();
                best_row = row;
                best = std::move(seen);
            }
        }
        return NothingToPlanBy{most_headings > 0 ? missingIn(best_row, best) : noHeadings()};
    }

  private:
    SeenRow namedColumns(std::int32_t row) {
        SeenRow seen;
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            const Cell& cell = top_.at(row, column);
            if (cell.kind() != CellKind::kText) {
                continue;
            }
            foldNameInto(cell.text(), folded_);
            const std::optional<ColumnRole> role = matchHeading(kind_, folded_);
            if (!role) {
                continue;
            }
            const std::int32_t sheet_column = top_.columns[static_cast<std::size_t>(column)];
            const auto first = std::ranges::find(seen.columns, *role, &Column::role);
            if (first == seen.columns.end()) {
                seen.columns.push_back({sheet_column, *role, {}, tidyName(cell.text())});
            } else {
                seen.unread.push_back({row, sheet_column, seenText(cell), seenText(cell),
                                       "a heading that stands only once; column " +
                                           columnLetters(first->column) + " counts, column " +
                                           columnLetters(sheet_column) + " does not"});
            }
        }
        return seen;
    }

    [[nodiscard]] HeadingRow headingRow(std::int32_t row, SeenRow seen) const {
        HeadingRow heading{top_.first_row + row, std::move(seen.columns), {}};
        std::ranges::sort(seen.unread, {}, &UnreadHeading::column);
        for (UnreadHeading& unread : seen.unread) {
            RowProblem problem;
            problem.table = kind_;
            problem.sheet = top_.sheet;
            problem.row = top_.first_row + unread.row + 1;
            problem.heading = std::move(unread.heading);
            problem.seen = std::move(unread.seen);
            problem.expected = std::move(unread.expected);
            heading.problems.push_back(std::move(problem));
        }
        return heading;
    }

    [[nodiscard]] std::string missingIn(std::int32_t row, const SeenRow& seen) const {
        std::string sentence = tablePlace(kind_, top_.sheet) + ": the heading row " +
                               std::to_string(top_.first_row + row + 1) + " has ";
        std::vector<std::string_view> missing;
        for (const ColumnRole role : neededRoles(kind_)) {
            if (!seen.has(role)) {
                missing.push_back(canonicalHeading(role));
            }
        }
        if (kind_ == TableKind::kCapacity && seen.has(ColumnRole::kResource) &&
            missing.size() == 2) {
            sentence += "Resource but no periods";
        } else {
            sentence += missing.size() == 1 ? "no column " : "no columns ";
            for (std::size_t i = 0; i < missing.size(); ++i) {
                sentence += i == 0 ? "" : " and ";
                sentence += missing[i];
            }
        }
        return sentence + "; " + std::string{tableWithArticle(kind_)} + " needs " +
               std::string{neededHeadings(kind_)} + ".";
    }

    [[nodiscard]] std::string noHeadings() const {
        std::string sentence = tablePlace(kind_, top_.sheet) + ": ";
        const auto is_blank = [](const Cell& cell) { return isBlank(cell); };
        if (std::ranges::all_of(top_.cells, is_blank)) {
            sentence += "the range is empty";
        } else if (row_count_ == 1) {
            sentence += "no heading row in row " + std::to_string(top_.first_row + 1);
        } else {
            sentence += "no heading row in rows " + std::to_string(top_.first_row + 1) + " to " +
                        std::to_string(top_.first_row + row_count_);
        }
        return sentence + "; expected a row with " + std::string{neededHeadings(kind_)} + ".";
    }

    TableKind kind_;
    const Grid& top_;
    CapacityLayouts layouts_;
    std::int32_t row_count_;
    std::string folded_;
};

} // namespace

std::optional<ColumnRole> matchHeading(TableKind kind, std::string_view folded) {
    for (const Heading& heading : headingsOf(kind)) {
        if (heading.folded == folded) {
            return heading.role;
        }
    }
    return std::nullopt;
}

std::span<const ColumnRole> neededRoles(TableKind kind) {
    static constexpr std::array kDeals{ColumnRole::kItem, ColumnRole::kQuantity,
                                       ColumnRole::kPromisedDate};
    static constexpr std::array kCapacity{ColumnRole::kResource, ColumnRole::kPeriod,
                                          ColumnRole::kCapacity};
    static constexpr std::array kItems{ColumnRole::kItem, ColumnRole::kResource,
                                       ColumnRole::kHoursPerUnit};
    switch (kind) {
    case TableKind::kDeals:
        return kDeals;
    case TableKind::kCapacity:
        return kCapacity;
    case TableKind::kItems:
        return kItems;
    case TableKind::kSettings:
        break;
    }
    return {};
}

std::string_view canonicalHeading(ColumnRole role) {
    for (const TableKind kind : {TableKind::kDeals, TableKind::kCapacity, TableKind::kItems}) {
        const auto headings = headingsOf(kind);
        const auto found = std::ranges::find(headings, role, &Heading::role);
        if (found != headings.end()) {
            return found->canonical;
        }
    }
    return {};
}

std::variant<HeadingRow, NothingToPlanBy> findHeadingRow(TableKind kind, const Grid& top,
                                                         const ReadingContext& context) {
    if (kind == TableKind::kSettings) {
        throw std::logic_error{"findHeadingRow: settings have no headings"};
    }
    return HeadingSearch{kind, top, context}.run();
}

} // namespace keepable::tables
