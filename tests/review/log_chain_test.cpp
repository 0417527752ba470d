// SPDX-License-Identifier: MPL-2.0
#include "review/digest.hpp"
#include "review/log_chain.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>

namespace keepable::review {

void PrintTo(const LogFinding& finding, std::ostream* out) {
    *out << "{fault " << static_cast<int>(finding.fault) << ", row " << finding.row << ", other "
         << finding.other_row << ", numbers " << finding.first_number << "-" << finding.last_number
         << "}";
}

namespace {

constexpr std::int32_t kFirstRow = 5;

LogRow row(std::string_view deal) {
    LogRow made;
    made[LogField::kDeal] = deal;
    made[LogField::kAction] = "asked";
    return made;
}

struct Written {
    std::vector<LogRow> rows;
    LogSeal seal;

    void renumberSheet() {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].sheet_row = kFirstRow + static_cast<std::int32_t>(i);
        }
    }
    [[nodiscard]] std::vector<LogFinding> findings() {
        renumberSheet();
        return readChain(rows, seal).findings;
    }
};

Written written(std::size_t count) {
    Written made;
    for (std::size_t i = 0; i < count; ++i) {
        made.rows.push_back(row("D-" + std::to_string(i + 1)));
        seal(made.rows.back(), made.seal);
    }
    return made;
}

using Findings = std::vector<LogFinding>;

TEST(LogChain, RowsAsWrittenGiveNoFinding) {
    EXPECT_EQ(written(50).findings(), Findings{});
    EXPECT_EQ(written(0).findings(), Findings{});
}

TEST(LogChain, ChecksAreThoseOfTheDocumentedRule) {
    const Written log = written(2);
    const std::string first = hexText(sha256("1\x1f\x1f"
                                             "D-1\x1f\x1f\x1f"
                                             "asked\x1f\x1f\x1f\x1f"),
                                      16);
    const std::string first_chain = hexText(sha256("\x1f" + first), 16);
    EXPECT_EQ(log.rows[0].check, first + "-" + first_chain);
    const std::string second = hexText(sha256("2\x1f\x1f"
                                              "D-2\x1f\x1f\x1f"
                                              "asked\x1f\x1f\x1f\x1f"),
                                       16);
    EXPECT_EQ(log.rows[1].check, second + "-" + hexText(sha256(first_chain + "\x1f" + second), 16));
}

TEST(LogChain, ARowAlteredIsNamedAndTheRowsBehindItAreNot) {
    for (std::size_t field = 0; field < kLogFields; ++field) {
        Written log = written(5);
        log.rows[2].cells[field] += "x";
        EXPECT_EQ(log.findings(), (Findings{{LogFault::kAltered, kFirstRow + 2, 0, 3, 3}}));
    }
}

TEST(LogChain, TextMovedFromOneCellToTheNextIsAnAlteration) {
    Written log = written(1);
    log.rows[0][LogField::kDeal].clear();
    log.rows[0][LogField::kSide] = "D-1";
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kAltered, kFirstRow, 0, 1, 1}}));
}

TEST(LogChain, ARowDeletedIsNamedByItsNumberAndTheOthersAreIntact) {
    Written log = written(6);
    log.rows.erase(log.rows.begin() + 2, log.rows.begin() + 4);
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kMissing, kFirstRow + 2, 0, 3, 4}}));
}

TEST(LogChain, TheFirstRowDeletedIsNamed) {
    Written log = written(3);
    log.rows.erase(log.rows.begin());
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kMissing, kFirstRow, 0, 1, 1}}));
}

TEST(LogChain, RowsCutOffAtTheEndAreMissedByTheSeal) {
    Written log = written(6);
    log.rows.resize(4);
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kMissing, 0, 0, 5, 6}}));
    log.rows.clear();
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kMissing, 0, 0, 1, 6}}));
}

TEST(LogChain, ARowAddedAfterRowsWereCutOffHangsOnWhatWasThere) {
    Written log = written(6);
    log.rows.resize(4);
    LogSeal next = readChain(log.rows, log.seal).seal;
    log.rows.push_back(row("D-7"));
    seal(log.rows.back(), next);
    log.seal = next;
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kMissing, kFirstRow + 4, 0, 5, 6}}));
}

TEST(LogChain, ARowMovedIsNamedAloneAndItsPlaceInTimeIsKept) {
    Written log = written(6);
    std::rotate(log.rows.begin() + 1, log.rows.begin() + 2, log.rows.end()); // 1 3 4 5 6 2
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kMoved, kFirstRow + 5, 0, 2, 2}}));
    const ChainReading reading = readChain(log.rows, log.seal);
    EXPECT_EQ(reading.order, (std::vector<std::uint32_t>{0, 5, 1, 2, 3, 4}));
}

