// SPDX-License-Identifier: MPL-2.0
//
// The plan cells of a document: where they stand, and the ranges they plan by. The formula of the
// plan cell is the one record of these ranges, so they follow whatever Calc does to references:
// inserted rows, renamed and moved sheets, undo.
//
// Shape:   plan cells in the order of sheets, rows and columns. Ranges are given for references and
//          for names that stand for one; anything else (OFFSET, a deleted sheet) leaves its range
//          null.
// Cost:    findPlanCells() searches all formulas: when a document is first looked at and when the
//          known cells have gone, never on an edit.
// Thread:  the office's main thread, outside a calculation.
#pragma once

#include "office/sheet_snapshot.hpp"
#include "office/shown_plans.hpp"

#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/table/XCell.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace keepable::office {

using CellReference = com::sun::star::uno::Reference<com::sun::star::table::XCell>;

// The arguments of a plan formula; those left out or not to be resolved are null.
struct PlanArguments {
    RangeReference deals;
    RangeReference capacity;
    RangeReference items;
    RangeReference settings;
};

[[nodiscard]] std::vector<CellReference> findPlanCells(const SpreadsheetDocument& document);
// Those that hold nothing but PROMISE_LOG, in the same order and at the same cost.
[[nodiscard]] std::vector<CellReference> findLogCells(const SpreadsheetDocument& document);
[[nodiscard]] bool isPlanCell(const CellReference& cell);
[[nodiscard]] PlanArguments planArguments(const SpreadsheetDocument& document,
                                          const CellReference& plan_cell);
// The first reference in each argument of the function that a formula consists of; null where there
// is none, or where it has gone. Empty for another formula.
[[nodiscard]] std::vector<RangeReference> argumentsOf(const SpreadsheetDocument& document,
                                                      const CellReference& cell,
                                                      std::string_view function);

[[nodiscard]] com::sun::star::table::CellAddress addressOf(const CellReference& cell);
// "$Keepable.$B$3", as a formula in a cell has it.
[[nodiscard]] std::string absoluteName(const CellReference& cell);
[[nodiscard]] std::string absoluteName(const RangeReference& range);

} // namespace keepable::office
