// SPDX-License-Identifier: MPL-2.0
//
// A small plan for the tests of this room: Welding and Painting have 40 h in each of two weeks from Monday
// 2026-01-05; a Boiler takes 1 h of Welding a piece and, two days earlier, a Frame 1 h of Painting.
#pragma once

#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/plan_answers.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>

namespace keepable::views {

inline PlanAnswers answersOf(tables::Rows deals) {
    using tables::TableKind;
    const tables::Table deal_table = tables::tableOf(TableKind::kDeals, deals);
    const tables::Table capacity = tables::tableOf(
        TableKind::kCapacity,
        {{"Resource", "2026-01-05", "2026-01-12"}, {"Welding", 40, 40}, {"Painting", 40, 40}});
    const tables::Table items = tables::tableOf(
        TableKind::kItems,
        {{"Item", "Resource", "Hours per unit", "Lead-time offset", "Available from"},
         {"Boiler", "Welding", 1},
         {"Frame", "Painting", 1, 2},
         {"Tower", "Welding", 1, 0, "2026-01-12"},
         {"Crane", "Rigging", 1}});
    tables::ReadingContext context = tables::context();
    context.today = tables::dayOf("2026-01-05");
    return PlanAnswers{std::get<tables::PlanTables>(
        tables::readPlan({&deal_table, &capacity, &items, nullptr}, context))};
}

inline planning::DealIndex dealNamed(const PlanAnswers& answers, const char* name) {
    return answers.dealNamed(tables::Cell::text(name)).value();
}

} // namespace keepable::views
