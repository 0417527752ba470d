// SPDX-License-Identifier: MPL-2.0
#include "tables/what_if_block.hpp"

#include "tables/names.hpp"
#include "tables/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace keepable::tables {

using planning::Assumed;
using planning::Assumption;
using planning::AssumptionKind;
using planning::Hours;
using planning::PlanInput;
using planning::Quantity;
using planning::Share;

namespace {

enum Heading : std::size_t { kName, kChange, kOf, kValue, kFrom, kUntil, kHeadings };

constexpr std::array<std::string_view, kHeadings> kFolded{"what if", "change", "of",
                                                          "value",   "from",   "until"};

struct ChangeWord {
    std::string_view folded;
    AssumptionKind kind;
};
constexpr std::array kChanges{ChangeWord{"capacity", AssumptionKind::kCapacityShare},
                              ChangeWord{"hours", AssumptionKind::kCapacityHours},
                              ChangeWord{"won", AssumptionKind::kWon},
                              ChangeWord{"lost", AssumptionKind::kLost},
                              ChangeWord{"date", AssumptionKind::kDate},
                              ChangeWord{"quantity", AssumptionKind::kQuantity}};

bool isOfCapacity(AssumptionKind kind) {
    return kind == AssumptionKind::kCapacityShare || kind == AssumptionKind::kCapacityHours;
}

// A cell without its sign: readers of amounts know none below zero.
struct Signed {
    bool is_negative = false;
    Cell amount;
};

Signed withoutSign(const Cell& cell) {
    if (cell.kind() == CellKind::kNumber) {
        return {cell.number() < 0, Cell::number(std::fabs(cell.number()))};
    }
    std::string_view text = cell.text();
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    for (const std::string_view minus : {"-", "−", "–"}) {
        if (text.starts_with(minus)) {
            return {true, Cell::text(text.substr(minus.size()))};
        }
    }
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    return {false, cell.kind() == CellKind::kText ? Cell::text(text) : cell};
}

class WhatIfReader {
  public:
    WhatIfReader(const Grid& sheet, const Block& block, const PlanTables& plan,
                 const PlanInput& input, const ReadingContext& context, const CellReader& reader)
        : sheet_(sheet), block_(block), plan_(plan), input_(input), context_(context),
          reader_(reader) {}

    WhatIfsRead run() {
        for (row_ = block_.first_row; row_ < block_.end_row; ++row_) {
            const std::size_t problems = read_.problems.size();
            std::string scratch;
            const std::string_view name = nameIn(cell(kName), scratch);
            if (!isBlankName(name)) {
                find(name);
            } else if (current_ == kNobody) {
                expect(kName, "a name");
                continue;
            }
            Assumption assumption;
            if (readRow(assumption) && read_.problems.size() == problems) {
                add(assumption);
            }
        }
        return std::move(read_);
    }

  private:
    static constexpr std::size_t kNobody = ~std::size_t{0};

    [[nodiscard]] Cell cell(Heading heading) const { return block_.cell(sheet_, row_, heading); }

    bool expect(Heading heading, std::string_view expected) {
        read_.problems.push_back(
            blockProblem(sheet_, row_, kWhatIfHeadings[heading], cell(heading), expected));
        return false;
    }

    void find(std::string_view name) {
        const std::string folded = foldedName(name);
        const auto found = std::ranges::find(folded_names_, folded);
        current_ = static_cast<std::size_t>(found - folded_names_.begin());
        if (found == folded_names_.end()) {
            folded_names_.push_back(folded);
            read_.what_ifs.push_back({tidyName(name), {}});
            changed_.push_back(input_);
        }
    }

    bool readRow(Assumption& assumption) {
        const std::string folded = foldedName(cell(kChange).text());
        const auto word = std::ranges::find(kChanges, folded, &ChangeWord::folded);
        if (word == kChanges.end()) {
            return expect(kChange, "“capacity”, “hours”, “won”, “lost”, “date” or “quantity”");
        }
        assumption.kind = word->kind;
        return readOf(assumption) && readValue(assumption) && readPeriods(assumption);
    }

    bool readOf(Assumption& assumption) {
        if (isOfCapacity(assumption.kind)) {
            std::string scratch;
            const auto found = plan_.resources.find(foldedName(nameIn(cell(kOf), scratch)));
            if (found == plan_.resources.end()) {
                return expect(kOf, "the name of a resource");
            }
            assumption.resource = found->second;
            return true;
        }
        const auto found = plan_.deals.find(dealKey(cell(kOf)));
        if (found == plan_.deals.end()) {
            return expect(kOf, "a deal");
        }
        assumption.deal = found->second;
        return true;
    }

