// SPDX-License-Identifier: MPL-2.0
#include "benchmark/figures.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace keepable::benchmarks {

Time timeToSort(const std::vector<SortRecord>& records) {
    std::vector<SortRecord> copy = records;
    return timeOf([&] { std::sort(copy.begin(), copy.end()); });
}

std::string numberText(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string countText(std::size_t count) {
    std::string text = std::to_string(count);
    for (std::size_t digits = 3; digits < text.size(); digits += 4) {
        text.insert(text.size() - digits, 1, ',');
    }
    return text;
}

std::string timeText(double seconds) {
    const auto rounded = [](double value, const char* unit) {
        return numberText(value, value < 10 ? 2 : value < 100 ? 1 : 0) + unit;
    };
    if (seconds >= 1) {
        return rounded(seconds, " s");
    }
    return seconds >= 1e-3 ? rounded(seconds * 1e3, " ms") : rounded(seconds * 1e6, " µs");
}

void printTable(std::string_view title, const std::vector<Figure>& figures) {
    std::cout << "| " << title << " | goal | result | times |\n|---|---|---|---|\n";
    for (const Figure& figure : figures) {
        printRow(figure);
    }
    std::cout << std::flush;
}

void printRow(const Figure& figure) {
    std::cout << "| " << figure.name << " | " << figure.goal << " | " << figure.result << " | "
              << figure.detail << " |\n";
}

} // namespace keepable::benchmarks
