// SPDX-License-Identifier: MPL-2.0
#include "tables/settings_reader.hpp"

#include "planning/resource_calendar.hpp"
#include "tables/names.hpp"
#include "tables/reading_rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace keepable::tables {

using planning::Day;
using planning::DealClass;
using planning::PeriodLength;
using planning::PeriodRule;
using planning::PortfolioGoal;
using planning::RankBy;
using planning::RankProposalsBy;

namespace {

using WorkingDays = std::array<bool, 7>;

constexpr std::int32_t kMostDays = planning::kLastDay.serial - planning::kFirstDay.serial;

enum class Setting : std::uint8_t {
    kAsOf,
    kWorkingDays,
    kHolidays,
    kPeriodLength,
    kPeriodRule,
    kWorkAhead,
    kFence,
    kRankBy,
    kRankProposalsBy,
    kLowChance,
    kScenarios,
    kPortfolioBy,
    kPortfolioSeconds,
    kQuoteBuffer,
    kFirm,
    kHeld,
    kTentative,
    kClosed
};

template <class Meaning> struct Word {
    std::string_view folded;
    Meaning meaning;
};

template <class Meaning, std::size_t kCount>
std::optional<Meaning> meaningOf(std::string_view folded,
                                 const std::array<Word<Meaning>, kCount>& words) {
    const auto found = std::ranges::find(words, folded, &Word<Meaning>::folded);
    return found == words.end() ? std::nullopt : std::optional{found->meaning};
}

constexpr std::array kSettings{Word<Setting>{"as of", Setting::kAsOf},
                               Word<Setting>{"working days", Setting::kWorkingDays},
                               Word<Setting>{"holidays", Setting::kHolidays},
                               Word<Setting>{"period length", Setting::kPeriodLength},
                               Word<Setting>{"period rule", Setting::kPeriodRule},
                               Word<Setting>{"work ahead", Setting::kWorkAhead},
                               Word<Setting>{"fence", Setting::kFence},
                               Word<Setting>{"rank by", Setting::kRankBy},
                               Word<Setting>{"rank proposals by", Setting::kRankProposalsBy},
                               Word<Setting>{"low chance", Setting::kLowChance},
                               Word<Setting>{"scenarios", Setting::kScenarios},
                               Word<Setting>{"best portfolio by", Setting::kPortfolioBy},
                               Word<Setting>{"portfolio seconds", Setting::kPortfolioSeconds},
                               Word<Setting>{"quote buffer", Setting::kQuoteBuffer},
                               Word<Setting>{"firm", Setting::kFirm},
                               Word<Setting>{"held", Setting::kHeld},
                               Word<Setting>{"tentative", Setting::kTentative},
                               Word<Setting>{"closed", Setting::kClosed}};

constexpr std::array kRankings{Word<RankBy>{"priority", RankBy::kPriority},
                               Word<RankBy>{"promised date", RankBy::kPromisedDate},
                               Word<RankBy>{"value", RankBy::kValue},
                               Word<RankBy>{"value per hour", RankBy::kValuePerHour},
                               Word<RankBy>{"sheet order", RankBy::kSheetOrder}};

constexpr std::array kProposalRankings{
    Word<RankProposalsBy>{"days late", RankProposalsBy::kDaysLate},
    Word<RankProposalsBy>{"extra cost", RankProposalsBy::kExtraCost},
    Word<RankProposalsBy>{"value at stake", RankProposalsBy::kValueAtStake},
    Word<RankProposalsBy>{"deals affected", RankProposalsBy::kDealsAffected}};

constexpr std::array kPortfolioGoals{
    Word<PortfolioGoal>{"value", PortfolioGoal::kValue},
    Word<PortfolioGoal>{"expected value", PortfolioGoal::kExpectedValue},
    Word<PortfolioGoal>{"value per bottleneck hour", PortfolioGoal::kValuePerBottleneckHour}};

constexpr std::array kQuoteBuffers{Word<bool>{"none", false}, Word<bool>{"usual slip", true}};

constexpr std::array kPeriodRules{Word<PeriodRule>{"pro rata", PeriodRule::kProRata},
                                  Word<PeriodRule>{"whole period", PeriodRule::kWholePeriod}};

constexpr std::array kPeriodLengths{Word<PeriodLength>{"day", {false, 1}},
                                    Word<PeriodLength>{"week", {false, 7}},
                                    Word<PeriodLength>{"month", {true, 0}}};

bool maySettingRepeat(Setting setting) {
    return setting == Setting::kHolidays || setting >= Setting::kFirm;
}

// Cuts the text at any of the characters; parts may be blank.
std::vector<std::string_view> partsOf(std::string_view text, std::string_view cuts) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find_first_of(cuts);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

// "Mon", "Mo", "Monday": two letters are enough to tell the days apart.
std::optional<std::size_t> weekdayNamed(std::string_view folded) {
    constexpr std::array<std::string_view, 7> kNames{"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
    for (std::size_t day = 0; day < kNames.size(); ++day) {
        if (folded.size() >= 2 && kNames[day].starts_with(folded)) {
            return day;
        }
    }
    return std::nullopt;
}

// "mon-fri" or "wed"; a range may go over the end of the week.
bool addWeekdays(std::string_view folded, WorkingDays& works) {
    const auto ends = partsOf(folded, "-");
    const auto first = weekdayNamed(foldedName(ends.front()));
    const auto last = weekdayNamed(foldedName(ends.back()));
    if (ends.size() > 2 || !first || !last) {
        return false;
    }
    for (std::size_t day = *first;; day = (day + 1) % works.size()) {
        works[day] = true;
        if (day == *last) {
            return true;
        }
    }
}

std::optional<WorkingDays> workingDays(std::string_view text) {
    std::string folded = foldedName(text);
    for (const std::string_view dash : {"–", "—", "‐", "‑"}) {
        for (auto at = folded.find(dash); at != std::string::npos; at = folded.find(dash)) {
            folded.replace(at, dash.size(), "-");
        }
    }
    WorkingDays works{};
    bool any = false;
    for (const std::string_view part : partsOf(folded, ",;/")) {
        if (isBlankName(part)) {
            continue;
        }
        any = true;
        if (!addWeekdays(part, works)) {
            return std::nullopt;
        }
    }
    return any ? std::optional{works} : std::nullopt;
}

class SettingsReader {
  public:
    SettingsReader(const Grid& grid, const CellReader& reader, Day today)
        : grid_(grid), reader_(reader) {
        read_.settings.as_of = today;
    }

    SettingsRead run() {
        for (row_ = 0; row_ < grid_.rowCount(); ++row_) {
            const Cell& name = grid_.at(row_, 0);
            const Cell value = grid_.columnCount() > 1 ? grid_.at(row_, 1) : Cell{};
            if (isBlank(name) && isBlank(value)) {
                continue;
            }
            if (!is_past_first_ && isSettingsHeading(name.text(), value.text())) {
                is_past_first_ = true;
                continue;
            }
            is_past_first_ = true;
            readRow(name, value);
        }
        read_.settings.calendar = planning::WorkCalendar{works_, std::move(holidays_)};
        return std::move(read_);
    }

  private:
    void report(std::string heading, std::string seen, std::string_view expected) {
        RowProblem problem;
        problem.table = TableKind::kSettings;
        problem.sheet = grid_.sheet;
        problem.row = row_ + 1;
        problem.heading = std::move(heading);
        problem.seen = std::move(seen);
        problem.expected = expected;
        read_.problems.push_back(std::move(problem));
    }

    void expect(const Cell& value, std::string_view expected) {
        report(seenText(grid_.at(row_, 0)), seenText(value), expected);
    }

    void readRow(const Cell& name, const Cell& value) {
        if (isReadingRule(name.text()) || isColumnListHeading(name.text(), value.text())) {
            return; // read before the tables are
        }
        const auto setting = meaningOf(foldedName(name.text()), kSettings);
        if (!setting) {
            report(isBlank(name) ? std::string{} : seenText(name), seenText(name),
                   "the name of a setting");
            return;
        }
        if (isBlank(value)) {
            return;
        }
        std::int32_t& first_row = first_rows_[static_cast<std::size_t>(*setting)];
        if (first_row != 0 && !maySettingRepeat(*setting)) {
            expect(value, "read: row " + std::to_string(first_row) + " has this setting already");
            return;
        }
        first_row = row_ + 1;
        readValue(*setting, value);
    }

    void readValue(Setting setting, const Cell& value) {
        planning::PlanSettings& settings = read_.settings;
        switch (setting) {
        case Setting::kAsOf:
            if (const auto day = reader_.day(value); day.isRead()) {
                settings.as_of = day.value;
            } else {
                expect(value, "a date");
            }
            break;
        case Setting::kWorkingDays:
            if (const auto works = workingDays(value.text())) {
                works_ = *works;
            } else {
                expect(value, "a list of weekdays such as “Mon-Fri” or “Mon, Tue, Thu”");
            }
            break;
        case Setting::kHolidays:
            readHolidays(value);
            break;
        case Setting::kPeriodLength:
            readPeriodLength(value);
            break;
        case Setting::kPeriodRule:
            readWord(value, kPeriodRules, settings.period_rule, "“pro rata” or “whole period”");
            break;
        case Setting::kWorkAhead:
            if (const auto days = wholeDays(value)) {
                settings.work_ahead_days = *days;
            }
            break;
        case Setting::kFence:
            if (const auto days = wholeDays(value)) {
                settings.fence_days = *days;
            }
            break;
        case Setting::kRankBy:
            readWord(value, kRankings, settings.rank_by,
                     "“priority”, “promised date”, “value”, “value per hour” or “sheet order”");
            break;
        case Setting::kRankProposalsBy:
            readWord(value, kProposalRankings, settings.rank_proposals_by,
                     "“days late”, “extra cost”, “value at stake” or “deals affected”");
            break;
        case Setting::kLowChance:
            readLowChance(value);
            break;
        case Setting::kScenarios:
            readWholeNumber(value, 1'000'000, settings.scenarios);
            break;
        case Setting::kPortfolioBy:
            readWord(value, kPortfolioGoals, settings.portfolio_goal,
                     "“value”, “expected value” or “value per bottleneck hour”");
            break;
        case Setting::kPortfolioSeconds:
            readWholeNumber(value, 3'600, settings.portfolio_seconds);
            break;
        case Setting::kQuoteBuffer:
            readWord(value, kQuoteBuffers, settings.adds_usual_slip, "“none” or “usual slip”");
            break;
        case Setting::kFirm:
            readStatusWords(value, DealClass::kFirm);
            break;
        case Setting::kHeld:
            readStatusWords(value, DealClass::kHeld);
            break;
        case Setting::kTentative:
            readStatusWords(value, DealClass::kTentative);
            break;
        case Setting::kClosed:
            readStatusWords(value, DealClass::kClosed);
            break;
        }
    }

    template <class Meaning, std::size_t kCount>
    void readWord(const Cell& value, const std::array<Word<Meaning>, kCount>& words,
                  Meaning& meaning, std::string_view expected) {
        if (const auto found = meaningOf(foldedName(value.text()), words)) {
            meaning = *found;
        } else {
            expect(value, expected);
        }
    }

    std::optional<std::int32_t> wholeDays(const Cell& value) {
        const auto days = reader_.wholeNumber(value, 0, kMostDays);
        if (!days.isRead()) {
            expect(value, "a whole number of days of at least 0");
            return std::nullopt;
        }
        return days.value;
    }

    void readPeriodLength(const Cell& value) {
        const auto days = reader_.wholeNumber(value, 1, planning::kMostPeriodDays);
        if (days.isRead()) {
            read_.settings.period_length = PeriodLength{false, days.value};
        } else if (const auto named = meaningOf(foldedName(value.text()), kPeriodLengths)) {
            read_.settings.period_length = *named;
        } else {
            expect(value, "“day”, “week”, “month” or a whole number of days from 1 to 3660");
        }
    }

    void readWholeNumber(const Cell& value, std::int32_t most, std::int32_t& number) {
        if (const auto read = reader_.wholeNumber(value, 1, most); read.isRead()) {
            number = read.value;
        } else {
            expect(value, "a whole number from 1 to " + std::to_string(most));
        }
    }

    void readLowChance(const Cell& value) {
        if (const auto read = reader_.probability(value); read.isRead()) {
            read_.settings.low_chance = read.value;
        } else {
            expect(value, "a chance from 0 to 1 or in %");
        }
    }

    void readHolidays(const Cell& value) {
        if (value.kind() != CellKind::kText) {
            addHoliday(reader_.day(value), seenText(value));
            return;
        }
        for (const std::string_view part : partsOf(value.text(), ";\n")) {
            if (!isBlankName(part)) {
                addHoliday(reader_.day(part), seenText(Cell::text(part)));
            }
        }
    }

    void addHoliday(const CellValue<Day>& day, std::string seen) {
        if (day.isRead()) {
            holidays_.push_back(day.value);
        } else {
            report(seenText(grid_.at(row_, 0)), std::move(seen), "a date");
        }
    }

    void readStatusWords(const Cell& value, DealClass meaning) {
        const std::string_view words = nameIn(value, scratch_);
        if (words.empty()) {
            expect(value, "a status word");
            return;
        }
        for (const std::string_view word : partsOf(words, ";\r\n")) {
            if (!isBlankName(word) && !read_.status_words.addOwn(word, meaning)) {
                report(seenText(grid_.at(row_, 0)), seenText(Cell::text(word)),
                       "a word of one class alone; the first row that names it counts");
            }
        }
    }

    const Grid& grid_;
    const CellReader& reader_;
    SettingsRead read_;
    std::int32_t row_ = 0;
    bool is_past_first_ = false;
    std::array<std::int32_t, kSettings.size()> first_rows_{}; // as shown; 0 where none was read
    WorkingDays works_{true, true, true, true, true, false, false};
    std::vector<Day> holidays_;
    std::string scratch_;
};

} // namespace

SettingName settingNamed(std::string_view text) {
    if (isReadingRule(text)) {
        return SettingName::kOfThePlan;
    }
    const auto setting = meaningOf(foldedName(text), kSettings);
    if (!setting) {
        return SettingName::kNone;
    }
    return *setting >= Setting::kFirm ? SettingName::kOfAStatus : SettingName::kOfThePlan;
}

bool isSettingsHeading(std::string_view name, std::string_view value) {
    const std::string folded = foldedName(name);
    return (folded == "setting" || folded == "settings" || folded == "name") &&
           foldedName(value) == "value";
}

SettingsRead readSettings(const Grid* settings, const CellReader& reader, Day today) {
    const Grid none;
    return SettingsReader{settings != nullptr ? *settings : none, reader, today}.run();
}

} // namespace keepable::tables
