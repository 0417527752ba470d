// SPDX-License-Identifier: MPL-2.0
//
// The bench-only add-in: see keepablebench.idl.
#include "benchmark/stopwatch.hpp"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <sal/types.h>

#include <algorithm>
#include <keepablebench/XFloor.hpp>

namespace css = com::sun::star;

namespace keepable::benchmarks {
namespace {

using css::table::CellRangeAddress;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using RangeReference = Reference<css::table::XCellRange>;

CellRangeAddress addressOf(const RangeReference& range) {
    return Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
}

sal_Int32 rowsRead(const RangeReference& range) {
    const Reference<css::sheet::XSpreadsheet> sheet(
        Reference<css::sheet::XSheetCellRange>(range, UNO_QUERY_THROW)->getSpreadsheet());
    const auto cursor = sheet->createCursor();
    Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    const CellRangeAddress used = addressOf(RangeReference(cursor, UNO_QUERY_THROW));
    const CellRangeAddress area = addressOf(range);
    const RangeReference clipped(sheet->getCellRangeByPosition(
        area.StartColumn, area.StartRow, std::min(area.EndColumn, used.EndColumn),
        std::min(area.EndRow, used.EndRow)));
    return Reference<css::sheet::XCellRangeData>(clipped, UNO_QUERY_THROW)
        ->getDataArray()
        .getLength();
}

template <class Work> Sequence<double> answerOf(Work work) {
    const Time time = timeOf(work);
    const double seconds[] = {time.processor, time.wall};
    return {seconds, 2};
}

class Floor : public cppu::WeakImplHelper2<::keepablebench::XFloor, css::lang::XServiceInfo> {
  public:
    sal_Int32 SAL_CALL floorRead(const RangeReference& first,
                                 const RangeReference& second) override {
        return rowsRead(first) + rowsRead(second);
    }

    Any SAL_CALL floorEcho(const Any& value) override { return value; }

    Sequence<double>
        SAL_CALL timeToCalculate(const Reference<css::sheet::XCalculatable>& document) override {
        return answerOf([&] { document->calculateAll(); });
    }

    Sequence<double>
        SAL_CALL timeToAnswer(const Reference<css::table::XCell>& edited, double value,
                              const Reference<css::text::XTextRange>& answer) override {
        return answerOf([&] {
            edited->setValue(value);
            static_cast<void>(answer->getString());
        });
    }

    rtl::OUString SAL_CALL getImplementationName() override {
        return rtl::OUString("org.keepable.bench.Floor");
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override {
        return cppu::supportsService(this, name);
    }
    Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override {
        const rtl::OUString name("keepablebench.Floor");
        return {&name, 1};
    }
};

} // namespace
} // namespace keepable::benchmarks

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* SAL_CALL
keepable_floor_get(css::uno::XComponentContext* /*context*/,
                   const css::uno::Sequence<css::uno::Any>& /*arguments*/) {
    const css::uno::Reference<cppu::OWeakObject> floor(new keepable::benchmarks::Floor);
    floor->acquire();
    return floor.get();
}
