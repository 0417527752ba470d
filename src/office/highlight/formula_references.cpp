// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/formula_references.hpp"

#include "office/convert.hpp"
#include "office/plan_cells.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/AddressConvention.hpp>
#include <com/sun/star/sheet/ComplexReference.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/SingleReference.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

namespace flags = css::sheet::ReferenceFlags;
using css::sheet::ComplexReference;
using css::sheet::SingleReference;
using css::table::CellAddress;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

CellAddress firstOf(const CellArea& area) {
    return {area.Sheet, area.StartColumn, area.StartRow};
}

// An array formula stands once, in its first cell.
CellAddress lastOf(const FormulaBlock& block) {
    return block.is_array ? firstOf(block.area)
                          : CellAddress{block.area.Sheet, block.area.EndColumn, block.area.EndRow};
}

// Where a reference points, seen from a cell.
CellAddress pointedAt(const SingleReference& reference, const CellAddress& from) {
    const auto is = [&](sal_Int32 flag) { return (reference.Flags & flag) != 0; };
    return {static_cast<sal_Int16>(is(flags::SHEET_RELATIVE) ? from.Sheet + reference.RelativeSheet
                                                             : reference.Sheet),
            is(flags::COLUMN_RELATIVE) ? from.Column + reference.RelativeColumn : reference.Column,
            is(flags::ROW_RELATIVE) ? from.Row + reference.RelativeRow : reference.Row};
}

void pointAt(SingleReference& reference, const CellAddress& target, const CellAddress& from) {
    reference.Sheet = target.Sheet;
    reference.RelativeSheet = target.Sheet - from.Sheet;
    reference.Column = target.Column;
    reference.RelativeColumn = target.Column - from.Column;
    reference.Row = target.Row;
    reference.RelativeRow = target.Row - from.Row;
    if (target.Sheet != from.Sheet) {
        reference.Flags |= flags::SHEET_3D;
    }
}

// The two corners of a token that is a reference, or none.
std::optional<ComplexReference> cornersOf(const css::sheet::FormulaToken& token) {
    ComplexReference corners;
    if (token.Data >>= corners) {
        return corners;
    }
    if (token.Data >>= corners.Reference1) {
        corners.Reference2 = corners.Reference1;
        return corners;
    }
    return std::nullopt;
}

void putBack(css::sheet::FormulaToken& token, ComplexReference corners,
             const std::optional<CellArea>& area, const FormulaBlock& block) {
    if (area) {
        pointAt(corners.Reference1, firstOf(*area), firstOf(block.area));
        pointAt(corners.Reference2, {area->Sheet, area->EndColumn, area->EndRow}, lastOf(block));
        if (corners.Reference2.Sheet == corners.Reference1.Sheet) {
            corners.Reference2.Flags &= ~flags::SHEET_3D;
        }
    } else {
        corners.Reference1.Flags |= flags::ROW_DELETED | flags::COLUMN_DELETED;
        corners.Reference2.Flags |= flags::ROW_DELETED | flags::COLUMN_DELETED;
    }
    if (SingleReference single; token.Data >>= single) {
        token.Data <<= corners.Reference1;
    } else {
        token.Data <<= corners;
    }
}

bool isNameLetter(char letter) {
    return letter == '_' || (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80;
}

// Whether a cell, a column or a row is named here: what follows the name of a sheet.
bool beginsReference(std::string_view text) {
    std::size_t at = text.starts_with('$') ? 1 : 0;
    const auto in = [&](char first, char last) {
        return at < text.size() && text[at] >= first && text[at] <= last;
    };
    const std::size_t letters = at;
    while (in('A', 'Z')) {
        ++at;
    }
    const bool has_letters = at > letters;
    at += has_letters && at < text.size() && text[at] == '$' ? 1 : 0;
    return in('0', '9') || (has_letters && at < text.size() && text[at] == ':') ||
           text.starts_with("#REF!");
}

std::size_t endOfQuoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    std::size_t end = at + 1;
    while (end < text.size()) {
        if (text[end] != quote) {
            ++end;
        } else if (text.substr(end + 1).starts_with(quote)) {
            end += 2; // a quote within
        } else {
            return end + 1;
        }
    }
    return end;
}

} // namespace

