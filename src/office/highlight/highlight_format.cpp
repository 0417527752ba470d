// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/highlight_format.hpp"

#include "office/convert.hpp"
#include "office/sheets.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/XConditionEntry.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntry.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;
using Entries = Reference<css::sheet::XSheetConditionalEntries>;

Reference<css::sheet::XConditionalFormats> formatsOf(const SpreadsheetDocument& document,
                                                     std::int32_t sheet) {
    const Properties properties(sheetAt(document, sheet), UNO_QUERY_THROW);
    return {properties->getPropertyValue("ConditionalFormats"), UNO_QUERY_THROW};
}

Reference<css::sheet::XConditionEntry>
entryOf(const Reference<css::sheet::XConditionalFormat>& format, std::int32_t index) {
    return {format->getByIndex(index), UNO_QUERY};
}

Entries entriesOf(const Properties& ranges) {
    return {ranges->getPropertyValue("ConditionalFormat"), UNO_QUERY_THROW};
}

void setEntries(const Properties& ranges, const Entries& entries) {
    ranges->setPropertyValue("ConditionalFormat", Any(entries));
}

void clearEntries(const Properties& ranges) {
    const Entries entries = entriesOf(ranges);
    entries->clear();
    setEntries(ranges, entries);
}

void addEntry(const Entries& entries, const rtl::OUString& formula,
              const css::table::CellAddress& source, std::string_view style) {
    css::uno::Sequence<css::beans::PropertyValue> values(4);
    css::beans::PropertyValue* value = values.getArray();
    value[0].Name = "Operator";
    value[0].Value <<= css::sheet::ConditionOperator_FORMULA;
    value[1].Name = "Formula1";
    value[1].Value <<= formula;
    value[2].Name = "SourcePosition";
    value[2].Value <<= source;
    value[3].Name = "StyleName";
    value[3].Value <<= toOffice(style);
    entries->addNew(values);
}

// The areas of other formats among these cells.
CellAreas othersOn(const SpreadsheetDocument& document, const ConditionalFormat& ours) {
    CellAreas areas;
    for (const ConditionalFormat& other : conditionalFormats(document, ours.sheet)) {
        if (other.id != ours.id) {
            areas.insert(areas.end(), other.areas.begin(), other.areas.end());
        }
    }
    return intersection(areas, ours.areas);
}

// What the property says of ours, where nothing overlaps it.
struct Settings {
    std::vector<std::pair<rtl::OUString, rtl::OUString>> formulas_and_styles;
    css::table::CellAddress source;
};

Settings settingsOf(const Entries& entries) {
    Settings settings;
    for (sal_Int32 i = 0; i < entries->getCount(); ++i) {
        const Reference<css::sheet::XSheetCondition> condition(entries->getByIndex(i),
                                                               UNO_QUERY_THROW);
        const Reference<css::sheet::XSheetConditionalEntry> entry(condition, UNO_QUERY_THROW);
        settings.formulas_and_styles.emplace_back(condition->getFormula1(), entry->getStyleName());
        settings.source = condition->getSourcePosition();
    }
    return settings;
}

void apply(const SpreadsheetDocument& document, const CellAreas& areas, const Settings& settings) {
    const Properties ranges = rangesOf(document, areas);
    const Entries entries = entriesOf(ranges);
    entries->clear();
    for (const auto& [formula, style] : settings.formulas_and_styles) {
        addEntry(entries, formula, settings.source, utf8(style));
    }
    setEntries(ranges, entries);
}

} // namespace

bool asks(const ConditionalFormat& format, const SpreadsheetDocument& document,
          const CellReference& plan_cell) {
    if (!format.is_ours) {
        return false;
    }
    std::string asked = planAsked(format);
    if (asked.find('.') == std::string::npos) {
        asked = plainReference(nameOf(sheetAt(document, format.sheet))) + "." + asked;
    }
    return asked == plainReference(absoluteName(plan_cell));
}

bool asksNothing(const ConditionalFormat& format) {
    return format.is_ours && planAsked(format).find("#REF") != std::string::npos;
}

HighlightFormulas highlightFormulas(const CellReference& plan_cell, const CellArea& area,
                                    std::optional<std::int32_t> deal_column,
                                    std::optional<planning::Probability> low_chance) {
    HighlightFormulas result;
    result.source = {area.Sheet, area.StartColumn, area.StartRow};
    std::string key = R"("row "&ROW())";
    if (deal_column) {
        const std::string deal = "$" + columnName(*deal_column) + std::to_string(area.StartRow + 1);
        key = "IF(TRIM(IFERROR(" + deal + ";\"\"))=\"\";" + key + ";" + deal + ")";
    }
    const std::string about = "(" + absoluteName(plan_cell) + ";" + key + ")";
    for (const Look& look : looks(low_chance.has_value())) {
        std::string formula = "keepable.Promises.status" + about;
        formula.append("=\"").append(look.word).append("\"");
        if (look.is_low_chance) {
            formula.insert(0, "IF(").append(";keepable.Promises.chance").append(about);
            formula += "*" + std::to_string(planning::Probability::kUnitsInOne);
            formula += "<" + std::to_string(low_chance->units) + ";FALSE())";
        }
        result.entries.emplace_back(look, std::move(formula));
    }
    return result;
}

