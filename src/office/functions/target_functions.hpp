// SPDX-License-Identifier: MPL-2.0
//
// The functions for shared targets between the office and views/target_book.
//
//   PROMISE_LOG       reads a decision log once and gives its handle, as PROMISE_PLAN does for a plan
//   PROMISE_ACTUAL    a look-up in the plan and the log of the two handles
//   PROMISE_PROGRESS, PROMISE_STANDING   of the figures they are given
//
// Errors:  a sentence where there is no figure, no such metric or no log; #N/A for a plan or log that
//          is not known; #VALUE! for a number or date that cannot be read. The log is a reference, so
//          that an error in it comes here and costs its row alone.
// Cost:    the log is read when its cells have changed, once for all cells with its handle.
// Thread:  as Promises.
#pragma once

#include "office/document.hpp"
#include "office/plan_store.hpp"
#include "office/sheets.hpp"
#include "office/workplace.hpp"
#include "views/review_words.hpp"
#include "views/word_table.hpp"

#include <com/sun/star/uno/Any.hxx>

#include <string>
#include <variant>
#include <vector>

namespace keepable::office {

struct StandingArguments {
    using Any = com::sun::star::uno::Any;

    Any metric;
    Any actual;
    Any baseline;
    Any target;
    Any from;
    Any due;
};

class TargetFunctions {
  public:
    using Any = com::sun::star::uno::Any;
    using Document = DocumentReader::Document;

    explicit TargetFunctions(WorkplacePointer workplace);

    [[nodiscard]] Any log(const Document& document, const RangeReference& decisions);
    [[nodiscard]] Any actual(const PlanStore::PlanPointer& plan, const Any& metric, const Any& log,
                             const Any& from, const Any& due);
    [[nodiscard]] Any progress(const Document& document, const Any& actual, const Any& baseline,
                               const Any& target);
    [[nodiscard]] Any standing(const Document& document, const StandingArguments& arguments);

  private:
    // The log a handle names, or what the cell shows in its place.
    [[nodiscard]] std::variant<LogStore::LogPointer, Any> logNamed(const Any& handle,
                                                                   const views::Texts& texts) const;

    WorkplacePointer workplace_;
    DocumentReader documents_;
    std::vector<const views::Texts*> languages_;
    views::ReviewWords words_;
    views::WordTable metrics_;
};

} // namespace keepable::office
