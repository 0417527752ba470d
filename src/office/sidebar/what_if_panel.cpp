// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/what_if_panel.hpp"

#include "office/own_blocks.hpp"
#include "planning/what_if.hpp"
#include "proposals/plan_comparison.hpp"
#include "views/plan_comparison.hpp"

#include <algorithm>

namespace keepable::office {

namespace {

constexpr std::size_t kMostDeals = 40; // shown; more would not be read

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

} // namespace

void WhatIfPanel::build() {
    form().addLabel("message");
    form().addCaption("what_ifs_label", texts()("whatif.choose"));
    form().addListBox("what_ifs", texts()("whatif.choose.help"), [this] { clearComparison(); });
    form().addLabel("problems");
    form().addButton("compare", texts()("whatif.compare"), [this] { compare(); });
    form().setHelp("compare", texts()("whatif.compare.help"));
    form().addButton("again", texts()("whatif.again"), [this] { readAgain(); });
    form().setHelp("again", texts()("whatif.again.help"));
    form().addButton("add", texts()("whatif.add"), [this] {
        form().showText("message", add_->runSilently({}).sentence);
        readAgain();
    });
    form().setHelp("add", texts()("whatif.add.help"));
    form().addLabel("figures");
    form().addCaption("heading");
    form().addLabel("deals");
    add_ = CommandLink::to(workplace().context, frame(), "vnd.org.keepable.calc:whatif", {});
}

void WhatIfPanel::leave() {
    if (add_.is()) {
        add_->close();
    }
}

void WhatIfPanel::refresh(Workbook::Change change) {
    if (change != Workbook::Change::kPlan) {
        return;
    }
    plan_ = workbook().is() ? workbook()->plan() : nullptr;
    is_stale_ = true;
    clearComparison();
}

void WhatIfPanel::inSight() {
    is_stale_ = false;
    readAgain();
}

void WhatIfPanel::readAgain() {
    readNames();
    clearComparison();
}

void WhatIfPanel::readNames() {
    const std::size_t before = form().chosen("what_ifs");
    const std::string chosen = before < names_.size() ? names_[before] : std::string();
    names_.clear();
    std::vector<std::string> problems;
    if (plan_) {
        const OwnBlocks blocks(*workbook(), *plan_);
        const std::scoped_lock lock(plan_->mutex);
        const tables::WhatIfsRead read = blocks.whatIfs();
        for (const planning::WhatIf& what_if : read.what_ifs) {
            names_.push_back(what_if.name);
        }
        for (const tables::BlockProblem& problem : read.problems) {
            problems.push_back(texts()("whatif.leftOut", {tables::problemText(problem)}));
        }
    }
    const auto same = std::ranges::find(names_, chosen);
    form().setChoices("what_ifs", names_,
                      same == names_.end() ? 0 : static_cast<std::size_t>(same - names_.begin()));
    form().showText("message", !plan_           ? texts()("whatif.noPlan")
                               : names_.empty() ? texts()("whatif.none")
                                                : std::string());
    form().showText("problems", joined(problems));
    for (const char* control : {"what_ifs_label", "what_ifs", "compare"}) {
        form().setVisible(control, !names_.empty());
    }
    form().setVisible("again", plan_ != nullptr);
    form().setVisible("add", plan_ != nullptr && names_.empty());
}

void WhatIfPanel::clearComparison() {
    for (const char* control : {"figures", "heading", "deals"}) {
        form().showText(control, {});
    }
    requestLayout();
}

void WhatIfPanel::compare() {
    readNames();
    const std::size_t chosen = form().chosen("what_ifs");
    if (!plan_ || chosen >= names_.size()) {
        requestLayout();
        return;
    }
    const OwnBlocks blocks(*workbook(), *plan_);
    const std::scoped_lock lock(plan_->mutex);
    const tables::WhatIfsRead read = blocks.whatIfs();
    views::PlanAnswers& answers = plan_->answers;
    planning::CheckedPlan after =
        planning::checkPromises(planning::whatIf(answers.input(), read.what_ifs[chosen]));
    const auto comparison = proposals::comparePlans(answers.plan(), after);
    if (!comparison) {
        return;
    }
    views::ShownComparison shown =
        views::shownComparison(answers, *comparison, texts(), plan_->context.locale);
    std::vector<std::string> figures;
    for (const views::ComparedFigure& figure : shown.figures) {
        figures.push_back(texts()("whatif.figure", {figure.label, figure.before, figure.after}));
    }
    form().showText("figures", joined(figures));
    form().showText("heading", shown.heading);
    if (shown.deals.size() > kMostDeals) {
        const std::size_t more = shown.deals.size() - kMostDeals;
        shown.deals.resize(kMostDeals);
        shown.deals.push_back(texts().counted("whatif.more", more));
    }
    form().showText("deals", joined(shown.deals));
    requestLayout();
}

void WhatIfPanel::arrange(Stack& stack) {
    stack.add("message");
    stack.add("what_ifs_label");
    stack.add("what_ifs");
    stack.addFlow({"compare", "again", "add"});
    stack.add("problems");
    stack.space();
    stack.add("figures");
    stack.add("heading");
    stack.add("deals");
}

} // namespace keepable::office
