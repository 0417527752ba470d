// SPDX-License-Identifier: MPL-2.0
#include "tables/capacity_layout.hpp"
#include "tables/capacity_words.hpp"
#include "tables/cell_value.hpp"
#include "tables/names.hpp"
#include "tables/number_text.hpp"
#include "tables/period_row.hpp"
#include "tables/period_run.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace keepable::tables {

using planning::Day;
using enum CapacityWord;

namespace {

// So many rows below a wide heading row with one period only are searched for a better one.
constexpr std::int32_t kRowsBelowOnePeriod = 10;
constexpr std::int32_t kMostHeadingRows = 3;
constexpr std::string_view kExpectsPeriod = "a date on which a period starts";

bool isResourceHeading(const Cell& cell) {
    return cell.kind() == CellKind::kText && foldedName(cell.text()) == "resource";
}

} // namespace

// Periods across, whose first heading row is the one given.
class CapacityLayouts::Wide {
  public:
    Wide(const CapacityLayouts& of, std::int32_t row, std::span<const UnreadHeading> reported)
        : of_(of), top_(of.top_), reported_(reported), begin_(row) {}

    std::optional<CapacityLayout> run() {
        readPeriods(begin_);
        if (periods_.empty()) {
            return std::nullopt;
        }
        goDownToFinestPeriods();
        dropOtherLengths();
        bottom_ = period_row_;
        while (bottom_ - period_row_ < kMostHeadingRows && isMeasureRow(bottom_ + 1)) {
            ++bottom_;
        }
        bottom_ += isNamesRow(bottom_ + 1) ? 1 : 0;
        if (!findResource() || !resolve() || !isEnough()) {
            return std::nullopt;
        }
        CapacityLayout layout;
        layout.row = bottom_;
        layout.first_row = first_row_;
        addColumns(layout);
        if (std::ranges::none_of(layout.columns, [](const Column& column) {
                return column.role == ColumnRole::kPeriodStart;
            })) {
            return std::nullopt;
        }
        addLostPeriods(layout);
        addAssumptions(layout);
        return layout;
    }

  private:
    [[nodiscard]] const Cell& cell(std::int32_t row, std::int32_t column) const {
        return top_.at(row, column);
    }
    [[nodiscard]] bool isPeriod(std::int32_t column) const { return periods_.contains(column); }

    void readPeriods(std::int32_t row) {
        period_row_ = row;
        periods_ = periodsIn(top_, row, of_.periods_);
        first_row_ = begin_;
    }

    // Months above weeks above days: the lowest row counts, the others tell the year.
    void goDownToFinestPeriods() {
        for (std::int32_t row = begin_ + 1;
             row < std::min(top_.rowCount(), begin_ + kMostHeadingRows); ++row) {
            auto below = periodsIn(top_, row, of_.periods_);
            if (below.size() < std::max<std::size_t>(periods_.size(), 2) ||
                below.begin()->first < periods_.begin()->first || !isHeadingLeftOf(row, below) ||
                !isRunOfHeadings(row, below)) {
                return;
            }
            period_row_ = row;
            periods_ = std::move(below);
        }
    }

    // Left of its periods a heading row has words for headings, or nothing where a row above has
    // them.
    [[nodiscard]] bool isHeadingLeftOf(std::int32_t row, const PeriodRow& periods) const {
        for (std::int32_t column = 0; column < periods.begin()->first; ++column) {
            const Cell& here = cell(row, column);
            if (isBlank(here)) {
                continue;
            }
            const bool is_repeated = row > begin_ && !isBlank(cell(row - 1, column)) &&
                                     isResourceWord(cell(row - 1, column));
            if (here.kind() != CellKind::kText || is_repeated || !isHeadingWord(here)) {
                return false;
            }
        }
        return true;
    }

    // Numbers may be amounts that happen to look like dates.
    [[nodiscard]] bool isRunOfHeadings(std::int32_t row, const PeriodRow& periods) const {
        constexpr std::int32_t kLongest = 31;
        std::vector<std::optional<Day>> starts;
        for (const auto& [column, period] : periods) {
            const PeriodText& text = *period.heading.period;
            if (cell(row, column).kind() == CellKind::kNumber && text.kind == PeriodKind::kDay) {
                starts.push_back(planning::dayFromCivil(text.year, text.month, text.day));
            }
        }
        return isNearlyEven(starts, kLongest);
    }

