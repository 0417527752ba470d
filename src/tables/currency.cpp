// SPDX-License-Identifier: MPL-2.0
#include "tables/currency.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace keepable::tables {

namespace {

bool isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

constexpr std::string_view kCurrencyCodes = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT "
                                            "BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN "
                                            "BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK "
                                            "DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
                                            "GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR "
                                            "IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW "
                                            "KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
                                            "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN "
                                            "NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
                                            "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK "
                                            "SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
                                            "TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS "
                                            "VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL ";

struct Sign {
    std::string_view written;
    std::string_view codes;
};

constexpr std::string_view kDollars = "USD AUD BBD BMD BND BSD BZD CAD CLP COP DOP FJD GYD HKD JMD "
                                      "KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD XCD";
constexpr std::string_view kKronor = "SEK NOK DKK ISK";

// Signs that are written with letters, those that begin alike longest first.
constexpr std::array<Sign, 12> kLetteredSigns{{{"US$", "USD"},
                                               {"R$", "BRL"},
                                               {"A$", "AUD"},
                                               {"C$", "CAD"},
                                               {"NT$", "TWD"},
                                               {"HK$", "HKD"},
                                               {"kr.", kKronor},
                                               {"kr", kKronor},
                                               {"zł", "PLN"},
                                               {"Kč", "CZK"},
                                               {"Ft", "HUF"},
                                               {"Fr.", "CHF"}}};

constexpr std::array<Sign, 5> kOtherSigns{
    {{"$", kDollars}, {"€", "EUR"}, {"£", "GBP EGP FKP GIP SHP"}, {"¥", "JPY CNY"}, {"₹", "INR"}}};

std::size_t currencySize(std::string_view text) {
    for (const Sign& sign : kLetteredSigns) {
        if (text.starts_with(sign.written)) {
            return sign.written.size();
        }
    }
    if (text.size() >= 3 && std::all_of(text.begin(), text.begin() + 3, isLetter)) {
        const bool is_code =
            kCurrencyCodes.find(std::string{text.substr(0, 3)} + ' ') != std::string_view::npos &&
            (text.size() == 3 || !isLetter(text[3]));
        return is_code ? 3 : 0;
    }
    utf8proc_int32_t code_point = -1;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    const bool is_sign = size > 0 && utf8proc_category(code_point) == UTF8PROC_CATEGORY_SC;
    return is_sign ? static_cast<std::size_t>(size) : 0;
}

} // namespace

std::string_view takeCurrency(std::string_view& text) {
    const std::string_view currency = text.substr(0, currencySize(text));
    text.remove_prefix(currency.size());
    return currency;
}

std::string_view currencyCodes(std::string_view written) {
    for (const std::span<const Sign> signs :
         {std::span<const Sign>{kLetteredSigns}, std::span<const Sign>{kOtherSigns}}) {
        const auto found = std::ranges::find(signs, written, &Sign::written);
        if (found != signs.end()) {
            return found->codes;
        }
    }
    return written;
}

} // namespace keepable::tables
