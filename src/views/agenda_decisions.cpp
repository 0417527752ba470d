// SPDX-License-Identifier: MPL-2.0
#include "views/agenda_decisions.hpp"

#include "review/agenda.hpp"
#include "review/digest.hpp"
#include "tables/names.hpp"
#include "views/agenda_pages.hpp"
#include "views/log_text.hpp"
#include "views/review_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using review::Action;
using review::LogEvent;
using review::Name;
using review::ReviewBook;
using review::ReviewDeal;
using review::Side;
using review::Thread;
using tables::Cell;
using tables::CellKind;

using Columns = std::array<std::optional<std::int32_t>, kAgendaColumns>;

// "No 17, 9f86d081"
constexpr std::string_view kMarkBegin = "No ";
constexpr std::string_view kMarkBetween = ", ";
constexpr std::size_t kMarkDigits = 8;

// Beside the words of actions and moves: what people say of a request.
constexpr std::array<WordAndKey, 1> kApproved{{{"approved", "agenda.approved"}}};

struct Words {
    Action action = Action::kNoted;
    std::string_view rest;
};

bool isBetweenWords(char letter) {
    return letter == ' ' || letter == ':' || letter == ',' || letter == ';' || letter == '\n';
}

bool isMark(std::string_view text) {
    return text.size() > kMarkBegin.size() && text.starts_with(kMarkBegin) &&
           text[kMarkBegin.size()] >= '0' && text[kMarkBegin.size()] <= '9';
}

std::string_view withoutBeginning(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" :,;\n");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

bool isOurReference(std::string_view text) {
    return text == kInformationReference ||
           std::ranges::any_of(
               std::array{kDealReference, kRequestReference, kFindingReference},
               [&](std::string_view beginning) { return text.starts_with(beginning); });
}

// Whether the text is this one of ours, whatever its argument says.
bool isMadeOf(std::string_view text, std::string_view ours) {
    const std::size_t argument = ours.find("{0}");
    if (argument == std::string_view::npos) {
        return text == ours;
    }
    const std::string_view before = ours.substr(0, argument);
    const std::string_view after = ours.substr(argument + 3);
    return text.size() >= before.size() + after.size() && text.starts_with(before) &&
           text.ends_with(after);
}

// Title, explanation, attendees, days and the titles of sections.
bool isOurLine(std::string_view text, std::span<const Texts* const> languages) {
    constexpr std::string_view kSections = "agenda.section.";
    constexpr std::array<std::string_view, 6> kLines{"agenda.title", "agenda.howTo", "agenda.sales",
                                                     "agenda.ops",   "agenda.last",  "agenda.next"};
    return std::ranges::any_of(languages, [&](const Texts* language) {
        return std::ranges::any_of(language->all(), [&](const auto& entry) {
            const auto& [key, ours] = entry;
            return (key.starts_with(kSections) || std::ranges::find(kLines, key) != kLines.end()) &&
                   isMadeOf(text, ours);
        });
    });
}

class AgendaReader {
  public:
    AgendaReader(const tables::Grid& sheet, const ReviewBook& book, Speaker taker,
                 review::Moment now, const LogTextReader& reader, const ReviewWords& words,
                 std::span<const Texts* const> languages, const Texts& texts)
        : sheet_(sheet), book_(book), taker_(std::move(taker)), now_(now), reader_(reader),
          words_(words), languages_(languages), moves_(moveWords(languages)),
          approved_(kApproved, languages), headings_(agendaHeadings(languages)), texts_(texts) {}

    AgendaReading run() {
        // Rows that were moved above all headings have those of the first.
        for (std::int32_t row = 0; row < sheet_.rowCount() && !columns_; ++row) {
            (void)takeHeadings(row);
        }
        reading_.has_agenda = columns_.has_value();
        for (std::int32_t row = 0; row < sheet_.rowCount() && columns_; ++row) {
            if (!takeHeadings(row)) {
                readRow(row);
                findOwnLine(row);
                findRemark(row);
            }
        }
        return std::move(reading_);
    }

  private:
    bool takeHeadings(std::int32_t row) {
        Columns columns;
        std::size_t found = 0;
        for (std::int32_t column = 0; column < sheet_.columnCount(); ++column) {
            const auto meaning = headings_.find(sheet_.at(row, column).text());
            if (meaning && !columns[*meaning]) {
                columns[*meaning] = column;
                ++found;
            }
        }
        constexpr std::size_t kLeast = 3;
        const bool has_decision = columns[place(AgendaColumn::kDecision)].has_value();
        if (found < kLeast || !has_decision) {
            return false;
        }
        columns_ = columns;
        return true;
    }

    static std::size_t place(AgendaColumn column) { return static_cast<std::size_t>(column); }

