// SPDX-License-Identifier: MPL-2.0
#include "tables/header_profile.hpp"

#include "tables/names.hpp"

#include <boost/json.hpp>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <span>
#include <stdexcept>

namespace keepable::tables {

namespace {

namespace json = boost::json;
using planning::DealClass;

bool isPunctuation(char c) {
    constexpr std::string_view kMarks = R"(_-/\:.,;"'()[]{}<>|?!+&=~^`)";
    return kMarks.find(c) != std::string_view::npos;
}

// Behind the text without " (2)", or npos where there is no counter.
std::size_t counterAt(std::string_view folded) {
    if (!folded.ends_with(')')) {
        return std::string_view::npos;
    }
    const std::size_t open = folded.rfind('(');
    if (open == std::string_view::npos || open == 0) {
        return std::string_view::npos;
    }
    const std::string_view inside = folded.substr(open + 1, folded.size() - open - 2);
    const bool is_number =
        !inside.empty() && std::ranges::all_of(inside, [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? open : std::string_view::npos;
}

// What a profile may not hold, said where it stands.
class ProfileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

std::string_view textOf(const json::value& value, std::string_view where) {
    if (!value.is_string()) {
        throw ProfileError{"“" + std::string{where} + "” should be text"};
    }
    return value.get_string();
}

std::vector<std::string> listOf(const json::value& value, std::string_view where) {
    if (!value.is_array()) {
        throw ProfileError{"“" + std::string{where} + "” should be a list of texts"};
    }
    std::vector<std::string> texts;
    for (const json::value& entry : value.get_array()) {
        texts.emplace_back(textOf(entry, where));
    }
    return texts;
}

std::vector<std::string> listIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value == nullptr ? std::vector<std::string>{} : listOf(*value, name);
}

const json::object* objectIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value != nullptr && !value->is_object()) {
        throw ProfileError{"“" + std::string{name} + "” should be an object"};
    }
    return value == nullptr ? nullptr : &value->get_object();
}

class ProfileReader {
  public:
    explicit ProfileReader(const json::object& object) : object_(object) {}

    HeaderProfile run() {
        const json::value* name = object_.if_contains("profile");
        profile_.name = name == nullptr ? std::string{} : std::string{textOf(*name, "profile")};
        if (isBlankName(profile_.name)) {
            throw ProfileError{"“profile” should be a name"};
        }
        profile_.is_system = readWord("kind", {"system", "language"}) == 0;
        addKeys("weak", weak_);
        addKeys("signs", profile_.signs);
        addKeys("unread", profile_.unread);
        addKeys("asked", profile_.asked);
        for (const std::string& prefix : listIn(object_, "prefixes")) {
            // foldedName() drops the space at the end, which is part of the prefix.
            profile_.prefixes.push_back(foldedName(prefix) + ' ');
        }
        readHeadings("deals", TableKind::kDeals);
        readHeadings("items", TableKind::kItems);
        readStages();
        if (object_.contains("probability")) {
            profile_.scale = readWord("probability", {"percent", "fraction"}) == 0
                                 ? ProbabilityScale::kPercent
                                 : ProbabilityScale::kFraction;
        }
        profile_.has_lines_below =
            object_.contains("lines") && readWord("lines", {"below", "below"}) == 0;
        return std::move(profile_);
    }

  private:
    std::size_t readWord(std::string_view name, std::array<std::string_view, 2> words) {
        const json::value* value = object_.if_contains(name);
        const std::string_view text = value == nullptr ? std::string_view{} : textOf(*value, name);
        const auto* const found = std::ranges::find(words, text);
        if (found == words.end()) {
            throw ProfileError{"“" + std::string{name} + "” should be “" + std::string{words[0]} +
                               "” or “" + std::string{words[1]} + "”"};
        }
        return static_cast<std::size_t>(found - words.begin());
    }

    void addKeys(std::string_view name, boost::unordered_flat_set<std::string>& keys) {
        for (const std::string& heading : listIn(object_, name)) {
            keys.insert(headingKey(heading));
        }
    }

