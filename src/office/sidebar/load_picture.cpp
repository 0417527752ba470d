// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/load_picture.hpp"

#include "office/convert.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace keepable::office {

namespace {

constexpr int kPictureLines = 8;

struct Shades {
    Colour others;
    Colour own;
    Colour missing;
    Colour missing_stroke;
};

Shades shadesOf(const Look& look) {
    return look.is_dark ? Shades{0x3C7DB4, 0xA9D2EE, 0xF2A21E, 0x000000}
                        : Shades{0x3F86BF, 0xB5D6EE, 0xF2A21E, 0x5A2D00};
}

} // namespace

// Where things are in the picture.
struct LoadPicture::Frame {
    PixelBox bars;
    int legend_top = 0;
    int line = 0; // height of a line of text
    std::int64_t highest = 1;
    std::size_t count = 1;

    [[nodiscard]] int left(std::size_t bar) const {
        return bars.X + static_cast<int>(static_cast<std::size_t>(bars.Width) * bar / count);
    }
    // Above the ground line.
    [[nodiscard]] int heightOf(planning::Hours hours) const {
        return static_cast<int>(static_cast<std::int64_t>(bars.Height) * hours.units / highest);
    }
};

LoadPicture::LoadPicture(const css::uno::Reference<css::uno::XComponentContext>& context, Log& log,
                         const views::Texts& texts)
    : texts_(texts) {
    CanvasHandlers handlers;
    handlers.on_paint = [this](Pen& pen, std::int32_t width, std::int32_t height) {
        paint(pen, width, height);
    };
    handlers.on_move = [this](std::int32_t x, std::int32_t) { hover(x); };
    handlers.on_focus = [this] { canvas_->invalidate(); };
    canvas_ = new Canvas(context, log, std::move(handlers));
}

LoadPicture::~LoadPicture() {
    dispose();
}

void LoadPicture::open(const Canvas::Peer& parent, const PixelBox& box) {
    canvas_->open(parent, box);
}

void LoadPicture::dispose() {
    canvas_->dispose();
}

void LoadPicture::show(std::optional<views::LoadCurve> curve) {
    curve_ = std::move(curve);
    canvas_->setName(curve_ ? toOffice(curve_->text) : rtl::OUString());
    canvas_->setTooltip(curve_ ? toOffice(curve_->sentence) : rtl::OUString());
    canvas_->invalidate();
}

void LoadPicture::setPosSize(const PixelBox& box) {
    canvas_->setPosSize(box);
}

void LoadPicture::setVisible(bool is_visible) {
    canvas_->setVisible(is_visible);
}

int LoadPicture::preferredHeight() const {
    return kPictureLines * canvas_->look().text_height;
}

LoadPicture::Frame LoadPicture::frameOf(const Look& look, int width, int height) const {
    Frame frame;
    frame.line = look.text_height + look.text_height / 5;
    frame.count = std::max<std::size_t>(1, curve_->bars.size());
    frame.highest = std::max<std::int64_t>(1, curve_->highest.units);
    frame.legend_top = height - frame.line;
    const int top = frame.line; // the highest number
    frame.bars = {look.text_height / 2, top, std::max(1, width - look.text_height),
                  std::max(1, frame.legend_top - frame.line - look.text_height / 2 - top)};
    return frame;
}

