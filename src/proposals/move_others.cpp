// SPDX-License-Identifier: MPL-2.0
#include "proposals/move_others.hpp"

#include "proposals/move_search.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace keepable::proposals {

using planning::DealIndex;

namespace {

// What a search may spend falls with the number of deals that share the resources, because each step costs
// more there: among 200 deals 200 checks of a plan and 10,000 searches for a date, a tenth of a second or two.
std::int64_t budgetFor(std::size_t deals, std::int64_t of_all_deals, std::int64_t fewest,
                       std::int64_t most) {
    return std::clamp(of_all_deals / static_cast<std::int64_t>(deals), fewest, most);
}

} // namespace

std::optional<Changes> movedOthers(Conflict& conflict) {
    if (!isOfferedAsPromised(conflict.input(), conflict.lines())) {
        return std::nullopt;
    }
    BestMoves best;
    const std::size_t deals = conflict.part().deals().size();
    best.trials_left = budgetFor(deals, 40'000, 20, 4'000);
    best.searches_left = budgetFor(deals, 2'000'000, 1'000, 1'000'000);
    std::vector<MoveAround> arounds{MoveAround{}};
    if (!conflict.isTentative()) {
        arounds.push_back({{}, true});
    }
    constexpr std::size_t kMostSearches = 10;
    for (std::size_t i = 0; i < arounds.size() && i < kMostSearches; ++i) {
        const MoveAround around = arounds[i];
        MoveSearch search(conflict, around, best);
        search.run();
        for (const DealIndex taker : search.takers()) {
            MoveAround next = around;
            next.served.push_back(taker);
            std::ranges::sort(next.served);
            if (std::ranges::find(arounds, next) == arounds.end()) {
                arounds.push_back(std::move(next));
            }
        }
    }
    // Among few, the dates may have to be others than the first so that nobody takes the room.
    if (deals <= kFew) {
        best.trials_left = 6'000;
        best.searches_left = 100'000;
        const MoveAround around{{}, !conflict.isTentative(), true};
        MoveSearch(conflict, around, best).run();
    }
    return std::move(best.changes);
}

bool mayMoveFor(const planning::PlanReport& report, DealIndex other, DealIndex deal) {
    return report.classes[other] >= report.classes[deal];
}

} // namespace keepable::proposals
