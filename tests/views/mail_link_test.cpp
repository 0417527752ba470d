// SPDX-License-Identifier: MPL-2.0
#include "views/mail_link.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

TEST(MailLink, NamesEverybodyAndKeepsTheLinesOfTheBody) {
    EXPECT_EQ(mailLink({{"ann@example.com", "otto+weld@example.com"},
                        {},
                        "Review on 2026-03-16",
                        "One\nTwo: 50 %\n"}),
              "mailto:ann@example.com,otto%2Bweld@example.com?subject=Review%20on%202026-03-16"
              "&body=One%0D%0ATwo%3A%2050%20%25%0D%0A");
}

TEST(MailLink, LetsNoNameAddAField) {
    EXPECT_EQ(mailLink({{"a@example.com?bcc=all@example.com"}, {}, "x&cc=b", "=\"'`$(ls)\\\n"}),
              "mailto:a@example.com%3Fbcc%3Dall@example.com?subject=x%26cc%3Db"
              "&body=%3D%22%27%60%24%28ls%29%5C%0D%0A");
}

TEST(MailLink, SaysEveryScriptInUtf8) {
    EXPECT_EQ(mailLink({{}, {}, "Müller", ""}), "mailto:?subject=M%C3%BCller&body=");
}

} // namespace
} // namespace keepable::views
