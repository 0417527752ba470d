// SPDX-License-Identifier: MPL-2.0
#include "tables/name_list.hpp"

#include "tables/names.hpp"

namespace keepable::tables {

std::optional<std::uint32_t> NameList::find(std::string_view name) {
    if (const auto spelled = spellings_.find(name); spelled != spellings_.end()) {
        return spelled->second;
    }
    foldNameInto(name, folded_);
    const auto found = index_.find(std::string_view{folded_});
    if (found == index_.end()) {
        return std::nullopt;
    }
    spellings_.emplace(name, found->second);
    return found->second;
}

std::uint32_t NameList::findOrAdd(std::string_view name) {
    if (const auto found = find(name)) {
        return *found;
    }
    const auto number = static_cast<std::uint32_t>(names_.size());
    names_.push_back(tidyName(name));
    index_.emplace(folded_, number);
    spellings_.emplace(name, number);
    return number;
}

bool NameList::addAlias(std::string_view alias, std::uint32_t number) {
    if (const auto found = find(alias)) {
        return *found == number;
    }
    index_.emplace(folded_, number);
    return true;
}

} // namespace keepable::tables
