// SPDX-License-Identifier: MPL-2.0
#include "office/support/dump.hpp"

#include "office/support/any_text.hpp"
#include "office/support/uno_text.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/drawing/XDrawPages.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetFilterDescriptor.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XUnnamedDatabaseRanges.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XSimpleText.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace keepable::office_tests {

namespace {

using css::table::CellRangeAddress;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;
using Sheet = Reference<css::sheet::XSpreadsheet>;

// Heights of more rows would make a dump of a long table slow.
constexpr sal_Int32 kMostRowHeights = 100;

std::string columnName(sal_Int32 column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return name;
}

std::string cellName(sal_Int32 column, sal_Int32 row) {
    return columnName(column) + std::to_string(row + 1);
}

std::string rangeName(const CellRangeAddress& at) {
    return cellName(at.StartColumn, at.StartRow) + ":" + cellName(at.EndColumn, at.EndRow);
}

// The same cells always give the same text: columns with equal rows are joined.
std::string canonical(const std::vector<CellRangeAddress>& ranges) {
    std::set<sal_Int32> edges;
    for (const CellRangeAddress& range : ranges) {
        edges.insert(range.StartColumn);
        edges.insert(range.EndColumn + 1);
    }
    using Runs = std::vector<std::pair<sal_Int32, sal_Int32>>;
    std::vector<std::tuple<sal_Int32, sal_Int32, Runs>> slabs;
    for (auto edge = edges.begin(); edge != edges.end() && std::next(edge) != edges.end(); ++edge) {
        Runs runs;
        for (const CellRangeAddress& range : ranges) {
            if (range.StartColumn <= *edge && range.EndColumn >= *edge) {
                runs.emplace_back(range.StartRow, range.EndRow);
            }
        }
        std::sort(runs.begin(), runs.end());
        Runs merged;
        for (const auto& run : runs) {
            if (!merged.empty() && run.first <= merged.back().second + 1) {
                merged.back().second = std::max(merged.back().second, run.second);
            } else {
                merged.push_back(run);
            }
        }
        if (merged.empty()) {
            continue;
        }
        const sal_Int32 last = *std::next(edge) - 1;
        if (!slabs.empty() && std::get<1>(slabs.back()) + 1 == *edge &&
            std::get<2>(slabs.back()) == merged) {
            std::get<1>(slabs.back()) = last;
        } else {
            slabs.emplace_back(*edge, last, merged);
        }
    }
    std::string result;
    for (const auto& [first, last, runs] : slabs) {
        for (const auto& [top, bottom] : runs) {
            result +=
                (result.empty() ? "" : ",") + cellName(first, top) + ":" + cellName(last, bottom);
        }
    }
    return result;
}

std::string canonical(const Reference<css::sheet::XSheetCellRanges>& ranges) {
    const auto addresses = ranges->getRangeAddresses();
    return canonical(std::vector<CellRangeAddress>(addresses.begin(), addresses.end()));
}

// Conditions of a validation are an object of their own.
std::string objectText(const Reference<css::uno::XInterface>& object) {
    std::string result;
    const Properties properties(object, UNO_QUERY);
    if (properties.is()) {
        for (const auto& property : properties->getPropertySetInfo()->getProperties()) {
            result += fromOffice(property.Name) + "=" +
                      anyText(properties->getPropertyValue(property.Name)) + " ";
        }
    }
    const Reference<css::sheet::XSheetCondition> condition(object, UNO_QUERY);
    if (condition.is()) {
        result += "if " + std::to_string(static_cast<int>(condition->getOperator())) + " " +
                  fromOffice(condition->getFormula1()) + " | " +
                  fromOffice(condition->getFormula2());
    }
    return result;
}

// Conditional formats have lines of their own, and what has two names is said once.
bool isSaidElsewhere(const std::string& name) {
    static const std::set<std::string> kNames = {"ConditionalFormat",
                                                 "ConditionalFormatLocal",
                                                 "ConditionalFormatXML",
                                                 "ValidationLocal",
                                                 "ValidationXML",
                                                 "AbsoluteName",
                                                 "TableBorder",
                                                 "TableBorder2",
                                                 "Position",
                                                 "Size",
                                                 "FormulaLocal",
                                                 "NumberingRules"};
    return kNames.count(name) != 0;
}

// What is set directly, not by a style or by default.
std::string directProperties(const Reference<css::uno::XInterface>& object) {
    const Properties properties(object, UNO_QUERY_THROW);
    const Reference<css::beans::XPropertyState> states(object, UNO_QUERY_THROW);
    std::vector<rtl::OUString> names;
    for (const auto& property : properties->getPropertySetInfo()->getProperties()) {
        if (!isSaidElsewhere(fromOffice(property.Name))) {
            names.push_back(property.Name);
        }
    }
    std::sort(names.begin(), names.end());
    const auto known = states->getPropertyStates(
        css::uno::Sequence<rtl::OUString>(names.data(), static_cast<sal_Int32>(names.size())));
    std::string result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool is_style = names[i].equalsAscii("CellStyle");
        if (!is_style &&
            known[static_cast<sal_Int32>(i)] != css::beans::PropertyState_DIRECT_VALUE) {
            continue;
        }
        const Any value = properties->getPropertyValue(names[i]);
        Reference<css::uno::XInterface> inner;
        result += fromOffice(names[i]) + "=" +
                  ((value >>= inner) ? objectText(inner) : anyText(value)) + " ";
    }
    return result;
}

