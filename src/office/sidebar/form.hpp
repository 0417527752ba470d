// SPDX-License-Identifier: MPL-2.0
//
// The controls of a panel: makes them by name in the panel's window, measures and places them, and
// says when the user has used one. Tests find each by XControlContainer.getControl(name).
//
// Shape:   the order of making is the order of the Tab key. Hidden controls take no room.
// Units:   pixels of the window; margins and gaps come from the host's font, so all of it follows
//          font size and scaling. Colours are the host's: none is ever set.
// Rule:    what the program shows is no use by the user: actions run for the user's doing alone.
//          Equal content is not shown again, so nothing flickers and the cursor stays.
// Errors:  an unknown name is our mistake and throws std::logic_error.
// Thread:  the office's main thread.
#pragma once

#include "office/log.hpp"

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::office {

class Form {
  public:
    using Action = std::function<void()>;
    using Context = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;
    using WindowReference = com::sun::star::uno::Reference<com::sun::star::awt::XWindow>;

    // `window` is one that ContainerWindowProvider made.
    Form(const Context& context, Log& log, const WindowReference& window);
    Form(const Form&) = delete;
    Form& operator=(const Form&) = delete;
    ~Form(); // forgets the actions; the controls go with their window

    void addLabel(std::string_view name, std::string_view text = {});   // breaks long lines
    void addCaption(std::string_view name, std::string_view text = {}); // a bold label
    void addButton(std::string_view name, std::string_view text, Action action);
    // A button with a picture of the office's own instead of text; `help` is its name.
    void addPictureButton(std::string_view name, std::string_view picture, std::string_view help,
                          Action action);
    void addLink(std::string_view name, Action action); // one line, text to be set
    void addListBox(std::string_view name, std::string_view help, Action chosen);
    // All lines in view at once, as many as its height takes.
    void addOpenList(std::string_view name, std::string_view help, Action chosen);
    void addEdit(std::string_view name, std::string_view help, Action changed);
    // A whole number from least to most.
    void addNumber(std::string_view name, std::string_view help, int least, int most,
                   Action changed);
    void addCheckBox(std::string_view name, std::string_view text, Action changed);
    // Any other control, by its model's service name; some properties count only while it is made.
    com::sun::star::uno::Reference<com::sun::star::awt::XControl>
    addControl(std::string_view name, std::string_view model_service,
               const std::map<std::string, com::sun::star::uno::Any>& properties = {});
    // Away with all of them.
    void clear();

    [[nodiscard]] com::sun::star::uno::Reference<com::sun::star::awt::XControl>
    control(std::string_view name) const;
    void setProperty(std::string_view name, const char* property,
                     const com::sun::star::uno::Any& value);

    void setText(std::string_view name, std::string_view text);
    // Hidden where there is none.
    void showText(std::string_view name, std::string_view text);
    [[nodiscard]] std::string text(std::string_view name) const;
    // The tooltip, and what a screen reader says of a control without a label.
    void setHelp(std::string_view name, std::string_view text);
    void setEnabled(std::string_view name, bool is_enabled);
    void setVisible(std::string_view name, bool is_visible);
    [[nodiscard]] bool isVisible(std::string_view name) const;
    void setChoices(std::string_view name, const std::vector<std::string>& choices,
                    std::size_t chosen);
    void choose(std::string_view name, std::size_t choice);
    [[nodiscard]] std::size_t chosen(std::string_view name) const;
    // None in an open list without a selection.
    [[nodiscard]] std::optional<std::size_t> chosenLine(std::string_view name) const;
    void setNumber(std::string_view name, int number);
    [[nodiscard]] int number(std::string_view name) const;
    void setChecked(std::string_view name, bool is_checked);
    [[nodiscard]] bool isChecked(std::string_view name) const;
    void focus(std::string_view name);

    [[nodiscard]] int gap() const { return gap_; }    // between controls
    [[nodiscard]] int margin() const { return gap_; } // around them
    [[nodiscard]] int lineHeight() const { return line_height_; }
    [[nodiscard]] int widthOf(std::string_view name) const; // to show all of its text in one line
    [[nodiscard]] int heightOf(std::string_view name, int width) const;
    void place(std::string_view name, int x, int y, int width, int height);

    // Runs `body` with the actions asleep.
    template <class Body> void quietly(Body body) {
        const Quiet quiet(*this);
        body();
    }

  private:
    class Reaction;
    struct Entry;
    struct Quiet {
        explicit Quiet(Form& form) : form_(form) { ++form_.quiet_; }
        Quiet(const Quiet&) = delete;
        Quiet& operator=(const Quiet&) = delete;
        ~Quiet() { --form_.quiet_; }
        Form& form_;
    };

    Entry& make(std::string_view name, std::string_view model_service,
                const std::map<std::string, com::sun::star::uno::Any>& properties);
    [[nodiscard]] Entry& entry(std::string_view name) const;
    [[nodiscard]] com::sun::star::awt::Size preferred(const Entry& entry) const;

    Context context_;
    Log& log_;
    WindowReference window_;
    std::map<std::string, std::unique_ptr<Entry>, std::less<>> entries_;
    int quiet_ = 0;
    int gap_ = 4;
    int line_height_ = 16;
    int control_height_ = 28; // of buttons and lists
    sal_Int16 next_tab_ = 0;
};

// Stacks controls from top to bottom within a width, or only adds up the height they take: one
// description of a panel serves layout and measuring.
class Stack {
  public:
    enum class Purpose : bool { kMeasure, kPlace };

    Stack(Form& form, int width, Purpose purpose);

    void add(std::string_view name);             // as wide as the panel, as high as its text takes
    void add(std::string_view name, int height); // of a given height
    void addLabelled(std::string_view label, std::string_view field); // field takes the rest
    // In equal shares: as many columns as show their text, see views::columnsFor().
    void addColumns(std::initializer_list<std::string_view> names);
    void addFlow(std::initializer_list<std::string_view> names); // by own width, wrapped like words
    int reserve(int height); // room for what is no control; its top edge
    void space();            // sets groups apart

    [[nodiscard]] int height() const { return y_ + form_.margin(); }
    [[nodiscard]] int innerWidth() const { return width_; }
    [[nodiscard]] bool isPlacing() const { return purpose_ == Purpose::kPlace; }

  private:
    void put(std::string_view name, int x, int width, int height);
    void gapAbove();

    Form& form_;
    int width_;
    Purpose purpose_;
    int y_;
    bool is_first_ = true;
};

} // namespace keepable::office