Reference<css::sheet::XFormulaParser> parserOf(const SpreadsheetDocument& document,
                                               std::int16_t convention) {
    const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> parser(
        factory->createInstance("com.sun.star.sheet.FormulaParser"), UNO_QUERY_THROW);
    parser->setPropertyValue("CompileEnglish", Any(true));
    parser->setPropertyValue("FormulaConvention", Any(convention));
    return {parser, UNO_QUERY_THROW};
}

std::string withSheet(std::string_view formula, std::string_view sheet) {
    std::string result;
    for (std::size_t at = 0; at < formula.size();) {
        std::size_t end = at + 1;
        const bool is_quoted = formula[at] == '\'';
        if (is_quoted || formula[at] == '"') {
            end = endOfQuoted(formula, at);
        } else if (isNameLetter(formula[at])) {
            while (end < formula.size() && isNameLetter(formula[end])) {
                ++end;
            }
        }
        const bool can_be_sheet = is_quoted || isNameLetter(formula[at]);
        const bool is_sheet = can_be_sheet && end < formula.size() && formula[end] == '.' &&
                              beginsReference(formula.substr(end + 1));
        result += is_sheet ? sheet : formula.substr(at, end - at);
        at = end;
    }
    return result;
}

CellReferences referencesOf(const SpreadsheetDocument& document, const FormulaBlock& block) {
    const CellAddress first = firstOf(block.area);
    const Reference<css::sheet::XFormulaTokens> cell(
        sheetAt(document, first.Sheet)->getCellByPosition(first.Column, first.Row),
        UNO_QUERY_THROW);
    FormulaBlock trial = block;
    for (const css::sheet::FormulaToken& token : cell->getTokens()) {
        if (const auto corners = cornersOf(token)) {
            const CellAddress from = pointedAt(corners->Reference1, first);
            const CellAddress to = pointedAt(corners->Reference2, lastOf(block));
            if (from.Sheet != to.Sheet || from.Column < 0 || from.Row < 0 ||
                from.Column > to.Column || from.Row > to.Row) {
                return {};
            }
            trial.references.emplace_back(
                CellArea{from.Sheet, from.Column, from.Row, to.Column, to.Row});
        }
    }
    // What cannot be brought back to the letter is kept as text.
    const auto parser = parserOf(document, css::sheet::AddressConvention::OOO);
    const rtl::OUString again =
        toOffice("=") + parser->printFormula(tokensNow(document, trial, first), first);
    return again.equalsIgnoreAsciiCase(toOffice(block.formula)) ? trial.references
                                                                : CellReferences{};
}

FormulaTokens tokensNow(const SpreadsheetDocument& document, const FormulaBlock& block,
                        const CellAddress& written_for) {
    const auto parser = parserOf(document, css::sheet::AddressConvention::OOO);
    const std::string text = block.formula.substr(1);
    if (!block.references.empty()) {
        std::string sheet = absoluteName(rangeAt(document, {block.area.Sheet, 0, 0, 0, 0}));
        sheet = sheet.substr(1, sheet.rfind('.') - 1);
        FormulaTokens tokens = parser->parseFormula(toOffice(withSheet(text, sheet)), written_for);
        auto next = block.references.begin();
        for (css::sheet::FormulaToken* token = tokens.getArray();
             token != tokens.getArray() + tokens.getLength(); ++token) {
            if (const auto corners = cornersOf(*token)) {
                if (next == block.references.end()) {
                    return parser->parseFormula(toOffice(text), written_for);
                }
                putBack(*token, *corners, *next++, block);
            }
        }
        if (next == block.references.end()) {
            return tokens;
        }
    }
    return parser->parseFormula(toOffice(text), written_for);
}

} // namespace keepable::office
