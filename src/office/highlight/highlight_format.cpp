// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/highlight_format.hpp"

#include "office/convert.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/XConditionEntry.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntry.hpp>

#include <algorithm>
#include <optional>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;
using Entries = Reference<css::sheet::XSheetConditionalEntries>;

// The getter by its programmatic name and by those shown in each language.
constexpr std::array<std::string_view, 3> kStatusNames = {"KEEPABLE.PROMISES.STATUS(",
                                                          "PROMISE_STATUS(", "ZUSAGE_STATUS("};

char upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

// For comparing formulas that differ in separators, spaces and letter case alone.
std::string folded(std::string_view formula) {
    std::string result;
    bool in_text = false;
    for (const char letter : formula) {
        in_text ^= letter == '"';
        if (in_text || (letter != ' ' && letter != '=')) {
            result += in_text ? letter : letter == ';' ? ',' : upper(letter);
        }
    }
    return result;
}

Properties sheetOf(const SpreadsheetDocument& document, std::int32_t index) {
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    return {sheets->getByIndex(index), UNO_QUERY_THROW};
}

Reference<css::sheet::XConditionalFormats> formatsOf(const SpreadsheetDocument& document,
                                                     std::int32_t sheet) {
    return {sheetOf(document, sheet)->getPropertyValue("ConditionalFormats"), UNO_QUERY_THROW};
}

Reference<css::sheet::XConditionEntry>
entryOf(const Reference<css::sheet::XConditionalFormat>& format, std::int32_t index) {
    return {format->getByIndex(index), UNO_QUERY};
}

// Of an entry that holds a formula; empty for colour scales and the like.
std::string formulaOf(const Reference<css::sheet::XConditionalFormat>& format, std::int32_t index) {
    const Properties entry(format->getByIndex(index), UNO_QUERY);
    if (!entry.is() || !entry->getPropertySetInfo()->hasPropertyByName("Formula1")) {
        return {};
    }
    rtl::OUString formula;
    entry->getPropertyValue("Formula1") >>= formula;
    return utf8(formula);
}

// Where the first argument of the getter begins in a folded formula.
std::size_t planArgument(const std::string& formula) {
    for (const std::string_view name : kStatusNames) {
        if (const std::size_t at = formula.find(name); at != std::string::npos) {
            return at + name.size();
        }
    }
    return std::string::npos;
}

// Three entries that ask for the three verdicts, each by a name or a row: no one else writes that.
bool looksLikeOurs(const Reference<css::sheet::XConditionalFormat>& format) {
    if (format->getCount() != static_cast<sal_Int32>(looks().size())) {
        return false;
    }
    for (std::size_t i = 0; i < looks().size(); ++i) {
        const std::string formula = folded(formulaOf(format, static_cast<sal_Int32>(i)));
        if (planArgument(formula) == std::string::npos ||
            formula.find("\"row \"&") == std::string::npos ||
            formula.find('"' + std::string(looks()[i].word) + '"') == std::string::npos) {
            return false;
        }
    }
    return true;
}

