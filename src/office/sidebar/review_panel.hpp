// SPDX-License-Identifier: MPL-2.0
//
// The Review panel: what can be done about the selected deal. The thread between sales and operations
// about it (review_thread.hpp); the ways out of its conflict, best first, each with its sentence,
// cost and the deals it touches; which verdicts one would change, before anything is written; and
// doing it.
//
// Controls: title, state, message, those of the thread, ask_ways, ask_chance, chance; of the proposals ways (a list), sentence,
//           figures, reason_label, reason, preview, apply, note; outcome.
// Cost:     looking at a deal works nothing out. Proposals, chance and preview may take some tenths of a
//           second in large plans, and are worked out when they are asked for.
#pragma once

#include "office/sidebar/command_link.hpp"
#include "office/sidebar/review_thread.hpp"
#include "office/sidebar/stacked_panel.hpp"
#include "proposals/proposal.hpp"
#include "views/proposal_cards.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::office {

class ReviewPanel : public StackedPanel {
  public:
    using StackedPanel::StackedPanel;

  protected:
    void build() override;
    void refresh(Workbook::Change change) override;
    void arrange(Stack& stack) override;
    void leave() override;
    [[nodiscard]] bool showsCells() const override { return true; }

  private:
    void showThread();
    std::string runSilently(std::string_view command,
                            const std::map<std::string, std::string>& arguments);
    void lookUp();
    void showDeal();
    void showWay();
    void chooseWay();
    void askChance();
    void preview();
    void apply(bool as_note);
    [[nodiscard]] const proposals::Proposal* chosenWay() const;

    std::optional<ReviewThread> thread_; // once the form is there
    std::map<std::string, rtl::Reference<CommandLink>, std::less<>> links_; // of the thread
    rtl::Reference<CommandLink> apply_;
    PlanStore::PlanPointer plan_; // of what is shown
    std::string deal_;            // its key; empty: none
    bool is_open_ = false;        // neither closed nor to check
    bool is_asked_ = false;       // somebody wants to see its ways out
    std::string state_;
    std::string message_;
    std::string title_;
    std::vector<proposals::Proposal> ways_;
    std::vector<views::ProposalCard> cards_; // one a way
    std::string chosen_;                     // the name of the card
};

} // namespace keepable::office
