// SPDX-License-Identifier: MPL-2.0
#include "office/workplace.hpp"

#include "office/configuration.hpp"
#include "office/convert.hpp"
#include "office/header_profiles.hpp"
#include "office/package_files.hpp"
#include "office/version.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace keepable::office {

namespace {

using Context = css::uno::Reference<css::uno::XComponentContext>;

// Empty when the file cannot be read; the keys then show in place of the texts.
std::string fileText(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// English, and the others over it, so that a text that one of them lacks is shown in English.
std::map<std::string, views::Texts, std::less<>> allLanguages(const Context& context) {
    const auto texts_of = [&](const std::string& language) {
        return fileText(packageFile(context, "texts/keepable_" + language + ".properties"));
    };
    const std::string english = texts_of("en");
    std::map<std::string, views::Texts, std::less<>> languages;
    languages.emplace("en", views::Texts::parse(english));
    for (const char* language : {"de"}) {
        languages.emplace(language, views::Texts::parse(english + '\n' + texts_of(language)));
    }
    return languages;
}

} // namespace

Workplace::Workplace(const Context& its_context)
    : context(its_context), log(context), store(std::make_shared<PlanStore>()),
      logs(std::make_shared<LogStore>()), recalculation(new Recalculation(context, log, store)),
      languages(allLanguages(context)), texts(textsIn(uiLanguage(context).substr(0, 2))) {
    log.write(LogLevel::kInfo, std::string("Keepable ") + kVersion + " in " + hostVersion(context));
    static_cast<void>(headerProfiles(context));
    for (const std::string& problem : headerProfileProblems()) {
        log.write(LogLevel::kWarning, problem);
    }
}

const views::Texts& Workplace::textsIn(std::string_view language) const {
    const auto found = languages.find(language);
    return found != languages.end() ? found->second : languages.find("en")->second;
}

std::vector<const views::Texts*> Workplace::allTexts() const {
    std::vector<const views::Texts*> all;
    all.reserve(languages.size());
    for (const auto& [language, language_texts] : languages) {
        all.push_back(&language_texts);
    }
    return all;
}

} // namespace keepable::office
