// SPDX-License-Identifier: MPL-2.0
//
// Any value of the office as text, whatever its type: structs and sequences by their parts.
// Interfaces are only named, because what stands behind them is the caller's matter.
#pragma once

#include <com/sun/star/uno/Any.hxx>

#include <string>

namespace keepable::office_tests {

[[nodiscard]] std::string anyText(const com::sun::star::uno::Any& value);

} // namespace keepable::office_tests
