// SPDX-License-Identifier: MPL-2.0
#include "tables/recognition.hpp"

#include "tables/capacity_reader.hpp"
#include "tables/deal_reader.hpp"
#include "tables/item_reader.hpp"
#include "tables/names.hpp"
#include "tables/near_names.hpp"
#include "tables/reading_rules.hpp"
#include "tables/recognition_questions.hpp"
#include "tables/settings_reader.hpp"
#include "tables/status_words.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace keepable::tables {

namespace {

class Recogniser {
  public:
    Recogniser(std::span<const SampledTable> tables, const Grid* settings,
               const ReadingContext& context)
        : tables_(tables), context_(context),
          rules_(context.rules ? *context.rules : ReadingRules{}),
          reader_(context, rules_.hours_per_day),
          settings_(readSettings(settings, reader_, context.today)) {}

    Recognition run() {
        for (const auto& [word, meaning] : rules_.stages) {
            settings_.status_words.addOwn(word, meaning);
        }
        if (const SampledTable* deals = table(TableKind::kDeals)) {
            addStageWords(deals->heading, context_, settings_.status_words);
        }
        for (const SampledTable& table : tables_) {
            askOfColumns(table, settings_.status_words, context_, found_);
        }
        readCapacityAndItems();
        readTheDeals();
        offerKnownItems();
        trim();
        return std::move(found_);
    }

  private:
    [[nodiscard]] const SampledTable* table(TableKind kind) const {
        const auto found = std::ranges::find(tables_, kind, &SampledTable::kind);
        return found == tables_.end() ? nullptr : &*found;
    }

    // The columns that are read, each with its reading as decided.
    [[nodiscard]] Table tableOf(const SampledTable& sampled) const {
        Table table{sampled.heading, {}};
        table.body.sheet = sampled.cells.sheet;
        table.body.first_row = sampled.cells.first_row;
        std::vector<std::int32_t> places;
        for (Column& column : table.heading.columns) {
            for (const Decision& decision : found_.decisions) {
                if (decision.table == sampled.kind && decision.column == column.column) {
                    const auto choice = columnChoice(decision.setting, decision.value);
                    column.reading = choice ? choice->reading : column.reading;
                }
            }
            table.body.columns.push_back(column.column);
            places.push_back(
                static_cast<std::int32_t>(std::ranges::find(sampled.cells.columns, column.column) -
                                          sampled.cells.columns.begin()));
        }
        for (std::int32_t row = 0; row < sampled.cells.rowCount(); ++row) {
            for (const std::int32_t place : places) {
                table.body.cells.push_back(sampled.cells.at(row, place));
            }
        }
        return table;
    }

    void readCapacityAndItems() {
        if (const SampledTable* capacity = table(TableKind::kCapacity)) {
            CapacityRead read = readCapacity(tableOf(*capacity), reader_, resources_,
                                             {context_, settings_.settings.as_of});
            addFindings(*capacity, std::move(read.problems));
        }
        for (const auto& [seen, meant] : rules_.same_names) {
            if (const auto known = resources_.find(meant)) {
                resources_.addAlias(seen, *known);
            }
        }
        const std::size_t known = resources_.names().size();
        if (const SampledTable* items = table(TableKind::kItems)) {
            items_table_.emplace(tableOf(*items));
            items_ = readItems(&*items_table_, reader_, resources_);
            addFindings(*items, std::move(items_.problems));
            if (known > 0) {
                askAboutNames(*items, resources_.names(), known, ColumnRole::kResource);
            }
        } else {
            items_ = readItems(nullptr, reader_, resources_);
        }
        for (const auto& [seen, meant] : rules_.same_names) {
            if (const auto item = items_.names.find(meant)) {
                items_.names.addAlias(seen, *item);
            }
        }
    }

    // Names from `known` on are unknown to those before.
    void askAboutNames(const SampledTable& table, const std::vector<std::string>& names,
                       std::size_t known, ColumnRole role) {
        const std::vector<std::string> before(names.begin(),
                                              names.begin() + static_cast<std::ptrdiff_t>(known));
        const std::vector<std::string> unknown(names.begin() + static_cast<std::ptrdiff_t>(known),
                                               names.end());
        askAboutNames(table, before, unknown, role);
    }

    void askAboutNames(const SampledTable& table, std::span<const std::string> known,
                       std::span<const std::string> unknown, ColumnRole role) {
        const auto column = std::ranges::find(table.heading.columns, role, &Column::role);
        for (const NameMatch& match : nearNames(known, unknown)) {
            Question& question = found_.questions.emplace_back();
            question.about = Asking::kNearName;
            question.table = table.kind;
            if (column != table.heading.columns.end()) {
                question.column = column->column;
                question.heading = column->heading;
                question.row = rowOf(table, column->column, unknown[match.unknown]);
            }
            question.setting = ruleName(kSameName, unknown[match.unknown]);
            question.answers = {known[match.known], unknown[match.unknown]};
            question.seen = {unknown[match.unknown], known[match.known]};
            question.proposed =
                match.likeness == NameLikeness::kSure ? known[match.known] : std::string{};
        }
    }

