// SPDX-License-Identifier: MPL-2.0
#include "portfolio/portfolio.hpp"

#include "portfolio/portfolio_search.hpp"
#include "portfolio/tight_spans.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace keepable::portfolio {

using planning::CheckedPlan;
using planning::Day;
using planning::DealClass;
using planning::DealIndex;
using planning::kNone;
using planning::PlanInput;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

__extension__ using Wide = __int128;

// Layings of an option: some tenths of a second.
constexpr std::size_t kFirstSteps = 60'000;
constexpr std::size_t kRepairSteps = 4'000;
constexpr std::size_t kLastSteps = 20'000;
// Beyond that, rows are added when they are needed.
constexpr std::size_t kMostTerms = 300'000;

// A sum of huge values may be more than the type holds.
std::int64_t inMoney(std::int64_t weight, std::int64_t unit) {
    return static_cast<std::int64_t>(
        std::min<Wide>(Wide{weight} * unit, std::numeric_limits<std::int64_t>::max()));
}

// The search for the best choice: the best so far, and what is proven of it.
class Run {
  public:
    Run(const CheckedPlan& plan, const PortfolioModel& model, const PortfolioTask& task)
        : model_(model), task_(task), began_(steady_clock::now()), spans_(plan, model),
          search_(plan, model), program_(spans_.program(kMostTerms)) {
        bound_ = quickBound(program_);
    }

    void searchQuickly() {
        search_.beginGreedily();
        search_.improve(kFirstSteps);
        consider();
    }

    void solve(Solver& solver) {
        for (;;) {
            if (value_ == bound_) {
                end_ = SolverEnd::kProven;
                return;
            }
            const auto left = std::chrono::duration_cast<milliseconds>(
                task_.time_limit - (steady_clock::now() - began_));
            if (task_.stop.stop_requested() || left <= milliseconds{0}) {
                end_ = left > milliseconds{0} ? SolverEnd::kCancelled : SolverEnd::kTimeIsUp;
                return;
            }
            SolverTask task{.time_limit = left, .stop = task_.stop};
            task.tell = [&](const Answer& answer) { hear(answer); };
            SolverResult result = solver.solve(program_, best_, task);
            hear(result.answer);
            if (result.end == SolverEnd::kProven) {
                adopt(result.answer);
            }
            end_ = result.end;
            failure_ = std::move(result.failure);
            if (!result.refused.empty() && forbid(program_, result.refused) > 0) {
                continue;
            }
            if (end_ != SolverEnd::kProven || spans_.addRows(result.answer.chosen, program_) == 0) {
                return;
            }
        }
    }

    // The last touch, on what is best.
    void settle(bool is_worth_a_search) {
        search_.begin(best_);
        if (is_worth_a_search && value_ < bound_) {
            search_.improve(kLastSteps);
        }
        search_.settle();
        best_ = search_.chosen();
        value_ = search_.value();
    }

    [[nodiscard]] const Columns& best() const { return best_; }
    [[nodiscard]] std::int64_t value() const { return value_; }
    [[nodiscard]] std::int64_t bound() const { return std::max(value_, bound_); }
    [[nodiscard]] SolverEnd end() const { return end_; }
    [[nodiscard]] const std::string& failure() const { return failure_; }

  private:
    // The program may lack rows: what it allows need not fit, its bound counts all the same.
    void hear(const Answer& answer) {
        bound_ = std::min(bound_, answer.bound);
        if (answer.value <= value_) {
            return;
        }
        search_.begin(answer.chosen);
        if (search_.value() < answer.value) {
            search_.improve(kRepairSteps);
        }
        consider();
    }

    // Of choices that are worth the same, the one that a finished search has come to: it is always the same,
    // whereas what was heard first depends on the clock.
    void adopt(const Answer& answer) {
        search_.begin(answer.chosen);
        if (search_.value() == answer.value && answer.value >= value_) {
            value_ = search_.value();
            best_ = search_.chosen();
        }
    }

    void consider() {
        if (search_.value() > value_ || best_.empty()) {
            value_ = search_.value();
            best_ = search_.chosen();
            if (task_.tell) {
                task_.tell(
                    {inMoney(value_, model_.weight_unit), inMoney(bound(), model_.weight_unit)});
            }
        }
    }

