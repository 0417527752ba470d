// SPDX-License-Identifier: MPL-2.0
#include "views/decision_sheet.hpp"

#include "tables/names.hpp"
#include "views/log_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace keepable::views {

namespace {

using review::Action;
using review::LogEvent;
using review::LogFault;
using review::LogField;
using review::LogFinding;
using review::LogRow;
using review::LogSeal;
using review::Side;
using tables::Cell;
using tables::CellKind;
using tables::Grid;

constexpr std::int32_t kHeadingSearchRows = 200;
constexpr std::int32_t kNewHeadingRow = 3;
constexpr std::int32_t kNewSealRow = 2;
constexpr std::int64_t kMostNumber = 1'000'000'000;
constexpr std::size_t kMostChain = 16;

constexpr std::array kFieldColumns{LogColumn::kWhen, LogColumn::kDeal,   LogColumn::kSide,
                                   LogColumn::kBy,   LogColumn::kAction, LogColumn::kFrom,
                                   LogColumn::kTo,   LogColumn::kReason, LogColumn::kState};
static_assert(kFieldColumns.size() == review::kLogFields);

std::int32_t shown(std::int32_t row) {
    return row + 1;
}

class LogSheetReader {
  public:
    LogSheetReader(const Grid& sheet, const tables::ReadingContext& context,
                   const ReviewWords& words, const review::People& people)
        : sheet_(sheet), words_(words), people_(people), text_(context, words) {}

    LogReading run() {
        place_.next_row = sheet_.first_row + sheet_.rowCount();
        place_.next_column = sheet_.columns.empty() ? 0 : sheet_.columns.back() + 1;
        findHeadings();
        if (!place_.has_headings) {
            return {{}, place_};
        }
        const std::optional<LogSeal> seal = findSeal();
        std::int32_t last_used = heading_;
        for (std::int32_t row = heading_ + 1; row < sheet_.rowCount(); ++row) {
            if (!isEmptyRow(row)) {
                last_used = row;
                if (isOurs(row)) {
                    readRow(row);
                }
            }
        }
        place_.next_row = sheet_.first_row + last_used + 1;
        return {
            review::DecisionLog{std::move(events_), std::move(rows_), seal, std::move(findings_)},
            place_};
    }

  private:
    void findHeadings() {
        std::size_t most = 0;
        for (std::int32_t row = 0; row < std::min(sheet_.rowCount(), kHeadingSearchRows); ++row) {
            std::array<std::optional<std::int32_t>, kLogColumns> columns;
            std::size_t found = 0;
            for (std::int32_t column = 0; column < sheet_.columnCount(); ++column) {
                const auto meaning = words_.heading(sheet_.at(row, column).text());
                if (meaning && !columns[static_cast<std::size_t>(*meaning)]) {
                    columns[static_cast<std::size_t>(*meaning)] = column;
                    ++found;
                }
            }
            // A row of the log itself may have a word or two in common with the headings.
            constexpr std::size_t kLeast = 4;
            if (found >= kLeast && found > most) {
                most = found;
                heading_ = row;
                grid_columns_ = columns;
            }
        }
        place_.has_headings = most > 0;
        place_.heading_row = sheet_.first_row + heading_;
        for (std::size_t column = 0; column < kLogColumns; ++column) {
            if (grid_columns_[column]) {
                place_.columns[column] =
                    sheet_.columns[static_cast<std::size_t>(*grid_columns_[column])];
            }
        }
    }

