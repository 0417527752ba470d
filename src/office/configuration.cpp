// SPDX-License-Identifier: MPL-2.0
#include "office/configuration.hpp"

#include "office/convert.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>

namespace keepable::office {

namespace {

using Context = css::uno::Reference<css::uno::XComponentContext>;

std::string textAt(const Context& context, std::string_view node, std::string_view name,
                   std::string_view fallback) {
    try {
        css::beans::PropertyValue path;
        path.Name = "nodepath";
        path.Value <<= toOffice(node);
        const css::uno::Any argument{path};
        const css::uno::Reference<css::container::XNameAccess> access(
            css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
                "com.sun.star.configuration.ConfigurationAccess",
                css::uno::Sequence<css::uno::Any>(&argument, 1)),
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
    return textAt(context, "/org.keepable.calc.Settings/" + std::string{group}, name, fallback);
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
