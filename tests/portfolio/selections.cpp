// SPDX-License-Identifier: MPL-2.0
#include "portfolio/selections.hpp"

#include "support/random_plan.hpp"
#include "tables/builders.hpp"

#include <algorithm>
#include <deque>
#include <fstream>
#include <stdexcept>
#include <utility>
#include <variant>

namespace keepable::portfolio {

using tables::Cell;
using tables::Grid;
using tables::TableKind;

namespace {

// Cells hold views only.
class Sheet {
  public:
    explicit Sheet(std::int32_t width) {
        for (std::int32_t column = 0; column < width; ++column) {
            grid_.columns.push_back(column);
        }
    }
    Sheet& text(std::string text) {
        texts_.push_back(std::move(text));
        grid_.cells.push_back(Cell::text(texts_.back()));
        return *this;
    }
    Sheet& number(double number) {
        grid_.cells.push_back(Cell::number(number));
        return *this;
    }
    [[nodiscard]] const Grid& grid() const { return grid_; }

  private:
    std::deque<std::string> texts_;
    Grid grid_;
};

} // namespace

Selection readSelection(std::istream& file, std::string name) {
    Selection selection;
    selection.name = std::move(name);
    std::size_t variables = 0;
    std::size_t constraints = 0;
    file >> variables >> constraints >> selection.optimum;
    selection.profits.resize(variables);
    selection.weights.assign(constraints, std::vector<double>(variables));
    selection.capacities.resize(constraints);
    for (double& profit : selection.profits) {
        file >> profit;
    }
    for (std::vector<double>& row : selection.weights) {
        for (double& weight : row) {
            file >> weight;
        }
    }
    for (double& capacity : selection.capacities) {
        file >> capacity;
    }
    if (!file) {
        throw std::runtime_error{selection.name + " cannot be read"};
    }
    return selection;
}

std::vector<Selection> sevenSelections() {
    std::vector<Selection> selections;
    std::ifstream file(KEEPABLE_SHARED_DATA "/orlib_mknap1/mknap1.txt");
    int count = 0;
    file >> count;
    for (int i = 1; i <= count; ++i) {
        selections.push_back(readSelection(file, "mknap1 " + std::to_string(i)));
    }
    return selections;
}

std::vector<Selection> sac94Selections() {
    std::vector<Selection> selections;
    const std::filesystem::path folder(KEEPABLE_SHARED_DATA "/mkp_sac94");
    if (!std::filesystem::exists(folder)) {
        return selections;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".dat") {
            std::ifstream file(entry.path());
            selections.push_back(readSelection(file, entry.path().stem().string()));
        }
    }
    std::sort(selections.begin(), selections.end(),
              [](const Selection& one, const Selection& other) { return one.name < other.name; });
    return selections;
}

Selection randomSelection(std::uint64_t seed, std::int64_t constraints, std::int64_t variables,
                          std::int64_t per_cent) {
    support::Dice dice(seed);
    Selection selection;
    selection.name = std::to_string(constraints) + " resources, " + std::to_string(variables) +
                     " deals, " + std::to_string(per_cent) + " %";
    selection.profits.assign(static_cast<std::size_t>(variables), 0);
    for (std::int64_t constraint = 0; constraint < constraints; ++constraint) {
        std::vector<double>& row = selection.weights.emplace_back();
        std::int64_t sum = 0;
        for (double& profit : selection.profits) {
            const std::int64_t weight = dice.between(1, 1'000);
            row.push_back(static_cast<double>(weight));
            profit += static_cast<double>(weight);
            sum += weight;
        }
        selection.capacities.push_back(static_cast<double>(sum * per_cent / 100));
    }
    for (double& profit : selection.profits) {
        const auto sum = static_cast<std::int64_t>(profit);
        profit = static_cast<double>(sum / constraints + dice.between(0, 500));
    }
    return selection;
}

planning::PlanInput planOf(const Selection& selection) {
    Sheet deals(5);
    for (const char* heading : {"Deal", "Item", "Quantity", "Promised date", "Value"}) {
        deals.text(heading);
    }
    Sheet items(3);
    items.text("Item").text("Resource").text("Hours per unit");
    for (std::size_t variable = 0; variable < selection.profits.size(); ++variable) {
        const std::string number = std::to_string(variable + 1);
        deals.text("D" + number).text("Item " + number).number(1).text("2026-03-02");
        deals.number(selection.profits[variable]);
        for (std::size_t constraint = 0; constraint < selection.capacities.size(); ++constraint) {
            items.text("Item " + number).text("R" + std::to_string(constraint + 1));
            items.number(selection.weights[constraint][variable]);
        }
    }
    Sheet capacity(3);
    capacity.text("Resource").text("Period").text("Capacity");
    for (std::size_t constraint = 0; constraint < selection.capacities.size(); ++constraint) {
        capacity.text("R" + std::to_string(constraint + 1)).text("2026-03-02");
        capacity.number(selection.capacities[constraint]);
    }
    const tables::Table deals_table = tableOf(TableKind::kDeals, deals.grid());
    const tables::Table capacity_table = tableOf(TableKind::kCapacity, capacity.grid());
    const tables::Table items_table = tableOf(TableKind::kItems, items.grid());
    const Grid settings = tables::gridOf({{"As of", "2026-03-02"}, {"Period length", "day"}});
    auto read =
        readPlan({&deals_table, &capacity_table, &items_table, &settings}, tables::context());
    auto& plan = std::get<tables::PlanTables>(read);
    if (!plan.problems.empty()) {
        throw std::runtime_error{selection.name + ": " + problemText(plan.problems.front())};
    }
    return std::move(plan.input);
}

} // namespace keepable::portfolio
