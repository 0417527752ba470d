// SPDX-License-Identifier: MPL-2.0
//
// A draft as the address “mailto:…” that any desktop hands to its mail program.
//
// Shape:   ASCII; whoever should come before “?”, then subject and body. Whatever is not a letter, a
//          digit or one of “-._~” is escaped, the “@” of addresses excepted, so that no name can add
//          a field; a line ends in “%0D%0A”.
// Source:  RFC 6068.
#pragma once

#include "views/agenda_pages.hpp"

#include <string>

namespace keepable::views {

[[nodiscard]] std::string mailLink(const AgendaMail& mail);

} // namespace keepable::views
