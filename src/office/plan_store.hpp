// SPDX-License-Identifier: MPL-2.0
//
// The plans that cells refer to, by digest. A plan never changes; an edit makes another one, and
// undo finds the earlier one still here.
//
// Rule:    plans belong to a document and a set of ranges. Of each set the newest plan always
//          stays; older ones stay as versions, few of them when plans are large. A version that was
//          given up and is asked for again shows that the sheet really holds more plans on those
//          ranges than thought (say with different settings), and the set keeps one more from then
//          on. A set that no cell uses any more, as after inserting a row, is not known as such;
//          when a document's plans have become many, it isCrowded() until retain() has told which
//          are shown. All plans of a document go when it closes.
// Units:   the size of a plan is the number of its deals and lines.
// Thread:  any; the answers of one plan are guarded by its own mutex.
// Source:  contract section 4.
#pragma once

#include "tables/headings.hpp"
#include "tables/text_locale.hpp"
#include "views/plan_answers.hpp"
#include "views/quote_buffer.hpp"
#include "views/target_book.hpp"

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace keepable::office {

struct StoredPlan {
    StoredPlan(views::PlanAnswers plan_answers, tables::ReadingContext reading_context)
        : answers(std::move(plan_answers)), context(std::move(reading_context)) {}

    std::mutex mutex; // of answers
    views::PlanAnswers answers;
    std::vector<std::shared_ptr<views::TargetBook>> target_books; // newest first; by the mutex, too
    std::vector<review::PromiseCells> promises; // by deal, of the columns beside the plan's
    views::QuoteBuffers buffers;                // of the same columns
    tables::ReadingContext context;             // how the document counts and writes days
    std::string handle;
    std::string language; // of the document, "de"
    std::chrono::system_clock::time_point calculated = std::chrono::system_clock::now();
    std::string deals_sheet;          // by its name when the plan was made
    tables::HeadingRow deals_heading; // the recognised columns of the deals table
};

class PlanStore {
  public:
    using PlanPointer = std::shared_ptr<StoredPlan>;

    [[nodiscard]] PlanPointer find(std::uint64_t digest) const;

    // Keeps the plan as the newest of its document and set of ranges.
    void keep(const std::string& document, const std::string& ranges, std::uint64_t digest,
              const PlanPointer& plan);
    // Whether it was made, or found again, from these ranges as they stand now.
    [[nodiscard]] bool isKeptFor(const std::string& document, const std::string& ranges,
                                 std::uint64_t digest) const;
    [[nodiscard]] bool isCrowded(const std::string& document) const;
    // Gives up the sets of ranges whose newest plan is not among those shown.
    void retain(const std::string& document, const std::set<std::uint64_t>& shown);
    void drop(const std::string& document);

    [[nodiscard]] std::size_t size() const;

  private:
    struct Versions {
        std::deque<std::uint64_t> digests;  // newest first
        std::deque<std::uint64_t> given_up; // newest first
        std::size_t least = 2; // however large they are: the newest, and one to undo to
        std::size_t most = 8;
    };
    struct Document {
        std::map<std::string, Versions> sets;
        std::size_t crowded_from; // size of all its plans
    };
    struct Entry {
        PlanPointer plan;
        std::size_t uses = 0; // by how many sets of ranges
    };

    [[nodiscard]] std::size_t sizeOf(const Versions& versions) const;
    [[nodiscard]] std::size_t sizeOf(const Document& document) const;
    void trim(Versions& versions);
    void release(std::uint64_t digest);
    void releaseAll(const Versions& versions);

    mutable std::mutex mutex_;
    std::unordered_map<std::uint64_t, Entry> plans_;
    std::map<std::string, Document> documents_;
};

} // namespace keepable::office
