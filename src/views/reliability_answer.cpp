// SPDX-License-Identifier: MPL-2.0
#include "views/reliability_answer.hpp"

#include "tables/cell_value.hpp"
#include "tables/names.hpp"

#include <string>

namespace keepable::views {

namespace {

using tables::Cell;
using tables::CellReader;
using tables::CellState;

// Whether the promise of a row was kept; none where that cannot be said.
std::optional<bool> isKept(const Cell& promised_cell, const Cell& delivered_cell,
                           const CellReader& reader, planning::Day today) {
    const auto promised = reader.day(promised_cell);
    if (!promised.isRead()) {
        return std::nullopt;
    }
    const auto delivered = reader.day(delivered_cell);
    if (delivered.isRead()) {
        return delivered.value <= promised.value;
    }
    if (delivered.state == CellState::kEmpty && promised.value < today) {
        return false;
    }
    return std::nullopt;
}

} // namespace

std::optional<review::Share> reliabilityAnswer(const ReliabilityCells& cells,
                                               const tables::ReadingContext& context) {
    const CellReader reader{context};
    std::string scratch;
    std::string folded;
    const auto key_of = [&](const Cell& cell) -> const std::string& {
        tables::foldNameInto(tables::nameIn(cell, scratch), folded);
        return folded;
    };
    const bool has_key = !tables::isBlank(cells.key);
    std::string key;
    tables::foldNameInto(tables::nameIn(cells.key, scratch), key);
    review::KeptCount all;
    review::KeptCount of_key;
    bool is_known = false;
    static const Cell nothing;
    for (std::size_t row = 0; row < cells.promised.size(); ++row) {
        const bool has_this_key =
            has_key && row < cells.keys.size() && key_of(cells.keys[row]) == key;
        is_known = is_known || has_this_key;
        const Cell& delivered = row < cells.delivered.size() ? cells.delivered[row] : nothing;
        const auto kept = isKept(cells.promised[row], delivered, reader, context.today);
        if (kept) {
            all.add(*kept);
            if (has_this_key) {
                of_key.add(*kept);
            }
        }
    }
    if (all.promises == 0 || (has_key && !is_known)) {
        return std::nullopt;
    }
    return has_key ? review::shrunkShare(of_key, all) : review::overallShare(all);
}

} // namespace keepable::views
