// SPDX-License-Identifier: MPL-2.0
//
// The texts of the user interface in one language, by key. Panels, dialogs and the set-up sheet take
// every word they show from here; code holds keys only.
//
// Shape:   read from UTF-8 lines "key=text"; '#' begins a comment line, "\n" in a text a new line.
//          {0}, {1}, ... stand for arguments.
// Errors:  a key without a text comes back as the key itself, so that it is seen and not fatal. That
//          no key lacks a text in any language is a test's matter.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace keepable::views {

class Texts {
  public:
    [[nodiscard]] static Texts parse(std::string_view properties);

    [[nodiscard]] std::string
    operator()(std::string_view key, std::initializer_list<std::string_view> arguments = {}) const;
    // The text of "<key>.one" or "<key>.many"; {0} is the number.
    [[nodiscard]] std::string counted(std::string_view key, std::size_t count) const;

    // An English phrase of the pure rooms in this language: the text of "phrase.<phrase>". A
    // '*' in a key stands for what differs from time to time, {0}, {1}, ... in the text. A phrase
    // without a text stays as it is; so English needs none.
    [[nodiscard]] std::string phrase(std::string_view english) const;

    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const {
        return texts_;
    }

  private:
    std::map<std::string, std::string, std::less<>> texts_;
};

} // namespace keepable::views
