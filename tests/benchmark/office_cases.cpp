// SPDX-License-Identifier: MPL-2.0
#include "benchmark/office_cases.hpp"

#include "benchmark/dice.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace keepable::benchmarks {
namespace {

using office_tests::day;
using office_tests::Row;
using office_tests::Rows;
using office_tests::Workbook;

constexpr std::int32_t kResources = 10;
constexpr double kLoad = 0.85;
constexpr std::uint64_t kSeed = 20'260'105;
constexpr const char* kAsOf = "2026-01-05"; // a Monday
constexpr std::size_t kBlockRows = 8192;

struct Line {
    std::int32_t resource = 0;
    double hours = 0;
    double promised = 0;
    bool is_firm = false;
    std::int32_t percent = 0;
    std::int32_t value = 0;
    std::int32_t customer = 0;
};

// The lines of a case, one after the other.
class Lines {
  public:
    explicit Lines(const OfficeCase& office_case)
        : dice_(kSeed), days_(7 * office_case.weeks), as_of_(day(kAsOf)) {}

    Line next() {
        Line line;
        line.resource = dice_.below(kResources);
        line.hours = (1 + dice_.below(160)) / 4.0;
        line.promised = as_of_ + dice_.below(days_);
        line.is_firm = dice_.below(2) == 0;
        line.percent = line.is_firm ? 100 : 10 * (1 + dice_.below(9));
        line.value = 100 * (1 + dice_.below(1000));
        line.customer = dice_.below(200);
        return line;
    }

  private:
    Dice dice_;
    std::int32_t days_;
    double as_of_;
};

std::string numbered(const char* name, std::int64_t number) {
    return name + std::to_string(number);
}

// Writes rows below what is there.
class Writer {
  public:
    Writer(Workbook& workbook, std::string sheet) : workbook_(workbook), sheet_(std::move(sheet)) {}
    void add(Row row) {
        block_.push_back(std::move(row));
        if (block_.size() == kBlockRows) {
            flush();
        }
    }
    void flush() {
        if (!block_.empty()) {
            workbook_.put(sheet_ + ".A" + std::to_string(next_row_), block_);
            next_row_ += block_.size();
            block_.clear();
        }
    }

  private:
    Workbook& workbook_;
    std::string sheet_;
    Rows block_;
    std::size_t next_row_ = 1;
};

} // namespace

std::string OfficeCase::dealsRange() const {
    return "$Deals.$A$1:$H$" + std::to_string(rows + 1);
}

std::string OfficeCase::capacityRange() const {
    return "$Capacity.$A$1:$C$" + std::to_string(kResources * weeks + 1);
}

std::string OfficeCase::besideDeals(char column) const {
    return std::string("Deals.") + column + "2:" + column + std::to_string(rows + 1);
}

Workbook tablesOf(const OfficeCase& office_case, office_tests::Office& office) {
    Workbook workbook = office.newWorkbook();
    std::vector<double> work(kResources);
    Lines lines(office_case);
    Writer deals(workbook, "Deals");
    deals.add({"Deal", "Customer", "Item", "Quantity", "Promised date", "Status", "Probability",
               "Value"});
    for (std::size_t index = 1; index <= office_case.rows; ++index) {
        const Line line = lines.next();
        work[static_cast<std::size_t>(line.resource)] += line.hours;
        deals.add({numbered("D", static_cast<std::int64_t>(1'000'000 + index)),
                   numbered("Customer ", line.customer), numbered("Resource ", line.resource),
                   line.hours, line.promised, line.is_firm ? "firm" : "tentative",
                   line.percent / 100.0, line.value});
    }
    deals.flush();

    Writer capacity(workbook, "Capacity");
    capacity.add({"Resource", "Period", "Capacity"});
    for (std::int32_t resource = 0; resource < kResources; ++resource) {
        const double a_week = work[static_cast<std::size_t>(resource)] / kLoad / office_case.weeks;
        for (std::int32_t week = 0; week < office_case.weeks; ++week) {
            capacity.add({numbered("Resource ", resource), day(kAsOf) + 7 * week, a_week});
        }
    }
    capacity.flush();
    workbook.put("Settings.A1", {{"As of", day(kAsOf)}});
    return workbook;
}

std::vector<SortRecord> recordsOf(const OfficeCase& office_case) {
    std::vector<SortRecord> records;
    Lines lines(office_case);
    while (records.size() < office_case.rows) {
        const Line line = lines.next();
        records.push_back({static_cast<std::uint32_t>(line.resource),
                           static_cast<std::int32_t>(line.promised),
                           static_cast<std::uint32_t>(line.hours * 10'000),
                           static_cast<std::uint32_t>(records.size())});
    }
    return records;
}

} // namespace keepable::benchmarks
