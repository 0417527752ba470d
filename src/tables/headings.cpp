// SPDX-License-Identifier: MPL-2.0
#include "tables/headings.hpp"

#include "tables/capacity_layout.hpp"
#include "tables/cell_value.hpp"
#include "tables/heading_match.hpp"
#include "tables/names.hpp"
#include "tables/reading_rules.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <span>
#include <stdexcept>
#include <utility>

namespace keepable::tables {

namespace {

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
    std::string win_date = {}; // the heading of a win date that is not read
    std::string stage_profile = {};

    [[nodiscard]] bool has(ColumnRole role) const {
        return std::ranges::find(columns, role, &Column::role) != columns.end();
    }
};

class HeadingSearch {
  public:
    HeadingSearch(TableKind kind, const Grid& top, const ReadingContext& context)
        : kind_(kind), top_(top), context_(context), layouts_(top, context),
          row_count_(std::min(top.rowCount(), kHeadingSearchRows)) {}

    std::variant<HeadingRow, NothingToPlanBy> run() {
        std::size_t most_headings = 0;
        std::int32_t best_row = 0;
        SeenRow best;
        for (std::int32_t row = 0; row < row_count_; ++row) {
            SeenRow seen = namedColumns(row);
            if (isComplete(seen)) {
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
                    HeadingRow heading =
                        headingRow(layout->row, {std::move(layout->columns), seen.unread, {}});
                    heading.is_certain = layout->is_certain;
                    return heading;
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
    // The recognised columns of a row; with headings in two rows, together with the row above.
    [[nodiscard]] SeenRow namedColumns(std::int32_t row) const {
        SeenRow seen = columnsOf(row, match(row, false));
        if (row > 0 && !isComplete(seen) && !seen.columns.empty()) {
            SeenRow with_above = columnsOf(row, match(row, true));
            if (isComplete(with_above) && with_above.columns.size() > seen.columns.size()) {
                return with_above;
            }
        }
        return seen;
    }

    [[nodiscard]] RowMatch match(std::int32_t row, bool with_above) const {
        std::vector<HeadingText> texts;
        std::string_view above;
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            const Cell& cell = top_.at(row, column);
            // A merged heading stands in its first cell.
            if (with_above && !isBlank(top_.at(row - 1, column))) {
                above = top_.at(row - 1, column).text();
            }
            const bool stands_alone =
                with_above && isBlank(cell) && !isBlank(top_.at(row - 1, column));
            if (cell.kind() == CellKind::kText || stands_alone) {
                texts.push_back({top_.columns[static_cast<std::size_t>(column)],
                                 std::string{cell.text()}, std::string{above}});
            }
        }
        return matchHeadings(kind_, texts,
                             {context_.profiles.get(), context_.rules
                                                           ? std::span{context_.rules->choices}
                                                           : std::span<const ColumnChoice>{}});
    }

    [[nodiscard]] SeenRow columnsOf(std::int32_t row, const RowMatch& match) const {
        SeenRow seen;
        if (const ColumnMatch* status = match.find(ColumnRole::kStatus)) {
            seen.stage_profile = !match.system.empty()     ? match.system
                                 : !status->source.empty() ? status->source
                                                           : match.language;
        }
        for (const ColumnMatch& column : match.columns) {
            if (column.role == ColumnRole::kWinDate) {
                seen.win_date = column.heading;
            }
            if (column.role && isRead(*column.role, match)) {
                seen.columns.push_back(
                    {column.column, *column.role, {}, column.heading, {}, column.reading});
            } else if (column.why_not == NotRead::kRepeated) {
                const std::string heading = seenText(Cell::text(column.heading));
                seen.unread.push_back({row, column.column, heading, heading,
                                       "a heading that stands only once; column " +
                                           columnLetters(column.taken_by) + " counts, column " +
                                           columnLetters(column.column) + " does not"});
            }
        }
        return seen;
    }

    // A win date is read where the settings say how it becomes a promised date, and only there.
    [[nodiscard]] bool isRead(ColumnRole role, const RowMatch& match) const {
        if (role == ColumnRole::kWinDate) {
            return context_.rules && context_.rules->hasWinRule() &&
                   !match.has(ColumnRole::kPromisedDate);
        }
        return isPlanned(role);
    }

    [[nodiscard]] bool isComplete(const SeenRow& seen) const {
        return std::ranges::all_of(neededRoles(kind_), [&](ColumnRole role) {
            return seen.has(role) || hasSubstitute(role, seen);
        });
    }

    // What the settings give for a column that is not there.
    [[nodiscard]] bool hasSubstitute(ColumnRole role, const SeenRow& seen) const {
        if (kind_ != TableKind::kDeals || !context_.rules) {
            return false;
        }
        switch (role) {
        case ColumnRole::kPromisedDate:
            return seen.has(ColumnRole::kWinDate);
        case ColumnRole::kItem:
            return !context_.rules->item_for_all.empty() && !seen.columns.empty();
        case ColumnRole::kQuantity:
            return context_.rules->quantity_for_all && !seen.columns.empty();
        default:
            return false;
        }
    }

    [[nodiscard]] HeadingRow headingRow(std::int32_t row, SeenRow seen) const {
        HeadingRow heading{top_.first_row + row, std::move(seen.columns), {}};
        heading.stage_profile = std::move(seen.stage_profile);
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
        sentence += "; " + std::string{tableWithArticle(kind_)} + " needs " +
                    std::string{neededHeadings(kind_)} + ".";
        if (!seen.win_date.empty() && !seen.has(ColumnRole::kPromisedDate)) {
            sentence += " “" + seen.win_date +
                        "” is the day a deal is won, not the day it was promised for: give “" +
                        std::string{kDaysAfterWin} +
                        "” in the settings, or a column Promised date.";
        }
        return sentence;
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
    const ReadingContext& context_;
    CapacityLayouts layouts_;
    std::int32_t row_count_;
};

} // namespace

std::optional<ColumnRole> matchHeading(TableKind kind, std::string_view folded) {
    const auto names = roleNames(kind);
    const auto found = std::ranges::find(names, folded, &RoleName::folded);
    return found == names.end() || !isPlanned(found->role) ? std::nullopt
                                                           : std::optional{found->role};
}

std::variant<HeadingRow, NothingToPlanBy> findHeadingRow(TableKind kind, const Grid& top,
                                                         const ReadingContext& context) {
    if (kind == TableKind::kSettings) {
        throw std::logic_error{"findHeadingRow: settings have no headings"};
    }
    return HeadingSearch{kind, top, context}.run();
}

} // namespace keepable::tables
