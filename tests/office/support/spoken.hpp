// SPDX-License-Identifier: MPL-2.0
//
// Commands with texts as arguments, as the suites of the review give them.
#pragma once

#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace keepable::office_tests {

using Words = std::map<std::string, std::string>;

inline CommandAnswer run(Window& window, const char* command, const Words& words = {}) {
    Window::Arguments arguments;
    for (const auto& [name, value] : words) {
        arguments[name] <<= toOffice(value);
    }
    return window.command(command, arguments)
        .value_or(CommandAnswer{false, "nobody offers the command"});
}

inline void done(Window& window, const char* command, const Words& words = {}) {
    const CommandAnswer answer = run(window, command, words);
    EXPECT_TRUE(answer.is_done) << command << ": " << answer.sentence;
}

} // namespace keepable::office_tests
