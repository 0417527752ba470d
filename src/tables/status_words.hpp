// SPDX-License-Identifier: MPL-2.0
//
// Which class of deal a word in a Status column stands for: the words everybody uses, and those a
// file has of its own, which win.
//
// Source:  contract 3.3.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/plan_reader.hpp"

#include <optional>
#include <string_view>

namespace keepable::tables {

class StatusWords {
  public:
    StatusWords();

    // False when the file has given the word to another class before; the first counts.
    bool addOwn(std::string_view word, planning::DealClass meaning);
    // A word of a profile: counts where nothing else knows it.
    void addOfProfile(std::string_view word, planning::DealClass meaning);
    [[nodiscard]] std::optional<planning::DealClass> find(std::string_view folded) const;
    // The word for a deal that is lost; empty where the file means something else by it.
    [[nodiscard]] std::string_view lost() const;

  private:
    using Words =
        boost::unordered_flat_map<std::string, planning::DealClass, NameHash, std::equal_to<>>;
    Words common_;
    Words own_;
    Words of_profile_;
};

// The words of the profile that knows the heading of the Status column.
void addStageWords(const HeadingRow& heading, const ReadingContext& context, StatusWords& words);

} // namespace keepable::tables
