// SPDX-License-Identifier: MPL-2.0
//
// The decision logs that cells refer to, by digest: each was read once, however many cells ask for it.
//
// Rule:    of each document the newest stay, so that undo finds the earlier one still here; all go when
//          it closes.
// Thread:  any. A log never changes.
#pragma once

#include "views/target_book.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace keepable::office {

class LogStore {
  public:
    using LogPointer = views::TargetBook::LogPointer;

    // Null for one that is not here.
    [[nodiscard]] LogPointer find(std::uint64_t digest) const;
    // Keeps the log as the newest of its document.
    void keep(const std::string& document, std::uint64_t digest, const LogPointer& log);
    void drop(const std::string& document);

  private:
    static constexpr std::size_t kMost = 4; // of a document

    mutable std::mutex mutex_;
    std::map<std::string, std::deque<std::pair<std::uint64_t, LogPointer>>> logs_;
};

} // namespace keepable::office
