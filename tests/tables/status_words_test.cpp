// SPDX-License-Identifier: MPL-2.0
#include "tables/names.hpp"
#include "tables/status_words.hpp"

#include <gtest/gtest.h>

#include <string>

namespace keepable::tables {
namespace {

using planning::DealClass;

TEST(StatusWords, MatchWhateverTheirSpacesAndCaseAndKeepTheirPunctuation) {
    StatusWords words;
    EXPECT_TRUE(words.addOwn("Closed Won ", DealClass::kFirm));
    EXPECT_TRUE(words.addOwn("10 - Prospect", DealClass::kTentative));
    EXPECT_TRUE(words.addOwn("Négociation / révision", DealClass::kTentative));
    EXPECT_EQ(words.find(foldedName("  CLOSED\u00a0 won")), DealClass::kFirm);
    EXPECT_EQ(words.find(foldedName("10 -  prospect")), DealClass::kTentative);
    EXPECT_EQ(words.find(foldedName("NÉGOCIATION / RÉVISION")), DealClass::kTentative);
    EXPECT_FALSE(words.find(foldedName("10 Prospect")));
    EXPECT_FALSE(words.find(foldedName("Closed Wonderful")));
}

TEST(StatusWords, HoldAsManyAsAFileHas) {
    StatusWords words;
    for (int stage = 0; stage < 50; ++stage) {
        EXPECT_TRUE(words.addOwn("Stage " + std::to_string(stage),
                                 stage % 2 == 0 ? DealClass::kFirm : DealClass::kClosed));
    }
    for (int stage = 0; stage < 50; ++stage) {
        EXPECT_EQ(words.find("stage " + std::to_string(stage)),
                  stage % 2 == 0 ? DealClass::kFirm : DealClass::kClosed);
    }
    EXPECT_FALSE(words.addOwn("STAGE 1", DealClass::kFirm));
    EXPECT_EQ(words.find("stage 1"), DealClass::kClosed);
    EXPECT_EQ(words.find("won"), DealClass::kFirm);
}

} // namespace
} // namespace keepable::tables
