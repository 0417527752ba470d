// SPDX-License-Identifier: MPL-2.0
#include "tables/headings.hpp"

#include "tables/capacity_choices.hpp"
#include "tables/capacity_layout.hpp"
#include "tables/cell_value.hpp"
#include "tables/header_profile.hpp"
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
    RowMatch match = {};
    bool is_with_above = false;

    [[nodiscard]] bool has(ColumnRole role) const {
        return std::ranges::find(columns, role, &Column::role) != columns.end();
    }
};

class HeadingSearch {
  public:
    HeadingSearch(TableKind kind, const Grid& top, const ReadingContext& context,
                  HeadingNeeds needs)
        : kind_(kind), top_(top), context_(context), needs_(needs), layouts_(top, context),
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
                    return headingRow(row, std::move(seen));
                }
                return lowerOfTwo(row, std::move(seen));
            }
            if (kind_ == TableKind::kCapacity) {
                if (auto layout = layouts_.at(row, seen.unread)) {
                    if (context_.rules) {
                        applyChoices(top_, context_.rules->choices, *layout);
                    }
                    std::erase_if(seen.unread, [&](const UnreadHeading& unread) {
                        return std::ranges::find(layout->columns, unread.column, &Column::column) !=
                               layout->columns.end();
                    });
                    std::ranges::move(layout->unread, std::back_inserter(seen.unread));
                    HeadingRow heading =
                        headingRow(layout->row, {std::move(layout->columns), seen.unread, {}});
                    heading.first_row = top_.first_row + layout->first_row;
                    heading.is_certain = layout->is_certain;
                    heading.match = matchOf(*layout, heading.columns);
                    return heading;
                }
            }
            if (seen.columns.size() > most_headings) {
                most_headings = seen.columns.size();
                best_row = row;
                best = std::move(seen);
            }
        }
        if (most_headings == 0) {
            return NothingToPlanBy{noHeadings()};
        }
        return NothingToPlanBy{missingIn(best_row, best), kind_ == TableKind::kDeals
                                                              ? whatToGive(best)
                                                              : std::vector<std::string>{}};
    }

  private:
    // A heading row that stands above another one, and means something else by its columns.
    [[nodiscard]] HeadingRow lowerOfTwo(std::int32_t row, SeenRow seen) const {
        if (row + 1 < row_count_) {
            SeenRow below = columnsOf(row + 1, match(row + 1, false));
            std::vector<std::int32_t> disputed;
            for (const ColumnMatch& column : below.match.columns) {
                const auto above =
                    std::ranges::find(seen.match.columns, column.column, &ColumnMatch::column);
                if (above != seen.match.columns.end() && above->role && column.role &&
                    above->role != column.role) {
                    disputed.push_back(column.column);
                }
            }
            if (!disputed.empty() && isComplete(below)) {
                HeadingRow heading = headingRow(row + 1, std::move(below));
                heading.first_row = top_.first_row + row;
                heading.disputed = std::move(disputed);
                return heading;
            }
        }
        return headingRow(row, std::move(seen));
    }

    // A layout as columns matched, for the report.
    [[nodiscard]] static RowMatch matchOf(const CapacityLayout& layout,
                                          std::span<const Column> columns) {
        RowMatch match;
        for (const Column& column : columns) {
            ColumnMatch& made = match.columns.emplace_back();
            made.column = column.column;
            made.heading = column.heading;
            made.role = column.role;
            made.certainty = Certainty::kWord;
            made.reading = column.reading;
        }
        for (const IgnoredHeading& ignored : layout.ignored) {
            ColumnMatch& made = match.columns.emplace_back();
            made.column = ignored.column;
            made.heading = ignored.heading;
            made.why_not = NotRead::kOther;
            made.remark = ignored.reason;
        }
        std::ranges::stable_sort(match.columns, {}, &ColumnMatch::column);
        return match;
    }

    // The recognised columns of a row; with headings in two rows, together with the row above.
    [[nodiscard]] SeenRow namedColumns(std::int32_t row) const {
        SeenRow seen = columnsOf(row, match(row, false));
        if (row > 0 && !isComplete(seen) && !seen.columns.empty()) {
            SeenRow with_above = columnsOf(row, match(row, true));
            if (isComplete(with_above) && with_above.columns.size() > seen.columns.size()) {
                with_above.is_with_above = true;
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

    [[nodiscard]] SeenRow columnsOf(std::int32_t row, RowMatch match) const {
        SeenRow seen;
        const bool reads_win_date = readsWinDate(match);
        if (const ColumnMatch* status = match.find(ColumnRole::kStatus)) {
            seen.stage_profile = !match.system.empty()     ? match.system
                                 : !status->source.empty() ? status->source
                                                           : match.language;
        }
        for (const ColumnMatch& column : match.columns) {
            if (column.role == ColumnRole::kWinDate) {
                seen.win_date = column.heading;
            }
            if (column.role &&
                (*column.role == ColumnRole::kWinDate ? reads_win_date : isRead(*column.role))) {
                seen.columns.push_back(
                    {column.column, *column.role, {}, column.heading, {}, column.reading});
            } else if (!column.role && column.why_not == NotRead::kRepeated) {
                const std::string heading = seenText(Cell::text(column.heading));
                seen.unread.push_back({row, column.column, heading, heading,
                                       "a heading that stands only once; column " +
                                           columnLetters(column.taken_by) + " counts, column " +
                                           columnLetters(column.column) + " does not"});
            }
        }
        seen.match = std::move(match);
        return seen;
    }

    // A win date is read where the settings say how it becomes a promised date, and only there; to
    // ask for it, it has to be seen.
    [[nodiscard]] bool readsWinDate(const RowMatch& match) const {
        const bool has_rule = context_.rules && context_.rules->hasWinRule();
        return (has_rule || needs_ == HeadingNeeds::kAskable) &&
               !match.has(ColumnRole::kPromisedDate);
    }

    // A currency matters where the settings name the one that counts.
    [[nodiscard]] bool isRead(ColumnRole role) const {
        if (role == ColumnRole::kCurrency) {
            return context_.rules && !context_.rules->currency.empty();
        }
        return isPlanned(role);
    }

    [[nodiscard]] bool isComplete(const SeenRow& seen) const {
        return missingRoles(seen).empty() ||
               (needs_ == HeadingNeeds::kAskable && kind_ == TableKind::kDeals && isAskable(seen));
    }

    [[nodiscard]] std::vector<ColumnRole> missingRoles(const SeenRow& seen) const {
        std::vector<ColumnRole> missing;
        for (const ColumnRole role : neededRoles(kind_)) {
            if (!seen.has(role) && !hasSubstitute(role, seen)) {
                missing.push_back(role);
            }
        }
        return missing;
    }

    // Whether a row lists deals, though not all that a plan needs.
    [[nodiscard]] static bool isAskable(const SeenRow& seen) {
        constexpr std::ptrdiff_t kLeast = 4;
        constexpr std::ptrdiff_t kLeastOfSystem = 3;
        constexpr std::ptrdiff_t kLeastStrong = 2;
        if (!seen.match.system.empty()) {
            return std::ssize(seen.columns) >= kLeastOfSystem;
        }
        const std::ptrdiff_t strong =
            std::ranges::count_if(seen.match.columns, [](const ColumnMatch& column) {
                return column.role && column.certainty <= Certainty::kWord;
            });
        const bool has_date = seen.has(ColumnRole::kPromisedDate) || seen.has(ColumnRole::kWinDate);
        const bool has_name = seen.has(ColumnRole::kDeal) || seen.has(ColumnRole::kCustomer) ||
                              seen.has(ColumnRole::kItem);
        return has_date && has_name && strong >= kLeastStrong && std::ssize(seen.columns) >= kLeast;
    }

    // What the settings give for a column that is not there.
    [[nodiscard]] bool hasSubstitute(ColumnRole role, const SeenRow& seen) const {
        if (kind_ != TableKind::kDeals || !context_.rules) {
            return false;
        }
        switch (role) {
        case ColumnRole::kPromisedDate:
            return seen.has(ColumnRole::kWinDate) && context_.rules->hasWinRule();
        case ColumnRole::kItem:
            return !context_.rules->item_for_all.empty() && !seen.columns.empty();
        case ColumnRole::kQuantity:
            return context_.rules->quantity_for_all && !seen.columns.empty();
        default:
            return false;
        }
    }

    // A system may have several profiles: what one of them says of its lines counts.
    [[nodiscard]] bool systemHasLinesBelow(const std::string& system) const {
        return !system.empty() && context_.profiles &&
               std::ranges::any_of(context_.profiles->all(), [&](const HeaderProfile& profile) {
                   return profile.name == system && profile.has_lines_below;
               });
    }

    [[nodiscard]] HeadingRow headingRow(std::int32_t row, SeenRow seen) const {
        HeadingRow heading{top_.first_row + row, {}, {}};
        heading.first_row = heading.row - (seen.is_with_above ? 1 : 0);
        if (needs_ == HeadingNeeds::kAskable) {
            heading.to_ask = missingRoles(seen);
        }
        heading.columns = std::move(seen.columns);
        heading.has_lines_below = systemHasLinesBelow(seen.match.system);
        heading.match = std::move(seen.match);
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
        return sentence;
    }

    // What in the settings would stand for the columns that are missing.
    [[nodiscard]] static std::vector<std::string> whatToGive(const SeenRow& seen) {
        std::vector<std::string> hints;
        if (!seen.win_date.empty() && !seen.has(ColumnRole::kPromisedDate)) {
            hints.push_back("“" + seen.win_date +
                            "” is the day a deal is won, not the day it was promised for: give “" +
                            std::string{kDaysAfterWin} +
                            "” in the settings, or a column Promised date.");
        }
        const bool is_list = isAskable(seen);
        if (is_list && !seen.has(ColumnRole::kItem)) {
            hints.push_back("Without a column Item, give “" + std::string{kItemForAll} +
                            "” in the settings.");
        }
        if (is_list && !seen.has(ColumnRole::kQuantity)) {
            hints.push_back("Without a column Quantity, give “" + std::string{kQuantityForAll} +
                            "” in the settings.");
        }
        return hints;
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
    HeadingNeeds needs_;
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

std::variant<HeadingRow, NothingToPlanBy>
findHeadingRow(TableKind kind, const Grid& top, const ReadingContext& context, HeadingNeeds needs) {
    if (kind == TableKind::kSettings) {
        throw std::logic_error{"findHeadingRow: settings have no headings"};
    }
    return HeadingSearch{kind, top, context, needs}.run();
}

} // namespace keepable::tables
