// SPDX-License-Identifier: MPL-2.0
#include "office/conditional_formats.hpp"

#include <gtest/gtest.h>

namespace keepable::office {
namespace {

TEST(ConditionalFormats, KnowTheGetterByEachNameThatAFilesReaderLeftWithoutAMeaning) {
    const std::string known = "KEEPABLE.PROMISES.STATUS($Keepable.$B$4;$A2)=\"AT RISK\"";
    for (const std::string name : {"keepable.promises.status", "promise_status", "zusage_status"}) {
        EXPECT_EQ(knownFormula(name + "($Keepable.$B$4;$A2)=\"AT RISK\""), known) << name;
    }
    EXPECT_EQ(knownFormula("IF(promise_status(B4;A2)=\"AT RISK\";promise_chance(B4;A2)<1;FALSE())"),
              "IF(KEEPABLE.PROMISES.STATUS(B4;A2)=\"AT RISK\";"
              "KEEPABLE.PROMISES.CHANCE(B4;A2)<1;FALSE())");
    EXPECT_EQ(knownFormula(known), std::nullopt);
    EXPECT_EQ(knownFormula("PROMISE_STATUS($B$4;$A2)=\"AT RISK\""), std::nullopt);
    EXPECT_EQ(knownFormula("LEN(A2)>2"), std::nullopt);
}

} // namespace
} // namespace keepable::office
