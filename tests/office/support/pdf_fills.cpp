// SPDX-License-Identifier: MPL-2.0
#include "office/support/pdf_fills.hpp"

#include "office/support/uno_text.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XStorable.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace keepable::office_tests {

void plainPdfs() {
    setenv("VCL_DEBUG_DISABLE_PDFCOMPRESSION", "1", 1);
}

std::map<int, int> pdfFills(const Workbook& workbook, const std::filesystem::path& file) {
    trying("export as PDF", [&] {
        css::uno::Sequence<css::beans::PropertyValue> arguments(1);
        arguments.getArray()[0].Name = toOffice("FilterName");
        arguments.getArray()[0].Value <<= toOffice("calc_pdf_Export");
        css::uno::Reference<css::frame::XStorable>(workbook.document(), css::uno::UNO_QUERY_THROW)
            ->storeToURL(toOffice("file://" + file.string()), arguments);
    });
    std::ifstream stream(file, std::ios::binary);
    const std::string pdf{std::istreambuf_iterator<char>(stream), {}};
    std::map<int, int> fills;
    static const std::regex kFill("([0-9.]+) ([0-9.]+) ([0-9.]+) rg\\b");
    for (std::sregex_iterator match(pdf.begin(), pdf.end(), kFill), end; match != end; ++match) {
        int colour = 0;
        for (std::size_t part = 1; part <= 3; ++part) {
            colour = colour * 256 + static_cast<int>(std::lround(std::stod((*match)[part]) * 255));
        }
        ++fills[colour];
    }
    if (fills.empty()) {
        throw std::runtime_error("the PDF shows no colour at all: is it compressed?");
    }
    return fills;
}

} // namespace keepable::office_tests
