// SPDX-License-Identifier: MPL-2.0
// Installing, removing and upgrading the package with unopkg, always while no office runs on the
// profile, and an office that ends in order each time.
#include "office/support/office.hpp"
#include "office/support/profile.hpp"
#include "office/support/workshop.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace keepable::office_tests {
namespace {

constexpr std::string_view kIdentifier = "org.keepable.calc";

// Starts an office on the profile and hands it to `visit`; the office must end with exit code 0.
template <class Visit> void inOffice(const Profile& profile, Visit visit) {
    Office office(profile);
    visit(office);
    EXPECT_EQ(office.terminate(), 0) << "exit code of soffice";
}

void expectToWork(const Profile& profile) {
    inOffice(profile, [](Office& office) {
        const Workbook workshop = openWorkshop(office);
        EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    });
}

void expectNothingInstalled(const Profile& profile) {
    inOffice(profile, [](Office& office) {
        const Workbook workshop = openWorkshop(office);
        EXPECT_EQ(workshop.shown("Plan.A1"), "#NAME?");
    });
}

TEST(Install, WithoutThePackageTheFunctionsAreUnknown) {
    const Profile profile;
    expectNothingInstalled(profile);
}

TEST(Install, ThePackageIsInstalledListedRemovedAndInstalledAgain) {
    const Profile profile;
    const Outcome installed = profile.install(packageUnderTest());
    EXPECT_EQ(installed.exit_code, 0) << installed.output;
    EXPECT_NE(profile.installed().find(kIdentifier), std::string::npos);
    expectToWork(profile);

    const Outcome removed = profile.remove(std::string(kIdentifier));
    EXPECT_EQ(removed.exit_code, 0) << removed.output;
    EXPECT_EQ(profile.installed().find(kIdentifier), std::string::npos);
    expectNothingInstalled(profile);

    EXPECT_EQ(profile.install(packageUnderTest()).exit_code, 0);
    expectToWork(profile);
}

TEST(Install, AHigherVersionReplacesALowerOne) {
    const Profile profile;
    // The same package with a lower number.
    const std::filesystem::path folder = profile.folder() / "lower";
    const std::filesystem::path lower = profile.folder() / "lower.oxt";
    ASSERT_EQ(run({"unzip", "-q", packageUnderTest(), "-d", folder}).exit_code, 0);
    std::ostringstream text;
    text << std::ifstream(folder / "description.xml").rdbuf();
    std::string description = text.str();
    const std::string version = "<version value=\"" KEEPABLE_VERSION "\"";
    const std::size_t at = description.find(version);
    ASSERT_NE(at, std::string::npos) << description;
    description.replace(at, version.size(), "<version value=\"0.0.1\"");
    std::ofstream(folder / "description.xml") << description;
    ASSERT_EQ(run({"sh", "-c", "cd \"$1\" && zip -qr \"$2\" .", "zip", folder, lower}).exit_code,
              0);

    EXPECT_EQ(profile.install(lower).exit_code, 0);
    EXPECT_NE(profile.installed().find("Version: 0.0.1"), std::string::npos) << profile.installed();
    expectToWork(profile);

    EXPECT_EQ(profile.install(packageUnderTest()).exit_code, 0);
    const std::string installed = profile.installed();
    EXPECT_NE(installed.find("Version: " KEEPABLE_VERSION), std::string::npos) << installed;
    EXPECT_EQ(installed.find("Version: 0.0.1"), std::string::npos) << installed;
    expectToWork(profile);
}

TEST(Install, AWorkbookThatAColleagueWithoutThePackageSavedWorksAgain) {
    const Profile ours;
    const Profile theirs;
    ASSERT_EQ(ours.install(packageUnderTest()).exit_code, 0);
    const std::filesystem::path sent = ours.folder() / "sent.ods";
    const std::filesystem::path returned = ours.folder() / "returned.ods";
    inOffice(ours, [&](Office& office) { openWorkshop(office).saveAs(sent, FileFormat::kOds); });
    inOffice(theirs, [&](Office& office) {
        Workbook workbook = office.open(sent);
        workbook.set("Deals.D3", 10);
        workbook.saveAs(returned, FileFormat::kOds);
    });
    inOffice(ours, [&](Office& office) {
        const Workbook workbook = office.open(returned);
        EXPECT_EQ(workbook.shown("Plan.B4"), "KEEPABLE");
        EXPECT_EQ(workbook.shown("Plan.B7"), "AT RISK");
    });
}

} // namespace
} // namespace keepable::office_tests
