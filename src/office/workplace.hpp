// SPDX-License-Identifier: MPL-2.0
//
// What all objects of the component share, once a process: the log, the store of plans, the texts in
// the user's language. Made when the office first asks for one of our services, given up when the
// office ends.
//
// Thread:  store, log and recalculation from any; the rest on the office's main thread.
#pragma once

#include "office/log.hpp"
#include "office/plan_store.hpp"
#include "office/recalculation.hpp"
#include "office/workbook.hpp"
#include "views/texts.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ref.hxx>

#include <map>
#include <memory>
#include <string>

namespace keepable::office {

struct Workplace {
    explicit Workplace(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& its_context);

    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context;
    Log log;
    std::shared_ptr<PlanStore> store;
    rtl::Reference<Recalculation> recalculation;
    views::Texts texts;
    std::map<std::string, rtl::Reference<Workbook>> workbooks; // open ones, by RuntimeUID
};

using WorkplacePointer = std::shared_ptr<Workplace>;

} // namespace keepable::office
