// SPDX-License-Identifier: MPL-2.0
#include "office/log.hpp"

#include "office/configuration.hpp"
#include "office/convert.hpp"

#include <com/sun/star/util/PathSubstitution.hpp>
#include <osl/file.hxx>

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <array>

namespace keepable::office {

namespace {

constexpr std::size_t kFileSize = std::size_t{1024} * 1024;
constexpr std::size_t kFileCount = 3;

std::string logFilePath(const css::uno::Reference<css::uno::XComponentContext>& context) {
    const rtl::OUString url = css::util::PathSubstitution::create(context)->substituteVariables(
        "$(user)/keepable/keepable.log", true);
    rtl::OUString path;
    if (osl::FileBase::getSystemPathFromFileURL(url, path) != osl::FileBase::E_None) {
        return {};
    }
    return utf8(path);
}

} // namespace

Log::Log(const css::uno::Reference<css::uno::XComponentContext>& context) {
    try {
        file_path_ = logFilePath(context);
        logger_ = std::make_shared<spdlog::logger>(
            "keepable", std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                            file_path_, kFileSize, kFileCount));
        logger_->set_level(
            spdlog::level::from_str(configuredText(context, "Log", "Level", "info")));
        logger_->flush_on(spdlog::level::warn);
    } catch (const css::uno::Exception&) {
        logger_.reset();
        file_path_.clear();
    } catch (const std::exception&) {
        // Without a log the functions work all the same; PROMISE_SUPPORT says that there is none.
        logger_.reset();
        file_path_.clear();
    }
}

void Log::write(LogLevel level, std::string_view message) {
    constexpr std::array kLevels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                                 spdlog::level::err};
    const std::scoped_lock lock(mutex_);
    if (logger_) {
        logger_->log(kLevels[static_cast<std::size_t>(level)], message);
    }
}

void Log::close() {
    const std::scoped_lock lock(mutex_);
    if (logger_) {
        logger_->flush();
        logger_.reset();
    }
}

} // namespace keepable::office