    // A month among weeks is their total.
    void dropOtherLengths() {
        std::size_t months = 0;
        std::size_t shorter = 0;
        for (const auto& [column, period] : periods_) {
            (period.heading.period->kind == PeriodKind::kMonth ? months : shorter) += 1;
        }
        if (months == 0 || shorter == 0) {
            return;
        }
        const bool has_months = months > shorter;
        for (auto at = periods_.begin(); at != periods_.end();) {
            const bool is_month = at->second.heading.period->kind == PeriodKind::kMonth;
            if (is_month != has_months) {
                other_lengths_.push_back(at->first);
                at = periods_.erase(at);
            } else {
                ++at;
            }
        }
    }

    // The last column that the periods, or the measures below the last of them, reach to.
    [[nodiscard]] std::int32_t endOfPeriods() const {
        std::int32_t end = periods_.rbegin()->first + 1;
        while (end < top_.columnCount() && isBlank(cell(period_row_, end))) {
            ++end;
        }
        return end;
    }

    [[nodiscard]] bool isMeasureRow(std::int32_t row) const {
        if (row >= top_.rowCount()) {
            return false;
        }
        bool has_measure = false;
        const std::int32_t end = endOfPeriods();
        for (std::int32_t column = periods_.begin()->first; column < end; ++column) {
            const Cell& here = cell(row, column);
            if (isBlank(here)) {
                continue;
            }
            if (here.kind() != CellKind::kText) {
                return false;
            }
            const HeadingWithUnit word = headingWithUnit(here.text());
            const bool is_known = measureNamed(word.plain) || means(word.plain, kWeekday) ||
                                  unitNamed(word.plain) != AmountUnit::kAsRead;
            has_measure = has_measure || is_known;
        }
        return has_measure;
    }

