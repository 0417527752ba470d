// SPDX-License-Identifier: MPL-2.0
#include "proposals/move_others.hpp"

#include "proposals/move_search.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace keepable::proposals {

using planning::DealIndex;

std::optional<Changes> movedOthers(Conflict& conflict) {
    if (!isOfferedAsPromised(conflict.input(), conflict.lines())) {
        return std::nullopt;
    }
    BestMoves best;
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
    return std::move(best.changes);
}

bool mayMoveFor(const planning::PlanReport& report, DealIndex other, DealIndex deal) {
    return report.classes[other] >= report.classes[deal];
}

} // namespace keepable::proposals