    [[nodiscard]] const Cell& cell(std::int32_t row, AgendaColumn column) const {
        static const Cell nothing;
        const auto where = (*columns_)[place(column)];
        return where ? sheet_.at(row, *where) : nothing;
    }

    [[nodiscard]] std::string text(std::int32_t row, AgendaColumn column) const {
        std::string scratch;
        return review::lastingText(unguardedText(tables::nameIn(cell(row, column), scratch)));
    }

    void problem(std::int32_t row, std::string sentence) {
        reading_.problems.push_back({sheet_.first_row + row + 1, std::move(sentence)});
    }

    void readRow(std::int32_t row) {
        const Cell& decision = cell(row, AgendaColumn::kDecision);
        if (decision.kind() == CellKind::kError) {
            problem(row, texts_("agenda.errorCell"));
            return;
        }
        const std::string typed = text(row, AgendaColumn::kDecision);
        if (typed.empty()) {
            const std::string reason = text(row, AgendaColumn::kReason);
            if (!reason.empty()) {
                problem(row, texts_("agenda.reasonAlone", {oneLine(reason)}));
            }
            return;
        }
        Row made = rowOf(row, typed);
        const std::string mark = text(row, AgendaColumn::kTaken);
        if (mark.ends_with(std::string{kMarkBetween} + made.decision.digest)) {
            ++reading_.taken_before;
            return;
        }
        std::string sentence = fill(made, row, typed, decision);
        if (!sentence.empty()) {
            problem(row, std::move(sentence));
            return;
        }
        takeIntoThread(made);
        reading_.decisions.push_back(std::move(made.decision));
    }

    // A line that we have not written, and that decides nothing.
    void findOwnLine(std::int32_t row) {
        const bool is_said = !text(row, AgendaColumn::kDecision).empty() ||
                             !text(row, AgendaColumn::kReason).empty();
        if (is_said || !(*columns_)[place(AgendaColumn::kReference)] ||
            isOurReference(text(row, AgendaColumn::kReference)) ||
            isMark(text(row, AgendaColumn::kTaken))) {
            return;
        }
        std::vector<std::string> texts;
        for (std::size_t column = 0; column < kAgendaColumns; ++column) {
            std::string found = text(row, static_cast<AgendaColumn>(column));
            if (!found.empty()) {
                texts.push_back(std::move(found));
            }
        }
        if (!texts.empty() && !(texts.size() == 1 && isOurLine(texts.front(), languages_))) {
            problem(row, texts_("agenda.ownLine", {oneLine(texts.front())}));
        }
    }

    // What stands in a column of people's own.
    void findRemark(std::int32_t row) {
        for (std::int32_t column = 0; column < sheet_.columnCount(); ++column) {
            const Cell& other = sheet_.at(row, column);
            std::string scratch;
            const std::string text = review::lastingText(tables::nameIn(other, scratch));
            const bool is_ours =
                std::ranges::find(*columns_, std::optional{column}) != columns_->end();
            if (!is_ours && !text.empty() && !isMark(text)) {
                problem(row, texts_("agenda.remark", {oneLine(text)}));
                return;
            }
        }
    }

    struct Row {
        TypedDecision decision;
        std::optional<std::uint32_t> deal;
        std::string finding; // its key
        std::optional<review::Terms> request;
    };

    [[nodiscard]] Row rowOf(std::int32_t row, const std::string& typed) {
        Row made;
        LogEvent& event = made.decision.event;
        event.when = now_;
        const std::string by = text(row, AgendaColumn::kBy);
        event.by = by.empty() ? taker_.name : nameFrom(by);
        event.reason = text(row, AgendaColumn::kReason);
        takeReference(text(row, AgendaColumn::kReference), made);
        // Beside a finding the cell may name a resource or a person.
        const Name deal = dealFrom(text(row, AgendaColumn::kDeal));
        if (event.deal.isEmpty() && (made.finding.empty() || dealIndex(deal))) {
            event.deal = deal;
        }
        made.deal = dealIndex(event.deal);
        made.decision.row = sheet_.first_row + row;
        const auto taken = (*columns_)[place(AgendaColumn::kTaken)];
        const std::int32_t last = sheet_.columns.empty() ? 0 : sheet_.columns.back();
        made.decision.taken_column =
            taken ? sheet_.columns[static_cast<std::size_t>(*taken)] : last + 1;
        constexpr char kPart = '\x1f';
        made.decision.digest =
            review::hexText(review::sha256(event.deal.key + kPart + made.finding + kPart + typed +
                                           kPart + event.reason + kPart + by),
                            kMarkDigits);
        return made;
    }

