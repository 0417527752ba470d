// SPDX-License-Identifier: MPL-2.0
#include "office/support/office_test.hpp"

#include <chrono>
#include <thread>

namespace keepable::office_tests {

std::unique_ptr<Profile> OfficeTest::profile_;
std::unique_ptr<Screen> OfficeTest::screen_;
std::unique_ptr<Office> OfficeTest::office_;

void OfficeTest::SetUpTestSuite() {
    start();
}

void OfficeTest::startWithScreen() {
    // Its output lies in the run folder: the profile is not made yet.
    screen_ = std::make_unique<Screen>(std::filesystem::temp_directory_path());
    start();
}

void OfficeTest::start() {
    profile_ = std::make_unique<Profile>();
    const Outcome installed = profile_->install(packageUnderTest());
    ASSERT_EQ(installed.exit_code, 0) << installed.output;
    office_ = std::make_unique<Office>(*profile_, screen_.get());
}

void OfficeTest::TearDownTestSuite() {
    if (office_) {
        EXPECT_EQ(office_->terminate(), 0) << "exit code of soffice";
    }
    office_.reset();
    screen_.reset();
    profile_.reset();
}

void OfficeTest::SetUp() {
    // After a crash the next test gets a new office, so that one failure stays one failure.
    if (!office_ || !office_->isRunning()) {
        office_ = std::make_unique<Office>(*profile_, screen_.get());
    }
}

void OfficeTest::TearDown() {
    EXPECT_TRUE(office_->isRunning()) << "the office has crashed";
}

std::filesystem::path OfficeTest::file(std::string_view name) {
    return profile_->folder() / name;
}

std::string OfficeTest::shownAfterWaiting(const Workbook& workbook, std::string_view cell,
                                          std::string_view expected) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::string shown = workbook.shown(cell);
    while (shown != expected && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        shown = workbook.shown(cell);
    }
    return shown;
}

bool OfficeTest::comesToRest() {
    using std::chrono::milliseconds;
    for (int attempt = 0; attempt < 10; ++attempt) {
        const milliseconds before = office_->processorTime();
        std::this_thread::sleep_for(milliseconds(1000));
        if (office_->processorTime() - before < milliseconds(200)) {
            return true;
        }
    }
    return false;
}

} // namespace keepable::office_tests
