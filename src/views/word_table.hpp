// SPDX-License-Identifier: MPL-2.0
//
// Words that stand in cells: written in English whatever the language, understood in every language
// there are texts in.
//
// Shape:   an entry a meaning, in the order of its enumeration: the English word and the key of its
//          texts. An entry without a word has no meaning in cells.
// Rule:    words match as names do. An English word is never taken away by what another language
//          calls otherwise; of two languages the first counts.
#pragma once

#include "views/texts.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace keepable::views {

struct WordAndKey {
    std::string_view word;
    std::string_view key;
};

class WordTable {
  public:
    WordTable(std::span<const WordAndKey> words, std::span<const Texts* const> languages);

    // The place of the word's entry.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const;
    template <class Meaning> [[nodiscard]] std::optional<Meaning> as(std::string_view text) const {
        const auto found = find(text);
        return found ? std::optional{static_cast<Meaning>(*found)} : std::nullopt;
    }

  private:
    std::map<std::string, std::size_t, std::less<>> words_; // folded
};

} // namespace keepable::views
