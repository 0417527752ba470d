// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/capacity_panel.hpp"

#include "office/boundary.hpp"
#include "office/navigation.hpp"
#include "views/words.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/ScrollBarOrientation.hpp>
#include <com/sun/star/awt/XAdjustmentListener.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XScrollBar.hpp>
#include <cppuhelper/implbase3.hxx>

#include <algorithm>
#include <array>
#include <mutex>

namespace keepable::office {

namespace {

using views::LoadKind;
using views::Zoom;

constexpr std::size_t kLeastRows = 3;
constexpr std::size_t kPreferredRows = 12;
constexpr std::size_t kMostDealsListed = 200;
// As a sentence takes in the narrowest panel, and from a width on of so many text heights.
constexpr int kBoxLines = 3;
constexpr int kBoxLinesWhenWide = 2;
constexpr int kWideInTextHeights = 24;
constexpr int kLeastDealLines = 2;
constexpr int kPreferredDealLines = 6;
constexpr int kTextLines = 16;

struct KindChoice {
    LoadKind kind;
    std::string_view key;
};
constexpr std::array<KindChoice, 3> kKinds{{{LoadKind::kExposure, "exposure"},
                                            {LoadKind::kConfirmed, "confirmed"},
                                            {LoadKind::kWeighted, "weighted"}}};

constexpr std::array<std::pair<Zoom, std::string_view>, 5> kZooms{{{Zoom::kPeriod, "period"},
                                                                   {Zoom::kWeek, "week"},
                                                                   {Zoom::kMonth, "month"},
                                                                   {Zoom::kQuarter, "quarter"},
                                                                   {Zoom::kYear, "year"}}};

} // namespace

// Hears the scroll bars, and is called back once the host is done with what it does now.
class CapacityPanel::Listener
    : public cppu::WeakImplHelper3<css::awt::XAdjustmentListener, css::awt::XItemListener,
                                   css::awt::XCallback> {
  public:
    explicit Listener(CapacityPanel& panel) : panel_(&panel) {}
    void forget() { panel_ = nullptr; }

    void SAL_CALL adjustmentValueChanged(const css::awt::AdjustmentEvent& /*event*/) override {
        run([](CapacityPanel& panel) {
            const auto value = [&](std::string_view bar) {
                const css::uno::Reference<css::awt::XScrollBar> control(panel.form().control(bar),
                                                                        css::uno::UNO_QUERY_THROW);
                return static_cast<std::size_t>(std::max<sal_Int32>(0, control->getValue()));
            };
            if (!panel.is_scrolling_) {
                panel.scrollTo(value("scroll_rows"), value("scroll"));
            }
        });
    }
    void SAL_CALL itemStateChanged(const css::awt::ItemEvent& /*event*/) override {
        run([](CapacityPanel& panel) { panel.goToChosenDeal(); });
    }
    void SAL_CALL notify(const css::uno::Any& /*data*/) override {
        run([](CapacityPanel& panel) { panel.prepare(); });
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override {}

  private:
    template <class Body> void run(Body body) {
        if (panel_ == nullptr) {
            return;
        }
        const rtl::Reference<CapacityPanel> alive(panel_);
        guarded(
            panel_->workplace().log, "capacity panel", [&] { body(*alive); }, [] {});
    }

    CapacityPanel* panel_;
};

CapacityPanel::CapacityPanel(PanelPlace place) : Panel(std::move(place)) {}

CapacityPanel::~CapacityPanel() = default;

void CapacityPanel::build() {
    listener_ = new Listener(*this);
    const std::string kind = kept("capacity.kind", "exposure");
    for (const KindChoice& choice : kKinds) {
        view_.kind = choice.key == kind ? choice.kind : view_.kind;
    }
    const std::string zoom = kept("capacity.zoom", "period");
    for (const auto& [candidate, key] : kZooms) {
        zoom_ = key == zoom ? candidate : zoom_;
    }
    is_text_ = kept("capacity.text", "no") == "yes";
    buildControls();
    buildCanvas();
}

void CapacityPanel::buildControls() {
    Form& controls = form();
    const views::Texts& say = texts();
    const css::uno::Any yes(true);
    controls.addLabel("empty");
    controls.addListBox("kind", say("capacity.kind.label"), [this] { showKind(); });
    std::vector<std::string> kinds;
    std::size_t chosen = 0;
    for (const KindChoice& choice : kKinds) {
        chosen = choice.kind == view_.kind ? kinds.size() : chosen;
        kinds.push_back(say("capacity.kind." + std::string{choice.key}));
    }
    controls.setChoices("kind", kinds, chosen);
    controls.addPictureButton("zoom_out", "sc_zoomout.png", say("capacity.zoom.out"),
                              [this] { zoomTo(map_.zoomedOut()); });
    controls.addPictureButton("zoom_in", "sc_zoomin.png", say("capacity.zoom.in"),
                              [this] { zoomTo(map_.zoomedIn()); });
    controls.addButton("as_text", say("capacity.asText"), [this] {
        is_text_ = !is_text_;
        keep("capacity.text", is_text_ ? "yes" : "no");
        showMode();
    });
    controls.setHelp("as_text", say("capacity.asText.help"));
    for (const auto& [name, orientation] :
         {std::pair{"scroll", css::awt::ScrollBarOrientation::HORIZONTAL},
          std::pair{"scroll_rows", css::awt::ScrollBarOrientation::VERTICAL}}) {
        const css::uno::Reference<css::awt::XScrollBar> bar(
            controls.addControl(name, "com.sun.star.awt.UnoControlScrollBarModel"),
            css::uno::UNO_QUERY_THROW);
        controls.setProperty(name, "Orientation", css::uno::Any(orientation));
        controls.setProperty(name, "LiveScroll", yes);
        // The map itself takes the keys.
        controls.setProperty(name, "Tabstop", css::uno::Any(false));
        bar->addAdjustmentListener(listener_.get());
    }
    for (const char* name : {"box", "text"}) {
        controls.addControl(name, "com.sun.star.awt.UnoControlEditModel",
                            {{"ReadOnly", yes},
                             {"MultiLine", yes},
                             {"VScroll", css::uno::Any(std::string_view{name} == "text")}});
    }
    controls.setHelp("box", say("capacity.box.help"));
    controls.setHelp("text", say("capacity.asText.help"));
    controls.addCaption("found");
    const css::uno::Reference<css::awt::XListBox> deals(
        controls.addControl("deals", "com.sun.star.awt.UnoControlListBoxModel"),
        css::uno::UNO_QUERY_THROW);
    controls.setHelp("deals", say("capacity.deals.help"));
    deals->addItemListener(listener_.get());
}

void CapacityPanel::buildCanvas() {
    CanvasHandlers handlers;
    handlers.on_paint = [this](Pen& pen, std::int32_t width, std::int32_t height) {
        paint(pen, width, height);
    };
    handlers.on_press = [this](std::int32_t x, std::int32_t y, bool) { press(x, y); };
    handlers.on_move = [this](std::int32_t x, std::int32_t y) { hover(x, y); };
    handlers.on_key = [this](std::int16_t code, char16_t character, bool with_control) {
        return key(code, character, with_control);
    };
    handlers.on_focus = [this] { canvas_->invalidate(); };
    canvas_ = new Canvas(workplace().context, workplace().log, std::move(handlers));
    const css::uno::Reference<css::awt::XControl> container(getWindow(), css::uno::UNO_QUERY_THROW);
    canvas_->open(container->getPeer(), {0, 0, 1, 1});
}

void CapacityPanel::leave() {
    if (listener_.is()) {
        listener_->forget();
    }
    if (canvas_.is()) {
        canvas_->dispose();
    }
    plan_.reset();
}

void CapacityPanel::refresh(Workbook::Change change) {
    if (change == Workbook::Change::kSelection) {
        return;
    }
    is_stale_ = true;
    if (!workbook().is() || !workbook()->plan()) {
        plan_.reset();
        map_ = {};
        form().setText("empty", texts()("capacity.noPlan"));
    }
    showMode();
    canvas_->invalidate();
}

// Shows the controls of map or text, or why there is neither.
void CapacityPanel::showMode() {
    Form& controls = form();
    const bool has_plan = workbook().is() && workbook()->plan();
    controls.setVisible("empty", !has_plan);
    for (const char* name : {"kind", "zoom_out", "zoom_in", "as_text"}) {
        controls.setVisible(name, has_plan);
    }
    const bool is_map = has_plan && !is_text_;
    for (const char* name : {"scroll", "scroll_rows", "box", "found", "deals"}) {
        controls.setVisible(name, is_map);
    }
    controls.setVisible("text", has_plan && is_text_);
    controls.setText("as_text", texts()(is_text_ ? "capacity.asMap" : "capacity.asText"));
    // Painted while there is a plan, text or not: painting is how the panel knows that it is seen.
    canvas_->setVisible(has_plan);
    is_stale_ = true;
    requestLayout();
    canvas_->invalidate();
}

void CapacityPanel::prepareSoon() {
    if (!std::exchange(is_queued_, true)) {
        css::awt::AsyncCallback::create(workplace().context)
            ->addCallback(listener_.get(), css::uno::Any());
    }
}

void CapacityPanel::prepare() {
    is_queued_ = false;
    if (!is_stale_ || !workbook().is() || !workbook()->plan()) {
        return;
    }
    is_stale_ = false;
    const std::size_t rows_before = mapRows();
    plan_ = workbook()->plan();
    std::string all;
    {
        const std::scoped_lock lock(plan_->mutex);
        views::PlanAnswers& answers = plan_->answers;
        map_ = views::CapacityHeatMap(answers, zoom_);
        names_.clear();
        view_.row = 0;
        const std::string resource = kept("capacity.resource", {});
        for (const planning::ResourceIndex row : map_.rows()) {
            const std::string& name = answers.plan().input.resources[row];
            view_.row = name == resource ? names_.size() : view_.row;
            names_.push_back(toOffice(name));
        }
        if (!map_.isEmpty()) {
            view_.as_of_column = map_.columnAt(answers.asOf());
            if (map_.columns()[*view_.as_of_column].span.last < answers.asOf()) {
                view_.as_of_column.reset(); // all of the capacity is past
            }
            const auto day = planning::dayFromIso(kept("capacity.day", {}));
            view_.column = map_.columnAt(day.value_or(answers.asOf()));
        }
        if (is_text_) {
            all = map_.text(answers, view_.kind, texts());
        }
    }
    form().setProperty("text", "Text", textValue(all));
    form().setEnabled("zoom_in", map_.zoomedIn().has_value());
    form().setEnabled("zoom_out", map_.zoomedOut().has_value());
    if (mapRows() != rows_before) {
        requestLayout();
    }
    const css::awt::Rectangle size = canvas_->window()->getPosSize();
    sizes_ =
        HeatMapSizes::of(canvas_->look(), names_, map_.columns().size(), size.Width, size.Height);
    view_.first_row = std::min(view_.first_row, view_.row);
    view_.first_column = view_.column;
    moveTo(view_.row, view_.column);
}

void CapacityPanel::paint(Pen& pen, int width, int height) {
    if (is_stale_) {
        prepareSoon();
    }
    if (!hasMap() || is_text_) {
        return;
    }
    sizes_ = HeatMapSizes::of(pen.look(), names_, map_.columns().size(), width, height);
    view_.has_focus = canvas_->hasFocus();
    const std::scoped_lock lock(plan_->mutex);
    drawHeatMap(pen, sizes_, view_, map_, names_, plan_->answers, texts());
}

void CapacityPanel::press(int x, int y) {
    if (!hasMap()) {
        return;
    }
    const auto row = sizes_.rowAt(y, view_, map_.rows().size());
    const auto column = sizes_.columnAt(x, view_, map_.columns().size());
    if (row && column) {
        moveTo(*row, *column);
    }
}

void CapacityPanel::hover(int x, int y) {
    if (!hasMap()) {
        return;
    }
    const auto row = sizes_.rowAt(y, view_, map_.rows().size());
    const auto column = sizes_.columnAt(x, view_, map_.columns().size());
    const std::optional<std::pair<std::size_t, std::size_t>> now =
        row ? std::optional{std::pair{*row, column.value_or(map_.columns().size())}} : std::nullopt;
    if (now == std::exchange(hovered_, now)) {
        return;
    }
    rtl::OUString tip;
    if (row && column) {
        const std::scoped_lock lock(plan_->mutex);
        tip = toOffice(map_.sentence(plan_->answers, *row, *column, view_.kind, texts()));
    } else if (row) {
        tip = names_[*row];
    }
    canvas_->setTooltip(tip);
}

bool CapacityPanel::key(std::int16_t key, char16_t character, bool with_control) {
    namespace Key = css::awt::Key;
    if (!hasMap()) {
        return false;
    }
    const std::size_t last_row = map_.rows().size() - 1;
    const std::size_t last_column = map_.columns().size() - 1;
    const auto less = [](std::size_t from, std::size_t by) { return from - std::min(from, by); };
    const std::size_t page = std::max<std::size_t>(sizes_.columns_shown, 1);
    if (key == Key::LEFT) {
        moveTo(view_.row, less(view_.column, 1));
    } else if (key == Key::RIGHT) {
        moveTo(view_.row, std::min(last_column, view_.column + 1));
    } else if (key == Key::UP) {
        moveTo(less(view_.row, 1), view_.column);
    } else if (key == Key::DOWN) {
        moveTo(std::min(last_row, view_.row + 1), view_.column);
    } else if (key == Key::HOME) {
        moveTo(with_control ? 0 : view_.row, 0);
    } else if (key == Key::END) {
        moveTo(with_control ? last_row : view_.row, last_column);
    } else if (key == Key::PAGEUP) {
        moveTo(view_.row, less(view_.column, page));
    } else if (key == Key::PAGEDOWN) {
        moveTo(view_.row, std::min(last_column, view_.column + page));
    } else if (key == Key::ADD || character == u'+') {
        zoomTo(map_.zoomedIn());
    } else if (key == Key::SUBTRACT || character == u'-') {
        zoomTo(map_.zoomedOut());
    } else if (key == Key::RETURN || key == Key::SPACE) {
        form().focus("deals");
    } else {
        return false;
    }
    return true;
}

void CapacityPanel::moveTo(std::size_t row, std::size_t column) {
    if (hasMap()) {
        view_.row = std::min(row, map_.rows().size() - 1);
        view_.column = std::min(column, map_.columns().size() - 1);
        keep("capacity.resource", utf8(names_[view_.row]));
        keep("capacity.day", isoText(map_.columns()[view_.column].span.first));
        const auto follow = [](std::size_t first, std::size_t at, std::size_t shown) {
            shown = std::max<std::size_t>(shown, 1);
            return at < first ? at : std::max(first, at + 1 - std::min(at + 1, shown));
        };
        scrollTo(follow(view_.first_row, view_.row, sizes_.rows_shown),
                 follow(view_.first_column, view_.column, sizes_.columns_shown));
    }
    showBox();
}

void CapacityPanel::scrollTo(std::size_t first_row, std::size_t first_column) {
    const auto most = [](std::size_t all, std::size_t shown) { return all - std::min(all, shown); };
    view_.first_row = std::min(first_row, most(map_.rows().size(), sizes_.rows_shown));
    view_.first_column = std::min(first_column, most(map_.columns().size(), sizes_.columns_shown));
    showScrollBars();
    canvas_->invalidate();
}

void CapacityPanel::showScrollBars() {
    is_scrolling_ = true;
    const auto show = [&](std::string_view bar, std::size_t all, std::size_t shown,
                          std::size_t first) {
        const auto number = [](std::size_t value) {
            return css::uno::Any(static_cast<sal_Int32>(value));
        };
        shown = std::max<std::size_t>(1, std::min(all, shown));
        form().setProperty(bar, "ScrollValueMax", number(all));
        form().setProperty(bar, "VisibleSize", number(shown));
        form().setProperty(bar, "BlockIncrement", number(shown));
        form().setProperty(bar, "ScrollValue", number(first));
        form().setEnabled(bar, all > shown);
    };
    show("scroll", map_.columns().size(), sizes_.columns_shown, view_.first_column);
    show("scroll_rows", map_.rows().size(), sizes_.rows_shown, view_.first_row);
    is_scrolling_ = false;
}

void CapacityPanel::zoomTo(std::optional<Zoom> zoom) {
    if (!zoom) {
        return;
    }
    zoom_ = *zoom;
    for (const auto& [candidate, key] : kZooms) {
        if (candidate == zoom_) {
            keep("capacity.zoom", key);
        }
    }
    is_stale_ = true;
    prepare();
}

void CapacityPanel::showKind() {
    const KindChoice& choice = kKinds.at(form().chosen("kind"));
    view_.kind = choice.kind;
    keep("capacity.kind", choice.key);
    is_stale_ = true;
    prepare();
}

void CapacityPanel::showBox() {
    hovered_.reset();
    deals_.clear();
    if (!hasMap()) {
        form().setProperty("box", "Text",
                           textValue(plan_ ? texts()("capacity.noCapacity") : std::string{}));
        form().setText("found", {});
        form().setChoices("deals", {}, 0);
        return;
    }
    // The controls are told once the plan is free again: what they do with it is the host's.
    std::string sentence;
    std::vector<views::BoxDeal> found;
    std::vector<std::string> lines;
    {
        const std::scoped_lock lock(plan_->mutex);
        views::PlanAnswers& answers = plan_->answers;
        sentence = map_.sentence(answers, view_.row, view_.column, view_.kind, texts());
        found = map_.deals(answers, view_.row, view_.column, view_.kind);
        for (std::size_t i = 0; i < std::min(found.size(), kMostDealsListed); ++i) {
            lines.push_back(lineOf(answers, found[i]));
            deals_.push_back(answers.text(found[i].deal).name);
        }
    }
    form().setProperty("box", "Text", textValue(sentence));
    canvas_->setName(
        toOffice(texts()("capacity.name", {std::to_string(map_.rows().size()),
                                           std::to_string(map_.columns().size()), sentence})));
    form().setText("found", found.empty() ? texts()("capacity.deals.none")
                                          : texts().counted("capacity.deals", found.size()));
    form().setChoices("deals", lines, lines.size());
    canvas_->invalidate();
}

std::string CapacityPanel::lineOf(views::PlanAnswers& answers, const views::BoxDeal& deal) const {
    const tables::DealText& text = answers.text(deal.deal);
    const std::string& customer = answers.tables().names[text.customer];
    const std::string hours = decimalText(deal.hours);
    const std::string line = customer.empty()
                                 ? texts()("capacity.deal.plain", {text.name, hours})
                                 : texts()("capacity.deal", {text.name, hours, customer});
    return deal.is_refused ? texts()("capacity.deal.refused",
                                     {line, views::verdictWord(answers.verdict(deal.deal))})
                           : line;
}

void CapacityPanel::goToChosenDeal() {
    const css::uno::Reference<css::awt::XListBox> list(form().control("deals"),
                                                       css::uno::UNO_QUERY_THROW);
    const sal_Int16 chosen = list->getSelectedItemPos();
    if (chosen >= 0 && static_cast<std::size_t>(chosen) < deals_.size() && workbook().is()) {
        goToDeal(controller(), *workbook(), deals_[static_cast<std::size_t>(chosen)]);
    }
}

std::size_t CapacityPanel::mapRows() const {
    return map_.isEmpty() ? 1 : map_.rows().size();
}

CapacityPanel::Room CapacityPanel::leastRoom() const {
    return {std::min(mapRows(), kLeastRows), kLeastDealLines};
}

CapacityPanel::Room CapacityPanel::preferredRoom() const {
    return {std::min(mapRows(), kPreferredRows), kPreferredDealLines};
}

// Rows of the map first, then lines of the list.
CapacityPanel::Room CapacityPanel::roomIn(int width, int height) {
    const Look& look = canvas_->look();
    Room room = leastRoom();
    const Room preferred = preferredRoom();
    const int spare = std::max(0, height - arrange(width, room, Stack::Purpose::kMeasure));
    const auto more_rows =
        std::min(preferred.rows - room.rows,
                 static_cast<std::size_t>(spare / HeatMapSizes::rowHeight(look)));
    room.rows += more_rows;
    const int rest = spare - static_cast<int>(more_rows) * HeatMapSizes::rowHeight(look);
    room.deal_lines = std::min(preferred.deal_lines, room.deal_lines + rest / look.text_height);
    return room;
}

int CapacityPanel::arrange(int width, const Room& room, Stack::Purpose purpose) {
    Form& controls = form();
    Stack stack(controls, width, purpose);
    stack.add("empty");
    if (!workbook().is() || !workbook()->plan()) {
        return stack.height();
    }
    const bool places = purpose == Stack::Purpose::kPlace;
    const int margin = controls.margin();
    const int gap = controls.gap();
    const int inner = stack.innerWidth();
    const Look& look = canvas_->look();
    int y = margin;
    // The buttons to the right of the list, or below it when it would get too narrow.
    const int button_height = controls.heightOf("zoom_in", inner);
    const int square = button_height + button_height / 4;
    const int text_width = controls.widthOf("as_text");
    const int buttons = 2 * (square + gap) + text_width;
    const int list_height = controls.heightOf("kind", inner);
    const bool is_wide = inner - buttons - gap >= 10 * look.text_height;
    const auto put = [&](std::string_view name, int x, int control_width, int height) {
        if (places) {
            controls.place(name, margin + x, y, control_width, height);
        }
    };
    const int line = std::max(button_height, list_height);
    put("kind", 0, is_wide ? inner - buttons - gap : inner, list_height);
    if (!is_wide) {
        y += list_height + gap;
    }
    const int x = is_wide ? inner - buttons : 0;
    put("zoom_out", x, square, button_height);
    put("zoom_in", x + square + gap, square, button_height);
    put("as_text", x + 2 * (square + gap), text_width, button_height);
    y += (is_wide ? line : button_height) + gap;
    if (is_text_) {
        // A strip of the canvas stays, see showMode().
        if (places) {
            canvas_->setPosSize({margin, y, inner, 1});
        }
        put("text", 0, inner, kTextLines * look.text_height);
        return y + kTextLines * look.text_height + margin;
    }
    const int map_height = HeatMapSizes::headingHeight(look) +
                           static_cast<int>(room.rows) * HeatMapSizes::rowHeight(look) +
                           2 * look.hairline();
    const int bar = look.text_height;
    const bool has_rows_bar = mapRows() > room.rows;
    const int map_width = inner - (has_rows_bar ? bar + gap / 2 : 0);
    if (places) {
        canvas_->setPosSize({margin, y, map_width, map_height});
        controls.setVisible("scroll_rows", has_rows_bar);
    }
    put("scroll_rows", inner - bar, bar, map_height);
    y += map_height + gap / 2;
    put("scroll", 0, map_width, bar);
    y += bar + gap;
    const int edit_frame = look.text_height / 2;
    const int box_lines =
        inner < kWideInTextHeights * look.text_height ? kBoxLines : kBoxLinesWhenWide;
    put("box", 0, inner, box_lines * look.text_height + edit_frame);
    y += box_lines * look.text_height + edit_frame + gap;
    put("found", 0, inner, controls.heightOf("found", inner));
    y += controls.heightOf("found", inner) + gap / 2;
    put("deals", 0, inner, room.deal_lines * look.text_height + edit_frame);
    return y + room.deal_lines * look.text_height + edit_frame + margin;
}

void CapacityPanel::layout(int width, int height) {
    if (!canvas_.is()) {
        return; // the window is resized while it is made, before there is anything in it
    }
    arrange(width, roomIn(width, height), Stack::Purpose::kPlace);
    if (hasMap() && !is_text_) {
        const css::awt::Rectangle size = canvas_->window()->getPosSize();
        sizes_ = HeatMapSizes::of(canvas_->look(), names_, map_.columns().size(), size.Width,
                                  size.Height);
        scrollTo(view_.first_row, view_.first_column);
    }
}

int CapacityPanel::preferredHeight(int width) {
    return arrange(width, preferredRoom(), Stack::Purpose::kMeasure);
}

int CapacityPanel::leastHeight(int width) {
    return arrange(width, leastRoom(), Stack::Purpose::kMeasure);
}

} // namespace keepable::office
