// SPDX-License-Identifier: MPL-2.0
//
// The matrix of PROMISE_TABLE: a heading row, then a row a deal. What has no value is an empty
// text.
#pragma once

#include "planning/day.hpp"
#include "views/plan_answers.hpp"

#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Sequence.hxx>

#include <vector>

namespace keepable::office {

[[nodiscard]] com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<com::sun::star::uno::Any>>
promiseMatrix(const std::vector<views::PromiseRow>& rows, planning::Day null_date);

} // namespace keepable::office
