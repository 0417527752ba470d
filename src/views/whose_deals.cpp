// SPDX-License-Identifier: MPL-2.0
#include "views/whose_deals.hpp"

#include "views/review_sentences.hpp"
#include "views/sheet_value.hpp"

#include <algorithm>

namespace keepable::views {

namespace {

using review::Name;
using review::ReviewBook;

constexpr std::array<std::string_view, kAllWhose.size()> kNames{"all", "mine", "waiting",
                                                                "unanswered"};
constexpr std::size_t kMostBeside = 8;

bool isListed(const review::ReviewDeal& deal) {
    return deal.isConflict() || deal.verdict == planning::Verdict::kCheckRow;
}

} // namespace

std::string_view whoseName(Whose whose) {
    return kNames.at(static_cast<std::size_t>(whose));
}

Whose whoseFrom(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    return found == kNames.end() ? Whose::kAll
                                 : kAllWhose.at(static_cast<std::size_t>(found - kNames.begin()));
}

bool isWanted(const ReviewBook& book, std::uint32_t deal, const WhoseDeals& whose) {
    const review::ReviewDeal& asked = book.deals.at(deal);
    switch (whose.whose) {
    case Whose::kAll:
        return true;
    case Whose::kMine:
        return review::isMine(book, asked, whose.person);
    case Whose::kWaitingForMe:
        return review::isWaitingForMe(book, asked, whose.person);
    case Whose::kUnanswered:
        break;
    }
    const review::Thread* const thread = book.threads->of(asked.deal.key);
    const auto days =
        thread == nullptr ? std::nullopt : review::daysUnanswered(*thread, book.today);
    return days && *days >= whose.days;
}

void keepWanted(std::vector<std::uint32_t>& deals, const ReviewBook& book,
                const WhoseDeals& whose) {
    std::erase_if(deals, [&](std::uint32_t deal) { return !isWanted(book, deal, whose); });
}

std::string saidWantedBeside(const ReviewBook& book, const WhoseDeals& whose, const Texts& texts) {
    if (whose.whose != Whose::kWaitingForMe && whose.whose != Whose::kUnanswered) {
        return {};
    }
    std::string named;
    std::size_t count = 0;
    for (std::uint32_t deal = 0; deal < book.deals.size(); ++deal) {
        if (!isListed(book.deals[deal]) && isWanted(book, deal, whose)) {
            if (++count <= kMostBeside) {
                named += (named.empty() ? "" : ", ") + oneLine(book.deals[deal].deal.text);
            }
        }
    }
    if (count > kMostBeside) {
        named += " " + texts.counted("agenda.more", count - kMostBeside);
    }
    return count == 0 ? std::string{} : texts("whose.beside", {named});
}

std::string whatIsMissing(const ReviewBook& book, const WhoseDeals& whose,
                          std::string_view people_sheet, const Texts& texts) {
    if (whose.whose != Whose::kMine && whose.whose != Whose::kWaitingForMe) {
        return {};
    }
    if (whose.person.isEmpty()) {
        return texts("whose.noName");
    }
    if (people_sheet.empty()) {
        return texts("whose.noPeople", {oneLine(whose.person.text)});
    }
    return book.people->sideOf(whose.person.key) == review::Side::kNeither
               ? texts("whose.notNamed", {oneLine(whose.person.text), people_sheet})
               : std::string{};
}

std::string saidOwners(std::span<const Name> sales, std::span<const Name> ops, const Texts& texts) {
    if (sales.empty() && ops.empty()) {
        return {};
    }
    const auto said = [&](std::string_view key, std::span<const Name> names) {
        return texts(key, {names.empty() ? texts("whose.nobody") : saidNames(names)});
    };
    return said("agenda.sales", sales) + " · " + said("agenda.ops", ops);
}

std::string saidOwners(const ReviewBook& book, std::uint32_t deal, const Texts& texts) {
    const review::ReviewDeal& asked = book.deals.at(deal);
    return saidOwners(review::salesOwnersOf(book, asked), review::opsOwnersOf(book, asked), texts);
}

} // namespace keepable::views
