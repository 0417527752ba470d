// SPDX-License-Identifier: MPL-2.0
//
// The capacity of a plan as a map: a row for each resource, a column for each period, in each box
// how much of the capacity is taken. Zooming out puts periods together.
//
// Shape:   columns follow one another without overlapping. At the plan's own periods there is one
//          from each period start up to the next one or the period's end; further out, calendar
//          weeks, months, quarters or years from the first period to the last. Refused tentative
//          work stands on its last day wherever that is: where it falls outside all periods, a
//          column of its own shows it (before, between or after). So the boxes of a row add up to
//          CAPACITY_LOAD of all days.
// Units:   exact hours. A percentage is rounded, but never up to 100 from below nor down to it from
//          above.
// Cost:    columns once a map; a box is a few look-ups in the profiles that PlanAnswers keeps.
// Source:  contract section 4, CAPACITY_LOAD.
#pragma once

#include "views/plan_answers.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::views {

enum class Zoom : std::uint8_t { kPeriod, kWeek, kMonth, kQuarter, kYear };

struct MapColumn {
    enum class Kind : std::uint8_t { kPeriod, kBefore, kBetween, kAfter };

    planning::DaySpan span;
    Kind kind = Kind::kPeriod;
};

// How full a box is, for its colour.
enum class Level : std::uint8_t {
    kNothing, // neither capacity nor load
    kEmpty,
    kLight, // up to half
    kBusy,  // up to nine tenths
    kNearFull,
    kFull,
    kOver // more than the capacity, or load where there is none
};

struct MapBox {
    planning::Hours capacity;
    planning::Hours load;
    std::optional<std::int64_t> percent; // none without capacity
    Level level = Level::kNothing;
    // A period inside is over full, although all of them together are not.
    bool has_over_inside = false;
};

struct BoxDeal {
    planning::DealIndex deal = 0;
    planning::Hours hours;
    bool is_refused = false;
};

class CapacityHeatMap {
  public:
    CapacityHeatMap() = default; // no rows, no columns
    // At that zoom, or the nearest one that groups this plan's periods.
    CapacityHeatMap(PlanAnswers& answers, Zoom wanted);

    [[nodiscard]] const std::vector<planning::ResourceIndex>& rows() const { return rows_; }
    [[nodiscard]] const std::vector<MapColumn>& columns() const { return columns_; }
    [[nodiscard]] bool isEmpty() const { return rows_.empty() || columns_.empty(); }
    [[nodiscard]] Zoom zoom() const { return zoom_; }
    // Nothing when there is no further zoom in that direction.
    [[nodiscard]] std::optional<Zoom> zoomedIn() const;
    [[nodiscard]] std::optional<Zoom> zoomedOut() const;
    // The column with the day, else the first one after it, else the last. The map is not empty.
    [[nodiscard]] std::size_t columnAt(planning::Day day) const;

    // In these, row and column are within rows() and columns(), and answers those of the map.
    [[nodiscard]] MapBox box(PlanAnswers& answers, std::size_t row, std::size_t column,
                             LoadKind kind) const;
    // Whose hours they are, most first; they add up to the load.
    [[nodiscard]] std::vector<BoxDeal> deals(PlanAnswers& answers, std::size_t row,
                                             std::size_t column, LoadKind kind) const;
    // One box, for tooltip and screen reader.
    [[nodiscard]] std::string sentence(PlanAnswers& answers, std::size_t row, std::size_t column,
                                       LoadKind kind, const Texts& texts) const;
    // The whole map: a line with the kind of load, then one for each box with capacity or load.
    [[nodiscard]] std::string text(PlanAnswers& answers, LoadKind kind, const Texts& texts) const;

    // Headings of a column: the finer one ("5", "W 2", "Jan", "Q1") and the one that neighbours
    // share ("Jan 2026", "2026").
    [[nodiscard]] std::string fineHeading(std::size_t column, const Texts& texts) const;
    [[nodiscard]] std::string coarseHeading(std::size_t column, const Texts& texts) const;
    // In full, with dates.
    [[nodiscard]] std::string columnName(std::size_t column, const Texts& texts) const;

  private:
    std::vector<planning::ResourceIndex> rows_;
    std::vector<MapColumn> periods_; // the plan's own
    std::vector<MapColumn> columns_;
    Zoom zoom_ = Zoom::kPeriod;
    std::vector<Zoom> zooms_; // that group this plan's periods, finest first
};

// What a box shows: "87 %", hours where there is no capacity, "–" where there is nothing.
[[nodiscard]] std::string boxText(const MapBox& box, const Texts& texts);

} // namespace keepable::views
