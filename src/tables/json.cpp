// SPDX-License-Identifier: MPL-2.0
//
// Boost.JSON, compiled here once as part of this room, so that no library is needed besides.
#include <boost/json/src.hpp>
