// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/frozen_looks.hpp"

#include "office/cell_properties.hpp"
#include "office/convert.hpp"
#include "office/sheets.hpp"

#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;

constexpr std::array<const char*, 5> kProperties = {"CellBackColor", "CharColor", "CharWeight",
                                                    "CharPosture", "CharUnderline"};

rtl::OUString nameOf(std::size_t property) {
    return rtl::OUString::createFromAscii(kProperties[property]);
}

// All five are whole numbers to a person; the office wants each in its own type.
std::int32_t numberOf(std::size_t property, const Any& value) {
    float weight = 0;
    css::awt::FontSlant posture = css::awt::FontSlant_NONE;
    sal_Int32 number = 0;
    if (property == 2 && (value >>= weight)) {
        return static_cast<std::int32_t>(weight);
    }
    if (property == 3 && (value >>= posture)) {
        return static_cast<std::int32_t>(posture);
    }
    value >>= number;
    return number;
}

Any anyOf(std::size_t property, std::int32_t number) {
    switch (property) {
    case 2:
        return Any(static_cast<float>(number));
    case 3:
        return Any(static_cast<css::awt::FontSlant>(number));
    case 4:
        return Any(static_cast<sal_Int16>(number));
    default:
        return Any(sal_Int32{number});
    }
}

void appendProperty(std::string& text, std::size_t property, std::int32_t number) {
    text += (text.empty() ? "" : "; ") + std::string(kProperties[property]) + "=" +
            std::to_string(number);
}

std::optional<std::int32_t> numberIn(std::string_view format, std::size_t property) {
    const std::string key = std::string(kProperties[property]) + "=";
    const std::size_t at = format.find(key);
    std::int32_t number = 0;
    if (at == std::string_view::npos ||
        std::from_chars(format.data() + at + key.size(), format.data() + format.size(), number)
                .ec != std::errc()) {
        return std::nullopt;
    }
    return number;
}

// The cells of an area by formats: those of one element have the same.
std::vector<Properties> alikeIn(const SpreadsheetDocument& document, const CellArea& area) {
    const Reference<css::sheet::XUniqueCellFormatRangesSupplier> range(rangeAt(document, area),
                                                                       UNO_QUERY_THROW);
    const Reference<css::container::XIndexAccess> unique(range->getUniqueCellFormatRanges(),
                                                         UNO_QUERY_THROW);
    std::vector<Properties> alike;
    alike.reserve(static_cast<std::size_t>(unique->getCount()));
    for (sal_Int32 i = 0; i < unique->getCount(); ++i) {
        alike.emplace_back(unique->getByIndex(i), UNO_QUERY_THROW);
    }
    return alike;
}

} // namespace

std::vector<LookCells> shownLooks(const Workbook& workbook, const ConditionalFormat& highlight) {
    std::vector<LookCells> result;
    const PlanStore::PlanPointer plan = workbook.plan();
    if (!plan) {
        return result;
    }
    const bool with_chance =
        static_cast<std::size_t>(highlight.format->getCount()) > looks(false).size();
    for (const Look& look : looks(with_chance)) {
        result.push_back({lookInUse(workbook.document(), look), {}});
    }
    const sal_Int32 last_row = usedArea(sheetAt(workbook.document(), highlight.sheet)).EndRow;
    const std::scoped_lock lock(plan->mutex);
    const auto& low_chance = plan->answers.input().settings.low_chance;
    // As the entries of the format have it: the first that holds.
    const auto looks_so = [&](const Look& look, planning::DealIndex deal) {
        if (look.verdict != plan->answers.verdict(deal)) {
            return false;
        }
        if (!look.is_low_chance) {
            return true;
        }
        const auto chance = plan->answers.chance(deal);
        return low_chance && chance &&
               chance->value * static_cast<double>(planning::Probability::kUnitsInOne) <
                   static_cast<double>(low_chance->units);
    };
    for (const CellArea& area : highlight.areas) {
        const sal_Int32 end = std::min(area.EndRow, last_row);
        LookCells* before = nullptr;
        for (sal_Int32 row = area.StartRow; row <= end; ++row) {
            LookCells* cells = nullptr;
            if (const auto deal = plan->answers.dealAtRow(row + 1)) {
                const auto found =
                    std::find_if(result.begin(), result.end(), [&](const LookCells& candidate) {
                        return looks_so(candidate.look, *deal);
                    });
                cells = found == result.end() ? nullptr : &*found;
            }
            if (cells != nullptr && cells == before) {
                cells->areas.back().EndRow = row;
            } else if (cells != nullptr) {
                cells->areas.emplace_back(area.Sheet, area.StartColumn, row, area.EndColumn, row);
            }
            before = cells;
        }
    }
    result.erase(std::remove_if(result.begin(), result.end(),
                                [](const LookCells& cells) { return cells.areas.empty(); }),
                 result.end());
    return result;
}

