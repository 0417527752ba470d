// SPDX-License-Identifier: MPL-2.0
//
// The address of a command, "vnd.org.keepable.calc:show?Deal=D-12&Silent=true", taken apart. Menus
// and macros give arguments in either way: in the address or beside it.
//
// Shape:   values are percent-decoded ("%20", "%C3%BC"); a broken escape stays as it stands. Names
//          are in lower case, as are those of arguments beside the address.
// Errors:  an address of another protocol has no command.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace keepable::office {

inline constexpr std::string_view kCommandProtocol = "vnd.org.keepable.calc:";

struct CommandUrl {
    std::string command; // empty: not ours
    std::map<std::string, std::string, std::less<>> arguments;
};

[[nodiscard]] CommandUrl parseCommandUrl(std::string_view url);

// "true", "yes" and "1" in any case.
[[nodiscard]] bool meansYes(std::string_view text);

} // namespace keepable::office
