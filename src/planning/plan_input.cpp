// SPDX-License-Identifier: MPL-2.0
#include "planning/plan_input.hpp"

namespace keepable::planning {

DealClass classOn(const Deal& deal, Day as_of) {
    if (deal.status == DealClass::kHeld && deal.held_until < as_of) {
        return DealClass::kTentative;
    }
    return deal.status;
}

} // namespace keepable::planning
