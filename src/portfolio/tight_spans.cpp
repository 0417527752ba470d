// SPDX-License-Identifier: MPL-2.0
#include "portfolio/tight_spans.hpp"

#include <algorithm>
#include <limits>

namespace keepable::portfolio {

using planning::CheckedPlan;
using planning::DealClass;
using planning::DealIndex;
using planning::Load;
using planning::ResourceCalendar;

namespace {

constexpr std::int64_t kBoundless = std::numeric_limits<std::int64_t>::max();

std::size_t at(std::int32_t slot) {
    return static_cast<std::size_t>(slot);
}

void sortByFirst(std::vector<SlotWork>& works) {
    std::stable_sort(works.begin(), works.end(), [](const SlotWork& one, const SlotWork& other) {
        return one.run.first < other.run.first;
    });
}

// Spans by first slot, goes through them once: what room there is, and what work.
class Sweep {
  public:
    Sweep(const ResourceCalendar& calendar, std::span<const SlotWork> confirmed,
          std::span<const SlotWork> open)
        : slots_(calendar.slots()), confirmed_(confirmed), open_(open), slack_(slots_.size() + 1),
          least_(slots_.size() + 1, kBoundless), change_(slots_.size() + 1) {
        for (const SlotWork& work : open) {
            starts_.push_back(work.run.first);
            ends_.push_back(work.run.end);
        }
        for (std::vector<std::int32_t>* sorted : {&starts_, &ends_}) {
            std::sort(sorted->begin(), sorted->end());
            sorted->erase(std::unique(sorted->begin(), sorted->end()), sorted->end());
        }
        work_.resize(ends_.size());
        for (const SlotWork& work : open) {
            work_[columnOf(work.run.end)] += work.hours;
        }
        for (const SlotWork& work : confirmed) {
            change_[at(work.run.end)] -= work.hours;
        }
        for (std::size_t end = 1; end <= slots_.size(); ++end) {
            slack_[end] = slack_[end - 1] + slots_[end - 1].capacity.units + change_[end];
        }
    }

    // Calls see(row, columns' room, columns' work) for every first slot of open work.
    template <class See> void run(See see) {
        std::vector<std::int64_t> room(ends_.size());
        std::vector<std::int64_t> inside(ends_.size());
        auto leaving = confirmed_.begin();
        auto open_leaving = open_.begin();
        std::size_t row = 0;
        for (std::int32_t first = 0; row < starts_.size(); ++first) {
            widen(first);
            if (first == starts_[row]) {
                std::int64_t sum = 0;
                for (std::size_t column = 0; column < ends_.size(); ++column) {
                    sum += work_[column];
                    inside[column] = sum;
                    room[column] = ends_[column] > first ? least_[at(ends_[column])] : kBoundless;
                }
                see(row, room, inside);
                for (; open_leaving != open_.end() && open_leaving->run.first == first;
                     ++open_leaving) {
                    work_[columnOf(open_leaving->run.end)] -= open_leaving->hours;
                }
                ++row;
            }
            std::fill(change_.begin(), change_.end(), 0);
            for (; leaving != confirmed_.end() && leaving->run.first == first; ++leaving) {
                change_[at(leaving->run.end)] += leaving->hours;
            }
            std::int64_t sum = -slots_[at(first)].capacity.units;
            for (std::size_t end = at(first) + 1; end <= slots_.size(); ++end) {
                sum += change_[end];
                slack_[end] += sum;
            }
        }
    }
    [[nodiscard]] const std::vector<std::int32_t>& starts() const { return starts_; }
    [[nodiscard]] const std::vector<std::int32_t>& ends() const { return ends_; }

  private:
    [[nodiscard]] std::size_t columnOf(std::int32_t end) const {
        return static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), end) -
                                        ends_.begin());
    }
    // The least slack of the spans that begin at `first` or before, by least end.
    void widen(std::int32_t first) {
        std::int64_t around = kBoundless;
        for (std::size_t end = slots_.size(); end > at(first); --end) {
            around = std::min(around, slack_[end]);
            least_[end] = std::min(least_[end], around);
        }
    }

    const std::vector<planning::Slot>& slots_;
    std::span<const SlotWork> confirmed_;
    std::span<const SlotWork> open_;
    std::vector<std::int32_t> starts_;
    std::vector<std::int32_t> ends_;
    std::vector<std::int64_t> slack_; // of the spans from the present first slot, by end
    std::vector<std::int64_t> least_;
    std::vector<std::int64_t> change_;
    std::vector<std::int64_t> work_; // by column, of those that begin from the present row on
};

struct Candidate {
    std::size_t row;
    std::size_t column;
    TightSpan span;
};

} // namespace

std::vector<TightSpan> tightSpans(const ResourceCalendar& calendar,
                                  std::span<const SlotWork> confirmed,
                                  std::span<const SlotWork> open) {
    std::vector<TightSpan> found;
    if (open.empty()) {
        return found;
    }
    Sweep sweep(calendar, confirmed, open);
    std::vector<Candidate> candidates;
    std::vector<std::int64_t> row_before(sweep.ends().size(), -1);
    sweep.run([&](std::size_t row, const std::vector<std::int64_t>& room,
                  const std::vector<std::int64_t>& work) {
        for (std::size_t column = 0; column < room.size(); ++column) {
            if (room[column] == kBoundless || work[column] <= room[column]) {
                continue;
            }
            const bool is_in_later = column + 1 < room.size() && room[column + 1] == room[column];
            if (!is_in_later && row_before[column] != room[column]) {
                candidates.push_back({row,
                                      column,
                                      {{sweep.starts()[row], sweep.ends()[column]},
                                       room[column],
                                       work[column] - room[column]}});
            }
        }
        row_before = room;
    });
    // The largest excess of the spans inside, by column; rows from the last to the first.
    std::vector<std::int64_t> inside(sweep.ends().size());
    std::size_t next_row = candidates.size();
    while (next_row > 0) {
        std::size_t begin = next_row - 1;
        while (begin > 0 && candidates[begin - 1].row == candidates[next_row - 1].row) {
            --begin;
        }
        std::size_t candidate = begin;
        std::int64_t before = 0;
        for (std::size_t column = 0; column < inside.size(); ++column) {
            std::int64_t largest = std::max(before, inside[column]);
            if (candidate < next_row && candidates[candidate].column == column) {
                const TightSpan& span = candidates[candidate].span;
                if (span.excess > largest) {
                    largest = span.excess;
                    found.push_back(span);
                }
                ++candidate;
            }
            inside[column] = largest;
            before = largest;
        }
        next_row = begin;
    }
    return found;
}

