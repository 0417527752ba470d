// SPDX-License-Identifier: MPL-2.0
#include "views/texts.hpp"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace keepable::views {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r";
    const std::size_t first = text.find_first_not_of(kBlank);
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\\n") {
            result += '\n';
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string filled(std::string_view pattern, std::span<const std::string_view> arguments) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        // One digit is plenty: no text has ten arguments.
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
            pattern[i + 1] >= '0' && pattern[i + 1] <= '9') {
            const auto argument = static_cast<std::size_t>(pattern[i + 1] - '0');
            if (argument < arguments.size()) {
                text += arguments[argument];
                i += 2;
                continue;
            }
        }
        text += pattern[i];
    }
    return text;
}

// What stands for each '*' of the pattern, nothing when the text is not like it or it has none.
std::optional<std::vector<std::string_view>> wildcards(std::string_view pattern,
                                                       std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t star = pattern.find('*');
    if (star == std::string_view::npos || !text.starts_with(pattern.substr(0, star))) {
        return std::nullopt;
    }
    text.remove_prefix(star);
    while (star != std::string_view::npos) {
        pattern.remove_prefix(star + 1);
        star = pattern.find('*');
        const std::string_view next = pattern.substr(0, star);
        const std::size_t end = next.empty() ? text.size() : text.find(next);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        found.push_back(text.substr(0, end));
        text.remove_prefix(end + next.size());
    }
    return text.empty() ? std::optional{found} : std::nullopt;
}

} // namespace

Texts Texts::parse(std::string_view properties) {
    Texts texts;
    while (!properties.empty()) {
        const std::size_t end = properties.find('\n');
        const std::string_view line = trimmed(properties.substr(0, end));
        properties.remove_prefix(end == std::string_view::npos ? properties.size() : end + 1);
        const std::size_t equals = line.find('=');
        if (!line.starts_with('#') && equals != std::string_view::npos) {
            texts.texts_.insert_or_assign(std::string{trimmed(line.substr(0, equals))},
                                          unescaped(trimmed(line.substr(equals + 1))));
        }
    }
    return texts;
}

std::string Texts::operator()(std::string_view key,
                              std::initializer_list<std::string_view> arguments) const {
    const auto found = texts_.find(key);
    if (found == texts_.end()) {
        return std::string{key};
    }
    return filled(found->second, {arguments.begin(), arguments.size()});
}

std::string Texts::counted(std::string_view key, std::size_t count) const {
    return (*this)(std::string{key} + (count == 1 ? ".one" : ".many"), {std::to_string(count)});
}

std::string Texts::phrase(std::string_view english) const {
    const std::string key = "phrase." + std::string{english};
    if (const auto exact = texts_.find(key); exact != texts_.end()) {
        return exact->second;
    }
    for (auto open = texts_.lower_bound("phrase."); open != texts_.end(); ++open) {
        if (!open->first.starts_with("phrase.")) {
            break;
        }
        if (const auto arguments = wildcards(open->first, key)) {
            return filled(open->second, *arguments);
        }
    }
    return std::string{english};
}

} // namespace keepable::views
