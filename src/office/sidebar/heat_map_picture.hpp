// SPDX-License-Identifier: MPL-2.0
//
// Draws a heat map of capacity: names of resources at the left, periods above, in each box its
// number. What is over full has a border and a corner mark besides its colour.
//
// Shape:   only the boxes seen are drawn, and only their numbers are asked for. Colours run from
//          pale to strong blue, over full is orange: told apart by every kind of colour vision, in
//          light and in dark.
// Units:   pixels; all sizes follow the height of the text.
#pragma once

#include "office/sidebar/pen.hpp"
#include "views/capacity_heat_map.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace keepable::office {

// What is seen of the map, and where the user is in it.
struct HeatMapView {
    std::size_t first_row = 0;
    std::size_t first_column = 0;
    std::size_t row = 0;
    std::size_t column = 0;
    views::LoadKind kind = views::LoadKind::kExposure;
    std::optional<std::size_t> as_of_column;
    bool has_focus = false;
};

struct HeatMapSizes {
    int name_width = 0;
    int heading_height = 0; // of both lines
    int row_height = 1;
    int column_width = 1;
    std::size_t rows_shown = 0;
    std::size_t columns_shown = 0;

    [[nodiscard]] static HeatMapSizes of(const Look& look, const std::vector<rtl::OUString>& names,
                                         std::size_t columns, int width, int height);
    [[nodiscard]] static int headingHeight(const Look& look);
    [[nodiscard]] static int rowHeight(const Look& look);

    // The row and column at a point: none left of or above the boxes, or beyond them.
    [[nodiscard]] std::optional<std::size_t> rowAt(int y, const HeatMapView& view,
                                                   std::size_t rows) const;
    [[nodiscard]] std::optional<std::size_t> columnAt(int x, const HeatMapView& view,
                                                      std::size_t columns) const;
};

// `names` are those of the map's rows.
void drawHeatMap(Pen& pen, const HeatMapSizes& sizes, const HeatMapView& view,
                 const views::CapacityHeatMap& map, const std::vector<rtl::OUString>& names,
                 views::PlanAnswers& answers, const views::Texts& texts);

} // namespace keepable::office
