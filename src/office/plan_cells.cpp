// SPDX-License-Identifier: MPL-2.0
#include "office/plan_cells.hpp"

#include "office/convert.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ComplexReference.hpp>
#include <com/sun/star/sheet/FormulaLanguage.hpp>
#include <com/sun/star/sheet/FormulaMapGroup.hpp>
#include <com/sun/star/sheet/FormulaMapGroupSpecialOffset.hpp>
#include <com/sun/star/sheet/FormulaToken.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/SingleReference.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XFormulaOpCodeMapper.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/util/XSearchable.hpp>

#include <algorithm>
#include <functional>
#include <tuple>

namespace keepable::office {

namespace {

using css::sheet::FormulaToken;
using css::sheet::SingleReference;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr std::string_view kPlanFunction = "KEEPABLE.PROMISES.PLAN";
constexpr std::string_view kLogFunction = "=KEEPABLE.PROMISES.LOG(";

// The first column or row of a reference, wherever the formula stands.
std::int32_t place(std::int32_t absolute, std::int32_t relative, std::int32_t own,
                   bool is_relative) {
    return is_relative ? own + relative : absolute;
}

RangeReference rangeOf(const SpreadsheetDocument& document, const SingleReference& first,
                       const SingleReference& last, const css::table::CellAddress& own) {
    namespace flags = css::sheet::ReferenceFlags;
    constexpr sal_Int32 kDeleted =
        flags::COLUMN_DELETED | flags::ROW_DELETED | flags::SHEET_DELETED;
    if (((first.Flags | last.Flags) & kDeleted) != 0) {
        return {};
    }
    const auto column = [&](const SingleReference& reference) {
        return place(reference.Column, reference.RelativeColumn, own.Column,
                     (reference.Flags & flags::COLUMN_RELATIVE) != 0);
    };
    const auto row = [&](const SingleReference& reference) {
        return place(reference.Row, reference.RelativeRow, own.Row,
                     (reference.Flags & flags::ROW_RELATIVE) != 0);
    };
    const std::int32_t sheet_index = place(first.Sheet, first.RelativeSheet, own.Sheet,
                                           (first.Flags & flags::SHEET_RELATIVE) != 0);
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    if (sheet_index < 0 || sheet_index >= sheets->getCount()) {
        return {};
    }
    const RangeReference sheet(sheets->getByIndex(sheet_index), UNO_QUERY_THROW);
    return sheet->getCellRangeByPosition(column(first), row(first), column(last), row(last));
}

RangeReference rangeNamed(const SpreadsheetDocument& document, sal_Int32 token_index) {
    const Reference<css::beans::XPropertySet> properties(document, UNO_QUERY_THROW);
    const Reference<css::container::XIndexAccess> names(properties->getPropertyValue("NamedRanges"),
                                                        UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < names->getCount(); ++i) {
        const Reference<css::beans::XPropertySet> name(names->getByIndex(i), UNO_QUERY_THROW);
        sal_Int32 index = -1;
        if ((name->getPropertyValue("TokenIndex") >>= index) && index == token_index) {
            const Reference<css::sheet::XCellRangeReferrer> referrer(name, UNO_QUERY_THROW);
            return referrer->getReferredCells();
        }
    }
    return {};
}

// What an argument made of a single token refers to; `name_code` is the op code of names.
RangeReference resolve(const SpreadsheetDocument& document, const FormulaToken& token,
                       sal_Int32 name_code, const css::table::CellAddress& own) {
    css::sheet::ComplexReference range;
    if (token.Data >>= range) {
        return rangeOf(document, range.Reference1, range.Reference2, own);
    }
    SingleReference single;
    if (token.Data >>= single) {
        return rangeOf(document, single, single, own);
    }
    sal_Int32 name = 0;
    const bool is_name = token.OpCode == name_code && (token.Data >>= name);
    return is_name ? rangeNamed(document, name) : RangeReference{};
}

struct OpCodes {
    sal_Int32 name = 0;
    sal_Int32 spaces = 0;
    sal_Int32 open = 0;
    sal_Int32 close = 0;
    sal_Int32 separator = 0;
};

OpCodes opCodes(const SpreadsheetDocument& document) {
    const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const Reference<css::sheet::XFormulaOpCodeMapper> mapper(
        factory->createInstance("com.sun.star.sheet.FormulaOpCodeMapper"), UNO_QUERY_THROW);
    const auto codes = [&](sal_Int32 group) {
        return mapper->getAvailableMappings(css::sheet::FormulaLanguage::ENGLISH, group);
    };
    namespace offset = css::sheet::FormulaMapGroupSpecialOffset;
    const auto special = codes(css::sheet::FormulaMapGroup::SPECIAL);
    const auto separators = codes(css::sheet::FormulaMapGroup::SEPARATORS);
    return {special[offset::NAME].Token.OpCode, special[offset::SPACES].Token.OpCode,
            separators[0].Token.OpCode, separators[1].Token.OpCode, separators[2].Token.OpCode};
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    return text;
}

std::string absoluteNameOf(const Reference<css::uno::XInterface>& cells) {
    const Reference<css::beans::XPropertySet> properties(cells, UNO_QUERY_THROW);
    rtl::OUString name;
    properties->getPropertyValue("AbsoluteName") >>= name;
    return utf8(name);
}

// All cells whose formula has one of the names, a regular expression, and is wanted.
std::vector<CellReference> findCells(const SpreadsheetDocument& document, std::string_view names,
                                     const std::function<bool(const CellReference&)>& is_wanted) {
    std::vector<CellReference> cells;
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
        const Reference<css::util::XSearchable> sheet(sheets->getByIndex(i), UNO_QUERY_THROW);
        const auto search = sheet->createSearchDescriptor();
        // The search sees formulas as the user does, so by any of the function's names.
        search->setSearchString(toOffice(names));
        search->setPropertyValue("SearchRegularExpression", Any{true});
        constexpr sal_Int16 kInFormulas = 0;
        search->setPropertyValue("SearchType", Any{kInFormulas});
        const Reference<css::container::XIndexAccess> found(sheet->findAll(search), UNO_QUERY);
        for (sal_Int32 range = 0; found.is() && range < found->getCount(); ++range) {
            const RangeReference area(found->getByIndex(range), UNO_QUERY_THROW);
            const auto address = Reference<css::sheet::XCellRangeAddressable>(area, UNO_QUERY_THROW)
                                     ->getRangeAddress();
            for (sal_Int32 row = 0; row <= address.EndRow - address.StartRow; ++row) {
                for (sal_Int32 column = 0; column <= address.EndColumn - address.StartColumn;
                     ++column) {
                    const CellReference cell = area->getCellByPosition(column, row);
                    if (is_wanted(cell)) {
                        cells.push_back(cell);
                    }
                }
            }
        }
    }
    std::sort(cells.begin(), cells.end(),
              [](const CellReference& left, const CellReference& right) {
                  const auto a = addressOf(left);
                  const auto b = addressOf(right);
                  return std::tie(a.Sheet, a.Row, a.Column) < std::tie(b.Sheet, b.Row, b.Column);
              });
    return cells;
}

} // namespace

