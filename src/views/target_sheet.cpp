// SPDX-License-Identifier: MPL-2.0
#include "views/target_sheet.hpp"

#include "tables/cell_value.hpp"
#include "tables/number_text.hpp"
#include "views/agenda_sentences.hpp"
#include "views/log_text.hpp"
#include "views/people_sheet.hpp"
#include "views/review_words.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using review::Figure;
using review::Metric;
using review::SharedTarget;
using review::Side;
using tables::Cell;
using tables::CellKind;

constexpr std::size_t place(TargetColumn column) {
    return static_cast<std::size_t>(column);
}

struct Limits {
    Figure least;
    Figure most;
};

Limits limitsOf(Metric metric) {
    constexpr std::int64_t kMostGrowth = 10;
    switch (metric) {
    case Metric::kKeptRate:
        return {{}, Figure::whole(1)};
    case Metric::kRevenueGrowth:
        return {Figure::whole(-1), Figure::whole(kMostGrowth)};
    default:
        return {{}, Figure{planning::kMostMoney.units}};
    }
}

// The figure of a cell that is not empty; none where it is no such number.
std::optional<Figure> figureOf(Metric metric, const Cell& cell, const std::string& text,
                               const tables::TextLocale& locale) {
    const auto figure = figureIn(cell.kind() == CellKind::kText ? Cell::text(text) : cell, locale);
    const auto number = tables::readNumberText(cell.kind() == CellKind::kText ? text : "", locale);
    if (!figure || (number && number->is_percent && !review::isRate(metric))) {
        return std::nullopt;
    }
    const Limits limits = limitsOf(metric);
    return *figure < limits.least || *figure > limits.most ? std::nullopt : figure;
}

class TargetReader {
  public:
    TargetReader(const OwnTable& table, const tables::ReadingContext& context,
                 const review::People& people, const WordTable& metrics, const Texts& texts)
        : table_(table), cells_(context), locale_(context.locale), people_(people),
          metrics_(metrics), texts_(texts) {}

    void readInto(TargetReading& reading) {
        reading_ = &reading;
        for (const std::int32_t row : table_.rows()) {
            readRow(row);
        }
    }

  private:
    void problem(std::int32_t row, std::string_view key,
                 std::initializer_list<std::string_view> arguments = {}) {
        reading_->problems.push_back({table_.shownRow(row), texts_(key, arguments)});
    }

    void readRow(std::int32_t row) {
        const std::string metric_text = table_.text(row, place(TargetColumn::kMetric));
        const auto metric = metrics_.as<Metric>(metric_text);
        if (!metric) {
            if (isStated(row)) {
                problem(row, "targets.unknownMetric", {metric_text, listOfMetrics()});
            }
            return;
        }
        SharedTarget target;
        target.metric = *metric;
        target.sheet_row = table_.shownRow(row);
        target.baseline = figure(row, TargetColumn::kBaseline, *metric);
        target.target = figure(row, TargetColumn::kTarget, *metric);
        target.stated = figure(row, TargetColumn::kActual, *metric);
        target.from = day(row, TargetColumn::kFrom);
        target.due = day(row, TargetColumn::kDue);
        target.sales_owner = nameFrom(table_.text(row, place(TargetColumn::kSalesOwner)));
        target.ops_owner = nameFrom(table_.text(row, place(TargetColumn::kOpsOwner)));
        judge(row, target);
        reading_->targets.push_back(std::move(target));
    }

    // What only we write makes no target.
    [[nodiscard]] bool isStated(std::int32_t row) const {
        for (std::size_t column = 0; column < place(TargetColumn::kNow); ++column) {
            if (!tables::isBlank(table_.at(row, column))) {
                return true;
            }
        }
        return false;
    }

    std::optional<Figure> figure(std::int32_t row, TargetColumn column, Metric metric) {
        const Cell& cell = table_.at(row, place(column));
        if (tables::isBlank(cell) && cell.kind() != CellKind::kError) {
            return std::nullopt;
        }
        const std::string text = table_.text(row, place(column));
        const auto read = figureOf(metric, cell, text, locale_);
        if (!read) {
            problem(row, review::isRate(metric) ? "targets.noRate" : "targets.noFigure",
                    {said(column, texts_), tables::seenText(cell)});
        }
        return read;
    }

    std::optional<planning::Day> day(std::int32_t row, TargetColumn column) {
        const Cell& cell = table_.at(row, place(column));
        const auto read = cells_.day(cell);
        if (read.isProblem()) {
            problem(row, "targets.noDay", {said(column, texts_), tables::seenText(cell)});
        }
        return read.isRead() ? std::optional{read.value} : std::nullopt;
    }

    void judge(std::int32_t row, const SharedTarget& target) {
        if (!target.target || !target.baseline || !target.due) {
            problem(row, "targets.incomplete");
        }
        if (target.from && target.due && *target.due < *target.from) {
            problem(row, "targets.dueBeforeFrom");
        }
        if (target.target && target.baseline) {
            if (*target.target == *target.baseline) {
                problem(row, "targets.nothingToReach");
            } else if ((*target.target < *target.baseline) != review::isLessBetter(target.metric)) {
                problem(row,
                        review::isLessBetter(target.metric) ? "targets.lessIsBetter"
                                                            : "targets.moreIsBetter",
                        {said(target.metric, texts_)});
            }
        }
        judgeOwner(row, target.sales_owner, Side::kSales);
        judgeOwner(row, target.ops_owner, Side::kOps);
    }

