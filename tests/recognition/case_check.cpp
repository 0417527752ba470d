// SPDX-License-Identifier: MPL-2.0
#include "recognition/case_check.hpp"

#include "tables/capacity_reader.hpp"
#include "tables/cell_value.hpp"
#include "tables/deal_reader.hpp"
#include "tables/names.hpp"
#include "tables/number_text.hpp"
#include "tables/recognition.hpp"
#include "tables/settings_reader.hpp"
#include "tables/table_finder.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <limits>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>

namespace keepable::recognition_tests {

using namespace tables;

namespace {

constexpr std::int32_t kRowsOfASheet = 1'048'576;

constexpr std::array<std::string_view, 6> kSystems{"HubSpot", "Salesforce", "Pipedrive",
                                                   "Zoho",    "Odoo",       "Dynamics 365"};

// A list of people is capacity to the program; the cases tell them apart.
bool isOfKind(const FoundTable& table, const std::string& kind) {
    const bool is_people = std::ranges::find(table.columns, ColumnRole::kHoursPerWeek,
                                             &Column::role) != table.columns.end();
    switch (table.kind) {
    case TableKind::kDeals:
        return kind == "deals";
    case TableKind::kItems:
        return kind == "items";
    case TableKind::kCapacity:
        return kind == (is_people ? "people" : "capacity");
    case TableKind::kSettings:
        break;
    }
    return false;
}

std::string placeText(const Place& place) {
    return columnLetters(place.column) +
           (place.row < 0 ? std::string{} : std::to_string(place.row + 1));
}

std::string_view nameOf(Asking about) {
    switch (about) {
    case Asking::kWinDateRule:
        return "win date rule";
    case Asking::kPromisedDate:
        return "promised date";
    case Asking::kItem:
        return "item";
    case Asking::kQuantity:
        return "quantity";
    case Asking::kUnit:
        return "unit";
    case Asking::kDateOrder:
        return "date order";
    case Asking::kProbabilityScale:
        return "probability scale";
    case Asking::kStageWord:
        return "stage words";
    case Asking::kMixedCurrencies:
        return "currency";
    case Asking::kWhichColumn:
        return "which column";
    case Asking::kNearName:
        return "same name";
    }
    return {};
}

std::string_view nameOf(planning::DealClass meaning) {
    constexpr std::array<std::string_view, 4> kNames{"firm", "held", "tentative", "closed"};
    switch (meaning) {
    case planning::DealClass::kFirm:
        return kNames[0];
    case planning::DealClass::kHeld:
        return kNames[1];
    case planning::DealClass::kTentative:
        return kNames[2];
    case planning::DealClass::kClosed:
        return kNames[3];
    }
    return {};
}

Table tableOf(const SampledTable& sample, const Recognition& recognition, std::int32_t end_row) {
    Table table{sample.heading, {}};
    table.body.sheet = sample.cells.sheet;
    table.body.first_row = sample.cells.first_row;
    for (Column& column : table.heading.columns) {
        table.body.columns.push_back(column.column);
        for (const Decision& decision : recognition.decisions) {
            if (decision.table == sample.kind && decision.column == column.column) {
                column.reading = columnChoice(decision.setting, decision.value).value().reading;
            }
        }
    }
    for (std::int32_t row = 0;
         row < sample.cells.rowCount() && sample.cells.first_row + row < end_row; ++row) {
        for (const std::int32_t column : table.body.columns) {
            const auto at =
                std::ranges::find(sample.cells.columns, column) - sample.cells.columns.begin();
            table.body.cells.push_back(sample.cells.at(row, static_cast<std::int32_t>(at)));
        }
    }
    return table;
}

class CaseCheck {
  public:
    CaseCheck(const Case& expected, const Book& book, Score& score)
        : case_(expected), book_(book), score_(score),
          context_(contextOf(expected.locale, expected.as_of)),
          found_(findTables(book.sheets, context_, kRowsOfASheet)) {}

