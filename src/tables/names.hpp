// SPDX-License-Identifier: MPL-2.0
//
// Names match trimmed, with inner spaces collapsed and case ignored, in every script (contract 3,
// fine print on names).
//
// Errors:  text that is not valid UTF-8 is no reason to fail: only its ASCII letters are folded
//          then.
#pragma once

#include <string>
#include <string_view>

namespace keepable::tables {

// Two names are the same when their folded forms are equal. Unicode case folding and canonical
// composition; no-break and other Unicode spaces count as spaces.
[[nodiscard]] std::string foldedName(std::string_view name);

// The same into a string that is used again and again, so that long tables need no memory a cell.
void foldNameInto(std::string_view name, std::string& folded);

// foldedName() with letters bare of accents: “Été” is "ete".
[[nodiscard]] std::string nameWithoutAccents(std::string_view name);

// Trimmed, with inner spaces collapsed, otherwise as it stands.
[[nodiscard]] std::string tidyName(std::string_view name);

// Nothing but spaces.
[[nodiscard]] bool isBlankName(std::string_view name);

// Bytes of the space the text begins with, 0 when it begins with anything else.
[[nodiscard]] std::size_t leadingSpaceSize(std::string_view text);

} // namespace keepable::tables
