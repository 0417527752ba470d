// SPDX-License-Identifier: MPL-2.0
#include "tables/strategy_rules.hpp"

#include "tables/deal_line.hpp"
#include "tables/names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace keepable::tables {

using planning::DealClass;
using planning::StrategyRule;

namespace {

enum Heading : std::size_t {
    kStrategy,
    kStatus,
    kCustomer,
    kOwner,
    kValueFrom,
    kValueTo,
    kPriority,
    kHeadings
};

constexpr std::array<std::string_view, kHeadings> kFolded{
    "strategy", "status", "customer", "owner", "value from", "value to", "priority"};

class RulesReader {
  public:
    RulesReader(const Grid& sheet, const PlanTables& plan, const StatusWords& words,
                const CellReader& reader)
        : sheet_(sheet), words_(words), reader_(reader) {
        for (std::uint32_t number = 0; number < plan.names.size(); ++number) {
            numbers_.emplace(foldedName(plan.names[number]), number);
        }
    }

    StrategyRulesRead run(const Block& block) {
        for (std::int32_t row = block.first_row; row < block.end_row; ++row) {
            StrategyRule rule;
            const std::size_t problems = read_.problems.size();
            for (std::size_t heading = 0; heading < kHeadings; ++heading) {
                row_ = row;
                heading_ = heading;
                const Cell cell = block.cell(sheet_, row, heading);
                if (!isBlank(cell) || heading == kStrategy) {
                    readCell(cell, rule);
                }
            }
            if (read_.problems.size() == problems) {
                read_.rules.push_back(rule);
                read_.rows.push_back(sheet_.first_row + row + 1);
            }
        }
        return std::move(read_);
    }

  private:
    void expect(const Cell& cell, std::string_view expected) {
        read_.problems.push_back(
            blockProblem(sheet_, row_, kStrategyHeadings[heading_], cell, expected));
    }

    void readCell(const Cell& cell, StrategyRule& rule) {
        switch (heading_) {
        case kStrategy:
            if (const auto strategy = planning::strategyNamed(foldedName(cell.text()))) {
                rule.strategy = *strategy;
            } else {
                expect(cell, "“win”, “gain”, “redistribute”, “fill” or “lose”");
            }
            break;
        case kStatus:
            rule.deal_class = words_.find(foldedName(cell.text()));
            if (!rule.deal_class || *rule.deal_class == DealClass::kClosed) {
                expect(cell, "a status of open or confirmed deals");
            }
            break;
        case kCustomer:
            rule.customer = party(cell);
            break;
        case kOwner:
            rule.owner = party(cell);
            break;
        case kValueFrom:
            rule.value_from = money(cell);
            break;
        case kValueTo:
            rule.value_to = money(cell);
            break;
        default:
            readPriority(cell, rule);
            break;
        }
    }

    std::uint32_t party(const Cell& cell) {
        const std::string_view name = nameIn(cell, scratch_);
        if (name.empty()) {
            expect(cell, "a name");
            return planning::kNobody;
        }
        const auto found = numbers_.find(foldedName(name));
        return found == numbers_.end() ? planning::kNobody : found->second;
    }

    planning::Money money(const Cell& cell) {
        const auto amount = reader_.amount(cell, planning::kMostMoney);
        if (!amount.isRead()) {
            expect(cell, "a number of at least 0");
        }
        return amount.value;
    }

    void readPriority(const Cell& cell, StrategyRule& rule) {
        if (const auto number = reader_.amount(cell, planning::kMostPriority); number.isRead()) {
            rule.priority = number.value;
        } else {
            rule.priority = priorityNamed(foldedName(cell.text()));
        }
        if (!rule.priority) {
            expect(cell, "a number of at least 0, or High, Medium or Low");
        }
    }

    const Grid& sheet_;
    const StatusWords& words_;
    const CellReader& reader_;
    NameIndex numbers_;
    StrategyRulesRead read_;
    std::int32_t row_ = 0;
    std::size_t heading_ = 0;
    std::string scratch_;
};

} // namespace

StrategyRulesRead readStrategyRules(const Grid& sheet, const PlanTables& plan,
                                    const StatusWords& words, const CellReader& reader) {
    const auto block = findBlock(sheet, kFolded);
    return block ? RulesReader{sheet, plan, words, reader}.run(*block) : StrategyRulesRead{};
}

std::vector<planning::DealParties> partiesOf(const PlanTables& plan) {
    std::vector<planning::DealParties> parties;
    parties.reserve(plan.texts.size());
    for (const DealText& text : plan.texts) {
        parties.push_back({text.customer, text.owner});
    }
    return parties;
}

} // namespace keepable::tables