    // The row in which a name stands first.
    static std::int32_t rowOf(const SampledTable& table, std::int32_t column,
                              const std::string& name) {
        const auto at = static_cast<std::int32_t>(std::ranges::find(table.cells.columns, column) -
                                                  table.cells.columns.begin());
        const std::string folded = foldedName(name);
        std::string scratch;
        for (std::int32_t row = 0; row < table.cells.rowCount(); ++row) {
            if (foldedName(nameIn(table.cells.at(row, at), scratch)) == folded) {
                return table.cells.first_row + row;
            }
        }
        return -1;
    }

    void readTheDeals() {
        const SampledTable* const deals = table(TableKind::kDeals);
        if (deals == nullptr) {
            return;
        }
        const auto has = [&](ColumnRole role) {
            return std::ranges::find(deals->heading.columns, role, &Column::role) !=
                   deals->heading.columns.end();
        };
        if (!has(ColumnRole::kPromisedDate) && !has(ColumnRole::kWinDate)) {
            return; // nothing can be read of deals without a date
        }
        const Table read_table = tableOf(*deals);
        addUnknownItems(*deals, read_table);
        // What is still to be asked must not make every row a finding.
        ReadingRules rules = rules_;
        if (!rules.hasWinRule()) {
            rules.days_after_win = 0;
        }
        if (!has(ColumnRole::kItem) && rules.item_for_all.empty()) {
            rules.item_for_all =
                items_.names.names().empty() ? std::string{} : items_.names.names().front();
        }
        if (!rules.quantity_for_all) {
            rules.quantity_for_all = planning::Quantity::whole(1);
        }
        StatusWords words = settings_.status_words;
        for (const Question& question : found_.questions) {
            if (question.about == Asking::kStageWord) {
                words.addOwn(question.seen.front(), planning::DealClass::kTentative);
            }
        }
        DealsRead read = readDeals(read_table, reader_, words, items_, rules);
        addFindings(*deals, std::move(read.problems));
        findRowsThatContradict(*deals, read_table, read);
    }

    // Items of deals that no table knows: like known ones, or new. Without tables to know them,
    // all are taken as they stand.
    void addUnknownItems(const SampledTable& deals, const Table& read_table) {
        std::vector<std::string> unknown;
        const bool knows = !items_.names.names().empty();
        std::string scratch;
        NameList seen;
        const auto add_item = [&](std::string_view name) {
            if (items_.names.find(name) || isBlankName(name)) {
                return;
            }
            const std::size_t count = seen.names().size();
            if (seen.findOrAdd(name) == count && knows) {
                unknown.push_back(tidyName(name));
            }
        };
        for (std::size_t column = 0; column < read_table.heading.columns.size(); ++column) {
            if (read_table.heading.columns[column].role != ColumnRole::kItem) {
                continue;
            }
            for (std::int32_t row = 0; row < read_table.body.rowCount(); ++row) {
                add_item(
                    nameIn(read_table.body.at(row, static_cast<std::int32_t>(column)), scratch));
            }
        }
        if (knows) {
            askAboutNames(deals, items_.names.names(), unknown, ColumnRole::kItem);
            for (const Question& question : found_.questions) {
                if (question.about == Asking::kNearName && question.table == TableKind::kDeals) {
                    if (const auto known = items_.names.find(question.seen[1])) {
                        items_.names.addAlias(question.seen[0], *known);
                    }
                }
            }
            return;
        }
        for (const std::string& name : seen.names()) {
            addItem(name);
        }
        addItem("?"); // for deals that have none
    }

    void addItem(const std::string& name) {
        items_.names.findOrAdd(name);
        items_.items.push_back({name, {}});
        items_.totals.emplace_back();
        items_.unreadable_rows.push_back(0);
        items_.is_from_table = true;
    }

