// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/review_panel.hpp"

#include "office/boundary.hpp"
#include "office/navigation.hpp"
#include "tables/cell_value.hpp"
#include "views/chance_words.hpp"
#include "views/conflict_list.hpp"
#include "views/proposal_words.hpp"
#include "views/words.hpp"

#include <algorithm>

namespace keepable::office {

using proposals::Proposal;
using proposals::ProposalKind;

namespace {

bool changesCells(const Proposal& way) {
    return !way.changes.isEmpty();
}

} // namespace

void ReviewPanel::build() {
    form().addCaption("title");
    form().addLabel("state");
    form().addLabel("message");
    form().addButton("ask_ways", texts()("review.askWays"),
                     [this] { workbook()->askWaysOut(deal_); });
    form().setHelp("ask_ways", texts()("review.askWays.help"));
    form().addCaption("ways_label", texts()("review.ways"));
    form().addListBox("ways", texts()("review.ways.help"), [this] { chooseWay(); });
    form().addLabel("sentence");
    form().addLabel("figures");
    form().addLabel("reason_label", texts()("review.reason"));
    form().addEdit("reason", texts()("review.reason.help"), [] {});
    form().addButton("preview", texts()("review.preview"), [this] { preview(); });
    form().setHelp("preview", texts()("review.preview.help"));
    form().addButton("apply", texts()("review.apply"), [this] { apply(false); });
    form().setHelp("apply", texts()("review.apply.help"));
    form().addButton("note", texts()("review.note"), [this] { apply(true); });
    form().setHelp("note", texts()("review.note.help"));
    form().addLabel("outcome");
    thread_.emplace(form(), texts(),
                    ReviewThread::Host{[this](std::string_view command, const auto& arguments) {
                                           return runSilently(command, arguments);
                                       },
                                       [this] { showThread(); }, [this] { requestLayout(); }});
    thread_->build();
    form().addLabel("wanted_label", texts()("review.wanted"));
    form().addEdit("wanted", texts()("review.wanted.help"), [] {});
    form().setText("wanted", views::usualWantedChance(texts()));
    form().addButton("ask_chance", texts()("review.askChance"), [this] { askChance(); });
    form().setHelp("ask_chance", texts()("review.askChance.help"));
    form().addLabel("chance");
    form().addLabel("blame");
    apply_ = CommandLink::to(workplace().context, frame(), "vnd.org.keepable.calc:apply", {});
}

void ReviewPanel::leave() {
    if (apply_.is()) {
        apply_->close();
    }
    for (const auto& [command, link] : links_) {
        link->close();
    }
    thread_.reset();
}

std::string ReviewPanel::runSilently(std::string_view command,
                                     const std::map<std::string, std::string>& arguments) {
    auto known = links_.find(command);
    if (known == links_.end()) {
        const std::string url = "vnd.org.keepable.calc:" + std::string{command};
        known = links_
                    .emplace(std::string{command},
                             CommandLink::to(workplace().context, frame(), url, {}))
                    .first;
    }
    return known->second->runSilently(arguments).sentence;
}

void ReviewPanel::showThread() {
    const bool has_plan = workbook().is() && workbook()->plan();
    const std::shared_ptr<ReviewRecord> record =
        has_plan ? ReviewRecord::of(workplace(), *workbook(), ReviewRecord::Search::kQuick)
                 : nullptr;
    const std::string key = record ? workbook()->selectedDeal() : std::string();
    thread_->show(record, key, record ? record->dealWithKey(key) : std::nullopt);
}

void ReviewPanel::refresh(Workbook::Change change) {
    showThread();
    const PlanStore::PlanPointer plan = workbook().is() ? workbook()->plan() : nullptr;
    const std::string deal = workbook().is() ? workbook()->selectedDeal() : std::string();
    const bool is_asked = workbook().is() && workbook()->areWaysOutWanted();
    if (plan == plan_ && deal == deal_ && is_asked == is_asked_ &&
        !(title_.empty() && message_.empty())) {
        if (change == Workbook::Change::kCells) {
            requestLayout();
        }
        return;
    }
    if (deal != deal_) {
        chosen_.clear();
        form().setText("reason", {});
    }
    plan_ = plan;
    deal_ = deal;
    is_asked_ = is_asked;
    form().showText("outcome", {});
    form().showText("chance", {});
    form().showText("blame", {});
    lookUp();
    showDeal();
    requestLayout();
}

void ReviewPanel::lookUp() {
    title_.clear();
    state_.clear();
    message_.clear();
    ways_.clear();
    cards_.clear();
    is_open_ = false;
    if (!plan_) {
        message_ = texts()("review.noPlan");
        return;
    }
    const std::scoped_lock lock(plan_->mutex);
    const auto deal = dealWithKey(plan_->answers, deal_);
    if (!deal) {
        message_ = texts()("review.choose");
        return;
    }
    const auto details = views::detailsOf(plan_->answers, *deal, texts(), plan_->context.locale);
    title_ = details.title;
    state_ = std::string(views::verdictWord(plan_->answers.verdict(*deal))) +
             (details.facts.empty() ? "" : " · ") + details.facts;
    is_open_ = plan_->answers.report().rank_of_deal[*deal] != planning::kNone;
    if (is_asked_) {
        ways_ = plan_->answers.waysOut(*deal);
        cards_ = views::proposalCards(plan_->answers, ways_, texts(), plan_->context.locale);
        message_ = cards_.empty() ? texts()("review.nothing") : std::string();
    }
}

void ReviewPanel::showDeal() {
    form().showText("title", title_);
    form().setHelp("title", title_);
    form().showText("state", state_);
    form().showText("message", message_);
    form().setVisible("ask_ways", is_open_ && !is_asked_);
    form().setVisible("ask_chance", is_open_);
    form().setVisible("wanted_label", is_open_);
    form().setVisible("wanted", is_open_);
    std::vector<std::string> titles;
    std::size_t chosen = 0;
    for (const views::ProposalCard& card : cards_) {
        if (card.name == chosen_) {
            chosen = titles.size();
        }
        titles.push_back(card.title);
    }
    form().setVisible("ways_label", !titles.empty());
    form().setVisible("ways", !titles.empty());
    form().setChoices("ways", titles, chosen);
    chosen_ = cards_.empty() ? std::string() : cards_[chosen].name;
    showWay();
}

const Proposal* ReviewPanel::chosenWay() const {
    const auto found = std::ranges::find(cards_, chosen_, &views::ProposalCard::name);
    return found == cards_.end() ? nullptr
                                 : &ways_[static_cast<std::size_t>(found - cards_.begin())];
}

void ReviewPanel::showWay() {
    const Proposal* way = chosenWay();
    const auto card = std::ranges::find(cards_, chosen_, &views::ProposalCard::name);
    form().showText("sentence", way != nullptr ? card->sentence : std::string());
    form().showText("figures", way != nullptr ? card->figures : std::string());
    const bool is_risk = way != nullptr && way->kind == ProposalKind::kAcceptRisk;
    form().setVisible("reason_label", is_risk);
    form().setVisible("reason", is_risk);
    form().setVisible("preview", way != nullptr && changesCells(*way));
    form().setVisible("apply", way != nullptr && (changesCells(*way) || is_risk));
    form().setVisible("note", way != nullptr && !is_risk);
}

void ReviewPanel::chooseWay() {
    const std::size_t chosen = form().chosen("ways");
    if (chosen < cards_.size()) {
        chosen_ = cards_[chosen].name;
        form().showText("outcome", {});
        showWay();
        requestLayout();
    }
}

void ReviewPanel::askChance() {
    if (!plan_) {
        return;
    }
    {
        const std::scoped_lock lock(plan_->mutex);
        if (const auto deal = dealWithKey(plan_->answers, deal_)) {
            const std::string typed = form().text("wanted");
            const tables::CellReader reader(plan_->context);
            const auto wanted = reader.probability(tables::Cell::text(typed));
            form().showText("chance", views::chanceText(plan_->answers, *deal, texts()));
            form().showText("blame", wanted.isRead() ? views::blameText(plan_->answers, *deal,
                                                                        wanted.value, texts())
                                                     : texts()("review.notAChance", {typed}));
        }
    }
    requestLayout();
}

void ReviewPanel::preview() {
    const Proposal* way = chosenWay();
    if (way == nullptr || !plan_) {
        return;
    }
    {
        const std::scoped_lock lock(plan_->mutex);
        form().showText("outcome", views::previewText(plan_->answers, way->changes, texts()));
    }
    requestLayout();
}

void ReviewPanel::apply(bool as_note) {
    const Proposal* way = chosenWay();
    if (way == nullptr || !plan_) {
        return;
    }
    const CommandLink::Result result = apply_->runSilently({{"Deal", deal_},
                                                            {"Proposal", chosen_},
                                                            {"Plan", plan_->handle},
                                                            {"Reason", form().text("reason")},
                                                            {"Note", as_note ? "true" : "false"}});
    form().showText("outcome", result.sentence);
    requestLayout();
}

void ReviewPanel::arrange(Stack& stack) {
    stack.add("title");
    stack.add("state");
    stack.add("message");
    stack.addFlow({"ask_ways"});
    stack.add("ways_label");
    stack.add("ways");
    stack.add("sentence");
    stack.add("figures");
    stack.addLabelled("reason_label", "reason");
    stack.addFlow({"preview", "apply", "note"});
    stack.add("outcome");
    stack.space();
    thread_->arrange(stack);
    stack.space();
    stack.addLabelled("wanted_label", "wanted");
    stack.addFlow({"ask_chance"});
    stack.add("chance");
    stack.add("blame");
}

} // namespace keepable::office
