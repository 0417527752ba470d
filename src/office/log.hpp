// SPDX-License-Identifier: MPL-2.0
//
// The log: a rotating file in the user's profile, level from the configuration
// (org.keepable.calc.Settings/Log/Level). Deal contents are written at debug level and below only.
//
// Life:    opened with the component, flushed and closed when the office terminates; writing to a
//          closed log is harmless. A profile that cannot be written to leaves the log without a
//          file.
// Thread:  any.
#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

// Named only here: the library is large, and all of the office room includes this header.
namespace spdlog {
class logger;
}

namespace keepable::office {

enum class LogLevel : std::uint8_t { kDebug, kInfo, kWarning, kError };

class Log {
  public:
    explicit Log(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

    void write(LogLevel level, std::string_view message);
    // Flushes and closes.
    void close();
    // Empty when there is none.
    [[nodiscard]] const std::string& filePath() const { return file_path_; }

  private:
    std::mutex mutex_;
    std::string file_path_;
    std::shared_ptr<spdlog::logger> logger_;
};

} // namespace keepable::office