// "$Keepable.$B$3" and "'Keepable'!B3" alike.
std::string plainReference(std::string_view reference) {
    std::string result;
    for (const char letter : reference) {
        if (letter == '!') {
            result += '.';
        } else if (letter != '$' && letter != '\'' && letter != ' ') {
            result += upper(letter);
        }
    }
    return result;
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

std::vector<ConditionalFormat> conditionalFormats(const SpreadsheetDocument& document,
                                                  std::int32_t sheet) {
    std::vector<ConditionalFormat> result;
    for (const auto& format : formatsOf(document, sheet)->getConditionalFormats()) {
        const Properties properties(format, UNO_QUERY_THROW);
        const Reference<css::sheet::XSheetCellRanges> ranges(properties->getPropertyValue("Range"),
                                                             UNO_QUERY_THROW);
        const auto addresses = ranges->getRangeAddresses();
        ConditionalFormat found{
            format, sheet, 0, {addresses.begin(), addresses.end()}, looksLikeOurs(format)};
        properties->getPropertyValue("ID") >>= found.id;
        result.push_back(std::move(found));
    }
    return result;
}

std::vector<ConditionalFormat> conditionalFormats(const SpreadsheetDocument& document) {
    std::vector<ConditionalFormat> result;
    const sal_Int32 sheets = document->getSheets()->getElementNames().getLength();
    for (sal_Int32 sheet = 0; sheet < sheets; ++sheet) {
        auto formats = conditionalFormats(document, sheet);
        std::move(formats.begin(), formats.end(), std::back_inserter(result));
    }
    return result;
}

bool asks(const ConditionalFormat& format, const SpreadsheetDocument& document,
          const CellReference& plan_cell) {
    if (!format.is_ours) {
        return false;
    }
    const std::string formula = folded(formulaOf(format.format, 0));
    const std::size_t from = planArgument(formula);
    // The sheet's name may hold a comma, but then stands in quotes.
    bool in_quotes = false;
    std::size_t end = from;
    while (end < formula.size() && (in_quotes || formula[end] != ',')) {
        in_quotes ^= formula[end++] == '\'';
    }
    std::string asked = plainReference(formula.substr(from, end - from));
    if (asked.find('.') == std::string::npos) {
        const auto names = document->getSheets()->getElementNames();
        asked = plainReference(utf8(names[format.sheet])) + "." + asked;
    }
    return asked == plainReference(absoluteName(plan_cell));
}

HighlightFormulas highlightFormulas(const CellReference& plan_cell, const CellArea& area,
                                    std::optional<std::int32_t> deal_column) {
    HighlightFormulas result;
    result.source = {area.Sheet, area.StartColumn, area.StartRow};
    std::string key = R"("row "&ROW())";
    if (deal_column) {
        const std::string deal = "$" + columnName(*deal_column) + std::to_string(area.StartRow + 1);
        key = "IF(TRIM(IFERROR(" + deal + ";\"\"))=\"\";" + key + ";" + deal + ")";
    }
    for (std::size_t i = 0; i < looks().size(); ++i) {
        result.formulas[i] = "keepable.Promises.status(" + absoluteName(plan_cell) + ";" + key +
                             ")=\"" + std::string(looks()[i].word) + "\"";
    }
    return result;
}

bool isAlready(const SpreadsheetDocument& document, const ConditionalFormat& format,
               const HighlightFormulas& formulas, const CellAreas& areas) {
    if (!coverSame(format.areas, areas)) {
        return false;
    }
    const Settings settings = settingsOf(entriesOf(rangesOf(document, format.areas)));
    if (settings.formulas_and_styles.size() != looks().size() ||
        settings.source != formulas.source) {
        return false;
    }
    for (std::size_t i = 0; i < looks().size(); ++i) {
        const auto& [formula, style] = settings.formulas_and_styles[i];
        if (utf8(style) != looks()[i].style || !hasStyle(document, looks()[i].style) ||
            folded(utf8(formula)) != folded(formulas.formulas[i])) {
            return false;
        }
    }
    return true;
}

void setHighlight(const SpreadsheetDocument& document, const CellAreas& areas,
                  const HighlightFormulas& formulas) {
    Settings settings;
    settings.source = formulas.source;
    for (std::size_t i = 0; i < looks().size(); ++i) {
        settings.formulas_and_styles.emplace_back(toOffice(formulas.formulas[i]),
                                                  toOffice(looks()[i].style));
    }
    apply(document, areas, settings);
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
        const auto clear = [document, areas = ours.areas] {
            clearEntries(rangesOf(document, areas));
        };
        step.add([document, areas = ours.areas, settings] { apply(document, areas, settings); },
                 clear);
        clear();
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
    step.add(
        [document, sheet = ours.sheet, areas = ours.areas, free, settings] {
            apply(document, free, settings);
            for (const ConditionalFormat& format : conditionalFormats(document, sheet)) {
                if (format.is_ours && coverSame(format.areas, free)) {
                    const Properties properties(format.format, UNO_QUERY_THROW);
                    properties->setPropertyValue("Range", Any(rangesOf(document, areas)));
                }
            }
        },
        remove);
    remove();
    return true;
}

void mend(const SpreadsheetDocument& document, const ConditionalFormat& ours) {
    std::vector<std::string> former;
    for (std::size_t i = 0; i < looks().size(); ++i) {
        const auto entry = entryOf(ours.format, static_cast<sal_Int32>(i));
        const Properties properties(entry, UNO_QUERY_THROW);
        rtl::OUString style;
        properties->getPropertyValue("StyleName") >>= style;
        former.push_back(utf8(style));
        if (former.back() == looks()[i].style && hasStyle(document, former.back())) {
            former.back().clear();
            continue;
        }
        if (!hasStyle(document, looks()[i].style)) {
            makeStyleLike(document, looks()[i], former.back());
        }
        keepLookOnly(document, looks()[i]);
        properties->setPropertyValue("StyleName", Any(toOffice(looks()[i].style)));
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
    const Settings settings =
        free.empty() ? Settings{} : settingsOf(entriesOf(rangesOf(document, free)));
    const bool is_unknown = std::any_of(
        settings.formulas_and_styles.begin(), settings.formulas_and_styles.end(),
        [](const auto& entry) { return entry.first.indexOf("keepable.promises.status(") >= 0; });
    if (is_unknown) {
        if (!others.empty()) {
            formatsOf(document, ours.sheet)->removeByID(ours.id);
        }
        clearEntries(rangesOf(document, free));
        apply(document, free, settings);
    }
}

} // namespace keepable::office
