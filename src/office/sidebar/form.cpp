// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/form.hpp"

#include "office/boundary.hpp"
#include "office/convert.hpp"
#include "office/later.hpp"
#include "views/columns.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/ImagePosition.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XNumericField.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XTextListener.hpp>
#include <com/sun/star/awt/XUnitConversion.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/util/MeasureUnit.hpp>
#include <cppuhelper/implbase3.hxx>
#include <rtl/ref.hxx>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace keepable::office {

namespace {

using css::awt::XControl;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr sal_Int32 kGapInFontUnits = 3;
// As in the host's own dialogs. What buttons and lists ask for themselves is half as high again.
constexpr sal_Int32 kControlHeightInFontUnits = 14;
// A box does not ask for more columns' worth of room than this: one long name among its choices is
// no reason to put every box into a row of its own.
constexpr int kLongestInHeights = 9;

Any textAny(std::string_view text) {
    return Any(toOffice(text));
}

// The host breaks lines after any hyphen; a date is to stay whole. Only what is shown is changed so,
// never what goes into cells or is compared.
std::string withWholeDates(std::string_view text) {
    constexpr std::string_view kHyphenThatHolds = "\u2011";
    const auto is_digit = [&](std::size_t i) {
        return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    std::string whole;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '-' && i > 0 && is_digit(i - 1) && is_digit(i + 1)) {
            whole += kHyphenThatHolds;
        } else {
            whole += text[i];
        }
    }
    return whole;
}

} // namespace

// Listens to one control. The action is kept apart from the form's life: a control may be used a
// last time while its panel goes.
class Form::Reaction
    : public cppu::WeakImplHelper3<css::awt::XActionListener, css::awt::XItemListener,
                                   css::awt::XTextListener> {
  public:
    Reaction(Form& form, Action action)
        : form_(&form), context_(form.context_), log_(form.log_), action_(std::move(action)) {}
    void forget() { form_ = nullptr; }

    void SAL_CALL actionPerformed(const css::awt::ActionEvent& /*event*/) override {
        later(context_, log_, "panel", [self = rtl::Reference<Reaction>(this)] { self->run(); });
    }
    void SAL_CALL itemStateChanged(const css::awt::ItemEvent& /*event*/) override { run(); }
    void SAL_CALL textChanged(const css::awt::TextEvent& /*event*/) override { run(); }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override {}

  private:
    void run() {
        if (form_ == nullptr || form_->quiet_ > 0) {
            return;
        }
        const rtl::Reference<Reaction> alive(this);
        guarded(
            log_, "panel", [&] { action_(); }, [] {});
    }

    Form* form_;
    Context context_;
    Log& log_;
    Action action_;
};

struct Form::Entry {
    Reference<XControl> control;
    Reference<css::beans::XPropertySet> model;
    rtl::Reference<Reaction> reaction;
    const char* text_property = "Label";
    bool is_visible = true;
    bool is_wrapping = false;
    bool is_low = false; // an edit field is not: gtk3 paints one as high as it asks for
    css::awt::Rectangle place;
};

Form::Form(const Context& context, Log& log, const WindowReference& window)
    : context_(context), log_(log), window_(window) {
    const Reference<css::awt::XUnitConversion> units(window_, UNO_QUERY);
    if (units.is()) {
        const css::awt::Size size = units->convertSizeToPixel(css::awt::Size(kGapInFontUnits, 8),
                                                              css::util::MeasureUnit::APPFONT);
        gap_ = std::max<int>(3, size.Width);
        line_height_ = std::max<int>(10, size.Height);
        control_height_ = units
                              ->convertSizeToPixel(css::awt::Size(8, kControlHeightInFontUnits),
                                                   css::util::MeasureUnit::APPFONT)
                              .Height;
    }
}

Form::~Form() {
    for (const auto& [name, entry] : entries_) {
        if (entry->reaction.is()) {
            entry->reaction->forget();
        }
    }
}

Form::Entry& Form::make(std::string_view name, std::string_view model_service,
                        const std::map<std::string, Any>& properties) {
    const Reference<XControl> container(window_, UNO_QUERY_THROW);
    const Reference<css::lang::XMultiServiceFactory> factory(container->getModel(),
                                                             UNO_QUERY_THROW);
    auto made = std::make_unique<Entry>();
    made->model.set(factory->createInstance(toOffice(model_service)), UNO_QUERY_THROW);
    for (const auto& [property, value] : properties) {
        made->model->setPropertyValue(toOffice(property), value);
    }
    made->model->setPropertyValue("TabIndex", Any(next_tab_++));
    const Reference<css::container::XNameContainer> models(factory, UNO_QUERY_THROW);
    models->insertByName(toOffice(name), Any(made->model));
    const Reference<css::awt::XControlContainer> controls(window_, UNO_QUERY_THROW);
    made->control.set(controls->getControl(toOffice(name)), UNO_QUERY_THROW);
    return *entries_.insert_or_assign(std::string{name}, std::move(made)).first->second;
}