bool isAlready(const SpreadsheetDocument& document, const ConditionalFormat& format,
               const HighlightFormulas& formulas, const CellAreas& areas) {
    if (!coverSame(format.areas, areas)) {
        return false;
    }
    const Settings settings = settingsOf(entriesOf(rangesOf(document, format.areas)));
    if (settings.formulas_and_styles.size() != formulas.entries.size() ||
        settings.source != formulas.source) {
        return false;
    }
    for (std::size_t i = 0; i < formulas.entries.size(); ++i) {
        const auto& [formula, style] = settings.formulas_and_styles[i];
        const auto& [look, wanted] = formulas.entries[i];
        if (utf8(style) != look.style || !hasStyle(document, look.style) ||
            foldedFormula(utf8(formula)) != foldedFormula(wanted)) {
            return false;
        }
    }
    return true;
}

void setHighlight(UndoStep& step, const SpreadsheetDocument& document, const CellAreas& areas,
                  const HighlightFormulas& formulas) {
    Settings settings;
    settings.source = formulas.source;
    for (const auto& [look, formula] : formulas.entries) {
        settings.formulas_and_styles.emplace_back(toOffice(formula), toOffice(look.style));
    }
    step.perform([document, areas, settings] { apply(document, areas, settings); },
                 [document, areas] { clearEntries(rangesOf(document, areas)); });
}

bool removeHighlight(UndoStep& step, const SpreadsheetDocument& document,
                     const ConditionalFormat& ours) {
    const CellAreas others = othersOn(document, ours);
    const CellAreas free = subtract(ours.areas, others);
    if (free.empty()) {
        return false;
    }
    const Settings settings = settingsOf(entriesOf(rangesOf(document, free)));
    if (others.empty()) {
        step.perform(
            [document, areas = ours.areas] { clearEntries(rangesOf(document, areas)); },
            [document, areas = ours.areas, settings] { apply(document, areas, settings); });
        return true;
    }
    // Clearing would take the others along. Without its format an overlapped cell is plain.
    const auto remove = [document, sheet = ours.sheet, areas = ours.areas, free] {
        for (const ConditionalFormat& format : conditionalFormats(document, sheet)) {
            if (format.is_ours && coverSame(format.areas, areas)) {
                formatsOf(document, sheet)->removeByID(format.id);
            }
        }
        clearEntries(rangesOf(document, free));
    };
    step.perform(remove, [document, sheet = ours.sheet, areas = ours.areas, free, settings] {
        apply(document, free, settings);
        for (const ConditionalFormat& format : conditionalFormats(document, sheet)) {
            if (format.is_ours && coverSame(format.areas, free)) {
                const Properties properties(format.format, UNO_QUERY_THROW);
                properties->setPropertyValue("Range", Any(rangesOf(document, areas)));
            }
        }
    });
    return true;
}

void mend(const SpreadsheetDocument& document, const ConditionalFormat& ours) {
    std::vector<std::string> former;
    const auto entries = static_cast<std::size_t>(ours.format->getCount());
    const std::vector<Look> ours_looks = looks(entries > looks(false).size());
    for (std::size_t i = 0; i < std::min(entries, ours_looks.size()); ++i) {
        const Look& look = ours_looks[i];
        const auto entry = entryOf(ours.format, static_cast<sal_Int32>(i));
        const Properties properties(entry, UNO_QUERY_THROW);
        rtl::OUString style;
        properties->getPropertyValue("StyleName") >>= style;
        former.push_back(utf8(style));
        if (former.back() == look.style && hasStyle(document, former.back())) {
            former.back().clear();
            continue;
        }
        if (!hasStyle(document, look.style)) {
            makeStyleLike(document, look, former.back());
        }
        keepLookOnly(document, look);
        properties->setPropertyValue("StyleName", Any(toOffice(look.style)));
    }
    for (const std::string& style : former) {
        if (!style.empty() && style.find("Keepable") == std::string::npos) {
            removeIfUnused(document, style);
        }
    }
    // A getter that the file's reader did not know is a name without a meaning until it is read
    // anew.
    const CellAreas others = othersOn(document, ours);
    const CellAreas free = subtract(ours.areas, others);
    Settings settings = free.empty() ? Settings{} : settingsOf(entriesOf(rangesOf(document, free)));
    bool is_unknown = false;
    for (auto& [formula, style] : settings.formulas_and_styles) {
        if (const auto known = knownFormula(utf8(formula))) {
            formula = toOffice(*known);
            is_unknown = true;
        }
    }
    if (is_unknown) {
        if (!others.empty()) {
            formatsOf(document, ours.sheet)->removeByID(ours.id);
        }
        clearEntries(rangesOf(document, free));
        apply(document, free, settings);
    }
}

} // namespace keepable::office
