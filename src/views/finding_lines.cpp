// SPDX-License-Identifier: MPL-2.0
#include "views/finding_lines.hpp"

#include "views/sheet_value.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>

namespace keepable::views {

namespace {

using review::Finding;
using review::LogFault;

constexpr std::array<std::string_view, review::kFindingKinds> kSentences{
    "review.finding.unconfirmed",  "review.finding.promisedSinceReview",
    "review.finding.movedInTable", "review.finding.otherFirstPromise",
    "review.finding.notTold",      "review.finding.duplicate",
    "review.finding.noSalesOwner", "review.finding.noOpsOwner",
    "review.finding.noCapacity",   "review.finding.unusedCapacity",
    "review.finding.notAdded",     "review.finding.riskWithoutEnd",
    "review.finding.unknownPerson"};

constexpr std::array<std::string_view, 13> kFaults{
    "review.fault.typedIn",       "review.fault.altered",     "review.fault.missing",
    "review.fault.notAfterThat",  "review.fault.numberTwice", "review.fault.moved",
    "review.fault.noSeal",        "review.fault.sealAltered", "review.fault.clockBackwards",
    "review.fault.unknownAction", "review.fault.unknownSide", "review.fault.unreadableWhen",
    "review.fault.errorCell"};
static_assert(kFaults.size() == static_cast<std::size_t>(LogFault::kErrorCell) + 1);

// As it is written where the book has the name; else as it stands.
review::Name withText(const review::ReviewBook& book, review::Name name) {
    const auto take = [&](const auto& all, auto member) {
        const auto found = std::ranges::find_if(
            all, [&](const auto& each) { return std::invoke(member, each).key == name.key; });
        if (found != all.end()) {
            name = std::invoke(member, *found);
        }
        return found != all.end();
    };
    if (!name.isEmpty() && !take(book.resources, &review::ReviewResource::resource) &&
        !take(book.deals, &review::ReviewDeal::deal)) {
        take(book.log->events(), &review::LogEvent::by);
    }
    return name;
}

} // namespace

std::vector<FindingLine> findingLines(const review::FindingList& findings,
                                      const review::DecisionLog& log, const Saying& saying) {
    std::vector<FindingLine> lines;
    lines.reserve(findings.open.size() + findings.dismissed.size());
    for (const Finding& finding : findings.open) {
        lines.push_back({finding, saidFinding(finding, saying.texts), {}});
    }
    for (const Finding& finding : findings.dismissed) {
        FindingLine line{finding, saidFinding(finding, saying.texts), {}};
        if (finding.dismissed && *finding.dismissed < log.size()) {
            const review::LogEvent& event = log.events()[*finding.dismissed];
            line.dismissed = saying.texts(
                "review.dismissed", {saidPerson(event.by, event.side, saying),
                                     planning::isoText(event.when.day), oneLine(event.reason)});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string saidFinding(const Finding& finding, const Texts& texts) {
    if (finding.subject.isEmpty()) {
        std::string_view key = "review.finding.noSalesOwners";
        if (finding.kind == review::FindingKind::kNoOpsOwner) {
            key = "review.finding.noOpsOwners";
        } else if (finding.kind == review::FindingKind::kUnconfirmed) {
            key = "review.finding.noneConfirmed";
        }
        return texts(key);
    }
    return texts(kSentences[static_cast<std::size_t>(finding.kind)],
                 {oneLine(finding.subject.text), oneLine(finding.other.text),
                  finding.day ? planning::isoText(*finding.day) : std::string{}});
}

std::string saidEventOf(const review::ReviewBook& book, const review::LogEvent& event,
                        const Saying& saying) {
    std::optional<Finding> finding;
    if (event.action == review::Action::kDismissed) {
        finding = review::findingFromKey(event.to.text, event.deal);
    }
    if (!finding) {
        return saidEvent(event, saying);
    }
    finding->other = withText(book, finding->other);
    if (finding->subject != event.deal) {
        finding->subject = withText(book, finding->subject);
    }
    review::LogEvent told = event;
    told.to = {};
    told.to.text = saidFinding(*finding, saying.texts);
    if (told.to.text.ends_with('.')) {
        told.to.text.pop_back(); // a reason follows
    }
    return saidEvent(told, saying);
}

std::string saidFault(const review::LogFinding& finding, const Texts& texts) {
    std::string_view key = kFaults[static_cast<std::size_t>(finding.fault)];
    if (finding.fault == LogFault::kMissing) {
        // What is gone at the end of the log has no row.
        const bool is_one = finding.first_number == finding.last_number;
        key = finding.row == 0
                  ? (is_one ? "review.fault.missingOneAtEnd" : "review.fault.missingAtEnd")
                  : (is_one ? "review.fault.missingOne" : "review.fault.missing");
    }
    return texts(key, {std::to_string(finding.row), std::to_string(finding.other_row),
                       std::to_string(finding.first_number), std::to_string(finding.last_number)});
}

std::variant<review::LogEvent, std::string> dismissalOf(const Finding& finding,
                                                        std::string_view reason,
                                                        const Speaker& speaker, review::Moment now,
                                                        const Texts& texts) {
    review::LogEvent event;
    event.reason = review::lastingText(reason);
    if (event.reason.empty()) {
        return texts("review.move.needsReason");
    }
    event.when = now;
    if (finding.deal) {
        event.deal = finding.subject;
    }
    event.side = speaker.side;
    event.by = speaker.name;
    event.action = review::Action::kDismissed;
    event.to.text = review::findingKey(finding);
    return event;
}

} // namespace keepable::views
