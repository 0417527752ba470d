// SPDX-License-Identifier: MPL-2.0
#include "office/proposals/proposal_commands.hpp"

#include "office/action.hpp"
#include "office/asked_deal.hpp"
#include "office/calculation.hpp"
#include "office/change_writer.hpp"
#include "office/deal_note.hpp"
#include "office/navigation.hpp"
#include "office/review_record.hpp"
#include "proposals/proposal.hpp"
#include "views/proposal_cards.hpp"
#include "views/proposal_events.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace keepable::office {

namespace {

using planning::DealIndex;
using planning::Verdict;
using proposals::Proposal;
using proposals::ProposalKind;

// The ways out for one deal, as they stand in the plan of now.
struct DealWays {
    PlanStore::PlanPointer plan;
    DealIndex deal = 0;
    std::string name; // of the deal
    std::vector<Proposal> ways;
    std::vector<views::ProposalCard> cards; // one a way
};

struct NoWays {
    std::string sentence;
};

std::variant<DealWays, NoWays> waysFor(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = planObstacle(texts, *call.workbook); !sentence.empty()) {
        return NoWays{std::move(sentence)};
    }
    const std::string key = askedDeal(call);
    if (key.empty()) {
        return NoWays{texts("commands.no_deal_here")};
    }
    DealWays found;
    found.plan = call.workbook->plan();
    const std::scoped_lock lock(found.plan->mutex);
    views::PlanAnswers& answers = found.plan->answers;
    const auto deal = dealWithKey(answers, key);
    if (!deal) {
        return NoWays{texts("commands.unknown_deal", {key})};
    }
    found.deal = *deal;
    found.name = answers.text(*deal).name;
    found.ways = answers.waysOut(*deal);
    found.cards = views::proposalCards(answers, found.ways, texts, found.plan->context.locale);
    return found;
}

std::string sentencesOf(const std::vector<views::ProposalCard>& cards) {
    std::string all;
    for (const views::ProposalCard& card : cards) {
        all += (all.empty() ? "" : "\n") + card.name + ": " + card.sentence;
    }
    return all;
}

CommandOutcome propose(const CommandCall& call, const ShowPanels& show) {
    auto found = waysFor(call);
    if (auto* none = std::get_if<NoWays>(&found)) {
        return {false, std::move(none->sentence)};
    }
    const auto& deal = std::get<DealWays>(found);
    const bool panel_tells = !call.is_silent && show(call);
    call.workbook->askWaysOut(deal.name);
    if (deal.cards.empty()) {
        return {true, call.workplace->texts("apply.nothing", {deal.name})};
    }
    return {true, panel_tells ? std::string() : sentencesOf(deal.cards)};
}

std::optional<std::size_t> placeOf(const DealWays& deal, const std::string& name) {
    const auto kind = proposals::proposalNamed(name);
    const auto found = std::ranges::find_if(
        deal.ways, [&](const Proposal& way) { return kind && way.kind == *kind; });
    return found == deal.ways.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - deal.ways.begin())};
}

std::string noSuchProposal(const DealWays& deal, const CommandCall& call) {
    std::string names;
    for (const views::ProposalCard& card : deal.cards) {
        names += (names.empty() ? "" : ", ") + card.name;
    }
    const views::Texts& texts = call.workplace->texts;
    if (names.empty()) {
        return texts("apply.nothing", {deal.name});
    }
    return texts(call.proposal.empty() ? "apply.which" : "apply.unknown",
                 {deal.name, names, call.proposal});
}

CommandOutcome writeNote(const CommandCall& call, const std::string& key, const std::string& text) {
    const views::Texts& texts = call.workplace->texts;
    auto found = DealNote::of(*call.workbook, key, texts);
    if (auto* sentence = std::get_if<std::string>(&found)) {
        return {false, std::move(*sentence)};
    }
    std::get<DealNote>(found).write(text);
    return {true, texts("apply.noted", {key})};
}

// What the plan must say once a proposal has been written: that the deal, and every deal moved for
// it, is kept.
std::string brokenPromise(const CommandCall& call, const std::vector<std::string>& kept) {
    const views::Texts& texts = call.workplace->texts;
    const SpreadsheetDocument document = call.workbook->document();
    calculateIfManual(document);
    call.workbook->refresh();
    const PlanStore::PlanPointer plan = call.workbook->plan();
    if (!plan) {
        return texts("apply.noPlanAfter", {call.workbook->planText()});
    }
    const std::scoped_lock lock(plan->mutex);
    for (const std::string& key : kept) {
        const auto deal = dealWithKey(plan->answers, key);
        if (!deal || plan->answers.verdict(*deal) != Verdict::kKeepable) {
            return texts("apply.notKept",
                         {key, deal ? plan->answers.reason(*deal, texts) : std::string()});
        }
    }
    return {};
}

