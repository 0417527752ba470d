// SPDX-License-Identifier: MPL-2.0
#include "tables/capacity_words.hpp"

#include "tables/names.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace keepable::tables {

namespace {

using enum CapacityWord;

struct WordList {
    CapacityWord meaning;
    std::string_view words; // separated by |
};

constexpr std::array kWords{
    WordList{kResource, "resource|resources|work centre|work center|work centres|work centers|"
                        "workcentre|workcenter|machine|machines|line|production line|cell|"
                        "work cell|station|workstation|crew|equipment|capacity group|skill|"
                        "resource name|resource group"},
    WordList{kResource, "ressource|ressourcen|maschine|maschinen|anlage|anlagen|arbeitsplatz|"
                        "arbeitsplatze|arbeitsplaetze|linie|fertigungslinie|station|gewerk|"
                        "maschinengruppe|betriebsmittel|kapazitatsgruppe|kapazitatsstelle"},
    WordList{kResource, "ressources|poste|postes|poste de travail|postes de travail|atelier|ligne|"
                        "poste de charge|centre de charge|moyen|equipement"},
    WordList{kResource, "recurso|recursos|maquina|maquinas|puesto|puesto de trabajo|"
                        "centro de trabajo|linea|estacion|equipo de trabajo"},
    WordList{kResource, "risorsa|risorse|macchina|macchine|centro di lavoro|postazione|stazione|"
                        "posto di lavoro"},
    WordList{kResource, "resource|bron|bronnen|middel|middelen|machine|werkplek|werkplekken|"
                        "werkpost|bewerkingsplaats|lijn|productielijn|capaciteitsgroep"},
    WordList{kGroup, "team|teams|department|dept|area|group|unit of work|role|discipline|squad|"
                     "shop|function"},
    WordList{kGroup, "abteilung|bereich|gruppe|rolle|mannschaft|kostenstelle"},
    WordList{kGroup, "equipe|equipes|service|departement|metier|groupe|fonction"},
    WordList{kGroup, "equipo|equipos|departamento|area|grupo|rol|seccion"},
    WordList{kGroup, "squadra|squadre|reparto|gruppo|ruolo|dipartimento"},
    WordList{kGroup, "afdeling|afdelingen|ploeg|ploegen|groep|rol|discipline"},
    WordList{kPeriod, "period|periods|week|weeks|month|day|date|week starting|week commencing|"
                      "week beginning|week of|w/c|wk|cw|calendar week|period start|start of period|"
                      "starting|week start|from"},
    WordList{kPeriod, "periode|zeitraum|woche|kw|kalenderwoche|monat|tag|datum|woche ab|ab|"
                      "beginn|wochenbeginn|periodenbeginn"},
    WordList{kPeriod, "semaine|sem|mois|jour|date|semaine du|debut"},
    WordList{kPeriod, "periodo|semana|mes|dia|fecha|semana del|inicio"},
    WordList{kPeriod, "settimana|sett|mese|giorno|data|settimana del|inizio"},
    WordList{kPeriod, "week|maand|dag|datum|week van|weeknummer|weeknr"},
    WordList{kCapacity, "capacity|cap|capa|available|availability|available hours|"
                        "available capacity|hours available|net capacity|capacity hours|hours|"
                        "hrs|supply|net hours|days available|available days"},
    WordList{kCapacity, "kapazitat|kapazitaet|kap|verfugbar|verfuegbar|verfugbare stunden|"
                        "verfugbare kapazitat|verfugbarkeit|nettokapazitat|stunden|std|angebot|"
                        "kapazitatsangebot|verfugbare tage"},
    WordList{kCapacity, "capacite|disponible|heures disponibles|capacite disponible|heures|dispo|"
                        "capacite nette|jours disponibles"},
    WordList{kCapacity, "capacidad|disponible|horas disponibles|capacidad disponible|horas|"
                        "capacidad neta|dias disponibles"},
    WordList{kCapacity, "capacita|disponibile|ore disponibili|capacita disponibile|ore|"
                        "disponibilita|giorni disponibili"},
    WordList{kCapacity, "capaciteit|beschikbaar|beschikbare uren|beschikbare capaciteit|uren|"
                        "beschikbaarheid|beschikbare dagen"},
    WordList{kOtherMeasure, "planned|plan|load|loaded|booked|used|demand|required|need|free|"
                            "remaining|open|utilisation|utilization|actual|allocated|scheduled|"
                            "committed|reserved|balance|over/under|planned hours|load hours|%|"
                            "util|gap|forecast|difference|overtime|required hours|hours required|"
                            "required capacity|capacity required|capacity requirement|"
                            "capacity requirements|demand hours"},
    WordList{kOtherMeasure, "geplant|belegt|gebucht|bedarf|last|belastung|frei|rest|auslastung|"
                            "verplant|ist|soll|differenz|reserviert|offen|verbraucht|"
                            "uberstunden|freie kapazitat|saldo|kapazitatsbedarf|"
                            "stundenbedarf|benotigte stunden|bel"},
    WordList{kOtherMeasure, "planifie|prevu|charge|reserve|besoin|libre|restant|reste|utilise|"
                            "taux d'occupation|occupation|ecart|realise|engage"},
    WordList{kOtherMeasure, "planificado|previsto|carga|ocupado|reservado|libre|restante|"
                            "ocupacion|utilizado|necesario|diferencia|real"},
    WordList{kOtherMeasure, "pianificato|previsto|carico|occupato|prenotato|libero|residuo|"
                            "utilizzo|fabbisogno|differenza|saturazione|impegnato"},
    WordList{kOtherMeasure, "gepland|belasting|bezet|geboekt|vrij|resterend|bezetting|nodig|"
                            "verschil|gereserveerd|benodigd"},
    WordList{kRemark, "remark|remarks|rem|note|notes|comment|comments|reason|holiday|holidays|info|"
                      "text|public holidays|events|event|owner|status"},
    WordList{kRemark,
             "bemerkung|bemerkungen|bem|komm|notiz|notizen|kommentar|anmerkung|anmerkungen|"
             "hinweis|feiertag|feiertage|ferien|grund"},
    WordList{kRemark, "remarque|remarques|commentaire|commentaires|observation|observations|"
                      "jours feries|conges|motif"},
    WordList{kRemark, "observacion|observaciones|nota|notas|comentario|comentarios|festivos"},
    WordList{kRemark, "nota|note|osservazioni|commento|commenti|festivita|festivi"},
    WordList{kRemark, "opmerking|opmerkingen|notitie|notities|toelichting|feestdagen|feestdag"},
    WordList{
        kTotal,
        "total|totals|sum|grand total|subtotal|sub-total|sub total|total hours|"
        "overall|average|avg|mean|total capacity|sum total|all|all roles|all teams|all resources|"
        "all lines|all machines|all crews|everyone|cumulative"},
    WordList{kTotal, "summe|gesamt|gesamtsumme|zwischensumme|insgesamt|summe gesamt|durchschnitt|"
                     "mittelwert|schnitt|gesamtkapazitat|gesamtergebnis|kumuliert|total"},
    WordList{kTotal, "total general|somme|sous-total|sous total|ensemble|moyenne|totaux|"
                     "total heures|cumul"},
    WordList{kTotal, "suma|subtotal|total general|media|promedio|totales|total horas"},
    WordList{kTotal, "totale|totali|somma|subtotale|totale generale|media|parziale|totale ore"},
    WordList{kTotal, "totaal|subtotaal|som|eindtotaal|gemiddelde|totalen|totaal uren"},
    WordList{kUnit, "unit|units|uom|unit of measure|einheit|einheiten|me|mengeneinheit|unite|"
                    "unites|unidad|unidades|unita|unita di misura|eenheid|eenheden"},
    WordList{kOvertime, "overtime|overtime hours|max overtime|overtime possible|uberstunden|"
                        "mogliche uberstunden|heures supplementaires|horas extra|horas extras|"
                        "straordinario|straordinari|ore straordinarie|overuren|overwerk"},
    WordList{kOvertimeCost, "overtime cost|overtime costs|overtime rate|cost of overtime|"
                            "uberstundenkosten|uberstundensatz|kosten je uberstunde|"
                            "cout des heures supplementaires|coste de horas extra|"
                            "costo dello straordinario|kosten overuren|overwerktarief"},
    WordList{kPerson, "person|name|employee|employee name|full name|staff|team member|member|"
                      "colleague|consultant|operator|resource name|first name|people|worker"},
    WordList{kPerson, "mitarbeiter|mitarbeiterin|mitarbeitende|mitarbeitende/r|mitarbeiter/in|"
                      "mitarbeiter:in|beschaftigte|beschaftigter|kollege|berater|werker"},
    WordList{kPerson, "nom|personne|employe|salarie|collaborateur|prenom|nom et prenom"},
    WordList{kPerson, "nombre|persona|empleado|trabajador|colaborador|nombre y apellidos"},
    WordList{kPerson, "nome|persona|dipendente|addetto|collaboratore|nominativo|nome e cognome"},
    WordList{kPerson, "naam|persoon|medewerker|werknemer|collega"},
    WordList{kRole, "role|job|job title|position|skill|function|team|discipline|competence|trade|"
                    "profile|department|resource"},
    WordList{kRole, "rolle|funktion|tatigkeit|stelle|qualifikation|abteilung|gewerk|position|"
                    "ressource|bereich"},
    WordList{kRole, "role|fonction|poste|metier|competence|service|equipe|profil|ressource"},
    WordList{kRole, "rol|funcion|puesto|cargo|perfil|departamento|equipo|recurso"},
    WordList{kRole, "ruolo|funzione|mansione|qualifica|reparto|competenza|risorsa|profilo"},
    WordList{kRole, "rol|functie|afdeling|vaardigheid|discipline|ploeg|profiel"},
    WordList{kHoursPerWeek, "hours per week|hours/week|hours / week|h/week|h / week|hrs/week|"
                            "hrs per week|weekly hours|hours a week|hrs/wk|h/wk|contract hours|"
                            "hours weekly|working hours per week|week hours"},
    WordList{kHoursPerWeek, "stunden pro woche|stunden/woche|stunden / woche|std/woche|std./woche|"
                            "std. pro woche|std pro woche|h/woche|h pro woche|wochenstunden|"
                            "stunden je woche|wochenarbeitszeit|std./wo|h/wo|wochentliche stunden"},
    WordList{kHoursPerWeek, "heures par semaine|heures/semaine|h/semaine|h/sem|"
                            "heures hebdomadaires|heures / semaine|h par semaine|"
                            "temps hebdomadaire"},
    WordList{kHoursPerWeek, "horas por semana|horas/semana|h/semana|horas semanales|"
                            "horas a la semana|h por semana|jornada semanal"},
    WordList{kHoursPerWeek, "ore per settimana|ore/settimana|h/settimana|ore settimanali|"
                            "ore a settimana|ore alla settimana"},
    WordList{kHoursPerWeek, "uren per week|uren/week|u/week|uur per week|uur/week|weekuren|"
                            "contracturen|uren p/w|uren pw"},
    WordList{kDaysPerWeek, "days per week|days/week|days a week|d/week|tage pro woche|tage/woche|"
                           "tage je woche|jours par semaine|jours/semaine|j/semaine|"
                           "dias por semana|dias/semana|giorni per settimana|giorni/settimana|"
                           "giorni a settimana|dagen per week|dagen/week"},
    WordList{kAbsence, "absence|absences|absent|absent from|absence from|absence start|away|away "
                       "from|out of office|leave|"
                       "leave from|vacation|holidays|holiday|time off|days off|pto|off from|"
                       "vacation from|holiday from|off"},
    WordList{kAbsence, "abwesenheit|abwesenheiten|abwesend|abwesend von|abwesend ab|urlaub|"
                       "urlaub von|urlaub ab|fehlzeit|fehlzeiten|frei von|abwesend vom"},
    WordList{kAbsence, "absent du|conge|conges|conges du|vacances|absence du|absences du"},
    WordList{kAbsence, "ausencia|ausencias|ausente|ausente desde|vacaciones|vacaciones desde|"
                       "permiso"},
    WordList{kAbsence, "assenza|assenze|assente|assente dal|ferie|ferie dal|permessi"},
    WordList{kAbsence, "afwezig|afwezigheid|afwezig van|afwezig vanaf|verlof|verlof van|vakantie|"
                       "vakantie van"},
    WordList{kAbsentUntil, "absent until|absent to|away until|away to|leave until|leave to|"
                           "absence until|absence to|absence end|vacation until|vacation "
                           "to|holiday until|holiday to|off until|"
                           "abwesend bis|urlaub bis|frei bis|absent au|absence au|conges au|"
                           "ausente hasta|vacaciones hasta|assente al|assente fino al|ferie al|"
                           "afwezig tot|afwezig tot en met|afwezig t/m|verlof tot|verlof t/m|"
                           "vakantie tot|vakantie t/m"},
    WordList{kWeekday, "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|"
                       "thu|thur|thurs|fri|sat|sun|m|t|w|f|s"},
    WordList{kWeekday, "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|"
                       "di|mi|do|fr|sa|so"},
    WordList{kWeekday, "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|"
                       "sam|dim|lu|ma|me|je|ve|d|l|j|v"},
    WordList{kWeekday, "lunes|martes|miercoles|jueves|viernes|sabado|domingo|mie|jue|vie|sab|dom"},
    WordList{kWeekday, "lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|gio"},
    WordList{kWeekday, "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|wo|vr|za|zo"}};

struct UnitList {
    AmountUnit unit;
    std::string_view words;
};

constexpr std::array kUnits{
    UnitList{AmountUnit::kHours,
             "h|hr|hrs|hour|hours|man-hours|man hours|person-hours|person hours|std|stunde|"
             "stunden|personenstunden|heure|heures|hora|horas|ora|ore|uur|uren|manuren"},
    UnitList{AmountUnit::kDays,
             "d|day|days|man-days|man days|person-days|person days|mandays|pd|md|tag|tage|"
             "personentage|manntage|pt|jour|jours|j|jours-homme|jours homme|jh|j/h|dia|dias|"
             "dias-persona|dias persona|giorno|giorni|gg|giorni-uomo|giorni uomo|gg/u|dag|dagen|"
             "mandagen|persoonsdagen|tagen|arbeitstage|arbeitstagen|working days"},
    UnitList{AmountUnit::kPieces, "pcs|pc|piece|pieces|units|ea|each|stk|stuck|stueck|st|piece|"
                                  "pcs/week|unites|uds|ud|unidades|pieza|piezas|pezzo|pezzi|pz|"
                                  "stuk|stuks|items|qty|quantity"}};

std::string_view takeWord(std::string_view& words) {
    const std::size_t end = std::min(words.find('|'), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    return word;
}

// Sorted by word, for the sake of wide sheets, whose every heading is looked up.
template <class Meaning, class Lists> auto sortedWords(const Lists& lists, Meaning meaning_of) {
    using Entry =
        std::pair<std::string_view, std::decay_t<decltype(meaning_of(*std::begin(lists)))>>;
    std::vector<Entry> sorted;
    for (const auto& list : lists) {
        for (std::string_view words = list.words; !words.empty();) {
            sorted.emplace_back(takeWord(words), meaning_of(list));
        }
    }
    std::ranges::sort(sorted);
    return sorted;
}

// The letter that a letter of Latin-1 with an accent is without it; 0 for all others.
char withoutAccent(unsigned char second_byte) {
    constexpr std::string_view kLetters{"aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y", 32};
    constexpr unsigned char kFirst = 0xa0; // à, the first of the small ones
    const std::size_t at = second_byte - std::size_t{kFirst};
    return second_byte >= kFirst && at < kLetters.size() ? kLetters[at] : '\0';
}

bool endsWithOneOf(std::string_view text, std::string_view characters) {
    return !text.empty() && characters.find(text.back()) != std::string_view::npos;
}

// Splits off what stands in brackets at the end: "capacity" and "h".
std::optional<std::pair<std::string, std::string>> bracketed(std::string_view plain) {
    if (!endsWithOneOf(plain, ")]")) {
        return std::nullopt;
    }
    const std::size_t open = plain.find_last_of("([");
    if (open == std::string_view::npos) {
        return std::nullopt;
    }
    return std::pair{plainWord(plain.substr(0, open)),
                     plainWord(plain.substr(open + 1, plain.size() - open - 2))};
}

} // namespace

std::string plainWord(std::string_view text) {
    constexpr unsigned char kLatin = 0xc3;
    const std::string folded = foldedName(text);
    std::string plain;
    plain.reserve(folded.size());
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool is_latin =
            static_cast<unsigned char>(folded[i]) == kLatin && i + 1 < folded.size();
        const char letter =
            is_latin ? withoutAccent(static_cast<unsigned char>(folded[i + 1])) : '\0';
        plain += letter != '\0' ? letter : folded[i];
        i += letter != '\0' ? 1 : 0;
    }
    while (endsWithOneOf(plain, ".: ")) {
        plain.pop_back();
    }
    return plain;
}

