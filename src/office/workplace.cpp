// SPDX-License-Identifier: MPL-2.0
#include "office/workplace.hpp"

#include "office/configuration.hpp"
#include "office/convert.hpp"
#include "office/version.hpp"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <osl/file.hxx>

#include <fstream>
#include <iterator>

namespace keepable::office {

namespace {

using Context = css::uno::Reference<css::uno::XComponentContext>;

// Empty when the file cannot be read; the keys then show in place of the texts.
std::string fileText(const rtl::OUString& url) {
    rtl::OUString path;
    osl::FileBase::getSystemPathFromFileURL(url, path);
    std::ifstream file(utf8(path), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// English, and over it the language of the user interface where we have it.
views::Texts textsFor(const Context& context) {
    const rtl::OUString folder =
        css::deployment::PackageInformationProvider::get(context)->getPackageLocation(
            toOffice(kExtensionIdentifier)) +
        toOffice("/texts/keepable_");
    std::string lines = fileText(folder + toOffice("en.properties"));
    const std::string language = uiLanguage(context).substr(0, 2);
    if (language != "en") {
        lines += '\n' + fileText(folder + toOffice(language + ".properties"));
    }
    return views::Texts::parse(lines);
}

} // namespace

Workplace::Workplace(const Context& its_context)
    : context(its_context), log(context), store(std::make_shared<PlanStore>()),
      recalculation(new Recalculation(context, log, store)), texts(textsFor(context)) {
    log.write(spdlog::level::info, "Keepable {} in {}", kVersion, hostVersion(context));
}

} // namespace keepable::office
