// SPDX-License-Identifier: MPL-2.0
//
// What reading and keeping plans needs to know of the calling document: how it counts days, writes
// numbers and dates, and which document it is.
//
// Errors:  a caller may be no real document; whatever it cannot tell is taken as in an English
//          (USA) document with the usual null date, and its identity is empty.
// Thread:  any.
#pragma once

#include "tables/text_locale.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <map>
#include <mutex>
#include <string>

namespace keepable::office {

class DocumentReader {
  public:
    using Document = com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>;

    explicit DocumentReader(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

    [[nodiscard]] tables::ReadingContext readingContext(const Document& document);
    // "de" for a document in any kind of German.
    [[nodiscard]] static std::string language(const Document& document);
    [[nodiscard]] static planning::Day today();
    // The RuntimeUID, the same for as long as the document is open.
    [[nodiscard]] static std::string identity(const Document& document);

  private:
    [[nodiscard]] tables::TextLocale textLocale(const com::sun::star::lang::Locale& locale) const;

    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context_;
    std::mutex mutex_;                                  // of locales_
    std::map<std::string, tables::TextLocale> locales_; // by language and country, read once
};

} // namespace keepable::office