std::vector<FormatCells> directFormats(const SpreadsheetDocument& document,
                                       const CellAreas& areas) {
    std::vector<FormatCells> result;
    for (const CellArea& area : areas) {
        for (const Properties& cells : alikeIn(document, area)) {
            const Reference<css::beans::XPropertyState> states(cells, UNO_QUERY_THROW);
            std::string format;
            for (std::size_t property = 0; property < kProperties.size(); ++property) {
                const rtl::OUString name = nameOf(property);
                if (states->getPropertyState(name) == css::beans::PropertyState_DIRECT_VALUE) {
                    appendProperty(format, property,
                                   numberOf(property, cells->getPropertyValue(name)));
                }
            }
            if (!format.empty()) {
                for (const CellArea& part :
                     Reference<css::sheet::XSheetCellRanges>(cells, UNO_QUERY_THROW)
                         ->getRangeAddresses()) {
                    result.push_back({part, format});
                }
            }
        }
    }
    return result;
}

std::string formatText(const Look& look) {
    std::string text;
    appendProperty(text, 0, look.background);
    appendProperty(text, 1, look.font);
    appendProperty(text, 2, static_cast<std::int32_t>(look.weight));
    appendProperty(text, 3, static_cast<std::int32_t>(look.posture));
    appendProperty(text, 4, look.underline);
    return text;
}

void applyFormat(const SpreadsheetDocument& document, const CellAreas& areas,
                 std::string_view format) {
    std::vector<CellProperty> properties;
    for (std::size_t property = 0; property < kProperties.size(); ++property) {
        if (const auto number = numberIn(format, property)) {
            properties.push_back({kProperties[property], anyOf(property, *number)});
        }
    }
    changeProperties(document, areas, properties);
}

void clearLooks(const SpreadsheetDocument& document, CellArea area,
                const std::set<std::string>& looks) {
    area.EndRow = std::min(area.EndRow, usedArea(sheetAt(document, area.Sheet)).EndRow);
    if (area.EndRow < area.StartRow) {
        return;
    }
    // All is read before anything is cleared: that changes which cells are alike.
    std::vector<std::pair<CellAreas, std::vector<CellProperty>>> cleared;
    for (const Properties& cells : alikeIn(document, area)) {
        const Reference<css::beans::XPropertyState> states(cells, UNO_QUERY_THROW);
        for (const std::string& look : looks) {
            std::size_t same = 0;
            std::vector<CellProperty> direct;
            for (std::size_t property = 0; property < kProperties.size(); ++property) {
                const rtl::OUString name = nameOf(property);
                if (numberIn(look, property) == numberOf(property, cells->getPropertyValue(name))) {
                    ++same;
                    if (states->getPropertyState(name) == css::beans::PropertyState_DIRECT_VALUE) {
                        direct.push_back({kProperties[property], Any()});
                    }
                }
            }
            if (same + 1 >= kProperties.size() && !direct.empty()) {
                const auto parts = Reference<css::sheet::XSheetCellRanges>(cells, UNO_QUERY_THROW)
                                       ->getRangeAddresses();
                cleared.emplace_back(CellAreas(parts.begin(), parts.end()), std::move(direct));
                break;
            }
        }
    }
    for (const auto& [areas, properties] : cleared) {
        changeProperties(document, areas, properties);
    }
}

} // namespace keepable::office
