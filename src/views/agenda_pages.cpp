// SPDX-License-Identifier: MPL-2.0
#include "views/agenda_pages.hpp"

#include "views/agenda_sentences.hpp"
#include "views/finding_lines.hpp"
#include "views/log_text.hpp"
#include "views/review_words.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace keepable::views {

namespace {

using review::Agenda;
using review::Name;
using review::ReviewBook;
using review::ReviewDeal;
using review::Side;

constexpr std::array<WordAndKey, kAgendaColumns> kHeadings{{
    {"Deal", "agenda.heading.deal"},
    {"What", "agenda.heading.what"},
    {"Who", "agenda.heading.who"},
    {"Day", "agenda.heading.day"},
    {"Value", "agenda.heading.value"},
    {"Proposal", "agenda.heading.proposal"},
    {"Decision", "agenda.heading.decision"},
    {"Reason", "agenda.heading.reason"},
    {"By", "agenda.heading.by"},
    {"In the log", "agenda.heading.taken"},
    {"Reference", "agenda.heading.reference"},
}};

constexpr std::size_t kFreeRows = 5;

std::string both(const std::vector<Name>& sales, const std::vector<Name>& ops) {
    const std::string of_sales = saidNames(sales);
    const std::string of_ops = saidNames(ops);
    return of_sales.empty() || of_ops.empty() ? of_sales + of_ops : of_sales + " / " + of_ops;
}

class PagesMaker {
  public:
    PagesMaker(const ReviewBook& book, const Agenda& agenda,
               std::span<const review::SharedTarget> targets,
               std::span<const std::string> proposals, const Saying& saying)
        : book_(book), agenda_(agenda), targets_(targets), proposals_(proposals), saying_(saying) {}

    AgendaPages run() {
        pages_.title = saying_.texts("agenda.title", {planning::isoText(agenda_.on)});
        addIntro();
        section("agenda.section.conflicts", agenda_.conflicts.size(), true,
                [&](std::size_t i) { return conflict(i); });
        section("agenda.section.unanswered", agenda_.unanswered.size(), true,
                [&](std::size_t i) { return unanswered(agenda_.unanswered[i]); });
        section("agenda.section.requests", agenda_.requests.size(), true,
                [&](std::size_t i) { return request(agenda_.requests[i]); });
        section("agenda.section.risks", agenda_.risks.size(), true,
                [&](std::size_t i) { return risk(agenda_.risks[i]); });
        section("agenda.section.decisions", agenda_.decisions.size(), false,
                [&](std::size_t i) { return decision(agenda_.decisions[i]); });
        section("agenda.section.kept", agenda_.kept.size(), false,
                [&](std::size_t i) { return outcome(agenda_.kept[i]); });
        section("agenda.section.broken", agenda_.broken.size(), true,
                [&](std::size_t i) { return outcome(agenda_.broken[i]); });
        const std::vector<AgendaPoint> reliability = reliabilityPoints();
        section("agenda.section.reliability", reliability.size(), false,
                [&](std::size_t i) { return reliability[i]; });
        section("agenda.section.targets", std::min(targets_.size(), agenda_.standings.size()),
                false, [&](std::size_t i) { return target(i); });
        section("agenda.section.credits", agenda_.credits.size(), false,
                [&](std::size_t i) { return credit(agenda_.credits[i]); });
        section("agenda.section.findings", agenda_.findings.open.size(), true,
                [&](std::size_t i) { return finding(agenda_.findings.open[i]); });
        const auto& faults = book_.log->findings();
        section("agenda.section.log", faults.size(), false, [&](std::size_t i) {
            AgendaPoint point;
            point.what = saidFault(faults[i], saying_.texts);
            return point;
        });
        return std::move(pages_);
    }

  private:
    template <class PointOf>
    void section(std::string_view title, std::size_t count, bool takes_decisions,
                 PointOf point_of) {
        AgendaSection made;
        made.title = saying_.texts(title);
        made.takes_decisions = takes_decisions;
        made.more = count - std::min(count, kMostPoints);
        for (std::size_t i = 0; i < count - made.more; ++i) {
            made.points.push_back(point_of(i));
        }
        pages_.sections.push_back(std::move(made));
    }

