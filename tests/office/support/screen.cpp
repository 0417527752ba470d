// SPDX-License-Identifier: MPL-2.0
#include "office/support/screen.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace keepable::office_tests {
namespace {

// The number stands on a line of its own among whatever else the server says.
std::string displayNumberIn(const std::filesystem::path& log) {
    std::ifstream in(log);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && std::all_of(line.begin(), line.end(),
                                         [](unsigned char c) { return std::isdigit(c) != 0; })) {
            return line;
        }
    }
    return {};
}

} // namespace

std::size_t Picture::count(const Colour& colour) const {
    return static_cast<std::size_t>(std::count(pixels.begin(), pixels.end(), colour));
}

Screen::Screen(std::filesystem::path folder, int width, int height)
    : folder_(std::move(folder)),
      server_({"Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0",
               std::to_string(width) + "x" + std::to_string(height) + "x24"},
              folder_ / "screen.log") {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    std::string number;
    while ((number = displayNumberIn(folder_ / "screen.log")).empty()) {
        if (!server_.isRunning() || std::chrono::steady_clock::now() >= end) {
            throw std::runtime_error("Xvfb does not start");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    name_ = ":" + number;
}

void Screen::save(const std::filesystem::path& file) const {
    const Outcome taken =
        run({"import", "-display", name_, "-window", "root", "-depth", "8", file.string()});
    if (taken.exit_code != 0) {
        throw std::runtime_error("no picture of the screen: " + taken.output);
    }
}

Picture Screen::picture() const {
    const std::filesystem::path file = folder_ / "screen.ppm";
    save(file);
    std::ifstream in(file, std::ios::binary);
    std::string magic;
    int most = 0;
    Picture picture;
    in >> magic >> picture.width >> picture.height >> most;
    in.get(); // one white space before the pixels
    if (magic != "P6" || most != 255) {
        throw std::runtime_error("no picture of the screen: " + magic);
    }
    std::string bytes(static_cast<std::size_t>(picture.width * picture.height) * 3, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    picture.pixels.reserve(bytes.size() / 3);
    for (std::size_t i = 0; i + 2 < bytes.size(); i += 3) {
        picture.pixels.push_back({static_cast<std::uint8_t>(bytes[i]),
                                  static_cast<std::uint8_t>(bytes[i + 1]),
                                  static_cast<std::uint8_t>(bytes[i + 2])});
    }
    return picture;
}

} // namespace keepable::office_tests
