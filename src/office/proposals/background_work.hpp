// SPDX-License-Identifier: MPL-2.0
//
// Work that may take seconds, on a thread of its own, while the window of progress is shown and the
// office stays awake.
//
// Rule:    the work knows nothing of the office. Cancel asks it to stop; what it then gives is taken.
// Errors:  what the work throws comes out here.
// Thread:  the office's main thread, which waits.
#pragma once

#include "office/progress.hpp"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <stop_token>
#include <utility>

namespace keepable::office {

// `tell` is asked again and again to say how far it is.
template <class Work>
auto workApart(Progress& progress, const std::function<void()>& tell, Work work) {
    constexpr auto kPause = std::chrono::milliseconds(50);
    std::stop_source stop;
    auto result = std::async(std::launch::async, std::move(work), stop.get_token());
    // Before `result` goes, which waits for the work.
    const std::unique_ptr<std::stop_source, void (*)(std::stop_source*)> stopped(
        &stop, [](std::stop_source* source) { source->request_stop(); });
    try {
        while (result.wait_for(kPause) != std::future_status::ready) {
            tell();
            progress.goOn();
        }
    } catch (const Cancelled&) {
        stop.request_stop();
    }
    return result.get();
}

} // namespace keepable::office
