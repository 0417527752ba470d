// SPDX-License-Identifier: MPL-2.0
#include "support/random_plan.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace keepable::support {

using namespace planning;

namespace {

class Writer {
  public:
    Writer(std::uint64_t seed, bool is_large) : dice_(seed), is_large_(is_large) {}

    PlanInput write() {
        static constexpr std::array<std::int64_t, 7> kScales{1,      7,      2'500,        10'000,
                                                             10'001, 10'000, 1'000'000'007};
        scale_ = kScales[static_cast<std::size_t>(dice_.between(0, 6))];
        is_plain_ = is_large_ || dice_.onceIn(2);
        is_crowded_ = is_plain_ && dice_.onceIn(6);
        is_mostly_open_ = dice_.onceIn(2);
        writeSettings();
        writeCapacity();
        writeItems();
        const std::int64_t deals = is_large_         ? dice_.between(40, 120)
                                   : is_crowded_     ? dice_.between(10, 24)
                                   : dice_.onceIn(3) ? dice_.between(1, 3)
                                                     : dice_.between(4, is_plain_ ? 9 : 7);
        for (std::int64_t i = 0; i < deals; ++i) {
            writeDeal();
        }
        return std::move(input_);
    }

  private:
    Day around(std::int32_t before, std::int32_t after) {
        return input_.settings.as_of + dice_.days(-before, after);
    }

    void writeSettings() {
        PlanSettings& settings = input_.settings;
        // Around the end of February 2028, a leap year.
        settings.as_of = *dayFromCivil(2028, 2, 14) + dice_.days(0, 20);
        std::array<bool, 7> works{true, true, true, true, true, false, false};
        if (dice_.onceIn(3)) {
            works.fill(true);
        } else if (dice_.onceIn(6)) {
            for (bool& day : works) {
                day = dice_.onceIn(3);
            }
        }
        std::vector<Day> holidays;
        for (std::int64_t i = dice_.onceIn(2) ? dice_.between(1, 5) : 0; i > 0; --i) {
            holidays.push_back(around(5, 25));
        }
        settings.calendar = WorkCalendar(works, holidays);
        switch (dice_.between(is_plain_ ? 5 : 0, 9)) {
        case 0:
            settings.period_length = PeriodLength{.is_month = true};
            break;
        case 1:
            settings.period_length = PeriodLength{.days = 1};
            break;
        case 2:
        case 3:
            settings.period_length = PeriodLength{.days = dice_.days(2, 6)};
            break;
        case 4:
        case 5:
            settings.period_length = PeriodLength{.days = 7};
            break;
        case 6:
            settings.period_length = PeriodLength{.days = dice_.days(8, 12)};
            break;
        default:
            break;
        }
        if (dice_.onceIn(3)) {
            settings.period_rule = PeriodRule::kWholePeriod;
        }
        if (dice_.onceIn(is_plain_ ? 6 : 3)) {
            settings.work_ahead_days = dice_.days(0, 10);
        }
        if (dice_.onceIn(is_plain_ ? 6 : 3)) {
            settings.fence_days = dice_.days(1, 10);
        }
        settings.rank_by = static_cast<RankBy>(dice_.between(0, 4));
    }

    void writeCapacity() {
        static const std::array<std::string, 3> kNames{"Welding", "Assembly", "Milling"};
        const auto resources = static_cast<ResourceIndex>(dice_.between(1, is_large_   ? 2
                                                                           : is_plain_ ? 1
                                                                                       : 3));
        const bool in_months = dice_.onceIn(10);
        const std::int32_t step = dice_.onceIn(3) ? 7 : dice_.days(is_plain_ ? 3 : 1, 9);
        Day first = around(6, 1);
        if (dice_.onceIn(25)) {
            first = dice_.onceIn(2) ? around(45, -25) : around(-15, 30);
        }
        for (ResourceIndex resource = 0; resource < resources; ++resource) {
            input_.resources.push_back(kNames[resource]);
            if (dice_.onceIn(20)) {
                continue; // without a capacity row
            }
            const std::int64_t entries =
                is_large_ ? dice_.between(30, 60) : dice_.between(dice_.onceIn(10) ? 0 : 2, 8);
            for (std::int64_t i = 0; i < entries; ++i) {
                CapacityEntry entry;
                entry.resource = resource;
                if (in_months) {
                    entry.period_start =
                        addMonths(*dayFromCivil(2028, 2, 1), static_cast<int>(dice_.between(0, 2)));
                } else if (!is_plain_ && dice_.onceIn(5)) {
                    entry.period_start = around(8, 20);
                } else {
                    entry.period_start = first + step * (is_plain_ ? static_cast<std::int32_t>(i)
                                                                   : dice_.days(0, 4));
                }
                entry.hours.units =
                    dice_.onceIn(8) ? 0 : dice_.between(is_plain_ ? 15 : 1, 60) * scale_;
                if (dice_.onceIn(3)) {
                    entry.hours.units += dice_.between(0, 9);
                }
                input_.capacity.push_back(entry);
            }
        }
    }

    void writeItems() {
        const std::int64_t items = dice_.between(1, 4);
        for (std::int64_t i = 0; i < items; ++i) {
            Item item;
            item.name = "Item " + std::to_string(i + 1);
            const std::int64_t rows = dice_.onceIn(15) ? 0
                                                       : dice_.between(1, is_plain_         ? 1
                                                                          : dice_.onceIn(3) ? 4
                                                                                            : 2);
            for (std::int64_t k = 0; k < rows; ++k) {
                item.bill.push_back(billRow());
            }
            input_.items.push_back(std::move(item));
        }
    }

    BillRow billRow() {
        BillRow row;
        row.resource = static_cast<ResourceIndex>(
            dice_.between(0, static_cast<std::int64_t>(input_.resources.size()) - 1));
        row.basis = dice_.onceIn(5) ? Basis::kFixed : Basis::kVariable;
        const std::int64_t most =
            row.basis == Basis::kFixed ? (is_crowded_ ? 10 : 25) : (is_crowded_ ? 3 : 6);
        if (!dice_.onceIn(15)) {
            // In 1/1,000,000,000 h, often between two 1/10,000 h.
            row.hours_per_unit.units = dice_.between(0, most) * scale_ * 100'000;
            if (dice_.onceIn(2)) {
                row.hours_per_unit.units += dice_.between(0, 99'999);
            }
        }
        if (dice_.onceIn(is_plain_ ? 6 : 3)) {
            row.lead_time_offset_days = dice_.days(1, 7);
        }
        if (dice_.onceIn(25)) {
            row.available_from = around(2, 20);
        }
        if (dice_.onceIn(25)) {
            row.available_until = around(2, 25);
        }
        return row;
    }

    void writeDeal() {
        Deal deal;
        const std::int64_t status = dice_.between(is_mostly_open_ ? 5 : 1, 20);
        deal.status = status <= 5    ? DealClass::kFirm
                      : status <= 8  ? DealClass::kHeld
                      : status <= 19 ? DealClass::kTentative
                                     : DealClass::kClosed;
        deal.needs_check = dice_.onceIn(25);
        if (deal.status == DealClass::kHeld && dice_.onceIn(2)) {
            deal.held_until = around(3, 3);
        }
        if (!dice_.onceIn(3)) {
            deal.priority = Priority::whole(dice_.between(1, 3));
        }
        if (!dice_.onceIn(3)) {
            const std::int64_t unit = dice_.onceIn(8) ? 10'000'000'000'000 : 1;
            deal.value = Money::whole(dice_.between(0, 5) * unit);
        }
        if (!dice_.onceIn(3)) {
            deal.probability = Probability{dice_.between(0, 100) * 10'000'000};
        }
        deal.first_line = static_cast<std::uint32_t>(input_.lines.size());
        if (deal.status != DealClass::kClosed) {
            deal.line_count = static_cast<std::uint32_t>(
                dice_.onceIn(is_plain_ ? 6 : 3) ? dice_.between(2, 3) : 1);
        }
        for (std::uint32_t i = 0; i < deal.line_count; ++i) {
            writeLine();
        }
        input_.deals.push_back(deal);
    }

    void writeLine() {
        Line line;
        line.item = static_cast<ItemIndex>(
            dice_.between(0, static_cast<std::int64_t>(input_.items.size()) - 1));
        line.promised = dice_.onceIn(20)
                            ? around(4, 0)
                            : input_.settings.as_of + (is_large_   ? dice_.days(4, 300)
                                                       : is_plain_ ? dice_.days(4, 16)
                                                                   : dice_.days(1, 24));
        if (dice_.onceIn(is_plain_ ? 8 : 4)) {
            line.earliest_start = is_large_ ? around(3, 250) : around(3, 20);
        }
        if (!dice_.onceIn(15)) {
            line.left = Quantity::whole(dice_.between(1, 6));
            if (dice_.onceIn(3)) {
                line.left.units += dice_.between(0, 999'999'999);
            }
        }
        input_.lines.push_back(line);
    }

    Dice dice_;
    bool is_large_;
    std::int64_t scale_ = 1;      // hours come in steps of it, in 1/10,000 h
    bool is_plain_ = false;       // one resource and few limits: deals meet often
    bool is_crowded_ = false;     // plain, with many deals
    bool is_mostly_open_ = false; // few firm and held deals
    PlanInput input_;
};

template <class Amount> std::string orNone(const std::optional<Amount>& amount) {
    return amount ? decimalText(*amount) : "none";
}

std::string dayText(Day day) {
    return day == kFirstDay ? "any" : day == kLastDay ? "any" : isoText(day);
}

} // namespace

PlanInput randomPlan(std::uint64_t seed) {
    return Writer(seed, false).write();
}

PlanInput largeRandomPlan(std::uint64_t seed) {
    return Writer(seed, true).write();
}

const char* text(Verdict verdict) {
    static constexpr std::array kTexts{"KEEPABLE", "AT RISK", "INFEASIBLE", "CHECK ROW", "CLOSED"};
    return kTexts[static_cast<std::size_t>(verdict)];
}

const char* text(DealClass deal_class) {
    static constexpr std::array kTexts{"firm", "held", "tentative", "closed"};
    return kTexts[static_cast<std::size_t>(deal_class)];
}

const char* text(RefusalReason reason) {
    static constexpr std::array kTexts{"overdue", "not offered", "no capacity", "empty window",
                                       "too little"};
    return kTexts[static_cast<std::size_t>(reason)];
}

const char* text(RankBy rank_by) {
    static constexpr std::array kTexts{"priority", "promised date", "value", "value per hour",
                                       "sheet order"};
    return kTexts[static_cast<std::size_t>(rank_by)];
}

std::string planText(const PlanInput& input) {
    std::ostringstream out;
    const PlanSettings& settings = input.settings;
    out << "as of " << isoText(settings.as_of) << ", rank by " << text(settings.rank_by)
        << (settings.period_rule == PeriodRule::kWholePeriod ? ", whole period" : ", pro rata")
        << ", period length ";
    if (!settings.period_length) {
        out << "from the starts";
    } else if (settings.period_length->is_month) {
        out << "month";
    } else {
        out << settings.period_length->days << " days";
    }
    if (settings.work_ahead_days) {
        out << ", work ahead " << *settings.work_ahead_days;
    }
    out << ", fence " << settings.fence_days << "\n  days off near as of:";
    for (Day day = settings.as_of - 20; day <= settings.as_of + 60; day = day + 1) {
        if (!settings.calendar.isWorkingDay(day)) {
            out << ' ' << isoText(day).substr(5);
        }
    }
    out << '\n';
    for (const CapacityEntry& entry : input.capacity) {
        out << "capacity " << input.resources[entry.resource] << ' ' << isoText(entry.period_start)
            << ": " << decimalText(entry.hours) << " h\n";
    }
    for (ItemIndex i = 0; i < input.items.size(); ++i) {
        out << "item " << i << ' ' << input.items[i].name << '\n';
        for (const BillRow& row : input.items[i].bill) {
            out << "  " << input.resources[row.resource] << ' ' << decimalText(row.hours_per_unit)
                << (row.basis == Basis::kFixed ? " h fixed" : " h a unit") << ", offset "
                << row.lead_time_offset_days << ", offered " << dayText(row.available_from)
                << " to " << dayText(row.available_until) << '\n';
        }
    }
    for (DealIndex i = 0; i < input.deals.size(); ++i) {
        const Deal& deal = input.deals[i];
        out << "deal " << i << ' ' << text(deal.status);
        if (deal.held_until != kLastDay) {
            out << " until " << isoText(deal.held_until);
        }
        out << (deal.needs_check ? ", needs check" : "") << ", priority " << orNone(deal.priority)
            << ", value " << orNone(deal.value) << ", probability " << orNone(deal.probability)
            << '\n';
        for (std::uint32_t k = 0; k < deal.line_count; ++k) {
            const Line& line = input.lines[deal.first_line + k];
            out << "  " << decimalText(line.left) << " of item " << line.item << " by "
                << isoText(line.promised) << ", start " << dayText(line.earliest_start) << '\n';
        }
    }
    return out.str();
}

} // namespace keepable::support