class Dump {
  public:
    explicit Dump(const Workbook& workbook) : document_(workbook.document(), UNO_QUERY_THROW) {}

    std::string make() {
        const Reference<css::sheet::XSpreadsheets> sheets = document_->getSheets();
        const auto names = sheets->getElementNames();
        for (sal_Int32 i = 0; i < names.getLength(); ++i) {
            place_ = fromOffice(names[i]);
            line("sheet", std::to_string(i));
            sheet(Sheet(sheets->getByName(names[i]), UNO_QUERY_THROW));
        }
        place_ = "document";
        styles();
        const Properties properties(document_, UNO_QUERY_THROW);
        namedRanges(properties);
        databaseRanges(properties);
        drawings();
        return std::move(text_);
    }

  private:
    void line(std::string_view kind, const std::string& what) {
        std::string flat = what;
        std::replace(flat.begin(), flat.end(), '\n', '|');
        text_ += place_ + " " + std::string(kind) + " " + flat + "\n";
    }

    void sheet(const Sheet& sheet) {
        const Properties properties(sheet, UNO_QUERY_THROW);
        for (const char* name : {"IsVisible", "TabColor", "PageStyle", "TableLayout"}) {
            line(name, anyText(properties->getPropertyValue(toOffice(name))));
        }
        const Reference<css::util::XProtectable> protection(sheet, UNO_QUERY_THROW);
        line("protected", protection->isProtected() ? "yes" : "no");
        cells(sheet);
        formats(sheet);
        conditionalFormats(properties);
        notes(sheet);
        namedRanges(properties);
        for (const auto& area :
             Reference<css::sheet::XPrintAreas>(sheet, UNO_QUERY_THROW)->getPrintAreas()) {
            line("print area", rangeName(area));
        }
    }

