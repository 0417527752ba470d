// SPDX-License-Identifier: MPL-2.0
//
// Text between the tests (UTF-8) and the office (OUString), and failures of the office as
// std::runtime_error, because GoogleTest prints the message of a std::exception only.
#pragma once

#include <com/sun/star/uno/Exception.hpp>
#include <rtl/string.hxx>
#include <rtl/ustring.hxx>

#include <stdexcept>
#include <string>
#include <string_view>

namespace css = com::sun::star;

namespace keepable::office_tests {

inline rtl::OUString toOffice(std::string_view text) {
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

inline std::string fromOffice(const rtl::OUString& text) {
    const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

// Runs `work`; an exception of the office becomes a std::runtime_error that says what was tried.
template <class Work> auto trying(std::string_view what, Work work) {
    try {
        return work();
    } catch (const css::uno::Exception& exception) {
        throw std::runtime_error(std::string(what) + ": the office says “" +
                                 fromOffice(exception.Message) + "”");
    }
}

} // namespace keepable::office_tests
