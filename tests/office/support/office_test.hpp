// SPDX-License-Identifier: MPL-2.0
//
// What most suites need: one office with the package installed, shared by the tests of a suite; the
// suite fails when the office does not outlive a test or does not end with exit code 0.
#pragma once

#include "office/support/office.hpp"
#include "office/support/profile.hpp"
#include "office/support/screen.hpp"
#include "office/support/workbook.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace keepable::office_tests {

class OfficeTest : public testing::Test {
  protected:
    static void SetUpTestSuite();
    static void TearDownTestSuite();
    void SetUp() override;
    void TearDown() override;

    // For suites that need windows: SetUpTestSuite() of theirs.
    static void startWithScreen();

    [[nodiscard]] static Office& office() { return *office_; }
    [[nodiscard]] static const Screen& screen() { return *screen_; }
    // A file name in the suite's throw-away folder.
    [[nodiscard]] static std::filesystem::path file(std::string_view name);

    // Waits until a cell shows the text, at most ten seconds; what it shows in the end.
    [[nodiscard]] static std::string
    shownAfterWaiting(const Workbook& workbook, std::string_view cell, std::string_view expected);
    // Whether the office comes to rest: less than a fifth of a processor over a second.
    [[nodiscard]] static bool comesToRest();

  private:
    static void start();

    static std::unique_ptr<Profile> profile_;
    static std::unique_ptr<Screen> screen_; // null without windows
    static std::unique_ptr<Office> office_;
};

// The same with windows on a screen of the suite's own.
class WindowTest : public OfficeTest {
  protected:
    static void SetUpTestSuite() { startWithScreen(); }
};

} // namespace keepable::office_tests
