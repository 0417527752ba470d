// SPDX-License-Identifier: MPL-2.0
//
// The one place where an exception ends: inside guarded() nothing gets out into the office. It is
// logged once, with the function's name, and the cell shows the error that belongs to it.
//
// Errors:  whatever is thrown becomes #VALUE!; expected outcomes never come here. That a document has
//          closed under our work is the user's right and no error in the log.
#pragma once

#include "office/convert.hpp"
#include "office/log.hpp"

#include <com/sun/star/lang/DisposedException.hpp>

#include <exception>
#include <string>

namespace keepable::office {

template <class Body, class Failed>
auto guarded(Log& log, const char* function, Body body, Failed failed) noexcept
    -> decltype(body()) {
    try {
        try {
            return body();
        } catch (const css::lang::DisposedException& exception) {
            log.write(LogLevel::kDebug, std::string(function) + ": " + utf8(exception.Message));
        } catch (const css::uno::Exception& exception) {
            log.write(LogLevel::kError, std::string(function) + ": " + utf8(exception.Message));
        } catch (const std::exception& exception) {
            log.write(LogLevel::kError, std::string(function) + ": " + exception.what());
        }
    } catch (...) {
        // Logging itself failed, for want of memory perhaps: the cell error still tells.
        return failed();
    }
    return failed();
}

} // namespace keepable::office
