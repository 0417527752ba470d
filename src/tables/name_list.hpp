// SPDX-License-Identifier: MPL-2.0
//
// Names numbered in the order in which they first appear, each once, spelled as it stood there.
#pragma once

#include "tables/plan_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::tables {

class NameList {
  public:
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name);
    std::uint32_t findOrAdd(std::string_view name);
    // A further name for one of the list. False when the list has that name for another already,
    // which it keeps.
    bool addAlias(std::string_view alias, std::uint32_t number);

    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] const NameIndex& index() const { return index_; }

  private:
    std::vector<std::string> names_;
    NameIndex index_;
    std::string folded_;
    // By every spelling met so far: a column repeats its names, and folding costs more than finding.
    NameIndex spellings_;
};

} // namespace keepable::tables