void Form::addLabel(std::string_view name, std::string_view text) {
    make(name, "com.sun.star.awt.UnoControlFixedTextModel",
         {{"MultiLine", Any(true)},
          {"Label", textAny(withWholeDates(text))},
          {"NoLabel", Any(true)}})
        .is_wrapping = true;
}

void Form::addCaption(std::string_view name, std::string_view text) {
    addLabel(name, text);
    setProperty(name, "FontWeight", Any(css::awt::FontWeight::BOLD));
}

void Form::addButton(std::string_view name, std::string_view text, Action action) {
    Entry& entry = make(name, "com.sun.star.awt.UnoControlButtonModel", {{"Label", textAny(text)}});
    entry.is_low = true;
    entry.reaction = new Reaction(*this, std::move(action));
    Reference<css::awt::XButton>(entry.control, UNO_QUERY_THROW)
        ->addActionListener(entry.reaction.get());
}

void Form::addPictureButton(std::string_view name, std::string_view picture, std::string_view help,
                            Action action) {
    addButton(name, {}, std::move(action));
    setProperty(name, "ImageURL", textAny("private:graphicrepository/cmd/" + std::string{picture}));
    setProperty(name, "ImagePosition", Any(css::awt::ImagePosition::Centered));
    setHelp(name, help);
}

// A button, for the host's hyperlink control tells nobody of a click or a key (7.4), and has no action
// for a screen reader.
void Form::addLink(std::string_view name, Action action) {
    addButton(name, {}, std::move(action));
    // Of a text that does not fit, the beginning is seen.
    constexpr sal_Int16 kLeft = 0;
    setProperty(name, "Align", Any(kLeft));
}

void Form::addListBox(std::string_view name, std::string_view help, Action chosen) {
    Entry& entry = make(
        name, "com.sun.star.awt.UnoControlListBoxModel",
        {{"Dropdown", Any(true)}, {"HelpText", textAny(help)}, {"LineCount", Any(sal_Int16{16})}});
    entry.is_low = true;
    entry.reaction = new Reaction(*this, std::move(chosen));
    Reference<css::awt::XListBox>(entry.control, UNO_QUERY_THROW)
        ->addItemListener(entry.reaction.get());
}

void Form::addOpenList(std::string_view name, std::string_view help, Action chosen) {
    Entry& entry = make(name, "com.sun.star.awt.UnoControlListBoxModel",
                        {{"Dropdown", Any(false)}, {"HelpText", textAny(help)}});
    entry.reaction = new Reaction(*this, std::move(chosen));
    Reference<css::awt::XListBox>(entry.control, UNO_QUERY_THROW)
        ->addItemListener(entry.reaction.get());
}

void Form::addEdit(std::string_view name, std::string_view help, Action changed) {
    Entry& entry =
        make(name, "com.sun.star.awt.UnoControlEditModel", {{"HelpText", textAny(help)}});
    entry.text_property = "Text";
    entry.reaction = new Reaction(*this, std::move(changed));
    Reference<css::awt::XTextComponent>(entry.control, UNO_QUERY_THROW)
        ->addTextListener(entry.reaction.get());
}

void Form::addNumber(std::string_view name, std::string_view help, int least, int most,
                     Action changed) {
    Entry& entry = make(name, "com.sun.star.awt.UnoControlNumericFieldModel",
                        {{"HelpText", textAny(help)},
                         {"DecimalAccuracy", Any(sal_Int16{0})},
                         {"ValueMin", Any(static_cast<double>(least))},
                         {"ValueMax", Any(static_cast<double>(most))},
                         {"Spin", Any(true)}});
    entry.reaction = new Reaction(*this, std::move(changed));
    Reference<css::awt::XTextComponent>(entry.control, UNO_QUERY_THROW)
        ->addTextListener(entry.reaction.get());
}

void Form::addCheckBox(std::string_view name, std::string_view text, Action changed) {
    Entry& entry =
        make(name, "com.sun.star.awt.UnoControlCheckBoxModel", {{"Label", textAny(text)}});
    entry.is_low = true;
    entry.reaction = new Reaction(*this, std::move(changed));
    Reference<css::awt::XCheckBox>(entry.control, UNO_QUERY_THROW)
        ->addItemListener(entry.reaction.get());
}

