// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/heat_map_picture.hpp"

#include "office/convert.hpp"

#include <algorithm>
#include <string>

namespace keepable::office {

namespace {

using views::Level;

struct Paint {
    Colour fill;
    Colour text;
};

// Contrast of number to fill is at least 4.5 to 1 for each.
Paint paintOf(Level level, const Look& look) {
    constexpr Colour kBlack = 0x000000;
    constexpr Colour kWhite = 0xFFFFFF;
    switch (level) {
    case Level::kNothing:
        return {look.background, look.line};
    case Level::kEmpty:
        return {look.is_dark ? blended(look.background, kWhite, 7) : 0xF4F8FB, look.text};
    case Level::kLight:
        return look.is_dark ? Paint{0x1B3A57, kWhite} : Paint{0xD3E5F3, kBlack};
    case Level::kBusy:
        return look.is_dark ? Paint{0x285D8C, kWhite} : Paint{0x9CC7E6, kBlack};
    case Level::kNearFull:
        return look.is_dark ? Paint{0x5CA3D3, kBlack} : Paint{0x59A1D3, kBlack};
    case Level::kFull:
        return look.is_dark ? Paint{0xA9D2EE, kBlack} : Paint{0x1F609B, kWhite};
    case Level::kOver:
        return {0xF2A21E, kBlack};
    }
    return {look.background, look.text};
}

class Drawing {
  public:
    Drawing(Pen& pen, const HeatMapSizes& sizes, const HeatMapView& view,
            const views::CapacityHeatMap& map, views::PlanAnswers& answers,
            const views::Texts& texts)
        : pen_(pen), look_(pen.look()), sizes_(sizes), view_(view), map_(map), answers_(answers),
          texts_(texts), last_row_(std::min(map.rows().size(), view.first_row + sizes.rows_shown)),
          last_column_(std::min(map.columns().size(), view.first_column + sizes.columns_shown)) {}

    void draw(const std::vector<rtl::OUString>& names) {
        headings();
        for (std::size_t row = view_.first_row; row < last_row_; ++row) {
            const bool is_current = row == view_.row;
            pen_.text({0, top(row), sizes_.name_width - look_.text_height / 3, sizes_.row_height},
                      names[row], look_.text, Align::kLeft,
                      is_current ? Weight::kBold : Weight::kNormal);
            for (std::size_t column = view_.first_column; column < last_column_; ++column) {
                box(row, column);
            }
        }
        asOf();
        cursor();
    }

  private:
    [[nodiscard]] int left(std::size_t column) const {
        return sizes_.name_width +
               static_cast<int>(column - view_.first_column) * sizes_.column_width;
    }
    [[nodiscard]] int top(std::size_t row) const {
        return sizes_.heading_height + static_cast<int>(row - view_.first_row) * sizes_.row_height;
    }

    void headings() {
        const int line = sizes_.heading_height / 2;
        pen_.text({0, line, sizes_.name_width - look_.text_height / 2, line},
                  toOffice(texts_("capacity.unit")), blended(look_.background, look_.text, 65));
        // One coarse heading over all the columns that share it.
        for (std::size_t column = view_.first_column; column < last_column_;) {
            const std::string coarse = map_.coarseHeading(column, texts_);
            std::size_t end = column + 1;
            while (end < last_column_ && map_.coarseHeading(end, texts_) == coarse) {
                ++end;
            }
            const int width = static_cast<int>(end - column) * sizes_.column_width;
            if (!coarse.empty()) {
                pen_.fill({left(column), look_.text_height / 6, look_.hairline(),
                           line - look_.text_height / 6},
                          look_.line);
                const int inset = look_.text_height / 4;
                // "Nov" where there is no room for "Nov 2026".
                const rtl::OUString whole = toOffice(coarse);
                const bool fits = look_.widthOf(whole) <= width - inset;
                pen_.text({left(column) + inset, 0, width - inset, line},
                          fits ? whole : toOffice(coarse.substr(0, coarse.find(' '))), look_.text);
            }
            column = end;
        }
        for (std::size_t column = view_.first_column; column < last_column_; ++column) {
            const bool is_past = view_.as_of_column && column < *view_.as_of_column;
            const bool is_now = view_.as_of_column == column;
            pen_.text({left(column), line, sizes_.column_width, line},
                      toOffice(map_.fineHeading(column, texts_)),
                      is_past ? blended(look_.background, look_.text, 65) : look_.text,
                      Align::kCentre,
                      is_now || column == view_.column ? Weight::kBold : Weight::kNormal);
        }
    }

