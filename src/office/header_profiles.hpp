// SPDX-License-Identifier: MPL-2.0
//
// The header profiles that ship with the extension, and those a user has put beside his own
// settings: files *.json in the folder keepable/profiles of the user's profile, asked first.
//
// Shape:   read once for as long as the office runs; the same for all documents.
// Errors:  a file that cannot be used is left out; what is wrong with it is logged and among the
//          problems.
// Thread:  any.
#pragma once

#include "tables/header_profile.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

#include <memory>
#include <string>
#include <vector>

namespace keepable::office {

[[nodiscard]] std::shared_ptr<const tables::HeaderProfiles> headerProfiles(
    const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

// What was wrong with profiles, a sentence each.
[[nodiscard]] std::vector<std::string> headerProfileProblems();

} // namespace keepable::office
