// SPDX-License-Identifier: MPL-2.0
#include "views/words.hpp"

namespace keepable::views {

std::string_view verdictWord(planning::Verdict verdict) {
    switch (verdict) {
    case planning::Verdict::kKeepable:
        return "KEEPABLE";
    case planning::Verdict::kAtRisk:
        return "AT RISK";
    case planning::Verdict::kInfeasible:
        return "INFEASIBLE";
    case planning::Verdict::kCheckRow:
        return "CHECK ROW";
    case planning::Verdict::kClosed:
        return "CLOSED";
    }
    return {};
}

std::string_view className(planning::DealClass deal_class) {
    switch (deal_class) {
    case planning::DealClass::kFirm:
        return "firm";
    case planning::DealClass::kHeld:
        return "held";
    case planning::DealClass::kTentative:
        return "tentative";
    case planning::DealClass::kClosed:
        return "closed";
    }
    return {};
}

} // namespace keepable::views