CommandOutcome writeProposal(const CommandCall& call, const DealWays& deal, const Proposal& way,
                             const views::ProposalCard& card) {
    const views::Texts& texts = call.workplace->texts;
    std::vector<std::string> kept{deal.name};
    {
        const std::scoped_lock lock(deal.plan->mutex);
        for (const proposals::DateChange& change : way.changes.dates) {
            kept.push_back(deal.plan->answers.text(change.deal).name);
        }
    }
    if (std::string sentence = writeChanges(call, way.changes); !sentence.empty()) {
        return {false, sentence + " " + texts("apply.noteInstead")};
    }
    if (std::string sentence = brokenPromise(call, kept); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    call.workbook->selectDeal(deal.name);
    return {true, texts("apply.done", {card.title, deal.name})};
}

// The proposal's rows for the decision log, made before anything is written.
struct LogRows {
    std::shared_ptr<ReviewRecord> record;
    std::vector<review::LogEvent> events;
};

LogRows logRows(const CommandCall& call, const DealWays& deal, const Proposal& way,
                const views::ProposalCard& card, std::optional<planning::Day> until) {
    const auto record =
        ReviewRecord::of(*call.workplace, *call.workbook, ReviewRecord::Search::kThorough);
    const std::scoped_lock lock(deal.plan->mutex);
    return {record, views::proposalEvents(way, deal.plan->answers, record->book(),
                                          {record->speaker(), ReviewRecord::now(),
                                           call.reason.empty() ? card.title : call.reason, until})};
}

CommandOutcome writeRows(const CommandCall& call, LogRows rows, CommandOutcome outcome) {
    if (!outcome.is_done) {
        return outcome;
    }
    std::string sentence = rows.record->append(*call.workbook, rows.events, call.workplace->texts);
    return sentence.empty() ? outcome : CommandOutcome{false, std::move(sentence)};
}

// In the log, and for those who look at the deals also as a comment, where one may be written.
CommandOutcome acceptRisk(const CommandCall& call, const DealWays& deal, LogRows rows) {
    const views::Texts& texts = call.workplace->texts;
    CommandOutcome written =
        writeRows(call, std::move(rows), {true, texts("apply.riskTaken", {deal.name})});
    if (written.is_done) {
        static_cast<void>(writeNote(
            call, deal.name,
            texts("apply.riskAccepted", {isoText(DocumentReader::today()), call.reason})));
    }
    return written;
}

CommandOutcome apply(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    call.workbook->refresh();
    calculateIfManual(call.workbook->document());
    call.workbook->refresh();
    if (!call.plan.empty() && call.plan != call.workbook->planText()) {
        return {false, texts("apply.rowsChanged")};
    }
    auto found = waysFor(call);
    if (auto* none = std::get_if<NoWays>(&found)) {
        return {false, std::move(none->sentence)};
    }
    const auto& deal = std::get<DealWays>(found);
    const auto place = placeOf(deal, call.proposal);
    if (!place) {
        return {false, noSuchProposal(deal, call)};
    }
    const Proposal& way = deal.ways[*place];
    const views::ProposalCard& card = deal.cards[*place];
    if (way.kind == ProposalKind::kWinBy) {
        return {true, card.sentence};
    }
    const bool is_risk = way.kind == ProposalKind::kAcceptRisk;
    if (is_risk && call.reason.empty()) {
        return {false, texts("apply.reasonMissing")};
    }
    std::optional<planning::Day> until;
    if (const auto given = call.more.find("date"); is_risk && given != call.more.end()) {
        const auto read = tables::CellReader{deal.plan->context}.day(given->second);
        if (!given->second.empty() && !read.isRead()) {
            return {false, texts("review.move.badDay", {given->second})};
        }
        until = given->second.empty() ? std::nullopt : std::optional{read.value};
    }
    return asStep(
        call, "apply.undo." + card.name, [&](UndoStep&, const WorkplacePointer&, Workbook&) {
            if (call.is_note && !is_risk) {
                return writeNote(call, deal.name, card.sentence);
            }
            LogRows rows = logRows(call, deal, way, card, until);
            return is_risk ? acceptRisk(call, deal, std::move(rows))
                           : writeRows(call, std::move(rows), writeProposal(call, deal, way, card));
        });
}

} // namespace

Commands proposalCommands(ShowPanels show) {
    Commands commands;
    commands["propose"].run = [show = std::move(show)](const CommandCall& call) {
        return propose(call, show);
    };
    commands["apply"].run = apply;
    return commands;
}

} // namespace keepable::office
