// SPDX-License-Identifier: MPL-2.0
#include "tables/sheet_sample.hpp"

#include "tables/cell_value.hpp"

#include <algorithm>

namespace keepable::tables {

namespace {

class Sampler {
  public:
    Sampler(CellSource& source, const CellBlock& used, SheetCells& cells)
        : source_(source), used_(used), cells_(cells) {}

    void run() {
        if (cells_.cells.columns.empty() || used_.last_row < used_.first_row) {
            return;
        }
        cells_.cells.first_row = used_.first_row;
        std::int32_t next = take(used_.first_row, kRowsOfSample);
        for (std::int32_t runs = 0; next <= used_.last_row && runs < kMostRuns; ++runs) {
            if (isBlankRow(cells_.cells.rowCount() - 1)) {
                next = take(next, kRowsBelow); // a new run, or more empty rows
            } else {
                next = endOfRun(source_.lastRowOfRun(next - 1));
            }
        }
        if (next <= used_.last_row) {
            (void)endOfRun(used_.last_row); // too many runs: the last one goes on to the end
        }
    }

  private:
    // Reads rows from the sheet; behind the last of them.
    std::int32_t take(std::int32_t row, std::int32_t count) {
        const std::int32_t last = std::min(used_.last_row, row + count - 1);
        source_.read(row, last, cells_.cells);
        for (; row <= last; ++row) {
            cells_.row_numbers.push_back(row);
        }
        return row;
    }

    // Leaves rows out up to the last one of a run; behind the empty row that follows.
    std::int32_t endOfRun(std::int32_t last) {
        if (last < cells_.row_numbers.back() + 1) {
            return cells_.row_numbers.back() + 1 > used_.last_row
                       ? used_.last_row + 1
                       : addEmptyRow(cells_.row_numbers.back() + 1);
        }
        return addEmptyRow(last + 1);
    }

    std::int32_t addEmptyRow(std::int32_t row) {
        cells_.cells.cells.resize(cells_.cells.cells.size() + cells_.cells.columns.size());
        cells_.row_numbers.push_back(row);
        return row + 1;
    }

    [[nodiscard]] bool isBlankRow(std::int32_t row) const {
        for (std::int32_t column = 0; column < cells_.cells.columnCount(); ++column) {
            if (!isBlank(cells_.cells.at(row, column))) {
                return false;
            }
        }
        return true;
    }

    CellSource& source_;
    const CellBlock& used_;
    SheetCells& cells_;
};

} // namespace

void sampleSheet(CellSource& source, const CellBlock& used, SheetCells& cells) {
    Sampler{source, used, cells}.run();
}

} // namespace keepable::tables
