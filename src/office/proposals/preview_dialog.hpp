// SPDX-License-Identifier: MPL-2.0
//
// What a command would write, shown before it does: a sentence, a table to be looked through, and a
// button for each thing that can be done now.
//
// Thread:  the office's main thread; returns when the user has chosen or closed it.
#pragma once

#include "office/command.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

struct PreviewColumn {
    std::string heading;
    std::int32_t share = 1; // of the width
};

struct Preview {
    std::string title;
    std::string summary; // may have several lines
    std::vector<PreviewColumn> columns;
    std::vector<std::vector<std::string>> rows; // as many cells as columns
    std::vector<std::string> choices;           // labels of buttons, the usual one first
};

// Which of the choices; none: nothing is to be done.
[[nodiscard]] std::optional<std::size_t> askWithPreview(const CommandCall& call,
                                                        const Preview& preview);

} // namespace keepable::office
