// SPDX-License-Identifier: MPL-2.0
//
// Formulas whose functions of ours the reader of a file did not know.
//
// Rule:    LibreOffice 25.2 writes to XLSX the names that people see, and 7.4 reads only the
//          programmatic ones: there the cells would show #NAME? as soon as they are calculated. An
//          unknown name stands in lower case.
// Thread:  the office's main thread.
// Source:  measured on LibreOffice 7.4 and 25.2.
#pragma once

#include "office/shown_plans.hpp"

#include <optional>
#include <string>

namespace keepable::office {

// The formula by programmatic names; none when it has no unknown one.
[[nodiscard]] std::optional<std::string> withKnownFunctions(const std::string& formula);

// For a document just loaded: gives all such formulas their functions back, unnoticed.
void mendFormulas(const SpreadsheetDocument& document);

} // namespace keepable::office