    void takeReference(std::string_view reference, Row& made) {
        if (reference.starts_with(kFindingReference)) {
            made.finding = reference.substr(kFindingReference.size());
        } else if (reference.starts_with(kRequestReference)) {
            takeRequest(reference.substr(kRequestReference.size()), made);
        } else if (reference.starts_with(kDealReference)) {
            made.decision.event.deal = dealFrom(reference.substr(kDealReference.size()));
        }
    }

    // The row of the log that asked for capacity.
    void takeRequest(std::string_view text, Row& made) {
        std::int64_t number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec != std::errc{}) {
            return;
        }
        const auto event = eventNumbered(number);
        if (event && book_.log->events()[*event].action == Action::kCapacityRequested) {
            made.decision.event.deal = book_.log->events()[*event].deal;
            made.request = book_.log->events()[*event].to;
        }
    }

    [[nodiscard]] std::optional<review::EventIndex> eventNumbered(std::int64_t number) {
        if (numbers_.empty()) {
            for (review::EventIndex index = 0; index < book_.log->size(); ++index) {
                if (const auto has = book_.log->rows()[index].number) {
                    numbers_.emplace(*has, index);
                }
            }
        }
        const auto found = numbers_.find(number);
        return found == numbers_.end() ? std::nullopt : std::optional{found->second};
    }

    [[nodiscard]] std::optional<std::uint32_t> dealIndex(const Name& deal) {
        if (deals_.empty()) {
            for (std::uint32_t index = 0; index < book_.deals.size(); ++index) {
                deals_.emplace(book_.deals[index].deal.key, index);
            }
        }
        const auto found = deals_.find(deal.key);
        return found == deals_.end() ? std::nullopt : std::optional{found->second};
    }

    // The longest beginning that is an action or a move.
    [[nodiscard]] std::optional<Words> wordsOf(std::string_view typed) const {
        for (std::size_t end = typed.size(); end > 0; --end) {
            constexpr std::size_t kLongest = 60;
            const bool is_end = end == typed.size() || isBetweenWords(typed[end]);
            if (!is_end || end > kLongest) {
                continue;
            }
            const std::string_view beginning = typed.substr(0, end);
            auto action = words_.action(beginning);
            if (!action) {
                action = moves_.as<Action>(beginning);
            }
            if (!action && approved_.find(beginning)) {
                action = Action::kCapacityApproved;
            }
            if (action) {
                return Words{*action, withoutBeginning(typed.substr(end))};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Thread& threadOf(const ReviewDeal& deal) {
        const auto [found, is_new] = threads_.try_emplace(deal.deal.key);
        if (is_new) {
            if (const Thread* const known = book_.threads->of(deal.deal.key)) {
                found->second = *known;
            }
        }
        return found->second;
    }

    // Empty, or why it cannot be taken.
    std::string fill(Row& made, std::int32_t row, const std::string& typed, const Cell& cell) {
        LogEvent& event = made.decision.event;
        if (const auto day = dayAlone(cell)) {
            const bool is_promised =
                made.deal && review::historyOf(book_, book_.deals[*made.deal]).current.has_value();
            event.action = is_promised ? Action::kReDated : Action::kPromised;
            event.to.day = day;
        } else {
            const auto said = wordsOf(typed);
            if (!said) {
                return texts_("agenda.noAction", {oneLine(typed)});
            }
            event.action = said->action;
            if (takesTerms(event.action)) {
                event.to = reader_.terms(Cell::text(said->rest), isAboutCapacity(event.action));
            } else {
                event.to.text = said->rest;
            }
        }
        adaptTo(made);
        if (event.reason.empty()) {
            event.reason = std::exchange(event.to.text, {});
        }
        if (event.action == Action::kDismissed) {
            return dismiss(made);
        }
        if (!made.deal) {
            return withoutDeal(made, row);
        }
        return complete(made);
    }

    [[nodiscard]] std::optional<planning::Day> dayAlone(const Cell& cell) const {
        if (cell.kind() == CellKind::kNumber) {
            return reader_.plainDay(cell);
        }
        const auto day = reader_.cells().day(cell);
        return day.isRead() ? std::optional{day.value} : std::nullopt;
    }

    static void adaptTo(Row& made) {
        LogEvent& event = made.decision.event;
        if (!made.request) {
            return;
        }
        if (event.action == Action::kAgreed) {
            event.action = Action::kCapacityApproved;
        } else if (event.action == Action::kDeclined) {
            event.action = Action::kCapacityDeclined;
        }
        if (isAboutCapacity(event.action)) {
            review::Terms& to = event.to;
            const review::Terms& asked = *made.request;
            to.hours = to.hours ? to.hours : asked.hours;
            to.cost = to.cost ? to.cost : asked.cost;
            to.resource = to.resource.isEmpty() ? asked.resource : to.resource;
            to.means = to.means == review::Means::kUnsaid ? asked.means : to.means;
        }
    }

    std::string dismiss(Row& made) {
        LogEvent& event = made.decision.event;
        if (made.finding.empty()) {
            return texts_("agenda.noFinding");
        }
        if (event.reason.empty()) {
            return texts_("review.move.needsReason");
        }
        event.to = {};
        event.to.text = made.finding;
        event.side = sideOf(event, nullptr);
        return {};
    }

    std::string withoutDeal(Row& made, std::int32_t row) {
        LogEvent& event = made.decision.event;
        if (event.action == Action::kNoted) {
            if (event.reason.empty() && !isOurReference(text(row, AgendaColumn::kReference))) {
                takeLine(event, text(row, AgendaColumn::kWhat));
            }
            event.side = sideOf(event, nullptr);
            return lackOf(event, texts_);
        }
        const std::string named = text(row, AgendaColumn::kDeal);
        return named.empty() ? texts_("agenda.noDeal")
                             : texts_("agenda.unknownDeal", {oneLine(named)});
    }

    // Of a line of people's own what it says is what is noted, in whichever column.
    static void takeLine(LogEvent& event, std::string what) {
        if (what.empty()) {
            event.reason = std::exchange(event.deal, {}).text;
        } else {
            event.reason = std::move(what);
        }
    }

    [[nodiscard]] Side sideOf(const LogEvent& event, const Thread* thread) const {
        const Side of_person = book_.people->sideOf(event.by.key);
        const Side known =
            of_person == Side::kNeither && event.by == taker_.name ? taker_.side : of_person;
        return review::sideOfDecision(thread, event.action, known);
    }

    std::string complete(Row& made) {
        LogEvent& event = made.decision.event;
        const ReviewDeal& deal = book_.deals[*made.deal];
        const Thread& thread = threadOf(deal);
        event.deal = deal.deal;
        const review::PromiseHistory history = review::historyOf(book_, deal);
        event.side = sideOf(event, &thread);
        const Side other = review::otherSide(event.side);
        if (event.action == Action::kAgreed &&
            !canMove(thread, history, event.side, event.action) &&
            canMove(thread, history, other, event.action)) {
            event.side = other; // who takes it down is not who has to confirm
        }
        if (event.side == Side::kNeither && event.action != Action::kNoted) {
            return texts_("review.move.noSide", {oneLine(event.by.text)});
        }
        if (!canMove(thread, history, event.side, event.action)) {
            return texts_("agenda.doesNotFit",
                          {said(event.action, texts_), oneLine(deal.deal.text)});
        }
        if (event.to.isEmpty()) {
            event.to = usualTerms(thread, history, event.side, event.action);
        }
        std::string lack = lackOf(event, texts_);
        if (lack.empty()) {
            completeEvent(event, deal, thread, history);
        }
        return lack;
    }

    void takeIntoThread(const Row& made) {
        if (made.deal) {
            const auto index =
                static_cast<review::EventIndex>(book_.log->size() + reading_.decisions.size());
            review::take(threadOf(book_.deals[*made.deal]), made.decision.event, index);
        }
    }

    const tables::Grid& sheet_;
    const ReviewBook& book_;
    Speaker taker_;
    review::Moment now_;
    const LogTextReader& reader_;
    const ReviewWords& words_;
    std::span<const Texts* const> languages_;
    WordTable moves_;
    WordTable approved_;
    WordTable headings_;
    const Texts& texts_;
    std::optional<Columns> columns_;
    std::map<std::string, std::uint32_t, std::less<>> deals_;
    std::map<std::int64_t, review::EventIndex> numbers_;
    std::map<std::string, Thread, std::less<>> threads_; // with what was decided above
    AgendaReading reading_;
};

} // namespace

AgendaReading readAgenda(const tables::Grid& sheet, const ReviewBook& book, const Speaker& taker,
                         review::Moment now, const LogTextReader& reader, const ReviewWords& words,
                         std::span<const Texts* const> languages, const Texts& texts) {
    return AgendaReader{sheet, book, taker, now, reader, words, languages, texts}.run();
}

SheetValue takenMark(const TypedDecision& decision, std::int64_t number) {
    return SheetValue::of(std::string{kMarkBegin} + std::to_string(number) +
                          std::string{kMarkBetween} + decision.digest);
}

LogEvent heldReview(const Speaker& taker, review::Moment now, std::string_view attendees) {
    LogEvent event;
    event.when = now;
    event.side = taker.side;
    event.by = taker.name;
    event.action = Action::kMet;
    event.reason = review::lastingText(attendees);
    return event;
}

} // namespace keepable::views
