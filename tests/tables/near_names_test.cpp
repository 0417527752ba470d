// SPDX-License-Identifier: MPL-2.0
#include "tables/name_list.hpp"
#include "tables/near_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace keepable::tables {
namespace {

// "GTXPro: sure GTX Pro", or nothing for a name without a match.
std::string match(const std::vector<std::string>& known, const std::string& name) {
    const std::vector<std::string> unknown{name};
    const auto matches = nearNames(known, unknown);
    if (matches.empty()) {
        return "none";
    }
    return (matches[0].likeness == NameLikeness::kSure ? "sure " : "likely ") +
           known[matches[0].known];
}

struct Case {
    const char* name;
    const char* known;
    const char* expected;
};

TEST(NearNames, AreSureWhereOnlySpacesPunctuationOrAccentsDiffer) {
    for (const Case& c : {Case{"GTXPro", "GTX Pro", "sure GTX Pro"},
                          {"gtx-pro", "GTX Pro", "sure GTX Pro"},
                          {"Front–end (dev.)", "Frontend dev", "sure Frontend dev"},
                          {"Mueller", "Müller", "likely Müller"},
                          {"Muller", "Müller", "sure Müller"},
                          {"Line 1-2", "Line 1 2", "sure Line 1 2"},
                          {"Line 12", "Line 1-2", "none"},
                          {"Pipe 15", "Pipe 1.5", "none"},
                          {"C", "C#", "none"},
                          {"GTX Pro", "gtx  PRO", "none"}, // the same name already
                          {"", "-", "none"}}) {
        EXPECT_EQ(match({c.known}, c.name), c.expected) << c.name << " / " << c.known;
    }
}

TEST(NearNames, AreLikelyWithOneLetterAmiss) {
    for (const Case& c : {Case{"Instalation", "Installation", "likely Installation"},
                          {"Installlation", "Installation", "likely Installation"},
                          {"Instellation", "Installation", "likely Installation"},
                          {"Intsallation", "Installation", "likely Installation"},
                          {"nstallation", "Installation", "likely Installation"},
                          {"Installations", "Installation", "likely Installation"},
                          {"Pres 2 Weldng", "Pres 2 Welding", "likely Pres 2 Welding"},
                          {"Instlation", "Installation", "none"},
                          {"Sawe", "Saw", "none"},
                          {"Press", "Pres", "none"},
                          {"A1", "A2", "none"},
                          {"Line 1", "Line 2", "none"},
                          {"Installation 1", "Installation 12", "none"},
                          {"Installation 12", "Installation 21", "none"},
                          {"Installation", "Installation 1", "none"},
                          {"Line A", "Line B", "none"},
                          {"LineA", "LineB", "none"},
                          {"Phase I", "Phase II", "none"}}) {
        EXPECT_EQ(match({c.known}, c.name), c.expected) << c.name << " / " << c.known;
    }
}

TEST(NearNames, AreNeverProposedWhereTwoMayBeMeant) {
    EXPECT_EQ(match({"Painting", "Printing"}, "Pinting"), "none");
    EXPECT_EQ(match({"GTX Pro", "GTX-Pro"}, "GTXPro"), "none");
    EXPECT_EQ(match({"Installation", "In stallation"}, "Instalation"), "none");
    EXPECT_EQ(match({"Instalation", "Installation"}, "INSTALL-ATION"), "sure Installation");
}

TEST(NearNames, ComeInTheOrderOfTheUnknownNames) {
    const std::vector<std::string> known{"Welding", "GTX Pro"};
    const std::vector<std::string> unknown{"GTXPro", "Weldding", "Paint", "GTX_Pro"};
    EXPECT_EQ(nearNames(known, unknown), (std::vector<NameMatch>{{0, 1, NameLikeness::kSure},
                                                                 {1, 0, NameLikeness::kLikely},
                                                                 {3, 1, NameLikeness::kSure}}));
    EXPECT_TRUE(nearNames({}, unknown).empty());
    EXPECT_TRUE(nearNames(known, {}).empty());
}

TEST(NearNames, AreFoundAmongManyWithoutComparingEachWithEach) {
    const auto word = [](std::uint32_t number) {
        std::string text = "Assembly ";
        for (int i = 0; i < 5; ++i, number /= 7) {
            text += static_cast<char>('a' + number % 7);
            text += static_cast<char>('h' + number % 7);
        }
        return text; // any two differ in two letters or more
    };
    std::vector<std::string> known;
    std::vector<std::string> unknown;
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        if (i < 1'000) {
            known.push_back(word(i));
        }
        unknown.push_back("As" + word(i).substr(3)); // one s is missing
    }
    const auto matches = nearNames(known, unknown);
    ASSERT_EQ(matches.size(), 1'000U);
    EXPECT_EQ(matches[999], (NameMatch{999, 999, NameLikeness::kLikely}));
}

TEST(NameList, KnowsAnEntryByItsAliases) {
    NameList list;
    const std::uint32_t pro = list.findOrAdd("GTX Pro");
    const std::uint32_t saw = list.findOrAdd("Saw");
    EXPECT_FALSE(list.find("GTXPro"));
    EXPECT_TRUE(list.addAlias("GTXPro", pro));
    EXPECT_EQ(list.find("gtxpro"), pro);
    EXPECT_EQ(list.findOrAdd("GTXPRO "), pro);
    EXPECT_TRUE(list.addAlias("GTXPro", pro));
    EXPECT_FALSE(list.addAlias("gtxpro", saw));
    EXPECT_FALSE(list.addAlias("Saw", pro));
    EXPECT_EQ(list.find("saw"), saw);
    EXPECT_EQ(list.names(), (std::vector<std::string>{"GTX Pro", "Saw"}));
    EXPECT_EQ(list.index().at("gtxpro"), pro);
}

} // namespace
} // namespace keepable::tables