    void run() {
        ++score_.cases;
        for (const std::string& line : case_.not_understood) {
            fail("a line that is not understood: " + line);
        }
        for (const std::string& kind : case_.no_tables) {
            check(std::ranges::none_of(found_,
                                       [&](const FoundTable& table) {
                                           return table.isComplete() && isOfKind(table, kind);
                                       }),
                  "no table: " + kind);
        }
        std::set<const FoundTable*> known;
        for (const ExpectedTable& table : case_.tables) {
            const FoundTable* found = tableFor(table);
            check(found != nullptr, "table: " + table.kind + ", sheet " + table.sheet +
                                        ", heading row " + std::to_string(table.heading_row + 1));
            if (found != nullptr) {
                known.insert(found);
                pairs_.emplace_back(&table, found);
            } else {
                missed(table);
            }
        }
        for (const FoundTable& table : found_) {
            if (table.isComplete() && table.kind != TableKind::kSettings &&
                !known.contains(&table)) {
                fail("a table that is none: " + std::string{tableName(table.kind)} + ", sheet " +
                     book_.names[table.sheet] + ", row " +
                     std::to_string(table.range.first_row + 1));
            }
        }
        recogniseAll();
        for (const auto& [table, found] : pairs_) {
            hold(*table, *found);
        }
    }

  private:
    void fail(const std::string& line) { score_.failures.push_back(case_.name + ": " + line); }
    void check(bool holds, const std::string& line) {
        ++score_.lines;
        if (!holds) {
            fail(line);
        }
    }

    [[nodiscard]] const FoundTable* tableFor(const ExpectedTable& table) const {
        for (const FoundTable& found : found_) {
            const bool meets =
                table.first_column < 0 || (found.range.first_column <= table.last_column &&
                                           table.first_column <= found.range.last_column);
            if (found.isComplete() && isOfKind(found, table.kind) &&
                book_.names[found.sheet] == table.sheet && found.heading.row == table.heading_row &&
                meets) {
                return &found;
            }
        }
        return nullptr;
    }

    // All roles of a table that was not found are missing.
    void missed(const ExpectedTable& table) {
        for (const auto& [column, roles] : table.roles) {
            score_.roles_expected += std::ranges::find(roles, "ignored") == roles.end() ? 1 : 0;
        }
        score_.roles_expected += static_cast<int>(table.periods.size() + table.resources.size());
    }

    // Tables of a kind are recognised together with the others taken; of several of a kind the
    // first stands beside the others' kinds.
    void recogniseAll() {
        for (const auto& [table, found] : pairs_) {
            std::vector<SampledTable> samples;
            samples.push_back(sampleOf(*found, book_.sheets[found->sheet]));
            for (const auto& [other, other_found] : pairs_) {
                const bool is_new = std::ranges::none_of(samples, [&](const SampledTable& one) {
                    return one.kind == other_found->kind;
                });
                if (is_new) {
                    samples.push_back(sampleOf(*other_found, book_.sheets[other_found->sheet]));
                }
            }
            recognitions_.push_back(recognise(samples, nullptr, context_));
            samples_.push_back(std::move(samples.front()));
        }
    }

    void hold(const ExpectedTable& table, const FoundTable& found) {
        std::size_t at = 0;
        while (pairs_[at].first != &table) {
            ++at;
        }
        recognition_ = &recognitions_[at];
        sample_ = &samples_[at];
        holdSystem(table, found);
        holdRoles(table, found);
        holdExtent(table, found);
        for (const auto& [place, value] : table.reads) {
            const std::string seen = valueAt(place);
            check(seen == value, "read: " + placeText(place) + " | " + value + ", but " + seen);
        }
        holdStages(table);
        for (const std::string& question : table.asks) {
            check(isAsked(question), "asks: " + question);
        }
        for (const std::string& question : table.not_asked) {
            check(!isAsked(question), "no question: " + question);
        }
        holdFindings(table);
        holdNames(table);
        holdSums(table);
    }

    void holdSystem(const ExpectedTable& table, const FoundTable& found) {
        if (table.system.empty()) {
            return;
        }
        // "none": none of the systems that the cases know.
        const std::string& system = found.heading.match.system;
        const bool is_known = std::ranges::find(kSystems, system) != kSystems.end();
        check(table.system == (is_known ? system : "none"),
              "system " + table.system + ", but " + (system.empty() ? "none" : system));
    }

