// SPDX-License-Identifier: MPL-2.0
//
// Sheets nobody would write: headings, cells and settings drawn by the fuzzer from values that
// matter, read, checked as a plan, and asked everything the sheet functions ask. Whatever stands in
// the cells, nothing crashes, every deal has a verdict and a reason, and problems are in order and
// point to deals that exist.
#include "planning/promise_check.hpp"
#include "tables/headings.hpp"
#include "tables/names.hpp"
#include "tables/plan_reader.hpp"
#include "views/catalog.hpp"
#include "views/plan_answers.hpp"
#include "views/plan_handle.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

namespace {

using namespace keepable::tables;
namespace planning = keepable::planning;
namespace views = keepable::views;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Dates near each other, so that deals and periods meet; the rest are the edges of what is allowed.
// No dates at the end of time: a period of thousands of years only costs the fuzzer its speed.
constexpr std::array kNumbers{0.0,
                              1.0,
                              2.0,
                              3.0,
                              8.0,
                              40.0,
                              46023.0,
                              46024.0,
                              46027.0,
                              46030.0,
                              46034.5,
                              46041.0,
                              46054.0,
                              46082.0,
                              0.5,
                              0.1,
                              1.0 / 3,
                              1e-9,
                              5e-324,
                              100.0,
                              101.0,
                              -1.0,
                              -0.0,
                              1e7,
                              1e9,
                              1e9 + 0.5,
                              1e15,
                              9007199254740993.0,
                              73051.0,
                              2958466.0,
                              1e300,
                              -1e300,
                              kInfinity,
                              -kInfinity,
                              std::numeric_limits<double>::quiet_NaN()};

constexpr std::array<std::string_view, 64> kTexts{"Saw",
                                                  "saw ",
                                                  "Drill",
                                                  "Panel",
                                                  "Door",
                                                  "D1",
                                                  "D2",
                                                  "row 2",
                                                  "Row 3",
                                                  "",
                                                  " ",
                                                  "\u00a0",
                                                  "2026-01-05",
                                                  "2026-01-08",
                                                  "2026-01-12",
                                                  "2026-02-29",
                                                  "1/19/2026",
                                                  "19.1.2026",
                                                  "31 Jan 26",
                                                  "Jan 7, 2026",
                                                  "26-1-1",
                                                  "2099-12-31",
                                                  "2019-12-31",
                                                  "2026-01-05T08:00",
                                                  "5",
                                                  "1,000",
                                                  "1,5",
                                                  "12 %",
                                                  "100%",
                                                  "€ 7",
                                                  "-3",
                                                  "1 000.25",
                                                  "99999999999999999999",
                                                  "1e5",
                                                  "firm",
                                                  "won",
                                                  "held",
                                                  "open",
                                                  "lost",
                                                  "maybe",
                                                  "fixed",
                                                  "variable",
                                                  "High",
                                                  "low",
                                                  "As of",
                                                  "Holidays",
                                                  "Working days",
                                                  "Mon-Wed",
                                                  "Sun-Mon",
                                                  "Period length",
                                                  "week",
                                                  "month",
                                                  "Period rule",
                                                  "whole period",
                                                  "Work ahead",
                                                  "Fence",
                                                  "Rank by",
                                                  "value per hour",
                                                  "Firm",
                                                  "yes; ja",
                                                  "Ünïcode",
                                                  "\xff\xfe",
                                                  "u\u0308",
                                                  "Closed"};

constexpr std::array<std::string_view, 24> kHeadings{
    "Deal",           "Customer",        "Item",        "Quantity",  "Promised date",
    "Earliest start", "Status",          "Probability", "Value",     "Owner",
    "Priority",       "Held until",      "Done",        "Resource",  "Period",
    "Capacity",       "Hours per unit",  "Basis",       "Remark",    "Lead-time offset",
    "Available from", "Available until", "2026-01-05",  "2026-01-12"};

class Bytes {
  public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

    std::uint8_t next() {
        if (size_ == 0) {
            return 0;
        }
        --size_;
        return *data_++;
    }
    // Half of the texts are the fuzzer's own.
    std::string_view text() {
        const auto size = std::min<std::size_t>(next() % 32, size_);
        const std::string_view text{reinterpret_cast<const char*>(data_), size};
        data_ += size;
        size_ -= size;
        return text;
    }