    // What reading row by row cannot see: a start behind the promise, and the same deal twice.
    void findRowsThatContradict(const SampledTable& deals, const Table& table,
                                const DealsRead& read) {
        std::map<ColumnRole, std::int32_t> places;
        for (std::size_t i = 0; i < table.heading.columns.size(); ++i) {
            places.emplace(table.heading.columns[i].role, static_cast<std::int32_t>(i));
        }
        const auto cell = [&](ColumnRole role, std::int32_t row) {
            const auto at = places.find(role);
            return at == places.end() ? Cell{} : table.body.at(row, at->second);
        };
        const auto day = [&](ColumnRole role, std::int32_t row) {
            const auto at = places.find(role);
            return at == places.end()
                       ? CellValue<planning::Day>{}
                       : reader_.day(table.body.at(row, at->second),
                                     table.heading.columns[static_cast<std::size_t>(at->second)]
                                         .reading.date_order);
        };
        const auto add = [&](ColumnRole role, std::int32_t row, std::string expected) {
            const Column& column = table.heading.columns[static_cast<std::size_t>(places.at(role))];
            found_.findings.push_back(findingAt(deals, row, column.column, column.heading,
                                                cell(role, row), std::move(expected)));
        };
        std::string scratch;
        std::map<planning::DealIndex, std::int32_t> first_rows;

        for (std::int32_t row = 0; row < table.body.rowCount(); ++row) {
            const auto start = day(ColumnRole::kEarliestStart, row);
            const auto promised = day(ColumnRole::kPromisedDate, row);
            if (start.isRead() && promised.isRead() && start.value > promised.value) {
                add(ColumnRole::kEarliestStart, row, "a day on or before the promised date");
            }
            const planning::DealIndex deal = read.deal_of_row[static_cast<std::size_t>(row)];
            if (deal == planning::kNone || isBlank(cell(ColumnRole::kDeal, row))) {
                continue;
            }
            const auto [first, is_new] = first_rows.emplace(deal, row);
            if (is_new) {
                continue;
            }
            const std::int32_t earlier = first->second;
            const auto differ = [&](ColumnRole role) {
                const std::string here = foldedName(nameIn(cell(role, row), scratch));
                return here != foldedName(nameIn(cell(role, earlier), scratch));
            };
            const std::string first_row = std::to_string(table.body.first_row + earlier + 1);
            if (differ(ColumnRole::kCustomer) && !isBlank(cell(ColumnRole::kCustomer, row)) &&
                !isBlank(cell(ColumnRole::kCustomer, earlier))) {
                add(ColumnRole::kDeal, row,
                    "a deal of one customer; row " + first_row +
                        " has it for another, and both count as lines of one deal");
            } else if (std::ranges::none_of(table.heading.columns, differ, &Column::role)) {
                add(ColumnRole::kDeal, row,
                    "a deal that stands only once; row " + first_row + " is the same");
            } else if (!differ(ColumnRole::kItem)) {
                add(ColumnRole::kDeal, row,
                    "a deal that stands only once; row " + first_row +
                        " is the same deal, and both count as its lines");
            }
        }
    }

    // Names that may stand for an item of all deals.
    void offerKnownItems() {
        constexpr std::size_t kMostOffered = 20;
        for (Question& question : found_.questions) {
            if (question.about == Asking::kItem) {
                const std::size_t known =
                    table(TableKind::kCapacity) == nullptr && table(TableKind::kItems) == nullptr
                        ? 0
                        : items_.names.names().size();
                for (std::size_t i = 0; i < std::min(known, kMostOffered); ++i) {
                    question.answers.push_back(items_.names.names()[i]);
                }
            }
        }
    }

    void addFindings(const SampledTable& table, std::vector<RowProblem> problems) {
        for (RowProblem& problem : problems) {
            const auto column =
                std::ranges::find(table.heading.columns, problem.heading, &Column::heading);
            Finding finding;
            finding.column = column == table.heading.columns.end() ? -1 : column->column;
            finding.problem = std::move(problem);
            found_.findings.push_back(std::move(finding));
        }
    }

    // By place, and of many alike the first few.
    void trim() {
        std::ranges::stable_sort(found_.findings, {}, [](const Finding& finding) {
            return std::tuple(finding.problem.table, finding.column, finding.problem.row);
        });
        std::map<std::tuple<TableKind, std::int32_t, std::string>, std::pair<int, std::size_t>>
            seen;
        std::vector<Finding> kept;
        for (Finding& finding : found_.findings) {
            // "row 3" in what is expected does not make it another kind.
            std::string kind =
                finding.problem.expected.substr(0, finding.problem.expected.find(';'));
            auto& [count, last] = seen[{finding.problem.table, finding.column, std::move(kind)}];
            if (++count > kMostAlike) {
                ++kept[last].more;
                continue;
            }
            last = kept.size();
            kept.push_back(std::move(finding));
        }
        found_.findings = std::move(kept);
    }

    std::span<const SampledTable> tables_;
    const ReadingContext& context_;
    ReadingRules rules_;
    CellReader reader_;
    SettingsRead settings_;
    NameList resources_;
    std::optional<Table> items_table_;
    ItemCatalog items_;
    Recognition found_;
};

} // namespace

std::int32_t sampledRows(std::size_t columns) {
    constexpr std::int32_t kLeast = 200;
    const auto rows =
        kMostCellsSampled / static_cast<std::int32_t>(std::max<std::size_t>(1, columns));
    return std::clamp(rows, kLeast, kMostRowsSampled);
}

std::vector<std::int32_t> sampledColumns(const HeadingRow& heading) {
    std::vector<std::int32_t> columns;
    for (const Column& column : heading.columns) {
        columns.push_back(column.column);
    }
    for (const ColumnMatch& match : heading.match.columns) {
        if ((!match.role && match.wanted) || match.role == ColumnRole::kCurrency) {
            columns.push_back(match.column);
        }
    }
    std::ranges::sort(columns);
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

Recognition recognise(std::span<const SampledTable> tables, const Grid* settings,
                      const ReadingContext& context) {
    return Recogniser{tables, settings, context}.run();
}

} // namespace keepable::tables
