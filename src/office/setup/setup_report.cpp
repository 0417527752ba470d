// SPDX-License-Identifier: MPL-2.0
#include "office/setup/setup_report.hpp"

#include "views/recognition_words.hpp"

#include <utility>

namespace keepable::office {

namespace {

using tables::TableKind;

ReportLine questionLine(const tables::Question& question, const SetupProposal& proposal,
                        const views::Texts& texts) {
    const std::string answer = proposal.answerTo(question);
    const std::string sentence = views::questionText(question, texts);
    const std::string title = question.setting.empty() ? sentence : views::questionTitle(question);
    ReportLine line;
    line.text = answer.empty() ? texts("setup.dialog.open", {title})
                               : texts("setup.dialog.answered", {title, answer});
    line.detail = sentence;
    if (!question.setting.empty()) {
        line.question = question;
    }
    return line;
}

void addColumns(const tables::FoundTable& table, const views::PromisePlaces& promises,
                const views::Texts& texts, std::vector<ReportLine>& lines) {
    const std::string label = views::tableLabel(table.kind, texts);
    for (const tables::ColumnMatch& column : table.heading.match.columns) {
        if (column.role == tables::ColumnRole::kPeriodStart) {
            continue;
        }
        views::ColumnWords words = views::columnWords(column, table.heading.match, promises, texts);
        if (column.role == tables::ColumnRole::kResourceHours) {
            words.read_as = texts("setup.sheet.resource_hours");
        }
        std::string text =
            texts("setup.dialog.column", {label, column.heading, words.read_as, words.why});
        lines.push_back({text, text, std::nullopt});
    }
}

} // namespace

std::vector<ReportLine> reportLines(const SetupProposal& proposal, const views::Texts& texts) {
    std::vector<ReportLine> lines;
    const tables::Recognition& recognition = proposal.recognition();
    for (const bool is_open : {true, false}) {
        for (const tables::Question& question : recognition.questions) {
            if (proposal.answerTo(question).empty() == is_open) {
                lines.push_back(questionLine(question, proposal, texts));
            }
        }
    }
    if (lines.empty()) {
        lines.push_back({texts("setup.dialog.nothing_to_ask"), {}, std::nullopt});
    }
    for (const tables::Finding& finding : recognition.findings) {
        const std::string sentence = views::findingText(finding, texts);
        lines.push_back({texts("setup.dialog.finding", {sentence}), sentence, std::nullopt});
    }
    for (const tables::Decision& decision : recognition.decisions) {
        lines.push_back({texts("setup.dialog.decided", {decision.setting, decision.value}),
                         views::decisionText(decision, texts), std::nullopt});
    }
    for (const TableKind kind : {TableKind::kDeals, TableKind::kCapacity, TableKind::kItems}) {
        if (const auto& table = proposal.table(kind)) {
            const std::string as = views::recognisedAs(table->heading.match, texts);
            if (!as.empty()) {
                const std::string text = views::tableLabel(kind, texts) + ": " + as;
                lines.push_back({text, text, std::nullopt});
            }
            addColumns(*table, proposal.promises(kind), texts, lines);
        }
    }
    return lines;
}

} // namespace keepable::office
