// SPDX-License-Identifier: MPL-2.0
#include "office/log_store.hpp"

namespace keepable::office {

LogStore::LogPointer LogStore::find(std::uint64_t digest) const {
    const std::scoped_lock lock(mutex_);
    for (const auto& [document, logs] : logs_) {
        for (const auto& [known, log] : logs) {
            if (known == digest) {
                return log;
            }
        }
    }
    return nullptr;
}

void LogStore::keep(const std::string& document, std::uint64_t digest, const LogPointer& log) {
    const std::scoped_lock lock(mutex_);
    auto& logs = logs_[document];
    std::erase_if(logs, [&](const auto& kept) { return kept.first == digest; });
    logs.emplace_front(digest, log);
    if (logs.size() > kMost) {
        logs.pop_back();
    }
}

void LogStore::drop(const std::string& document) {
    const std::scoped_lock lock(mutex_);
    logs_.erase(document);
}

} // namespace keepable::office