    // In the words of the cases.
    [[nodiscard]] std::map<std::int32_t, std::string> rolesOf(const ExpectedTable& table,
                                                              const FoundTable& found) const {
        std::map<std::int32_t, std::string> roles;
        if (found.kind == TableKind::kCapacity) {
            for (const Column& column : found.heading.columns) {
                if (column.role == ColumnRole::kPeriodStart) {
                    roles[column.column] = "period " + planning::isoText(column.period_start);
                } else if (column.role == ColumnRole::kResourceHours) {
                    roles[column.column] = column.resource == table.block_resource
                                               ? "Capacity"
                                               : "resource " + column.resource;
                } else {
                    roles[column.column] = canonicalHeading(column.role);
                }
            }
            return roles;
        }
        const RowMatch& match = found.heading.match;
        for (const ColumnMatch& column : match.columns) {
            if (!column.role) {
                continue;
            }
            std::string name{canonicalHeading(*column.role)};
            if (found.kind == TableKind::kDeals && *column.role == ColumnRole::kDeal &&
                match.has(ColumnRole::kDealName)) {
                name = "Id";
            } else if (*column.role == ColumnRole::kDealName) {
                name = "Deal";
            }
            roles[column.column] = name;
        }
        return roles;
    }

    void holdRoles(const ExpectedTable& table, const FoundTable& found) {
        std::map<std::int32_t, std::vector<std::string>> expected = table.roles;
        for (const auto& [column, start] : table.periods) {
            expected[column] = {"period " + start};
        }
        for (const auto& [column, resource] : table.resources) {
            expected[column] = {"resource " + resource};
        }
        auto seen = rolesOf(table, found);
        for (const auto& [column, roles] : expected) {
            const auto at = seen.find(column);
            std::string role = at == seen.end() ? "ignored" : at->second;
            // One role of the program's stands for the three of the cases.
            const bool is_absence = role == "Absence" && roles.front().starts_with("Abs");
            const bool may_be_ignored = std::ranges::find(roles, "ignored") != roles.end();
            const bool is_right = is_absence || std::ranges::find(roles, role) != roles.end();
            score_.roles_expected += may_be_ignored ? 0 : 1;
            score_.roles_found += !may_be_ignored && is_right ? 1 : 0;
            score_.roles_given += role != "ignored" ? 1 : 0;
            score_.roles_false += !is_right && role != "ignored" ? 1 : 0;
            check(is_right,
                  "column " + columnLetters(column) + ": " + roles.front() + ", but " + role);
            seen.erase(column);
        }
        for (const auto& [column, role] : seen) {
            const bool is_of_another = table.first_column >= 0 &&
                                       (column < table.first_column || column > table.last_column);
            if (!is_of_another) {
                ++score_.roles_given;
                ++score_.roles_false;
                fail("column " + columnLetters(column) + ": nothing, but " + role);
            }
        }
    }

    // The first and the last row are data, and none outside of them is.
    void holdExtent(const ExpectedTable& table, const FoundTable& found) {
        if (table.first_row >= 0) {
            const auto rows = dataRows(found);
            const bool is_right = !rows.empty() && *rows.begin() == table.first_row &&
                                  *rows.rbegin() == table.last_row;
            check(is_right, "rows " + std::to_string(table.first_row + 1) + "-" +
                                std::to_string(table.last_row + 1) + ", but " +
                                (rows.empty() ? "none"
                                              : std::to_string(*rows.begin() + 1) + "-" +
                                                    std::to_string(*rows.rbegin() + 1)));
        }
        if (table.first_column >= 0) {
            // A group of columns a resource is one table for the program.
            const bool is_block = !table.block_resource.empty();
            check(is_block || (found.range.first_column >= table.first_column &&
                               found.range.last_column <= table.last_column),
                  "columns " + columnLetters(table.first_column) + "-" +
                      columnLetters(table.last_column));
        }
        for (const std::int32_t row : table.total_rows) {
            check(!dataRows(found).contains(row), "total row: " + std::to_string(row + 1));
        }
    }

