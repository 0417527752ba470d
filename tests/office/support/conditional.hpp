// SPDX-License-Identifier: MPL-2.0
//
// Conditional formats and cell formats as a user would set them, and what is there.
#pragma once

#include "office/support/workbook.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keepable::office_tests {

// As through Format, Conditional: replaces what the cells have.
void setConditionalFormat(Workbook& workbook, std::string_view range, std::string_view formula,
                          std::string_view style);
// A second format on cells that may have one. The office draws it after the next loading only.
void addConditionalFormat(Workbook& workbook, std::string_view range, std::string_view formula,
                          std::string_view style);

struct FormatSeen {
    std::string ranges; // "Deals.A2:H8"
    std::vector<std::string> formulas;
    std::vector<std::string> styles;
};
[[nodiscard]] std::vector<FormatSeen> conditionalFormatsOn(const Workbook& workbook,
                                                           std::string_view cell_of_sheet);

void makeStyle(Workbook& workbook, std::string_view name, int background);
void setProperty(Workbook& workbook, std::string_view range, const char* name,
                 const css::uno::Any& value);
[[nodiscard]] css::uno::Any propertyOf(const Workbook& workbook, std::string_view range,
                                       const char* name);
[[nodiscard]] bool isSetInStyle(const Workbook& workbook, std::string_view style, const char* name);
void setStyleProperty(Workbook& workbook, std::string_view style, const char* name,
                      const css::uno::Any& value);
[[nodiscard]] bool hasCellStyle(const Workbook& workbook, std::string_view name);

void protectSheet(Workbook& workbook, std::string_view cell_of_sheet);
[[nodiscard]] bool isModified(const Workbook& workbook);
[[nodiscard]] std::vector<std::string> undoTitles(const Workbook& workbook);

} // namespace keepable::office_tests
