// SPDX-License-Identifier: MPL-2.0
#include "office/areas.hpp"

#include "office/convert.hpp"

#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

CellArea common(const CellArea& left, const CellArea& right) {
    return {left.Sheet, std::max(left.StartColumn, right.StartColumn),
            std::max(left.StartRow, right.StartRow), std::min(left.EndColumn, right.EndColumn),
            std::min(left.EndRow, right.EndRow)};
}

// What is left of an area, in up to four pieces: above, left, right, below.
void appendRest(const CellArea& area, const CellArea& taken, CellAreas& rest) {
    const CellArea hole = common(area, taken);
    const auto add = [&](sal_Int32 left, sal_Int32 top, sal_Int32 right, sal_Int32 bottom) {
        if (left <= right && top <= bottom) {
            rest.emplace_back(area.Sheet, left, top, right, bottom);
        }
    };
    add(area.StartColumn, area.StartRow, area.EndColumn, hole.StartRow - 1);
    add(area.StartColumn, hole.StartRow, hole.StartColumn - 1, hole.EndRow);
    add(hole.EndColumn + 1, hole.StartRow, area.EndColumn, hole.EndRow);
    add(area.StartColumn, hole.EndRow + 1, area.EndColumn, area.EndRow);
}

} // namespace

bool overlap(const CellArea& left, const CellArea& right) {
    return left.Sheet == right.Sheet && left.StartColumn <= right.EndColumn &&
           right.StartColumn <= left.EndColumn && left.StartRow <= right.EndRow &&
           right.StartRow <= left.EndRow;
}

bool overlap(const CellAreas& left, const CellAreas& right) {
    return !intersection(left, right).empty();
}

CellAreas subtract(const CellAreas& from, const CellAreas& taken) {
    CellAreas areas = from;
    for (const CellArea& hole : taken) {
        CellAreas rest;
        for (const CellArea& area : areas) {
            if (overlap(area, hole)) {
                appendRest(area, hole, rest);
            } else {
                rest.push_back(area);
            }
        }
        areas = std::move(rest);
    }
    return areas;
}

CellAreas intersection(const CellAreas& left, const CellAreas& right) {
    CellAreas result;
    for (const CellArea& area : left) {
        for (const CellArea& other : right) {
            if (overlap(area, other)) {
                result.push_back(common(area, other));
            }
        }
    }
    return result;
}

CellArea around(const CellAreas& areas) {
    CellArea all = areas.front();
    for (const CellArea& area : areas) {
        all.StartColumn = std::min(all.StartColumn, area.StartColumn);
        all.StartRow = std::min(all.StartRow, area.StartRow);
        all.EndColumn = std::max(all.EndColumn, area.EndColumn);
        all.EndRow = std::max(all.EndRow, area.EndRow);
    }
    return all;
}

bool coverSame(const CellAreas& left, const CellAreas& right) {
    return subtract(left, right).empty() && subtract(right, left).empty();
}

Reference<css::beans::XPropertySet> rangesOf(const SpreadsheetDocument& document,
                                             const CellAreas& areas) {
    const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const Reference<css::sheet::XSheetCellRangeContainer> ranges(
        factory->createInstance("com.sun.star.sheet.SheetCellRanges"), UNO_QUERY_THROW);
    for (const CellArea& area : areas) {
        ranges->addRangeAddress(area, false);
    }
    return {ranges, UNO_QUERY_THROW};
}

std::string columnName(std::int32_t column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return name;
}

std::string cellsText(const CellAreas& areas, std::size_t limit) {
    std::string text;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        text += i == 0 ? "" : ", ";
        if (i == limit) {
            return text + "…";
        }
        const CellArea& area = areas[i];
        const std::string first = columnName(area.StartColumn) + std::to_string(area.StartRow + 1);
        const std::string last = columnName(area.EndColumn) + std::to_string(area.EndRow + 1);
        text += first;
        if (first != last) {
            text += ":";
            text += last;
        }
    }
    return text;
}

} // namespace keepable::office
