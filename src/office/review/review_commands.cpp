// SPDX-License-Identifier: MPL-2.0
#include "office/review/review_commands.hpp"

#include "office/action.hpp"
#include "office/asked_deal.hpp"
#include "office/review/own_tables.hpp"
#include "office/review/promised_dates.hpp"
#include "office/review/target_command.hpp"
#include "office/review_record.hpp"
#include "views/agenda_pages.hpp"
#include "views/finding_lines.hpp"
#include "views/log_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace keepable::office {

namespace {

using Search = ReviewRecord::Search;

// Name, Side, Owns, E-mail
constexpr std::array<std::int32_t, views::kPeopleColumns> kPeopleWidths{5000, 2400, 9000, 7000};

std::string argument(const CommandCall& call, std::string_view name) {
    const auto found = call.more.find(name);
    return found == call.more.end() ? std::string() : found->second;
}

std::optional<review::Action> actionNamed(const ReviewRecord& record, const std::string& word) {
    const auto action = record.words().action(word);
    return action ? action : views::moveWords(record.languages()).as<review::Action>(word);
}

views::MoveEntry entryOf(const CommandCall& call, const ReviewRecord& record,
                         review::Action action) {
    views::MoveEntry entry;
    entry.action = action;
    entry.day = argument(call, "date");
    entry.quantity = argument(call, "quantity");
    entry.hours = argument(call, "hours");
    entry.resource = argument(call, "resource");
    entry.means = record.words().means(argument(call, "means")).value_or(review::Means::kUnsaid);
    entry.cost = argument(call, "cost");
    entry.text = argument(call, "text");
    entry.reason = call.reason;
    return entry;
}

CommandOutcome say(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    Workbook& workbook = *call.workbook;
    if (std::string sentence = planObstacle(texts, workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const std::string key = askedDeal(call);
    if (key.empty()) {
        return {false, texts("commands.no_deal_here")};
    }
    auto record = ReviewRecord::of(*call.workplace, workbook, Search::kThorough);
    const auto deal = record->dealWithKey(key);
    if (!deal) {
        return {false, texts("commands.unknown_deal", {key})};
    }
    const std::string word = argument(call, "action");
    const auto action = actionNamed(*record, word);
    if (!action) {
        return {false, texts("say.unknownAction", {word})};
    }
    const views::LogTextReader reader{record->context(), record->words()};
    auto made = views::eventOf(entryOf(call, *record, *action), record->book(), *deal,
                               record->speaker(), ReviewRecord::now(), reader, texts);
    if (auto* sentence = std::get_if<std::string>(&made)) {
        return {false, std::move(*sentence)};
    }
    auto& event = std::get<review::LogEvent>(made);
    return asStep(
        call, views::moveKey(*action), [&](UndoStep&, const WorkplacePointer&, Workbook&) {
            review::LogEvent* const said = &event;
            const std::string stays = writePromisedDates(call, record, {&said, 1});
            std::string sentence = record->append(workbook, {&event, 1}, texts);
            if (!sentence.empty()) {
                return CommandOutcome{false, std::move(sentence)};
            }
            workbook.selectDeal(key);
            return CommandOutcome{true, texts("say.done", {texts(views::moveKey(*action)), key}) +
                                            (stays.empty() ? "" : "\n" + stays)};
        });
}

// The finding that is meant, or a sentence that says why there is none to dismiss.
std::variant<review::Finding, std::string> findingMeant(const review::FindingList& findings,
                                                        std::string_view meant,
                                                        const views::Texts& texts) {
    if (meant.starts_with(views::kFindingReference)) {
        meant.remove_prefix(views::kFindingReference.size());
    }
    const auto found = std::ranges::find(findings.open, meant, review::findingKey);
    if (found != findings.open.end()) {
        return *found;
    }
    const bool is_dismissed = std::ranges::find(findings.dismissed, meant, review::findingKey) !=
                              findings.dismissed.end();
    return texts(is_dismissed ? "dismiss.already" : "dismiss.none", {meant});
}

CommandOutcome dismiss(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    Workbook& workbook = *call.workbook;
    if (std::string sentence = planObstacle(texts, workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const auto record = ReviewRecord::of(*call.workplace, workbook, Search::kThorough);
    auto finding =
        findingMeant(record->agenda(workbook).findings, argument(call, "finding"), texts);
    if (auto* sentence = std::get_if<std::string>(&finding)) {
        return {false, std::move(*sentence)};
    }
    const auto& meant = std::get<review::Finding>(finding);
    auto made =
        views::dismissalOf(meant, call.reason, record->speaker(), ReviewRecord::now(), texts);
    if (auto* sentence = std::get_if<std::string>(&made)) {
        return {false, std::move(*sentence)};
    }
    const auto& event = std::get<review::LogEvent>(made);
    return asStep(call, "dismiss.undo", [&](UndoStep&, const WorkplacePointer&, Workbook&) {
        std::string sentence = record->append(workbook, {&event, 1}, texts);
        return sentence.empty()
                   ? CommandOutcome{true, texts("dismiss.done", {views::saidFinding(meant, texts)})}
                   : CommandOutcome{false, std::move(sentence)};
    });
}

std::vector<std::string> ownedNames(const ReviewRecord& record) {
    std::vector<std::string> names;
    for (const review::ReviewResource& resource : record.book().resources) {
        names.push_back(resource.resource.text);
    }
    for (const review::ReviewDeal& deal : record.book().deals) {
        names.push_back(deal.deal.text);
    }
    return names;
}

CommandOutcome people(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    const auto record = ReviewRecord::of(*call.workplace, *call.workbook, Search::kThorough);
    if (record->people().has_table) {
        goToRow(call, record->peopleSheet(), record->people().heading_row);
        const views::OwnedNames known{ownedNames(*record)};
        const std::string problems = sentencesOf(
            record->peopleProblems(*call.workbook, record->plan() ? &known : nullptr), texts);
        return {true, problems};
    }
    review::Person user;
    user.name = record->speaker().name;
    user.side = record->words().side(argument(call, "side")).value_or(review::Side::kNeither);
    return makeTable(call, {kPeopleSheet, views::newPeopleTable({user}, 0, texts), kPeopleWidths,
                            "people.undo"});
}

} // namespace

Commands reviewCommands() {
    Commands commands;
    commands["say"].run = say;
    commands["dismiss"].run = dismiss;
    commands["people"].run = people;
    commands["targets"].run = runTargets;
    return commands;
}

} // namespace keepable::office
