// SPDX-License-Identifier: MPL-2.0
#include "tables/heading_match.hpp"

#include "tables/capacity_words.hpp"
#include "tables/currency.hpp"
#include "tables/names.hpp"

#include <algorithm>
#include <tuple>

namespace keepable::tables {

namespace {

// A system is recognised by two headings of its own, or by one and four that it knows.
constexpr std::int32_t kSignsEnough = 2;
constexpr std::int32_t kKnownBesideOneSign = 4;

struct Candidate {
    std::size_t heading = 0; // in the row
    ColumnRole role = ColumnRole::kDeal;
    Certainty certainty = Certainty::kNone;
    bool has_counter = false;
    std::size_t preference = 0;

    [[nodiscard]] auto order() const {
        return std::tuple{role, certainty, has_counter, preference, heading};
    }
};

class HeadingMatcher {
  public:
    HeadingMatcher(TableKind kind, std::span<const HeadingText> headings,
                   const HeadingKnowledge& knowledge)
        : kind_(kind), headings_(headings), knowledge_(knowledge) {
        for (const HeadingText& heading : headings) {
            addColumn(heading);
        }
    }

    RowMatch run() {
        if (knowledge_.profiles != nullptr) {
            recogniseSystem();
            orderLanguages();
        }
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            addCandidates(i);
        }
        keepToTheContract();
        assignRoles();
        return std::move(row_);
    }

  private:
    void addColumn(const HeadingText& heading) {
        ColumnMatch match;
        match.column = heading.column;
        match.heading = tidyName(heading.text);
        std::vector<std::string> keys;
        if (!heading.above.empty()) {
            match.heading = tidyName(heading.above + " " + heading.text);
            keys.push_back(headingKey(match.heading));
        }
        if (!heading.text.empty()) {
            keys.push_back(headingKey(heading.text));
            if (const std::string plain = withoutUnit(heading.text); !plain.empty()) {
                keys.push_back(headingKey(plain));
            }
        }
        folded_.push_back(foldedName(match.heading));
        match.occurrence = static_cast<std::int32_t>(std::ranges::count(folded_, folded_.back()));
        row_.columns.push_back(std::move(match));
        keys_.push_back(std::move(keys));
    }

    // "Quantity (pcs)", "Win probability (%)", "Value (USD)" without what stands in the brackets;
    // empty where that is more than a unit.
    static std::string withoutUnit(std::string_view text) {
        const std::string tidy = tidyName(text);
        const std::size_t open = tidy.find_last_of("([");
        if (open == std::string::npos || open == 0 ||
            !(tidy.ends_with(')') || tidy.ends_with(']'))) {
            return {};
        }
        const std::string inside =
            tidyName(std::string_view{tidy}.substr(open + 1, tidy.size() - open - 2));
        std::string_view rest = inside;
        const bool is_currency = !takeCurrency(rest).empty() && rest.empty();
        const bool is_unit =
            inside == "%" || is_currency || unitNamed(plainWord(inside)) != AmountUnit::kAsRead;
        return is_unit ? tidy.substr(0, open) : std::string{};
    }

    // Headings of the row that the profile knows, and those only it has.
    [[nodiscard]] std::pair<std::int32_t, std::int32_t>
    knownTo(const HeaderProfile& profile) const {
        std::int32_t known = 0;
        std::int32_t signs = 0;
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            if (row_.columns[i].occurrence > 1) {
                continue;
            }
            known += std::ranges::any_of(keys_[i], [&](const std::string& key) {
                return profile.find(kind_, key) != nullptr;
            });
            signs += std::ranges::any_of(
                keys_[i], [&](const std::string& key) { return profile.signs.contains(key); });
        }
        return {known, signs};
    }

    void recogniseSystem() {
        std::int32_t best = 0;
        for (const HeaderProfile& profile : knowledge_.profiles->all()) {
            if (!profile.is_system) {
                continue;
            }
            const auto [known, signs] = knownTo(profile);
            if (signs < kSignsEnough && (signs < 1 || known < kKnownBesideOneSign)) {
                continue;
            }
            const std::int32_t score = known + 2 * signs;
            if (score > best) {
                best = score;
                system_ = &profile;
            } else if (score == best && system_ != nullptr && system_->name != profile.name) {
                system_ = nullptr; // two say it is theirs
            }
        }
        if (system_ != nullptr) {
            row_.system = system_->name;
        }
    }

