// SPDX-License-Identifier: MPL-2.0
//
// A real LibreOffice, started on a profile, with windows when it has a screen, and spoken to over a
// pipe.
//
// Errors:  no answer within a minute is a std::runtime_error with the office's own output.
#pragma once

#include "office/support/process.hpp"
#include "office/support/profile.hpp"
#include "office/support/screen.hpp"
#include "office/support/workbook.hpp"

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <com/sun/star/uno/XInterface.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace keepable::office_tests {

class Office {
  public:
    // `screen`: null for an office without windows.
    explicit Office(const Profile& profile, const Screen* screen = nullptr);

    [[nodiscard]] Workbook newWorkbook();
    [[nodiscard]] Workbook open(const std::filesystem::path& path);
    [[nodiscard]] css::uno::Reference<css::uno::XInterface> service(std::string_view name) const;

    // Asks the office to end; its exit code, none when it does not end within a minute.
    std::optional<int> terminate();

    [[nodiscard]] bool isRunning() { return process_->isRunning(); }
    [[nodiscard]] std::chrono::milliseconds processorTime() const {
        return process_->processorTime();
    }

  private:
    Workbook load(std::string_view url);

    std::unique_ptr<ChildProcess> process_;
    css::uno::Reference<css::uno::XComponentContext> context_;
};

} // namespace keepable::office_tests
