// SPDX-License-Identifier: MPL-2.0
//
// What colours a workbook is drawn in, without a screen: it is exported as PDF, and the fills of
// its drawing commands are counted. The office must have been started after plainPdfs().
#pragma once

#include "office/support/workbook.hpp"

#include <filesystem>
#include <map>

namespace keepable::office_tests {

// Offices started from now on write PDFs whose drawing commands are not compressed.
void plainPdfs();

// By colour, 0xRRGGBB: how many times it is chosen for filling (or for text, which is filled, too).
// `file` is overwritten. Throws std::runtime_error when the PDF shows no drawing commands at all.
[[nodiscard]] std::map<int, int> pdfFills(const Workbook& workbook,
                                          const std::filesystem::path& file);

} // namespace keepable::office_tests