TightSpans::TightSpans(const CheckedPlan& plan, const PortfolioModel& model) : model_(model) {
    const planning::PlanBoard& board = plan.board;
    resources_.resize(board.capacity.calendars.size());
    for (std::size_t resource = 0; resource < resources_.size(); ++resource) {
        resources_[resource].calendar = &board.capacity.calendars[resource];
    }
    const auto add = [&](const Load& load, Column column, bool is_open) {
        Resource& resource = resources_[load.resource];
        const SlotWork work{resource.calendar->touchedBy(load.window), load.hours.units, column};
        (is_open ? resource.open : resource.confirmed).push_back(work);
    };
    for (DealIndex deal = 0; deal < plan.input.deals.size(); ++deal) {
        if (plan.report.classes[deal] == DealClass::kTentative) {
            continue;
        }
        for (std::uint32_t load = board.first_load_of_deal[deal];
             load < board.first_load_of_deal[deal + 1]; ++load) {
            if (board.loads[load].work != planning::kNone) {
                add(board.loads[load], 0, false);
            }
        }
    }
    for (Column column = 0; column < model.options.size(); ++column) {
        for (const Load& load : model.loadsOf(column)) {
            add(load, column, true);
        }
    }
    for (Resource& resource : resources_) {
        sortByFirst(resource.confirmed);
        sortByFirst(resource.open);
    }
}

Row TightSpans::rowOf(const Resource& resource, const TightSpan& span) {
    Row row;
    row.capacity = span.room;
    for (const SlotWork& work : resource.open) {
        if (span.run.first <= work.run.first && work.run.end <= span.run.end) {
            row.terms.push_back({work.column, work.hours});
        }
    }
    std::sort(row.terms.begin(), row.terms.end(),
              [](const Term& one, const Term& other) { return one.column < other.column; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < row.terms.size(); ++i) {
        if (kept > 0 && row.terms[kept - 1].column == row.terms[i].column) {
            row.terms[kept - 1].coefficient += row.terms[i].coefficient;
        } else {
            row.terms[kept++] = row.terms[i];
        }
    }
    row.terms.resize(kept);
    return row;
}

BinaryProgram TightSpans::program(std::size_t most_terms) const {
    BinaryProgram program;
    for (const Option& option : model_.options) {
        program.weights.push_back(option.weight);
    }
    for (std::size_t place = 0; place < model_.deals.size(); ++place) {
        Row row;
        row.capacity = 1;
        for (Column column = model_.first_option[place]; column < model_.first_option[place + 1];
             ++column) {
            row.terms.push_back({column, 1});
        }
        if (row.terms.size() > 1) {
            program.rows.push_back(std::move(row));
        }
    }
    struct Ranked {
        const Resource* resource;
        TightSpan span;
    };
    std::vector<Ranked> all;
    for (const Resource& resource : resources_) {
        for (const TightSpan& span :
             tightSpans(*resource.calendar, resource.confirmed, resource.open)) {
            all.push_back({&resource, span});
        }
    }
    std::vector<std::size_t> by_excess(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        by_excess[i] = i;
    }
    std::stable_sort(by_excess.begin(), by_excess.end(), [&](std::size_t one, std::size_t other) {
        return all[one].span.excess > all[other].span.excess;
    });
    std::vector<Row> rows(all.size());
    std::size_t terms = 0;
    for (const std::size_t i : by_excess) {
        if (terms > most_terms) {
            break;
        }
        rows[i] = rowOf(*all[i].resource, all[i].span);
        terms += rows[i].terms.size();
    }
    for (Row& row : rows) {
        if (!row.terms.empty()) {
            program.rows.push_back(std::move(row));
        }
    }
    return program;
}

std::size_t TightSpans::addRows(std::span<const Column> chosen, BinaryProgram& program) const {
    constexpr std::size_t kMostOfAResource = 8;
    std::vector<bool> is_chosen(model_.options.size());
    for (const Column column : chosen) {
        is_chosen[column] = true;
    }
    std::size_t added = 0;
    std::vector<SlotWork> work;
    for (const Resource& resource : resources_) {
        work.clear();
        for (const SlotWork& each : resource.open) {
            if (is_chosen[each.column]) {
                work.push_back(each);
            }
        }
        std::vector<TightSpan> spans = tightSpans(*resource.calendar, resource.confirmed, work);
        std::stable_sort(
            spans.begin(), spans.end(),
            [](const TightSpan& one, const TightSpan& other) { return one.excess > other.excess; });
        spans.resize(std::min(spans.size(), kMostOfAResource));
        for (const TightSpan& span : spans) {
            program.rows.push_back(rowOf(resource, span));
            ++added;
        }
    }
    return added;
}

} // namespace keepable::portfolio
