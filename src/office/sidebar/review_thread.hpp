// SPDX-License-Identifier: MPL-2.0
//
// The thread of the selected deal inside the panel Review: what was said, whose turn it is, whether
// operations has confirmed, and the next move of whoever sits here.
//
// Controls: who, make_sales, make_ops, open_people; turn, thread, confirmation, requests, risk, facts;
//           moves (a list), day, quantity, hours, resource, means (a list), cost, text, move_reason,
//           each with a label of its name and "_label"; say, said.
// Rule:     only the fields that the move can use are shown. What was typed stays until the move is
//           made or another deal is selected.
// Thread:   the office's main thread.
#pragma once

#include "office/review_record.hpp"
#include "office/sidebar/form.hpp"
#include "views/review_moves.hpp"
#include "views/thread_lines.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::office {

class ReviewThread {
  public:
    // What the panel does for it.
    struct Host {
        // Runs a command silently; its sentence.
        std::function<std::string(std::string_view, const std::map<std::string, std::string>&)> run;
        std::function<void()> look; // at the workbook anew
        std::function<void()> requestLayout;
    };

    ReviewThread(Form& form, const views::Texts& texts, Host host);

    void build();
    // No deal: everything is hidden.
    void show(const std::shared_ptr<ReviewRecord>& record, const std::string& key,
              std::optional<std::uint32_t> deal);
    void arrange(Stack& stack);

  private:
    void showWho();
    void showThread();
    void showMoves();
    void showFields();
    void clearFields();
    void say();
    void makePeople(std::string_view side);
    [[nodiscard]] const views::Move* chosenMove() const;

    Form& form_;
    const views::Texts& texts_;
    Host host_;
    std::shared_ptr<ReviewRecord> record_;
    std::string key_;
    std::optional<std::uint32_t> deal_;
    std::vector<views::Move> moves_;
    std::optional<review::Action> chosen_; // none: the first, until somebody chooses
};

} // namespace keepable::office
