// SPDX-License-Identifier: MPL-2.0
#include "office/support/user_data.hpp"

#include "office/support/uno_text.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XNameReplace.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

namespace keepable::office_tests {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

void sitDown(Office& office, const char* given, const char* family) {
    css::beans::PropertyValue path;
    path.Name = "nodepath";
    path.Value <<= rtl::OUString("/org.openoffice.UserProfile/Data");
    const Any argument{path};
    const Reference<css::lang::XMultiServiceFactory> provider(
        office.service("com.sun.star.configuration.ConfigurationProvider"), UNO_QUERY_THROW);
    const Reference<css::container::XNameReplace> data(
        provider->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", Sequence<Any>(&argument, 1)),
        UNO_QUERY_THROW);
    data->replaceByName("givenname", Any{toOffice(given)});
    data->replaceByName("sn", Any{toOffice(family)});
    Reference<css::util::XChangesBatch>(data, UNO_QUERY_THROW)->commitChanges();
}

} // namespace keepable::office_tests
