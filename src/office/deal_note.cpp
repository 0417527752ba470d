// SPDX-License-Identifier: MPL-2.0
#include "office/deal_note.hpp"

#include "office/convert.hpp"
#include "office/deals_area.hpp"
#include "office/navigation.hpp"
#include "office/obstacles.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/text/XSimpleText.hpp>

namespace keepable::office {

namespace {

using css::container::XIndexAccess;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

// The first line of our notes, the same in every language.
constexpr std::string_view kMark = "Keepable: ";

} // namespace

std::variant<DealNote, std::string> DealNote::of(const Workbook& workbook, const std::string& key,
                                                 const views::Texts& texts) {
    const auto area = dealsArea(workbook);
    const PlanStore::PlanPointer plan = workbook.plan();
    if (!area || !plan) {
        return texts("note.unknownDeal", {key});
    }
    const SpreadsheetDocument document = workbook.document();
    if (std::string sentence = protectionObstacle(texts, document, area->area.Sheet);
        !sentence.empty()) {
        return sentence;
    }
    DealNote found;
    {
        const std::scoped_lock lock(plan->mutex);
        const auto deal = dealWithKey(plan->answers, key);
        if (!deal) {
            return texts("note.unknownDeal", {key});
        }
        found.at_ = {area->area.Sheet, area->deal_column.value_or(area->area.StartColumn),
                     plan->answers.text(*deal).row - 1};
        found.name_ = plan->answers.text(*deal).name;
    }
    const Reference<XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    found.notes_ = Reference<css::sheet::XSheetAnnotationsSupplier>(
                       sheets->getByIndex(found.at_.Sheet), UNO_QUERY_THROW)
                       ->getAnnotations();
    const Reference<XIndexAccess> all(found.notes_, UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < all->getCount(); ++i) {
        const Reference<css::sheet::XSheetAnnotation> note(all->getByIndex(i), UNO_QUERY_THROW);
        if (note->getPosition() == found.at_) {
            found.index_ = i;
        }
    }
    if (found.isThere() && !found.isOurs()) {
        return texts("note.taken", {key});
    }
    return found;
}

bool DealNote::isOurs() const {
    const Reference<XIndexAccess> all(notes_, UNO_QUERY_THROW);
    const Reference<css::text::XSimpleText> note(all->getByIndex(*index_), UNO_QUERY_THROW);
    return utf8(note->getString()).starts_with(kMark);
}

void DealNote::remove() {
    notes_->removeByIndex(*index_);
    index_.reset();
}

void DealNote::write(std::string_view text) {
    if (isThere()) {
        remove();
    }
    notes_->insertNew(at_, toOffice(std::string(kMark) + name_ + "\n" + std::string(text)));
}

} // namespace keepable::office
