// SPDX-License-Identifier: MPL-2.0
#include "tables/column_evidence.hpp"

#include "tables/cell_value.hpp"
#include "tables/currency.hpp"
#include "tables/date_text.hpp"
#include "tables/names.hpp"
#include "tables/number_text.hpp"
#include "tables/unit_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

namespace keepable::tables {

using planning::Day;

namespace {

constexpr std::array kOrders{DateOrder::kDayMonthYear, DateOrder::kMonthDayYear,
                             DateOrder::kYearMonthDay};

constexpr Day kFirstLikelyDay{7305};    // 1990-01-01
constexpr Day kLastLikelyDay{84005};    // 2199-12-31
constexpr std::int32_t kMixedShare = 4; // one odd cell in so many

void setFirst(std::int32_t& first, std::int32_t row) {
    first = first < 0 ? row : first;
}

std::string_view trimmed(std::string_view text) {
    while (const std::size_t space = leadingSpaceSize(text)) {
        text.remove_prefix(space);
    }
    return text;
}

bool beginsWithFourDigits(std::string_view text) {
    text = trimmed(text);
    return text.find_first_not_of("0123456789") == 4;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

class EvidenceSearch {
  public:
    explicit EvidenceSearch(const ReadingContext& context)
        : context_(context), reader_(context), dates_(context.locale) {
        decided_by_.fill(-1);
    }

    ColumnEvidence run(std::span<const Cell> cells) {
        for (row_ = 0; row_ < static_cast<std::int32_t>(cells.size()); ++row_) {
            const Cell& cell = cells[static_cast<std::size_t>(row_)];
            if (isBlank(cell)) {
                continue;
            }
            ++evidence_.filled;
            if (cell.kind() == CellKind::kNumber) {
                takeNumber(cell.number());
            } else if (cell.kind() == CellKind::kText) {
                takeText(cell.text());
            } else {
                count(kErrors);
            }
        }
        decideKind();
        decideDateOrder();
        decideScale();
        return std::move(evidence_);
    }

  private:
    enum Kind : std::uint8_t { kDates, kNumbers, kNames, kErrors, kKinds };

    void count(Kind kind) {
        ++counts_[kind];
        setFirst(first_rows_[kind], row_);
    }

    void takeNumber(double value) {
        count(kNumbers);
        const bool is_whole = std::floor(value) == value;
        all_are_days_ = all_are_days_ && is_whole &&
                        value >= kFirstLikelyDay - context_.null_date &&
                        value <= kLastLikelyDay - context_.null_date;
        has_number_cells_ = true;
        takeShare(value > 1, value > 0 && value < 1);
    }

    void takeText(std::string_view text) {
        if (takeNumberText(text) || reader_.probability(Cell::text(text)).isRead()) {
            count(kNumbers);
        } else if (takeDateText(text)) {
            count(kDates);
        } else {
            count(kNames);
            std::string_view rest = trimmed(text);
            const std::string_view currency = takeCurrency(rest);
            if (!currency.empty() && isBlankName(rest)) {
                takeCurrencyOf(currency);
            }
        }
    }

    bool takeNumberText(std::string_view text) {
        const UnitText split = splitUnit(text);
        const auto number = readNumberText(split.number, context_.locale);
        if (!number) {
            return false;
        }
        if (!number->currency.empty()) {
            takeCurrencyOf(number->currency);
        }
        if (split.unit != AmountUnit::kAsRead) {
            takeUnit(split.unit == AmountUnit::kPieces, text.substr(split.number.size()));
        } else if (!number->is_percent) {
            constexpr std::int64_t kOne = planning::Probability::kUnitsInOne;
            const auto units = unitsOf(number->value, planning::Probability::kDecimals, kOne);
            takeShare(!units && !number->is_negative, units && *units > 0 && *units < kOne);
        }
        return true;
    }

    bool takeDateText(std::string_view text) {
        std::size_t read = 0;
        std::optional<std::size_t> only;
        bool differ = false;
        std::optional<Day> first;
        for (std::size_t i = 0; i < kOrders.size(); ++i) {
            if (kOrders[i] == DateOrder::kYearMonthDay && !beginsWithFourDigits(text) &&
                context_.locale.date_order != DateOrder::kYearMonthDay) {
                continue;
            }
            const auto day = dates_.read(text, kOrders[i]);
            if (!day) {
                continue;
            }
            ++read;
            only = i;
            differ = differ || (first && *first != *day);
            first = first ? first : day;
        }
        if (read == 1) {
            setFirst(decided_by_[*only], row_);
        } else if (differ) {
            setFirst(open_row_, row_);
        }
        return read > 0;
    }

    void takeShare(bool above_one, bool between) {
        has_shares_ = true;
        if (above_one) {
            setFirst(evidence_.scale.row_above_one, row_);
        } else if (between) {
            setFirst(evidence_.scale.row_between, row_);
        }
    }

    void takeUnit(bool pieces, std::string_view word) {
        MixEvidence& units = evidence_.units;
        if (units.row < 0) {
            units.row = row_;
            units.seen = tidyName(word);
            units_are_pieces_ = pieces;
        } else if (pieces != units_are_pieces_ && !units.isMixed()) {
            units.other_row = row_;
            units.other = tidyName(word);
        }
    }

    void takeCurrencyOf(std::string_view written) {
        MixEvidence& mix = evidence_.currencies;
        const std::vector<std::string_view> codes = wordsOf(currencyCodes(written));
        if (mix.row < 0) {
            mix.row = row_;
            mix.seen = written;
            currencies_ = codes;
            return;
        }
        const auto fits = [&](std::string_view code) {
            return std::ranges::find(codes, code) != codes.end();
        };
        std::vector<std::string_view> left;
        std::ranges::copy_if(currencies_, std::back_inserter(left), fits);
        if (!left.empty()) {
            currencies_ = std::move(left);
        } else if (!mix.isMixed()) {
            mix.other_row = row_;
            mix.other = written;
        }
    }

    void decideKind() {
        static constexpr std::array kKindNames{ColumnKind::kDates, ColumnKind::kNumbers,
                                               ColumnKind::kNames};
        evidence_.numbers_may_be_dates = has_number_cells_ && all_are_days_;
        if (evidence_.filled == 0) {
            return;
        }
        // A date column has its dates as numbers, and some as text where they were typed wrongly.
        if (counts_[kDates] > 0 && evidence_.numbers_may_be_dates) {
            counts_[kDates] += counts_[kNumbers];
            counts_[kNumbers] = 0;
            first_rows_[kNumbers] = -1;
        }
        std::size_t most = 0;
        for (std::size_t kind = 1; kind < kKindNames.size(); ++kind) {
            most = counts_[kind] > counts_[most] ? kind : most;
        }
        evidence_.odd = evidence_.filled - counts_[most];
        for (std::size_t kind = 0; kind < kKinds; ++kind) {
            const std::int32_t row = first_rows_[kind];
            if (kind != most && row >= 0 && (evidence_.odd_row < 0 || row < evidence_.odd_row)) {
                evidence_.odd_row = row;
            }
        }
        evidence_.most = counts_[most] > 0 ? kKindNames[most] : ColumnKind::kEmpty;
        evidence_.kind =
            evidence_.odd * kMixedShare >= evidence_.filled ? ColumnKind::kMixed : evidence_.most;
    }

    void decideDateOrder() {
        DateOrderEvidence& found = evidence_.date_order;
        for (std::size_t i = 0; i < kOrders.size(); ++i) {
            if (decided_by_[i] < 0) {
                continue;
            }
            if (found.finding == EvidenceFinding::kNothingSaid) {
                found = {EvidenceFinding::kDecided, kOrders[i], decided_by_[i], -1};
            } else if (found.finding == EvidenceFinding::kDecided) {
                found = {EvidenceFinding::kContradicting, std::nullopt,
                         std::min(found.row, decided_by_[i]), std::max(found.row, decided_by_[i])};
            }
        }
        if (found.finding == EvidenceFinding::kNothingSaid && open_row_ >= 0) {
            found = {EvidenceFinding::kOpen, std::nullopt, open_row_, -1};
        }
    }

    void decideScale() {
        ScaleEvidence& found = evidence_.scale;
        if (!has_shares_) {
            return;
        }
        if (found.row_above_one >= 0) {
            found.finding = EvidenceFinding::kDecided;
            found.scale = ProbabilityScale::kPercent;
        } else if (found.row_between >= 0) {
            found.finding = EvidenceFinding::kDecided;
            found.scale = ProbabilityScale::kFraction;
        } else {
            found.finding = EvidenceFinding::kOpen;
        }
    }

    const ReadingContext& context_;
    CellReader reader_;
    DateTextReader dates_;
    ColumnEvidence evidence_;
    std::int32_t row_ = 0;
    std::array<std::int32_t, kKinds> counts_{};
    std::array<std::int32_t, kKinds> first_rows_{-1, -1, -1, -1};
    bool has_number_cells_ = false;
    bool all_are_days_ = true;
    bool has_shares_ = false;
    bool units_are_pieces_ = false;
    std::array<std::int32_t, kOrders.size()> decided_by_{};
    std::int32_t open_row_ = -1;
    std::vector<std::string_view> currencies_; // the codes that fit all seen so far
};

} // namespace

ColumnEvidence columnEvidence(std::span<const Cell> cells, const ReadingContext& context) {
    return EvidenceSearch{context}.run(cells);
}

} // namespace keepable::tables
