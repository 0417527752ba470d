// SPDX-License-Identifier: MPL-2.0
#include "office/window_disposal.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/lang/XComponent.hpp>

#include <vector>

namespace keepable::office {

namespace {

using css::accessibility::XAccessible;
using css::uno::Reference;

std::vector<Reference<XAccessible>> accessiblesIn(const Reference<XAccessible>& container) {
    std::vector<Reference<XAccessible>> found;
    const auto context = container.is() ? container->getAccessibleContext()
                                        : Reference<css::accessibility::XAccessibleContext>();
    for (sal_Int32 i = 0; context.is() && i < context->getAccessibleChildCount(); ++i) {
        found.push_back(context->getAccessibleChild(i));
    }
    return found;
}

} // namespace

void disposeOfWindow(const Reference<css::uno::XInterface>& container) {
    const auto held = accessiblesIn(Reference<XAccessible>(container, css::uno::UNO_QUERY));
    Reference<css::lang::XComponent>(container, css::uno::UNO_QUERY_THROW)->dispose();
}

} // namespace keepable::office
