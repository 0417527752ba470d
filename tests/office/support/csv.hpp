// SPDX-License-Identifier: MPL-2.0
//
// The data files of the real input test: comma separated, a heading line, fields in quotes where
// they need it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::office_tests {

class CsvTable {
  public:
    // Throws std::runtime_error when the file cannot be read.
    explicit CsvTable(const std::filesystem::path& path);

    [[nodiscard]] std::size_t rowCount() const { return rows_.size(); } // without the heading
    // Throws std::out_of_range for an unknown heading.
    [[nodiscard]] const std::string& at(std::size_t row, std::string_view heading) const;

  private:
    std::vector<std::string> headings_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace keepable::office_tests
