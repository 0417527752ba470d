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
#include <keepablebench/XStopwatch.hpp>

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

// What a component tells about itself; it serves as the one service it is named after.
template <class Interface>
class Component : public cppu::WeakImplHelper2<Interface, css::lang::XServiceInfo> {
  public:
    explicit Component(const char* name) : name_(rtl::OUString::createFromAscii(name)) {}

    rtl::OUString SAL_CALL getImplementationName() override {
        return rtl::OUString("org.keepable.bench.") + name_;
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override {
        return cppu::supportsService(this, name);
    }
    Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override {
        const rtl::OUString service = rtl::OUString("keepablebench.") + name_;
        return {&service, 1};
    }

  private:
    rtl::OUString name_;
};

class Floor : public Component<::keepablebench::XFloor> {
  public:
    Floor() : Component("Floor") {}

    sal_Int32 SAL_CALL floorRead(const RangeReference& first,
                                 const RangeReference& second) override {
        return rowsRead(first) + rowsRead(second);
    }
    Any SAL_CALL floorEcho(const Any& value) override { return value; }
    Any SAL_CALL floorEchoBeside(const rtl::OUString& /*plan*/, const Any& value) override {
        return value;
    }
};

class Stopwatch : public Component<::keepablebench::XStopwatch> {
  public:
    Stopwatch() : Component("Stopwatch") {}

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
};

template <class Made> css::uno::XInterface* make() {
    const Reference<cppu::OWeakObject> made(new Made);
    made->acquire();
    return made.get();
}

} // namespace
} // namespace keepable::benchmarks

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* SAL_CALL
keepable_floor_get(css::uno::XComponentContext* /*context*/,
                   const css::uno::Sequence<css::uno::Any>& /*arguments*/) {
    return keepable::benchmarks::make<keepable::benchmarks::Floor>();
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* SAL_CALL
keepable_stopwatch_get(css::uno::XComponentContext* /*context*/,
                       const css::uno::Sequence<css::uno::Any>& /*arguments*/) {
    return keepable::benchmarks::make<keepable::benchmarks::Stopwatch>();
}
