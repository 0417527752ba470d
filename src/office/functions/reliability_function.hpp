// SPDX-License-Identifier: MPL-2.0
//
// PROMISE_RELIABILITY between the office and views/reliability_answer: reads the two ranges as far
// as they are used, and the keys as Calc hands them over.
//
// Errors:  #VALUE! for ranges of different shape, and for a key without keys; #N/A where there is no
//          share. Keys are optional and so of type any: one with an error cell never comes here,
//          Calc shows Err:504 by itself.
// Cost:    that of reading the rows, at every call, as for COUNTIFS.
#pragma once

#include "office/document.hpp"
#include "office/sheets.hpp"

#include <com/sun/star/uno/Any.hxx>

namespace keepable::office {

class ReliabilityFunction {
  public:
    explicit ReliabilityFunction(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

    [[nodiscard]] com::sun::star::uno::Any answer(const DocumentReader::Document& document,
                                                  const RangeReference& promised,
                                                  const RangeReference& delivered,
                                                  const com::sun::star::uno::Any& keys,
                                                  const com::sun::star::uno::Any& key);

  private:
    DocumentReader documents_;
};

} // namespace keepable::office
