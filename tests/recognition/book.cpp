// SPDX-License-Identifier: MPL-2.0
#include "recognition/book.hpp"

#include "support/csv.hpp"
#include "tables/header_profile.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace keepable::recognition_tests {

namespace fs = std::filesystem;
using tables::Cell;
using tables::Grid;

namespace {

const fs::path kSource{KEEPABLE_SOURCE_DIR};

std::shared_ptr<const tables::HeaderProfiles> shippedProfiles() {
    static const auto profiles = [] {
        auto read = std::make_shared<tables::HeaderProfiles>();
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(kSource / "extension/profiles")) {
            files.push_back(entry.path());
        }
        std::ranges::sort(files);
        for (const auto& file : files) {
            const std::string wrong = read->add(file.filename().string(), support::fileText(file));
            if (!wrong.empty()) {
                throw std::runtime_error(wrong);
            }
        }
        return read;
    }();
    return profiles;
}

// A plain number: -?[0-9]+(\.[0-9]+)?
bool isNumber(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789";
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const bool has_whole =
        !whole.empty() && whole.find_first_not_of(kDigits) == std::string_view::npos;
    if (point == std::string_view::npos) {
        return has_whole;
    }
    const std::string_view fraction = text.substr(point + 1);
    return has_whole && !fraction.empty() &&
           fraction.find_first_not_of(kDigits) == std::string_view::npos;
}

struct RawCell {
    char kind = 't';
    std::string value;
};
using RawSheet = std::map<std::pair<std::int32_t, std::int32_t>, RawCell>; // by row and column

void addSheet(const std::string& name, const RawSheet& raw, Book& book) {
    book.names.push_back(name);
    Grid& grid = book.sheets.emplace_back().cells;
    grid.sheet = name;
    std::int32_t first_row = 0;
    std::int32_t last_row = -1;
    std::int32_t first_column = 0;
    std::int32_t last_column = -1;
    for (const auto& [place, cell] : raw) {
        const bool is_first = last_row < 0;
        first_row = is_first ? place.first : std::min(first_row, place.first);
        last_row = std::max(last_row, place.first);
        first_column = is_first ? place.second : std::min(first_column, place.second);
        last_column = std::max(last_column, place.second);
    }
    grid.first_row = first_row;
    for (std::int32_t column = first_column; column <= last_column; ++column) {
        grid.columns.push_back(column);
    }
    const auto width = static_cast<std::size_t>(last_column - first_column + 1);
    grid.cells.resize(width * static_cast<std::size_t>(last_row - first_row + 1));
    for (const auto& [place, cell] : raw) {
        const auto at = static_cast<std::size_t>(place.first - first_row) * width +
                        static_cast<std::size_t>(place.second - first_column);
        grid.cells[at] = cell.kind == 'n'   ? Cell::number(std::stod(cell.value))
                         : cell.kind == 'e' ? Cell::error()
                                            : Cell::text(grid.texts.keep(cell.value));
    }
}

Book csvBook(const fs::path& path) {
    const auto rows = support::csvRows(support::fileText(path));
    RawSheet raw;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const std::string& value = rows[row][column];
            if (!value.empty()) {
                raw[{static_cast<std::int32_t>(row), static_cast<std::int32_t>(column)}] = {
                    isNumber(value) ? 'n' : 't', value};
            }
        }
    }
    Book book;
    addSheet("book", raw, book);
    return book;
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
            result += text[i] == 'n' ? '\n' : text[i];
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string outputOf(const std::string& command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) {
        throw std::runtime_error("cannot run " + command);
    }
    std::string output;
    std::array<char, 4096> block{};
    while (const std::size_t size = std::fread(block.data(), 1, block.size(), pipe.get())) {
        output.append(block.data(), size);
    }
    return output;
}

