// SPDX-License-Identifier: MPL-2.0
#include "office/support/profile.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace keepable::office_tests {
namespace {

// No window of its own but the document's.
constexpr const char* kQuietStart = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse">
<value>false</value></prop></item>
</oor:items>
)";

std::filesystem::path fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::filesystem::path() : std::filesystem::absolute(value);
}

} // namespace

Profile::Profile() {
    std::string pattern = std::filesystem::temp_directory_path() / "keepable-profile-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder: " + pattern);
    }
    folder_ = pattern;
    std::filesystem::create_directories(folder_ / "user");
    std::ofstream(folder_ / "user" / "registrymodifications.xcu") << kQuietStart;
}

Profile::~Profile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Profile::argument() const {
    return "-env:UserInstallation=file://" + folder_.string();
}

Outcome Profile::install(const std::filesystem::path& package) const {
    return run({"unopkg", "add", "-f", "-s", "--suppress-license", argument(), package.string()});
}

Outcome Profile::remove(const std::string& identifier) const {
    return run({"unopkg", "remove", argument(), identifier});
}

std::string Profile::installed() const {
    return run({"unopkg", "list", argument()}).output;
}

std::filesystem::path packageUnderTest() {
    return fromEnvironment("KEEPABLE_OXT");
}
std::filesystem::path sharedData() {
    return fromEnvironment("KEEPABLE_SHARED_DATA");
}
std::filesystem::path demoWorkbook() {
    return fromEnvironment("KEEPABLE_DEMO");
}

} // namespace keepable::office_tests
