// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/review_thread.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace keepable::office {

namespace {

using review::Action;
using review::Means;

constexpr std::size_t kMostLines = 12;
constexpr std::array kMeans{Means::kUnsaid, Means::kOvertime, Means::kExpense, Means::kPeople};
constexpr std::array<std::string_view, 8> kFields{"day",   "quantity", "hours", "resource",
                                                  "means", "cost",     "text",  "move_reason"};

// Whether a field says anything with a move. The reason always does.
bool takes(const views::Move& move, std::string_view field) {
    if (field == "move_reason") {
        return true;
    }
    if (!move.takes_terms) {
        return false;
    }
    switch (move.action) {
    case Action::kPromised:
    case Action::kReDated:
        return field == "day" || field == "quantity";
    case Action::kAsked:
    case Action::kAnswered:
    case Action::kCountered:
    case Action::kAgreed:
        return field == "day" || field == "quantity" || field == "hours" || field == "text";
    case Action::kCapacityRequested:
    case Action::kCapacityApproved:
    case Action::kCapacityDeclined:
    case Action::kCapacityAdded:
        return field == "hours" || field == "resource" || field == "means" || field == "cost" ||
               field == "text";
    case Action::kRiskAccepted:
    case Action::kDelivered:
    case Action::kCustomerTold:
        return field == "day";
    default:
        return field == "text";
    }
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) {
        all += (all.empty() ? "" : "\n") + line;
    }
    return all;
}

std::string labelOf(std::string_view field) {
    return std::string{field} + "_label";
}

} // namespace

ReviewThread::ReviewThread(Form& form, const views::Texts& texts, Host host)
    : form_(form), texts_(texts), host_(std::move(host)) {}

void ReviewThread::build() {
    form_.addLabel("who");
    form_.addButton("make_sales", texts_("thread.iAmSales"), [this] { makePeople("sales"); });
    form_.setHelp("make_sales", texts_("thread.iAm.help"));
    form_.addButton("make_ops", texts_("thread.iAmOps"), [this] { makePeople("ops"); });
    form_.setHelp("make_ops", texts_("thread.iAm.help"));
    form_.addButton("open_people", texts_("thread.openPeople"), [this] { makePeople({}); });
    for (const char* name : {"turn", "thread", "confirmation", "requests", "risk", "facts"}) {
        form_.addLabel(name);
    }
    form_.addLabel("moves_label", texts_("thread.move"));
    form_.addListBox("moves", texts_("thread.move.help"), [this] {
        if (form_.chosen("moves") < moves_.size()) {
            chosen_ = moves_[form_.chosen("moves")].action;
        }
        form_.showText("said", {});
        showFields();
        host_.requestLayout();
    });
    for (const std::string_view field : kFields) {
        form_.addLabel(labelOf(field), texts_("thread.field." + std::string{field}));
        if (field == "means") {
            form_.addListBox(field, texts_("thread.field.means"), [] {});
        } else {
            form_.addEdit(field, texts_("thread.field." + std::string{field}), [] {});
        }
    }
    std::vector<std::string> means;
    means.reserve(kMeans.size());
    for (const Means each : kMeans) {
        means.push_back(each == Means::kUnsaid ? std::string{"–"} : views::said(each, texts_));
    }
    form_.setChoices("means", means, 0);
    form_.addButton("say", texts_("thread.say"), [this] { say(); });
    form_.setHelp("say", texts_("thread.say.help"));
    form_.addLabel("said");
    show({}, {}, {});
}

void ReviewThread::show(const std::shared_ptr<ReviewRecord>& record, const std::string& key,
                        std::optional<std::uint32_t> deal) {
    if (key != key_) {
        clearFields();
        chosen_.reset();
        form_.showText("said", {});
    }
    record_ = record;
    key_ = key;
    deal_ = record ? deal : std::nullopt;
    if (deal_) {
        record_->addDates(*deal_);
    }
    showWho();
    showThread();
    showMoves();
}

void ReviewThread::showWho() {
    const bool has_people = record_ && record_->people().has_table;
    const bool is_known = record_ && record_->user().side != review::Side::kNeither;
    std::string who;
    if (deal_) {
        const std::string name = record_->speaker().name.text;
        who = is_known     ? texts_("thread.you", {name, views::said(record_->user().side, texts_)})
              : has_people ? texts_("thread.notNamed", {name, record_->peopleSheet()})
                           : texts_("thread.noPeople", {name});
    }
    form_.showText("who", who);
    form_.setVisible("make_sales", deal_ && !has_people);
    form_.setVisible("make_ops", deal_ && !has_people);
    form_.setVisible("open_people", deal_ && has_people && !is_known);
}

