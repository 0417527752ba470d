// SPDX-License-Identifier: MPL-2.0
//
// The dialog of set up: which range is taken for which table, how it is read and what is missing,
// and what else to write. The user chooses among the tables found, writes a range, or points at one
// with the mouse; then the dialog goes away and comes back with it.
//
// Shape:   one group a table: label, list of ranges, button to point; below it how the range is
//          read. Beside them a list of what was recognised, questions first: the line selected is
//          told in full, and a question has a field for its answer. OK can be pressed once nothing is missing; the sentence at the foot says what is.
// Life:    lives until it is closed; while the user points, the controller's listener list keeps it.
// Thread:  the office's main thread.
#pragma once

#include "office/dialog_model.hpp"
#include "office/setup/setup_report.hpp"
#include "office/setup/setup_session.hpp"

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XTextListener.hpp>
#include <com/sun/star/sheet/XRangeSelectionListener.hpp>
#include <cppuhelper/implbase5.hxx>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

class SetupDialog : public cppu::WeakImplHelper5<
                        com::sun::star::awt::XActionListener, com::sun::star::awt::XTextListener,
                        com::sun::star::awt::XItemListener, com::sun::star::awt::XCallback,
                        com::sun::star::sheet::XRangeSelectionListener> {
  public:
    SetupDialog(std::shared_ptr<SetupSession> session, TellOutcome tell);

    // Returns when the dialog is closed, or hidden for pointing; then it goes on by itself.
    void run();

    // XActionListener: a button to point at a range
    void SAL_CALL actionPerformed(const com::sun::star::awt::ActionEvent& event) override;
    // XTextListener
    void SAL_CALL textChanged(const com::sun::star::awt::TextEvent& event) override;
    // XItemListener
    void SAL_CALL itemStateChanged(const com::sun::star::awt::ItemEvent& event) override;
    // XCallback: the dialog comes back
    void SAL_CALL notify(const com::sun::star::uno::Any& data) override;
    // XRangeSelectionListener
    void SAL_CALL done(const com::sun::star::sheet::RangeSelectionEvent& event) override;
    void SAL_CALL aborted(const com::sun::star::sheet::RangeSelectionEvent& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

  private:
    void build();
    void addTable(tables::TableKind kind, std::int32_t top);
    void addReport(std::int32_t bottom);
    void showReport();
    void showLine();
    void selectLine();
    void takeAnswer();
    void listen();
    void readRange(tables::TableKind kind);
    void showState();
    [[nodiscard]] std::string stateOf(tables::TableKind kind) const;
    [[nodiscard]] SetupChoices choices() const;
    void pointAt(tables::TableKind kind);
    void comeBack();
    void guard(const char* what, const std::function<void()>& work);

    std::shared_ptr<SetupSession> session_;
    TellOutcome tell_;
    DialogModel controls_;
    com::sun::star::uno::Reference<com::sun::star::awt::XDialog> dialog_;
    std::optional<tables::TableKind> pointing_; // at a range for this table
    std::vector<ReportLine> report_;
    std::size_t shown_line_ = 0;
    bool has_buffers_ = false; // a box for the usual slip
    bool is_showing_ = false;  // the answer of a line just selected
};

} // namespace keepable::office
