// SPDX-License-Identifier: MPL-2.0
//
// A throw-away user profile of LibreOffice, gone with the object, and what unopkg does to it.
// Install only while no office runs on the profile (unopkg would silently use the default profile
// instead).
#pragma once

#include "office/support/process.hpp"

#include <filesystem>
#include <string>

namespace keepable::office_tests {

class Profile {
  public:
    Profile();
    ~Profile();
    Profile(const Profile&) = delete;
    Profile& operator=(const Profile&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    // "-env:UserInstallation=file:///…"
    [[nodiscard]] std::string argument() const;

    [[nodiscard]] Outcome install(const std::filesystem::path& package) const;
    [[nodiscard]] Outcome remove(const std::string& identifier) const;
    [[nodiscard]] std::string installed() const; // what `unopkg list` prints

  private:
    std::filesystem::path folder_;
};

// From the environment; the packaging script sets them. Empty when not given.
[[nodiscard]] std::filesystem::path packageUnderTest(); // KEEPABLE_OXT
[[nodiscard]] std::filesystem::path sharedData();       // KEEPABLE_SHARED_DATA
[[nodiscard]] std::filesystem::path demoWorkbook();     // KEEPABLE_DEMO

} // namespace keepable::office_tests
