// SPDX-License-Identifier: MPL-2.0
#include "portfolio/solver_lines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <locale>
#include <optional>
#include <sstream>
#include <system_error>

namespace keepable::portfolio {

namespace {

// No line of an honest solver is longer.
constexpr std::size_t kMostLine = 16U << 20U;

std::string_view nextWord(std::string_view& words) {
    const std::size_t begin = std::min(words.find_first_not_of(' '), words.size());
    words.remove_prefix(begin);
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(end);
    return word;
}

template <class Number> std::optional<Number> numberIn(std::string_view word) {
    Number number{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size()) {
        return std::nullopt;
    }
    return number;
}

// The largest whole number that the bound, with its margin, still allows.
std::int64_t wholeBound(double bound) {
    constexpr double kShare = 1e-11;
    constexpr double kLeast = 1e-6;
    const double with_margin = std::floor(bound + std::abs(bound) * kShare + kLeast);
    return static_cast<std::int64_t>(std::clamp(with_margin, 0.0, static_cast<double>(kMostExact)));
}

} // namespace

std::string programText(const BinaryProgram& program, std::span<const Column> start,
                        std::chrono::milliseconds time_limit) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << "seconds " << time_limit.count() / 1000 << '.' << time_limit.count() % 1000 / 100
         << "\nprogram " << program.weights.size() << ' ' << program.rows.size() << "\nweights";
    for (const std::int64_t weight : program.weights) {
        text << ' ' << weight;
    }
    for (const Row& row : program.rows) {
        text << "\nrow " << row.capacity << ' ' << row.terms.size();
        for (const Term& term : row.terms) {
            text << ' ' << term.column << ' ' << term.coefficient;
        }
    }
    text << "\nstart " << start.size();
    for (const Column column : start) {
        text << ' ' << column;
    }
    text << "\nend\n";
    return std::move(text).str();
}

SolverListener::SolverListener(const BinaryProgram& program, std::span<const Column> start)
    : program_(program) {
    answer_.chosen.assign(start.begin(), start.end());
    std::sort(answer_.chosen.begin(), answer_.chosen.end());
    answer_.value = valueOf(program, answer_.chosen);
    answer_.bound = quickBound(program);
    answer_.is_proven = answer_.bound == answer_.value;
}

bool SolverListener::hear(std::string_view piece) {
    bool is_better = false;
    rest_ += piece;
    std::size_t begin = 0;
    for (std::size_t end = rest_.find('\n'); end != std::string::npos;
         end = rest_.find('\n', begin)) {
        is_better = hearLine(std::string_view{rest_}.substr(begin, end - begin)) || is_better;
        begin = end + 1;
    }
    rest_.erase(0, begin);
    if (rest_.size() > kMostLine) {
        failure_ = "a line without an end";
        rest_.clear();
    }
    return is_better;
}

bool SolverListener::hearLine(std::string_view line) {
    std::string_view words = line;
    const std::string_view kind = nextWord(words);
    if (failure_.empty() && !is_done_) {
        if (kind == "incumbent") {
            return hearIncumbent(words);
        }
        if (kind == "found") {
            return hearFound(words);
        }
        if (kind == "bound") {
            return hearBound(words);
        }
        if (kind == "done") {
            return hearDone(words);
        }
        constexpr std::size_t kShown = 80;
        failure_ = kind == "failed" ? std::string{words} : "not understood: ";
        if (kind != "failed") {
            failure_ += line.substr(0, kShown);
        }
    }
    return false;
}

std::optional<Columns> SolverListener::choiceIn(std::string_view words) {
    const auto count = numberIn<std::size_t>(nextWord(words));
    Columns chosen;
    for (std::string_view word = nextWord(words); !word.empty(); word = nextWord(words)) {
        const auto column = numberIn<Column>(word);
        if (!column || *column >= program_.weights.size()) {
            failure_ = "a choice of what is not there";
            return std::nullopt;
        }
        chosen.push_back(*column);
    }
    if (!count || *count != chosen.size()) {
        failure_ = "a choice with a wrong count";
        return std::nullopt;
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

bool SolverListener::take(const Columns& feasible) {
    const std::int64_t value = valueOf(program_, feasible);
    if (value <= answer_.value) {
        return false;
    }
    answer_.chosen = feasible;
    answer_.value = value;
    answer_.bound = std::max(answer_.bound, value);
    return true;
}

bool SolverListener::hearFound(std::string_view words) {
    const std::optional<Columns> chosen = choiceIn(words);
    return chosen && take(repaired(program_, *chosen));
}

bool SolverListener::hearIncumbent(std::string_view words) {
    std::optional<Columns> chosen = choiceIn(words);
    if (!chosen) {
        return false;
    }
    incumbent_ = repaired(program_, *chosen);
    // The last choice is the one that ends the search.
    refused_ = isFeasible(program_, *chosen) ? Columns{} : *std::move(chosen);
    return take(incumbent_);
}

bool SolverListener::hearBound(std::string_view words) {
    // Not every standard library reads doubles with from_chars.
    std::istringstream text{std::string{nextWord(words)}};
    text.imbue(std::locale::classic());
    double bound = 0;
    if (!(text >> bound) || !std::isfinite(bound)) {
        failure_ = "a bound that is no number";
        return false;
    }
    const std::int64_t whole = std::max(wholeBound(bound), answer_.value);
    if (whole >= answer_.bound) {
        return false;
    }
    answer_.bound = whole;
    return true;
}

bool SolverListener::hearDone(std::string_view words) {
    const std::string_view how = nextWord(words);
    if (how != "optimal" && how != "stopped") {
        failure_ = "an end of no known kind";
        return false;
    }
    is_done_ = true;
    // Bounds that meet the value before the end of the search prove nothing while choices may still come.
    answer_.is_proven = answer_.is_proven || (how == "optimal" && answer_.bound == answer_.value);
    if (answer_.is_proven || how != "optimal") {
        refused_.clear();
    }
    if (answer_.is_proven && valueOf(program_, incumbent_) == answer_.value) {
        answer_.chosen = incumbent_;
    }
    return false;
}

} // namespace keepable::portfolio
