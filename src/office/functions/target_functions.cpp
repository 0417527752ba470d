// SPDX-License-Identifier: MPL-2.0
#include "office/functions/target_functions.hpp"

#include "office/convert.hpp"
#include "office/sheet_snapshot.hpp"
#include "tables/cell_value.hpp"
#include "tables/table_digest.hpp"
#include "views/target_book.hpp"
#include "views/target_sheet.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

namespace keepable::office {

namespace {

using css::uno::Any;
using planning::Day;
using review::Figure;
using review::Metric;
using tables::Cell;

constexpr std::size_t kMostBooks = 2; // of a plan: one of today's log, and one to undo to

Any notAvailable() {
    return errorValue(CellError::kNotAvailable);
}

Any unreadable() {
    return errorValue(CellError::kValue);
}

// From and due, both of which may be left out.
struct Days {
    Days(const Any& from_argument, const Any& due_argument, const tables::ReadingContext& context) {
        tables::TextPool texts;
        const tables::CellReader reader{context};
        const auto from_day = reader.day(optionalFrom(from_argument, texts));
        const auto due_day = reader.day(optionalFrom(due_argument, texts));
        are_readable = !from_day.isProblem() && !due_day.isProblem();
        from = from_day.isRead() ? std::optional{from_day.value} : std::nullopt;
        due = due_day.isRead() ? std::optional{due_day.value} : std::nullopt;
    }

    bool are_readable = false;
    std::optional<Day> from;
    std::optional<Day> due;
};

std::optional<Figure> figureOf(const Any& argument, const tables::ReadingContext& context) {
    tables::TextPool texts;
    return views::figureIn(cellFrom(argument, texts), context.locale);
}

// Not there yet, or a sentence that says why: nobody can say how far it has come.
bool isNoFigureYet(const Any& argument) {
    tables::TextPool texts;
    const Cell cell = cellFrom(argument, texts);
    return cell.isEmpty() || cell.kind() == tables::CellKind::kText;
}

std::string textOf(const Any& argument) {
    tables::TextPool texts;
    std::string scratch;
    return std::string{tables::nameIn(cellFrom(argument, texts), scratch)};
}

// The plan's book of this log on this day, made when it is asked for first.
views::TargetBook& bookOf(StoredPlan& plan, const LogStore::LogPointer& log, Day today) {
    auto& books = plan.target_books;
    const auto found =
        std::ranges::find_if(books, [&](const auto& book) { return book->isOf(log, today); });
    if (found != books.end()) {
        return **found;
    }
    if (books.size() == kMostBooks) {
        books.pop_back();
    }
    books.insert(books.begin(),
                 std::make_shared<views::TargetBook>(plan.answers, plan.promises, today, log));
    return *books.front();
}

bool holdsAnything(const tables::Grid& grid) {
    return std::ranges::any_of(grid.cells, [](const Cell& cell) { return !tables::isBlank(cell); });
}

} // namespace

TargetFunctions::TargetFunctions(WorkplacePointer workplace)
    : workplace_(std::move(workplace)), documents_(workplace_->context),
      languages_(workplace_->allTexts()), words_(languages_),
      metrics_(views::targetMetrics(languages_)) {}

Any TargetFunctions::log(const Document& document, const RangeReference& decisions) {
    if (!decisions.is()) {
        return unreadable();
    }
    const tables::ReadingContext context = documents_.readingContext(document);
    const tables::Grid grid = readCells(decisions);
    tables::TableDigest digest;
    digest.add(context);
    digest.add(grid);
    const std::uint64_t value = digest.value();
    LogStore::LogPointer log = workplace_->logs->find(value);
    if (!log) {
        views::LogReading reading = views::readDecisions(grid, context, words_, {});
        if (!reading.place.has_headings && holdsAnything(grid)) {
            const views::Texts& texts = workplace_->textsIn(DocumentReader::language(document));
            return textValue(texts("targets.answer.noLog"));
        }
        log = std::make_shared<const views::KeptLog>(std::move(reading));
    }
    workplace_->logs->keep(DocumentReader::identity(document), value, log);
    return textValue(views::logHandle(*log, value));
}

std::variant<LogStore::LogPointer, Any> TargetFunctions::logNamed(const Any& handle,
                                                                  const views::Texts& texts) const {
    tables::TextPool pool;
    const Cell cell = optionalFrom(handle, pool);
    if (cell.isEmpty()) {
        return LogStore::LogPointer{};
    }
    const auto digest = digestIn(toOffice(cell.text()));
    if (!digest) {
        return textValue(texts("targets.answer.noLog"));
    }
    LogStore::LogPointer log = workplace_->logs->find(*digest);
    if (!log) {
        workplace_->recalculation->want(*digest);
        return notAvailable();
    }
    workplace_->recalculation->found(*digest);
    return log;
}

Any TargetFunctions::actual(const PlanStore::PlanPointer& plan, const Any& metric, const Any& log,
                            const Any& from, const Any& due) {
    const views::Texts& texts = workplace_->textsIn(plan->language);
    const std::string metric_text = textOf(metric);
    const auto known = metrics_.as<Metric>(metric_text);
    if (!known) {
        return textValue(texts("targets.unknownMetric", {metric_text, views::listOfMetrics()}));
    }
    const Days days{from, due, plan->context};
    if (!days.are_readable) {
        return unreadable();
    }
    const auto decisions = logNamed(log, texts);
    if (const auto* const shown = std::get_if<Any>(&decisions)) {
        return *shown;
    }
    const std::scoped_lock lock(plan->mutex);
    const auto answer =
        bookOf(*plan, std::get<LogStore::LogPointer>(decisions), DocumentReader::today())
            .actual({*known, days.from, days.due}, texts);
    const auto* const figure = std::get_if<Figure>(&answer);
    return figure != nullptr ? Any{figure->toDouble()} : textValue(std::get<std::string>(answer));
}

Any TargetFunctions::progress(const Document& document, const Any& actual, const Any& baseline,
                              const Any& target) {
    const tables::ReadingContext context = documents_.readingContext(document);
    const auto from = figureOf(baseline, context);
    const auto to = figureOf(target, context);
    if (!from || !to) {
        return unreadable();
    }
    if (*from == *to) {
        return textValue(
            workplace_->textsIn(DocumentReader::language(document))("targets.nothingToReach"));
    }
    const auto now = figureOf(actual, context);
    if (!now) {
        return isNoFigureYet(actual) ? textValue("") : unreadable();
    }
    return Any{review::progressOf(*now, *from, *to).value_or(Figure{}).toDouble()};
}

Any TargetFunctions::standing(const Document& document, const StandingArguments& arguments) {
    const tables::ReadingContext context = documents_.readingContext(document);
    const views::Texts& texts = workplace_->textsIn(DocumentReader::language(document));
    review::SharedTarget target;
    const std::string metric_text = textOf(arguments.metric);
    const auto known = metrics_.as<Metric>(metric_text);
    if (!known) {
        return textValue(texts("targets.unknownMetric", {metric_text, views::listOfMetrics()}));
    }
    target.metric = *known;
    target.baseline = figureOf(arguments.baseline, context);
    target.target = figureOf(arguments.target, context);
    const Days days{arguments.from, arguments.due, context};
    if (!target.baseline || !target.target || !days.are_readable) {
        return unreadable();
    }
    target.from = days.from;
    target.due = days.due;
    target.stated = figureOf(arguments.actual, context);
    if (!target.stated) {
        return isNoFigureYet(arguments.actual) ? textValue("") : unreadable();
    }
    return textValue(views::standingAnswer(target, context.today, {texts, context.locale}));
}

} // namespace keepable::office
