// SPDX-License-Identifier: MPL-2.0
#include "views/deal_book.hpp"

#include "tables/cell_value.hpp"
#include "tables/names.hpp"
#include "views/log_text.hpp"
#include "views/promise_columns.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using planning::Day;
using planning::DealIndex;
using review::PromiseCells;
using review::ReviewBook;
using review::ReviewDeal;

// Words that say what kind of company it is, not which.
constexpr std::array<std::string_view, 19> kCompanyWords{
    "ag",  "bv",  "co",  "company", "corp", "corporation", "gmbh", "inc", "kg", "limited",
    "llc", "llp", "ltd", "nv",      "plc",  "sa",          "sarl", "se",  "srl"};

void takeLatest(std::optional<Day>& latest, const std::optional<Day>& day) {
    if (day && (!latest || *latest < *day)) {
        latest = day;
    }
}

bool isLetterOrDigit(char letter) {
    const bool is_ascii = static_cast<unsigned char>(letter) < 0x80;
    return !is_ascii || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z');
}

class BookMaker {
  public:
    BookMaker(PlanAnswers& answers, std::span<const PromiseCells> promises)
        : answers_(answers), promises_(promises), input_(answers.input()) {}

    void fill(ReviewBook& book) {
        book.deals.reserve(input_.deals.size());
        for (DealIndex deal = 0; deal < input_.deals.size(); ++deal) {
            book.deals.push_back(dealOf(deal));
        }
        addResources(book);
    }

  private:
    [[nodiscard]] ReviewDeal dealOf(DealIndex index) const {
        const planning::Deal& deal = input_.deals[index];
        const tables::DealText& text = answers_.text(index);
        const std::vector<std::string>& names = answers_.tables().names;
        ReviewDeal made;
        made.deal = dealFrom(text.name);
        made.customer = nameFrom(names[text.customer]);
        made.customer_like = customerLike(names[text.customer]);
        made.sales_owner = nameFrom(names[text.owner]);
        made.deal_class = answers_.report().classes[index];
        made.verdict = answers_.verdict(index);
        made.value = deal.value;
        made.probability = deal.probability;
        made.bottleneck = nameFrom(answers_.bottleneck(index));
        made.shortfall = answers_.shortfall(index);
        made.sheet_row = text.row;
        made.dates = index < promises_.size() ? promises_[index] : PromiseCells{};
        made.dates.promised = promisedOf(deal, text);
        made.dates.is_owed = made.deal_class == planning::DealClass::kFirm;
        addWork(index, made);
        return made;
    }

    [[nodiscard]] std::optional<Day> promisedOf(const planning::Deal& deal,
                                                const tables::DealText& text) const {
        std::optional<Day> latest = text.promised;
        if (!deal.needs_check) {
            for (std::uint32_t line = 0; line < deal.line_count; ++line) {
                takeLatest(latest, input_.lines[deal.first_line + line].promised);
            }
        }
        return latest;
    }

    // A deal without open lines was made of its closed ones: what was promised stays promised work.
    void addWork(DealIndex asked, ReviewDeal& made) const {
        const planning::Deal& deal = input_.deals[asked];
        std::vector<planning::ItemIndex> items;
        std::vector<planning::ResourceIndex> resources;
        const auto add_once = [](auto& list, std::uint32_t index) {
            if (std::ranges::find(list, index) == list.end()) {
                list.push_back(index);
                return true;
            }
            return false;
        };
        const auto add_item = [&](planning::ItemIndex item) {
            if (item >= input_.items.size() || !add_once(items, item)) {
                return;
            }
            made.items.push_back(nameFrom(input_.items[item].name));
            for (const planning::BillRow& row : input_.items[item].bill) {
                if (add_once(resources, row.resource)) {
                    made.resources.push_back(nameFrom(input_.resources[row.resource]));
                }
            }
        };
        for (std::uint32_t line = 0; line < deal.line_count; ++line) {
            add_item(input_.lines[deal.first_line + line].item);
        }
        for (const tables::ClosedLine& line : std::ranges::equal_range(
                 answers_.tables().closed_lines, asked, {}, &tables::ClosedLine::deal)) {
            add_item(line.item);
        }
    }