  private:
    const std::uint8_t* data_;
    std::size_t size_;
};

Cell anyCell(Bytes& bytes, TextPool& texts) {
    const std::uint8_t choice = bytes.next();
    if (choice < 0x60) {
        return Cell::text(kTexts[choice % kTexts.size()]);
    }
    if (choice < 0xc0) {
        return Cell::number(kNumbers[choice % kNumbers.size()]);
    }
    if (choice < 0xd0) {
        return Cell::number(46000 + bytes.next() / 2.0);
    }
    if (choice < 0xe0) {
        return Cell::text(texts.keep(bytes.text()));
    }
    return choice < 0xe8 ? Cell::error() : Cell{};
}

// A heading row that is mostly complete: the needed headings, then some of all.
Cell heading(TableKind kind, std::int32_t column, Bytes& bytes) {
    constexpr std::array<std::array<std::string_view, 3>, 3> kNeeded{{
        {"Item", "Quantity", "Promised date"},
        {"Resource", "Period", "Capacity"},
        {"Item", "Resource", "Hours per unit"},
    }};
    const std::uint8_t choice = bytes.next();
    if (column < 3 && choice < 0xf0) {
        return Cell::text(
            kNeeded[static_cast<std::size_t>(kind)][static_cast<std::size_t>(column)]);
    }
    return Cell::text(kHeadings[choice % kHeadings.size()]);
}

Grid anyGrid(Bytes& bytes, std::int32_t columns, std::int32_t rows) {
    Grid grid;
    grid.sheet = "Sheet1";
    grid.first_row = bytes.next();
    for (std::int32_t column = 0; column < columns; ++column) {
        grid.columns.push_back(column * 2);
    }
    for (std::int32_t i = 0; i < columns * rows; ++i) {
        grid.cells.push_back(anyCell(bytes, grid.texts));
    }
    return grid;
}

struct AnyTable {
    bool is_found = false;
    Table table;
};

AnyTable anyTable(TableKind kind, Bytes& bytes, const ReadingContext& context) {
    const std::int32_t columns = 3 + bytes.next() % 8;
    const std::int32_t rows = 1 + bytes.next() % 24;
    Grid range = anyGrid(bytes, columns, rows);
    for (std::int32_t column = 0; column < columns; ++column) {
        range.cells[static_cast<std::size_t>(column)] = heading(kind, column, bytes);
    }
    auto found = findHeadingRow(kind, range, context);
    if (!std::holds_alternative<HeadingRow>(found)) {
        return {};
    }
    AnyTable result{true, {std::move(std::get<HeadingRow>(found)), {}}};
    Grid& body = result.table.body;
    body.sheet = range.sheet;
    body.first_row = result.table.heading.row + 1;
    for (const Column& column : result.table.heading.columns) {
        body.columns.push_back(column.column);
    }
    for (std::int32_t row = body.first_row - range.first_row; row < rows; ++row) {
        for (const Column& column : result.table.heading.columns) {
            body.cells.push_back(range.at(row, column.column / 2));
        }
    }
    body.texts = std::move(range.texts);
    return result;
}

void demand(bool holds, const char* what) {
    if (!holds) {
        std::cerr << "broken: " << what << '\n';
        std::abort();
    }
}

void checkTables(const PlanTables& plan) {
    const planning::PlanInput& input = plan.input;
    demand(plan.texts.size() == input.deals.size(), "a text for every deal");
    demand(plan.unreadable_item_rows.size() == input.items.size(), "a row for every item");
    demand(plan.resources.size() == input.resources.size(), "each resource once");
    demand(plan.items.size() == input.items.size(), "each item once");
    std::uint32_t line = 0;
    for (const planning::Deal& deal : input.deals) {
        demand(deal.first_line == line, "the lines of deals follow each other");
        line += deal.line_count;
        demand(!(deal.status == planning::DealClass::kClosed && deal.needs_check),
               "closed before check row");
    }
    demand(line == input.lines.size(), "every line has a deal");
    for (std::size_t i = 0; i < plan.texts.size(); ++i) {
        demand(plan.texts[i].customer < plan.names.size() &&
                   plan.texts[i].owner < plan.names.size(),
               "names exist");
        demand(plan.deals.contains(foldedName(plan.texts[i].name)), "deals are found by name");
    }
    const auto place = [](const RowProblem& problem) {
        return std::pair{problem.table, problem.row};
    };
    demand(std::is_sorted(plan.problems.begin(), plan.problems.end(),
                          [&](const RowProblem& left, const RowProblem& right) {
                              return place(left) < place(right);
                          }),
           "problems are in order");
    for (const RowProblem& problem : plan.problems) {
        demand(!problemText(problem).empty(), "problems have sentences");
        demand(problem.deal == planning::kNone || problem.deal < input.deals.size(),
               "problems point to deals");
        demand(!problem.makes_check_row || input.deals[problem.deal].needs_check,
               "a problem that makes CHECK ROW does so");
    }
}

void checkVerdicts(const planning::CheckedPlan& plan) {
    demand(plan.report.verdicts.size() == plan.input.deals.size(), "a verdict for every deal");
    for (std::size_t i = 0; i < plan.input.deals.size(); ++i) {
        const planning::Deal& deal = plan.input.deals[i];
        const planning::Verdict verdict = plan.report.verdicts[i];
        demand((verdict == planning::Verdict::kCheckRow) == deal.needs_check,
               "CHECK ROW where a row needs it");
        demand((verdict == planning::Verdict::kClosed) ==
                   (deal.status == planning::DealClass::kClosed),
               "CLOSED where all lines are");
    }
}

// Every row is a deal at most, and every column of a heading a resource at most: few enough to ask
// all.
void checkAnswers(const planning::CheckedPlan& checked, const PlanTables& tables) {
    constexpr planning::DaySpan kAllDays{planning::kFirstDay, planning::kLastDay};
    views::PlanAnswers answers{tables};
    const views::Texts& texts = views::german();
    const planning::Day as_of = answers.asOf();
    const auto deal_count = static_cast<planning::DealIndex>(checked.input.deals.size());
    for (planning::DealIndex deal = 0; deal < deal_count; ++deal) {
        demand(answers.verdict(deal) == checked.report.verdicts[deal], "the same verdict again");
        demand(answers.reason(deal, texts).ends_with('.'), "a reason is a sentence");
        const bool is_planned = checked.report.rank_of_deal[deal] != planning::kNone;
        demand(is_planned || !answers.earliest(deal), "no date for what is not planned");
        const bool is_kept = answers.verdict(deal) == planning::Verdict::kKeepable;
        demand(!is_kept || answers.bottleneck(deal).empty(), "no bottleneck for what is kept");
        demand(!is_kept || answers.rivals(deal, texts).empty(), "no rivals for what is kept");
        demand(answers.shortfall(deal) >= planning::Hours{}, "a shortfall is not negative");
    }
    const auto rows = answers.table(texts);
    demand(rows.size() == deal_count, "a row of the table for every deal");
    for (planning::DealIndex deal = 0; deal < deal_count; ++deal) {
        demand(rows[deal].earliest == answers.earliest(deal), "the table's date is the deal's");
        demand(rows[deal].reason == answers.reason(deal, texts),
               "the table's reason is the deal's");
    }
    for (std::uint32_t resource = 0; resource < checked.input.resources.size(); ++resource) {
        for (const planning::DaySpan span :
             {kAllDays, planning::DaySpan{as_of, as_of + 6}, planning::DaySpan{as_of, as_of - 1}}) {
            for (const auto kind : {views::LoadKind::kConfirmed, views::LoadKind::kWeighted,
                                    views::LoadKind::kExposure}) {
                const planning::Hours hours = answers.load(resource, span, kind);
                demand(hours >= planning::Hours{}, "a load is not negative");
                demand(!span.isEmpty() || hours == planning::Hours{}, "no load in no days");
            }
            static_cast<void>(answers.free(resource, span));
        }
    }
    for (const auto& [name, item] : tables.items) {
        if (answers.itemNamed(name)) {
            const auto date = answers.quote(item, planning::Quantity::whole(3), as_of + 2);
            demand(!date || *date >= as_of + 2, "a quote is not before what was asked");
        }
    }
    const std::string handle = views::planHandle(answers.report(), answers.problems(), 42);
    demand(handle.ends_with(views::digestText(42)), "a handle ends in its digest");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes bytes{data, size};
    ReadingContext context;
    context.today = {20458}; // 2026-01-05
    context.locale.date_order = static_cast<DateOrder>(bytes.next() % 3);
    context.locale.month_abbreviations[0] = "Jan";
    const std::uint8_t parts = bytes.next();
    // Capacity stands first, so that short inputs already make plans.
    const AnyTable capacity = anyTable(TableKind::kCapacity, bytes, context);
    const AnyTable deals = anyTable(TableKind::kDeals, bytes, context);
    const AnyTable items = anyTable(TableKind::kItems, bytes, context);
    const Grid settings = anyGrid(bytes, 2, bytes.next() % 8);
    if (!capacity.is_found || !deals.is_found) {
        return 0;
    }
    const auto read = readPlan({&deals.table, &capacity.table,
                                items.is_found && (parts & 1) != 0 ? &items.table : nullptr,
                                (parts & 2) != 0 ? &settings : nullptr},
                               context);
    if (const auto* plan = std::get_if<PlanTables>(&read)) {
        checkTables(*plan);
        const planning::CheckedPlan checked = planning::checkPromises(plan->input);
        checkVerdicts(checked);
        checkAnswers(checked, *plan);
    }
    return 0;
}