Reference<XControl> Form::addControl(std::string_view name, std::string_view model_service,
                                     const std::map<std::string, Any>& properties) {
    return make(name, model_service, properties).control;
}

void Form::clear() {
    const Reference<XControl> container(window_, UNO_QUERY_THROW);
    const Reference<css::container::XNameContainer> models(container->getModel(), UNO_QUERY_THROW);
    for (const auto& [name, entry] : entries_) {
        if (entry->reaction.is()) {
            entry->reaction->forget();
        }
        models->removeByName(toOffice(name));
    }
    entries_.clear();
}

Form::Entry& Form::entry(std::string_view name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) {
        throw std::logic_error("no control is called " + std::string{name});
    }
    return *found->second;
}

Reference<XControl> Form::control(std::string_view name) const {
    return entry(name).control;
}

void Form::setProperty(std::string_view name, const char* property, const Any& value) {
    const Reference<css::beans::XPropertySet>& model = entry(name).model;
    const rtl::OUString property_name = toOffice(property);
    if (model->getPropertyValue(property_name) != value) {
        quietly([&] { model->setPropertyValue(property_name, value); });
    }
}

void Form::setText(std::string_view name, std::string_view text) {
    const Entry& changed = entry(name);
    setProperty(name, changed.text_property,
                textAny(changed.is_wrapping ? withWholeDates(text) : std::string{text}));
}

void Form::showText(std::string_view name, std::string_view text) {
    setText(name, text);
    setVisible(name, !text.empty());
}

std::string Form::text(std::string_view name) const {
    const Entry& asked = entry(name);
    rtl::OUString text;
    asked.model->getPropertyValue(toOffice(asked.text_property)) >>= text;
    return utf8(text);
}

void Form::setHelp(std::string_view name, std::string_view text) {
    setProperty(name, "HelpText", textAny(text));
}

void Form::setEnabled(std::string_view name, bool is_enabled) {
    setProperty(name, "Enabled", Any(is_enabled));
}

void Form::setVisible(std::string_view name, bool is_visible) {
    Entry& changed = entry(name);
    if (changed.is_visible != is_visible) {
        changed.is_visible = is_visible;
        // Not by the model's EnableVisible: that of a grid cannot be set (7.4).
        const Reference<css::awt::XWindow> window(changed.control, UNO_QUERY_THROW);
        quietly([&] { window->setVisible(is_visible); });
    }
}

bool Form::isVisible(std::string_view name) const {
    return entry(name).is_visible;
}

void Form::setChoices(std::string_view name, const std::vector<std::string>& choices,
                      std::size_t chosen) {
    css::uno::Sequence<rtl::OUString> items(static_cast<sal_Int32>(choices.size()));
    std::transform(choices.begin(), choices.end(), items.getArray(),
                   [](const std::string& choice) { return toOffice(choice); });
    setProperty(name, "StringItemList", Any(items));
    if (chosen < choices.size()) {
        choose(name, chosen);
    }
}

void Form::choose(std::string_view name, std::size_t choice) {
    const auto position = static_cast<sal_Int16>(choice);
    const Reference<css::awt::XListBox> list(entry(name).control, UNO_QUERY_THROW);
    if (list->getSelectedItemPos() != position) {
        quietly([&] { list->selectItemPos(position, true); });
    }
}

std::size_t Form::chosen(std::string_view name) const {
    const Reference<css::awt::XListBox> list(entry(name).control, UNO_QUERY_THROW);
    return static_cast<std::size_t>(std::max<sal_Int16>(0, list->getSelectedItemPos()));
}

std::optional<std::size_t> Form::chosenLine(std::string_view name) const {
    const Reference<css::awt::XListBox> list(entry(name).control, UNO_QUERY_THROW);
    const sal_Int16 position = list->getSelectedItemPos();
    return position < 0 ? std::nullopt : std::optional{static_cast<std::size_t>(position)};
}

void Form::setNumber(std::string_view name, int number) {
    setProperty(name, "Value", Any(static_cast<double>(number)));
}

int Form::number(std::string_view name) const {
    const Reference<css::awt::XNumericField> field(entry(name).control, UNO_QUERY_THROW);
    return static_cast<int>(field->getValue());
}

void Form::setChecked(std::string_view name, bool is_checked) {
    setProperty(name, "State", Any(static_cast<sal_Int16>(is_checked ? 1 : 0)));
}

bool Form::isChecked(std::string_view name) const {
    return Reference<css::awt::XCheckBox>(entry(name).control, UNO_QUERY_THROW)->getState() == 1;
}

