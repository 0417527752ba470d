// SPDX-License-Identifier: MPL-2.0
//
// What the log knows, said in the user's language: terms, who did what, why a side has the turn.
// Panels, the agenda and mails share these.
//
// Shape:   always on one line, whatever the reasons and names in it are; may be empty.
// Units:   amounts as the document writes them, days as ISO dates, as in reason.hpp.
#pragma once

#include "review/thread.hpp"
#include "tables/text_locale.hpp"
#include "views/texts.hpp"

#include <span>
#include <string>

namespace keepable::views {

struct Saying {
    const Texts& texts;
    const tables::TextLocale& locale;
};

// "2026-03-27; 12 pieces; 40 hours of Welding; overtime; costs 1,500; by truck"
[[nodiscard]] std::string saidTerms(const review::Terms& terms, const Saying& saying);
// "re-dated: 2026-03-20 → 2026-03-27 (the steel is late)"
[[nodiscard]] std::string saidEvent(const review::LogEvent& event, const Saying& saying);
// "Ann (sales)"; the side alone of somebody without a name.
[[nodiscard]] std::string saidPerson(const review::Name& name, review::Side side,
                                     const Saying& saying);
// "Ann, Otto"
[[nodiscard]] std::string saidNames(std::span<const review::Name> names);
// "Ops has the turn for 3 days, since 2026-03-02: a question is to be answered."
[[nodiscard]] std::string saidWait(const review::Wait& wait, planning::Day today,
                                   const Saying& saying);
// "40 hours of Welding; overtime, asked for by Ann on 2026-03-02"
[[nodiscard]] std::string saidRequest(const review::CapacityRequest& request, const Saying& saying);
// "Accepted by Ann until 2026-03-20"
[[nodiscard]] std::string saidRisk(const review::AcceptedRisk& risk, const Saying& saying);

} // namespace keepable::views
