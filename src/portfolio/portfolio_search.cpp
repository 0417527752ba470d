// SPDX-License-Identifier: MPL-2.0
#include "portfolio/portfolio_search.hpp"

#include <algorithm>
#include <numeric>

namespace keepable::portfolio {

using planning::CheckedPlan;
using planning::Hours;
using planning::kNone;
using planning::Load;

namespace {

__extension__ using Wide = __int128;

} // namespace

PortfolioSearch::PortfolioSearch(const CheckedPlan& plan, const PortfolioModel& model)
    : model_(model), set_(plan.board.confirmed), laid_(model.deals.size(), kNone),
      by_rank_(model.options.size()) {
    for (const Load& load : model.loads) {
        works_.push_back(set_[load.resource].add(load.window));
    }
    std::iota(by_rank_.begin(), by_rank_.end(), Column{0});
    by_weight_ = by_rank_;
    std::stable_sort(by_weight_.begin(), by_weight_.end(), [&](Column one, Column other) {
        return model_.options[one].weight > model_.options[other].weight;
    });
    as_promised_first_ = by_rank_;
    std::stable_partition(as_promised_first_.begin(), as_promised_first_.end(),
                          [&](Column option) { return model_.options[option].is_as_promised; });
    orderByScarcity(plan);
}

// An hour of a resource is as scarce as all that is wanted of it is large against what it has.
void PortfolioSearch::orderByScarcity(const CheckedPlan& plan) {
    constexpr std::int64_t kMostScarce = 1'000'000;
    constexpr std::int64_t kScale = 1'000;
    std::vector<Wide> wanted(set_.size());
    for (std::size_t place = 0; place < model_.deals.size(); ++place) {
        if (model_.first_option[place] < model_.first_option[place + 1]) {
            for (const Load& load : model_.loadsOf(model_.first_option[place])) {
                wanted[load.resource] += load.hours.units;
            }
        }
    }
    std::vector<std::int64_t> scarcity(set_.size());
    for (std::size_t resource = 0; resource < set_.size(); ++resource) {
        Wide there = 1;
        for (const planning::Slot& slot : plan.board.capacity.calendars[resource].slots()) {
            there += slot.capacity.units;
        }
        scarcity[resource] = static_cast<std::int64_t>(
            std::min<Wide>(wanted[resource] * kScale / there + 1, kMostScarce));
    }
    std::vector<Wide> price(model_.options.size(), 1);
    for (Column option = 0; option < model_.options.size(); ++option) {
        for (const Load& load : model_.loadsOf(option)) {
            price[option] += Wide{load.hours.units} * scarcity[load.resource];
        }
    }
    by_scarcity_ = by_rank_;
    std::stable_sort(by_scarcity_.begin(), by_scarcity_.end(), [&](Column one, Column other) {
        return model_.options[one].weight * price[other] >
               model_.options[other].weight * price[one];
    });
}

bool PortfolioSearch::lay(Column option) {
    ++steps_;
    const std::uint32_t first = model_.first_load[option];
    const std::uint32_t end = model_.first_load[option + 1];
    for (std::uint32_t load = first; load < end; ++load) {
        const Load& work = model_.loads[load];
        if (set_[work.resource].lay(works_[load], work.hours) != work.hours) {
            for (std::uint32_t laid = load + 1; laid-- > first;) {
                set_[model_.loads[laid].resource].lift(works_[laid]);
            }
            return false;
        }
    }
    laid_[model_.options[option].place] = option;
    value_ += model_.options[option].weight;
    return true;
}

void PortfolioSearch::lift(Column option) {
    for (std::uint32_t load = model_.first_load[option + 1]; load-- > model_.first_load[option];) {
        set_[model_.loads[load].resource].lift(works_[load]);
    }
    laid_[model_.options[option].place] = kNone;
    value_ -= model_.options[option].weight;
}

void PortfolioSearch::clear() {
    for (const Column option : chosen()) {
        lift(option);
    }
}

void PortfolioSearch::fill(std::span<const Column> order) {
    for (const Column option : order) {
        if (laid_[model_.options[option].place] == kNone) {
            lay(option);
        }
    }
}

Columns PortfolioSearch::chosen() const {
    Columns options;
    for (const Column option : laid_) {
        if (option != kNone) {
            options.push_back(option);
        }
    }
    return options;
}

bool PortfolioSearch::fits(std::span<const Column> options) {
    const Columns before = chosen();
    clear();
    bool all_fit = true;
    for (const Column option : options) {
        all_fit = all_fit && laid_[model_.options[option].place] == kNone && lay(option);
    }
    clear();
    for (const Column option : before) {
        lay(option);
    }
    return all_fit;
}

void PortfolioSearch::begin(std::span<const Column> options) {
    clear();
    Columns order(options.begin(), options.end());
    std::stable_sort(order.begin(), order.end(), [&](Column one, Column other) {
        return model_.options[one].weight > model_.options[other].weight;
    });
    fill(order);
}

void PortfolioSearch::beginGreedily() {
    Columns best;
    std::int64_t value = -1;
    for (const std::vector<Column>* order :
         {&by_scarcity_, &by_weight_, &by_rank_, &as_promised_first_}) {
        clear();
        fill(*order);
        if (value_ > value) {
            value = value_;
            best = chosen();
        }
    }
    begin(best);
}

// Takes one out and fills up; keeps that when it weighs more.
bool PortfolioSearch::exchange(Column out, std::span<const Column> order) {
    const std::uint32_t place = model_.options[out].place;
    const std::int64_t before = value_;
    lift(out);
    Columns in;
    for (const Column option : order) {
        const std::uint32_t deal = model_.options[option].place;
        if (option != out && laid_[deal] == kNone && model_.options[option].weight > 0 &&
            lay(option)) {
            in.push_back(option);
        }
    }
    if (laid_[place] == kNone && lay(out)) {
        in.push_back(out);
    }
    if (value_ > before) {
        return true;
    }
    for (const Column option : in) {
        lift(option);
    }
    lay(out);
    return false;
}

void PortfolioSearch::improve(std::size_t most_steps) {
    const std::size_t end = steps_ + most_steps;
    fill(by_scarcity_);
    bool is_better = true;
    while (is_better && steps_ < end) {
        is_better = false;
        const Columns laid = chosen();
        for (const Column out : laid) {
            if (steps_ >= end) {
                break;
            }
            if (laid_[model_.options[out].place] == out) {
                is_better = exchange(out, by_scarcity_) || is_better;
            }
            if (laid_[model_.options[out].place] == out) {
                is_better = exchange(out, by_weight_) || is_better;
            }
        }
    }
}

void PortfolioSearch::settle() {
    fill(as_promised_first_);
    for (std::size_t place = 0; place < model_.deals.size(); ++place) {
        const Column now = laid_[place];
        if (now == kNone || now == model_.first_option[place]) {
            continue;
        }
        lift(now);
        for (Column option = model_.first_option[place]; option <= now; ++option) {
            if (lay(option)) {
                break;
            }
        }
    }
}

} // namespace keepable::portfolio