    // Below "KW | 37 | 38" the word for Resource may have a row of its own.
    [[nodiscard]] bool isNamesRow(std::int32_t row) const {
        if (row >= top_.rowCount()) {
            return false;
        }
        const std::int32_t first = periods_.begin()->first;
        bool has_word = false;
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            if (isBlank(cell(row, column))) {
                continue;
            }
            if (column >= first || isResourceWord(cell(period_row_, column)) ||
                !isResourceWord(cell(row, column))) {
                return false;
            }
            has_word = true;
        }
        return has_word;
    }

    [[nodiscard]] bool hasWordAt(std::int32_t row, std::int32_t column,
                                 CapacityWord meaning) const {
        const Cell& here = cell(row, column);
        return here.kind() == CellKind::kText && means(headingWithUnit(here.text()).plain, meaning);
    }

    bool findResource() {
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            if (isResourceHeading(cell(period_row_, column))) {
                resource_ = column;
                resource_row_ = period_row_;
                resource_is_canonical_ = true;
                return true;
            }
        }
        const std::int32_t first = periods_.begin()->first;
        const std::int32_t top_row = std::max(0, begin_ - 2);
        for (const CapacityWord meaning : {kResource, kGroup}) {
            for (std::int32_t row = bottom_; row >= top_row; --row) {
                for (std::int32_t column = 0; column < first; ++column) {
                    if (hasWordAt(row, column, meaning) && isBlankBetween(row, column)) {
                        resource_ = column;
                        resource_row_ = row;
                        first_row_ = std::min(first_row_, row);
                        return true;
                    }
                }
            }
        }
        return findNames();
    }

    [[nodiscard]] bool isBlankBetween(std::int32_t row, std::int32_t column) const {
        for (std::int32_t below = row + 1; below <= bottom_; ++below) {
            if (!isBlank(cell(below, column))) {
                return false;
            }
        }
        return true;
    }

    // The column left of the periods with the most names beside amounts.
    bool findNames() {
        const std::int32_t first = periods_.begin()->first;
        const std::int32_t end = std::min(top_.rowCount(), bottom_ + 1 + kRowsSampled);
        std::int32_t most = 0;
        for (std::int32_t column = 0; column < first; ++column) {
            std::int32_t names = 0;
            for (std::int32_t row = bottom_ + 1; row < end; ++row) {
                const Cell& here = cell(row, column);
                const bool is_name = here.kind() == CellKind::kText && !isBlank(here) &&
                                     !readNumberText(here.text(), of_.context_.locale) &&
                                     unitNamed(plainWord(here.text())) == AmountUnit::kAsRead &&
                                     !of_.periods_.read(here);
                names += is_name && hasAmount(row) ? 1 : 0;
            }
            const bool is_other = hasWordAt(period_row_, column, kRemark) ||
                                  hasWordAt(period_row_, column, kUnit) ||
                                  hasWordAt(period_row_, column, kTotal);
            if (names > most && !is_other) {
                most = names;
                resource_ = column;
                resource_row_ = period_row_;
            }
        }
        resource_is_guessed_ = true;
        return most > 0;
    }

    [[nodiscard]] bool hasAmount(std::int32_t row) const {
        return std::ranges::any_of(periods_, [&](const auto& period) {
            return cell(row, period.first).kind() == CellKind::kNumber;
        });
    }

    bool resolve() {
        std::vector<std::optional<PeriodText>> texts;
        for (const auto& [column, period] : periods_) {
            texts.push_back(period.heading.period);
        }
        const std::vector<YearAbove> above = yearsAbove();
        const PeriodRun run =
            resolvePeriods(texts, above, of_.context_.locale.date_order, of_.context_.today);
        std::size_t at = 0;
        for (auto& [column, period] : periods_) {
            period.start = run.starts[at];
            assumed_year_ = run.assumed_year == at ? std::optional{column} : assumed_year_;
            assumed_order_ = run.assumed_order == at ? std::optional{column} : assumed_order_;
            ++at;
        }
        for (auto entry = periods_.begin(); entry != periods_.end();) {
            entry = entry->second.start ? std::next(entry) : periods_.erase(entry);
        }
        return !periods_.empty();
    }

    // For each period the year that stands right above it; for the first also one in a title.
    std::vector<YearAbove> yearsAbove() {
        std::vector<YearAbove> above(periods_.size());
        const bool is_needed = std::ranges::any_of(
            periods_, [](const auto& entry) { return !entry.second.heading.period->hasYear(); });
        if (!is_needed) {
            return above;
        }
        const std::int32_t first = periods_.begin()->first;
        for (std::int32_t row = period_row_ - 1; row >= std::max(0, period_row_ - kRowsAbove);
             --row) {
            bool is_found = false;
            for (std::int32_t column = first; column < top_.columnCount(); ++column) {
                const YearAbove year = yearAt(row, column);
                const auto below = periods_.lower_bound(column);
                if (year.year == 0 || below == periods_.end()) {
                    continue;
                }
                above[static_cast<std::size_t>(std::distance(periods_.begin(), below))] = year;
                is_found = true;
            }
            if (is_found) {
                first_row_ = std::min(first_row_, row);
                return above;
            }
        }
        if (const auto year = of_.yearInTitles(period_row_)) {
            above.front().year = *year;
            first_row_ = std::min(first_row_, std::max(0, period_row_ - kRowsAbove));
        }
        return above;
    }

    [[nodiscard]] YearAbove yearAt(std::int32_t row, std::int32_t column) const {
        const Cell& here = cell(row, column);
        if (isBlank(here)) {
            return {};
        }
        if (const auto text = of_.periods_.read(here)) {
            if (text->kind == PeriodKind::kYear) {
                return {text->year, 0};
            }
            if (text->kind == PeriodKind::kMonth || text->kind == PeriodKind::kDay) {
                return {text->year, text->kind == PeriodKind::kMonth ? text->number : text->month};
            }
        }
        const auto year = yearIn(here);
        return {year.value_or(0), 0};
    }

    // Resource and one date are enough; all other words need more.
    [[nodiscard]] bool isEnough() const {
        constexpr std::int32_t kLongest = 62;
        const std::size_t count = periods_.size();
        if (resource_is_canonical_) {
            return count > 1 || !hasBetterBelow();
        }
        std::vector<std::optional<Day>> starts;
        std::size_t numbers = 0;
        for (const auto& [column, period] : periods_) {
            starts.push_back(period.start);
            numbers += cell(period_row_, column).kind() == CellKind::kNumber ? 1 : 0;
        }
        const std::size_t least = resource_is_guessed_ || numbers == count ? 3 : 2;
        if (count < least || !hasAscent(starts, kLongest)) {
            return false;
        }
        const std::int32_t end = std::min(top_.rowCount(), bottom_ + 1 + kRowsSampled);
        for (std::int32_t row = bottom_ + 1; row < end; ++row) {
            if (hasAmount(row)) {
                return true;
            }
        }
        return !resource_is_guessed_;
    }

    // A row with Resource in the same column and more periods: then this one is part of a title.
    [[nodiscard]] bool hasBetterBelow() const {
        const std::int32_t end = std::min(top_.rowCount(), begin_ + 1 + kRowsBelowOnePeriod);
        for (std::int32_t row = begin_ + 1; row < end; ++row) {
            std::int32_t first = 0;
            while (first < top_.columnCount() && !isResourceHeading(cell(row, first))) {
                ++first;
            }
            if (first == resource_ && periodsIn(top_, row, of_.periods_).size() > periods_.size()) {
                return true;
            }
        }
        return false;
    }

    void addColumns(CapacityLayout& layout) {
        target_ = targetBesideActual(top_, period_row_ + 1, bottom_);
        const AmountUnit unit_above = unitOfTable();
        const Period* period = nullptr;
        bool has_capacity = false;
        const std::int32_t end = endOfPeriods();
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            if (const auto role = roleBesidePeriods(column)) {
                const Cell& heading =
                    cell(column == resource_ ? resource_row_ : period_row_, column);
                Column made{
                    top_.columns[static_cast<std::size_t>(column)], *role, {}, headingOf(heading)};
                if (role == ColumnRole::kOvertime) {
                    made.reading.unit = headingWithUnit(heading.text()).unit;
                }
                layout.columns.push_back(std::move(made));
                continue;
            }
            if (isPeriod(column)) {
                period = &periods_[column];
                has_capacity = false;
            } else if (!isBlank(cell(period_row_, column))) {
                period = nullptr;
            }
            if (period == nullptr || column >= end) {
                continue;
            }
            addMeasure(layout, column, *period, unit_above, has_capacity);
        }
    }

    // Overtime is that of the resource where it stands in the row of the periods, not below one.
    [[nodiscard]] std::optional<ColumnRole> roleBesidePeriods(std::int32_t column) const {
        if (column == resource_) {
            return ColumnRole::kResource;
        }
        if (column < periods_.begin()->first && hasUnits(column)) {
            return ColumnRole::kUnit;
        }
        if (hasWordAt(period_row_, column, kOvertime)) {
            return ColumnRole::kOvertime;
        }
        return hasWordAt(period_row_, column, kOvertimeCost)
                   ? std::optional{ColumnRole::kOvertimeCost}
                   : std::nullopt;
    }

    // One column of a period: its amounts, or what stands beside them.
    void addMeasure(CapacityLayout& layout, std::int32_t column, const Period& period,
                    AmountUnit unit, bool& has_capacity) {
        const std::int32_t sheet_column = top_.columns[static_cast<std::size_t>(column)];
        std::optional<CapacityWord> measure = period.heading.measure;
        unit = period.heading.unit != AmountUnit::kAsRead ? period.heading.unit : unit;
        bool is_named = isPeriod(column);
        std::string name = period.heading.measure ? headingOf(cell(period_row_, column)) : "";
        for (std::int32_t row = period_row_ + 1; row <= bottom_; ++row) {
            const Cell& here = cell(row, column);
            if (isBlank(here)) {
                continue;
            }
            const HeadingWithUnit word = headingWithUnit(here.text());
            const AmountUnit named = unitNamed(word.plain);
            const auto meaning = !target_.empty() && word.plain == target_
                                     ? std::optional{kCapacity}
                                     : measureNamed(word.plain);
            if (named != AmountUnit::kAsRead) {
                unit = named;
                measure = measure.value_or(kCapacity);
            } else if (meaning) {
                measure = meaning;
                unit = word.unit != AmountUnit::kAsRead ? word.unit : unit;
            } else if (!means(word.plain, kWeekday)) {
                layout.unread.push_back({row, sheet_column, "column " + columnLetters(sheet_column),
                                         seenText(here), "a measure of capacity"});
                return;
            }
            name = headingOf(here);
            is_named = true;
        }
        if (!is_named) {
            return; // nothing stands here in any heading row
        }
        if (measure && *measure != kCapacity) {
            layout.ignored.push_back({sheet_column, name, "another measure than capacity"});
            return;
        }
        if (has_capacity) {
            layout.unread.push_back({bottom_, sheet_column, "column " + columnLetters(sheet_column),
                                     name, "the only capacity of its period"});
            return;
        }
        has_capacity = true;
        Column made{sheet_column, ColumnRole::kPeriodStart, *period.start,
                    period.heading.period->kind == PeriodKind::kDay
                        ? planning::isoText(*period.start)
                        : headingOf(headingCellOf(column))};
        made.reading.unit = unit;
        layout.columns.push_back(std::move(made));
    }

    [[nodiscard]] const Cell& headingCellOf(std::int32_t column) const {
        const auto behind = periods_.upper_bound(column);
        return cell(period_row_, std::prev(behind)->first);
    }

    [[nodiscard]] AmountUnit unitOfTable() const {
        const Cell& heading = cell(resource_row_, resource_);
        const AmountUnit unit = heading.kind() == CellKind::kText
                                    ? headingWithUnit(heading.text()).unit
                                    : AmountUnit::kAsRead;
        return unit != AmountUnit::kAsRead ? unit : of_.unitAbove(begin_);
    }

    [[nodiscard]] bool hasUnits(std::int32_t column) const {
        return (hasWordAt(period_row_, column, kUnit) || hasWordAt(bottom_, column, kUnit)) &&
               of_.hasUnitsBelow(bottom_, column);
    }

    // What may have been meant as a period: any heading between two periods, and an error or a
    // number wherever it stands. Texts before the first and behind the last are remarks; totals
    // and remarks between two are known and left out.
    void addLostPeriods(CapacityLayout& layout) const {
        const std::int32_t first = periods_.begin()->first;
        const std::int32_t last = periods_.rbegin()->first;
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            const Cell& here = cell(period_row_, column);
            const std::int32_t sheet_column = top_.columns[static_cast<std::size_t>(column)];
            const bool is_remark =
                here.kind() == CellKind::kText && (column < first || column > last);
            const bool is_reported = period_row_ == begin_ &&
                                     std::ranges::find(reported_, sheet_column,
                                                       &UnreadHeading::column) != reported_.end();
            if (isBlank(here) || is_remark || isPeriod(column) || column == resource_ ||
                is_reported || isTold(layout, sheet_column)) {
                continue;
            }
            if (hasWordAt(period_row_, column, kTotal) || hasWordAt(period_row_, column, kRemark)) {
                layout.ignored.push_back(
                    {sheet_column, headingOf(here), "a total or a remark among the periods"});
                continue;
            }
            const bool is_other = std::ranges::find(other_lengths_, column) != other_lengths_.end();
            layout.unread.push_back(
                {period_row_, sheet_column, "column " + columnLetters(sheet_column), seenText(here),
                 is_other ? "a period as long as the others" : std::string{kExpectsPeriod}});
        }
    }

    static bool isTold(const CapacityLayout& layout, std::int32_t sheet_column) {
        return std::ranges::find(layout.ignored, sheet_column, &IgnoredHeading::column) !=
                   layout.ignored.end() ||
               std::ranges::find(layout.columns, sheet_column, &Column::column) !=
                   layout.columns.end();
    }

    void addAssumptions(CapacityLayout& layout) const {
        const auto add = [&](std::int32_t column, std::string_view expected) {
            const auto period = periods_.find(column);
            if (period == periods_.end()) {
                return;
            }
            const std::int32_t sheet_column = top_.columns[static_cast<std::size_t>(column)];
            layout.unread.push_back({period_row_, sheet_column,
                                     "column " + columnLetters(sheet_column),
                                     seenText(cell(period_row_, column)),
                                     std::string{expected} + "; taken for " +
                                         planning::isoText(*period->second.start)});
        };
        if (assumed_year_) {
            add(*assumed_year_, "a period with its year");
        }
        if (assumed_order_) {
            add(*assumed_order_, "a date in which day and month cannot be mistaken");
        }
    }

    const CapacityLayouts& of_;
    const Grid& top_;
    std::span<const UnreadHeading> reported_;
    std::int32_t begin_;
    std::int32_t first_row_ = 0;
    std::int32_t period_row_ = 0;
    std::int32_t bottom_ = 0;
    PeriodRow periods_; // by grid column
    std::vector<std::int32_t> other_lengths_;
    std::string target_; // the word for it; empty: none
    std::int32_t resource_ = 0;
    std::int32_t resource_row_ = 0;
    bool resource_is_canonical_ = false;
    bool resource_is_guessed_ = false;
    std::optional<std::int32_t> assumed_year_;
    std::optional<std::int32_t> assumed_order_;
};

std::optional<CapacityLayout>
CapacityLayouts::periodsAcross(std::int32_t row, std::span<const UnreadHeading> reported) const {
    return Wide{*this, row, reported}.run();
}

} // namespace keepable::tables