    void cells(const Sheet& sheet) {
        const Reference<css::sheet::XSheetCellCursor> cursor = sheet->createCursor();
        const Reference<css::sheet::XUsedAreaCursor> used(cursor, UNO_QUERY_THROW);
        used->gotoStartOfUsedArea(false);
        used->gotoEndOfUsedArea(true);
        const auto area = Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)
                              ->getRangeAddress();
        const auto formulas =
            Reference<css::sheet::XCellRangeFormula>(cursor, UNO_QUERY_THROW)->getFormulaArray();
        for (sal_Int32 row = 0; row < formulas.getLength(); ++row) {
            for (sal_Int32 column = 0; column < formulas[row].getLength(); ++column) {
                if (const rtl::OUString& formula = formulas[row][column]; !formula.isEmpty()) {
                    line("cell", cellName(area.StartColumn + column, area.StartRow + row) + " " +
                                     fromOffice(formula));
                }
            }
        }
        sizes(sheet, area);
        const Reference<css::sheet::XCellRangesQuery> query(cursor, UNO_QUERY_THROW);
        line("visible", canonical(query->queryVisibleCells()));
    }

    void sizes(const Sheet& sheet, const CellRangeAddress& area) {
        const Reference<css::table::XColumnRowRange> range(sheet, UNO_QUERY_THROW);
        const auto one = [&](const char* kind, const std::string& name, const Any& item,
                             std::initializer_list<const char*> properties) {
            const Properties size(item, UNO_QUERY_THROW);
            std::string text = name;
            for (const char* property : properties) {
                text += " " + anyText(size->getPropertyValue(toOffice(property)));
            }
            line(kind, text);
        };
        const Reference<css::container::XIndexAccess> columns(range->getColumns(), UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i <= area.EndColumn + 1 && i < columns->getCount(); ++i) {
            one("column", columnName(i), columns->getByIndex(i),
                {"Width", "IsVisible", "OptimalWidth"});
        }
        const Reference<css::container::XIndexAccess> rows(range->getRows(), UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i <= std::min(area.EndRow + 1, kMostRowHeights); ++i) {
            one("row", std::to_string(i + 1), rows->getByIndex(i),
                {"Height", "IsVisible", "OptimalHeight", "IsFiltered"});
        }
    }

    void formats(const Sheet& sheet) {
        const Reference<css::container::XIndexAccess> unique(
            Reference<css::sheet::XUniqueCellFormatRangesSupplier>(sheet, UNO_QUERY_THROW)
                ->getUniqueCellFormatRanges(),
            UNO_QUERY_THROW);
        std::map<std::string, std::vector<CellRangeAddress>> by_format;
        for (sal_Int32 i = 0; i < unique->getCount(); ++i) {
            const Reference<css::sheet::XSheetCellRanges> ranges(unique->getByIndex(i),
                                                                 UNO_QUERY_THROW);
            auto& all = by_format[directProperties(ranges)];
            const auto addresses = ranges->getRangeAddresses();
            all.insert(all.end(), addresses.begin(), addresses.end());
        }
        for (const auto& [format, ranges] : by_format) {
            line("format", canonical(ranges) + " " + format);
        }
    }

    void conditionalFormats(const Properties& sheet) {
        const Reference<css::sheet::XConditionalFormats> formats(
            sheet->getPropertyValue(toOffice("ConditionalFormats")), UNO_QUERY_THROW);
        std::vector<std::string> lines;
        for (const auto& format : formats->getConditionalFormats()) {
            const Properties properties(format, UNO_QUERY_THROW);
            const Reference<css::sheet::XSheetCellRanges> ranges(
                properties->getPropertyValue(toOffice("Range")), UNO_QUERY_THROW);
            for (sal_Int32 i = 0; i < format->getCount(); ++i) {
                Reference<css::uno::XInterface> entry;
                format->getByIndex(i) >>= entry;
                lines.push_back(canonical(ranges) + " " + std::to_string(i) + " " +
                                objectText(entry));
            }
        }
        std::sort(lines.begin(), lines.end());
        for (const std::string& text : lines) {
            line("conditional format", text);
        }
    }

    void notes(const Sheet& sheet) {
        const Reference<css::container::XIndexAccess> notes(
            Reference<css::sheet::XSheetAnnotationsSupplier>(sheet, UNO_QUERY_THROW)
                ->getAnnotations(),
            UNO_QUERY_THROW);
        std::vector<std::string> lines;
        for (sal_Int32 i = 0; i < notes->getCount(); ++i) {
            const Reference<css::sheet::XSheetAnnotation> note(notes->getByIndex(i),
                                                               UNO_QUERY_THROW);
            const auto at = note->getPosition();
            lines.push_back(
                cellName(at.Column, at.Row) + (note->getIsVisible() ? " shown " : " hidden ") +
                fromOffice(Reference<css::text::XSimpleText>(note, UNO_QUERY_THROW)->getString()));
        }
        std::sort(lines.begin(), lines.end());
        for (const std::string& text : lines) {
            line("note", text);
        }
    }

    void namedRanges(const Properties& owner) {
        const Reference<css::container::XNameAccess> names(
            owner->getPropertyValue(toOffice("NamedRanges")), UNO_QUERY_THROW);
        for (const rtl::OUString& name : names->getElementNames()) {
            const Reference<css::sheet::XNamedRange> range(names->getByName(name), UNO_QUERY_THROW);
            const auto at = range->getReferencePosition();
            line("name", fromOffice(name) + " " + fromOffice(range->getContent()) + " type " +
                             std::to_string(range->getType()) + " at sheet " +
                             std::to_string(at.Sheet) + " " + cellName(at.Column, at.Row));
        }
    }

    void databaseRange(const std::string& name, const Any& item) {
        const Reference<css::sheet::XDatabaseRange> range(item, UNO_QUERY_THROW);
        const auto area = range->getDataArea();
        std::string text = name + " sheet " + std::to_string(area.Sheet) + " " + rangeName(area);
        const Properties properties(range, UNO_QUERY_THROW);
        for (const char* flag : {"AutoFilter", "ContainsHeader", "TotalsRow"}) {
            text += std::string(" ") + flag + "=" +
                    anyText(properties->getPropertyValue(toOffice(flag)));
        }
        for (const auto& field : range->getFilterDescriptor()->getFilterFields()) {
            text += " filter " + anyText(Any(field));
        }
        line("database range", text);
    }

    void databaseRanges(const Properties& document) {
        const Reference<css::container::XNameAccess> named(
            document->getPropertyValue(toOffice("DatabaseRanges")), UNO_QUERY_THROW);
        for (const rtl::OUString& name : named->getElementNames()) {
            databaseRange(fromOffice(name), named->getByName(name));
        }
        const Reference<css::sheet::XUnnamedDatabaseRanges> unnamed(
            document->getPropertyValue(toOffice("UnnamedDatabaseRanges")), UNO_QUERY_THROW);
        const sal_Int32 sheets = document_->getSheets()->getElementNames().getLength();
        for (sal_Int32 i = 0; i < sheets; ++i) {
            if (unnamed->hasByTable(i)) {
                databaseRange("(unnamed)", unnamed->getByTable(i));
            }
        }
    }

    void styles() {
        const Reference<css::container::XNameAccess> families(
            Reference<css::style::XStyleFamiliesSupplier>(document_, UNO_QUERY_THROW)
                ->getStyleFamilies(),
            UNO_QUERY_THROW);
        const Reference<css::container::XNameAccess> cell_styles(
            families->getByName(toOffice("CellStyles")), UNO_QUERY_THROW);
        const auto names = cell_styles->getElementNames();
        std::vector<rtl::OUString> sorted(names.begin(), names.end());
        std::sort(sorted.begin(), sorted.end());
        for (const rtl::OUString& name : sorted) {
            const Reference<css::style::XStyle> style(cell_styles->getByName(name),
                                                      UNO_QUERY_THROW);
            line("cell style", fromOffice(name) + " under '" + fromOffice(style->getParentStyle()) +
                                   "' " + directProperties(style));
        }
        const Reference<css::container::XNameAccess> page_styles(
            families->getByName(toOffice("PageStyles")), UNO_QUERY_THROW);
        for (const rtl::OUString& name : page_styles->getElementNames()) {
            line("page style", fromOffice(name));
        }
    }

    void drawings() {
        const Reference<css::drawing::XDrawPages> pages =
            Reference<css::drawing::XDrawPagesSupplier>(document_, UNO_QUERY_THROW)->getDrawPages();
        for (sal_Int32 i = 0; i < pages->getCount(); ++i) {
            const Reference<css::container::XIndexAccess> page(pages->getByIndex(i),
                                                               UNO_QUERY_THROW);
            int count = 0;
            for (sal_Int32 shape = 0; shape < page->getCount(); ++shape) {
                const Reference<css::lang::XServiceInfo> drawing(page->getByIndex(shape),
                                                                 UNO_QUERY_THROW);
                // Of a note, which the office makes when it likes.
                count +=
                    drawing->supportsService(toOffice("com.sun.star.drawing.CaptionShape")) ? 0 : 1;
            }
            line("drawings", "sheet " + std::to_string(i) + " " + std::to_string(count));
        }
    }

    Reference<css::sheet::XSpreadsheetDocument> document_;
    std::string place_; // the sheet that lines are about
    std::string text_;
};

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

} // namespace

std::string dump(const Workbook& workbook) {
    return trying("dump", [&] { return Dump(workbook).make(); });
}

std::string difference(const std::string& before, const std::string& after, std::size_t limit) {
    if (before == after) {
        return {};
    }
    const std::vector<std::string> old_lines = linesOf(before);
    const std::vector<std::string> new_lines = linesOf(after);
    std::string result;
    std::size_t count = 0;
    const auto only = [&](const std::vector<std::string>& these,
                          const std::vector<std::string>& others, const char* sign) {
        std::multiset<std::string> left(others.begin(), others.end());
        for (const std::string& text : these) {
            const auto found = left.find(text);
            if (found != left.end()) {
                left.erase(found);
            } else if (count++ < limit) {
                result += sign + text + "\n";
            }
        }
    };
    only(old_lines, new_lines, "-");
    only(new_lines, old_lines, "+");
    return result.empty() ? "the same lines in another order\n" : result;
}

} // namespace keepable::office_tests
