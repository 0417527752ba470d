// SPDX-License-Identifier: MPL-2.0
//
// What all objects of the component share, once a process: the log, the store of plans, the texts in
// the user's language. Made when the office first asks for one of our services, given up when the
// office ends.
//
// Thread:  store, logs, log and recalculation from any; the rest on the office's main thread.
#pragma once

#include "office/document.hpp"
#include "office/log.hpp"
#include "office/log_store.hpp"
#include "office/plan_store.hpp"
#include "office/recalculation.hpp"
#include "office/workbook.hpp"
#include "views/texts.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ref.hxx>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::office {

struct Workplace {
    explicit Workplace(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& its_context);

    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context;
    Log log;
    // Those of a language ("de"); English where we have no others.
    [[nodiscard]] const views::Texts& textsIn(std::string_view language) const;

    // Those of all languages, for words that are understood in any.
    [[nodiscard]] std::vector<const views::Texts*> allTexts() const;

    std::shared_ptr<PlanStore> store;
    std::shared_ptr<LogStore> logs;
    rtl::Reference<Recalculation> recalculation;
    std::map<std::string, views::Texts, std::less<>> languages; // never changed
    const views::Texts& texts;                                  // those of the user interface
    std::map<std::string, rtl::Reference<Workbook>> workbooks;  // open ones, by RuntimeUID
    // Told after a plan was made or found, in the midst of the calculation and on its thread, with
    // the document that asked. Set once, before the first service is given out.
    std::function<void(const DocumentReader::Document&)> planned;
    // Told after an edit, undo included, of a document that a panel shows. Set with the commands.
    std::function<void()> edited;
    // While a command shows its progress: whatever else is asked for meanwhile would meet a document
    // that is half done.
    bool is_at_work = false;
};

using WorkplacePointer = std::shared_ptr<Workplace>;

} // namespace keepable::office
