// SPDX-License-Identifier: MPL-2.0
//
// A small plan with a known answer, for PROMISE_SUPPORT: tells a broken installation from a
// surprising answer.
#pragma once

namespace keepable::office {

[[nodiscard]] bool selfCheckPasses();

} // namespace keepable::office
