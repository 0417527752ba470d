// SPDX-License-Identifier: MPL-2.0
#include "tables/grid.hpp"

#include <algorithm>

namespace keepable::tables {

char* TextPool::reserve(std::size_t capacity) {
    // Small at first, for a pool that holds one argument of a function; then large, for a table.
    constexpr std::size_t kFirstBlock = 256;
    constexpr std::size_t kMostBlock = std::size_t{64} * 1024;
    if (blocks_.empty() || size_ - used_ < capacity) {
        const std::size_t next = blocks_.empty() ? kFirstBlock : std::min(4 * size_, kMostBlock);
        size_ = std::max(capacity, next);
        used_ = 0;
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(size_));
    }
    return blocks_.back().get() + used_;
}

std::string_view TextPool::commit(std::size_t size) {
    const std::string_view text{blocks_.back().get() + used_, size};
    used_ += size;
    return text;
}

std::string_view TextPool::keep(std::string_view text) {
    text.copy(reserve(text.size()), text.size());
    return commit(text.size());
}

std::string columnLetters(std::int32_t column) {
    std::string letters;
    for (std::int32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters;
}

} // namespace keepable::tables
