// SPDX-License-Identifier: MPL-2.0
#include "office/support/csv.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace keepable::office_tests {
namespace {

std::vector<std::string> fieldsOf(std::string_view line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char character : line) {
        if (character == '"') {
            quoted = !quoted;
        } else if (character == ',' && !quoted) {
            fields.emplace_back();
        } else if (character != '\r') {
            fields.back() += character;
        }
    }
    return fields;
}

} // namespace

CsvTable::CsvTable(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::string line;
    if (!std::getline(in, line)) {
        throw std::runtime_error("cannot read " + path.string());
    }
    headings_ = fieldsOf(line);
    while (std::getline(in, line)) {
        if (!line.empty() && line != "\r") {
            rows_.push_back(fieldsOf(line));
        }
    }
}

const std::string& CsvTable::at(std::size_t row, std::string_view heading) const {
    const auto column = std::find(headings_.begin(), headings_.end(), heading);
    if (column == headings_.end()) {
        throw std::out_of_range("no column " + std::string(heading));
    }
    return rows_.at(row).at(static_cast<std::size_t>(column - headings_.begin()));
}

} // namespace keepable::office_tests
