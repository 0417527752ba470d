// SPDX-License-Identifier: MPL-2.0
#include "office/document.hpp"

#include "office/convert.hpp"
#include "office/header_profiles.hpp"

#include <com/sun/star/i18n/LocaleData2.hpp>
#include <com/sun/star/util/Date.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace keepable::office {

namespace {

template <class Value>
Value propertyOr(const DocumentReader::Document& document, const char* name, Value fallback) {
    try {
        Value value;
        if (document.is() &&
            (document->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= value)) {
            return value;
        }
    } catch (const css::uno::Exception&) {
        return fallback;
    }
    return fallback;
}

tables::DateOrder dateOrder(const css::uno::Sequence<rtl::OUString>& patterns) {
    for (const rtl::OUString& pattern : patterns) {
        const sal_Int32 day = pattern.indexOf('D');
        const sal_Int32 month = pattern.indexOf('M');
        const sal_Int32 year = pattern.indexOf('Y');
        if (day >= 0 && month >= 0 && year >= 0) {
            if (year < std::min(day, month)) {
                return tables::DateOrder::kYearMonthDay;
            }
            return day < month ? tables::DateOrder::kDayMonthYear
                               : tables::DateOrder::kMonthDayYear;
        }
    }
    return tables::DateOrder::kYearMonthDay;
}

css::lang::Locale localeOf(const DocumentReader::Document& document) {
    return propertyOr(document, "CharLocale", css::lang::Locale("en", "US", ""));
}

} // namespace

DocumentReader::DocumentReader(const css::uno::Reference<css::uno::XComponentContext>& context)
    : context_(context) {}

tables::ReadingContext DocumentReader::readingContext(const Document& document) {
    tables::ReadingContext reading;
    const auto null_date = propertyOr(document, "NullDate", css::util::Date(30, 12, 1899));
    if (const auto day = planning::dayFromCivil(null_date.Year, null_date.Month, null_date.Day)) {
        reading.null_date = *day;
    }
    reading.today = today();
    reading.profiles = headerProfiles(context_);
    const auto locale = localeOf(document);
    const std::string key = utf8(locale.Language) + '-' + utf8(locale.Country);
    {
        const std::scoped_lock lock(mutex_);
        if (const auto known = locales_.find(key); known != locales_.end()) {
            reading.locale = known->second;
            return reading;
        }
    }
    reading.locale = textLocale(locale); // asks the office, so without the lock
    const std::scoped_lock lock(mutex_);
    locales_.emplace(key, reading.locale);
    return reading;
}

planning::Day DocumentReader::today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    return planning::dayFromCivil(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value();
}

std::string DocumentReader::language(const Document& document) {
    return utf8(localeOf(document).Language);
}

std::string DocumentReader::identity(const Document& document) {
    return utf8(propertyOr(document, "RuntimeUID", rtl::OUString()));
}

tables::TextLocale DocumentReader::textLocale(const css::lang::Locale& locale) const {
    const auto data = css::i18n::LocaleData2::create(context_);
    const css::i18n::LocaleDataItem item = data->getLocaleItem(locale);
    tables::TextLocale text;
    text.decimal_separator = utf8(item.decimalSeparator);
    text.group_separator = utf8(item.thousandSeparator);
    text.date_order = dateOrder(data->getDateAcceptancePatterns(locale));
    for (const css::i18n::Calendar2& calendar : data->getAllCalendars2(locale)) {
        if (calendar.Name == "gregorian") {
            const sal_Int32 months = std::min<sal_Int32>(calendar.Months.getLength(), 12);
            for (sal_Int32 month = 0; month < months; ++month) {
                const auto index = static_cast<std::size_t>(month);
                text.month_names[index] = utf8(calendar.Months[month].FullName);
                text.month_abbreviations[index] = utf8(calendar.Months[month].AbbrevName);
            }
        }
    }
    return text;
}

} // namespace keepable::office
