// SPDX-License-Identifier: MPL-2.0
//
// The office's configuration: our own settings, which panels also write, and the host's version.
//
// Errors:  what is missing or cannot be read comes back as the fallback; writing what does not exist
//          or may not be written throws.
#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <string_view>

namespace keepable::office {

// org.keepable.calc.Settings/<group>/<name>
[[nodiscard]] std::string configuredText(
    const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
    std::string_view group, std::string_view name, std::string_view fallback);

void configureText(
    const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
    std::string_view group, std::string_view name, std::string_view value);

// Whom the office's user data name, "Ann Smith"; where they name nobody, who has logged in, as in the lock
// files of the office. Empty where that is not known either.
[[nodiscard]] std::string
userName(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

// The language of the user interface, "de" or "en-US".
[[nodiscard]] std::string
uiLanguage(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

// "LibreOffice 7.4.7.2"
[[nodiscard]] std::string
hostVersion(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

} // namespace keepable::office
