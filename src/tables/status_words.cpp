// SPDX-License-Identifier: MPL-2.0
#include "tables/status_words.hpp"

#include "tables/header_profile.hpp"
#include "tables/names.hpp"

namespace keepable::tables {

using planning::DealClass;

StatusWords::StatusWords()
    : common_{{"firm", DealClass::kFirm},       {"won", DealClass::kFirm},
              {"contracted", DealClass::kFirm}, {"committed", DealClass::kFirm},
              {"held", DealClass::kHeld},       {"tentative", DealClass::kTentative},
              {"open", DealClass::kTentative},  {"closed", DealClass::kClosed},
              {"lost", DealClass::kClosed},     {"delivered", DealClass::kClosed}} {}

bool StatusWords::addOwn(std::string_view word, DealClass meaning) {
    return own_.try_emplace(foldedName(word), meaning).first->second == meaning;
}

void StatusWords::addOfProfile(std::string_view word, DealClass meaning) {
    of_profile_.try_emplace(foldedName(word), meaning);
}

std::optional<DealClass> StatusWords::find(std::string_view folded) const {
    for (const Words* words : {&own_, &common_, &of_profile_}) {
        if (const auto found = words->find(folded); found != words->end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

std::string_view StatusWords::lost() const {
    constexpr std::string_view kLost = "lost";
    return find(kLost) == DealClass::kClosed ? kLost : std::string_view{};
}

void addStageWords(const HeadingRow& heading, const ReadingContext& context, StatusWords& words) {
    if (!context.profiles || heading.stage_profile.empty()) {
        return;
    }
    for (const HeaderProfile& profile : context.profiles->all()) {
        if (profile.name == heading.stage_profile) {
            for (const auto& [word, meaning] : profile.stages) {
                words.addOfProfile(word, meaning);
            }
        }
    }
}

} // namespace keepable::tables
