// SPDX-License-Identifier: MPL-2.0
//
// The agenda as a mail: what arrives at a mail program, here a script that keeps what it is given.
#include "office/support/dialog.hpp"
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/spoken.hpp"
#include "office/support/user_data.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

namespace keepable::office_tests {
namespace {

std::filesystem::path arrived() {
    return std::filesystem::temp_directory_path() / "mail.txt";
}

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            plain += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

// The fields of "mailto:to?subject=...&body=...", unescaped; "to" is one of them.
std::map<std::string, std::string> fieldsOf(const std::string& link) {
    std::map<std::string, std::string> fields;
    const std::size_t question = link.find('?');
    EXPECT_EQ(link.find("mailto:"), 0U) << link;
    fields["to"] = unescaped(link.substr(7, question - 7));
    std::size_t begin = question + 1;
    while (begin < link.size()) {
        const std::size_t end = std::min(link.find('&', begin), link.size());
        const std::string field = link.substr(begin, end - begin);
        const std::size_t equals = field.find('=');
        EXPECT_TRUE(
            fields.emplace(field.substr(0, equals), unescaped(field.substr(equals + 1))).second)
            << field;
        begin = end + 1;
    }
    return fields;
}

std::string withPlainLineEnds(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            EXPECT_EQ(text.substr(i, 2), "\r\n") << "lines end as mails want it";
        } else {
            EXPECT_TRUE(text[i] != '\n' || (i > 0 && text[i - 1] == '\r'));
            plain += text[i];
        }
    }
    return plain;
}

class MailDraft : public WindowTest {
  protected:
    static void SetUpTestSuite() {
        const auto script = std::filesystem::temp_directory_path() / "mail-program";
        std::ofstream(script) << "#!/bin/sh\n"
                              << "printf '%s' \"$1\" >'" << arrived().string() << ".part'\n"
                              << "mv '" << arrived().string() << ".part' '" << arrived().string()
                              << "'\n";
        std::filesystem::permissions(script, std::filesystem::perms::owner_all);
        // Which program opens an address, the office asks this variable before the desktop.
        setenv("DESKTOP_LAUNCH", script.c_str(), 1);
        startWithScreen();
    }
    static void TearDownTestSuite() {
        unsetenv("DESKTOP_LAUNCH");
        OfficeTest::TearDownTestSuite();
    }
    void SetUp() override {
        OfficeTest::SetUp();
        std::filesystem::remove(arrived());
    }

    static std::string link() {
        EXPECT_TRUE(becomesTrue([] { return std::filesystem::exists(arrived()); }));
        std::ifstream in(arrived());
        return {std::istreambuf_iterator<char>(in), {}};
    }

    // Names that would break out of a mail, a shell or a cell.
    static Workbook openShop(const char* address_of_ann) {
        Workbook workbook = openWorkshop(office());
        workbook.put("Deals.A3", {{"D2 & Co?cc=x@y", "=Bär's \"best\"\nBcc: all@example.com"}});
        workbook.put("Deals.B4", {{"$(touch hacked) `ls` \\n 100 % 'é' 東"}});
        workbook.put("Who.B3", {{"Side", "Name", "Owns", "E-mail"},
                                {"sales", "Ann Sales", "D2 & Co?cc=x@y", address_of_ann},
                                {"ops", "Otto \"the\"\n=Welder", "Welding", "otto@example.com"}});
        sitDown(office(), "Ann", "Sales");
        return workbook;
    }
};

TEST_F(MailDraft, ArrivesUnbroken) {
    Workbook workbook = openShop("ann+review@example.com");
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    const CommandAnswer silent = run(window, "agenda-mail");
    ASSERT_TRUE(silent.is_done) << silent.sentence;
    EXPECT_TRUE(comesToRest());
    EXPECT_FALSE(std::filesystem::exists(arrived())) << "only when it is asked for";

    const auto answer = window.command("agenda-mail", {}, false);
    ASSERT_TRUE(answer && answer->is_done) << (answer ? answer->sentence : "");
    EXPECT_EQ(answer->sentence, "");
    auto fields = fieldsOf(link());
    EXPECT_EQ(fields.size(), 3U) << "no name has added a field";
    EXPECT_EQ(fields["to"], "ann+review@example.com,otto@example.com");
    EXPECT_EQ(fields["subject"].find("Review of sales and operations on "), 0U);
    const std::string body = withPlainLineEnds(fields["body"]);
    EXPECT_EQ(silent.sentence,
              "ann+review@example.com, otto@example.com\n" + fields["subject"] + "\n\n" + body)
        << "as macros have it";
    EXPECT_NE(body.find("D2 & Co?cc=x@y: =Bär's \"best\" Bcc: all@example.com"), std::string::npos)
        << body;
    EXPECT_NE(body.find("$(touch hacked) `ls` \\n 100 % 'é' 東"), std::string::npos) << body;
    EXPECT_NE(body.find("Operations: Otto \"the\" =Welder\n"), std::string::npos) << body;
    EXPECT_EQ(body.find("\nBcc"), std::string::npos);
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(MailDraft, SaysWhoHasNoAddress) {
    Workbook workbook = openShop("");
    Window window(office(), workbook);
    std::string told;
    {
        const NextDialogs dialogs(office(), "Keepable", [&](const Dialog& dialog) {
            told = dialog.text();
            dialog.click("OK");
        });
        ASSERT_TRUE(window.command("agenda-mail", {}, false));
    }
    EXPECT_NE(told.find("Without an address among the people: Ann Sales"), std::string::npos)
        << told;
    auto fields = fieldsOf(link());
    EXPECT_EQ(fields["to"], "otto@example.com");
}

TEST_F(MailDraft, OfALongAgendaIsShortenedAndArrives) {
    Workbook workbook = openShop("ann@example.com");
    Rows deals;
    for (int row = 0; row < 150; ++row) {
        deals.push_back({"Long" + std::to_string(row), std::string(200, '%') + "ä", "Welding", 40,
                         day("2026-03-06"), "firm", 1, 100});
    }
    workbook.put("Deals.A9", deals);
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$158;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    Window window(office(), workbook);
    const auto answer = window.command("agenda-mail", {}, false);
    ASSERT_TRUE(answer && answer->is_done) << (answer ? answer->sentence : "");
    auto fields = fieldsOf(link());
    EXPECT_NE(fields["body"].find("more\r\n"), std::string::npos);
    EXPECT_LT(fields["body"].size(), 25'000U);
}

} // namespace
} // namespace keepable::office_tests