    void orderLanguages() {
        std::vector<std::pair<std::pair<bool, std::int32_t>, const HeaderProfile*>> languages;
        for (const HeaderProfile& profile : knowledge_.profiles->all()) {
            if (!profile.is_system) {
                languages.emplace_back(std::pair{!profile.is_of_user, -knownTo(profile).first},
                                       &profile);
            }
        }
        std::ranges::stable_sort(languages, {}, [](const auto& entry) { return entry.first; });
        if (!languages.empty() && knownTo(*languages.front().second).first > 0) {
            row_.language = languages.front().second->name;
        }
        for (const auto& [order, profile] : languages) {
            languages_.push_back(profile);
        }
    }

    void addCandidates(std::size_t i) {
        ColumnMatch& match = row_.columns[i];
        if (const ColumnChoice* choice = choiceOf(i)) {
            match.reading = choice->reading;
            if (choice->role) {
                candidates_.push_back({i, *choice->role, Certainty::kChosen, false, 0});
            } else {
                match.why_not = NotRead::kChosen;
            }
            return;
        }
        if (const auto role = roleNamed(kind_, folded_[i])) {
            candidates_.push_back({i, *role, Certainty::kCanonical, false, 0});
            return;
        }
        if (system_ != nullptr && addFrom(*system_, i, keys_[i], Certainty::kSystem)) {
            return;
        }
        const std::vector<std::string> bare = withoutPrefix(i);
        for (const HeaderProfile* language : languages_) {
            if (addFrom(*language, i, bare, Certainty::kWord)) {
                return;
            }
        }
        addCanonicalBut(i);
    }

    // A canonical heading but for a counter, a unit, or a heading above it.
    void addCanonicalBut(std::size_t i) {
        for (const std::string& key : keys_[i]) {
            if (const auto role = roleNamed(kind_, key)) {
                ColumnMatch& match = row_.columns[i];
                match.reading.unit =
                    *role == ColumnRole::kQuantity ? unitIn(keys_[i].front()) : match.reading.unit;
                candidates_.push_back({i, *role, Certainty::kWord, hasCounter(match.heading), 0});
                return;
            }
        }
    }

    [[nodiscard]] const ColumnChoice* choiceOf(std::size_t i) const {
        const auto found =
            std::ranges::find_if(knowledge_.choices, [&](const ColumnChoice& choice) {
                return choice.table == kind_ && choice.heading == folded_[i] &&
                       choice.occurrence == row_.columns[i].occurrence;
            });
        return found == knowledge_.choices.end() ? nullptr : &*found;
    }

    // Whether the profile knows the heading, be it as one that is not read.
    bool addFrom(const HeaderProfile& profile, std::size_t i, const std::vector<std::string>& keys,
                 Certainty certainty) {
        ColumnMatch& match = row_.columns[i];
        for (const std::string& key : keys) {
            if (profile.unread.contains(key) || profile.asked.contains(key)) {
                match.why_not = profile.unread.contains(key) ? NotRead::kOther : NotRead::kAsked;
                match.source = profile.name;
                return true;
            }
            if (const HeadingMeaning* meaning = profile.find(kind_, key)) {
                match.source = profile.name;
                match.reading.unit = meaning->role == ColumnRole::kQuantity
                                         ? unitIn(keys_[i].front())
                                         : match.reading.unit;
                match.reading.scale =
                    meaning->role == ColumnRole::kProbability ? profile.scale : match.reading.scale;
                candidates_.push_back({i, meaning->role,
                                       meaning->is_weak ? Certainty::kWeakWord : certainty,
                                       hasCounter(match.heading), meaning->preference});
                return true;
            }
        }
        return false;
    }

    // The heading's keys, and without what the system puts before its headings.
    [[nodiscard]] std::vector<std::string> withoutPrefix(std::size_t i) const {
        std::vector<std::string> keys = keys_[i];
        if (system_ == nullptr) {
            return keys;
        }
        for (const std::string& prefix : system_->prefixes) {
            if (folded_[i].starts_with(prefix)) {
                keys.push_back(headingKey(std::string_view{folded_[i]}.substr(prefix.size())));
            }
        }
        return keys;
    }