    void readHeadings(std::string_view name, TableKind kind) {
        const json::object* roles = objectIn(object_, name);
        if (roles == nullptr) {
            return;
        }
        auto& headings = profile_.headings[static_cast<std::size_t>(kind)];
        for (const auto& [role_name, list] : *roles) {
            const auto role = roleNamed(kind, role_name);
            if (!role) {
                throw ProfileError{"“" + std::string{role_name} + "” is no column of " +
                                   std::string{name}};
            }
            std::size_t preference = 0;
            for (const std::string& heading : listOf(list, role_name)) {
                std::string key = headingKey(heading);
                const bool is_weak = weak_.contains(key);
                headings.try_emplace(std::move(key), HeadingMeaning{*role, preference++, is_weak});
            }
        }
    }

    void readStages() {
        const json::object* stages = objectIn(object_, "stages");
        if (stages == nullptr) {
            return;
        }
        constexpr std::array<std::pair<std::string_view, DealClass>, 4> kClasses{
            {{"firm", DealClass::kFirm},
             {"held", DealClass::kHeld},
             {"tentative", DealClass::kTentative},
             {"closed", DealClass::kClosed}}};
        for (const auto& [name, words] : *stages) {
            const std::string_view class_name = name;
            const auto* const found = std::ranges::find(
                kClasses, class_name, [](const auto& entry) { return entry.first; });
            if (found == kClasses.end()) {
                throw ProfileError{"“" + std::string{class_name} +
                                   "” is no class; there are firm, held, tentative and closed"};
            }
            for (std::string& word : listOf(words, class_name)) {
                profile_.stages.emplace_back(std::move(word), found->second);
            }
        }
    }

    const json::object& object_;
    HeaderProfile profile_;
    boost::unordered_flat_set<std::string> weak_;
};

} // namespace

bool hasCounter(std::string_view heading) {
    return counterAt(foldedName(heading)) != std::string_view::npos;
}

std::string headingKey(std::string_view heading) {
    std::string folded = nameWithoutAccents(heading);
    if (const std::size_t counter = counterAt(folded); counter != std::string::npos) {
        folded.resize(counter);
    }
    // A field that somebody has added to Salesforce.
    constexpr std::string_view kOwnField = "__c";
    if (folded.ends_with(kOwnField)) {
        folded.resize(folded.size() - kOwnField.size());
    }
    std::erase(folded, '*');
    for (char& c : folded) {
        if (isPunctuation(c)) {
            c = ' ';
        }
    }
    for (const std::string_view mark :
         {"’", "‘", "“", "”", "–", "—", "·", "«", "»", "↑", "↓", "▲", "▼", "△", "▽"}) {
        for (auto at = folded.find(mark); at != std::string::npos; at = folded.find(mark)) {
            folded.replace(at, mark.size(), " ");
        }
    }
    return tidyName(folded);
}

const HeadingMeaning* HeaderProfile::find(TableKind kind, const std::string& key) const {
    const auto index = static_cast<std::size_t>(kind);
    if (index >= headings.size()) {
        return nullptr;
    }
    const auto found = headings[index].find(key);
    return found == headings[index].end() ? nullptr : &found->second;
}

std::string HeaderProfiles::add(std::string_view file, std::string_view text, bool is_of_user) {
    const std::string begin = "The header profile “" + std::string{file} + "” was left out: ";
    if (text.size() > kMostProfileBytes) {
        return begin + "it is larger than 1 MB.";
    }
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error) {
        return begin + "it is no JSON (" + error.message() + ").";
    }
    if (!value.is_object()) {
        return begin + "it should be an object.";
    }
    try {
        profiles_.push_back(ProfileReader{value.get_object()}.run());
        profiles_.back().is_of_user = is_of_user;
    } catch (const ProfileError& wrong) {
        return begin + wrong.what() + ".";
    }
    digest_ = XXH3_64bits_withSeed(text.data(), text.size(), digest_);
    return {};
}

const HeaderProfile* HeaderProfiles::named(std::string_view name) const {
    const auto found = std::ranges::find(profiles_, name, &HeaderProfile::name);
    return found == profiles_.end() ? nullptr : &*found;
}

} // namespace keepable::tables