    // Rows that count as data, of the sheet.
    [[nodiscard]] std::set<std::int32_t> dataRows(const FoundTable& found) const {
        std::set<std::int32_t> rows;
        const std::int32_t end = found.last_filled_row + 1;
        const Table table = tableOf(*sample_, *recognition_, end);
        if (found.kind == TableKind::kCapacity) {
            // People of one role share its entries; a row may bring entries of no hours.
            std::pair<std::size_t, planning::Hours> before;
            for (std::int32_t row = found.heading.row + 1; row < end; ++row) {
                const auto entries = entriesUpTo(row);
                std::pair now{entries.size(), planning::Hours{}};
                for (const planning::CapacityEntry& entry : entries) {
                    now.second = now.second + entry.hours;
                }
                if (now != before) {
                    rows.insert(row);
                }
                before = now;
            }
            return rows;
        }
        if (found.kind == TableKind::kItems) {
            for (std::int32_t row = 0; row < table.body.rowCount(); ++row) {
                for (std::int32_t column = 0; column < table.body.columnCount(); ++column) {
                    if (!isBlank(table.body.at(row, column))) {
                        rows.insert(table.body.first_row + row);
                    }
                }
            }
            return rows;
        }
        const DealsRead read = readDealsOf(table);
        for (std::size_t row = 0; row < read.deal_of_row.size(); ++row) {
            if (read.deal_of_row[row] != planning::kNone) {
                rows.insert(table.body.first_row + static_cast<std::int32_t>(row));
            }
        }
        return rows;
    }

    [[nodiscard]] DealsRead readDealsOf(const Table& table) const {
        NameList no_resources;
        const CellReader reader{context_};
        ItemCatalog items = readItems(nullptr, reader, no_resources);
        ReadingRules rules;
        rules.days_after_win = 0;
        rules.quantity_for_all = planning::Quantity::whole(1);
        rules.item_for_all = "?";
        const auto has_date = [&](ColumnRole role) {
            return std::ranges::find(table.heading.columns, role, &Column::role) !=
                   table.heading.columns.end();
        };
        if (!has_date(ColumnRole::kPromisedDate) && !has_date(ColumnRole::kWinDate)) {
            DealsRead all; // without a date every row with anything in it
            for (std::int32_t row = 0; row < table.body.rowCount(); ++row) {
                bool is_blank = true;
                for (std::int32_t column = 0; column < table.body.columnCount(); ++column) {
                    is_blank = is_blank && isBlank(table.body.at(row, column));
                }
                all.deal_of_row.push_back(is_blank ? planning::kNone : 0);
            }
            return all;
        }
        return readDeals(table, reader, StatusWords{}, items, rules);
    }

    // What capacity gives up to a row of the sheet, this row included.
    [[nodiscard]] std::vector<planning::CapacityEntry> entriesUpTo(std::int32_t row) const {
        const Table table = tableOf(*sample_, *recognition_, row + 1);
        NameList resources;
        const CellReader reader{context_};
        return readCapacity(table, reader, resources, {context_, context_.today}).entries;
    }

    template <class Amount> static std::string decimal(Amount amount) {
        return decimalText(amount);
    }

    [[nodiscard]] std::string valueAt(const Place& place) const {
        const auto column =
            std::ranges::find(sample_->heading.columns, place.column, &Column::column);
        if (sample_->kind == TableKind::kCapacity) {
            return column == sample_->heading.columns.end() ? "not read"
                                                            : capacityAt(place, *column);
        }
        if (column == sample_->heading.columns.end()) {
            return knownAt(place);
        }
        const Table table = tableOf(*sample_, *recognition_, place.row + 1);
        const auto at = static_cast<std::int32_t>(column - sample_->heading.columns.begin());
        const Column& decided = table.heading.columns[static_cast<std::size_t>(at)];
        if (table.body.rowCount() == 0 ||
            table.body.first_row + table.body.rowCount() <= place.row) {
            return "not in the table";
        }
        const Cell& cell = table.body.at(table.body.rowCount() - 1, at);
        const CellReader reader{context_};
        switch (decided.role) {
        case ColumnRole::kPromisedDate:
        case ColumnRole::kWinDate:
        case ColumnRole::kEarliestStart:
        case ColumnRole::kHeldUntil:
        case ColumnRole::kAvailableFrom:
        case ColumnRole::kAvailableUntil: {
            const auto day = reader.day(cell, decided.reading.date_order);
            return day.isRead() ? planning::isoText(day.value) : "no date";
        }
        case ColumnRole::kProbability: {
            const auto share = reader.probability(cell, decided.reading.scale);
            return share.isRead() ? decimal(share.value) : "no probability";
        }
        case ColumnRole::kQuantity:
        case ColumnRole::kDone: {
            const auto amount = reader.work(cell, planning::kMostQuantity, decided.reading.unit);
            return amount.isRead() ? decimal(amount.value) : "no amount";
        }
        case ColumnRole::kHoursPerUnit: {
            const auto amount = reader.amount(cell, planning::kMostHoursPerUnit);
            return amount.isRead() ? decimal(amount.value) : "no amount";
        }
        case ColumnRole::kValue: {
            const auto amount = reader.amount(cell, planning::kMostMoney);
            return amount.isRead() ? decimal(amount.value) : "no amount";
        }
        default: {
            std::string scratch;
            return tidyName(nameIn(cell, scratch));
        }
        }
    }

