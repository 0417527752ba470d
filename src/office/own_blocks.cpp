// SPDX-License-Identifier: MPL-2.0
#include "office/own_blocks.hpp"

#include "office/own_sheet.hpp"
#include "office/sheet_snapshot.hpp"
#include "tables/settings_reader.hpp"

namespace keepable::office {

OwnBlocks::OwnBlocks(const Workbook& workbook, const StoredPlan& plan) : plan_(plan) {
    if (const auto own = findOwnSheet(workbook.document())) {
        sheet_ = readCells(RangeReference(own->sheet, css::uno::UNO_QUERY_THROW));
    }
    if (const RangeReference settings = workbook.arguments().settings; settings.is()) {
        settings_ = readCells(settings);
    }
}

tables::StrategyRulesRead OwnBlocks::strategyRules() const {
    const tables::CellReader reader(plan_.context);
    const tables::SettingsRead settings =
        tables::readSettings(&settings_, reader, plan_.answers.asOf());
    return tables::readStrategyRules(sheet_, plan_.answers.tables(), settings.status_words, reader);
}

tables::WhatIfsRead OwnBlocks::whatIfs() const {
    const tables::CellReader reader(plan_.context);
    return tables::readWhatIfs(sheet_, plan_.answers.tables(), plan_.answers.input(), plan_.context,
                               reader);
}

} // namespace keepable::office