    const PortfolioModel& model_;
    const PortfolioTask& task_;
    steady_clock::time_point began_;
    TightSpans spans_;
    PortfolioSearch search_;
    BinaryProgram program_;
    Columns best_;
    std::int64_t value_ = 0;
    std::int64_t bound_ = 0;
    SolverEnd end_ = SolverEnd::kFailed;
    std::string failure_ = "no solver";
};

void decide(const CheckedPlan& plan, const PortfolioModel& model, const Columns& chosen,
            Portfolio& portfolio) {
    for (const DealIndex deal : model.deals) {
        portfolio.decisions.push_back({deal, DecisionKind::kDecline, {}});
    }
    for (const Column column : chosen) {
        const Option& option = model.options[column];
        Decision& decision = portfolio.decisions[option.place];
        if (option.is_as_promised) {
            decision.kind = DecisionKind::kKeep;
            continue;
        }
        decision.kind = DecisionKind::kReDate;
        decision.date = option.date;
        const planning::Deal& deal = plan.input.deals[decision.deal];
        for (std::uint32_t line = deal.first_line; line < deal.first_line + deal.line_count;
             ++line) {
            const planning::Line& record = plan.input.lines[line];
            if (record.left.units > 0 && record.promised < option.date) {
                portfolio.moves.push_back({decision.deal, line, record.promised, option.date});
            }
        }
    }
    std::sort(portfolio.moves.begin(), portfolio.moves.end(),
              [](const LineMove& one, const LineMove& other) { return one.line < other.line; });
}

// Nothing is handed out that the engine would not sign.
void check(const CheckedPlan& plan, const Portfolio& portfolio) {
    const CheckedPlan after = planning::checkPromises(applied(plan.input, portfolio));
    for (const Decision& decision : portfolio.decisions) {
        if (decision.kind != DecisionKind::kDecline &&
            after.report.verdicts[decision.deal] != planning::Verdict::kKeepable) {
            throw std::logic_error("a portfolio keeps a deal that cannot be kept");
        }
    }
}

} // namespace

std::string_view decisionWord(DecisionKind kind) {
    switch (kind) {
    case DecisionKind::kKeep:
        return "KEEP";
    case DecisionKind::kReDate:
        return "RE-DATE";
    case DecisionKind::kDecline:
        return "DECLINE";
    }
    return {};
}

std::int64_t Portfolio::gapMillionths() const {
    if (bound <= value) {
        return 0;
    }
    constexpr std::int64_t kMillion = 1'000'000;
    return static_cast<std::int64_t>((Wide{bound - value} * kMillion + bound - 1) / bound);
}

PlanInput applied(PlanInput input, const Portfolio& portfolio) {
    for (const LineMove& move : portfolio.moves) {
        input.lines[move.line].promised = move.to;
    }
    for (const Decision& decision : portfolio.decisions) {
        if (decision.kind == DecisionKind::kDecline) {
            input.deals[decision.deal].status = DealClass::kClosed;
        }
    }
    return input;
}

Portfolio bestPortfolio(CheckedPlan& plan, const Question& question, Solver* solver,
                        const PortfolioTask& task) {
    const PortfolioModel model = portfolioModel(plan, question);
    Run run(plan, model, task);
    run.searchQuickly();
    if (solver != nullptr) {
        run.solve(*solver);
    }
    run.settle(solver != nullptr && run.end() != SolverEnd::kCancelled);
    Portfolio portfolio;
    portfolio.goal = question.goal;
    portfolio.value = inMoney(run.value(), model.weight_unit);
    portfolio.bound = inMoney(run.bound(), model.weight_unit);
    portfolio.is_proven = run.value() == run.bound();
    portfolio.end = portfolio.is_proven ? SolverEnd::kProven : run.end();
    portfolio.failure = portfolio.is_proven ? std::string{} : run.failure();
    decide(plan, model, run.best(), portfolio);
    check(plan, portfolio);
    return portfolio;
}

} // namespace keepable::portfolio
