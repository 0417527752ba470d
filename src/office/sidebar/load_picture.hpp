// SPDX-License-Identifier: MPL-2.0
//
// A small picture of why a deal does not fit: for each day around the tight span the capacity as a
// step line, the work ranked above it filled, its own work lighter, and what finds no room hatched
// above the line, with a bracket under the tight span.
//
// Use:     open() inside a panel's window, then show() a curve or nothing; place it with
//          setPosSize(). Pointing at a bar says its hours; the accessible name tells all of it.
// Life:    until dispose(); the host may take the window away before.
// Thread:  the office's main thread.
#pragma once

#include "office/sidebar/canvas.hpp"
#include "views/load_curve.hpp"
#include "views/texts.hpp"

#include <memory>
#include <optional>

namespace keepable::office {

class LoadPicture {
  public:
    LoadPicture(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
        Log& log, const views::Texts& texts);
    LoadPicture(const LoadPicture&) = delete;
    LoadPicture& operator=(const LoadPicture&) = delete;
    ~LoadPicture();

    void open(const Canvas::Peer& parent, const PixelBox& box);
    void dispose();

    // None: an empty picture; hide it then.
    void show(std::optional<views::LoadCurve> curve);
    void setPosSize(const PixelBox& box);
    void setVisible(bool is_visible);
    // A height at which it reads well, in pixels.
    [[nodiscard]] int preferredHeight() const;

  private:
    struct Frame;

    void paint(Pen& pen, int width, int height);
    void hover(int x);
    [[nodiscard]] Frame frameOf(const Look& look, int width, int height) const;

    const views::Texts& texts_;
    rtl::Reference<Canvas> canvas_;
    std::optional<views::LoadCurve> curve_;
};

} // namespace keepable::office
