// SPDX-License-Identifier: MPL-2.0
//
// Changes formats of cells so that undo leaves their conditional formats whole.
//
// Rule:    where conditional formats lie on the cells or between them, undo and redo are ours: when
//          the host undoes a change of formats it cuts the conditional formats at the cells' edges.
//          Elsewhere the host's undo stays.
// Thread:  the office's main thread.
// Source:  measured: LibreOffice 25.2 cuts, 7.4 does not.
#pragma once

#include "office/areas.hpp"

#include <vector>

namespace keepable::office {

// A property of cells by the office's name; void: the style's value.
struct CellProperty {
    const char* name = nullptr;
    com::sun::star::uno::Any value;
};

// Belongs inside an UndoStep or another context of undo. All areas lie on one sheet.
void changeProperties(const SpreadsheetDocument& document, const CellAreas& areas,
                      const std::vector<CellProperty>& properties);

} // namespace keepable::office
