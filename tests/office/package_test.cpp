// SPDX-License-Identifier: MPL-2.0
// What is inside the package, without an office: the library needs nothing but LibreOffice's public
// UNO libraries and the C and C++ runtime of a Debian 12, and shows nothing but its entry points.
#include "office/support/process.hpp"
#include "office/support/profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <tuple>

namespace keepable::office_tests {
namespace {

class Package : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_EQ(run({"unzip", "-q", packageUnderTest(), "-d", folder()}).exit_code, 0)
            << packageUnderTest();
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder())) {
            if (entry.path().extension() == ".so") {
                library_ = entry.path();
            }
        }
        ASSERT_FALSE(library_.empty()) << "no library in the package";
    }

    [[nodiscard]] std::filesystem::path folder() const { return place_.folder() / "package"; }
    [[nodiscard]] const std::filesystem::path& library() const { return library_; }

    [[nodiscard]] static std::string contentOf(const std::filesystem::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    // The first bracket of every match.
    [[nodiscard]] static std::vector<std::string> found(const std::string& text,
                                                        const char* pattern) {
        const std::regex expression(pattern);
        std::vector<std::string> result;
        for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end;
             ++match) {
            result.push_back((*match)[1]);
        }
        return result;
    }

  private:
    Profile place_; // only for its throw-away folder
    std::filesystem::path library_;
};

TEST_F(Package, TheLibraryNeedsOnlyPublicUnoAndTheRuntime) {
    const std::set<std::string> allowed = {"libuno_sal.so.3",
                                           "libuno_cppu.so.3",
                                           "libuno_cppuhelpergcc3.so.3",
                                           "libuno_salhelpergcc3.so.3",
                                           "libstdc++.so.6",
                                           "libm.so.6",
                                           "libgcc_s.so.1",
                                           "libc.so.6",
                                           "ld-linux-x86-64.so.2"};
    const Outcome dynamic = run({"readelf", "--dynamic", "--wide", library()});
    ASSERT_EQ(dynamic.exit_code, 0) << dynamic.output;
    const std::vector<std::string> needed = found(dynamic.output, R"(\(NEEDED\).*\[(.*)\])");
    EXPECT_FALSE(needed.empty()) << dynamic.output;
    for (const std::string& name : needed) {
        EXPECT_TRUE(allowed.contains(name)) << name;
    }
    EXPECT_TRUE(found(dynamic.output, R"(\((RPATH|RUNPATH)\))").empty()) << dynamic.output;
    EXPECT_TRUE(found(dynamic.output, R"(\((TEXTREL)\))").empty()) << dynamic.output;
}

TEST_F(Package, TheLibraryAsksForNoNewerRuntimeThanDebian12) {
    const Outcome symbols = run({"objdump", "--dynamic-syms", library()});
    ASSERT_EQ(symbols.exit_code, 0) << symbols.output;
    const auto expectAtMost = [&](const char* pattern, std::tuple<int, int, int> most) {
        const std::vector<std::string> versions = found(symbols.output, pattern);
        EXPECT_FALSE(versions.empty()) << pattern;
        for (const std::string& version : std::set(versions.begin(), versions.end())) {
            std::istringstream parts(version);
            std::tuple<int, int, int> number{0, 0, 0};
            char dot = '.';
            parts >> std::get<0>(number) >> dot >> std::get<1>(number) >> dot >>
                std::get<2>(number);
            EXPECT_LE(number, most) << version;
        }
    };
    expectAtMost(R"(GLIBC_([0-9.]+))", {2, 36, 0});
    expectAtMost(R"(GLIBCXX_([0-9.]+))", {3, 4, 30});
    expectAtMost(R"(CXXABI_([0-9.]+))", {1, 3, 13});
}

