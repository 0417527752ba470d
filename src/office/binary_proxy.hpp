// SPDX-License-Identifier: MPL-2.0
//
// Keeps an object's binary-UNO proxy alive. Calc calls add-in functions by reflection, which needs
// such a proxy of the object: while nobody holds one, every single call makes one and gives it
// back, which costs about as much as the rest of the call.
//
// Life:    holds the object as well, so it must be let go when the office ends.
#pragma once

#include <cppu/unotype.hxx>
#include <uno/dispatcher.h>
#include <uno/environment.hxx>
#include <uno/lbnames.h>
#include <uno/mapping.hxx>

namespace keepable::office {

class BinaryProxy {
  public:
    BinaryProxy() = default;
    BinaryProxy(const BinaryProxy&) = delete;
    BinaryProxy& operator=(const BinaryProxy&) = delete;
    ~BinaryProxy() { release(); }

    template <class Interface> void hold(Interface* object) {
        namespace uno = com::sun::star::uno;
        release();
        const uno::Mapping mapping(
            uno::Environment(rtl::OUString(CPPU_CURRENT_LANGUAGE_BINDING_NAME)).get(),
            uno::Environment(rtl::OUString(UNO_LB_UNO)).get());
        if (!mapping.is()) {
            return; // calls then cost what they cost
        }
        proxy_ = static_cast<uno_Interface*>(
            mapping.mapInterface(object, cppu::UnoType<Interface>::get()));
    }
    void release() {
        if (proxy_ != nullptr) {
            (*proxy_->release)(proxy_);
            proxy_ = nullptr;
        }
    }

  private:
    uno_Interface* proxy_ = nullptr;
};

} // namespace keepable::office