    // A date of a column that is known, though the plan does not read it.
    [[nodiscard]] std::string knownAt(const Place& place) const {
        const auto match =
            std::ranges::find(sample_->heading.match.columns, place.column, &ColumnMatch::column);
        if (match == sample_->heading.match.columns.end() || !match->role) {
            return "not read";
        }
        for (std::size_t i = 0; i < book_.names.size(); ++i) {
            const Grid& grid = book_.sheets[i].cells;
            if (book_.names[i] == sample_->cells.sheet) {
                const auto day = CellReader{context_}.day(
                    grid.at(place.row - grid.first_row, place.column - grid.columns.front()));
                return day.isRead() ? planning::isoText(day.value) : "no date";
            }
        }
        return "not read";
    }

    [[nodiscard]] std::string capacityAt(const Place& place, const Column& column) const {
        if (column.role == ColumnRole::kResource) {
            const Table table = tableOf(*sample_, *recognition_, place.row + 1);
            const auto at = static_cast<std::int32_t>(
                std::ranges::find(table.heading.columns, place.column, &Column::column) -
                table.heading.columns.begin());
            return tidyName(table.body.at(table.body.rowCount() - 1, at).text());
        }
        if (column.role == ColumnRole::kAbsence) {
            const Table table = tableOf(*sample_, *recognition_, place.row + 1);
            const auto at = static_cast<std::int32_t>(
                std::ranges::find(table.heading.columns, place.column, &Column::column) -
                table.heading.columns.begin());
            const auto day = CellReader{context_}.day(table.body.at(table.body.rowCount() - 1, at));
            return day.isRead() ? planning::isoText(day.value) : "no date";
        }
        const std::size_t before = entriesUpTo(place.row - 1).size();
        const auto entries = entriesUpTo(place.row);
        for (std::size_t i = before; i < entries.size(); ++i) {
            if (column.role == ColumnRole::kPeriod) {
                return planning::isoText(entries[i].period_start);
            }
            if (column.role == ColumnRole::kCapacity ||
                (column.role == ColumnRole::kPeriodStart &&
                 entries[i].period_start == column.period_start) ||
                (column.role == ColumnRole::kResourceHours &&
                 isResource(entries[i].resource, column.resource, place.row))) {
                return decimal(entries[i].hours);
            }
        }
        return "nothing";
    }

    [[nodiscard]] bool isResource(std::uint32_t index, const std::string& name,
                                  std::int32_t row) const {
        const Table table = tableOf(*sample_, *recognition_, row + 1);
        NameList resources;
        const CellReader reader{context_};
        (void)readCapacity(table, reader, resources, {context_, context_.today});
        return index < resources.names().size() && resources.names()[index] == tidyName(name);
    }

    void holdStages(const ExpectedTable& table) {
        if (table.stages.empty()) {
            return;
        }
        SettingsRead settings = readSettings(nullptr, CellReader{context_}, context_.today);
        addStageWords(sample_->heading, context_, settings.status_words);
        for (const auto& [word, meaning] : table.stages) {
            const auto known = settings.status_words.find(foldedName(word));
            const bool is_asked = std::ranges::any_of(
                recognition_->questions, [&, &named = word](const Question& question) {
                    return question.about == Asking::kStageWord &&
                           foldedName(question.seen.front()) == foldedName(named);
                });
            const std::string seen = known      ? std::string{nameOf(*known)}
                                     : is_asked ? "ask"
                                                : "nothing";
            const bool holds = meaning == seen || (meaning.ends_with(" or ask") &&
                                                   (seen == "ask" || meaning.starts_with(seen)));
            check(holds, "stage: " + word + " | " + meaning + ", but " + seen);
        }
    }

