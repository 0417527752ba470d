// SPDX-License-Identifier: MPL-2.0
#include "views/own_blocks.hpp"

#include "planning/strategy.hpp"
#include "tables/block.hpp"
#include "tables/names.hpp"
#include "tables/strategy_rules.hpp"
#include "tables/what_if_block.hpp"

#include <span>
#include <string>
#include <string_view>

namespace keepable::views {

namespace {

using Row = std::vector<std::string>;

std::span<const std::string_view> headingsOf(OwnBlock block) {
    return block == OwnBlock::kWhatIfs
               ? std::span<const std::string_view>(tables::kWhatIfHeadings)
               : std::span<const std::string_view>(tables::kStrategyHeadings);
}

std::vector<Row> rowsToBeginWith(OwnBlock block, const PlanAnswers& answers, const Texts& texts) {
    if (block == OwnBlock::kWhatIfs) {
        const auto& resources = answers.input().resources;
        return {{texts("blocks.example"), "capacity", resources.empty() ? "" : resources.front(),
                 "+10 %"}};
    }
    using planning::DealClass;
    std::vector<Row> rows;
    for (const auto& [deal_class, word] :
         {std::pair{DealClass::kFirm, "firm"}, std::pair{DealClass::kHeld, "held"},
          std::pair{DealClass::kTentative, "tentative"}}) {
        rows.push_back(
            {std::string(planning::strategyName(planning::defaultStrategy(deal_class))), word});
    }
    return rows;
}

} // namespace

std::int32_t rowOfBlock(const tables::Grid& sheet, OwnBlock block) {
    std::vector<std::string> folded;
    for (const std::string_view heading : headingsOf(block)) {
        folded.push_back(tables::foldedName(heading));
    }
    const std::vector<std::string_view> headings(folded.begin(), folded.end());
    const auto found = tables::findBlock(sheet, headings);
    return found ? sheet.first_row + found->first_row - 1 : -1;
}

std::vector<ShownCell> newBlock(OwnBlock block, std::int32_t first_row, const PlanAnswers& answers,
                                const Texts& texts) {
    std::vector<ShownCell> cells;
    cells.push_back({first_row, 0,
                     SheetValue::of(texts(block == OwnBlock::kWhatIfs ? "blocks.whatIfs"
                                                                      : "blocks.strategies")),
                     ShownLook::kNote});
    std::int32_t row = first_row + 1;
    std::int32_t column = 0;
    for (const std::string_view heading : headingsOf(block)) {
        cells.push_back({row, column++, SheetValue::of(heading), ShownLook::kTableHeading});
    }
    for (const Row& texts_of_row : rowsToBeginWith(block, answers, texts)) {
        ++row;
        column = 0;
        for (const std::string& text : texts_of_row) {
            // An amount such as "+10 %" needs no guard: it is ours, and read as text.
            SheetValue value;
            value.kind = ValueKind::kText;
            value.text = text;
            cells.push_back({row, column++, value, ShownLook::kInput});
        }
    }
    return cells;
}

} // namespace keepable::views
