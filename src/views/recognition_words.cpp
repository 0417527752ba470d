// SPDX-License-Identifier: MPL-2.0
#include "views/recognition_words.hpp"

#include "tables/grid.hpp"
#include "views/reason.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace keepable::views {

namespace {

using tables::Asking;
using tables::Certainty;
using tables::ColumnMatch;
using tables::NotRead;
using tables::Question;

std::string whyRead(const ColumnMatch& column, const tables::RowMatch& row, const Texts& texts) {
    switch (column.certainty) {
    case Certainty::kChosen:
        return texts("recognition.why.chosen");
    case Certainty::kCanonical:
        return texts("recognition.why.canonical");
    case Certainty::kSystem:
        return texts("recognition.why.system", {row.system});
    case Certainty::kWord:
        return column.source.empty() ? texts("recognition.why.layout")
                                     : texts("recognition.why.word", {column.source});
    case Certainty::kWeakWord:
        return texts("recognition.why.weak", {column.source});
    case Certainty::kNone:
        break;
    }
    return {};
}

std::string whyNotRead(const ColumnMatch& column, const Texts& texts) {
    const std::string other =
        column.taken_by < 0 ? std::string{} : tables::columnLetters(column.taken_by);
    switch (column.why_not) {
    case NotRead::kUnknown:
        return texts("recognition.not.unknown");
    case NotRead::kOther:
        return texts("recognition.not.other");
    case NotRead::kRepeated:
        return texts("recognition.not.repeated", {other});
    case NotRead::kTaken:
        return texts("recognition.not.taken", {other});
    case NotRead::kAsked:
        return texts("recognition.not.asked");
    case NotRead::kChosen:
        return texts("recognition.why.chosen");
    }
    return {};
}

std::string_view usedForKey(PromiseColumn column) {
    switch (column) {
    case PromiseColumn::kRequested:
        return "recognition.promise.requested";
    case PromiseColumn::kFirst:
        return "recognition.promise.first";
    case PromiseColumn::kDelivered:
        break;
    }
    return "recognition.promise.delivered";
}

std::string listed(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) {
        all += (all.empty() ? "" : ", ") + part;
    }
    return all;
}

std::string_view at(const std::vector<std::string>& parts, std::size_t index) {
    return index < parts.size() ? std::string_view{parts[index]} : std::string_view{};
}

std::string keyOf(const Question& question) {
    switch (question.about) {
    case Asking::kWinDateRule:
        return "win_date_rule";
    case Asking::kPromisedDate:
        return "promised_date";
    case Asking::kItem:
        return "item";
    case Asking::kQuantity:
        return "quantity";
    case Asking::kUnit:
        return question.table == tables::TableKind::kCapacity ? "pieces" : "unit";
    case Asking::kDateOrder:
        return question.seen.size() > 1 ? "date_order.contradicting" : "date_order";
    case Asking::kProbabilityScale:
        return "scale";
    case Asking::kStageWord:
        return "stage";
    case Asking::kMixedCurrencies:
        return "currency";
    case Asking::kWhichColumn:
        return question.answers.size() > 2 ? "disputed" : "column";
    case Asking::kNearName:
        return "same_name";
    }
    return {};
}

} // namespace

std::string cellName(std::int32_t row, std::int32_t column) {
    if (column < 0) {
        return {};
    }
    return tables::columnLetters(column) + (row < 0 ? std::string{} : std::to_string(row + 1));
}

ColumnWords columnWords(const ColumnMatch& column, const tables::RowMatch& row,
                        const PromisePlaces& promises, const Texts& texts) {
    if (!column.role) {
        const auto promise =
            std::ranges::find(promises, std::optional<std::int32_t>{column.column});
        if (promise != promises.end()) {
            const auto meaning = static_cast<PromiseColumn>(promise - promises.begin());
            return {std::string{promiseHeading(meaning)}, texts(usedForKey(meaning))};
        }
        return {texts("setup.sheet.not_read"), whyNotRead(column, texts)};
    }
    ColumnWords words{std::string{tables::canonicalHeading(*column.role)},
                      whyRead(column, row, texts)};
    if (!tables::isPlanned(*column.role) && column.role != tables::ColumnRole::kWinDate &&
        column.role != tables::ColumnRole::kCurrency) {
        words.why = texts("recognition.known_only", {words.why});
    }
    return words;
}

std::string recognisedAs(const tables::RowMatch& row, const Texts& texts) {
    if (!row.system.empty()) {
        return texts("recognition.system", {row.system});
    }
    return row.language.empty() ? std::string{} : texts("recognition.language", {row.language});
}

std::string questionText(const Question& question, const Texts& texts) {
    const std::string row = question.row < 0 ? std::string{} : std::to_string(question.row + 1);
    return texts("recognition.ask." + keyOf(question),
                 {question.heading, row, at(question.seen, 0), at(question.seen, 1),
                  listed(question.answers), listed(question.seen)});
}

std::string questionTitle(const Question& question) {
    std::string title = question.setting;
    if (!question.heading.empty() && title.find(question.heading) == std::string::npos) {
        title += (title.empty() ? "" : " – ") + question.heading;
    }
    return title;
}

std::string decisionText(const tables::Decision& decision, const Texts& texts) {
    const std::string row = decision.row < 0 ? std::string{} : std::to_string(decision.row + 1);
    return texts(decision.about == Asking::kDateOrder ? "recognition.decided.date_order"
                                                      : "recognition.decided.scale",
                 {decision.heading, row, decision.seen});
}

std::string findingText(const tables::Finding& finding, const Texts& texts) {
    std::string text = problemSentence(finding.problem, texts);
    if (finding.more > 0) {
        text += " " + texts.counted("recognition.more", static_cast<std::size_t>(finding.more));
    }
    return text;
}

} // namespace keepable::views