    [[nodiscard]] bool isAsked(const std::string& question) const {
        return std::ranges::any_of(recognition_->questions, [&](const Question& asked) {
            return asked.table == sample_->kind && nameOf(asked.about) == question;
        });
    }

    [[nodiscard]] bool isNamed(const Place& place, bool by_questions) const {
        const auto is_at = [&](std::int32_t row, std::int32_t column) {
            return column == place.column && (place.row < 0 || row == place.row);
        };
        return std::ranges::any_of(recognition_->findings,
                                   [&](const Finding& finding) {
                                       return finding.problem.table == sample_->kind &&
                                              is_at(finding.problem.row - 1, finding.column);
                                   }) ||
               (by_questions &&
                std::ranges::any_of(recognition_->questions, [&](const Question& question) {
                    return question.table == sample_->kind && is_at(question.row, question.column);
                }));
    }

    void holdFindings(const ExpectedTable& table) {
        for (const auto& places : table.findings) {
            check(std::ranges::any_of(places,
                                      [&](const Place& place) { return isNamed(place, true); }),
                  "finding: " + placeText(places.front()));
        }
        for (const Place& place : table.no_findings) {
            check(!isNamed(place, false), "no finding: " + placeText(place));
        }
    }

    [[nodiscard]] bool isProposed(const std::pair<std::string, std::string>& names) const {
        return std::ranges::any_of(recognition_->questions, [&](const Question& question) {
            return question.about == Asking::kNearName &&
                   std::set<std::string>(question.seen.begin(), question.seen.end()) ==
                       std::set<std::string>{names.first, names.second};
        });
    }

    void holdNames(const ExpectedTable& table) {
        for (const auto& names : table.matches) {
            check(isProposed(names), "match: " + names.first + " = " + names.second);
        }
        for (const auto& names : table.no_matches) {
            check(!isProposed(names), "not a match: " + names.first + " = " + names.second);
        }
    }

    // Hours of a week far enough from today that nobody is absent.
    void holdSums(const ExpectedTable& table) {
        if (table.sums.empty()) {
            return;
        }
        const Table whole =
            tableOf(*sample_, *recognition_, std::numeric_limits<std::int32_t>::max());
        NameList resources;
        const CellReader reader{context_};
        const auto entries =
            readCapacity(whole, reader, resources, {context_, context_.today}).entries;
        planning::Day last;
        for (const planning::CapacityEntry& entry : entries) {
            last = std::max(last, entry.period_start);
        }
        for (const auto& [role, hours] : table.sums) {
            planning::Hours sum;
            for (const planning::CapacityEntry& entry : entries) {
                const bool is_of_role =
                    resources.names()[entry.resource] == role && entry.period_start == last;
                sum = is_of_role ? sum + entry.hours : sum;
            }
            check(decimal(sum) == hours, "sum: " + role + " | " + hours + ", but " + decimal(sum));
        }
    }

    const Case& case_;
    const Book& book_;
    Score& score_;
    ReadingContext context_;
    std::vector<FoundTable> found_;
    std::vector<std::pair<const ExpectedTable*, const FoundTable*>> pairs_;
    std::vector<Recognition> recognitions_;
    std::vector<SampledTable> samples_;
    const Recognition* recognition_ = nullptr;
    const SampledTable* sample_ = nullptr;
};

} // namespace

std::string Score::text() const {
    const auto share = [](int part, int whole) {
        std::ostringstream text;
        text << std::fixed << std::setprecision(1) << (whole == 0 ? 100.0 : 100.0 * part / whole);
        return text.str() + " %";
    };
    std::string text = std::to_string(cases) + " cases: precision of roles " +
                       share(roles_given - roles_false, roles_given) + " (" +
                       std::to_string(roles_false) + " of " + std::to_string(roles_given) +
                       " false), recall " + share(roles_found, roles_expected) + " (" +
                       std::to_string(roles_found) + " of " + std::to_string(roles_expected) +
                       "); " + std::to_string(failures.size()) + " of " + std::to_string(lines) +
                       " lines do not hold\n";
    for (const std::string& failure : failures) {
        text += "  " + failure + "\n";
    }
    return text;
}

void holdCase(const Case& expected, const Book& book, Score& score) {
    CaseCheck{expected, book, score}.run();
}

} // namespace keepable::recognition_tests
