// SPDX-License-Identifier: MPL-2.0
#include "tables/unit_text.hpp"

#include "tables/names.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace keepable::tables {

namespace {

constexpr auto kHours = std::to_array<std::string_view>(
    {"h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures", "hora",
     "horas", "ora", "ore", "uur", "uren", "person-hours"});

constexpr auto kDays = std::to_array<std::string_view>(
    {"d",           "day",          "days",        "working day", "working days", "person day",
     "person days", "person-day",   "person-days", "man day",     "man days",     "man-day",
     "man-days",    "tag",          "tage",        "tagen",       "arbeitstag",   "arbeitstage",
     "personentag", "personentage", "pt",          "j",           "jour",         "jours",
     "día",         "días",         "dia",         "dias",        "giorno",       "giorni",
     "gg",          "dag",          "dagen",       "werkdagen"});

constexpr auto kPieces = std::to_array<std::string_view>(
    {"pc",     "pcs",   "pce",    "piece",  "pieces",  "unit",      "units",    "ea",     "each",
     "stk",    "stück", "stücke", "stueck", "einheit", "einheiten", "pièce",    "pièces", "unité",
     "unités", "unite", "unites", "ud",     "uds",     "unidad",    "unidades", "pieza",  "piezas",
     "pz",     "pezzo", "pezzi",  "unità",  "stuk",    "stuks"});

AmountUnit unitNamed(std::string_view folded) {
    const auto is_one_of = [&](std::span<const std::string_view> words) {
        return std::ranges::find(words, folded) != words.end();
    };
    if (is_one_of(kHours)) {
        return AmountUnit::kHours;
    }
    if (is_one_of(kDays)) {
        return AmountUnit::kDays;
    }
    return is_one_of(kPieces) ? AmountUnit::kPieces : AmountUnit::kAsRead;
}

} // namespace

UnitText splitUnit(std::string_view text) {
    const std::size_t last_digit = text.find_last_of("0123456789");
    if (last_digit == std::string_view::npos || last_digit + 1 == text.size()) {
        return {text};
    }
    std::string word = foldedName(text.substr(last_digit + 1));
    if (word.ends_with('.')) {
        word.pop_back();
    }
    const AmountUnit unit = unitNamed(word);
    return unit == AmountUnit::kAsRead ? UnitText{text}
                                       : UnitText{text.substr(0, last_digit + 1), unit};
}

std::string_view expectedUnit(AmountUnit of_column) {
    return of_column == AmountUnit::kPieces
               ? "an amount in pieces, as the heading says of the column"
               : "an amount of time, as the heading says of the column";
}

} // namespace keepable::tables