    void judgeOwner(std::int32_t row, const review::Name& owner, Side side) {
        const std::string side_word = said(side, texts_);
        if (owner.isEmpty()) {
            problem(row, "targets.noOwner", {side_word});
        } else if (!people_.isEmpty() && people_.named(owner.key) == nullptr) {
            problem(row, "targets.unknownOwner", {oneLine(owner.text)});
        } else if (people_.sideOf(owner.key) == review::otherSide(side)) {
            problem(row, "targets.otherSide", {oneLine(owner.text), side_word});
        }
    }

    const OwnTable& table_;
    tables::CellReader cells_;
    tables::TextLocale locale_;
    const review::People& people_;
    const WordTable& metrics_;
    const Texts& texts_;
    TargetReading* reading_ = nullptr;
};

} // namespace

TargetReading readTargets(const tables::Grid& sheet, const tables::ReadingContext& context,
                          const review::People& people, std::span<const Texts* const> languages,
                          const Texts& texts) {
    TargetReading reading;
    const WordTable headings = targetHeadings(languages);
    const WordTable other = peopleHeadings(languages);
    constexpr std::array kNeeded{place(TargetColumn::kMetric), place(TargetColumn::kTarget)};
    const std::array<const WordTable*, 1> others{&other};
    const auto table = OwnTable::find(sheet, headings, kTargetColumns, kNeeded, others);
    if (table) {
        reading.has_table = true;
        reading.heading_row = table->headingRow();
        for (std::size_t column = 0; column < kTargetColumns; ++column) {
            reading.columns[column] = table->column(column);
        }
        const WordTable metrics = targetMetrics(languages);
        TargetReader{*table, context, people, metrics, texts}.readInto(reading);
    }
    return reading;
}

std::vector<ShownCell> standingCells(const TargetReading& reading, const review::ReviewBook& book,
                                     const Saying& saying) {
    std::vector<ShownCell> cells;
    for (const SharedTarget& target : reading.targets) {
        const review::TargetStanding standing = review::standingOf(target, book);
        const auto put = [&](TargetColumn column, SheetValue value) {
            if (const auto where = reading.columns[place(column)]) {
                cells.push_back({target.sheet_row - 1, *where, std::move(value), ShownLook::kText});
            }
        };
        put(TargetColumn::kNow, standing.actual.value
                                    ? figureValue(target.metric, *standing.actual.value)
                                    : SheetValue{});
        put(TargetColumn::kProgress,
            standing.progress ? figureValue(Metric::kKeptRate, *standing.progress) : SheetValue{});
        put(TargetColumn::kStanding, SheetValue::of(saidStanding(standing, saying)));
    }
    return cells;
}

std::vector<ShownCell> newTargetTable(std::span<const SharedTarget> targets, std::int32_t first_row,
                                      const Texts& texts) {
    std::vector<ShownCell> cells;
    std::int32_t row = first_row;
    const auto put = [&](TargetColumn column, SheetValue value, ShownLook look) {
        cells.push_back({row, static_cast<std::int32_t>(column), std::move(value), look});
    };
    put(TargetColumn::kMetric, SheetValue::of(texts("targets.title")), ShownLook::kTitle);
    for (const std::string_view key : {"targets.purpose", "targets.howTo", "targets.metrics"}) {
        ++row;
        put(TargetColumn::kMetric, SheetValue::of(texts(key)), ShownLook::kNote);
    }
    row += 2;
    for (std::size_t column = 0; column < kTargetColumns; ++column) {
        const auto heading = static_cast<TargetColumn>(column);
        put(heading, SheetValue::of(word(heading)), ShownLook::kTableHeading);
    }
    for (const SharedTarget& target : targets) {
        ++row;
        const auto figure = [&](const std::optional<Figure>& value) {
            return value ? figureValue(target.metric, *value) : SheetValue{};
        };
        const auto day = [](const std::optional<planning::Day>& value) {
            return value ? SheetValue::of(*value) : SheetValue{};
        };
        put(TargetColumn::kMetric, SheetValue::of(word(target.metric)), ShownLook::kInput);
        put(TargetColumn::kBaseline, figure(target.baseline), ShownLook::kInput);
        put(TargetColumn::kTarget, figure(target.target), ShownLook::kInput);
        put(TargetColumn::kFrom, day(target.from), ShownLook::kInput);
        put(TargetColumn::kDue, day(target.due), ShownLook::kInput);
        put(TargetColumn::kSalesOwner, SheetValue::of(target.sales_owner.text), ShownLook::kInput);
        put(TargetColumn::kOpsOwner, SheetValue::of(target.ops_owner.text), ShownLook::kInput);
        put(TargetColumn::kActual, figure(target.stated), ShownLook::kInput);
    }
    return cells;
}

std::optional<Figure> figureIn(const Cell& cell, const tables::TextLocale& locale) {
    tables::DecimalDigits digits;
    bool is_negative = false;
    if (cell.kind() == CellKind::kNumber) {
        digits = tables::shortestDigits(cell.number());
        is_negative = cell.number() < 0;
    } else {
        const auto number = tables::readNumberText(cell.text(), locale);
        if (!number) {
            return std::nullopt;
        }
        digits = number->value;
        is_negative = number->is_negative;
        constexpr std::int32_t kPercent = 2;
        digits.point -= number->is_percent ? kPercent : 0;
    }
    const auto units = tables::unitsOf(digits, Figure::kDecimals, planning::kMostMoney.units);
    return units ? std::optional{Figure{is_negative ? -*units : *units}} : std::nullopt;
}

SheetValue figureValue(Metric metric, Figure figure) {
    return {review::isRate(metric) ? ValueKind::kShare : ValueKind::kNumber,
            {},
            figure.units,
            Figure::kDecimals,
            {},
            0};
}

} // namespace keepable::views
