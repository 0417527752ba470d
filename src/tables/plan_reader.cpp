// SPDX-License-Identifier: MPL-2.0
#include "tables/plan_reader.hpp"

#include "tables/capacity_reader.hpp"
#include "tables/deal_reader.hpp"
#include "tables/header_profile.hpp"
#include "tables/item_reader.hpp"
#include "tables/names.hpp"
#include "tables/reading_rules.hpp"
#include "tables/settings_reader.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <functional>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace keepable::tables {

namespace {

NothingToPlanBy noCapacity(const Table& table, const std::vector<RowProblem>& problems) {
    std::string sentence = tablePlace(TableKind::kCapacity, table.body.sheet) + ": ";
    for (const RowProblem& problem : problems) {
        if (problem.row != table.heading.row + 1) {
            return {sentence + "no row could be read; the first problem: " + problemText(problem) +
                    "."};
        }
    }
    return {sentence + "no rows below the headings in row " +
            std::to_string(table.heading.row + 1) + "."};
}

void append(std::vector<RowProblem>& all, std::vector<RowProblem>&& more) {
    if (all.empty()) {
        all = std::move(more);
        return;
    }
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

// Names of which the settings say that they are another's; one that names nothing known says
// nothing.
void addSameNames(const ReadingRules& rules, NameList& names) {
    for (const auto& [seen, meant] : rules.same_names) {
        if (const auto known = names.find(meant)) {
            names.addAlias(seen, *known);
        }
    }
}

// The user's words go before those of profiles.
void addStageWordsOf(const ReadingRules& rules, StatusWords& words) {
    for (const auto& [word, meaning] : rules.stages) {
        words.addOwn(word, meaning);
    }
}

} // namespace

std::size_t NameHash::operator()(std::string_view name) const {
    return XXH3_64bits(name.data(), name.size());
}

std::variant<PlanTables, NothingToPlanBy> readPlan(const PlanSources& sources,
                                                   const ReadingContext& context) {
    if (sources.deals == nullptr || sources.capacity == nullptr) {
        throw std::logic_error{"readPlan: a plan needs a deals table and a capacity table"};
    }
    const ReadingRules no_rules;
    const ReadingRules& rules = context.rules ? *context.rules : no_rules;
    const CellReader reader{context, rules.hours_per_day};
    SettingsRead settings = readSettings(sources.settings, reader, context.today);
    NameList resources;
    CapacityRead capacity =
        readCapacity(*sources.capacity, reader, resources, {context, settings.settings.as_of});
    if (capacity.entries.empty()) {
        return noCapacity(*sources.capacity, capacity.problems);
    }
    addSameNames(rules, resources);
    ItemCatalog items = readItems(sources.items, reader, resources);
    addSameNames(rules, items.names);
    addStageWordsOf(rules, settings.status_words);
    addStageWords(sources.deals->heading, context, settings.status_words);
    DealsRead deals = readDeals(*sources.deals, reader, settings.status_words, items, rules);

    PlanTables tables;
    tables.input.resources = resources.names();
    tables.input.items = std::move(items.items);
    tables.input.capacity = std::move(capacity.entries);
    tables.capacity_places = std::move(capacity.places);
    tables.input.overtime = std::move(capacity.overtime);
    tables.input.overtime_is_limited = capacity.overtime_is_limited;
    tables.input.deals = std::move(deals.deals);
    tables.input.lines = std::move(deals.lines);
    tables.input.settings = std::move(settings.settings);
    tables.texts = std::move(deals.texts);
    tables.names = std::move(deals.names);
    tables.deal_of_row = std::move(deals.deal_of_row);
    tables.row_of_line = std::move(deals.row_of_line);
    tables.done_of_line = std::move(deals.done_of_line);
    tables.closed_lines = std::move(deals.closed_lines);
    tables.lost_word = settings.status_words.lost();
    tables.other_rows = std::move(deals.other_rows);
    tables.first_row = sources.deals->body.first_row + 1;
    tables.deals = std::move(deals.index);
    tables.items = items.names.index();
    tables.resources = resources.index();
    tables.unreadable_item_rows = std::move(items.unreadable_rows);
    tables.problems = std::move(deals.problems);
    append(tables.problems, std::move(capacity.problems));
    append(tables.problems, std::move(items.problems));
    append(tables.problems, std::move(settings.problems));
    if (sources.settings != nullptr) {
        static_cast<void>(readReadingRules(*sources.settings, context, &tables.problems));
    }
    return tables;
}

std::string dealKey(const Cell& cell) {
    std::string scratch;
    return foldedName(nameIn(cell, scratch));
}

} // namespace keepable::tables
