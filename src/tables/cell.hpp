// SPDX-License-Identifier: MPL-2.0
//
// What one sheet cell holds, as the office hands it over: nothing, a number, text, or an error.
// Dates are numbers counted from the document's null date.
//
// Shape:  sixteen bytes; text is a view into storage that outlives the cell (TextPool in grid.hpp).
//         Empty text counts as an empty cell.
// Units:  text is UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

namespace keepable::tables {

enum class CellKind : std::uint8_t { kEmpty, kNumber, kText, kError };

class Cell {
  public:
    Cell() : number_(0) {}
    static Cell number(double value) {
        Cell cell;
        cell.kind_ = CellKind::kNumber;
        cell.number_ = value;
        return cell;
    }
    static Cell text(std::string_view kept_elsewhere) {
        Cell cell;
        if (!kept_elsewhere.empty()) {
            cell.kind_ = CellKind::kText;
            cell.text_ = kept_elsewhere.data();
            cell.size_ = static_cast<std::uint32_t>(kept_elsewhere.size());
        }
        return cell;
    }
    static Cell error() {
        Cell cell;
        cell.kind_ = CellKind::kError;
        return cell;
    }

    [[nodiscard]] CellKind kind() const { return kind_; }
    [[nodiscard]] bool isEmpty() const { return kind_ == CellKind::kEmpty; }
    // Zero unless the cell holds a number.
    [[nodiscard]] double number() const { return kind_ == CellKind::kNumber ? number_ : 0; }
    // Empty unless the cell holds text.
    [[nodiscard]] std::string_view text() const {
        return kind_ == CellKind::kText ? std::string_view{text_, size_} : std::string_view{};
    }

  private:
    union {
        double number_;
        const char* text_;
    };
    std::uint32_t size_ = 0;
    CellKind kind_ = CellKind::kEmpty;
};

} // namespace keepable::tables
