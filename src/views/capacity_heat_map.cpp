// SPDX-License-Identifier: MPL-2.0
#include "views/capacity_heat_map.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using planning::Day;
using planning::DaySpan;
using planning::Hours;
using Kind = MapColumn::Kind;

struct Civil {
    int year = 0;
    int month = 0;
    int day = 0;
};

Civil civilOf(Day day) {
    const std::string iso = planning::isoText(day);
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = 0;
        std::from_chars(iso.data() + from, iso.data() + from + size, value);
        return value;
    };
    return {number(0, 4), number(5, 2), number(8, 2)};
}

int weekdayNumber(Day day) { // Monday is 0
    return static_cast<int>(planning::weekdayOf(day));
}

DaySpan unitAround(Day day, Zoom zoom) {
    if (zoom == Zoom::kPeriod) {
        return {day, day};
    }
    if (zoom == Zoom::kWeek) {
        const Day monday = day - weekdayNumber(day);
        return {monday, monday + 6};
    }
    const int months = zoom == Zoom::kMonth ? 1 : zoom == Zoom::kQuarter ? 3 : 12;
    const Civil civil = civilOf(day);
    const int first_month = (civil.month - 1) / months * months + 1;
    const Day first = planning::dayFromCivil(civil.year, first_month, 1).value_or(day);
    return {first, planning::addMonths(first, months) - 1};
}

// The zooms that put periods of this length together.
std::vector<Zoom> zoomsFor(planning::PeriodLength length) {
    const int days = length.is_month ? 31 : length.days;
    std::vector<Zoom> zooms{Zoom::kPeriod};
    for (const auto& [zoom, longer_than] :
         {std::pair{Zoom::kWeek, 7}, std::pair{Zoom::kMonth, 28}, std::pair{Zoom::kQuarter, 90},
          std::pair{Zoom::kYear, 360}}) {
        if (days < longer_than) {
            zooms.push_back(zoom);
        }
    }
    return zooms;
}

// The last days of refused tentative work: the only load that may lie outside all periods.
std::vector<Day> refusedDays(const planning::CheckedPlan& plan) {
    std::vector<Day> days;
    const planning::PlanBoard& board = plan.board;
    for (planning::DealIndex deal = 0; deal < plan.input.deals.size(); ++deal) {
        if (plan.report.classes[deal] != planning::DealClass::kTentative) {
            continue;
        }
        for (std::uint32_t load = board.first_load_of_deal[deal];
             load < board.first_load_of_deal[deal + 1]; ++load) {
            if (board.loads[load].work == planning::kNone) {
                days.push_back(board.loads[load].window.last);
            }
        }
    }
    std::sort(days.begin(), days.end());
    return days;
}

