// SPDX-License-Identifier: MPL-2.0
//
// Project selections from the literature (0/1 knapsacks with several constraints) as plans: a variable is a
// deal, its profit the value, a constraint a resource with hours on one day. They go through the public
// tables, as a user's cells would.
#pragma once

#include "planning/plan_input.hpp"

#include <cstdint>
#include <filesystem>
#include <istream>
#include <string>
#include <vector>

namespace keepable::portfolio {

struct Selection {
    std::string name;
    double optimum = 0;
    std::vector<double> profits;
    std::vector<std::vector<double>> weights; // by constraint, then variable
    std::vector<double> capacities;
};

// Reads n, m and the optimum, then profits, weights and capacities.
[[nodiscard]] Selection readSelection(std::istream& file, std::string name);

// Empty where the folder of shared data is not there.
[[nodiscard]] std::vector<Selection> sevenSelections();
[[nodiscard]] std::vector<Selection> sac94Selections();

// Of the kind of Chu and Beasley (1998): what is worth more takes more, and so large a part of it fits.
[[nodiscard]] Selection randomSelection(std::uint64_t seed, std::int64_t constraints,
                                        std::int64_t variables, std::int64_t per_cent);

[[nodiscard]] planning::PlanInput planOf(const Selection& selection);

} // namespace keepable::portfolio