bool means(std::string_view plain, CapacityWord meaning) {
    static const auto sorted =
        sortedWords(kWords, [](const WordList& list) { return list.meaning; });
    return std::ranges::binary_search(sorted, std::pair{plain, meaning});
}

AmountUnit unitNamed(std::string_view plain) {
    static const auto sorted = sortedWords(kUnits, [](const UnitList& list) { return list.unit; });
    const auto found =
        std::ranges::lower_bound(sorted, plain, {}, [](const auto& entry) { return entry.first; });
    return found != sorted.end() && found->first == plain ? found->second : AmountUnit::kAsRead;
}

HeadingWithUnit headingWithUnit(std::string_view text) {
    HeadingWithUnit heading{plainWord(text)};
    if (const auto parts = bracketed(heading.plain)) {
        const std::string_view inside = parts->second;
        const bool says_in = inside.starts_with("in ") || inside.starts_with("en ");
        heading.unit = unitNamed(says_in ? inside.substr(3) : inside);
        if (heading.unit != AmountUnit::kAsRead) {
            heading.plain = parts->first;
        }
        return heading;
    }
    for (const std::string_view between : {" in ", " en ", ", ", " - ", " / "}) {
        const std::size_t at = heading.plain.rfind(between);
        if (at == std::string::npos) {
            continue;
        }
        heading.unit =
            unitNamed(plainWord(std::string_view{heading.plain}.substr(at + between.size())));
        if (heading.unit != AmountUnit::kAsRead) {
            heading.plain = plainWord(std::string_view{heading.plain}.substr(0, at));
            return heading;
        }
    }
    return heading;
}

