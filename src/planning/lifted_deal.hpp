// SPDX-License-Identifier: MPL-2.0
//
// The work of a deal taken off a set for as long as a question lasts: "while all other deals stay as
// they are, itself left out" (contract 3.8). Loads that do not stand in the set are passed over.
//
// Life:    at its end all is laid back; by then the set must be as it was when the deal was lifted.
//          The loads must not move in memory meanwhile.
#pragma once

#include "planning/plan_board.hpp"

#include <span>

namespace keepable::planning {

class LiftedDeal {
  public:
    LiftedDeal(WorkSet& set, std::span<const Load> loads);
    LiftedDeal(const LiftedDeal&) = delete;
    LiftedDeal& operator=(const LiftedDeal&) = delete;
    ~LiftedDeal();

  private:
    WorkSet& set_;
    std::span<const Load> loads_;
};

} // namespace keepable::planning
