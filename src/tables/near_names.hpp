// SPDX-License-Identifier: MPL-2.0
//
// Names that deals use and no table knows, beside known names that may be meant: "GTXPro" and "GTX
// Pro", "Instalation" and "Installation". Proposals to be shown to a person; nothing is merged here.
//
// Shape:   at most one match a name, in the order of the unknown names; both by index.
// Rule:    sure: the same letters, digits and signs, once case, accents, spaces and punctuation are
//          left out. Likely: one letter more, less or other, or two neighbours swapped, in names of
//          five letters or more, and in a word of four or more where the words are the same number;
//          never a last letter for another ("Line A", "Line B").
//          Numbers are never changed: "A1" is not "A2", and "1.5" not "15". A name that two known
//          names may stand for gets no match.
// Cost:    a look-up for each letter of a name, not for each pair of names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace keepable::tables {

enum class NameLikeness : std::uint8_t { kSure, kLikely };

struct NameMatch {
    std::uint32_t unknown = 0;
    std::uint32_t known = 0;
    NameLikeness likeness = NameLikeness::kSure;

    friend bool operator==(const NameMatch&, const NameMatch&) = default;
};

[[nodiscard]] std::vector<NameMatch> nearNames(std::span<const std::string> known,
                                               std::span<const std::string> unknown);

} // namespace keepable::tables
