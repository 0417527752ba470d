// SPDX-License-Identifier: MPL-2.0
//
// The matrix of PROMISE_TABLE: a heading row, then a row a deal. What has no value is an empty
// text.
#pragma once

#include "planning/day.hpp"
#include "views/plan_answers.hpp"
#include "views/quote_buffer.hpp"
#include "views/texts.hpp"

#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Sequence.hxx>

#include <vector>

namespace keepable::office {

[[nodiscard]] com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<com::sun::star::uno::Any>>
promiseMatrix(const std::vector<views::PromiseRow>& rows, planning::Day null_date);

// The matrix of PROMISE_BUFFERS: a heading row, a row an item, and one for all of them.
[[nodiscard]] com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<com::sun::star::uno::Any>>
bufferMatrix(const views::QuoteBuffers& buffers, const views::Texts& texts);

} // namespace keepable::office
