// SPDX-License-Identifier: MPL-2.0
//
// How likely a promise can be kept, as a person is told: the chance, who lowers it, and who would have to
// make way for the chance that is wanted.
//
// Shape:   lines, joined by line breaks; the first few rivals, then how many more there are. Whole per
//          cents, for nobody decides by less; a rival that makes less than half of one is not named.
// Cost:    blame plays the deal's contest again for each rival, so it is for a deal that somebody asks
//          about.
#pragma once

#include "views/plan_answers.hpp"
#include "views/texts.hpp"

#include <string>

namespace keepable::views {

// "Chance to be kept, if won: 72 %", with the standard error where it was played through; empty for a
// deal that has no chance to speak of.
[[nodiscard]] std::string chanceText(PlanAnswers& answers, planning::DealIndex deal,
                                     const Texts& texts);

// "80 %": the chance that is wanted while nobody has said another one.
[[nodiscard]] std::string usualWantedChance(const Texts& texts);

// "Without D-12 (Berg): 75 % instead of 38 %" for each rival, and "For 90 % these would have to make way:
// D-12, D-14; then it is 95 %." Empty for a deal that has no rivals.
[[nodiscard]] std::string blameText(PlanAnswers& answers, planning::DealIndex deal,
                                    planning::Probability wanted, const Texts& texts);

} // namespace keepable::views
