# SPDX-License-Identifier: MPL-2.0
# The LibreOffice SDK as targets: keepable_uno_headers (public UNO headers and libraries, and ours made
# from idl/), and the type library KEEPABLE_RDB that ships in the package.
set(LO_PATH "/usr/lib/libreoffice" CACHE PATH "Where LibreOffice is installed")
set(LO_SDK_PATH "${LO_PATH}/sdk" CACHE PATH "Where its SDK is installed")

find_program(UNOIDL_WRITE unoidl-write HINTS "${LO_SDK_PATH}/bin" REQUIRED)
find_program(CPPUMAKER cppumaker HINTS "${LO_SDK_PATH}/bin" REQUIRED)
set(lo_types "${LO_PATH}/program/types.rdb")
set(lo_offapi "${LO_PATH}/program/types/offapi.rdb")

set(uno_dir "${PROJECT_BINARY_DIR}/uno")
set(KEEPABLE_IDL "${PROJECT_SOURCE_DIR}/idl/keepable.idl")
# unoidl-write wants absolute paths.
set(KEEPABLE_RDB "${uno_dir}/keepable.rdb")

add_custom_command(OUTPUT "${uno_dir}/office-headers.stamp"
    COMMAND "${CPPUMAKER}" -Gc "-O${uno_dir}/office" "${lo_types}" "${lo_offapi}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${uno_dir}/office-headers.stamp"
    DEPENDS "${lo_types}" "${lo_offapi}"
    COMMENT "Making C++ headers of the office's types" VERBATIM)
add_custom_command(OUTPUT "${KEEPABLE_RDB}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${uno_dir}"
    COMMAND "${UNOIDL_WRITE}" "${lo_types}" "${lo_offapi}" "${KEEPABLE_IDL}" "${KEEPABLE_RDB}"
    DEPENDS "${KEEPABLE_IDL}" "${lo_types}" "${lo_offapi}"
    COMMENT "Making the type library" VERBATIM)
add_custom_command(OUTPUT "${uno_dir}/keepable-headers.stamp"
    COMMAND "${CPPUMAKER}" -Gc "-O${uno_dir}/own" -Tkeepable.XPromises -Tkeepable.Promises
            "${KEEPABLE_RDB}" -X "${lo_types}" -X "${lo_offapi}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${uno_dir}/keepable-headers.stamp"
    DEPENDS "${KEEPABLE_RDB}"
    COMMENT "Making C++ headers of our own types" VERBATIM)
add_custom_target(keepable_uno_types DEPENDS
    "${uno_dir}/office-headers.stamp" "${uno_dir}/keepable-headers.stamp")

add_library(keepable_uno_headers INTERFACE)
add_dependencies(keepable_uno_headers keepable_uno_types)
file(MAKE_DIRECTORY "${uno_dir}/office" "${uno_dir}/own")
target_include_directories(keepable_uno_headers SYSTEM INTERFACE
    "${uno_dir}/office" "${uno_dir}/own" "${LO_SDK_PATH}/include")
target_compile_definitions(keepable_uno_headers INTERFACE UNX GCC LINUX CPPU_ENV=gcc3)
target_link_directories(keepable_uno_headers INTERFACE "${LO_SDK_PATH}/lib")
target_link_options(keepable_uno_headers INTERFACE "-Wl,-rpath-link,${LO_PATH}/program")
target_link_libraries(keepable_uno_headers INTERFACE
    uno_cppu uno_cppuhelpergcc3 uno_sal uno_salhelpergcc3)
