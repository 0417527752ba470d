// SPDX-License-Identifier: MPL-2.0
#include "views/word_table.hpp"

#include "tables/names.hpp"

namespace keepable::views {

WordTable::WordTable(std::span<const WordAndKey> words, std::span<const Texts* const> languages) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].word.empty()) {
            words_.emplace(tables::foldedName(words[i].word), i);
        }
    }
    for (const Texts* const texts : languages) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string text = words[i].key.empty() ? std::string{} : (*texts)(words[i].key);
            if (!text.empty() && text != words[i].key) {
                words_.emplace(tables::foldedName(text), i);
            }
        }
    }
}

std::optional<std::size_t> WordTable::find(std::string_view text) const {
    const auto found = words_.find(tables::foldedName(text));
    return found == words_.end() ? std::nullopt : std::optional{found->second};
}

} // namespace keepable::views
