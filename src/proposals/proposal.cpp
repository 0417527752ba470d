// SPDX-License-Identifier: MPL-2.0
#include "proposals/proposal.hpp"

#include <algorithm>
#include <array>

namespace keepable::proposals {

namespace {

constexpr std::array<std::string_view, 7> kNames{
    "re-date", "add capacity", "split", "move others", "alternative", "win by", "accept risk"};

} // namespace

std::string_view proposalName(ProposalKind kind) {
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<ProposalKind> proposalNamed(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    return found == kNames.end() ? std::nullopt
                                 : std::optional{static_cast<ProposalKind>(found - kNames.begin())};
}

} // namespace keepable::proposals
