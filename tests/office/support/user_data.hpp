// SPDX-License-Identifier: MPL-2.0
//
// Who sits in front of the office, by its user data: Tools ▸ Options ▸ User Data.
#pragma once

#include "office/support/office.hpp"

namespace keepable::office_tests {

// From now on. Empty names: nobody has told the office.
void sitDown(Office& office, const char* given, const char* family);

} // namespace keepable::office_tests
