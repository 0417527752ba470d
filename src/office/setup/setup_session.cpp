// SPDX-License-Identifier: MPL-2.0
#include "office/setup/setup_session.hpp"

#include "office/calculation.hpp"
#include "office/convert.hpp"
#include "office/setup/buffer_block.hpp"
#include "office/setup/deal_columns.hpp"
#include "office/setup/setup_writer.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <algorithm>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using tables::TableKind;

bool isProtected(const Reference<css::uno::XInterface>& part) {
    const Reference<css::util::XProtectable> protectable(part, UNO_QUERY);
    return protectable.is() && protectable->isProtected();
}

// Inserting a sheet may bring it to the front; the user stays where he was.
class ActiveSheet {
  public:
    explicit ActiveSheet(const Reference<css::frame::XFrame>& frame) {
        if (frame.is()) {
            view_.set(frame->getController(), UNO_QUERY);
        }
        if (view_.is()) {
            sheet_ = view_->getActiveSheet();
        }
    }
    void restore() const {
        if (view_.is() && view_->getActiveSheet() != sheet_) {
            view_->setActiveSheet(sheet_);
        }
    }

  private:
    Reference<css::sheet::XSpreadsheetView> view_;
    SheetReference sheet_;
};

} // namespace

std::string documentHindrance(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    const Reference<css::frame::XStorable> storable(call.workbook->model(), UNO_QUERY);
    return storable.is() && storable->isReadonly() ? texts("setup.read_only") : std::string{};
}

SetupSession::SetupSession(CommandCall call, HighlightWithin highlight)
    : call_(std::move(call)), highlight_(std::move(highlight)),
      document_(call_.workbook->document()), proposal_(*call_.workplace, document_) {}

SetupChoices SetupSession::choices() const {
    SetupChoices choices;
    const auto& own = proposal_.ownSheet();
    const auto& deals = proposal_.table(TableKind::kDeals);
    if (own && own->plan_cell.is() && deals) {
        choices.columns =
            !findColumns(proposal_.sheetOf(*deals), deals->range, absoluteName(own->plan_cell))
                 .empty();
    }
    choices.buffers = offersBuffers() && addsBuffers();
    return choices;
}

bool SetupSession::offersBuffers() const {
    const auto& deals = proposal_.table(TableKind::kDeals);
    if (!deals) {
        return false;
    }
    const tables::Grid headings = readCells(proposal_.sheetOf(*deals)->getCellRangeByPosition(
        deals->range.first_column, deals->heading.row, deals->range.last_column,
        deals->heading.row));
    return views::hasPastPromises(headings, call_.workplace->allTexts());
}

bool SetupSession::addsBuffers() const {
    const PlanStore::PlanPointer plan = call_.workbook->plan();
    if (!plan) {
        return false;
    }
    const std::scoped_lock lock(plan->mutex);
    return plan->answers.input().settings.adds_usual_slip;
}

std::string SetupSession::hindrance(const SetupChoices& choices) const {
    if (std::string sentence = proposal_.problem(texts()); !sentence.empty()) {
        return sentence;
    }
    const auto& own = proposal_.ownSheet();
    const SheetReference deals = proposal_.sheetOf(*proposal_.table(TableKind::kDeals));
    if ((choices.columns || choices.highlight) && isProtected(deals)) {
        return texts()("setup.protected", {nameOf(deals)});
    }
    if (own) {
        return isProtected(own->sheet) ? texts()("setup.protected", {nameOf(own->sheet)})
                                       : std::string{};
    }
    const Reference<css::container::XNameAccess> sheets(document_->getSheets(), UNO_QUERY_THROW);
    if (sheets->hasByName(toOffice(kSetupSheetName))) {
        return texts()("setup.foreign_sheet");
    }
    return isProtected(document_) ? texts()("setup.structure") : std::string{};
}

CommandOutcome SetupSession::apply(const SetupChoices& choices) {
    const ActiveSheet active(call_.frame);
    std::string failure;
    Progress progress(call_, "setup.title",
                      (choices.columns ? views::kDealAnswers.size() : 0) +
                          (choices.highlight ? 3 : 2));
    {
        UndoStep step(call_.workbook->model(), texts()("setup.undo"));
        try {
            write(choices, step, progress);
        } catch (const Cancelled&) {
            active.restore();
            step.rollBack();
            return {false, {}}; // the user knows
        } catch (const css::uno::Exception& exception) {
            failure = utf8(exception.Message);
        } catch (const std::exception& exception) {
            failure = exception.what();
        }
        active.restore();
        if (!failure.empty()) {
            step.rollBack();
        }
    }
    if (!failure.empty()) {
        call_.workplace->log.write(LogLevel::kError, "setup: " + failure);
        return {false, texts()("setup.failed", {failure})};
    }
    return {true, remark_};
}

void SetupSession::write(const SetupChoices& choices, UndoStep& step, Progress& progress) {
    progress.next("progress.sheet", {kSetupSheetName});
    views::SetupPlan plan_of_tables = proposal_.plan(texts());
    if (choices.buffers || addsBuffers()) {
        plan_of_tables.new_settings.push_back(
            {std::string{kQuoteBuffer}, std::string{choices.buffers ? kUsualSlip : kNoBuffer},
             texts()("setup.setting.quote_buffer"), false});
    }
    if (const auto& settings = proposal_.table(TableKind::kSettings)) {
        addToSettings(proposal_.sheetOf(*settings), *settings, plan_of_tables.new_settings);
    }
    const CellReference plan_cell =
        writeSetupSheet(document_, proposal_.ownSheet(), plan_of_tables, texts());
    if (const std::size_t open = proposal_.openQuestions(); open > 0) {
        remark_ = texts().counted("setup.open", open);
    }
    const tables::FoundTable& deals = *proposal_.table(TableKind::kDeals);
    const SheetReference sheet = proposal_.sheetOf(deals);
    const Reference<css::text::XTextRange> plan_text(plan_cell, UNO_QUERY_THROW);
    const auto digest = digestIn(plan_text->getString());
    const auto plan = digest ? call_.workplace->store->find(*digest) : nullptr;
    if (choices.columns && !writeColumns(document_, sheet, deals, absoluteName(plan_cell),
                                         plan.get(), texts(), progress)) {
        remark_ +=
            (remark_.empty() ? "" : " ") +
            texts()("setup.no_room", {std::to_string(views::kDealAnswers.size()), nameOf(sheet)});
    }
    if (choices.buffers && plan) {
        writeBuffers(step, document_, plan_cell, plan->buffers, texts());
    }
    progress.next("progress.calculate");
    calculateIfManual(document_);
    call_.workbook->refresh(true);
    const auto cells = call_.workbook->planCells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (absoluteName(cells[i]) == absoluteName(plan_cell)) {
            call_.workbook->choosePlanCell(i);
        }
    }
    if (choices.highlight && highlight_) {
        progress.next("progress.highlight");
        const std::string highlighted = highlight_(call_, step).sentence;
        remark_ += (remark_.empty() || highlighted.empty() ? "" : " ") + highlighted;
    }
}

} // namespace keepable::office
