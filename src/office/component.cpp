// SPDX-License-Identifier: MPL-2.0
//
// The entry points of the component, named in registration/keepable.components, and the one place
// where the parts of the office room meet. Whoever calls an entry point owns the object it gets.
#include "office/commands/document_events.hpp"
#include "office/commands/message_box.hpp"
#include "office/commands/plan_commands.hpp"
#include "office/commands/protocol_handler.hpp"
#include "office/commands/sidebar_deck.hpp"
#include "office/convert.hpp"
#include "office/functions/promises.hpp"
#include "office/highlight/freeze.hpp"
#include "office/highlight/highlight.hpp"
#include "office/highlight/note.hpp"
#include "office/proposals/block_commands.hpp"
#include "office/proposals/portfolio_command.hpp"
#include "office/proposals/proposal_commands.hpp"
#include "office/proposals/re_promise_command.hpp"
#include "office/review/agenda_commands.hpp"
#include "office/review/review_commands.hpp"
#include "office/setup/column_extension.hpp"
#include "office/setup/setup_command.hpp"
#include "office/sidebar/panel_factory.hpp"
#include "office/unknown_functions.hpp"
#include "office/workplace.hpp"

#include <com/sun/star/frame/Desktop.hpp>
#include <cppuhelper/implbase1.hxx>
#include <sal/types.h>

#include <memory>
#include <mutex>
#include <utility>

namespace keepable::office {

namespace {

using Context = css::uno::Reference<css::uno::XComponentContext>;

// The workplace of the process. Empty before the first service is asked for and after the office
// has ended, so that nothing of the host is held when static objects go.
struct Shared {
    std::mutex mutex;
    WorkplacePointer workplace;
    std::shared_ptr<OfferedCommands> commands;
    rtl::Reference<ContextMenu> context_menu;
};

Shared& shared() {
    static Shared instance;
    return instance;
}

class Closing : public cppu::WeakImplHelper1<css::frame::XTerminateListener> {
  public:
    void SAL_CALL queryTermination(const css::lang::EventObject& /*event*/) override {}
    void SAL_CALL notifyTermination(const css::lang::EventObject& /*event*/) override { close(); }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override { close(); }

  private:
    static void close() {
        WorkplacePointer workplace;
        {
            const std::scoped_lock lock(shared().mutex);
            workplace = std::move(shared().workplace);
            shared().commands.reset();
            shared().context_menu.clear();
        }
        if (workplace) {
            workplace->workbooks.clear();
            workplace->log.close();
        }
    }
};

WorkplacePointer workplaceOf(const Context& context) {
    const std::scoped_lock lock(shared().mutex);
    if (!shared().workplace) {
        shared().workplace = std::make_shared<Workplace>(context);
        const rtl::Reference<ColumnExtension> extension(new ColumnExtension(shared().workplace));
        shared().workplace->planned = [extension, weak = std::weak_ptr(shared().workplace)](
                                          const DocumentReader::Document& document) {
            extension->planned(document);
            if (const auto workplace = weak.lock()) {
                Workbook::planned(*workplace, DocumentReader::identity(document));
            }
        };
        css::frame::Desktop::create(context)->addTerminateListener(new Closing);
    }
    return shared().workplace;
}

// The commands of all parts; what one part needs of another is handed over here.
Commands commandTable() {
    Commands table = planCommands();
    table.merge(setupCommands(
        [](const CommandCall& call, UndoStep& step) {
            return highlightInside(step, call.workplace, *call.workbook);
        },
        showMessage));
    table.merge(highlightCommands());
    table.merge(freezeCommands());
    table.merge(noteCommands());
    table.merge(blockCommands());
    table.merge(portfolioCommands());
    table.merge(rePromiseCommands());
    table.merge(proposalCommands([](const CommandCall& call) { return openReview(call.frame); }));
    table.merge(reviewCommands());
    table.merge(agendaCommands());
    return table;
}

std::shared_ptr<OfferedCommands> commandsOf(const Context& context) {
    const WorkplacePointer workplace = workplaceOf(context);
    const std::scoped_lock lock(shared().mutex);
    if (!shared().commands) {
        shared().commands = std::make_shared<OfferedCommands>(workplace, commandTable());
        workplace->edited = [weak = std::weak_ptr(shared().commands)] {
            if (const auto commands = weak.lock()) {
                commands->tellStates();
            }
        };
    }
    return shared().commands;
}

rtl::Reference<ContextMenu> contextMenuOf(const Context& context) {
    const WorkplacePointer workplace = workplaceOf(context);
    const std::scoped_lock lock(shared().mutex);
    if (!shared().context_menu.is()) {
        shared().context_menu = new ContextMenu(workplace);
    }
    return shared().context_menu;
}

} // namespace

} // namespace keepable::office

// The names stand in a published file.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface* SAL_CALL keepable_promises_get(
    com::sun::star::uno::XComponentContext* context,
    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    namespace css = com::sun::star;
    const rtl::Reference<keepable::office::Promises> promises(
        new keepable::office::Promises(keepable::office::workplaceOf(context)));
    css::frame::Desktop::create(context)->addTerminateListener(promises.get());
    promises->serveOften();
    promises->acquire();
    return static_cast<cppu::OWeakObject*>(promises.get());
}

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface* SAL_CALL keepable_commands_get(
    com::sun::star::uno::XComponentContext* context,
    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    const rtl::Reference<keepable::office::ProtocolHandler> handler(
        new keepable::office::ProtocolHandler(keepable::office::commandsOf(context)));
    handler->acquire();
    return static_cast<cppu::OWeakObject*>(handler.get());
}

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface* SAL_CALL
keepable_panels_get(com::sun::star::uno::XComponentContext* context,
                    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    const rtl::Reference<keepable::office::PanelFactory> factory(
        new keepable::office::PanelFactory(keepable::office::workplaceOf(context)));
    factory->acquire();
    return static_cast<cppu::OWeakObject*>(factory.get());
}

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface* SAL_CALL
keepable_events_get(com::sun::star::uno::XComponentContext* context,
                    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    const auto workplace = keepable::office::workplaceOf(context);
    const auto loaded = [recalculation = workplace->recalculation](
                            const keepable::office::SpreadsheetDocument& document) {
        keepable::office::mendFormulas(document);
        keepable::office::reattach(document);
        recalculation->loaded();
    };
    const rtl::Reference<keepable::office::DocumentEvents> events(
        new keepable::office::DocumentEvents(workplace, keepable::office::contextMenuOf(context),
                                             loaded));
    events->acquire();
    return static_cast<cppu::OWeakObject*>(events.get());
}
// NOLINTEND(readability-identifier-naming)
