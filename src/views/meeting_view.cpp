// SPDX-License-Identifier: MPL-2.0
#include "views/meeting_view.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using review::Agenda;
using review::Finding;

// The first of them as lines.
template <class Line, class From, class Say>
Shortened<Line> shortened(const std::vector<From>& all, std::size_t most, Say say) {
    Shortened<Line> shown;
    const std::size_t count = std::min(all.size(), most);
    shown.lines.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        shown.lines.push_back(say(all[i], i));
    }
    shown.more = all.size() - count;
    return shown;
}

std::string saidDays(const Agenda& agenda, planning::Day today, const Texts& texts) {
    std::string days = agenda.on == today ? texts("meeting.today")
                                          : texts("agenda.next", {planning::isoText(agenda.on)});
    if (agenda.last) {
        days += " · " + texts("agenda.last", {planning::isoText(agenda.last->day)});
    }
    return days;
}

std::string saidCounts(const Agenda& agenda, const Texts& texts) {
    std::string counts;
    for (const auto& [key, count] :
         {std::pair<std::string_view, std::size_t>{"meeting.conflicts", agenda.conflicts.size()},
          {"meeting.unanswered", agenda.unanswered.size()},
          {"meeting.requests", agenda.requests.size()},
          {"meeting.risks", agenda.risks.size()}}) {
        counts += (counts.empty() ? "" : " · ") + texts.counted(key, count);
    }
    return counts;
}

Shortened<FindingLine> shownFindings(const review::FindingList& found, bool with_dismissed,
                                     const review::DecisionLog& log, const Saying& saying) {
    review::FindingList shown;
    const auto take = [](const std::vector<Finding>& from, std::size_t most) {
        return std::vector<Finding>(
            from.begin(), from.begin() + static_cast<std::ptrdiff_t>(std::min(from.size(), most)));
    };
    shown.open = take(found.open, kMostFindingLines);
    if (with_dismissed) {
        shown.dismissed = take(found.dismissed, kMostFindingLines - shown.open.size());
    }
    Shortened<FindingLine> lines{findingLines(shown, log, saying), 0};
    lines.more =
        found.open.size() + (with_dismissed ? found.dismissed.size() : 0) - lines.lines.size();
    return lines;
}

} // namespace

MeetingView meetingView(const review::ReviewBook& book, const Agenda& agenda,
                        std::span<const review::SharedTarget> targets, bool with_dismissed,
                        const Saying& saying) {
    MeetingView view;
    view.days = saidDays(agenda, book.today, saying.texts);
    view.counts = saidCounts(agenda, saying.texts);
    view.targets = shortened<TargetBar>(agenda.standings, kMostTargetBars,
                                        [&](const review::TargetStanding& standing, std::size_t i) {
                                            return targetBar(targets[i], standing, saying);
                                        });
    view.credits = shortened<std::string>(
        agenda.credits, kMostCredits,
        [&](const review::Credit& credit, std::size_t) { return saidCredit(credit, saying); });
    view.findings = shownFindings(agenda.findings, with_dismissed, *book.log, saying);
    view.open_findings = agenda.findings.open.size();
    view.dismissed_findings = agenda.findings.dismissed.size();
    view.faults = shortened<std::string>(book.log->findings(), kMostFaults,
                                         [&](const review::LogFinding& fault, std::size_t) {
                                             return saidFault(fault, saying.texts);
                                         });
    return view;
}

} // namespace keepable::views