std::vector<MapColumn> periodsOf(const planning::CheckedPlan& plan) {
    std::vector<Day> starts;
    for (const planning::CapacityEntry& entry : plan.input.capacity) {
        starts.push_back(entry.period_start);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    if (starts.empty()) {
        return {};
    }
    const std::vector<Day> refused = refusedDays(plan);
    const auto any_refused = [&](DaySpan span) {
        const auto first = std::lower_bound(refused.begin(), refused.end(), span.first);
        return first != refused.end() && *first <= span.last;
    };
    std::vector<MapColumn> columns;
    if (!refused.empty() && refused.front() < starts.front()) {
        columns.push_back({{refused.front(), starts.front() - 1}, Kind::kBefore});
    }
    for (std::size_t i = 0; i < starts.size(); ++i) {
        DaySpan span = planning::periodFrom(starts[i], plan.board.capacity.period_length);
        if (i + 1 == starts.size()) {
            columns.push_back({span, Kind::kPeriod});
            break;
        }
        span.last = std::min(span.last, starts[i + 1] - 1);
        columns.push_back({span, Kind::kPeriod});
        const DaySpan gap{span.last + 1, starts[i + 1] - 1};
        if (!gap.isEmpty() && any_refused(gap)) {
            columns.push_back({gap, Kind::kBetween});
        }
    }
    const Day end = columns.back().span.last;
    if (!refused.empty() && refused.back() > end) {
        columns.push_back({{end + 1, refused.back()}, Kind::kAfter});
    }
    return columns;
}

// The calendar units that the periods touch, and what they leave of the columns beside and between.
std::vector<MapColumn> unitsOf(const std::vector<MapColumn>& periods, Zoom zoom) {
    std::vector<MapColumn> units;
    for (const MapColumn& period : periods) {
        if (period.kind != Kind::kPeriod) {
            continue;
        }
        Day first = period.span.first;
        if (!units.empty()) {
            first = std::max(first, units.back().span.last + 1);
        }
        while (first <= period.span.last) {
            units.push_back({unitAround(first, zoom), Kind::kPeriod});
            first = units.back().span.last + 1;
        }
    }
    std::vector<MapColumn> columns;
    auto unit = units.cbegin();
    for (const MapColumn& period : periods) {
        if (period.kind == Kind::kPeriod) {
            continue;
        }
        for (; unit != units.cend() && unit->span.first <= period.span.first; ++unit) {
            columns.push_back(*unit);
        }
        DaySpan left = period.span;
        if (!columns.empty()) {
            left.first = std::max(left.first, columns.back().span.last + 1);
        }
        if (unit != units.cend()) {
            left.last = std::min(left.last, unit->span.first - 1);
        }
        if (!left.isEmpty()) {
            columns.push_back({left, period.kind});
        }
    }
    columns.insert(columns.end(), unit, units.cend());
    return columns;
}

std::int64_t percentOf(Hours load, Hours capacity) {
    __extension__ using Wide = __int128;
    const Wide hundredfold = static_cast<Wide>(load.units) * 100;
    const auto rounded =
        static_cast<std::int64_t>((hundredfold + capacity.units / 2) / capacity.units);
    if (load < capacity) {
        return std::min<std::int64_t>(rounded, 99);
    }
    return load > capacity ? std::max<std::int64_t>(rounded, 101) : 100;
}

Level levelOf(Hours load, Hours capacity) {
    if (load.units == 0) {
        return capacity.units == 0 ? Level::kNothing : Level::kEmpty;
    }
    if (load >= capacity) {
        return load == capacity ? Level::kFull : Level::kOver;
    }
    if (load.units <= capacity.units / 2) {
        return Level::kLight;
    }
    return load.units <= capacity.units / 10 * 9 ? Level::kBusy : Level::kNearFull;
}

std::string_view kindKey(LoadKind kind) {
    switch (kind) {
    case LoadKind::kConfirmed:
        return "capacity.kind.confirmed";
    case LoadKind::kWeighted:
        return "capacity.kind.weighted";
    case LoadKind::kExposure:
        return "capacity.kind.exposure";
    }
    return {};
}

// The n-th word of a text, from 1.
std::string word(const std::string& words, int number) {
    std::size_t from = 0;
    for (; number > 1 && from != std::string::npos; --number) {
        from = words.find(' ', from);
        from = from == std::string::npos ? from : from + 1;
    }
    return from == std::string::npos ? std::string{}
                                     : words.substr(from, words.find(' ', from) - from);
}

std::string loadText(const MapBox& box, const Texts& texts) {
    const std::string load = decimalText(box.load);
    if (!box.percent) {
        return texts("capacity.load.none", {load});
    }
    std::string text =
        texts("capacity.load", {load, decimalText(box.capacity), std::to_string(*box.percent)});
    if (box.level == Level::kOver) {
        text += texts("capacity.over", {decimalText(box.load - box.capacity)});
    } else if (box.has_over_inside) {
        text += texts("capacity.overInside");
    }
    return text;
}

} // namespace

CapacityHeatMap::CapacityHeatMap(PlanAnswers& answers, Zoom wanted) {
    planning::CheckedPlan& plan = answers.plan();
    periods_ = periodsOf(plan);
    zooms_ = zoomsFor(plan.board.capacity.period_length);
    zoom_ = *std::prev(std::upper_bound(zooms_.begin(), zooms_.end(), wanted));
    columns_ = zoom_ == Zoom::kPeriod ? periods_ : unitsOf(periods_, zoom_);
    for (planning::ResourceIndex resource = 0; resource < plan.input.resources.size(); ++resource) {
        if (plan.board.capacity.has_capacity_row[resource] ||
            !plan.board.loadsOn(resource).empty()) {
            rows_.push_back(resource);
        }
    }
}

std::optional<Zoom> CapacityHeatMap::zoomedIn() const {
    const auto here = std::find(zooms_.begin(), zooms_.end(), zoom_);
    return here == zooms_.end() || here == zooms_.begin() ? std::nullopt
                                                          : std::optional{*std::prev(here)};
}

std::optional<Zoom> CapacityHeatMap::zoomedOut() const {
    const auto here = std::find(zooms_.begin(), zooms_.end(), zoom_);
    return here == zooms_.end() || std::next(here) == zooms_.end()
               ? std::nullopt
               : std::optional{*std::next(here)};
}

