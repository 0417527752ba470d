// SPDX-License-Identifier: MPL-2.0
//
// What the open deck must live through: documents that close while it is at work, print preview, two
// windows on a document, sorted and filtered deals, deleted sheets, and ten thousand deals.
#include "office/support/dialog.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/plan_runs.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/util/URLTransformer.hpp>
#include <com/sun/star/util/XURLTransformer.hpp>

#include <functional>
#include <vector>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

class DeckLife : public WindowTest {
  protected:
    // Begins a command and does not wait for it, as a click does.
    static void begin(const Window& window, std::string_view command) {
        trying(command, [&] {
            css::util::URL url;
            url.Complete = toOffice("vnd.org.keepable.calc:" + std::string(command));
            const Reference<css::util::XURLTransformer> transformer(
                office().service("com.sun.star.util.URLTransformer"), UNO_QUERY_THROW);
            transformer->parseStrict(url);
            const auto dispatch = Reference<css::frame::XDispatchProvider>(
                                      window.controller()->getFrame(), UNO_QUERY_THROW)
                                      ->queryDispatch(url, rtl::OUString(), 0);
            ASSERT_TRUE(dispatch.is());
            css::uno::Sequence<css::beans::PropertyValue> arguments(1);
            arguments.getArray()[0].Name = toOffice("Silent");
            arguments.getArray()[0].Value <<= true;
            dispatch->dispatch(url, arguments);
        });
    }
};

TEST_F(DeckLife, EndsWithItsDocumentWhateverIsUnderWay) {
    Workbook other = openWorkshop(office());
    Window other_window(office(), other);
    const Deck other_deck = other_window.openDeck();
    const Panel other_plan = planPanel(other_deck);

    using Work = std::function<void(Workbook&, Window&, const Deck&)>;
    const auto command = [](const char* name) -> Work {
        return [name](Workbook&, Window& window, const Deck&) { begin(window, name); };
    };
    const auto click = [](const char* button) -> Work {
        return [button](Workbook&, Window&, const Deck& deck) { planPanel(deck).click(button); };
    };
    const std::vector<std::pair<const char*, Work>> works = {
        {"recalculate", command("recalculate")},
        {"highlight", command("highlight")},
        {"freeze", command("freeze")},
        {"next", command("next")},
        {"setup", command("setup")},
        {"click on Recalculate", click("recalculate")},
        {"click on Highlight", click("highlight")},
        {"many commands",
         [](Workbook&, Window& window, const Deck& deck) {
             for (int i = 0; i < 5; ++i) {
                 begin(window, "recalculate");
                 planPanel(deck).click("recalculate");
                 begin(window, "next");
             }
         }},
        {"edit and undo",
         [](Workbook& workbook, Window&, const Deck&) {
             workbook.set("Deals.D3", 1);
             workbook.undo();
         }},
        {"rows deleted under the selection",
         [](Workbook& workbook, Window&, const Deck& deck) {
             selectConflict(conflictsPanel(deck), 1);
             workbook.deleteRows("Deals", 3, 3);
         }},
        {"heat map made", [](Workbook&, Window&, const Deck& deck) {
             static_cast<void>(deck.expandedPanel("KeepableCapacityPanel"));
         }}};
    for (int round = 0; round < 2; ++round) {
        for (const auto& [name, work] : works) {
            SCOPED_TRACE(name);
            Workbook workbook = openWorkshop(office());
            Window window(office(), workbook);
            const Deck deck = window.openDeck();
            ASSERT_TRUE(comesToSay(planPanel(deck), "counts", "2 infeasible"));
            ASSERT_TRUE(becomesTrue(
                [&] { return conflictRows(conflictsPanel(deck))->getRowCount() == 4; }));
            work(workbook, window, deck);
            workbook.close();
            ASSERT_TRUE(office().isRunning());
        }
    }
    other.set("Deals.D3", 1);
    EXPECT_TRUE(comesToSay(other_plan, "counts", "0 infeasible")) << other_plan.text("counts");
}

} // namespace
} // namespace keepable::office_tests
