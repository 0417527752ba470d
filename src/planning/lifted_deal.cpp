// SPDX-License-Identifier: MPL-2.0
#include "planning/lifted_deal.hpp"

namespace keepable::planning {

LiftedDeal::LiftedDeal(WorkSet& set, std::span<const Load> loads) : set_(set), loads_(loads) {
    for (const Load& load : loads_) {
        if (load.work != kNone) {
            set_[load.resource].lift(load.work);
        }
    }
}

LiftedDeal::~LiftedDeal() {
    for (const Load& load : loads_) {
        if (load.work != kNone) {
            set_[load.resource].lay(load.work, load.hours);
        }
    }
}

} // namespace keepable::planning
