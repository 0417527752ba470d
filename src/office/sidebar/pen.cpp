// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/pen.hpp"

#include "office/convert.hpp"

#include <com/sun/star/awt/DeviceInfo.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/SimpleFontMetric.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>

#include <algorithm>
#include <cmath>

namespace keepable::office {

namespace {

constexpr Colour kNoColour = -1; // draws nothing

int lightness(Colour colour) {
    return (299 * ((colour >> 16) & 0xFF) + 587 * ((colour >> 8) & 0xFF) + 114 * (colour & 0xFF)) /
           1000;
}

// The style settings give points, graphics want pixels.
css::awt::FontDescriptor inPixels(css::awt::FontDescriptor font, double pixels_per_metre) {
    constexpr double kMetresPerPoint = 0.0254 / 72;
    font.Height = static_cast<sal_Int16>(
        std::lround(static_cast<double>(font.Height) * kMetresPerPoint * pixels_per_metre));
    font.Width = 0;
    return font;
}

} // namespace

Colour blended(Colour from, Colour to, int percent) {
    const auto part = [&](int shift) {
        const int low = (from >> shift) & 0xFF;
        const int high = (to >> shift) & 0xFF;
        return (low + (high - low) * percent / 100) << shift;
    };
    return part(16) | part(8) | part(0);
}

Look Look::of(const css::uno::Reference<css::uno::XInterface>& peer) {
    Look look;
    const css::uno::Reference<css::awt::XStyleSettingsSupplier> supplier(peer, css::uno::UNO_QUERY);
    const css::uno::Reference<css::awt::XDevice> device(peer, css::uno::UNO_QUERY);
    if (!supplier.is() || !device.is()) {
        return look;
    }
    const css::uno::Reference<css::awt::XStyleSettings> settings = supplier->getStyleSettings();
    look.background = settings->getDialogColor() & 0xFFFFFF;
    look.text = settings->getDialogTextColor() & 0xFFFFFF;
    look.line = blended(look.background, look.text, 35);
    look.highlight = settings->getHighlightColor() & 0xFFFFFF;
    look.highlight_text = settings->getHighlightTextColor() & 0xFFFFFF;
    look.field = settings->getFieldColor() & 0xFFFFFF;
    look.field_text = settings->getFieldTextColor() & 0xFFFFFF;
    look.is_dark = lightness(look.background) < lightness(look.text);
    const double pixels_per_metre = device->getInfo().PixelPerMeterY;
    look.normal = inPixels(settings->getLabelFont(), pixels_per_metre);
    look.bold = look.normal;
    look.bold.Weight = css::awt::FontWeight::BOLD;
    look.normal_font = device->getFont(look.normal);
    look.bold_font = device->getFont(look.bold);
    const css::awt::SimpleFontMetric metric = look.normal_font->getFontMetric();
    look.text_height = std::max(8, metric.Ascent + metric.Descent);
    return look;
}

std::int32_t Look::widthOf(const rtl::OUString& of_text, Weight weight) const {
    const css::uno::Reference<css::awt::XFont>& font =
        weight == Weight::kBold ? bold_font : normal_font;
    return font.is() ? font->getStringWidth(of_text) : 0;
}

rtl::OUString Look::elided(const rtl::OUString& whole, std::int32_t width, Weight weight) const {
    if (widthOf(whole, weight) <= width) {
        return whole;
    }
    const rtl::OUString ellipsis(u'\u2026');
    sal_Int32 fits = 0;
    sal_Int32 too_long = whole.getLength();
    while (too_long - fits > 1) {
        const sal_Int32 middle = (fits + too_long) / 2;
        if (widthOf(whole.copy(0, middle) + ellipsis, weight) <= width) {
            fits = middle;
        } else {
            too_long = middle;
        }
    }
    return fits == 0 ? rtl::OUString() : whole.copy(0, fits) + ellipsis;
}

Pen::Pen(const css::uno::Reference<css::awt::XGraphics>& graphics, const Look& look)
    : graphics_(graphics), look_(look) {}

void Pen::fill(const PixelBox& box, Colour colour) {
    if (box.Width > 0 && box.Height > 0) {
        graphics_->setLineColor(kNoColour);
        graphics_->setFillColor(colour);
        graphics_->drawRect(box.X, box.Y, box.Width, box.Height);
    }
}

void Pen::frame(const PixelBox& box, Colour colour, std::int32_t thickness) {
    fill({box.X, box.Y, box.Width, thickness}, colour);
    fill({box.X, box.Y + box.Height - thickness, box.Width, thickness}, colour);
    fill({box.X, box.Y, thickness, box.Height}, colour);
    fill({box.X + box.Width - thickness, box.Y, thickness, box.Height}, colour);
}

void Pen::hatch(const PixelBox& box, Colour colour, std::int32_t distance) {
    const std::int32_t right = box.X + box.Width - 1;
    const std::int32_t bottom = box.Y + box.Height - 1;
    // Strokes along x + y = sum, so that neighbouring boxes are hatched in one.
    const std::int32_t first = (box.X + box.Y) / distance * distance + distance;
    for (std::int32_t sum = first; sum <= right + bottom; sum += distance) {
        const std::int32_t from_x = std::max(box.X, sum - bottom);
        const std::int32_t to_x = std::min(right, sum - box.Y);
        if (from_x <= to_x) {
            line(from_x, sum - from_x, to_x, sum - to_x, colour);
        }
    }
}

void Pen::line(std::int32_t x1, std::int32_t y1, std::int32_t x2, std::int32_t y2, Colour colour) {
    graphics_->setLineColor(colour);
    graphics_->drawLine(x1, y1, x2, y2);
}

void Pen::triangle(std::int32_t x, std::int32_t y, std::int32_t width, std::int32_t height,
                   Colour colour) {
    css::uno::Sequence<sal_Int32> across(3);
    css::uno::Sequence<sal_Int32> down(3);
    across[0] = x;
    across[1] = x + width;
    across[2] = x + width / 2;
    down[0] = y;
    down[1] = y;
    down[2] = y + height;
    graphics_->setLineColor(kNoColour);
    graphics_->setFillColor(colour);
    graphics_->drawPolygon(across, down);
}

void Pen::text(const PixelBox& box, const rtl::OUString& text, Colour colour, Align align,
               Weight weight) {
    const rtl::OUString shown = look_.elided(text, box.Width, weight);
    if (shown.isEmpty()) {
        return;
    }
    const std::int32_t spare = align == Align::kLeft ? 0 : box.Width - look_.widthOf(shown, weight);
    graphics_->selectFont(weight == Weight::kBold ? look_.bold : look_.normal);
    graphics_->setTextColor(colour);
    graphics_->drawText(box.X + (align == Align::kCentre ? spare / 2 : spare),
                        box.Y + (box.Height - look_.text_height) / 2, shown);
}

} // namespace keepable::office
