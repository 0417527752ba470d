// SPDX-License-Identifier: MPL-2.0
#include "office/commands/command_url.hpp"

#include <gtest/gtest.h>

namespace keepable::office {
namespace {

using Arguments = std::map<std::string, std::string, std::less<>>;

TEST(CommandUrl, IsTakenApartIntoCommandAndArguments) {
    EXPECT_EQ(parseCommandUrl("vnd.org.keepable.calc:next").command, "next");
    const CommandUrl url = parseCommandUrl("vnd.org.keepable.calc:show?Deal=D-12&Silent=true");
    EXPECT_EQ(url.command, "show");
    EXPECT_EQ(url.arguments, (Arguments{{"deal", "D-12"}, {"silent", "true"}}));
}

TEST(CommandUrl, DecodesWhatAddressesCannotHold) {
    const CommandUrl url = parseCommandUrl("vnd.org.keepable.calc:show?Deal=row%204%26M%C3%BCller");
    EXPECT_EQ(url.arguments, (Arguments{{"deal", "row 4&Müller"}}));
}

TEST(CommandUrl, LeavesBrokenEscapesAsTheyStand) {
    const CommandUrl url = parseCommandUrl("vnd.org.keepable.calc:show?Deal=100%&b=%zz&c=%4");
    EXPECT_EQ(url.arguments, (Arguments{{"deal", "100%"}, {"b", "%zz"}, {"c", "%4"}}));
}

TEST(CommandUrl, TakesAValueWithAnEqualsSignWhole) {
    EXPECT_EQ(parseCommandUrl("vnd.org.keepable.calc:show?Deal=a=b&&=x").arguments,
              (Arguments{{"deal", "a=b"}}));
}

TEST(CommandUrl, OfAnotherProtocolHasNoCommand) {
    EXPECT_EQ(parseCommandUrl(".uno:Undo").command, "");
    EXPECT_EQ(parseCommandUrl("vnd.org.keepable.calc").command, "");
    EXPECT_EQ(parseCommandUrl("").command, "");
}

TEST(CommandUrl, KnowsHowPeopleSayYes) {
    EXPECT_TRUE(meansYes("True"));
    EXPECT_TRUE(meansYes("1"));
    EXPECT_FALSE(meansYes("false"));
    EXPECT_FALSE(meansYes(""));
}

} // namespace
} // namespace keepable::office
