// SPDX-License-Identifier: MPL-2.0
#include "office/configuration.hpp"

#include "office/convert.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNameReplace.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <osl/security.hxx>

namespace keepable::office {

namespace {

using Context = css::uno::Reference<css::uno::XComponentContext>;

constexpr std::string_view kOurSettings = "/org.keepable.calc.Settings/";

css::uno::Reference<css::uno::XInterface> nodeAt(const Context& context, std::string_view node,
                                                 const char* service) {
    css::beans::PropertyValue path;
    path.Name = "nodepath";
    path.Value <<= toOffice(node);
    const css::uno::Any argument{path};
    return css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
        rtl::OUString::createFromAscii(service), css::uno::Sequence<css::uno::Any>(&argument, 1));
}

std::string textAt(const Context& context, std::string_view node, std::string_view name,
                   std::string_view fallback) {
    try {
        const css::uno::Reference<css::container::XNameAccess> access(
            nodeAt(context, node, "com.sun.star.configuration.ConfigurationAccess"),
            css::uno::UNO_QUERY_THROW);
        rtl::OUString text;
        if (access->getByName(toOffice(name)) >>= text) {
            return utf8(text);
        }
    } catch (const css::uno::Exception&) {
        return std::string{fallback};
    }
    return std::string{fallback};
}

} // namespace

std::string configuredText(const Context& context, std::string_view group, std::string_view name,
                           std::string_view fallback) {
    return textAt(context, std::string{kOurSettings} + std::string{group}, name, fallback);
}

void configureText(const Context& context, std::string_view group, std::string_view name,
                   std::string_view value) {
    const css::uno::Reference<css::container::XNameReplace> access(
        nodeAt(context, std::string{kOurSettings} + std::string{group},
               "com.sun.star.configuration.ConfigurationUpdateAccess"),
        css::uno::UNO_QUERY_THROW);
    access->replaceByName(toOffice(name), textValue(value));
    css::uno::Reference<css::util::XChangesBatch>(access, css::uno::UNO_QUERY_THROW)
        ->commitChanges();
}

std::string userName(const Context& context) {
    constexpr std::string_view kUser = "/org.openoffice.UserProfile/Data";
    const std::string given = textAt(context, kUser, "givenname", {});
    const std::string family = textAt(context, kUser, "sn", {});
    if (given.empty() && family.empty()) {
        rtl::OUString login;
        return osl::Security().getUserName(login) ? utf8(login) : std::string();
    }
    return given + (given.empty() || family.empty() ? "" : " ") + family;
}

std::string uiLanguage(const Context& context) {
    return textAt(context, "/org.openoffice.Setup/L10N", "ooLocale", "en-US");
}

std::string hostVersion(const Context& context) {
    constexpr std::string_view kProduct = "/org.openoffice.Setup/Product";
    return textAt(context, kProduct, "ooName", "LibreOffice") + ' ' +
           textAt(context, kProduct, "ooSetupVersionAboutBox",
                  textAt(context, kProduct, "ooSetupVersion", "of unknown version"));
}

} // namespace keepable::office
