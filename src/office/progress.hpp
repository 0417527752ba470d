// SPDX-License-Identifier: MPL-2.0
//
// What a command that may take long is doing, shown while it does it, and the user's chance to call
// it off.
//
// Shape:   a command names each part before it begins it. Once it has taken as long as a user
//          notices, a small window tells the part, how many are done, and offers Cancel. Macros that
//          ask for silence see none.
// Rule:    while the window is open the document's own takes no input, other commands are refused and
//          panels hear of changes afterwards, so that nothing gets in between two parts. The object
//          outlives the undo step, whose roll-back is part of the work.
// Errors:  next() throws Cancelled, before a part and never within one.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"

#include <chrono>
#include <cstddef>
#include <exception>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace keepable::office {

class Cancelled : public std::exception {
  public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled by the user"; }
};

class Progress {
  public:
    Progress(const CommandCall& call, std::string_view title, std::size_t parts);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Title and parts are keys of texts; a part may have arguments.
    void next(std::string_view part, std::initializer_list<std::string_view> arguments = {});
    // In the midst of a part: whether it is to go on. Throws Cancelled as well.
    void goOn();

  private:
    class Window;
    void show();

    const CommandCall& call_;
    std::string title_;
    std::size_t parts_;
    std::size_t begun_ = 0;
    std::string part_;
    std::chrono::steady_clock::time_point start_;
    std::unique_ptr<Window> window_; // once it is shown
};

} // namespace keepable::office
