// SPDX-License-Identifier: MPL-2.0
//
// Who is who: on which side people are and what they own, from a table that both sides keep.
//
// Shape:   one row a person, or several that add up; what is owned is a resource or a deal by its
//          key. A person with two sides has that of the first row that names one.
#pragma once

#include "review/log_event.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::review {

struct Person {
    Name name;
    Side side = Side::kNeither;
    std::vector<Name> owns;

    friend bool operator==(const Person&, const Person&) = default;
};

class People {
  public:
    People() = default;
    explicit People(const std::vector<Person>& rows);

    // In the order in which they were first named.
    [[nodiscard]] const std::vector<Person>& all() const { return people_; }
    [[nodiscard]] bool isEmpty() const { return people_.empty(); }
    [[nodiscard]] const Person* named(std::string_view key) const; // null for someone unknown
    [[nodiscard]] Side sideOf(std::string_view key) const;
    // People of a side who own the resource or deal, in the order of the table.
    [[nodiscard]] std::vector<const Person*> ownersOf(std::string_view owned_key, Side side) const;
    [[nodiscard]] bool owns(std::string_view person_key, std::string_view owned_key) const;

  private:
    std::vector<Person> people_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_owned_;
};

} // namespace keepable::review
