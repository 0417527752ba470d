// SPDX-License-Identifier: MPL-2.0
#include "office/asked_deal.hpp"

#include "office/navigation.hpp"

namespace keepable::office {

std::string askedDeal(const CommandCall& call) {
    if (!call.deal.empty()) {
        return call.deal;
    }
    if (call.frame.is()) {
        if (const auto deal = dealAtCursor(call.frame->getController(), *call.workbook)) {
            return *deal;
        }
    }
    return call.workbook->selectedDeal();
}

} // namespace keepable::office
