// SPDX-License-Identifier: MPL-2.0
#include "office/header_profiles.hpp"

#include "office/package_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>

namespace keepable::office {

namespace {

using Context = css::uno::Reference<css::uno::XComponentContext>;

struct Loaded {
    std::mutex mutex;
    std::shared_ptr<const tables::HeaderProfiles> profiles;
    std::vector<std::string> problems;
};

// Holds no reference to the office, so that it may outlive it.
Loaded& loaded() {
    static Loaded once;
    return once;
}

// Reads no more of a file than shows that it is too large.
std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(tables::kMostProfileBytes + 1, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(file.gcount()));
    return content;
}

void addFolder(const std::filesystem::path& folder, bool is_of_user,
               tables::HeaderProfiles& profiles, std::vector<std::string>& problems) {
    std::error_code none; // no such folder
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files); // whatever the order in which the system lists them
    for (const auto& file : files) {
        std::string problem = profiles.add(file.filename().string(), contentOf(file), is_of_user);
        if (!problem.empty()) {
            problems.push_back(std::move(problem));
        }
    }
}

void load(const Context& context, Loaded& into) {
    auto profiles = std::make_shared<tables::HeaderProfiles>();
    addFolder(profileFile(context, "profiles"), true, *profiles, into.problems);
    addFolder(packageFile(context, "profiles"), false, *profiles, into.problems);
    into.profiles = std::move(profiles);
}

} // namespace

std::shared_ptr<const tables::HeaderProfiles> headerProfiles(const Context& context) {
    Loaded& once = loaded();
    {
        const std::scoped_lock lock(once.mutex);
        if (once.profiles) {
            return once.profiles;
        }
    }
    Loaded fresh; // asks the office, so without the lock
    load(context, fresh);
    const std::scoped_lock lock(once.mutex);
    if (!once.profiles) {
        once.profiles = std::move(fresh.profiles);
        once.problems = std::move(fresh.problems);
    }
    return once.profiles;
}

std::vector<std::string> headerProfileProblems() {
    Loaded& once = loaded();
    const std::scoped_lock lock(once.mutex);
    return once.problems;
}

} // namespace keepable::office