bool isPlanCell(const CellReference& cell) {
    return cell.is() && cell->getType() == css::table::CellContentType_FORMULA &&
           upper(utf8(cell->getFormula())).find(kPlanFunction) != std::string::npos;
}

css::table::CellAddress addressOf(const CellReference& cell) {
    return Reference<css::sheet::XCellAddressable>(cell, UNO_QUERY_THROW)->getCellAddress();
}

std::string absoluteName(const CellReference& cell) {
    return absoluteNameOf(cell);
}

std::string absoluteName(const RangeReference& range) {
    return absoluteNameOf(range);
}

std::vector<CellReference> findPlanCells(const SpreadsheetDocument& document) {
    return findCells(document, "PROMISE_PLAN|ZUSAGE_PLAN|KEEPABLE\\.PROMISES\\.PLAN", isPlanCell);
}

std::vector<CellReference> findLogCells(const SpreadsheetDocument& document) {
    return findCells(document, "PROMISE_LOG|ZUSAGE_PROTOKOLL|KEEPABLE\\.PROMISES\\.LOG",
                     [](const CellReference& cell) {
                         return cell->getType() == css::table::CellContentType_FORMULA &&
                                upper(utf8(cell->getFormula())).starts_with(kLogFunction);
                     });
}

std::vector<RangeReference> argumentsOf(const SpreadsheetDocument& document,
                                        const CellReference& cell, std::string_view function) {
    std::vector<RangeReference> arguments;
    if (!upper(utf8(cell->getFormula())).starts_with("=" + std::string(function) + "(")) {
        return arguments;
    }
    const OpCodes codes = opCodes(document);
    const css::table::CellAddress own = addressOf(cell);
    std::int32_t depth = 0;
    for (const FormulaToken& token :
         Reference<css::sheet::XFormulaTokens>(cell, UNO_QUERY_THROW)->getTokens()) {
        depth += token.OpCode == codes.open ? 1 : token.OpCode == codes.close ? -1 : 0;
        if (depth == 1 && (arguments.empty() || token.OpCode == codes.separator)) {
            arguments.emplace_back();
        } else if (depth > 0 && !arguments.back().is()) {
            arguments.back() = resolve(document, token, codes.name, own);
        }
    }
    return arguments;
}

PlanArguments planArguments(const SpreadsheetDocument& document, const CellReference& plan_cell) {
    const Reference<css::sheet::XFormulaTokens> formula(plan_cell, UNO_QUERY_THROW);
    const css::uno::Sequence<FormulaToken> tokens = formula->getTokens();
    const auto* const end = tokens.end();
    std::string function;
    const auto* token = std::find_if(tokens.begin(), end, [&](const FormulaToken& candidate) {
        rtl::OUString name;
        function = (candidate.Data >>= name) ? upper(utf8(name)) : std::string{};
        return function.starts_with(kPlanFunction);
    });

    // What stands between parentheses and separators of the plan function itself is an argument; one
    // that is a single reference or name is resolved.
    const OpCodes codes = opCodes(document);
    const css::table::CellAddress own = addressOf(plan_cell);
    std::vector<RangeReference> arguments;
    std::size_t tokens_of_argument = 0;
    for (std::int32_t depth = 0; token != end; ++token) {
        if (token->OpCode == codes.open && depth++ == 0) {
            arguments.emplace_back();
            continue;
        }
        if (token->OpCode == codes.close && --depth == 0) {
            break;
        }
        if (depth == 0 || token->OpCode == codes.spaces) {
            continue;
        }
        if (depth == 1 && token->OpCode == codes.separator) {
            arguments.emplace_back();
            tokens_of_argument = 0;
        } else if (++tokens_of_argument == 1) {
            arguments.back() = resolve(document, *token, codes.name, own);
        } else {
            arguments.back().clear(); // an expression, whatever it refers to
        }
    }
    arguments.resize(std::max<std::size_t>(arguments.size(), 4));
    PlanArguments result{arguments[0], arguments[1], {}, arguments[2]};
    if (function == "KEEPABLE.PROMISES.PLANITEMS") {
        result.items = arguments[2];
        result.settings = arguments[3];
    }
    return result;
}

} // namespace keepable::office
