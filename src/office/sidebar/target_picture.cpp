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

// Where a figure stands: as near to its mark as its line lets it.
PixelBox labelBox(int width, int at, const PixelBox& line) {
    const int fitting = std::min<int>(line.Width, width);
    return {std::clamp(at - fitting / 2, line.X, line.X + line.Width - fitting), line.Y, fitting,
            line.Height};
}

// Those of start and target, of which the target is never left of the start: side by side where they
// would meet, in halves of the line where they do not fit beside each other.
struct FigureBoxes {
    PixelBox start;
    PixelBox target;
};
FigureBoxes boxesBelow(int start_width, int start_at, int target_width, int target_at,
                       const PixelBox& line, int gap) {
    const int both = start_width + gap + target_width;
    if (both > line.Width) {
        const int half = (line.Width - gap) / 2;
        start_width = std::min(start_width, std::max(half, line.Width - gap - target_width));
        target_width = line.Width - gap - start_width;
    }
    FigureBoxes boxes;
    PixelBox left = line;
    left.Width = line.Width - gap - target_width;
    boxes.start = labelBox(start_width, start_at, left);
    PixelBox right = line;
    right.X = boxes.start.X + boxes.start.Width + gap;
    right.Width = line.X + line.Width - right.X;
    boxes.target = labelBox(target_width, target_at, right);
    return boxes;
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

    const auto stroke = [&](const std::optional<views::BarMark>& mark, int thickness) {
        if (mark) {
            pen.fill({at(mark->place) - thickness / 2, track.Y - seam, thickness,
                      track.Height + text / 4 + seam},
                     look.text);
        }
    };
    stroke(bar_.start, 2 * seam);
    stroke(bar_.target, 4 * seam);
    const int below = track.Y + track.Height + text / 6;
    paintBelow(pen, {0, below, width, height - below}, at(bar_.start ? bar_.start->place : 0),
               at(bar_.target ? bar_.target->place : 0));
    if (bar_.now) {
        const int size = text / 2;
        pen.triangle(at(bar_.now->place) - size / 2, track.Y - size / 2 - seam, size,
                     size / 2 + seam, look.text);
        const rtl::OUString now = toOffice(bar_.now->text);
        pen.text(labelBox(look.widthOf(now, Weight::kBold), at(bar_.now->place),
                          {0, 0, width, track.Y - text / 4}),
                 now, look.text, Align::kLeft, Weight::kBold);
    }
    if (canvas_->hasFocus()) {
        pen.frame({0, 0, width, height}, look.text, seam);
    }
}

void TargetPicture::paintBelow(Pen& pen, const PixelBox& line, int start_at, int target_at) {
    const Look& look = pen.look();
    const auto text_of = [](const std::optional<views::BarMark>& mark) {
        return mark ? toOffice(mark->text) : rtl::OUString();
    };
    const rtl::OUString start = text_of(bar_.start);
    const rtl::OUString target = text_of(bar_.target);
    if (start.isEmpty() || target.isEmpty()) {
        const rtl::OUString& only = start.isEmpty() ? target : start;
        pen.text(labelBox(look.widthOf(only), start.isEmpty() ? target_at : start_at, line), only,
                 look.text);
        return;
    }
    const FigureBoxes boxes = boxesBelow(look.widthOf(start), start_at, look.widthOf(target),
                                         target_at, line, look.text_height / 2);
    pen.text(boxes.start, start, look.text);
    pen.text(boxes.target, target, look.text);
}

} // namespace keepable::office