bool speaksOfPersonDays(std::string_view title) {
    constexpr auto kDayWords = std::to_array<std::string_view>(
        {"person-days", "person days", "man-days", "man days", "mandays", "personentage",
         "personentagen", "manntage", "arbeitstage", "jours-homme", "jours homme", "dias-persona",
         "dias persona", "giorni-uomo", "giorni uomo", "mandagen", "persoonsdagen"});
    const std::string plain = " " + plainWord(title) + " ";
    return std::ranges::any_of(kDayWords, [&](std::string_view word) {
        const std::size_t at = plain.find(word);
        constexpr std::string_view kAround = " ,;:()[]/.";
        return at != std::string::npos && kAround.find(plain[at - 1]) != std::string_view::npos &&
               kAround.find(plain[at + word.size()]) != std::string_view::npos;
    });
}

bool speaksOfCapacity(std::string_view title) {
    const std::string plain = plainWord(title);
    constexpr std::string_view kBetweenWords = " ,;:()[]-/.";
    for (std::size_t begin = 0; begin < plain.size();) {
        const std::size_t end = std::min(plain.find_first_of(kBetweenWords, begin), plain.size());
        const std::string_view word = std::string_view{plain}.substr(begin, end - begin);
        if (means(word, kCapacity) || word == "kapazitatsplan" || word == "kapazitatsplanung" ||
            word == "capaciteitsplanning" || word == "kapazitaten") {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

} // namespace keepable::tables
