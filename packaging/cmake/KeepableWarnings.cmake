# SPDX-License-Identifier: MPL-2.0
# Warnings and sanitizers, attached to our own targets only.
add_library(keepable_warnings INTERFACE)
target_compile_options(keepable_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
    # gcc 12 raises false alarms on std::string at -O3 (GCC bug 105651)
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

add_library(keepable_sanitizers INTERFACE)
if(KEEPABLE_SANITIZE)
    target_compile_options(keepable_sanitizers INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(keepable_sanitizers INTERFACE -fsanitize=address,undefined)
endif()
if(KEEPABLE_FUZZ)
    # Coverage for everything that ends in the fuzz target; the driver is linked there alone.
    target_compile_options(keepable_sanitizers INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
    target_link_options(keepable_sanitizers INTERFACE -fsanitize=address,undefined)
endif()