std::size_t CapacityHeatMap::columnAt(Day day) const {
    const auto found =
        std::partition_point(columns_.begin(), columns_.end(),
                             [&](const MapColumn& column) { return column.span.last < day; });
    const auto index = static_cast<std::size_t>(found - columns_.begin());
    return std::min(index, columns_.size() - 1);
}

MapBox CapacityHeatMap::box(PlanAnswers& answers, std::size_t row, std::size_t column,
                            LoadKind kind) const {
    const planning::ResourceIndex resource = rows_[row];
    const planning::DayTotals& capacity = answers.profileOf(resource).capacity;
    const DaySpan span = columns_[column].span;
    MapBox box;
    box.capacity = capacity.within(span);
    box.load = answers.load(resource, span, kind);
    box.level = levelOf(box.load, box.capacity);
    if (box.capacity.units > 0) {
        box.percent = percentOf(box.load, box.capacity);
    }
    if (zoom_ != Zoom::kPeriod && box.level != Level::kOver && box.load.units > 0) {
        auto period =
            std::partition_point(periods_.begin(), periods_.end(), [&](const MapColumn& candidate) {
                return candidate.span.last < span.first;
            });
        for (; period != periods_.end() && period->span.first <= span.last; ++period) {
            box.has_over_inside =
                box.has_over_inside ||
                answers.load(resource, period->span, kind) > capacity.within(period->span);
        }
    }
    return box;
}

std::vector<BoxDeal> CapacityHeatMap::deals(PlanAnswers& answers, std::size_t row,
                                            std::size_t column, LoadKind kind) const {
    std::vector<BoxDeal> deals;
    for (const auto& [deal, hours] :
         dealsWithin(answers.plan(), rows_[row], columns_[column].span, kind)) {
        deals.push_back({deal, hours, answers.verdict(deal) != planning::Verdict::kKeepable});
    }
    return deals;
}

std::string CapacityHeatMap::sentence(PlanAnswers& answers, std::size_t row, std::size_t column,
                                      LoadKind kind, const Texts& texts) const {
    return texts("capacity.box",
                 {answers.plan().input.resources[rows_[row]], columnName(column, texts),
                  loadText(box(answers, row, column, kind), texts)});
}

std::string CapacityHeatMap::text(PlanAnswers& answers, LoadKind kind, const Texts& texts) const {
    std::string text = texts("capacity.map", {texts(kindKey(kind))});
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            if (box(answers, row, column, kind).level != Level::kNothing) {
                text += '\n' + sentence(answers, row, column, kind, texts);
            }
        }
    }
    return text;
}

std::string CapacityHeatMap::fineHeading(std::size_t column, const Texts& texts) const {
    const MapColumn& shown = columns_[column];
    switch (shown.kind) {
    case Kind::kBefore:
        return "<";
    case Kind::kBetween:
        return "·";
    case Kind::kAfter:
        return ">";
    case Kind::kPeriod:
        break;
    }
    const Civil civil = civilOf(shown.span.first);
    const bool is_month = shown.span.days() >= 28 && civil.day == 1;
    if (zoom_ == Zoom::kYear) {
        return std::to_string(civil.year);
    }
    if (zoom_ == Zoom::kQuarter) {
        return texts("capacity.quarter", {std::to_string((civil.month + 2) / 3)});
    }
    if (zoom_ == Zoom::kMonth || is_month) {
        return word(texts("capacity.months"), civil.month);
    }
    return std::to_string(civil.day);
}

std::string CapacityHeatMap::coarseHeading(std::size_t column, const Texts& texts) const {
    const MapColumn& shown = columns_[column];
    if (shown.kind != Kind::kPeriod || zoom_ == Zoom::kYear) {
        return {};
    }
    const Civil civil = civilOf(shown.span.first);
    std::string year = std::to_string(civil.year);
    const bool is_month = shown.span.days() >= 28 && civil.day == 1;
    if (zoom_ == Zoom::kQuarter || zoom_ == Zoom::kMonth || is_month) {
        return year;
    }
    return texts("capacity.monthOfYear", {word(texts("capacity.months"), civil.month), year});
}

std::string CapacityHeatMap::columnName(std::size_t column, const Texts& texts) const {
    const DaySpan span = columns_[column].span;
    const std::string first = isoText(span.first);
    return span.days() == 1 ? first : texts("capacity.span", {first, isoText(span.last)});
}

std::string boxText(const MapBox& box, const Texts& texts) {
    if (box.percent) {
        return texts("capacity.percent", {std::to_string(*box.percent)});
    }
    return box.load.units == 0 ? "\u2013" : texts("capacity.hours", {decimalText(box.load)});
}

} // namespace keepable::views
