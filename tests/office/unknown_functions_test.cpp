// SPDX-License-Identifier: MPL-2.0
#include "office/unknown_functions.hpp"

#include <gtest/gtest.h>

namespace keepable::office {
namespace {

TEST(UnknownFunctions, AreCalledByTheirProgrammaticNames) {
    EXPECT_EQ(withKnownFunctions("=promise_plan_items($Deals.$A:$H;$Capacity.$A:$C;$Items.$A:$G)"),
              "=keepable.Promises.planItems($Deals.$A:$H;$Capacity.$A:$C;$Items.$A:$G)");
    EXPECT_EQ(withKnownFunctions("=IF(A2=\"\";promise_plan(A1:B2;C1:D2);capacity_free(A1;\"x\"))"),
              "=IF(A2=\"\";keepable.Promises.plan(A1:B2;C1:D2);"
              "keepable.Promises.capacityFree(A1;\"x\"))");
    EXPECT_EQ(withKnownFunctions("{=promise_table($B$4)}"), "{=keepable.Promises.table($B$4)}");
    EXPECT_EQ(withKnownFunctions("=IF(ISBLANK(H7);promise_actual($B$4;A7;$B$5;D7;E7);H7)"),
              "=IF(ISBLANK(H7);keepable.Promises.actual($B$4;A7;$B$5;D7;E7);H7)");
}

TEST(UnknownFunctions, AreNeitherTextsNorPartsOfOtherNames) {
    for (const char* formula :
         {"", "=\"promise_status(\"&A1", "=my_promise_status(A1)", "=PROMISE_STATUS(A1;\"D1\")",
          "=keepable.promises.status(A1;\"D1\")", "=promise_of_another(A1)", "promise_status"}) {
        EXPECT_EQ(withKnownFunctions(formula), std::nullopt) << formula;
    }
}

} // namespace
} // namespace keepable::office