    bool readValue(Assumption& assumption) {
        switch (assumption.kind) {
        case AssumptionKind::kCapacityShare:
            return readShare(assumption);
        case AssumptionKind::kCapacityHours: {
            const Signed value = withoutSign(cell(kValue));
            const auto hours = reader_.work(value.amount, planning::kMostHours, AmountUnit::kHours);
            assumption.hours = {value.is_negative ? -hours.value.units : hours.value.units};
            return hours.isRead() || expect(kValue, "a number of hours");
        }
        case AssumptionKind::kDate: {
            const auto day = reader_.day(cell(kValue));
            assumption.date = day.value;
            return day.isRead() || expect(kValue, "a date");
        }
        case AssumptionKind::kQuantity:
            return readQuantity(assumption);
        case AssumptionKind::kWon:
        case AssumptionKind::kLost:
            break;
        }
        return true;
    }

    bool readShare(Assumption& assumption) {
        constexpr std::string_view kExpected = "a share such as +10 % or -25 %";
        constexpr std::int64_t kMost = 100 * Share::kUnitsInOne;
        const Signed value = withoutSign(cell(kValue));
        std::optional<std::int64_t> units;
        if (value.amount.kind() == CellKind::kNumber) {
            units = unitsOf(shortestDigits(value.amount.number()), Share::kDecimals,
                            Share::kUnitsInOne);
        } else if (const auto number = readNumberText(value.amount.text(), context_.locale);
                   number && number->is_percent && !number->is_negative) {
            constexpr int kDecimalsOfPercent = Share::kDecimals - 2;
            units = unitsOf(number->value, kDecimalsOfPercent, kMost);
        }
        assumption.share = {value.is_negative ? -units.value_or(0) : units.value_or(0)};
        return units.has_value() || expect(kValue, kExpected);
    }

    bool readQuantity(Assumption& assumption) {
        const auto quantity = reader_.amount(cell(kValue), planning::kMostQuantity);
        if (!quantity.isRead()) {
            return expect(kValue, "a number of at least 0");
        }
        const planning::Deal& deal = input_.deals[assumption.deal];
        if (deal.line_count == 1 && deal.first_line < plan_.done_of_line.size()) {
            const Quantity done = plan_.done_of_line[deal.first_line];
            if (quantity.value < done) {
                return expect(kValue, "as much as has been delivered already");
            }
            assumption.left = quantity.value - done;
        }
        return true;
    }

    bool readPeriods(Assumption& assumption) {
        if (!isOfCapacity(assumption.kind)) {
            return true;
        }
        const auto read = [&](Heading heading, planning::Day& day) {
            if (isBlank(cell(heading))) {
                return true;
            }
            const auto read_day = reader_.day(cell(heading));
            if (read_day.isRead()) {
                day = read_day.value;
            }
            return read_day.isRead() || expect(heading, "a date");
        };
        return read(kFrom, assumption.periods.first) && read(kUntil, assumption.periods.last);
    }

    void add(const Assumption& assumption) {
        switch (assume(changed_[current_], assumption)) {
        case Assumed::kDone:
            read_.what_ifs[current_].assumptions.push_back(assumption);
            break;
        case Assumed::kNoPeriod:
            expect(kOf, "a resource with a period that begins on these days");
            break;
        case Assumed::kBelowZero:
            expect(kValue, "a change that leaves every period at least 0 hours");
            break;
        case Assumed::kTooMuch:
            expect(kValue, "a change that a plan can hold");
            break;
        case Assumed::kNotOpen:
            expect(kOf, "an open or confirmed deal whose rows can be read");
            break;
        case Assumed::kSeveralLines:
            expect(kOf, "a deal with one open line");
            break;
        }
    }

    const Grid& sheet_;
    const Block& block_;
    const PlanTables& plan_;
    const PlanInput& input_;
    const ReadingContext& context_;
    const CellReader& reader_;
    WhatIfsRead read_;
    std::vector<std::string> folded_names_; // of read_.what_ifs
    std::vector<PlanInput> changed_;        // by the assumptions so far
    std::size_t current_ = kNobody;
    std::int32_t row_ = 0;
};

} // namespace

WhatIfsRead readWhatIfs(const Grid& sheet, const PlanTables& plan, const PlanInput& input,
                        const ReadingContext& context, const CellReader& reader) {
    const auto block = findBlock(sheet, kFolded);
    return block ? WhatIfReader{sheet, *block, plan, input, context, reader}.run() : WhatIfsRead{};
}

} // namespace keepable::tables
