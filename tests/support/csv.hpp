// SPDX-License-Identifier: MPL-2.0
//
// Comma-separated files of the scenarios, as rows of text; a field may stand in double quotes, a double
// quote in it is doubled.
//
// Shape:   every row is as wide as the widest; empty lines are rows of empty fields.
// Errors:  a file that cannot be read throws std::runtime_error with its path.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::support {

using CsvRows = std::vector<std::vector<std::string>>;

[[nodiscard]] CsvRows csvRows(std::string_view text);
[[nodiscard]] std::string fileText(const std::filesystem::path& path);
[[nodiscard]] std::string csvField(std::string_view value); // quoted where it has to be

} // namespace keepable::support
