// SPDX-License-Identifier: MPL-2.0
//
// The blocks that people fill in on the sheet Keepable: rules for a re-promise run, what-ifs.
//
// Shape:   the cells are read once, when the object is made; without such a sheet there are no blocks.
// Thread:  made on the office's main thread; asked with the plan's mutex held.
#pragma once

#include "office/workbook.hpp"
#include "tables/grid.hpp"
#include "tables/strategy_rules.hpp"
#include "tables/what_if_block.hpp"

namespace keepable::office {

class OwnBlocks {
  public:
    // The plan must outlive it.
    OwnBlocks(const Workbook& workbook, const StoredPlan& plan);

    [[nodiscard]] tables::StrategyRulesRead strategyRules() const;
    [[nodiscard]] tables::WhatIfsRead whatIfs() const;

  private:
    const StoredPlan& plan_;
    tables::Grid sheet_;
    tables::Grid settings_; // for the words of a status
};

} // namespace keepable::office