    void addResources(ReviewBook& book) {
        std::vector<bool> has_capacity(input_.resources.size());
        for (const planning::CapacityEntry& entry : input_.capacity) {
            has_capacity[entry.resource] = true;
        }
        const planning::DaySpan from_now{answers_.asOf(), planning::kLastDay};
        for (planning::ResourceIndex resource = 0; resource < input_.resources.size(); ++resource) {
            book.resources.push_back({nameFrom(input_.resources[resource]),
                                      answers_.profileOf(resource).capacity.within(from_now),
                                      answers_.load(resource, from_now, LoadKind::kExposure),
                                      has_capacity[resource]});
        }
    }

    PlanAnswers& answers_;
    std::span<const PromiseCells> promises_;
    const planning::PlanInput& input_;
};

} // namespace

std::vector<PromiseCells> readPromiseCells(const tables::Grid& sheet, std::int32_t heading_row,
                                           const PlanAnswers& answers,
                                           const tables::ReadingContext& context,
                                           std::span<const Texts* const> languages) {
    std::vector<PromiseCells> cells(answers.input().deals.size());
    const std::int32_t heading = heading_row - sheet.first_row;
    const PromisePlaces columns = promisePlaces(sheet, heading, languages);
    if (heading < 0) {
        return cells;
    }
    const tables::CellReader reader{context};
    std::vector<bool> lacks_delivery(cells.size());
    for (std::int32_t row = heading + 1; row < sheet.rowCount(); ++row) {
        const auto deal = answers.dealAtRow(sheet.first_row + row + 1);
        if (!deal) {
            continue;
        }
        const auto day_in = [&](PromiseColumn meaning) {
            std::optional<Day> day;
            if (const auto column = columns[static_cast<std::size_t>(meaning)]) {
                const auto read = reader.day(sheet.at(row, *column));
                day = read.isRead() ? std::optional{read.value} : std::nullopt;
            }
            return day;
        };
        takeLatest(cells[*deal].requested, day_in(PromiseColumn::kRequested));
        takeLatest(cells[*deal].first, day_in(PromiseColumn::kFirst));
        const std::optional<Day> delivered = day_in(PromiseColumn::kDelivered);
        takeLatest(cells[*deal].delivered, delivered);
        lacks_delivery[*deal] = lacks_delivery[*deal] || !delivered;
    }
    for (std::size_t deal = 0; deal < cells.size(); ++deal) {
        if (lacks_delivery[deal]) {
            cells[deal].delivered.reset();
        }
    }
    return cells;
}

ReviewBook dealBook(PlanAnswers& answers, std::span<const PromiseCells> promises, Day today,
                    const review::DecisionLog& log, const review::Threads& threads,
                    const review::People& people) {
    ReviewBook book;
    book.today = today;
    book.log = &log;
    book.threads = &threads;
    book.people = &people;
    BookMaker{answers, promises}.fill(book);
    return book;
}

void addDates(ReviewBook& book, PlanAnswers& answers, DealIndex deal) {
    if (deal < book.deals.size() && book.deals[deal].isConflict()) {
        book.deals[deal].earliest = answers.earliest(deal);
        book.deals[deal].decide_by = answers.decideBy(deal);
    }
}

std::string customerLike(std::string_view name) {
    const std::string plain = tables::nameWithoutAccents(name);
    std::string like;
    std::string whole; // with the words for the kind of company, for names of nothing else
    std::string word;
    const auto finish = [&] {
        whole += word;
        like += std::ranges::find(kCompanyWords, word) == kCompanyWords.end() ? word : "";
        word.clear();
    };
    for (const char letter : plain) {
        if (isLetterOrDigit(letter)) {
            word += letter;
        } else if (letter != '.' && letter != '\'') { // “G.m.b.H.”, “O'Neil” are one word
            finish();
        }
    }
    finish();
    return like.empty() ? whole : like;
}

} // namespace keepable::views
