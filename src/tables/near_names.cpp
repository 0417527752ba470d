// SPDX-License-Identifier: MPL-2.0
#include "tables/near_names.hpp"

#include "tables/names.hpp"

#include <boost/unordered/unordered_flat_map.hpp>
#include <utf8proc.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

namespace keepable::tables {

namespace {

constexpr std::size_t kLeastLetters = 5;
constexpr std::size_t kLeastLettersOfWord = 4;
constexpr std::size_t kMostLetters = 64; // longer names are compared as they are only

// A name without what people write in several ways.
struct Signature {
    std::u32string joined;             // a space stands between two numbers only
    std::vector<std::u32string> words; // what was written apart
    std::size_t letters = 0;
};

bool isDigit(char32_t letter) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(letter)) == UTF8PROC_CATEGORY_ND;
}

bool isLetter(char32_t letter) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(letter));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

// Spaces and punctuation; "#" and "&" may be what tells two names apart.
bool isGap(char32_t letter) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(letter));
    if (category == UTF8PROC_CATEGORY_PO) {
        return std::u32string_view{U".,:;'\"/\\!?·"}.find(letter) != std::u32string_view::npos;
    }
    return (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PF) ||
           (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) ||
           category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF;
}

std::u32string withoutAccents(std::string_view name) {
    constexpr auto kOptions = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
    const auto size = static_cast<utf8proc_ssize_t>(name.size());
    const utf8proc_ssize_t length = utf8proc_decompose(bytes, size, nullptr, 0, kOptions);
    if (length <= 0) {
        return {};
    }
    std::vector<utf8proc_int32_t> letters(static_cast<std::size_t>(length));
    utf8proc_decompose(bytes, size, letters.data(), length, kOptions);
    return {letters.begin(), letters.end()};
}

Signature signatureOf(std::string_view name) {
    Signature signature;
    bool gap = true;
    for (const char32_t letter : withoutAccents(name)) {
        if (isGap(letter)) {
            gap = true;
            continue;
        }
        if (gap) {
            if (!signature.joined.empty() && isDigit(letter) && isDigit(signature.joined.back())) {
                signature.joined += U' ';
            }
            signature.words.emplace_back();
            gap = false;
        }
        signature.joined += letter;
        signature.words.back() += letter;
        signature.letters += isLetter(letter) ? 1 : 0;
    }
    return signature;
}

// Both letters: numbers and signs are never changed.
bool areLetters(char32_t one, char32_t other) {
    return isLetter(one) && isLetter(other);
}

bool isOneEdit(std::u32string_view one, std::u32string_view other) {
    if (one.size() > other.size()) {
        std::swap(one, other);
    }
    const auto first = static_cast<std::size_t>(
        std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
    const std::u32string_view left = one.substr(first);
    const std::u32string_view right = other.substr(first);
    if (left.size() + 1 == right.size()) {
        return isLetter(right.front()) && left == right.substr(1);
    }
    if (left.size() != right.size() || left.size() < 2 || !areLetters(left[0], right[0])) {
        return false; // a last letter for another is no slip
    }
    const bool is_other_letter = left.substr(1) == right.substr(1);
    const bool is_swap = areLetters(left[1], right[1]) && left[0] == right[1] &&
                         left[1] == right[0] && left.substr(2) == right.substr(2);
    return is_other_letter || is_swap;
}

bool isLikely(const Signature& one, const Signature& other) {
    if (!isOneEdit(one.joined, other.joined)) {
        return false;
    }
    if (one.words.size() != other.words.size()) {
        return true;
    }
    for (std::size_t word = 0; word < one.words.size(); ++word) {
        if (one.words[word] != other.words[word] &&
            (std::min(one.words[word].size(), other.words[word].size()) < kLeastLettersOfWord ||
             !isOneEdit(one.words[word], other.words[word]))) {
            return false;
        }
    }
    return true;
}

bool mayBeMisspelt(const Signature& signature) {
    return signature.letters >= kLeastLetters && signature.joined.size() <= kMostLetters;
}

class KnownNames {
  public:
    explicit KnownNames(std::span<const std::string> names) {
        for (const std::string& name : names) {
            const auto index = static_cast<std::uint32_t>(signatures_.size());
            const Signature& signature = signatures_.emplace_back(signatureOf(name));
            folded_.emplace(foldedName(name), index);
            if (signature.joined.empty()) {
                continue;
            }
            same_[signature.joined].push_back(index);
            if (mayBeMisspelt(signature)) {
                eachVariant(signature.joined, [&](const std::u32string& variant) {
                    near_[hashOf(variant)].push_back(index);
                });
            }
        }
    }

    [[nodiscard]] std::optional<std::pair<std::uint32_t, NameLikeness>>
    match(std::string_view name) const {
        if (folded_.contains(foldedName(name))) {
            return std::nullopt; // known as it stands
        }
        const Signature signature = signatureOf(name);
        if (const auto same = same_.find(signature.joined); same != same_.end()) {
            return same->second.size() == 1
                       ? std::optional{std::pair{same->second.front(), NameLikeness::kSure}}
                       : std::nullopt;
        }
        if (!mayBeMisspelt(signature)) {
            return std::nullopt;
        }
        std::optional<std::uint32_t> only;
        bool is_ambiguous = false;
        eachVariant(signature.joined, [&](const std::u32string& variant) {
            const auto near = near_.find(hashOf(variant));
            if (near == near_.end()) {
                return;
            }
            for (const std::uint32_t known : near->second) {
                if (only != known && isLikely(signature, signatures_[known])) {
                    is_ambiguous = is_ambiguous || only.has_value();
                    only = known;
                }
            }
        });
        return only && !is_ambiguous ? std::optional{std::pair{*only, NameLikeness::kLikely}}
                                     : std::nullopt;
    }

  private:
    using Indices = std::vector<std::uint32_t>;

    static std::size_t hashOf(const std::u32string& text) {
        return std::hash<std::u32string>{}(text);
    }

    // The text, and what it is without any one letter: one edit apart share one of these.
    template <class Visit> static void eachVariant(const std::u32string& text, Visit visit) {
        visit(text);
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (at == 0 || text[at] != text[at - 1]) { // else the same as before
                std::u32string shorter = text;
                shorter.erase(at, 1);
                visit(shorter);
            }
        }
    }

    std::vector<Signature> signatures_;
    boost::unordered_flat_map<std::string, std::uint32_t> folded_;
    boost::unordered_flat_map<std::u32string, Indices> same_;
    boost::unordered_flat_map<std::size_t, Indices> near_; // by hash of a variant
};

} // namespace

std::vector<NameMatch> nearNames(std::span<const std::string> known,
                                 std::span<const std::string> unknown) {
    const KnownNames names{known};
    std::vector<NameMatch> matches;
    for (std::uint32_t i = 0; i < unknown.size(); ++i) {
        if (const auto found = names.match(unknown[i])) {
            matches.push_back({i, found->first, found->second});
        }
    }
    return matches;
}

} // namespace keepable::tables
