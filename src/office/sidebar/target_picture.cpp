// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/target_picture.hpp"

#include "office/convert.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace keepable::office {

namespace {

// Heights in twelfths of a line of text: the figure above the bar, the bar, the figures below.
constexpr int kAbove = 16;
constexpr int kBar = 9;
constexpr int kBelow = 16;
constexpr int kParts = 12;

Colour fillOf(const Look& look, bool is_behind) {
    if (is_behind) {
        return look.is_dark ? 0xF2A21E : 0xE08A00;
    }
    return look.is_dark ? 0x3C7DB4 : 0x3F86BF;
}

// A figure as near to its mark as the width lets it.
void label(Pen& pen, const views::BarMark& mark, int at, const PixelBox& line, Weight weight) {
    const rtl::OUString text = toOffice(mark.text);
    const int width = std::min<int>(line.Width, pen.look().widthOf(text, weight));
    const int left = std::clamp(at - width / 2, line.X, line.X + line.Width - width);
    pen.text({left, line.Y, width, line.Height}, text, pen.look().text, Align::kLeft, weight);
}

} // namespace

TargetPicture::TargetPicture(const css::uno::Reference<css::uno::XComponentContext>& context,
                             Log& log) {
    CanvasHandlers handlers;
    handlers.on_paint = [this](Pen& pen, std::int32_t width, std::int32_t height) {
        paint(pen, width, height);
    };
    handlers.on_focus = [this] { canvas_->invalidate(); };
    canvas_ = new Canvas(context, log, std::move(handlers));
}

TargetPicture::~TargetPicture() {
    dispose();
}

void TargetPicture::open(const Canvas::Peer& parent) {
    canvas_->open(parent, {0, 0, 1, 1});
    canvas_->setVisible(false);
}

void TargetPicture::dispose() {
    canvas_->dispose();
}

void TargetPicture::show(views::TargetBar bar) {
    bar_ = std::move(bar);
    is_visible_ = !bar_.isEmpty();
    canvas_->setName(toOffice(bar_.text));
    canvas_->setTooltip(toOffice(bar_.text));
    canvas_->setVisible(is_visible_);
    canvas_->invalidate();
}

void TargetPicture::setPosSize(const PixelBox& box) {
    canvas_->setPosSize(box);
}

int TargetPicture::preferredHeight() const {
    return canvas_->look().text_height * (kAbove + kBar + kBelow) / kParts;
}

void TargetPicture::paint(Pen& pen, int width, int height) {
    const Look& look = pen.look();
    const int text = look.text_height;
    const int inset = text / 2; // so that marks at the ends are whole
    const PixelBox track{inset, text * kAbove / kParts, std::max(1, width - 2 * inset),
                         text * kBar / kParts};
    const int seam = look.hairline();
    const auto at = [&](std::int32_t place) {
        return track.X + track.Width * place / views::kBarLength;
    };
    pen.fill(track, blended(look.background, look.text, 12));
    if (bar_.now) {
        const int from = at(bar_.start ? bar_.start->place : 0);
        const int left = std::min(at(bar_.now->place), from);
        const int right = std::max(at(bar_.now->place), from);
        pen.fill({left, track.Y, right - left, track.Height}, fillOf(look, bar_.is_behind));
    }
    pen.frame(track, look.line, seam);

    const int below = track.Y + track.Height + text / 6;
    PixelBox start_line{0, below, width, height - below};
    PixelBox target_line = start_line;
    if (bar_.start && bar_.target) {
        // Each figure has its part, so that they never meet; the target is never left of the start.
        const int middle = (at(bar_.start->place) + at(bar_.target->place)) / 2;
        const int parted = std::clamp(middle, width / 3, width * 2 / 3);
        start_line.Width = parted - text / 4;
        target_line.X = parted + text / 4;
        target_line.Width = width - target_line.X;
    }
    const auto mark = [&](const std::optional<views::BarMark>& shown, const PixelBox& line,
                          int thickness) {
        if (shown) {
            pen.fill({at(shown->place) - thickness / 2, track.Y - seam, thickness,
                      track.Height + text / 4 + seam},
                     look.text);
            label(pen, *shown, at(shown->place), line, Weight::kNormal);
        }
    };
    mark(bar_.start, start_line, 2 * seam);
    mark(bar_.target, target_line, 4 * seam);
    if (bar_.now) {
        const int size = text / 2;
        pen.triangle(at(bar_.now->place) - size / 2, track.Y - size / 2 - seam, size,
                     size / 2 + seam, look.text);
        label(pen, *bar_.now, at(bar_.now->place), {0, 0, width, track.Y - text / 4},
              Weight::kBold);
    }
    if (canvas_->hasFocus()) {
        pen.frame({0, 0, width, height}, look.text, seam);
    }
}

} // namespace keepable::office