    void addIntro() {
        for (const Side side : {Side::kSales, Side::kOps}) {
            std::vector<Name> names;
            for (const review::Attendee& attendee : agenda_.attendees) {
                if (attendee.side == side) {
                    names.push_back(attendee.name);
                }
            }
            if (!names.empty()) {
                pages_.intro.push_back(saying_.texts(
                    side == Side::kSales ? "agenda.sales" : "agenda.ops", {saidNames(names)}));
            }
        }
        if (agenda_.last) {
            pages_.intro.push_back(
                saying_.texts("agenda.last", {planning::isoText(agenda_.last->day)}));
        }
        pages_.intro.push_back(saying_.texts("agenda.next", {planning::isoText(agenda_.next)}));
    }

    [[nodiscard]] AgendaPoint pointOf(const ReviewDeal& deal) const {
        AgendaPoint point;
        point.deal = deal.deal.text;
        point.reference = std::string{kDealReference} + deal.deal.text;
        point.who = both(review::salesOwnersOf(book_, deal), review::opsOwnersOf(book_, deal));
        return point;
    }

    [[nodiscard]] AgendaPoint conflict(std::size_t place) const {
        const ReviewDeal& deal = book_.deals[agenda_.conflicts[place]];
        AgendaPoint point = pointOf(deal);
        point.what = saidConflict(deal, saying_);
        point.day = deal.decide_by;
        point.value = deal.value;
        point.proposal = place < proposals_.size() ? oneLine(proposals_[place]) : std::string{};
        point.is_urgent = place < agenda_.must_decide;
        return point;
    }

    [[nodiscard]] AgendaPoint unanswered(const review::OpenWait& open) const {
        const ReviewDeal& deal = book_.deals[open.deal];
        AgendaPoint point = pointOf(deal);
        point.what = saidWait(open.wait, book_.today, saying_);
        const review::LogEvent& event = book_.log->events()[open.wait.event];
        point.what +=
            " " + saidPerson(event.by, event.side, saying_) + " " + saidEvent(event, saying_);
        point.day = open.wait.since.day;
        point.value = deal.value;
        return point;
    }

    [[nodiscard]] const review::Thread& threadOf(const ReviewDeal& deal) const {
        return *book_.threads->of(deal.deal.key); // the agenda was made of it
    }

    [[nodiscard]] AgendaPoint request(const review::OpenRequest& open) const {
        const ReviewDeal& deal = book_.deals[open.deal];
        AgendaPoint point = pointOf(deal);
        const review::CapacityRequest& asked = threadOf(deal).requests[open.request];
        point.what = saidRequest(asked, saying_);
        const std::string reason = oneLine(book_.log->events()[asked.event].reason);
        point.what += reason.empty() ? "" : " (" + reason + ")";
        point.day = asked.when.day;
        point.value = asked.terms.cost;
        if (const auto number = book_.log->rows()[asked.event].number) {
            point.reference = std::string{kRequestReference} + std::to_string(*number);
        }
        return point;
    }

    [[nodiscard]] AgendaPoint risk(std::uint32_t index) const {
        const ReviewDeal& deal = book_.deals[index];
        AgendaPoint point = pointOf(deal);
        const review::AcceptedRisk& accepted = *threadOf(deal).risk;
        point.what = saidRisk(accepted, saying_);
        point.day = accepted.until;
        point.value = deal.value;
        return point;
    }

    [[nodiscard]] AgendaPoint decision(review::EventIndex index) const {
        const review::LogEvent& event = book_.log->events()[index];
        AgendaPoint point;
        point.deal = event.deal.text;
        point.what = saidEventOf(book_, event, saying_);
        point.who = saidPerson(event.by, event.side, saying_);
        point.day = event.when.day;
        return point;
    }

