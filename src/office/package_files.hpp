// SPDX-License-Identifier: MPL-2.0
//
// Files that came with the package, and those of ours in the user's profile.
//
// Thread:  any.
#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

#include <filesystem>
#include <string_view>

namespace keepable::office {

using ContextReference = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;

[[nodiscard]] std::filesystem::path packageFile(const ContextReference& context,
                                                std::string_view name);
// Below `keepable/` in the user's profile. Nothing is made.
[[nodiscard]] std::filesystem::path profileFile(const ContextReference& context,
                                                std::string_view name);

} // namespace keepable::office
