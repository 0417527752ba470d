// SPDX-License-Identifier: MPL-2.0
#include "tables/unit_text.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

TEST(UnitText, KnowsHoursDaysAndPiecesInSixLanguages) {
    for (const char* text :
         {"7 h", "7 hour", "7 STUNDEN", "7 heures", "7 horas", "7 ore", "7 uren"}) {
        EXPECT_EQ(splitUnit(text).unit, AmountUnit::kHours) << text;
        EXPECT_EQ(splitUnit(text).number, "7") << text;
    }
    for (const char* text :
         {"7 d", "7 Days", "7 Tage", "7 jours", "7 DÍAS", "7 giorni", "7 dagen"}) {
        EXPECT_EQ(splitUnit(text).unit, AmountUnit::kDays) << text;
    }
    for (const char* text :
         {"7 pcs.", "7 Stück", "7 pièces", "7 unidades", "7 pezzi", "7 stuks", "7 units"}) {
        EXPECT_EQ(splitUnit(text).unit, AmountUnit::kPieces) << text;
    }
}

TEST(UnitText, LeavesWhatNamesNoUnitAsItStands) {
    for (const char* text : {"7", "7.", "7 %", "7 €", "7 m", "7 st", "7 hou", "7 h/d", "7 h..", "h",
                             "days", "", "7 h 5"}) {
        EXPECT_EQ(splitUnit(text).unit, AmountUnit::kAsRead) << text;
        EXPECT_EQ(splitUnit(text).number, text) << text;
    }
}

} // namespace
} // namespace keepable::tables
