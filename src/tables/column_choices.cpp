// SPDX-License-Identifier: MPL-2.0
#include "tables/column_choices.hpp"

#include "tables/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace keepable::tables {

namespace {

constexpr std::array kTables{TableKind::kDeals, TableKind::kCapacity, TableKind::kItems};
constexpr std::string_view kColon = ":";

template <class Value> struct Word {
    std::string_view text;
    Value value;
};

constexpr std::array kOrders{Word<DateOrder>{"day first", DateOrder::kDayMonthYear},
                             Word<DateOrder>{"month first", DateOrder::kMonthDayYear},
                             Word<DateOrder>{"year first", DateOrder::kYearMonthDay}};
constexpr std::array kUnits{Word<AmountUnit>{"hours", AmountUnit::kHours},
                            Word<AmountUnit>{"days", AmountUnit::kDays},
                            Word<AmountUnit>{"pieces", AmountUnit::kPieces}};
constexpr std::array kScales{Word<ProbabilityScale>{"percent", ProbabilityScale::kPercent},
                             Word<ProbabilityScale>{"fraction", ProbabilityScale::kFraction}};

template <class Value, std::size_t kCount>
std::optional<Value> valueOf(std::string_view folded,
                             const std::array<Word<Value>, kCount>& words) {
    const auto* const found = std::ranges::find(words, folded, &Word<Value>::text);
    return found == words.end() ? std::nullopt : std::optional{found->value};
}

template <class Value, std::size_t kCount>
std::string_view textOf(Value value, const std::array<Word<Value>, kCount>& words) {
    const auto* const found = std::ranges::find(words, value, &Word<Value>::value);
    return found == words.end() ? std::string_view{} : found->text;
}

bool addReading(std::string_view folded, ColumnReading& reading) {
    if (const auto order = valueOf(folded, kOrders)) {
        reading.date_order = order;
        return true;
    }
    if (const auto unit = valueOf(folded, kUnits)) {
        reading.unit = *unit;
        return true;
    }
    if (const auto scale = valueOf(folded, kScales)) {
        reading.scale = *scale;
        return true;
    }
    return false;
}

std::string tableBegin(TableKind table) {
    return foldedName(tableName(table)) + std::string{kColon};
}

std::optional<TableKind> tableOf(std::string_view folded) {
    const auto* const found = std::ranges::find_if(
        kTables, [&](TableKind table) { return folded.starts_with(tableBegin(table)); });
    return found == kTables.end() ? std::nullopt : std::optional{*found};
}

// Takes " [2]" off the end.
std::int32_t takeOccurrence(std::string& heading) {
    const std::size_t open = heading.rfind(" [");
    if (open == std::string::npos || !heading.ends_with(']')) {
        return 1;
    }
    std::int32_t number = 0;
    const char* const first = heading.data() + open + 2;
    const char* const last = heading.data() + heading.size() - 1;
    const auto [end, error] = std::from_chars(first, last, number);
    if (error != std::errc{} || end != last || number < 1) {
        return 1;
    }
    heading.resize(open);
    return number;
}

} // namespace

bool isColumnChoice(std::string_view name) {
    return tableOf(foldedName(name)).has_value();
}

std::optional<ColumnChoice> columnChoice(std::string_view name, std::string_view value) {
    const std::string folded = foldedName(name);
    const auto table = tableOf(folded);
    if (!table) {
        return std::nullopt;
    }
    ColumnChoice choice;
    choice.table = *table;
    choice.heading = foldedName(std::string_view{folded}.substr(tableBegin(*table).size()));
    choice.occurrence = takeOccurrence(choice.heading);
    std::string rest = foldedName(value);
    const std::string role = rest.substr(0, rest.find(','));
    choice.role = roleNamed(*table, role);
    if (!choice.role && foldedName(role) != kNotRead) {
        return std::nullopt;
    }
    for (auto comma = rest.find(','); comma != std::string::npos; comma = rest.find(',')) {
        rest.erase(0, comma + 1);
        if (!addReading(foldedName(rest.substr(0, rest.find(','))), choice.reading)) {
            return std::nullopt;
        }
    }
    return choice;
}

std::vector<ColumnChoice> columnChoices(const Grid& settings) {
    std::vector<ColumnChoice> choices;
    for (std::int32_t row = 0; settings.columnCount() > 1 && row < settings.rowCount(); ++row) {
        const std::string_view name = settings.at(row, 0).text();
        if (name.find(kColon) == std::string_view::npos) {
            continue;
        }
        if (auto choice = columnChoice(name, settings.at(row, 1).text())) {
            choices.push_back(std::move(*choice));
        }
    }
    return choices;
}

bool isColumnListHeading(std::string_view name, std::string_view value) {
    return foldedName(name) == foldedName(kColumnListName) &&
           foldedName(value) == foldedName(kColumnListValue);
}

std::string choiceName(TableKind table, std::string_view heading, std::int32_t occurrence) {
    std::string name = std::string{tableName(table)} + ": " + tidyName(heading);
    if (occurrence > 1) {
        name += " [" + std::to_string(occurrence) + "]";
    }
    return name;
}

std::string choiceValue(std::optional<ColumnRole> role, const ColumnReading& reading) {
    std::string value{role ? canonicalHeading(*role) : kNotRead};
    const auto add = [&](std::string_view word) {
        value += word.empty() ? std::string{} : ", " + std::string{word};
    };
    if (reading.date_order) {
        add(textOf(*reading.date_order, kOrders));
    }
    add(textOf(reading.unit, kUnits));
    add(textOf(reading.scale, kScales));
    return value;
}

} // namespace keepable::tables
