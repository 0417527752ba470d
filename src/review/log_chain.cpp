// SPDX-License-Identifier: MPL-2.0
#include "review/log_chain.hpp"

#include "review/digest.hpp"

#include <algorithm>
#include <tuple>

namespace keepable::review {

namespace {

constexpr char kSeparator = '\x1f';
constexpr std::size_t kPartDigits = 16;
constexpr std::size_t kCheckSize = 2 * kPartDigits + 1;

bool isCheck(std::string_view check) {
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return check.size() == kCheckSize && check[kPartDigits] == '-' &&
           std::ranges::count_if(check, is_digit) == 2 * kPartDigits;
}

std::string_view rowPartOf(const LogRow& row) {
    return std::string_view{row.check}.substr(0, kPartDigits);
}

std::string_view chainPartOf(const LogRow& row) {
    return std::string_view{row.check}.substr(kPartDigits + 1);
}

class ChainReader {
  public:
    ChainReader(std::span<const LogRow> rows, const std::optional<LogSeal>& seal)
        : rows_(rows), seal_(seal) {}

    ChainReading run() {
        splitRows();
        findMoved();
        // Stable, so that of two rows with one number the upper comes first.
        std::ranges::stable_sort(numbered_, {}, [&](std::uint32_t row) { return number(row); });
        followChain();
        checkSeal();
        orderRows();
        std::ranges::stable_sort(reading_.findings, {}, [](const LogFinding& finding) {
            return std::tuple{finding.row == 0, finding.row};
        });
        return std::move(reading_);
    }

  private:
    [[nodiscard]] std::int64_t number(std::uint32_t row) const { return *rows_[row].number; }

    void report(LogFault fault, std::int32_t row, std::int32_t other_row = 0,
                std::int64_t first_number = 0, std::int64_t last_number = 0) {
        reading_.findings.push_back({fault, row, other_row, first_number, last_number});
    }

    void splitRows() {
        for (std::uint32_t row = 0; row < rows_.size(); ++row) {
            const LogRow& read = rows_[row];
            if (read.number) {
                numbered_.push_back(row);
            } else {
                // A check without its number is a row somebody has changed.
                report(read.check.empty() ? LogFault::kTypedIn : LogFault::kAltered,
                       read.sheet_row);
            }
        }
    }

    // The fewest rows that would have to be moved for the numbers to rise down the sheet.
    void findMoved() {
        constexpr std::uint32_t kNone = 0xffff'ffff;
        std::vector<std::uint32_t> ends; // last row of the best run of each length
        std::vector<std::uint32_t> before(rows_.size(), kNone);
        for (const std::uint32_t row : numbered_) {
            const auto place = std::ranges::upper_bound(
                ends, number(row), {}, [&](std::uint32_t end) { return number(end); });
            if (place != ends.begin()) {
                before[row] = *(place - 1);
            }
            if (place == ends.end()) {
                ends.push_back(row);
            } else {
                *place = row;
            }
        }
        std::vector<bool> stays(rows_.size());
        for (std::uint32_t row = ends.empty() ? kNone : ends.back(); row != kNone;
             row = before[row]) {
            stays[row] = true;
        }
        for (const std::uint32_t row : numbered_) {
            if (!stays[row]) {
                report(LogFault::kMoved, rows_[row].sheet_row, 0, number(row), number(row));
            }
        }
    }

    void followChain() {
        std::int64_t last_number = 0;
        std::string_view chain; // of the row with the last number, where it has one
        bool has_chain = true;
        std::int32_t last_row = 0;
        for (const std::uint32_t index : numbered_) {
            const LogRow& row = rows_[index];
            const bool has_check = isCheck(row.check);
            if (!has_check || rowPartOf(row) != rowPart(row)) {
                report(LogFault::kAltered, row.sheet_row, 0, number(index), number(index));
            }
            if (number(index) == last_number) {
                report(LogFault::kNumberTwice, row.sheet_row, last_row, last_number, last_number);
            } else if (number(index) > last_number + 1) {
                report(LogFault::kMissing, row.sheet_row, 0, last_number + 1, number(index) - 1);
            } else if (has_chain && has_check &&
                       chainPartOf(row) != chainPart(chain, rowPartOf(row))) {
                report(LogFault::kNotAfterThat, row.sheet_row, last_row);
            }
            last_number = number(index);
            last_row = row.sheet_row;
            has_chain = has_check;
            chain = has_check ? chainPartOf(row) : std::string_view{};
        }
        reading_.seal = {last_number, std::string{chain}};
    }

    void checkSeal() {
        const LogSeal found = reading_.seal;
        if (!seal_) {
            if (!numbered_.empty()) {
                report(LogFault::kNoSeal, 0);
            }
            return;
        }
        if (seal_->rows > found.rows) {
            report(LogFault::kMissing, 0, 0, found.rows + 1, seal_->rows);
            reading_.seal = *seal_; // the next row hangs on what was there
        } else if (*seal_ != found && !sealsEarlierRow()) {
            report(LogFault::kSealAltered, 0);
        }
    }

    // Behind the rows, which happens when the rows of two copies are put together; the copies are
    // reported by their numbers.
    [[nodiscard]] bool sealsEarlierRow() const {
        return std::ranges::any_of(numbered_, [&](std::uint32_t row) {
            return number(row) == seal_->rows && isCheck(rows_[row].check) &&
                   chainPartOf(rows_[row]) == seal_->chain;
        });
    }

    void orderRows() {
        // Rows typed in follow the numbered one above them.
        std::vector<std::pair<std::int64_t, std::uint32_t>> places;
        std::int64_t anchor = 0;
        for (std::uint32_t row = 0; row < rows_.size(); ++row) {
            anchor = rows_[row].number.value_or(anchor);
            places.emplace_back(anchor, row);
        }
        std::ranges::stable_sort(places, [&](const auto& left, const auto& right) {
            if (left.first != right.first) {
                return left.first < right.first;
            }
            return rows_[left.second].number.has_value() && !rows_[right.second].number.has_value();
        });
        reading_.order.reserve(places.size());
        for (const auto& place : places) {
            reading_.order.push_back(place.second);
        }
    }

    std::span<const LogRow> rows_;
    const std::optional<LogSeal>& seal_;
    std::vector<std::uint32_t> numbered_;
    ChainReading reading_;
};

} // namespace

std::string rowPart(const LogRow& row) {
    std::string text = std::to_string(row.number.value_or(0));
    for (const std::string& cell : row.cells) {
        text += kSeparator;
        text += cell;
    }
    return hexText(sha256(text), kPartDigits);
}

std::string chainPart(std::string_view chain_before, std::string_view row_part) {
    std::string text{chain_before};
    text += kSeparator;
    text += row_part;
    return hexText(sha256(text), kPartDigits);
}

ChainReading readChain(std::span<const LogRow> rows, const std::optional<LogSeal>& seal) {
    return ChainReader{rows, seal}.run();
}

void seal(LogRow& row, LogSeal& last) {
    row.number = last.rows + 1;
    const std::string own = rowPart(row);
    last = {last.rows + 1, chainPart(last.chain, own)};
    row.check = own + "-" + last.chain;
}

} // namespace keepable::review
