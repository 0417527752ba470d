// SPDX-License-Identifier: MPL-2.0
#include "tables/names.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

TEST(Names, IgnoreCaseAndSpacesAroundAndBetweenTheWords) {
    EXPECT_EQ(foldedName("  Steel \t Works\n"), "steel works");
    EXPECT_EQ(foldedName("STEEL works"), "steel works");
    EXPECT_EQ(foldedName(""), "");
    EXPECT_EQ(foldedName(" \t "), "");
}

TEST(Names, IgnoreCaseInEveryScript) {
    EXPECT_EQ(foldedName("MÜLLER"), foldedName("Müller"));
    EXPECT_EQ(foldedName("ŁÓDŹ"), foldedName("łódź"));
    EXPECT_EQ(foldedName("ΣΊΣΥΦΟΣ"), foldedName("Σίσυφος"));
    EXPECT_EQ(foldedName("ЗАВОД"), foldedName("завод"));
    EXPECT_EQ(foldedName("STRASSE"), foldedName("Straße"));
    EXPECT_NE(foldedName("Muller"), foldedName("Müller"));
}

TEST(Names, AreTheSameHoweverTheirAccentsAreEncoded) {
    EXPECT_EQ(foldedName("Mu\u0308ller"), foldedName("M\u00fcller"));
}

TEST(Names, TakeNoBreakAndOtherUnicodeSpacesForSpaces) {
    EXPECT_EQ(foldedName("\u00a0Steel\u2009\u3000Works\u202f"), "steel works");
    EXPECT_EQ(foldedName("\ufeffSteel"), "steel");
    EXPECT_EQ(tidyName("\u00a0Steel \u2003 Wörks\u2028"), "Steel Wörks");
    EXPECT_TRUE(isBlankName("\u00a0 \u3000"));
    EXPECT_FALSE(isBlankName("\u00a0x"));
}

TEST(Names, KeepTheirSpellingWhenTidied) {
    EXPECT_EQ(tidyName("Steel Works"), "Steel Works");
    EXPECT_EQ(tidyName("  Steel   Works "), "Steel Works");
    EXPECT_EQ(tidyName(" "), "");
    EXPECT_EQ(tidyName(""), "");
}

TEST(Names, ThatAreNoUtf8StillFoldTheirAsciiLetters) {
    EXPECT_EQ(foldedName(" A\xff  B "), "a\xff b");
    EXPECT_EQ(foldedName("\xc3"), "\xc3");
    EXPECT_EQ(tidyName("A\xe2\x80  B"), "A\xe2\x80 B");
}

TEST(Names, MayBeLongAndHoldAnything) {
    std::string name;
    std::string folded;
    for (int i = 0; i < 1000; ++i) {
        name += "Ü\u0301 ";
        folded += folded.empty() ? "ǘ" : " ǘ";
    }
    EXPECT_EQ(foldedName(name), folded);
    EXPECT_EQ(foldedName(std::string_view("A\0B", 3)), std::string("a\0b", 3));
}

TEST(Names, FoldTheSameIntoAStringUsedBefore) {
    std::string folded = "something much longer than what comes next";
    foldNameInto("Ä", folded);
    EXPECT_EQ(folded, "ä");
    foldNameInto("", folded);
    EXPECT_EQ(folded, "");
}

} // namespace
} // namespace keepable::tables
