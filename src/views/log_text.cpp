// SPDX-License-Identifier: MPL-2.0
#include "views/log_text.hpp"

#include "tables/names.hpp"
#include "tables/plan_reader.hpp"
#include "tables/unit_text.hpp"
#include "views/sheet_value.hpp"
#include "views/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace keepable::views {

namespace {

using planning::Day;
using review::Means;
using review::Moment;
using review::StateThen;
using review::Terms;
using tables::Cell;
using tables::CellKind;

constexpr std::string_view kPieces = "pcs";
constexpr std::string_view kHours = "h";
constexpr std::string_view kCost = "cost";
constexpr std::string_view kChance = "chance";
constexpr std::int32_t kMinutesADay = 24 * 60;

const Day kFirstPlainDay = *planning::dayFromCivil(1990, 1, 1);
const Day kLastPlainDay = *planning::dayFromCivil(2199, 12, 31);

void addPart(std::string& text, std::string_view part) {
    if (!text.empty() && !part.empty()) {
        text += "; ";
    }
    text += part;
}

// Where the bracket that a text begins with is closed; npos where it is not.
std::size_t closingBracket(std::string_view text) {
    std::int32_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

// Cut at semicolons, but not at one in the bracketed name of a resource.
std::vector<std::string_view> partsOf(std::string_view text) {
    std::vector<std::string_view> parts;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        const std::size_t close =
            text.starts_with('[') ? closingBracket(text) : std::string_view::npos;
        const std::size_t end = text.find(';', close == std::string_view::npos ? 0 : close);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

// With a point, and never with three decimals, which a locale that groups by points would take for
// thousands: 1.1250, not 1.125.
std::string decimalWord(std::int64_t units, int decimals) {
    std::string text = planning::decimalText(units, decimals);
    constexpr std::size_t kGroupDigits = 3;
    const std::size_t point = text.find('.');
    if (point != std::string::npos && text.size() - point - 1 == kGroupDigits) {
        text += '0';
    }
    return text;
}

template <class Meaning, int kDecimals>
std::string decimalWord(planning::Fixed<Meaning, kDecimals> amount) {
    return decimalWord(amount.units, kDecimals);
}

std::string twoDigits(std::int32_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// "14:05" or "9:30:12", the minute of the day.
std::optional<std::int32_t> minuteFrom(std::string_view text) {
    std::array<std::int32_t, 3> numbers{};
    std::size_t count = 0;
    bool has_digit = false;
    for (const char letter : text) {
        if (letter >= '0' && letter <= '9') {
            numbers[count] = 10 * numbers[count] + (letter - '0');
            has_digit = true;
            if (numbers[count] > kMinutesADay) {
                return std::nullopt;
            }
        } else if (letter == ':' && has_digit && count + 1 < numbers.size()) {
            ++count;
            has_digit = false;
        } else {
            return std::nullopt;
        }
    }
    const bool is_time =
        count > 0 && has_digit && numbers[0] < 24 && numbers[1] < 60 && numbers[2] < 60;
    return is_time ? std::optional{60 * numbers[0] + numbers[1]} : std::nullopt;
}

} // namespace

std::string termsText(const Terms& terms) {
    std::string text;
    const auto add = [&](const std::string& part) { addPart(text, part); };
    if (terms.day) {
        add(planning::isoText(*terms.day));
    }
    if (terms.quantity) {
        add(decimalWord(*terms.quantity) + " " + std::string{kPieces});
    }
    if (terms.hours) {
        add(decimalWord(*terms.hours) + " " + std::string{kHours});
    }
    if (!terms.resource.isEmpty()) {
        add("[" + terms.resource.text + "]");
    }
    add(std::string{word(terms.means)});
    if (terms.cost) {
        add(std::string{kCost} + " " + decimalWord(*terms.cost));
    }
    add(terms.text);
    return review::lastingText(text);
}

std::string stateText(const StateThen& state) {
    std::string text{word(state.thread)};
    if (state.verdict) {
        addPart(text, verdictWord(*state.verdict));
    }
    if (state.chance) {
        constexpr int kPercentDecimals = planning::Probability::kDecimals - 2;
        addPart(text, std::string{kChance} + " " +
                          decimalWord(state.chance->units, kPercentDecimals) + " %");
    }
    return text;
}

std::string momentText(Moment moment) {
    return planning::isoText(moment.day) + " " + twoDigits(moment.minute / 60) + ":" +
           twoDigits(moment.minute % 60);
}

bool isAboutCapacity(review::Action action) {
    switch (action) {
    case review::Action::kCapacityRequested:
    case review::Action::kCapacityApproved:
    case review::Action::kCapacityDeclined:
    case review::Action::kCapacityAdded:
        return true;
    default:
        return false;
    }
}

LogTextReader::LogTextReader(const tables::ReadingContext& context, const ReviewWords& words)
    : cells_(context), null_date_(context.null_date), words_(words) {}

Terms LogTextReader::terms(const Cell& cell, bool is_about_capacity) const {
    Terms terms;
    if (cell.kind() == CellKind::kNumber && !is_about_capacity) {
        terms.day = plainDay(cell);
        if (terms.day) {
            return terms;
        }
    }
    std::string scratch;
    const std::string_view text = unguardedText(tables::nameIn(cell, scratch));
    for (const std::string_view part : partsOf(text)) {
        if (!tables::isBlankName(part) &&
            !takePart(tables::tidyName(part), is_about_capacity, terms)) {
            addPart(terms.text, review::lastingText(part));
        }
    }
    return terms;
}

// False for what is nothing but text, or says again what another part has said.
bool LogTextReader::takePart(std::string_view part, bool is_about_capacity, Terms& terms) const {
    const auto take = [](auto& kept, const auto& read) {
        if (!read.isRead() || kept) {
            return false;
        }
        kept = read.value;
        return true;
    };
    if (part.starts_with('[') && part.ends_with(']') && terms.resource.isEmpty()) {
        terms.resource = nameFrom(part.substr(1, part.size() - 2));
        return !terms.resource.isEmpty();
    }
    if (const auto means = words_.means(part); means && terms.means == Means::kUnsaid) {
        terms.means = *means;
        return true;
    }
    if (const auto cost = words_.afterCost(part)) {
        return take(terms.cost, cells_.amount(Cell::text(*cost), planning::kMostMoney));
    }
    if (take(terms.day, cells_.day(part))) {
        return true;
    }
    const tables::UnitText split = tables::splitUnit(part);
    const Cell number = Cell::text(split.number);
    switch (split.unit) {
    case tables::AmountUnit::kHours:
    case tables::AmountUnit::kDays:
        return take(terms.hours, cells_.work(Cell::text(part), planning::kMostHours, split.unit));
    case tables::AmountUnit::kPieces:
        return take(terms.quantity, cells_.amount(number, planning::kMostQuantity));
    case tables::AmountUnit::kAsRead:
        return is_about_capacity
                   ? take(terms.hours, cells_.amount(number, planning::kMostHours))
                   : take(terms.quantity, cells_.amount(number, planning::kMostQuantity));
    }
    return false;
}

StateThen LogTextReader::state(std::string_view text) const {
    StateThen state;
    for (const std::string_view part : partsOf(text)) {
        const std::string tidy = tables::tidyName(part);
        if (const auto thread = words_.state(tidy)) {
            state.thread = *thread;
        } else if (const auto chance = words_.afterChance(tidy)) {
            const auto read = cells_.probability(Cell::text(*chance));
            if (read.isRead()) {
                state.chance = read.value;
            }
        } else {
            for (const auto verdict : {planning::Verdict::kKeepable, planning::Verdict::kAtRisk,
                                       planning::Verdict::kInfeasible, planning::Verdict::kCheckRow,
                                       planning::Verdict::kClosed}) {
                if (tables::foldedName(tidy) == tables::foldedName(verdictWord(verdict))) {
                    state.verdict = verdict;
                }
            }
        }
    }
    return state;
}

std::optional<Moment> LogTextReader::moment(const Cell& cell) const {
    if (cell.kind() == CellKind::kNumber) {
        const auto day = cells_.day(cell);
        if (!day.isRead()) {
            return std::nullopt;
        }
        const double fraction = cell.number() - std::floor(cell.number());
        const auto minute = static_cast<std::int32_t>(std::round(fraction * kMinutesADay));
        return minute == kMinutesADay ? Moment{day.value + 1, 0} : Moment{day.value, minute};
    }
    const std::string text = tables::tidyName(cell.text());
    const std::size_t space = text.rfind(' ');
    if (space != std::string::npos) {
        const auto minute = minuteFrom(std::string_view{text}.substr(space + 1));
        const auto day = cells_.day(std::string_view{text}.substr(0, space));
        if (minute && day.isRead()) {
            return Moment{day.value, *minute};
        }
    }
    const auto day = cells_.day(text);
    return day.isRead() ? std::optional{Moment{day.value, 0}} : std::nullopt;
}

std::optional<Day> LogTextReader::plainDay(const Cell& cell) const {
    const auto day = cells_.day(cell);
    const bool is_plain = cell.kind() == CellKind::kNumber && day.isRead() &&
                          cell.number() == std::floor(cell.number()) &&
                          day.value >= kFirstPlainDay && day.value <= kLastPlainDay;
    return is_plain ? std::optional{day.value} : std::nullopt;
}

review::Name nameFrom(std::string_view text) {
    review::Name name{review::lastingText(text), {}};
    name.key = tables::foldedName(name.text);
    return name;
}

review::Name dealFrom(std::string_view text) {
    review::Name name{review::lastingText(text), {}};
    name.key = tables::dealKey(Cell::text(name.text));
    return name;
}

} // namespace keepable::views