TEST_F(Package, OnlyTheComponentsEntryPointsAreVisible) {
    std::set<std::string> entry_points;
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        if (entry.path().extension() == ".components") {
            for (const std::string& name :
                 found(contentOf(entry.path()), R"(constructor="([^"]*)\")")) {
                entry_points.insert(name);
            }
        }
    }
    ASSERT_FALSE(entry_points.empty());
    const Outcome symbols = run({"readelf", "--dyn-syms", "--wide", library()});
    ASSERT_EQ(symbols.exit_code, 0) << symbols.output;
    // Num: Value Size Type Bind Vis Ndx Name, where Ndx is a section number for what is defined
    // here.
    std::set<std::string> visible;
    for (const std::string& name :
         found(symbols.output,
               R"((?:GLOBAL|WEAK|UNIQUE)\s+(?:DEFAULT|PROTECTED)\s+(?:[0-9]+|ABS)\s+(\S+))")) {
        visible.insert(name);
    }
    EXPECT_EQ(visible, entry_points);
}

TEST_F(Package, EveryFileOfTheManifestIsInThePackage) {
    const std::string manifest = contentOf(folder() / "META-INF" / "manifest.xml");
    const std::vector<std::string> paths = found(manifest, R"(manifest:full-path="([^"]*)\")");
    EXPECT_GE(paths.size(), 3U) << manifest;
    for (const std::string& path : paths) {
        EXPECT_TRUE(std::filesystem::exists(folder() / path)) << path;
    }
}

TEST_F(Package, EveryButtonOfTheToolbarHasItsPicturesInThePackage) {
    const std::string addons = contentOf(folder() / "registry" / "Addons.xcu");
    const std::size_t begin = addons.find("\"OfficeToolBar\"");
    const std::size_t end = addons.find("\"OfficeNotebookBar\"");
    const std::size_t pictures = addons.find("\"Images\"");
    ASSERT_TRUE(begin < end && end < pictures);
    const char* const command = R"(<value>(vnd\.org\.keepable\.calc:[a-z-]+)</value>)";
    const auto shown = found(addons.substr(pictures), command);
    const auto toolbar = found(addons.substr(begin, end - begin), command);
    EXPECT_NE(std::ranges::find(toolbar, "vnd.org.keepable.calc:agenda"), toolbar.end());
    EXPECT_EQ(std::set<std::string>(toolbar.begin(), toolbar.end()),
              std::set<std::string>(shown.begin(), shown.end()));
    const auto files = found(addons.substr(pictures),
                             R"(vnd\.sun\.star\.extension://org\.keepable\.calc/([^<]*)<)");
    EXPECT_EQ(files.size(), 4 * shown.size()) << "two sizes, each with one for high contrast";
    for (const std::string& file : files) {
        EXPECT_TRUE(std::filesystem::exists(folder() / file)) << file;
    }
}

TEST_F(Package, TheFunctionsAreDescribedInEnglishAndGerman) {
    const std::string functions = contentOf(folder() / "registry" / "CalcAddIns.xcu");
    const std::vector<std::string> english =
        found(functions, R"(<value xml:lang="en[^"]*">([^<]*)</value>)");
    const std::vector<std::string> german =
        found(functions, R"(<value xml:lang="de[^"]*">([^<]*)</value>)");
    EXPECT_GT(english.size(), 13U * 3U) << "name, description and arguments of 13 functions";
    EXPECT_FALSE(german.empty());
    for (const std::vector<std::string>& texts : {english, german}) {
        for (const std::string& text : texts) {
            EXPECT_FALSE(text.empty());
        }
    }
    // Descriptions and arguments come in pairs, property by property.
    for (const std::string& property : found(functions, R"(<prop ([^§]*?)</prop>)")) {
        if (property.find("\"Description\"") != std::string::npos) {
            EXPECT_NE(property.find("xml:lang=\"de"), std::string::npos) << property;
            EXPECT_NE(property.find("xml:lang=\"en"), std::string::npos) << property;
        }
    }
}

} // namespace
} // namespace keepable::office_tests
