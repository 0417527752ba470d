// SPDX-License-Identifier: MPL-2.0
#include "office/functions/reliability_function.hpp"

#include "office/convert.hpp"
#include "office/sheet_snapshot.hpp"
#include "views/reliability_answer.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Sequence;
using tables::Cell;
using tables::Grid;

struct Shape {
    std::int32_t rows = 0;
    std::int32_t columns = 0;

    friend bool operator==(const Shape&, const Shape&) = default;
};

Shape shapeOf(const CellArea& area) {
    return {area.EndRow - area.StartRow + 1, area.EndColumn - area.StartColumn + 1};
}

Shape shapeOf(const Any& keys) {
    Sequence<Sequence<Any>> rows;
    if (!(keys >>= rows)) {
        return {1, 1};
    }
    return {rows.getLength(), rows.getLength() == 0 ? 0 : rows[0].getLength()};
}

// Row by row as far as anything is used, `first_row` and `first_column` being the range's own.
std::vector<Cell> cellsOf(const Grid& grid, std::int32_t first_row, std::int32_t first_column,
                          std::int32_t columns) {
    std::vector<Cell> cells;
    if (grid.rowCount() > 0) {
        const std::int32_t rows = grid.first_row - first_row + grid.rowCount();
        cells.resize(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
    }
    for (std::int32_t row = 0; row < grid.rowCount(); ++row) {
        for (std::int32_t column = 0; column < grid.columnCount(); ++column) {
            const std::int32_t place =
                (grid.first_row - first_row + row) * columns +
                (grid.columns[static_cast<std::size_t>(column)] - first_column);
            cells[static_cast<std::size_t>(place)] = grid.at(row, column);
        }
    }
    return cells;
}

} // namespace

ReliabilityFunction::ReliabilityFunction(
    const css::uno::Reference<css::uno::XComponentContext>& context)
    : documents_(context) {}

Any ReliabilityFunction::answer(const DocumentReader::Document& document,
                                const RangeReference& promised, const RangeReference& delivered,
                                const Any& keys, const Any& key) {
    if (!promised.is() || !delivered.is()) {
        return errorValue(CellError::kValue);
    }
    const CellArea promised_area = areaOf(promised);
    const CellArea delivered_area = areaOf(delivered);
    const Shape shape = shapeOf(promised_area);
    tables::TextPool texts;
    views::ReliabilityCells cells;
    cells.key = optionalFrom(key, texts);
    const bool has_keys =
        keys.hasValue() && !(shapeOf(keys) == Shape{1, 1} && optionalFrom(keys, texts).isEmpty());
    if (!(shapeOf(delivered_area) == shape) || (has_keys && !(shapeOf(keys) == shape)) ||
        (!has_keys && !cells.key.isEmpty())) {
        return errorValue(CellError::kValue);
    }
    const Grid promised_grid = readCells(promised);
    const Grid delivered_grid = readCells(delivered);
    const Grid keys_grid = has_keys ? gridFrom(keys) : Grid{};
    cells.promised =
        cellsOf(promised_grid, promised_area.StartRow, promised_area.StartColumn, shape.columns);
    cells.delivered =
        cellsOf(delivered_grid, delivered_area.StartRow, delivered_area.StartColumn, shape.columns);
    cells.keys = cellsOf(keys_grid, 0, 0, shape.columns);
    const auto share = views::reliabilityAnswer(cells, documents_.readingContext(document));
    return share ? Any{share->toDouble()} : errorValue(CellError::kNotAvailable);
}

} // namespace keepable::office
