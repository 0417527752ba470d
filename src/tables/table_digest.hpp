// SPDX-License-Identifier: MPL-2.0
//
// A digest of everything that can change a plan's answers: cells read and how their columns are to
// be read, sheet and first row, null date, locale, As of. The same content gives the same digest on
// every machine, so a plan can be found again by what it was made from.
//
// Units:   64 bits of XXH3. Two different plans of one person's workbooks sharing a digest is not
//          to be expected; it is no protection against someone who wants it to happen.
#pragma once

#include "planning/day.hpp"
#include "tables/headings.hpp"
#include "tables/text_locale.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace keepable::tables {

class TableDigest {
  public:
    TableDigest();
    TableDigest(const TableDigest&) = delete;
    TableDigest& operator=(const TableDigest&) = delete;
    ~TableDigest();

    void add(const ReadingContext& context); // but for today: As of is what counts
    void add(planning::Day day);
    void add(const Table& table);
    void add(const Grid& grid);
    [[nodiscard]] std::uint64_t value();

  private:
    void add(const ColumnReading& reading);
    void addNumber(std::uint64_t number);
    void addText(std::string_view text);
    void flush();

    struct State;
    std::unique_ptr<State> state_;
    std::string pending_; // bytes not hashed yet
};

} // namespace keepable::tables
