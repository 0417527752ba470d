// SPDX-License-Identifier: MPL-2.0
//
// The conditional formats of a document, and which of them are ours.
//
// Rule:    ours is known by its formulas, not by its styles, which XLSX renames.
// Thread:  the office's main thread.
#pragma once

#include "office/areas.hpp"

#include <com/sun/star/sheet/XConditionalFormat.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

struct ConditionalFormat {
    com::sun::star::uno::Reference<com::sun::star::sheet::XConditionalFormat> format;
    std::int32_t sheet = 0;
    std::int32_t id = 0;
    CellAreas areas;
    bool is_ours = false;
};

// Of one sheet, or of all, in the office's order.
[[nodiscard]] std::vector<ConditionalFormat> conditionalFormats(const SpreadsheetDocument& document,
                                                                std::int32_t sheet);
[[nodiscard]] std::vector<ConditionalFormat>
conditionalFormats(const SpreadsheetDocument& document);

// Whether any lies on these cells, which are all of one sheet.
[[nodiscard]] bool meetConditionalFormats(const SpreadsheetDocument& document,
                                          const CellAreas& areas);

// What ours asks for its plan, as plainReference() writes it: with its sheet where it names one.
[[nodiscard]] std::string planAsked(const ConditionalFormat& ours);
// "$Keepable.$B$3" and "'Keepable'!B3" alike.
[[nodiscard]] std::string plainReference(std::string_view reference);
// The formula with its getter's programmatic name, when a file's reader did not know the name it
// found and kept it in lower case; otherwise none. LibreOffice 7.4 writes the programmatic name to
// XLSX, 25.2 the one that people see.
[[nodiscard]] std::optional<std::string> knownFormula(const std::string& formula);
// For comparing formulas that differ in separators, spaces and letter case alone.
[[nodiscard]] std::string foldedFormula(std::string_view formula);

} // namespace keepable::office
