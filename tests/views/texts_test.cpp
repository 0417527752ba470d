// SPDX-License-Identifier: MPL-2.0
#include "views/texts.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

TEST(Texts, FillInArgumentsWhereThePatternWantsThem) {
    const Texts texts = Texts::parse("# a comment = no text\nmove = from {1} to {0}, {2} {x}\n");
    EXPECT_EQ(texts("move", {"A", "B"}), "from B to A, {2} {x}");
}

TEST(Texts, TakeTheLastOfTwoLinesWithTheSameKey) {
    EXPECT_EQ(Texts::parse("a=one\r\na=two")("a"), "two");
}

TEST(Texts, KeepEqualSignsAndMakeNewLines) {
    EXPECT_EQ(Texts::parse("formula=a = b\\nc")("formula"), "a = b\nc");
}

TEST(Texts, ShowTheKeyOfAMissingText) {
    EXPECT_EQ(Texts::parse("")("setup.title"), "setup.title");
}

TEST(Texts, CountOneAndMany) {
    const Texts texts = Texts::parse("deals.one={0} deal\ndeals.many={0} deals\n");
    EXPECT_EQ(texts.counted("deals", 1), "1 deal");
    EXPECT_EQ(texts.counted("deals", 0), "0 deals");
}

TEST(Texts, TranslateAPhraseWithWhatDiffersInIt) {
    const Texts texts =
        Texts::parse("phrase.a date=ein Datum\nphrase.row * of * is odd={1}, Zeile {0}\n");
    EXPECT_EQ(texts.phrase("a date"), "ein Datum");
    EXPECT_EQ(texts.phrase("row 7 of Items is odd"), "Items, Zeile 7");
    EXPECT_EQ(texts.phrase("row 7 of Items is odd indeed"), "row 7 of Items is odd indeed");
    EXPECT_EQ(texts.phrase("a name"), "a name");
}

} // namespace
} // namespace keepable::views