void Form::focus(std::string_view name) {
    WindowReference(entry(name).control, UNO_QUERY_THROW)->setFocus();
}

css::awt::Size Form::preferred(const Entry& entry) const {
    const Reference<css::awt::XLayoutConstrains> asked(entry.control, UNO_QUERY);
    return asked.is() ? asked->getPreferredSize() : css::awt::Size(line_height_, line_height_);
}

int Form::widthOf(std::string_view name) const {
    return preferred(entry(name)).Width;
}

int Form::heightOf(std::string_view name, int width) const {
    const Entry& asked = entry(name);
    if (asked.is_wrapping) {
        const Reference<css::awt::XLayoutConstrains> layout(asked.control, UNO_QUERY_THROW);
        return layout->calcAdjustedSize(css::awt::Size(width, 1)).Height;
    }
    const int height = preferred(asked).Height;
    return asked.is_low ? std::min(height, control_height_) : height;
}

void Form::place(std::string_view name, int x, int y, int width, int height) {
    Entry& placed = entry(name);
    // What just fits by the host's measure is cut when it is painted: labels reach into the margin.
    const int slack = placed.is_wrapping ? gap_ / 2 : 0;
    const css::awt::Rectangle place(x, y, std::max(0, width + slack), std::max(0, height));
    if (placed.place != place) {
        placed.place = place;
        WindowReference(placed.control, UNO_QUERY_THROW)
            ->setPosSize(place.X, place.Y, place.Width, place.Height, css::awt::PosSize::POSSIZE);
    }
}

Stack::Stack(Form& form, int width, Purpose purpose)
    : form_(form), width_(std::max(0, width - 2 * form.margin())), purpose_(purpose),
      y_(form.margin()) {}

void Stack::gapAbove() {
    y_ += is_first_ ? 0 : form_.gap();
    is_first_ = false;
}

void Stack::put(std::string_view name, int x, int width, int height) {
    if (purpose_ == Purpose::kPlace) {
        form_.place(name, form_.margin() + x, y_, width, height);
    }
}

void Stack::add(std::string_view name) {
    if (form_.isVisible(name)) {
        add(name, form_.heightOf(name, width_));
    }
}

void Stack::add(std::string_view name, int height) {
    if (form_.isVisible(name)) {
        gapAbove();
        put(name, 0, width_, height);
        y_ += height;
    }
}

void Stack::addLabelled(std::string_view label, std::string_view field) {
    if (!form_.isVisible(field)) {
        return;
    }
    gapAbove();
    const int height = form_.heightOf(field, width_);
    const int label_width = std::min(form_.widthOf(label), width_ / 2);
    const int label_height = std::min(form_.heightOf(label, label_width), height);
    const int left = label_width + form_.gap();
    y_ += (height - label_height) / 2;
    put(label, 0, label_width, label_height);
    y_ -= (height - label_height) / 2;
    put(field, left, width_ - left, height);
    y_ += height;
}

void Stack::addColumns(std::initializer_list<std::string_view> names) {
    std::vector<std::string_view> shown;
    std::vector<int> wanted;
    int height = 0;
    for (const std::string_view name : names) {
        if (form_.isVisible(name)) {
            shown.push_back(name);
            wanted.push_back(form_.widthOf(name));
            height = std::max(height, form_.heightOf(name, width_));
        }
    }
    const views::Columns columns =
        views::columnsFor(wanted, width_, form_.gap(), kLongestInHeights * form_.lineHeight());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (columns.indexOf(i) == 0) {
            y_ += i == 0 ? 0 : height;
            gapAbove();
        }
        put(shown[i], columns.left(i), columns.width(i), height);
    }
    y_ += shown.empty() ? 0 : height;
}

void Stack::addFlow(std::initializer_list<std::string_view> names) {
    int x = 0;
    int line_height = 0;
    for (const std::string_view name : names) {
        if (!form_.isVisible(name)) {
            continue;
        }
        const int width = std::min(form_.widthOf(name), width_);
        if (line_height == 0 || x + width > width_) {
            y_ += line_height;
            gapAbove();
            x = 0;
            line_height = 0;
        }
        const int height = form_.heightOf(name, width);
        put(name, x, width, height);
        x += width + form_.gap();
        line_height = std::max(line_height, height);
    }
    y_ += line_height;
}

int Stack::reserve(int height) {
    gapAbove();
    const int top = y_;
    y_ += height;
    return top;
}

void Stack::space() {
    y_ += is_first_ ? 0 : form_.gap();
}

} // namespace keepable::office
