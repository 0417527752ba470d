// SPDX-License-Identifier: MPL-2.0
#include "office/setup/setup_command.hpp"

#include "office/convert.hpp"
#include "office/setup/setup_dialog.hpp"
#include "office/setup/setup_session.hpp"

#include <com/sun/star/sheet/XCellRangeData.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace keepable::office {

namespace {

// By the headings of the table that freezing leaves; they are the same in every language.
bool isFrozen(const SpreadsheetDocument& document) {
    constexpr std::array<std::string_view, 4> kHeadings = {"Frozen", "Cells", "Kind", "Before"};
    const auto sheets = sheetsOf(document);
    return std::any_of(sheets.begin(), sheets.end(), [&](const SheetReference& sheet) {
        const auto block = usedBlock(sheet);
        const css::uno::Reference<css::sheet::XCellRangeData> cells(
            sheet->getCellRangeByPosition(0, 0, 3, block.last_row), css::uno::UNO_QUERY_THROW);
        const auto rows = cells->getDataArray();
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
            return std::equal(kHeadings.begin(), kHeadings.end(), row.begin(), row.end(),
                              [](std::string_view heading, const css::uno::Any& value) {
                                  return value == textValue(heading);
                              });
        });
    });
}

CommandOutcome setUp(const CommandCall& call, const HighlightWithin& highlight,
                     const TellOutcome& tell) {
    if (std::string sentence = documentHindrance(call); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    if (isFrozen(call.workbook->document())) {
        return {false, call.workplace->texts("setup.frozen")};
    }
    const auto session = std::make_shared<SetupSession>(call, highlight);
    if (!call.is_silent && call.frame.is()) {
        const rtl::Reference<SetupDialog> dialog(new SetupDialog(session, tell));
        dialog->run();
        return {};
    }
    const SetupChoices choices;
    if (std::string sentence = session->hindrance(choices); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    return session->apply(choices);
}

} // namespace

Commands setupCommands(HighlightWithin highlight, TellOutcome tell) {
    Command command;
    command.run = [highlight = std::move(highlight), tell = std::move(tell)](
                      const CommandCall& call) { return setUp(call, highlight, tell); };
    command.state = [](const CommandCall& call) {
        return CommandState{documentHindrance(call).empty(), std::nullopt};
    };
    Commands commands;
    commands.emplace("setup", std::move(command));
    return commands;
}

} // namespace keepable::office
