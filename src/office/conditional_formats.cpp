// SPDX-License-Identifier: MPL-2.0
#include "office/conditional_formats.hpp"

#include "office/convert.hpp"
#include "office/sheets.hpp"
#include "views/words.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using planning::Verdict;
using Properties = Reference<css::beans::XPropertySet>;

// The getter by its programmatic name and by those shown in each language.
constexpr std::array<std::string_view, 3> kStatusNames = {"KEEPABLE.PROMISES.STATUS(",
                                                          "PROMISE_STATUS(", "ZUSAGE_STATUS("};

constexpr std::array<std::string_view, 3> kChanceNames = {"KEEPABLE.PROMISES.CHANCE(",
                                                          "PROMISE_CHANCE(", "ZUSAGE_CHANCE("};

// What ours asks for, in its order; at risk twice where a low chance comes first.
constexpr std::array kWords = {Verdict::kInfeasible, Verdict::kAtRisk, Verdict::kCheckRow};
constexpr std::array kWordsWithChance = {Verdict::kInfeasible, Verdict::kAtRisk, Verdict::kAtRisk,
                                         Verdict::kCheckRow};

char upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
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

// Entries that ask for the verdicts, each by a name or a row: no one else writes that.
bool looksLikeOurs(const Reference<css::sheet::XConditionalFormat>& format) {
    const auto count = static_cast<std::size_t>(format->getCount());
    const std::span<const Verdict> words = count == kWords.size()
                                               ? std::span<const Verdict>(kWords)
                                               : std::span<const Verdict>(kWordsWithChance);
    if (count != words.size()) {
        return false;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string formula = foldedFormula(formulaOf(format, static_cast<sal_Int32>(i)));
        if (planArgument(formula) == std::string::npos ||
            formula.find("\"row \"&") == std::string::npos ||
            formula.find('"' + std::string(views::verdictWord(words[i])) + '"') ==
                std::string::npos) {
            return false;
        }
    }
    return true;
}

} // namespace

std::string foldedFormula(std::string_view formula) {
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

std::optional<std::string> knownFormula(const std::string& formula) {
    std::string known = formula;
    for (const auto& names : {kStatusNames, kChanceNames}) {
        for (const std::string_view name : names) {
            std::string unknown(name);
            std::ranges::transform(unknown, unknown.begin(), lower);
            if (const std::size_t at = known.find(unknown); at != std::string::npos) {
                known.replace(at, unknown.size(), names[0]);
            }
        }
    }
    return known == formula ? std::nullopt : std::optional{known};
}

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

std::vector<ConditionalFormat> conditionalFormats(const SpreadsheetDocument& document,
                                                  std::int32_t sheet) {
    std::vector<ConditionalFormat> result;
    const Properties cells(sheetAt(document, sheet), UNO_QUERY_THROW);
    const Reference<css::sheet::XConditionalFormats> formats(
        cells->getPropertyValue("ConditionalFormats"), UNO_QUERY_THROW);
    for (const auto& format : formats->getConditionalFormats()) {
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

bool meetConditionalFormats(const SpreadsheetDocument& document, const CellAreas& areas) {
    if (areas.empty()) {
        return false;
    }
    const auto formats = conditionalFormats(document, areas.front().Sheet);
    return std::any_of(formats.begin(), formats.end(), [&](const ConditionalFormat& format) {
        return overlap(format.areas, areas);
    });
}

std::string planAsked(const ConditionalFormat& ours) {
    const std::string formula = foldedFormula(formulaOf(ours.format, 0));
    const std::size_t from = planArgument(formula);
    // The sheet's name may hold a comma, but then stands in quotes.
    bool in_quotes = false;
    std::size_t end = from;
    while (end < formula.size() && (in_quotes || formula[end] != ',')) {
        in_quotes ^= formula[end++] == '\'';
    }
    return plainReference(formula.substr(from, end - from));
}

} // namespace keepable::office