    [[nodiscard]] AgendaPoint outcome(std::uint32_t index) const {
        const ReviewDeal& deal = book_.deals[index];
        AgendaPoint point = pointOf(deal);
        const review::PromiseHistory history = review::historyOf(book_, deal);
        point.what = saidOutcome(deal, history, saying_);
        point.day = history.delivered ? history.delivered : history.first;
        point.value = deal.value;
        return point;
    }

    [[nodiscard]] std::vector<AgendaPoint> reliabilityPoints() const {
        using review::ReliabilityOf;
        const review::Reliability& reliability = agenda_.reliability;
        std::vector<AgendaPoint> points;
        if (reliability.count.promises == 0) {
            return points;
        }
        points.emplace_back().what = saidReliability({}, reliability.count, reliability.share,
                                                     reliability.buffer_days, saying_);
        for (const ReliabilityOf kind : {ReliabilityOf::kOwner, ReliabilityOf::kResource,
                                         ReliabilityOf::kItem, ReliabilityOf::kCustomer}) {
            for (const review::ReliabilityRow* const row :
                 review::leastReliable(reliability, kind, kMostReliabilityRows)) {
                AgendaPoint& point = points.emplace_back();
                point.deal = row->name.text;
                point.what =
                    saidReliability(kind, row->count, row->share, row->buffer_days, saying_);
                if (kind == ReliabilityOf::kResource) {
                    point.who = saidNames(review::ownersOfResource(book_, row->name));
                }
            }
        }
        return points;
    }

    [[nodiscard]] AgendaPoint target(std::size_t place) const {
        const review::SharedTarget& shared = targets_[place];
        AgendaPoint point;
        point.what = saidTarget(shared, agenda_.standings[place], saying_);
        point.who = both({shared.sales_owner}, {shared.ops_owner});
        point.day = shared.due;
        return point;
    }

    [[nodiscard]] AgendaPoint credit(const review::Credit& credit) const {
        AgendaPoint point;
        point.deal = credit.deal.text;
        point.what = saidCredit(credit, saying_);
        point.day = credit.when;
        return point;
    }

    [[nodiscard]] AgendaPoint finding(const review::Finding& found) const {
        AgendaPoint point = found.deal ? pointOf(book_.deals[*found.deal]) : AgendaPoint{};
        point.deal = found.subject.text;
        point.what = saidFinding(found, saying_.texts);
        point.reference = std::string{kFindingReference} + review::findingKey(found);
        return point;
    }

    const ReviewBook& book_;
    const Agenda& agenda_;
    std::span<const review::SharedTarget> targets_;
    std::span<const std::string> proposals_;
    const Saying& saying_;
    AgendaPages pages_;
};

class CellWriter {
  public:
    explicit CellWriter(const Texts& texts) : texts_(texts) {}

    std::vector<ShownCell> run(const AgendaPages& pages) {
        line(pages.title, ShownLook::kTitle);
        line(texts_("agenda.howTo"), ShownLook::kNote);
        for (const std::string& text : pages.intro) {
            line(text, ShownLook::kText);
        }
        for (const AgendaSection& section : pages.sections) {
            begin(section.title);
            for (const AgendaPoint& point : section.points) {
                add(point, section.takes_decisions);
            }
            if (section.points.empty()) {
                note(texts_("agenda.none"));
            }
            if (section.more > 0) {
                note(texts_.counted("agenda.more", section.more));
            }
        }
        begin(texts_("agenda.section.other"));
        for (std::size_t i = 0; i < kFreeRows; ++i) {
            put(AgendaColumn::kDeal, {}, ShownLook::kInput);
            put(AgendaColumn::kWhat, {}, ShownLook::kInput);
            putInputs();
            ++row_;
        }
        return std::move(cells_);
    }

  private:
    void put(AgendaColumn column, SheetValue value, ShownLook look) {
        cells_.push_back({row_, static_cast<std::int32_t>(column), std::move(value), look});
    }

    void putText(AgendaColumn column, std::string_view text, ShownLook look) {
        if (!text.empty()) {
            put(column, SheetValue::of(text), look);
        }
    }

    void line(std::string_view text, ShownLook look) {
        putText(AgendaColumn::kDeal, text, look);
        ++row_;
    }

