// SPDX-License-Identifier: MPL-2.0
#include "views/sheet_edits.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using planning::Hours;
using planning::Quantity;
using tables::AmountUnit;
using tables::Column;
using tables::ColumnRole;
using tables::TableKind;

class EditMaker {
  public:
    EditMaker(const PlanAnswers& answers, const tables::HeadingRow& deals_heading,
              Hours hours_per_day, const Texts& texts)
        : answers_(answers), heading_(deals_heading), hours_per_day_(hours_per_day), texts_(texts) {
    }

    SheetEdits make(const proposals::Changes& changes) {
        for (const proposals::DateChange& change : changes.dates) {
            if (const Column* promised = columnOf(ColumnRole::kPromisedDate)) {
                edits_.cells.push_back(dealCell(change.line, *promised, change.to));
            }
        }
        for (const proposals::ItemChange& change : changes.items) {
            if (const Column* item = columnOf(ColumnRole::kItem)) {
                edits_.cells.push_back(
                    dealCell(change.line, *item, answers_.input().items[change.to].name));
            }
        }
        for (const proposals::LineSplit& split : changes.splits) {
            addSplit(split);
        }
        std::ranges::sort(edits_.copies, std::ranges::greater{}, &RowCopy::row);
        for (const proposals::CapacityAddition& addition : changes.capacity) {
            addHours(addition);
        }
        for (const planning::DealIndex deal : changes.lost) {
            giveUp(deal);
        }
        return std::move(edits_);
    }

  private:
    [[nodiscard]] const Column* find(ColumnRole role) const {
        const auto found = std::ranges::find(heading_.columns, role, &Column::role);
        return found == heading_.columns.end() ? nullptr : &*found;
    }

    // Null and an obstacle where the deals have no such column.
    const Column* columnOf(ColumnRole role) {
        const Column* column = find(role);
        if (column == nullptr) {
            std::string_view key = "apply.noQuantity";
            if (role == ColumnRole::kPromisedDate) {
                key = "apply.noPromisedDate";
            } else if (role == ColumnRole::kItem) {
                key = "apply.noItem";
            } else if (role == ColumnRole::kStatus) {
                key = "apply.noStatus";
            }
            obstacle(texts_(key));
        }
        return column;
    }

    void obstacle(std::string sentence) {
        if (std::ranges::find(edits_.obstacles, sentence) == edits_.obstacles.end()) {
            edits_.obstacles.push_back(std::move(sentence));
        }
    }

    template <class Value>
    [[nodiscard]] CellEdit dealCell(std::uint32_t line, const Column& column, Value value) const {
        return {TableKind::kDeals, answers_.tables().row_of_line[line], column.column,
                std::move(value)};
    }

    // As a column of that unit has it.
    [[nodiscard]] double inUnit(double hours, AmountUnit unit) const {
        return unit == AmountUnit::kDays ? hours / hours_per_day_.toDouble() : hours;
    }

    // What is done stays with the part on time; its quantity falls by the rest.
    void addSplit(const proposals::LineSplit& split) {
        const Column* quantity = columnOf(ColumnRole::kQuantity);
        const Column* promised = columnOf(ColumnRole::kPromisedDate);
        if (quantity == nullptr || promised == nullptr) {
            return;
        }
        const auto amount = [&](Quantity of) {
            return inUnit(of.toDouble(), quantity->reading.unit);
        };
        const Quantity done = answers_.tables().done_of_line[split.line];
        edits_.cells.push_back(dealCell(split.line, *quantity, amount(done + split.on_time)));
        RowCopy copy{answers_.tables().row_of_line[split.line], {}};
        copy.cells.push_back(dealCell(split.line, *quantity, amount(split.rest)));
        copy.cells.push_back(dealCell(split.line, *promised, split.rest_promised));
        // The value counts once a deal, and what is done has been counted above.
        for (const ColumnRole role : {ColumnRole::kDone, ColumnRole::kValue}) {
            if (const Column* column = find(role)) {
                copy.cells.push_back(dealCell(split.line, *column, std::string{}));
            }
        }
        edits_.copies.push_back(std::move(copy));
    }

    void addHours(const proposals::CapacityAddition& addition) {
        const std::string& resource = answers_.input().resources[addition.resource];
        const std::string start = planning::isoText(addition.period_start);
        if (addition.entry == planning::kNone) {
            obstacle(texts_("apply.noPeriod", {resource, start}));
            return;
        }
        const tables::CapacityPlace& place = answers_.tables().capacity_places[addition.entry];
        if (!place.isSomewhere()) {
            obstacle(texts_("apply.capacityOfPeople", {resource, start}));
            return;
        }
        edits_.cells.push_back({TableKind::kCapacity, place.row, place.column,
                                AddedNumber{inUnit(addition.hours.toDouble(), place.unit)}});
    }

    void giveUp(planning::DealIndex deal) {
        const Column* status = columnOf(ColumnRole::kStatus);
        if (status == nullptr) {
            return;
        }
        if (answers_.tables().lost_word.empty()) {
            obstacle(texts_("apply.noLostWord"));
            return;
        }
        const planning::Deal& lost = answers_.input().deals[deal];
        for (std::uint32_t line = lost.first_line; line < lost.first_line + lost.line_count;
             ++line) {
            edits_.cells.push_back(dealCell(line, *status, answers_.tables().lost_word));
        }
    }

    const PlanAnswers& answers_;
    const tables::HeadingRow& heading_;
    Hours hours_per_day_;
    const Texts& texts_;
    SheetEdits edits_;
};

} // namespace

SheetEdits editsFor(const proposals::Changes& changes, const PlanAnswers& answers,
                    const tables::HeadingRow& deals_heading, Hours hours_per_day,
                    const Texts& texts) {
    return EditMaker{answers, deals_heading, hours_per_day, texts}.make(changes);
}

} // namespace keepable::views
