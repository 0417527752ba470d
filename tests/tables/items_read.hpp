// SPDX-License-Identifier: MPL-2.0
//
// An items table read by itself, and its items as sentences. The resource Saw is known beforehand.
#pragma once

#include "tables/builders.hpp"
#include "tables/item_reader.hpp"

#include <string>

namespace keepable::tables {

struct ItemsRead {
    NameList resources;
    ItemCatalog items;

    // "Panel: Saw 0.5 fixed -2 from 2026-01-05, lot 5, or Panel (Robot)"
    [[nodiscard]] Sentences bills() const {
        Sentences lines;
        for (const planning::Item& item : items.items) {
            std::string line = item.name + ":";
            for (const planning::BillRow& row : item.bill) {
                line += " " + resources.names()[row.resource] + " " +
                        decimalText(row.hours_per_unit) +
                        (row.basis == planning::Basis::kFixed ? " fixed" : "");
                if (row.lead_time_offset_days != 0) {
                    line += " -" + std::to_string(row.lead_time_offset_days);
                }
                if (row.available_from != planning::kFirstDay) {
                    line += " from " + isoText(row.available_from);
                }
                if (row.available_until != planning::kLastDay) {
                    line += " until " + isoText(row.available_until);
                }
            }
            if (item.minimum_lot.units != 0) {
                line += ", lot " + decimalText(item.minimum_lot);
            }
            for (const planning::ItemIndex alternative : item.alternatives) {
                line += ", or " + items.items[alternative].name;
            }
            lines.push_back(line);
        }
        return lines;
    }
    [[nodiscard]] Sentences problems() const { return sentencesOf(items.problems); }
};

inline ItemsRead readItemRows(Rows rows) {
    ItemsRead result;
    result.resources.findOrAdd("Saw");
    const Table table = tableOf(TableKind::kItems, rows);
    result.items = readItems(&table, CellReader{context()}, result.resources);
    return result;
}

} // namespace keepable::tables