Book dumpedBook(const fs::path& path) {
    const fs::path script = kSource / "tests/recognition/dump_cells.py";
    std::istringstream lines{outputOf("python3 '" + script.string() + "' '" + path.string() + "'")};
    Book book;
    std::string name;
    RawSheet raw;
    bool has_sheet = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("S\t")) {
            if (has_sheet) {
                addSheet(name, raw, book);
            }
            raw.clear();
            name = line.substr(2);
            has_sheet = true;
            continue;
        }
        std::istringstream fields{line};
        std::array<std::string, 5> field;
        for (std::size_t i = 0; i + 1 < field.size(); ++i) {
            std::getline(fields, field[i], '\t');
        }
        std::getline(fields, field[4]);
        raw[{std::stoi(field[1]), std::stoi(field[2])}] = {field[3].at(0), unescaped(field[4])};
    }
    if (!has_sheet) {
        throw std::runtime_error("no sheet could be read of " + path.string());
    }
    addSheet(name, raw, book);
    return book;
}

} // namespace

Book readBook(const fs::path& folder) {
    for (const char* name : {"book.ods", "book.xlsx"}) {
        if (fs::exists(folder / name)) {
            return readBookFile(folder / name);
        }
    }
    return readBookFile(folder / "book.csv");
}

Book readBookFile(const fs::path& file) {
    return file.extension() == ".csv" ? csvBook(file) : dumpedBook(file);
}

tables::SampledTable sampleOf(const tables::FoundTable& found, const tables::SheetCells& sheet) {
    tables::SampledTable sample{found.kind, found.heading, {}};
    sample.cells.sheet = sheet.cells.sheet;
    sample.cells.first_row = found.heading.row + 1;
    sample.cells.columns = tables::sampledColumns(found.heading);
    for (std::int32_t row = found.heading.row + 1; row <= found.last_filled_row; ++row) {
        for (const std::int32_t column : sample.cells.columns) {
            sample.cells.cells.push_back(
                sheet.cells.at(row - sheet.cells.first_row, column - sheet.cells.columns.front()));
        }
    }
    return sample;
}

tables::Table plannedTable(const tables::FoundTable& found, const tables::SheetCells& sheet,
                           const tables::ReadingContext& context) {
    const Grid& all = sheet.cells;
    Grid top;
    top.sheet = all.sheet;
    top.first_row = found.range.first_row;
    for (std::int32_t column = found.range.first_column; column <= found.range.last_column;
         ++column) {
        top.columns.push_back(column);
    }
    const auto add = [&](Grid& grid, std::int32_t first, std::int32_t last) {
        for (std::int32_t row = first; row <= last; ++row) {
            for (const std::int32_t column : grid.columns) {
                grid.cells.push_back(all.at(row - all.first_row, column - all.columns.front()));
            }
        }
    };
    add(top, found.range.first_row, std::min(found.last_filled_row, found.heading.row + 50));
    auto heading = tables::findHeadingRow(found.kind, top, context);
    if (const auto* nothing = std::get_if<tables::NothingToPlanBy>(&heading)) {
        throw std::runtime_error(nothing->sentence);
    }
    tables::Table table{std::get<tables::HeadingRow>(std::move(heading)), {}};
    table.body.sheet = all.sheet;
    table.body.first_row = table.heading.row + 1;
    for (const tables::Column& column : table.heading.columns) {
        table.body.columns.push_back(column.column);
    }
    add(table.body, table.body.first_row, found.last_filled_row);
    return table;
}

tables::ReadingContext contextOf(const std::string& locale, const std::string& as_of) {
    tables::ReadingContext context;
    context.today = planning::dayFromIso(as_of).value();
    const std::string language = locale.substr(0, 2);
    if (locale != "en-US") {
        context.locale.date_order = tables::DateOrder::kDayMonthYear;
    }
    if (language != "en") {
        context.locale.decimal_separator = ",";
        context.locale.group_separator = language == "fr" ? "\u202f" : ".";
    }
    if (language == "de") {
        context.locale.month_names = {"Januar",    "Februar", "März",     "April",
                                      "Mai",       "Juni",    "Juli",     "August",
                                      "September", "Oktober", "November", "Dezember"};
    }
    context.profiles = shippedProfiles();
    return context;
}

} // namespace keepable::recognition_tests
