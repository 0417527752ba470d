// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/whose_filter.hpp"

#include <utility>

namespace keepable::office {

namespace {

constexpr int kLeastDays = 1;
constexpr int kMostDays = 365;
constexpr std::array<std::string_view, views::kAllWhose.size()> kChoices{
    "whose.all", "whose.mine", "whose.waiting", "whose.unanswered"};

} // namespace

WhoseFilter::WhoseFilter(Form& form, const views::Texts& texts, std::function<void()> changed)
    : form_(form), texts_(texts), changed_(std::move(changed)) {}

void WhoseFilter::build(views::Whose whose, std::int32_t days) {
    whose_ = whose;
    days_ = std::clamp<std::int32_t>(days, kLeastDays, kMostDays);
    form_.addListBox("whose", texts_("whose.help"), [this] { use(); });
    std::vector<std::string> choices;
    choices.reserve(kChoices.size());
    for (const std::string_view choice : kChoices) {
        choices.push_back(texts_(choice));
    }
    form_.setChoices("whose", choices, static_cast<std::size_t>(whose_));
    form_.addLabel("days_label", texts_("whose.days"));
    form_.addNumber("days", texts_("whose.days.help"), kLeastDays, kMostDays, [this] { use(); });
    form_.setNumber("days", days_);
    form_.addLabel("missing");
    form_.addLabel("beside");
}

void WhoseFilter::buildOwners() {
    form_.addLabel("owners");
}

void WhoseFilter::use() {
    const auto whose = static_cast<views::Whose>(form_.chosen("whose"));
    const std::int32_t days = std::clamp(form_.number("days"), kLeastDays, kMostDays);
    if (whose != whose_ || days != days_) {
        whose_ = whose;
        days_ = days;
        changed_();
    }
}

void WhoseFilter::clear() {
    whose_ = views::Whose::kAll;
    form_.choose("whose", 0);
}

void WhoseFilter::keepWanted(std::vector<planning::DealIndex>& deals, const ReviewRecord* record) {
    std::string missing;
    std::string beside;
    if (record != nullptr && !isEmpty()) {
        const views::WhoseDeals whose{whose_, days_, record->user().name};
        const review::ReviewBook& book = record->book();
        views::keepWanted(deals, book, whose);
        missing = views::whatIsMissing(book, whose, record->peopleSheet(), texts_);
        beside = views::saidWantedBeside(book, whose, texts_);
    }
    form_.showText("missing", missing);
    form_.showText("beside", beside);
}

void WhoseFilter::setVisible(bool is_visible) {
    form_.setVisible("whose", is_visible);
    const bool has_days = is_visible && whose_ == views::Whose::kUnanswered;
    form_.setVisible("days_label", has_days);
    form_.setVisible("days", has_days);
}

void WhoseFilter::showOwners(const ReviewRecord* record, std::optional<planning::DealIndex> deal) {
    form_.showText("owners", record != nullptr && deal
                                 ? views::saidOwners(record->book(), *deal, texts_)
                                 : std::string());
}

} // namespace keepable::office
