// SPDX-License-Identifier: MPL-2.0
//
// The Capacity panel: a heat map of resource and period, the deals in one of its boxes, and all of
// it as text for those who cannot see a map.
//
// Keys:    in the map arrows move from box to box, Home and End to the first and last period, Page
//          Up and Page Down by what is seen, plus and minus zoom, Enter goes to the deals.
// Cost:    an edit makes the map stale; it is worked out again when it is next painted, so never
//          while the panel is hidden or collapsed. Nothing here plans.
// Names:   kind, zoom_out, zoom_in, as_text, scroll, scroll_rows, box, found, deals, text, empty.
#pragma once

#include "office/sidebar/canvas.hpp"
#include "office/sidebar/heat_map_picture.hpp"
#include "office/sidebar/panel.hpp"
#include "views/capacity_heat_map.hpp"

#include <string>
#include <vector>

namespace keepable::office {

class CapacityPanel : public Panel {
  public:
    explicit CapacityPanel(PanelPlace place);

  protected:
    ~CapacityPanel() override;
    void build() override;
    void refresh(Workbook::Change change) override;
    void layout(int width, int height) override;
    [[nodiscard]] int preferredHeight(int width) override;
    [[nodiscard]] int leastHeight(int width) override;
    void leave() override;

  private:
    class Listener;

    void buildControls();
    void buildCanvas();
    void prepareSoon();
    void prepare();
    void paint(Pen& pen, int width, int height);
    void press(int x, int y);
    void hover(int x, int y);
    [[nodiscard]] bool key(std::int16_t key, char16_t character, bool with_control);

    void moveTo(std::size_t row, std::size_t column);
    void scrollTo(std::size_t first_row, std::size_t first_column);
    void zoomTo(std::optional<views::Zoom> zoom);
    void showKind();
    void showMode();
    void showBox();
    [[nodiscard]] std::string lineOf(views::PlanAnswers& answers, const views::BoxDeal& deal) const;
    void showScrollBars();
    void goToChosenDeal();
    [[nodiscard]] std::size_t mapRows() const;
    // What of the panel can be more or less.
    struct Room {
        std::size_t rows; // of the map
        int deal_lines;
    };
    [[nodiscard]] Room leastRoom() const;
    [[nodiscard]] Room preferredRoom() const;
    [[nodiscard]] Room roomIn(int width, int height);
    int arrange(int width, const Room& room, Stack::Purpose purpose);
    [[nodiscard]] bool hasMap() const { return plan_ != nullptr && !map_.isEmpty(); }

    rtl::Reference<Canvas> canvas_;
    rtl::Reference<Listener> listener_;
    PlanStore::PlanPointer plan_; // that the map is of
    views::CapacityHeatMap map_;
    std::vector<rtl::OUString> names_; // of the map's rows
    HeatMapView view_;
    HeatMapSizes sizes_;
    views::Zoom zoom_ = views::Zoom::kPeriod;
    std::vector<std::string> deals_;                             // keys of those listed
    std::optional<std::pair<std::size_t, std::size_t>> hovered_; // row and column
    bool is_stale_ = true;
    bool is_text_ = false;
    bool is_queued_ = false;
    bool is_scrolling_ = false; // by us
};

} // namespace keepable::office
