// SPDX-License-Identifier: MPL-2.0
#include "benchmark/chance_cases.hpp"

#include "planning/promise_check.hpp"
#include "proposals/promise_chance.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <random>

namespace keepable::benchmarks {
namespace {

constexpr std::size_t kOrders = 64;

class Prepared {
  public:
    explicit Prepared(const ChanceCase& chance_case)
        : plan_(planning::checkPromises(openPlanOf(chance_case.windows, chance_case.deals,
                                                   chance_case.resources,
                                                   chance_case.load_percent))) {
        std::vector<SortRecord> records = recordsOf(plan_.input);
        std::mt19937_64 engine(1);
        for (std::size_t i = 0; i < kOrders; ++i) {
            std::shuffle(records.begin(), records.end(), engine);
            orders_.push_back(records);
        }
    }

    Findings askAndSort() {
        std::size_t exact = 0;
        const double chances =
            timeOf([&] {
                proposals::PromiseChances asked(plan_);
                for (planning::DealIndex deal = 0; deal < plan_.input.deals.size(); ++deal) {
                    exact += asked.of(plan_, deal).value().isExact() ? 1U : 0U;
                }
            }).processor;
        double sort = 0;
        for (const std::vector<SortRecord>& records : orders_) {
            sort += timeToSort(records).processor;
        }
        sort /= kOrders;
        const double scenarios = proposals::scenariosOf(plan_.input.settings);
        return {{"total", chances},
                {"sort", sort},
                {"ratio", chances / scenarios / sort},
                {"exact", static_cast<double>(exact)}};
    }

  private:
    planning::CheckedPlan plan_;
    std::vector<std::vector<SortRecord>> orders_;
};

} // namespace

std::string ChanceCase::name() const {
    return countText(deals) + " open deals on " +
           (resources == 1 ? "one resource" : std::to_string(resources) + " resources") + ", " +
           text(windows) + ", " + std::to_string(load_percent) + " % load";
}

void addChances(const ChanceCase& chance_case, std::vector<Measurement>& measurements) {
    // Made when first asked, like the other cases' plans.
    measurements.push_back({"chances, " + chance_case.name(),
                            [chance_case, prepared = std::make_shared<std::optional<Prepared>>()] {
                                if (!*prepared) {
                                    prepared->emplace(chance_case);
                                }
                                return (*prepared)->askAndSort();
                            }});
}

Figure chanceFigure(const ChanceCase& chance_case, const char* goal,
                    const std::map<std::string, Findings>& medians) {
    const Findings& found = medians.at("chances, " + chance_case.name());
    return {chance_case.name() + ": chances of all ÷ (4,000 × sort)", goal,
            numberText(found.at("ratio"), 2),
            timeText(found.at("total")) + " ÷ (4,000 × " + timeText(found.at("sort")) + "), " +
                numberText(found.at("exact"), 0) + " exact"};
}

} // namespace keepable::benchmarks
