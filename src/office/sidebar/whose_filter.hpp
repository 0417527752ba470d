// SPDX-License-Identifier: MPL-2.0
//
// The part of the Conflicts panel about people: whose deals are listed, what is missing to know that,
// which deals without a conflict wait as well, and who answers for the selected deal on both sides.
//
// Controls: whose (a list), days_label, days (a number), missing, beside; owners.
// Rule:     call it without the plan's lock: what is shown may have the host paint the list.
// Thread:   the office's main thread.
#pragma once

#include "office/review_record.hpp"
#include "office/sidebar/form.hpp"
#include "planning/plan_input.hpp"
#include "views/whose_deals.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

class WhoseFilter {
  public:
    WhoseFilter(Form& form, const views::Texts& texts, std::function<void()> changed);

    void build(views::Whose whose, std::int32_t days);
    void buildOwners();

    [[nodiscard]] views::Whose whose() const { return whose_; }
    [[nodiscard]] std::int32_t days() const { return days_; }
    [[nodiscard]] bool isEmpty() const { return whose_ == views::Whose::kAll; }
    void clear();

    // Takes the deals of others out of the list, and says what there is to say of that. `record` may
    // be null, and is of the plan of the deals.
    void keepWanted(std::vector<planning::DealIndex>& deals, const ReviewRecord* record);
    void setVisible(bool is_visible);
    void showOwners(const ReviewRecord* record, std::optional<planning::DealIndex> deal);

  private:
    void use();

    Form& form_;
    const views::Texts& texts_;
    std::function<void()> changed_;
    views::Whose whose_ = views::Whose::kAll;
    std::int32_t days_ = review::kUnansweredDays;
};

} // namespace keepable::office
