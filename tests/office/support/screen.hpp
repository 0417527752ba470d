// SPDX-License-Identifier: MPL-2.0
//
// A screen of a test's own: an X server without hardware, gone with the object. What an office shows
// on it can be photographed.
//
// Errors:  std::runtime_error when no server starts or no picture can be taken.
#pragma once

#include "office/support/process.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace keepable::office_tests {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const Colour&, const Colour&) = default;
};

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<Colour> pixels; // row by row

    [[nodiscard]] std::size_t count(const Colour& colour) const;
};

class Screen {
  public:
    // `folder` takes the server's output and the pictures.
    explicit Screen(std::filesystem::path folder, int width = 1400, int height = 900);

    [[nodiscard]] const std::string& name() const { return name_; } // ":7", for DISPLAY
    [[nodiscard]] Picture picture() const;
    // As a PNG file, for people to look at.
    void save(const std::filesystem::path& file) const;

  private:
    std::filesystem::path folder_;
    ChildProcess server_;
    std::string name_;
};

} // namespace keepable::office_tests
