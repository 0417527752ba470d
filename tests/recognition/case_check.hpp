// SPDX-License-Identifier: MPL-2.0
//
// Holds a case against what the program recognises: tables as set up finds them, roles, systems,
// values, questions, findings and names.
//
// Shape:   roles count for precision and recall; every line of a case that does not hold is a
//          failure with the case, the line and what was seen.
#pragma once

#include "recognition/book.hpp"
#include "recognition/case_file.hpp"

#include <string>
#include <vector>

namespace keepable::recognition_tests {

struct Score {
    int cases = 0;
    int roles_expected = 0;
    int roles_found = 0;
    int roles_given = 0; // by the program, in tables of the cases
    int roles_false = 0; // of these, in columns where the case has another role or none
    int lines = 0;       // held against the program, roles included
    std::vector<std::string> failures;

    [[nodiscard]] std::string text() const;
};

void holdCase(const Case& expected, const Book& book, Score& score);

} // namespace keepable::recognition_tests
