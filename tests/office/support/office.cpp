// SPDX-License-Identifier: MPL-2.0
#include "office/support/office.hpp"

#include "office/support/uno_text.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/bridge/XUnoUrlResolver.hpp>
#include <com/sun/star/connection/NoConnectException.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <cppuhelper/bootstrap.hxx>

#include <fstream>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace keepable::office_tests {
namespace {

using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

// The test's own small UNO. LibreOffice's unorc will not do: it knows the types of the runtime but
// not the office's own, and the bridge then fails on the first spreadsheet.
Reference<css::uno::XComponentContext> ownContext() {
    static const Reference<css::uno::XComponentContext> context = [] {
        const std::string program = "file://" KEEPABLE_OFFICE_PROGRAM;
        const std::filesystem::path bootstrap =
            std::filesystem::temp_directory_path() / ("keepable-tests-" + std::to_string(getpid()));
        std::ofstream(bootstrap) << "[Bootstrap]\n"
                                 << "URE_INTERNAL_LIB_DIR=" << program << "\n"
                                 << "UNO_TYPES=" << program << "/types.rdb " << program
                                 << "/types/offapi.rdb\n"
                                 << "UNO_SERVICES=" << program << "/services.rdb\n";
        return trying("start UNO", [&] {
            return cppu::defaultBootstrap_InitialComponentContext(
                toOffice("file://" + bootstrap.string()));
        });
    }();
    return context;
}

Reference<css::uno::XInterface> serviceFrom(const Reference<css::uno::XComponentContext>& context,
                                            std::string_view name) {
    return trying(name, [&] {
        Reference<css::uno::XInterface> service =
            context->getServiceManager()->createInstanceWithContext(toOffice(name), context);
        if (!service.is()) {
            throw std::runtime_error("no service " + std::string(name));
        }
        return service;
    });
}

} // namespace

Office::Office(const Profile& profile, const Screen* screen) {
    static int count = 0;
    const std::string pipe = "keepable-" + std::to_string(getpid()) + "-" + std::to_string(++count);
    const std::filesystem::path log = profile.folder() / "office.log";
    // soffice, not soffice.bin: on a new profile the latter ends at once to be started again.
    std::vector<std::string> command = {"soffice", profile.argument(), "--norestore", "--nologo",
                                        "--accept=pipe,name=" + pipe + ";urp"};
    if (screen == nullptr) {
        command.emplace_back("--headless");
    } else {
        command.emplace_back("--nofirststartwizard");
        // The plain X11 windows look the same on every machine.
        const std::vector<std::string> with_screen = {"env", "DISPLAY=" + screen->name(),
                                                      "SAL_USE_VCLPLUGIN=gen"};
        command.insert(command.begin(), with_screen.begin(), with_screen.end());
    }
    process_ = std::make_unique<ChildProcess>(command, log);

    const Reference<css::bridge::XUnoUrlResolver> resolver(
        serviceFrom(ownContext(), "com.sun.star.bridge.UnoUrlResolver"), UNO_QUERY_THROW);
    const rtl::OUString url =
        toOffice("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext");
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!context_.is()) {
        try {
            context_.set(resolver->resolve(url), UNO_QUERY_THROW);
        } catch (const css::connection::NoConnectException&) {
            if (!process_->isRunning() || std::chrono::steady_clock::now() >= end) {
                std::ostringstream output;
                output << std::ifstream(log).rdbuf();
                throw std::runtime_error("the office does not answer; its output:\n" +
                                         output.str());
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
}

Reference<css::uno::XInterface> Office::service(std::string_view name) const {
    return serviceFrom(context_, name);
}

Workbook Office::load(std::string_view url) {
    return trying(url, [&] {
        const Reference<css::frame::XComponentLoader> loader(service("com.sun.star.frame.Desktop"),
                                                             UNO_QUERY_THROW);
        return Workbook(loader->loadComponentFromURL(toOffice(url), toOffice("_blank"), 0,
                                                     Sequence<css::beans::PropertyValue>()));
    });
}

Workbook Office::newWorkbook() {
    return load("private:factory/scalc");
}

Workbook Office::open(const std::filesystem::path& path) {
    return load("file://" + path.string());
}

std::optional<int> Office::terminate() {
    try {
        Reference<css::frame::XDesktop>(service("com.sun.star.frame.Desktop"), UNO_QUERY_THROW)
            ->terminate();
    } catch (const css::lang::DisposedException&) {
        // It may be gone before it has answered.
    }
    context_.clear();
    return process_->waitFor(std::chrono::minutes(1));
}

} // namespace keepable::office_tests
