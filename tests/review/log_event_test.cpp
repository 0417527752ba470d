// SPDX-License-Identifier: MPL-2.0
#include "review/log_event.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

TEST(LogEvent, NamesAreTheSameByTheirKeys) {
    EXPECT_EQ((Name{"ACME  Ltd", "acme ltd"}), (Name{"Acme Ltd", "acme ltd"}));
    EXPECT_NE((Name{"Acme", "acme"}), (Name{"Acme", "acme ltd"}));
}

TEST(LogEvent, AnEarlierMinuteOfTheSameDayIsEarlier) {
    EXPECT_LT((Moment{{100}, 59}), (Moment{{100}, 60}));
    EXPECT_LT((Moment{{100}, 1439}), (Moment{{101}, 0}));
}

TEST(LastingText, LosesWhatNoFileFormatKeeps) {
    EXPECT_EQ(lastingText("  a\r\nb\rc\n"), "a\nb\nc");
    EXPECT_EQ(lastingText("tab\there\x01\x1f and\x7f there"), "tab here   and  there");
    EXPECT_EQ(lastingText(" \n \r\n"), "");
    EXPECT_EQ(lastingText("Grüße, 東京"), "Grüße, 東京");
}

TEST(LastingText, IsCutBetweenCharactersAndSaysSo) {
    std::string text;
    while (text.size() < kMostTextBytes + 10) {
        text += "ü";
    }
    const std::string cut = lastingText(text);
    EXPECT_LE(cut.size(), kMostTextBytes);
    EXPECT_GE(cut.size(), kMostTextBytes - 4);
    EXPECT_TRUE(cut.ends_with("ü…"));
    EXPECT_EQ(lastingText(cut), cut);
}

TEST(Terms, AreEmptyWhenNothingIsSaid) {
    EXPECT_TRUE(Terms{}.isEmpty());
    Terms with_text;
    with_text.text = "soon";
    EXPECT_FALSE(with_text.isEmpty());
    Terms with_means;
    with_means.means = Means::kOvertime;
    EXPECT_FALSE(with_means.isEmpty());
}

} // namespace
} // namespace keepable::review