    void box(std::size_t row, std::size_t column) {
        const views::MapBox box = map_.box(answers_, row, column, view_.kind);
        const Paint paint = paintOf(box.level, look_);
        const int seam = look_.hairline();
        const PixelBox place{left(column), top(row), sizes_.column_width - seam,
                             sizes_.row_height - seam};
        pen_.fill(place, paint.fill);
        const bool is_over = box.level == Level::kOver;
        if (is_over) {
            pen_.frame(place, look_.is_dark ? 0xFFFFFF : 0x7A3E00, 2 * seam);
        }
        if (is_over || box.has_over_inside) {
            const int size = std::max(5, look_.text_height / 3);
            pen_.triangle(place.X + place.Width - size - 2 * seam, place.Y + 2 * seam, size,
                          size * 3 / 4, paint.text);
        }
        pen_.text(place, numberOf(box), paint.text, Align::kCentre,
                  is_over ? Weight::kBold : Weight::kNormal);
    }

    // Percent without the sign, which stands above the names; hours with theirs.
    [[nodiscard]] rtl::OUString numberOf(const views::MapBox& box) const {
        return box.percent ? rtl::OUString::number(*box.percent) : toOffice(boxText(box, texts_));
    }

    void asOf() {
        if (!view_.as_of_column || *view_.as_of_column < view_.first_column ||
            *view_.as_of_column >= last_column_) {
            return;
        }
        const int x = left(*view_.as_of_column) - look_.hairline();
        const int size = std::max(6, look_.text_height / 2);
        const int line = sizes_.heading_height / 2;
        pen_.triangle(x - size / 2, line, size, size * 3 / 4, look_.text);
        pen_.fill({x, line, look_.hairline(), top(last_row_) - line}, look_.text);
    }

    void cursor() {
        if (view_.row < view_.first_row || view_.row >= last_row_ ||
            view_.column < view_.first_column || view_.column >= last_column_) {
            return;
        }
        const int seam = look_.hairline();
        const PixelBox place{left(view_.column) - seam, top(view_.row) - seam,
                             sizes_.column_width + seam, sizes_.row_height + seam};
        if (view_.has_focus) {
            pen_.frame(place, look_.text, 2 * seam);
            pen_.frame({place.X + 2 * seam, place.Y + 2 * seam, place.Width - 4 * seam,
                        place.Height - 4 * seam},
                       look_.background, seam);
        } else {
            pen_.frame(place, look_.text, seam);
        }
    }

    Pen& pen_;
    const Look& look_;
    const HeatMapSizes& sizes_;
    const HeatMapView& view_;
    const views::CapacityHeatMap& map_;
    views::PlanAnswers& answers_;
    const views::Texts& texts_;
    std::size_t last_row_; // one beyond
    std::size_t last_column_;
};

} // namespace

int HeatMapSizes::headingHeight(const Look& look) {
    return 2 * (look.text_height + look.text_height / 4);
}

int HeatMapSizes::rowHeight(const Look& look) {
    return look.text_height + 2 * (look.text_height / 3);
}

HeatMapSizes HeatMapSizes::of(const Look& look, const std::vector<rtl::OUString>& names,
                              std::size_t columns, int width, int height) {
    HeatMapSizes sizes;
    sizes.heading_height = headingHeight(look);
    sizes.row_height = rowHeight(look);
    sizes.rows_shown =
        static_cast<std::size_t>(std::max(1, (height - sizes.heading_height) / sizes.row_height));
    int widest = 0;
    for (const rtl::OUString& name : names) {
        widest = std::max(widest, look.widthOf(name, Weight::kBold));
    }
    sizes.name_width = std::min(widest + look.text_height / 2, std::max(width, 1) * 2 / 5);
    const int room = std::max(1, width - sizes.name_width - 2 * look.hairline());
    const int least = look.widthOf("888", Weight::kBold) + look.text_height;
    const int fit = std::max(1, room / std::max(1, least));
    const int wanted = static_cast<int>(
        std::min<std::size_t>(std::max<std::size_t>(columns, 1), static_cast<std::size_t>(fit)));
    sizes.columns_shown = static_cast<std::size_t>(wanted);
    sizes.column_width = std::min(room / wanted, 3 * least);
    return sizes;
}

std::optional<std::size_t> HeatMapSizes::rowAt(int y, const HeatMapView& view,
                                               std::size_t rows) const {
    if (y < heading_height) {
        return std::nullopt;
    }
    const std::size_t shown = static_cast<std::size_t>((y - heading_height) / row_height);
    const std::size_t row = view.first_row + shown;
    return shown < rows_shown && row < rows ? std::optional{row} : std::nullopt;
}

std::optional<std::size_t> HeatMapSizes::columnAt(int x, const HeatMapView& view,
                                                  std::size_t columns) const {
    if (x < name_width) {
        return std::nullopt;
    }
    const std::size_t shown = static_cast<std::size_t>((x - name_width) / column_width);
    const std::size_t column = view.first_column + shown;
    return shown < columns_shown && column < columns ? std::optional{column} : std::nullopt;
}

void drawHeatMap(Pen& pen, const HeatMapSizes& sizes, const HeatMapView& view,
                 const views::CapacityHeatMap& map, const std::vector<rtl::OUString>& names,
                 views::PlanAnswers& answers, const views::Texts& texts) {
    Drawing(pen, sizes, view, map, answers, texts).draw(names);
}

} // namespace keepable::office