    // "hours" and "days" carry their unit in the name.
    static AmountUnit unitIn(const std::string& key);

    // A table with the headings of the contract is read as the contract says: its further columns
    // are nobody's business, whatever they are called.
    void keepToTheContract() {
        const auto is_of_contract = [](const Candidate& candidate) {
            return candidate.certainty <= Certainty::kCanonical;
        };
        const auto has_of_contract = [&](ColumnRole role) {
            return std::ranges::any_of(candidates_, [&](const Candidate& candidate) {
                return candidate.role == role && is_of_contract(candidate);
            });
        };
        if (std::ranges::all_of(neededRoles(kind_), has_of_contract)) {
            row_.language.clear();
            // The same heading again, with a counter, has to be told from its namesake.
            std::erase_if(candidates_, [&](const Candidate& candidate) {
                return !is_of_contract(candidate) &&
                       !(candidate.has_counter && has_of_contract(candidate.role));
            });
        }
    }

    void assignRoles() {
        std::ranges::sort(candidates_, {}, &Candidate::order);
        const Candidate* first = nullptr;
        for (const Candidate& candidate : candidates_) {
            ColumnMatch& match = row_.columns[candidate.heading];
            if (first == nullptr || first->role != candidate.role) {
                first = &candidate;
                match.role = candidate.role;
                match.certainty = candidate.certainty;
                continue;
            }
            const bool is_repeated = folded_[candidate.heading] == folded_[first->heading];
            match.why_not = is_repeated ? NotRead::kRepeated : NotRead::kTaken;
            match.taken_by = row_.columns[first->heading].column;
            match.wanted = candidate.role;
        }
        standIn(ColumnRole::kDealName, ColumnRole::kDeal);
        standIn(ColumnRole::kStage, ColumnRole::kStatus);
    }

    // Takes one role for another that nothing has.
    void standIn(ColumnRole role, ColumnRole missing) {
        if (row_.has(missing)) {
            return;
        }
        for (ColumnMatch& match : row_.columns) {
            if (match.role == role && match.certainty != Certainty::kChosen) {
                match.role = missing;
                match.stands_in = true;
            }
        }
    }

    TableKind kind_;
    std::span<const HeadingText> headings_;
    const HeadingKnowledge& knowledge_;
    const HeaderProfile* system_ = nullptr;
    std::vector<const HeaderProfile*> languages_;
    std::vector<std::string> folded_;
    std::vector<std::vector<std::string>> keys_;
    std::vector<Candidate> candidates_;
    RowMatch row_;
};

AmountUnit HeadingMatcher::unitIn(const std::string& key) {
    // Whole words at the beginning or the end: "hours needed", "effort days", "charge h".
    constexpr std::array<std::string_view, 14> kHours{"hours", "hour",   "hrs",   "h",   "stunden",
                                                      "std",   "heures", "horas", "ore", "uren",
                                                      "uur",   "std",    "u",     "hr"};
    constexpr std::array<std::string_view, 13> kDays{
        "days", "day",      "tage",   "tagen",    "personentage", "pt", "jours",
        "dias", "jornadas", "giorni", "giornate", "dagen",        "d"};
    AmountUnit unit = AmountUnit::kAsRead;
    std::size_t begin = 0;
    while (begin < key.size()) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        const std::string_view word = std::string_view{key}.substr(begin, end - begin);
        if (std::ranges::find(kHours, word) != kHours.end()) {
            unit = AmountUnit::kHours;
        } else if (std::ranges::find(kDays, word) != kDays.end()) {
            unit = AmountUnit::kDays;
        }
        begin = end + 1;
    }
    return unit;
}

} // namespace

const ColumnMatch* RowMatch::find(ColumnRole role) const {
    const auto found = std::ranges::find(columns, std::optional{role}, &ColumnMatch::role);
    return found == columns.end() ? nullptr : &*found;
}

RowMatch matchHeadings(TableKind kind, std::span<const HeadingText> headings,
                       const HeadingKnowledge& knowledge) {
    return HeadingMatcher{kind, headings, knowledge}.run();
}

} // namespace keepable::tables
