// SPDX-License-Identifier: MPL-2.0
//
// Drawing on a canvas: fills, frames, hatching and text that is cut with an ellipsis where it does
// not fit, in the fonts and colours of the user's desktop.
//
// Units:   pixels of the window. Sizes follow the height of the text, so that a picture is right at
//          every scaling.
// Life:    a Look for as long as the style settings last, a Pen for one painting.
#pragma once

#include <com/sun/star/awt/FontDescriptor.hpp>
#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/awt/XDevice.hpp>
#include <com/sun/star/awt/XFont.hpp>
#include <com/sun/star/awt/XGraphics.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <rtl/ustring.hxx>

#include <cstdint>

namespace keepable::office {

using Colour = std::int32_t; // 0xRRGGBB
using PixelBox = com::sun::star::awt::Rectangle;

enum class Align : std::uint8_t { kLeft, kCentre, kRight };
enum class Weight : std::uint8_t { kNormal, kBold };

// Fonts and colours of the window a picture is in.
struct Look {
    // Of a window's peer; the defaults are used for what it does not tell.
    [[nodiscard]] static Look
    of(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& peer);

    Colour background = 0xFFFFFF;
    Colour text = 0x000000;
    Colour line = 0x808080;      // between background and text
    Colour highlight = 0x3465A4; // of what is selected
    Colour highlight_text = 0xFFFFFF;
    Colour field = 0xFFFFFF; // of lists and edit fields
    Colour field_text = 0x000000;
    bool is_dark = false;
    com::sun::star::awt::FontDescriptor normal;
    com::sun::star::awt::FontDescriptor bold;
    com::sun::star::uno::Reference<com::sun::star::awt::XFont> normal_font;
    com::sun::star::uno::Reference<com::sun::star::awt::XFont> bold_font;
    std::int32_t text_height = 12;

    [[nodiscard]] std::int32_t widthOf(const rtl::OUString& text,
                                       Weight weight = Weight::kNormal) const;
    [[nodiscard]] rtl::OUString elided(const rtl::OUString& text, std::int32_t width,
                                       Weight weight = Weight::kNormal) const;
    // Thickness of a line that is seen as one at this scaling.
    [[nodiscard]] std::int32_t hairline() const { return text_height < 22 ? 1 : text_height / 14; }
};

// A colour so many percent of the way from one to the other.
[[nodiscard]] Colour blended(Colour from, Colour to, int percent);

class Pen {
  public:
    Pen(const com::sun::star::uno::Reference<com::sun::star::awt::XGraphics>& graphics,
        const Look& look);

    [[nodiscard]] const Look& look() const { return look_; }

    void fill(const PixelBox& box, Colour colour);
    // Just inside the box.
    void frame(const PixelBox& box, Colour colour, std::int32_t thickness);
    // Diagonal strokes inside the box.
    void hatch(const PixelBox& box, Colour colour, std::int32_t distance);
    void line(std::int32_t x1, std::int32_t y1, std::int32_t x2, std::int32_t y2, Colour colour);
    void triangle(std::int32_t x, std::int32_t y, std::int32_t width, std::int32_t height,
                  Colour colour); // pointing down
    // One line, in the middle of the box's height; cut where it does not fit.
    void text(const PixelBox& box, const rtl::OUString& text, Colour colour,
              Align align = Align::kLeft, Weight weight = Weight::kNormal);

  private:
    com::sun::star::uno::Reference<com::sun::star::awt::XGraphics> graphics_;
    const Look& look_;
};

} // namespace keepable::office