    std::optional<LogSeal> findSeal() {
        place_.seal_row = std::max(0, place_.heading_row - 1);
        place_.seal_column = 0;
        for (std::int32_t row = 0; row < heading_; ++row) {
            for (std::int32_t column = 0; column < sheet_.columnCount(); ++column) {
                if (auto seal = sealFrom(sheet_.at(row, column).text())) {
                    place_.seal_row = sheet_.first_row + row;
                    place_.seal_column = sheet_.columns[static_cast<std::size_t>(column)];
                    return seal;
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isEmptyRow(std::int32_t row) const {
        for (std::int32_t column = 0; column < sheet_.columnCount(); ++column) {
            if (!tables::isBlank(sheet_.at(row, column))) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] const Cell& cell(std::int32_t row, LogColumn column) const {
        static const Cell nothing;
        const auto found = grid_columns_[static_cast<std::size_t>(column)];
        return found ? sheet_.at(row, *found) : nothing;
    }

    // Remarks in columns of the user alone are no rows of the log.
    [[nodiscard]] bool isOurs(std::int32_t row) const {
        return std::ranges::any_of(grid_columns_, [&](const auto& column) {
            return column && !tables::isBlank(sheet_.at(row, *column));
        });
    }

    [[nodiscard]] std::string textOf(const Cell& cell) {
        return review::lastingText(unguardedText(tables::nameIn(cell, scratch_)));
    }

    void readRow(std::int32_t grid_row) {
        LogRow row;
        row.sheet_row = shown(sheet_.first_row + grid_row);
        const auto report = [&](LogFault fault, std::int32_t other_row = 0) {
            findings_.push_back(LogFinding{fault, row.sheet_row, other_row, 0, 0});
        };
        for (const LogColumn column : kFieldColumns) {
            if (cell(grid_row, column).kind() == CellKind::kError) {
                report(LogFault::kErrorCell);
                break;
            }
        }
        const auto number =
            text_.cells().wholeNumber(cell(grid_row, LogColumn::kNumber), 1, kMostNumber);
        if (number.isRead()) {
            row.number = number.value;
        }
        row.check = textOf(cell(grid_row, LogColumn::kCheck));
        LogEvent event;
        const auto moment = text_.moment(cell(grid_row, LogColumn::kWhen));
        event.when = moment ? *moment : events_.empty() ? review::Moment{} : events_.back().when;
        row[LogField::kWhen] =
            moment ? momentText(*moment) : textOf(cell(grid_row, LogColumn::kWhen));
        for (const auto& [field, column] : {std::pair{LogField::kDeal, LogColumn::kDeal},
                                            {LogField::kSide, LogColumn::kSide},
                                            {LogField::kBy, LogColumn::kBy},
                                            {LogField::kAction, LogColumn::kAction},
                                            {LogField::kReason, LogColumn::kReason},
                                            {LogField::kState, LogColumn::kState}}) {
            row[field] = textOf(cell(grid_row, column));
        }
        for (const auto& [field, column] :
             {std::pair{LogField::kFrom, LogColumn::kFrom}, {LogField::kTo, LogColumn::kTo}}) {
            const auto day = text_.plainDay(cell(grid_row, column));
            row[field] = day ? planning::isoText(*day) : textOf(cell(grid_row, column));
        }
        if (!moment) {
            report(LogFault::kUnreadableWhen);
        }
        event.deal = dealFrom(row[LogField::kDeal]);
        event.by = nameFrom(row[LogField::kBy]);
        event.reason = row[LogField::kReason];
        const auto action = words_.action(row[LogField::kAction]);
        event.action = action.value_or(Action::kNoted);
        if (!action) {
            report(LogFault::kUnknownAction);
        }
        event.side = words_.side(row[LogField::kSide]).value_or(people_.sideOf(event.by.key));
        if (event.side == Side::kNeither && isSided(event.action)) {
            report(LogFault::kUnknownSide);
        }
        const bool is_capacity = isAboutCapacity(event.action);
        event.from = text_.terms(cell(grid_row, LogColumn::kFrom), is_capacity);
        event.to = text_.terms(cell(grid_row, LogColumn::kTo), is_capacity);
        event.state = text_.state(row[LogField::kState]);
        events_.push_back(std::move(event));
        rows_.push_back(std::move(row));
    }

    // Whether the action means little without knowing who took it.
    [[nodiscard]] static bool isSided(Action action) {
        return action < Action::kCapacityAdded || action == Action::kRiskAccepted;
    }

    const Grid& sheet_;
    const ReviewWords& words_;
    const review::People& people_;
    LogTextReader text_;
    LogPlace place_;
    std::int32_t heading_ = 0; // row of the grid
    std::array<std::optional<std::int32_t>, kLogColumns> grid_columns_;
    std::vector<LogEvent> events_;
    std::vector<LogRow> rows_;
    std::vector<LogFinding> findings_;
    std::string scratch_;
};

// A real date where a date is all there is. Where capacity is the subject a number is hours, so
// there even a date is text.
SheetValue valueOf(const review::Terms& terms, const std::string& text, bool is_about_capacity) {
    review::Terms day_alone;
    day_alone.day = terms.day;
    return terms.day && terms == day_alone && !is_about_capacity ? SheetValue::of(*terms.day)
                                                                 : SheetValue::of(text);
}

// All text as it will be read again.
LogEvent lasting(LogEvent event) {
    event.deal = dealFrom(event.deal.text);
    event.by = nameFrom(event.by.text);
    event.reason = review::lastingText(event.reason);
    for (review::Terms* const terms : {&event.from, &event.to}) {
        terms->resource = nameFrom(terms->resource.text);
        terms->text = review::lastingText(terms->text);
    }
    return event;
}

} // namespace

LogReading readDecisions(const Grid& sheet, const tables::ReadingContext& context,
                         const ReviewWords& words, const review::People& people) {
    return LogSheetReader{sheet, context, words, people}.run();
}

std::vector<PlacedValue> newDecisionSheet(const Texts& texts, LogPlace& place) {
    place = {};
    place.has_headings = true;
    place.heading_row = kNewHeadingRow;
    place.next_row = kNewHeadingRow + 1;
    place.next_column = static_cast<std::int32_t>(kLogColumns);
    place.seal_row = kNewSealRow;
    std::vector<PlacedValue> cells{
        {0, 0, SheetValue::of(kDecisionsSheet)},
        {1, 0, SheetValue::of(texts("review.sheet.purpose"))},
        {kNewSealRow, 0, SheetValue::of(sealText({}))},
    };
    for (std::size_t column = 0; column < kLogColumns; ++column) {
        place.columns[column] = static_cast<std::int32_t>(column);
        cells.push_back({kNewHeadingRow, static_cast<std::int32_t>(column),
                         SheetValue::of(word(static_cast<LogColumn>(column)))});
    }
    return cells;
}

std::vector<PlacedValue> appendDecision(review::DecisionLog& log, LogPlace& place, LogEvent event) {
    event = lasting(std::move(event));
    LogRow row;
    row.sheet_row = shown(place.next_row);
    row[LogField::kWhen] = momentText(event.when);
    row[LogField::kDeal] = event.deal.text;
    row[LogField::kSide] = word(event.side);
    row[LogField::kBy] = event.by.text;
    row[LogField::kAction] = word(event.action);
    row[LogField::kFrom] = termsText(event.from);
    row[LogField::kTo] = termsText(event.to);
    row[LogField::kReason] = event.reason;
    row[LogField::kState] = stateText(event.state);
    const LogRow& added = log.rows()[log.append(event, std::move(row))];
    std::array<SheetValue, kLogColumns> values;
    for (std::size_t field = 0; field < kFieldColumns.size(); ++field) {
        values[static_cast<std::size_t>(kFieldColumns[field])] = SheetValue::of(added.cells[field]);
    }
    const auto put = [&](LogColumn column, SheetValue value) {
        values[static_cast<std::size_t>(column)] = std::move(value);
    };
    const bool is_capacity = isAboutCapacity(event.action);
    put(LogColumn::kNumber, SheetValue::of(*added.number));
    put(LogColumn::kCheck, SheetValue::of(added.check));
    put(LogColumn::kWhen, SheetValue::of(event.when));
    put(LogColumn::kFrom, valueOf(event.from, added[LogField::kFrom], is_capacity));
    put(LogColumn::kTo, valueOf(event.to, added[LogField::kTo], is_capacity));

    std::vector<PlacedValue> cells{
        {place.seal_row, place.seal_column, SheetValue::of(sealText(log.seal()))}};
    for (std::size_t column = 0; column < kLogColumns; ++column) {
        auto& where = place.columns[column];
        if (!where) {
            // Somebody has deleted the column: it comes back at the right end.
            where = place.next_column++;
            cells.push_back(
                {place.heading_row, *where, SheetValue::of(word(static_cast<LogColumn>(column)))});
        }
        if (values[column].kind != ValueKind::kEmpty) {
            cells.push_back({place.next_row, *where, std::move(values[column])});
        }
    }
    ++place.next_row;
    return cells;
}

std::string sealText(const LogSeal& seal) {
    return std::to_string(seal.rows) + " rows, " + (seal.chain.empty() ? "-" : seal.chain);
}

std::optional<LogSeal> sealFrom(std::string_view text) {
    constexpr std::string_view kBetween = " rows, ";
    const std::string tidy = tables::tidyName(text);
    const std::size_t between = tidy.find(kBetween);
    if (between == std::string::npos) {
        return std::nullopt;
    }
    LogSeal seal;
    const auto read = std::from_chars(tidy.data(), tidy.data() + between, seal.rows);
    if (read.ec != std::errc{} || read.ptr != tidy.data() + between || seal.rows < 0 ||
        seal.rows > kMostNumber) {
        return std::nullopt;
    }
    seal.chain = tidy.substr(between + kBetween.size());
    if (seal.chain == "-") {
        seal.chain.clear();
    }
    return seal.chain.size() <= kMostChain ? std::optional{seal} : std::nullopt;
}

} // namespace keepable::views
