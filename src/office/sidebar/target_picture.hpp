// SPDX-License-Identifier: MPL-2.0
//
// The picture of a shared target: a bar from where it began to where it should be, filled up to where
// it is now. Marks and their figures say the same without colour: a stroke with “start” and one with
// “target” below the bar, a triangle with “now” above it.
//
// Use:     as LoadPicture: open() inside a panel's window, show() a bar, place it with setPosSize().
//          The accessible name and the tooltip tell all of it.
// Life:    until dispose(); the host may take the window away before.
// Thread:  the office's main thread.
#pragma once

#include "office/sidebar/canvas.hpp"
#include "views/target_bars.hpp"

namespace keepable::office {

class TargetPicture {
  public:
    TargetPicture(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
        Log& log);
    TargetPicture(const TargetPicture&) = delete;
    TargetPicture& operator=(const TargetPicture&) = delete;
    ~TargetPicture();

    void open(const Canvas::Peer& parent);
    void dispose();

    // An empty bar is hidden.
    void show(views::TargetBar bar);
    [[nodiscard]] bool isVisible() const { return is_visible_; }
    void setPosSize(const PixelBox& box);
    [[nodiscard]] int preferredHeight() const;

  private:
    void paint(Pen& pen, int width, int height);
    void paintBelow(Pen& pen, const PixelBox& line, int start_at, int target_at);

    rtl::Reference<Canvas> canvas_;
    views::TargetBar bar_;
    bool is_visible_ = false;
};

} // namespace keepable::office
