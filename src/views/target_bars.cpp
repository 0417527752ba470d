// SPDX-License-Identifier: MPL-2.0
#include "views/target_bars.hpp"

#include "views/target_words.hpp"
#include "views/whose_deals.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using review::Figure;
using review::SharedTarget;
using review::TargetStanding;

std::string withCapital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

// The figures at the ends of the bar, the worst first.
struct Scale {
    Figure worst;
    Figure best;
    bool wants_less = false;

    void take(Figure figure) {
        const bool is_worse = wants_less ? figure > worst : figure < worst;
        const bool is_better = wants_less ? figure < best : figure > best;
        worst = is_worse ? figure : worst;
        best = is_better ? figure : best;
    }
    [[nodiscard]] std::int32_t placeOf(Figure figure) const {
        constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / kBarLength;
        const std::int64_t length = wants_less ? (worst - best).units : (best - worst).units;
        const std::int64_t part = wants_less ? (worst - figure).units : (figure - worst).units;
        if (length == 0) {
            return kBarLength;
        }
        return static_cast<std::int32_t>(length <= kMost ? part * kBarLength / length
                                                         : part / (length / kBarLength));
    }
};

Scale scaleOf(const SharedTarget& target, const std::optional<Figure>& now) {
    Scale scale;
    scale.wants_less = review::wantsLess(target);
    const std::optional<Figure> zero =
        target.baseline || scale.wants_less ? std::nullopt : std::optional<Figure>{Figure{}};
    bool is_first = true;
    for (const std::optional<Figure>& figure : {target.baseline, zero, now, target.target}) {
        if (figure && std::exchange(is_first, false)) {
            scale.worst = scale.best = *figure;
        } else if (figure) {
            scale.take(*figure);
        }
    }
    return scale;
}

std::span<const review::Name> namesOf(const review::Name& name) {
    return name.isEmpty() ? std::span<const review::Name>{} : std::span{&name, 1};
}

} // namespace

TargetBar targetBar(const SharedTarget& target, const TargetStanding& standing,
                    const Saying& saying) {
    TargetBar bar;
    const std::string stands = saidStanding(standing, saying);
    bar.title = withCapital(said(target.metric, saying.texts));
    bar.title += stands.empty() ? std::string{} : ": " + stands;
    bar.is_behind = !standing.is_on_track && !stands.empty();
    const Scale scale = scaleOf(target, standing.actual.value);
    const auto mark = [&](const std::optional<Figure>& figure,
                          std::string_view key) -> std::optional<BarMark> {
        if (!figure) {
            return std::nullopt;
        }
        return BarMark{scale.placeOf(*figure),
                       saying.texts(key, {figureText(target.metric, *figure, saying)})};
    };
    bar.start = mark(target.baseline, "meeting.bar.start");
    bar.now = mark(standing.actual.value, "targets.now");
    bar.target = mark(target.target, "meeting.bar.target");
    if (!standing.actual.value) {
        bar.missing =
            saying.texts("meeting.target.noFigure", {saidNoFigure(target.metric, saying.texts)});
    }
    if (!target.target) {
        bar.missing += bar.missing.empty() ? "" : " ";
        bar.missing += saying.texts("meeting.target.noTarget");
    }
    const std::string owners =
        saidOwners(namesOf(target.sales_owner), namesOf(target.ops_owner), saying.texts);
    bar.owners = owners.empty() ? saying.texts("meeting.target.noOwners") : owners;
    if (target.due) {
        bar.owners += " · " + saying.texts("meeting.target.due", {planning::isoText(*target.due)});
    }
    bar.text = saidTarget(target, standing, saying) + ". " + bar.owners;
    return bar;
}

} // namespace keepable::views