TEST(LogChain, ASheetSortedTheOtherWayIsReadInTheOrderOfWriting) {
    Written log = written(4);
    std::ranges::reverse(log.rows);
    const ChainReading reading = readChain(log.rows, log.seal);
    EXPECT_EQ(reading.order, (std::vector<std::uint32_t>{3, 2, 1, 0}));
    EXPECT_EQ(reading.findings.size(), 3U);
    EXPECT_TRUE(std::ranges::all_of(reading.findings, [](const LogFinding& finding) {
        return finding.fault == LogFault::kMoved;
    }));
}

TEST(LogChain, AsFewRowsAsPossibleCountAsMoved) {
    constexpr unsigned kSeed = 20260302;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937 random(kSeed);
    for (int round = 0; round < 300; ++round) {
        Written log = written(random() % 8 + 1);
        for (std::size_t i = log.rows.size(); i > 1; --i) {
            std::swap(log.rows[i - 1], log.rows[random() % i]);
        }
        // The twin tries every set of rows that could stay.
        std::size_t most = 0;
        for (unsigned set = 0; set < 1U << log.rows.size(); ++set) {
            std::int64_t last = 0;
            std::size_t stays = 0;
            bool rises = true;
            for (std::size_t i = 0; i < log.rows.size(); ++i) {
                if ((set >> i & 1U) != 0) {
                    rises = rises && *log.rows[i].number > last;
                    last = *log.rows[i].number;
                    ++stays;
                }
            }
            most = rises ? std::max(most, stays) : most;
        }
        EXPECT_EQ(log.findings().size(), log.rows.size() - most);
    }
}

TEST(LogChain, ARowTypedInIsSaidToBeAndStaysBelowTheRowAboveIt) {
    Written log = written(3);
    log.rows.insert(log.rows.begin() + 1, row("by hand"));
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kTypedIn, kFirstRow + 1, 0, 0, 0}}));
    std::ranges::reverse(log.rows);
    // Sorted, it still follows the numbered row that now stands above it: 3 2 hand 1.
    EXPECT_EQ(readChain(log.rows, log.seal).order, (std::vector<std::uint32_t>{3, 1, 2, 0}));
}

TEST(LogChain, ARowWithoutItsNumberOrItsCheckCountsAsAltered) {
    Written without_number = written(3);
    without_number.rows[2].number.reset();
    without_number.renumberSheet();
    EXPECT_EQ(without_number.findings(), (Findings{{LogFault::kAltered, kFirstRow + 2, 0, 0, 0},
                                                   {LogFault::kMissing, 0, 0, 3, 3}}));
    Written without_check = written(3);
    without_check.rows[1].check.clear();
    EXPECT_EQ(without_check.findings(), (Findings{{LogFault::kAltered, kFirstRow + 1, 0, 2, 2}}));
    Written broken = written(3);
    broken.rows[2].check = "not a check";
    EXPECT_EQ(broken.findings(), (Findings{{LogFault::kAltered, kFirstRow + 2, 0, 3, 3},
                                           {LogFault::kSealAltered, 0, 0, 0, 0}}));
}

TEST(LogChain, ARowOfAnotherLogDoesNotFitThisChain) {
    Written log = written(4);
    Written other;
    for (int i = 0; i < 3; ++i) {
        other.rows.push_back(row("elsewhere"));
        seal(other.rows.back(), other.seal);
    }
    log.rows[2] = other.rows[2];
    EXPECT_EQ(log.findings(),
              (Findings{{LogFault::kNotAfterThat, kFirstRow + 2, kFirstRow + 1, 0, 0},
                        {LogFault::kNotAfterThat, kFirstRow + 3, kFirstRow + 2, 0, 0}}));
}

TEST(LogChain, TwoCopiesEditedAtTheSameTimeAndPutTogetherHaveNumbersTwice) {
    Written mine = written(3);
    Written theirs = mine;
    mine.rows.push_back(row("mine"));
    seal(mine.rows.back(), mine.seal);
    theirs.rows.push_back(row("theirs"));
    seal(theirs.rows.back(), theirs.seal);
    mine.rows.push_back(theirs.rows.back());
    EXPECT_EQ(mine.findings(),
              (Findings{{LogFault::kNumberTwice, kFirstRow + 4, kFirstRow + 3, 4, 4}}));
    // And the next row hangs on one of them.
    LogSeal next = readChain(mine.rows, mine.seal).seal;
    EXPECT_EQ(next.rows, 4);
    mine.rows.push_back(row("next"));
    seal(mine.rows.back(), next);
    mine.seal = next;
    EXPECT_EQ(mine.findings().size(), 1U);
}

TEST(LogChain, RowsWithoutASealAreSaidToHaveNone) {
    Written log = written(2);
    log.renumberSheet();
    EXPECT_EQ(readChain(log.rows, std::nullopt).findings,
              (Findings{{LogFault::kNoSeal, 0, 0, 0, 0}}));
    EXPECT_EQ(readChain({}, std::nullopt).findings, Findings{});
    log.seal.chain = "0123456789abcdef";
    EXPECT_EQ(log.findings(), (Findings{{LogFault::kSealAltered, 0, 0, 0, 0}}));
}

} // namespace
} // namespace keepable::review
