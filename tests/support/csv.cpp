// SPDX-License-Identifier: MPL-2.0
#include "support/csv.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace keepable::support {

CsvRows csvRows(std::string_view text) {
    CsvRows rows;
    std::vector<std::string> row(1);
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (is_quoted) {
            if (letter != '"') {
                row.back() += letter;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                row.back() += letter;
                ++i;
            } else {
                is_quoted = false;
            }
        } else if (letter == '"') {
            is_quoted = true;
        } else if (letter == ',') {
            row.emplace_back();
        } else if (letter == '\n') {
            rows.push_back(std::move(row));
            row.assign(1, "");
        } else if (letter != '\r') {
            row.back() += letter;
        }
    }
    if (row.size() > 1 || !row.front().empty()) {
        rows.push_back(std::move(row));
    }
    std::size_t width = 0;
    for (const std::vector<std::string>& each : rows) {
        width = std::max(width, each.size());
    }
    for (std::vector<std::string>& each : rows) {
        each.resize(width);
    }
    return rows;
}

std::string fileText(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path.string());
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string csvField(std::string_view value) {
    if (value.find_first_of(",\"\n") == std::string_view::npos) {
        return std::string(value);
    }
    std::string quoted = "\"";
    for (const char letter : value) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + '"';
}

} // namespace keepable::support