    void note(std::string_view text) {
        putText(AgendaColumn::kWhat, text, ShownLook::kNote);
        putText(AgendaColumn::kReference, kInformationReference, ShownLook::kNote);
        ++row_;
    }

    void begin(std::string_view title) {
        ++row_;
        line(title, ShownLook::kSection);
        for (std::size_t column = 0; column < kAgendaColumns; ++column) {
            put(static_cast<AgendaColumn>(column), SheetValue::of(kHeadings[column].word),
                ShownLook::kTableHeading);
        }
        ++row_;
    }

    void add(const AgendaPoint& point, bool takes_decisions) {
        const ShownLook look = point.is_urgent ? ShownLook::kUrgent : ShownLook::kText;
        putText(AgendaColumn::kDeal, point.deal, look);
        putText(AgendaColumn::kWhat, point.what, look);
        putText(AgendaColumn::kWho, point.who, look);
        if (point.day) {
            put(AgendaColumn::kDay, SheetValue::of(*point.day), look);
        }
        if (point.value) {
            put(AgendaColumn::kValue, SheetValue::of(*point.value), look);
        }
        putText(AgendaColumn::kProposal, point.proposal, look);
        if (takes_decisions) {
            putInputs();
        }
        putText(AgendaColumn::kReference,
                takes_decisions ? std::string_view{point.reference} : kInformationReference,
                ShownLook::kNote);
        ++row_;
    }

    void putInputs() {
        for (const AgendaColumn column :
             {AgendaColumn::kDecision, AgendaColumn::kReason, AgendaColumn::kBy}) {
            put(column, {}, ShownLook::kInput);
        }
    }

    const Texts& texts_;
    std::int32_t row_ = 0;
    std::vector<ShownCell> cells_;
};

void addLine(std::string& body, std::string_view text) {
    body += oneLine(text);
    body += '\n';
}

std::string mailLine(const AgendaPoint& point, const Texts& texts) {
    std::string line = point.is_urgent ? "! " : "- ";
    line += point.deal.empty() ? "" : oneLine(point.deal) + ": ";
    line += point.what;
    if (!point.who.empty()) {
        line += " [" + point.who + "]";
    }
    if (!point.proposal.empty()) {
        line += " " + texts("agenda.proposed", {point.proposal});
    }
    return line;
}

} // namespace

WordTable agendaHeadings(std::span<const Texts* const> languages) {
    return WordTable{kHeadings, languages};
}

AgendaPages agendaPages(const ReviewBook& book, const Agenda& agenda,
                        std::span<const review::SharedTarget> targets,
                        std::span<const std::string> proposals, const Saying& saying) {
    return PagesMaker{book, agenda, targets, proposals, saying}.run();
}

std::vector<ShownCell> agendaCells(const AgendaPages& pages, const Texts& texts) {
    return CellWriter{texts}.run(pages);
}

AgendaMail agendaMail(const AgendaPages& pages, const Agenda& agenda,
                      const std::map<std::string, std::string, std::less<>>& mails,
                      const Texts& texts) {
    AgendaMail mail;
    for (const review::Attendee& attendee : agenda.attendees) {
        const auto found = mails.find(attendee.name.key);
        if (found == mails.end()) {
            mail.without.push_back(attendee.name.text);
        } else {
            mail.to.push_back(found->second);
        }
    }
    mail.subject = oneLine(pages.title);
    for (const std::string& line : pages.intro) {
        addLine(mail.body, line);
    }
    for (const AgendaSection& section : pages.sections) {
        if (section.points.empty()) {
            continue;
        }
        mail.body += '\n';
        addLine(mail.body, section.title);
        std::size_t more = section.more;
        for (const AgendaPoint& point : section.points) {
            const std::string line = mailLine(point, texts);
            if (mail.body.size() + line.size() < kMostMailBytes) {
                addLine(mail.body, line);
            } else {
                ++more;
            }
        }
        if (more > 0) {
            addLine(mail.body, texts.counted("agenda.more", more));
        }
    }
    return mail;
}

} // namespace keepable::views