void ReviewThread::showThread() {
    views::ThreadView view;
    if (deal_) {
        view = views::threadView(record_->book(), *deal_, {texts_, record_->context().locale});
    }
    std::vector<std::string> lines;
    const std::size_t first = view.lines.size() - std::min(view.lines.size(), kMostLines);
    if (first > 0) {
        lines.push_back(texts_.counted("thread.earlier", first));
    }
    for (std::size_t i = first; i < view.lines.size(); ++i) {
        const views::ThreadLine& line = view.lines[i];
        lines.push_back(line.when + " " + line.who +
                        (line.side.empty() ? "" : " (" + line.side + ")") + ": " + line.what);
    }
    std::vector<std::string> facts;
    for (const views::Fact& fact : view.facts) {
        facts.push_back(fact.label + ": " + (fact.customer.empty() ? "–" : fact.customer) + " / " +
                        (fact.ops.empty() ? "–" : fact.ops));
    }
    form_.showText("turn", joined(view.turns));
    form_.showText("thread", joined(lines));
    form_.showText("confirmation", view.confirmation);
    form_.showText("requests", joined(view.requests));
    form_.showText("risk", view.risk);
    form_.showText("facts", joined(facts));
}

void ReviewThread::showMoves() {
    moves_ = deal_ ? views::movesOf(record_->book(), *deal_, record_->user().side, texts_)
                   : std::vector<views::Move>{};
    std::vector<std::string> labels;
    std::size_t chosen = 0;
    for (const views::Move& move : moves_) {
        if (move.action == chosen_) {
            chosen = labels.size();
        }
        labels.push_back(move.label);
    }
    form_.setVisible("moves_label", !labels.empty());
    form_.setVisible("moves", !labels.empty());
    form_.setChoices("moves", labels, chosen);
    form_.setVisible("say", !labels.empty());
    showFields();
}

const views::Move* ReviewThread::chosenMove() const {
    const std::size_t chosen = form_.chosen("moves");
    return chosen < moves_.size() ? &moves_[chosen] : nullptr;
}

void ReviewThread::showFields() {
    const views::Move* const move = chosenMove();
    for (const std::string_view field : kFields) {
        const bool is_used = move != nullptr && takes(*move, field);
        form_.setVisible(labelOf(field), is_used);
        form_.setVisible(field, is_used);
    }
}

void ReviewThread::clearFields() {
    for (const std::string_view field : kFields) {
        if (field == "means") {
            form_.choose(field, 0);
        } else {
            form_.setText(field, {});
        }
    }
}

void ReviewThread::say() {
    const views::Move* const move = chosenMove();
    if (move == nullptr) {
        return;
    }
    std::map<std::string, std::string> arguments{
        {"Deal", key_}, {"Action", std::string{views::word(move->action)}}};
    for (const auto& [argument, field] : {std::pair{"Date", "day"},
                                          {"Quantity", "quantity"},
                                          {"Hours", "hours"},
                                          {"Resource", "resource"},
                                          {"Cost", "cost"},
                                          {"Text", "text"},
                                          {"Reason", "move_reason"}}) {
        if (form_.isVisible(field)) {
            arguments[argument] = form_.text(field);
        }
    }
    if (form_.isVisible("means")) {
        arguments["Means"] = views::word(kMeans.at(form_.chosen("means")));
    }
    const std::size_t before = record_->log().size();
    const std::string sentence = host_.run("say", arguments);
    if (record_->log().size() != before) {
        clearFields();
    }
    host_.look();
    form_.showText("said", sentence);
    host_.requestLayout();
}

void ReviewThread::makePeople(std::string_view side) {
    const std::string sentence = host_.run("people", {{"Side", std::string{side}}});
    host_.look();
    form_.showText("said", sentence);
    host_.requestLayout();
}

void ReviewThread::arrange(Stack& stack) {
    stack.add("who");
    stack.addFlow({"make_sales", "make_ops", "open_people"});
    stack.add("turn");
    stack.add("thread");
    stack.add("confirmation");
    stack.add("requests");
    stack.add("risk");
    stack.add("facts");
    stack.addLabelled("moves_label", "moves");
    for (const std::string_view field : kFields) {
        stack.addLabelled(labelOf(field), field);
    }
    stack.addFlow({"say"});
    stack.add("said");
}

} // namespace keepable::office
