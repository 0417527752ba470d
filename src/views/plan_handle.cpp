// SPDX-License-Identifier: MPL-2.0
#include "views/plan_handle.hpp"

#include <algorithm>
#include <array>

namespace keepable::views {

namespace {

constexpr std::string_view kSeparator = " · ";
// How reason.noPlan begins in each language: a file may have been calculated in any.
constexpr std::array<std::string_view, 2> kNoPlan = {"No plan: ", "Kein Plan: "};
constexpr std::size_t kDigestDigits = 16;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + ' ' + std::string{count == 1 ? one : many};
}

} // namespace

std::string planHandle(const planning::PlanReport& report,
                       const std::vector<tables::RowProblem>& problems, std::uint64_t digest) {
    using planning::Verdict;
    std::string text = counted(report.verdicts.size(), "deal", "deals");
    const auto add = [&](const std::string& part) { text += std::string{kSeparator} + part; };
    add(std::to_string(report.count(Verdict::kInfeasible)) + " infeasible");
    add(std::to_string(report.count(Verdict::kAtRisk)) + " at risk");
    add(counted(report.count(Verdict::kCheckRow), "row to check", "rows to check"));

    // Problems of deal rows are told by the deals themselves.
    const auto has_no_deal = [](const tables::RowProblem& problem) {
        return problem.deal == planning::kNone;
    };
    const auto first = std::find_if(problems.begin(), problems.end(), has_no_deal);
    if (first != problems.end()) {
        std::string part = tables::problemText(*first);
        const auto count = std::count_if(first, problems.end(), has_no_deal);
        if (count > 1) {
            part += " (and " + std::to_string(count - 1) + " more)";
        }
        add(part);
    }
    add(digestText(digest));
    return text;
}

std::string noPlanText(const tables::NothingToPlanBy& nothing, const Texts& texts) {
    // "Deals, sheet “Pipeline”: the range is missing."
    constexpr std::string_view kQuote = "”";
    const std::string_view sentence = nothing.sentence;
    const std::size_t quote = sentence.find(std::string{kQuote} + ": ");
    const std::size_t end =
        quote == std::string_view::npos ? sentence.find(": ") : quote + kQuote.size();
    std::string text =
        end == std::string_view::npos
            ? texts.phrase(sentence)
            : texts.phrase(sentence.substr(0, end)) + ": " + texts.phrase(sentence.substr(end + 2));
    for (const std::string& hint : nothing.hints) {
        text += " " + texts.phrase(hint);
    }
    return texts("reason.noPlan", {text});
}

std::optional<std::uint64_t> digestOfHandle(std::u16string_view text) {
    constexpr std::u16string_view kSeparatorInCells = u" · ";
    if (text.size() < kDigestDigits + kSeparatorInCells.size()) {
        return std::nullopt;
    }
    const std::u16string_view digits = text.substr(text.size() - kDigestDigits);
    if (!text.substr(0, text.size() - kDigestDigits).ends_with(kSeparatorInCells)) {
        return std::nullopt;
    }
    std::uint64_t digest = 0;
    for (const char16_t digit : digits) {
        const bool is_letter = digit >= u'a' && digit <= u'f';
        if (!is_letter && (digit < u'0' || digit > u'9')) {
            return std::nullopt;
        }
        digest =
            digest * 16 + static_cast<std::uint64_t>(is_letter ? digit - u'a' + 10 : digit - u'0');
    }
    return digest;
}

std::string digestText(std::uint64_t digest) {
    std::string digits(kDigestDigits, '0');
    for (std::size_t i = kDigestDigits; i > 0; --i, digest /= 16) {
        digits[i - 1] = "0123456789abcdef"[digest % 16];
    }
    return digits;
}

bool isNoPlanText(std::string_view text) {
    return std::ranges::any_of(
        kNoPlan, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

} // namespace keepable::views
