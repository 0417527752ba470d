// SPDX-License-Identifier: MPL-2.0
#include "office/package_files.hpp"

#include "office/convert.hpp"
#include "office/version.hpp"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/util/PathSubstitution.hpp>
#include <osl/file.hxx>

namespace keepable::office {

namespace {

// Empty for a URL that is no file's.
std::filesystem::path pathOf(const rtl::OUString& url) {
    rtl::OUString path;
    osl::FileBase::getSystemPathFromFileURL(url, path);
    return utf8(path);
}

} // namespace

std::filesystem::path packageFile(const ContextReference& context, std::string_view name) {
    return pathOf(css::deployment::PackageInformationProvider::get(context)->getPackageLocation(
                      toOffice(kExtensionIdentifier)) +
                  toOffice("/" + std::string{name}));
}

std::filesystem::path profileFile(const ContextReference& context, std::string_view name) {
    return pathOf(css::util::PathSubstitution::create(context)->substituteVariables(
        toOffice("$(user)/keepable/" + std::string{name}), false));
}

} // namespace keepable::office
