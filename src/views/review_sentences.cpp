// SPDX-License-Identifier: MPL-2.0
#include "views/review_sentences.hpp"

#include "review/negotiation.hpp"
#include "views/amount_text.hpp"
#include "views/review_words.hpp"
#include "views/sheet_value.hpp"

#include <string_view>

namespace keepable::views {

namespace {

using review::Side;
using review::WaitFor;

std::string_view keyOf(WaitFor what) {
    switch (what) {
    case WaitFor::kAnswer:
        return "review.wait.answer";
    case WaitFor::kAnswered:
        return "review.wait.answered";
    case WaitFor::kRefused:
        return "review.wait.refused";
    case WaitFor::kCapacity:
        return "review.wait.capacity";
    case WaitFor::kConfirmation:
        return "review.wait.confirmation";
    }
    return "review.wait.answer";
}

} // namespace

std::string saidTerms(const review::Terms& terms, const Saying& saying) {
    std::string said_text;
    const auto add = [&](const std::string& part) {
        said_text += said_text.empty() || part.empty() ? "" : "; ";
        said_text += part;
    };
    if (terms.day) {
        add(planning::isoText(*terms.day));
    }
    if (terms.quantity) {
        constexpr int kMostDecimals = 3;
        add(saying.texts("review.terms.pieces",
                         {amountText(terms.quantity->units, planning::Quantity::kDecimals,
                                     kMostDecimals, saying.locale)}));
    }
    const std::string resource = oneLine(terms.resource.text);
    if (terms.hours) {
        const std::string hours = hoursText(*terms.hours, saying.locale);
        add(resource.empty() ? saying.texts("review.terms.hours", {hours})
                             : saying.texts("review.terms.hoursOf", {hours, resource}));
    } else {
        add(resource);
    }
    add(said(terms.means, saying.texts));
    if (terms.cost) {
        add(saying.texts("review.terms.costs", {moneyText(*terms.cost, saying.locale)}));
    }
    add(oneLine(terms.text));
    return said_text;
}

std::string saidEvent(const review::LogEvent& event, const Saying& saying) {
    std::string line = said(event.action, saying.texts);
    const std::string from = saidTerms(event.from, saying);
    const std::string to = saidTerms(event.to, saying);
    if (!from.empty() && !to.empty()) {
        line += ": " + from + " → " + to;
    } else if (!from.empty() || !to.empty()) {
        line += ": " + from + to;
    }
    const std::string reason = oneLine(event.reason);
    return reason.empty() ? line : line + " (" + reason + ")";
}

std::string saidPerson(const review::Name& name, Side side, const Saying& saying) {
    const std::string side_word = said(side, saying.texts);
    const std::string who = oneLine(name.text);
    if (who.empty() || side_word.empty()) {
        return who.empty() ? side_word : who;
    }
    return who + " (" + side_word + ")";
}

std::string saidNames(std::span<const review::Name> names) {
    std::string list;
    for (const review::Name& name : names) {
        list += list.empty() ? "" : ", ";
        list += oneLine(name.text);
    }
    return list;
}

std::string saidWait(const review::Wait& wait, planning::Day today, const Saying& saying) {
    const auto days = static_cast<std::size_t>(review::daysWaiting(wait, today));
    return saying.texts(wait.on == Side::kSales ? "review.wait.onSales" : "review.wait.onOps",
                        {planning::isoText(wait.since.day),
                         saying.texts.counted("review.days", days),
                         saying.texts(keyOf(wait.what))});
}

std::string saidRequest(const review::CapacityRequest& request, const Saying& saying) {
    const std::string terms = saidTerms(request.terms, saying);
    return saying.texts("review.request",
                        {terms.empty() ? saying.texts("review.terms.unsaid") : terms,
                         saidPerson(request.by, Side::kSales, saying),
                         planning::isoText(request.when.day)});
}

std::string saidRisk(const review::AcceptedRisk& risk, const Saying& saying) {
    const std::string who = saidPerson(risk.by, risk.side, saying);
    return risk.until ? saying.texts("review.riskUntil", {who, planning::isoText(*risk.until)})
                      : saying.texts("review.riskWithoutEnd", {who});
}

} // namespace keepable::views