void LoadPicture::paint(Pen& pen, int width, int height) {
    if (!curve_ || curve_->bars.empty()) {
        return;
    }
    const Look& look = pen.look();
    const Frame frame = frameOf(look, width, height);
    const Shades shades = shadesOf(look);
    const int seam = look.hairline();
    const int ground = frame.bars.Y + frame.bars.Height;
    const std::vector<views::LoadBar>& bars = curve_->bars;
    const int bar_width = std::max(1, frame.bars.Width / static_cast<int>(frame.count));
    const int inset = std::max(bar_width > 4 ? 1 : 0, bar_width / 8);

    int tight_left = -1;
    int tight_right = -1;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const views::LoadBar& bar = bars[i];
        const int left = frame.left(i);
        const int right = frame.left(i + 1);
        if (bar.in_tight_span) {
            tight_left = tight_left < 0 ? left : tight_left;
            tight_right = right;
            pen.fill({left, frame.bars.Y, right - left, frame.bars.Height},
                     blended(look.background, look.text, 8));
        }
        int top = ground;
        const auto stack = [&](planning::Hours hours, Colour colour) {
            const PixelBox box{left + inset, top - frame.heightOf(hours), right - left - 2 * inset,
                               frame.heightOf(hours)};
            pen.fill(box, colour);
            top -= box.Height;
            return box;
        };
        stack(bar.others, shades.others);
        stack(bar.own, shades.own);
        if (bar.missing.units > 0) {
            const PixelBox box = stack(bar.missing, shades.missing);
            pen.hatch(box, shades.missing_stroke, std::max(4, look.text_height / 3));
            pen.frame(box, shades.missing_stroke, seam);
        }
        // Capacity as a step line.
        const int level = ground - frame.heightOf(bar.capacity);
        pen.fill({left, level - seam, right - left, 2 * seam}, look.text);
        if (i > 0) {
            const int before = ground - frame.heightOf(bars[i - 1].capacity);
            pen.fill({left, std::min(level, before) - seam, seam, std::abs(level - before) + seam},
                     look.text);
        }
    }
    pen.fill({frame.bars.X, ground, frame.bars.Width, seam}, look.line);

    // The bracket under the tight span, with its days.
    if (tight_left >= 0) {
        const int y = ground + look.text_height / 4;
        const int tick = look.text_height / 5;
        pen.fill({tight_left, y, tight_right - tight_left, 2 * seam}, look.text);
        pen.fill({tight_left, y - tick, 2 * seam, tick}, look.text);
        pen.fill({tight_right - 2 * seam, y - tick, 2 * seam, tick}, look.text);
    }
    const std::string first = isoText(curve_->tight_span.first);
    const std::string last = isoText(curve_->tight_span.last);
    const rtl::OUString days =
        toOffice(first == last ? first : texts_("capacity.span", {first, last}));
    const int days_width = std::min(width, look.widthOf(days, Weight::kBold));
    const int centre = (tight_left + tight_right) / 2;
    const int days_left = std::clamp(centre - days_width / 2, 0, width - days_width);
    pen.text({days_left, ground + look.text_height / 2, days_width, frame.line}, days, look.text,
             Align::kLeft, Weight::kBold);
    // How high it is, and whose.
    pen.text({frame.bars.X, 0, frame.bars.Width, frame.line},
             toOffice(curve_->resource + " \u00b7 " +
                      texts_("capacity.hours", {decimalText(curve_->highest)})),
             look.text);

    int x = frame.bars.X;
    const int swatch = look.text_height * 2 / 3;
    for (const auto& [key, colour, is_hatched] :
         {std::tuple{"picture.legend.others", shades.others, false},
          std::tuple{"picture.legend.own", shades.own, false},
          std::tuple{"picture.legend.missing", shades.missing, true}}) {
        const PixelBox box{x, frame.legend_top + (frame.line - swatch) / 2, swatch, swatch};
        pen.fill(box, colour);
        if (is_hatched) {
            pen.hatch(box, shades.missing_stroke, std::max(4, look.text_height / 3));
        }
        pen.frame(box, look.line, seam);
        x += swatch + look.text_height / 4;
        const rtl::OUString label = toOffice(texts_(key));
        pen.text({x, frame.legend_top, width - x, frame.line}, label, look.text);
        x += look.widthOf(label) + look.text_height * 2 / 3;
    }
    if (canvas_->hasFocus()) {
        pen.frame({0, 0, width, height}, look.text, seam);
    }
}

void LoadPicture::hover(int x) {
    if (!curve_ || curve_->bars.empty() || !canvas_->window().is()) {
        return;
    }
    const css::awt::Rectangle size = canvas_->window()->getPosSize();
    const Frame frame = frameOf(canvas_->look(), size.Width, size.Height);
    for (std::size_t i = 0; i < curve_->bars.size(); ++i) {
        if (frame.left(i) <= x && x < frame.left(i + 1)) {
            canvas_->setTooltip(toOffice(barText(curve_->bars[i], texts_)));
            return;
        }
    }
    canvas_->setTooltip(toOffice(curve_->sentence));
}

} // namespace keepable::office
