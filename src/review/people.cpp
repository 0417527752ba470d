// SPDX-License-Identifier: MPL-2.0
#include "review/people.hpp"

#include <algorithm>

namespace keepable::review {

People::People(const std::vector<Person>& rows) {
    for (const Person& row : rows) {
        if (row.name.isEmpty()) {
            continue;
        }
        const auto [found, is_new] = by_name_.emplace(row.name.key, people_.size());
        const std::size_t index = found->second;
        if (is_new) {
            people_.push_back({row.name, Side::kNeither, {}});
        }
        Person& person = people_[index];
        if (person.side == Side::kNeither) {
            person.side = row.side;
        }
        for (const Name& owned : row.owns) {
            if (!owned.isEmpty() && std::ranges::find(person.owns, owned) == person.owns.end()) {
                person.owns.push_back(owned);
                by_owned_[owned.key].push_back(index);
            }
        }
    }
    for (auto& [owned, owners] : by_owned_) {
        std::ranges::sort(owners);
    }
}

const Person* People::named(std::string_view key) const {
    const auto found = by_name_.find(key);
    return found == by_name_.end() ? nullptr : &people_[found->second];
}

Side People::sideOf(std::string_view key) const {
    const Person* const person = named(key);
    return person == nullptr ? Side::kNeither : person->side;
}

std::vector<const Person*> People::ownersOf(std::string_view owned_key, Side side) const {
    std::vector<const Person*> owners;
    const auto found = by_owned_.find(owned_key);
    if (found != by_owned_.end()) {
        for (const std::size_t index : found->second) {
            if (people_[index].side == side) {
                owners.push_back(&people_[index]);
            }
        }
    }
    return owners;
}

bool People::owns(std::string_view person_key, std::string_view owned_key) const {
    const auto owners = by_owned_.find(owned_key);
    const auto person = by_name_.find(person_key);
    return owners != by_owned_.end() && person != by_name_.end() &&
           std::ranges::binary_search(owners->second, person->second);
}

} // namespace keepable::review
