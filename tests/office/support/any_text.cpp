// SPDX-License-Identifier: MPL-2.0
#include "office/support/any_text.hpp"

#include "office/support/uno_text.hpp"

#include <uno/sequence2.h>

#include <charconv>
#include <cstdint>
#include <typelib/typedescription.hxx>

namespace keepable::office_tests {

namespace {

std::string text(const void* value, typelib_TypeDescriptionReference* type);

template <class Number> std::string numberText(const void* value) {
    return std::to_string(*static_cast<const Number*>(value));
}

std::string realText(double value) {
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

void appendParts(std::string& result, const void* value,
                 const typelib_CompoundTypeDescription& type) {
    if (type.pBaseTypeDescription != nullptr) {
        appendParts(result, value, *type.pBaseTypeDescription);
    }
    const auto* bytes = static_cast<const unsigned char*>(value);
    for (sal_Int32 i = 0; i < type.nMembers; ++i) {
        result += fromOffice(rtl::OUString(type.ppMemberNames[i])) + "=" +
                  text(bytes + type.pMemberOffsets[i], type.ppTypeRefs[i]) + " ";
    }
}

std::string structText(const void* value, typelib_TypeDescriptionReference* type) {
    const css::uno::TypeDescription description(type);
    description.makeComplete();
    std::string result = "{";
    appendParts(result, value,
                *reinterpret_cast<const typelib_CompoundTypeDescription*>(description.get()));
    return result + "}";
}

std::string sequenceText(const void* value, typelib_TypeDescriptionReference* type) {
    const css::uno::TypeDescription description(type);
    auto* element =
        reinterpret_cast<const typelib_IndirectTypeDescription*>(description.get())->pType;
    const css::uno::TypeDescription element_description(element);
    const uno_Sequence* sequence = *static_cast<uno_Sequence* const*>(value);
    std::string result = "[";
    for (sal_Int32 i = 0; i < sequence->nElements; ++i) {
        result += text(sequence->elements + i * element_description.get()->nSize, element) + " ";
    }
    return result + "]";
}

std::string text(const void* value, typelib_TypeDescriptionReference* type) {
    switch (type->eTypeClass) {
    case typelib_TypeClass_VOID:
        return "void";
    case typelib_TypeClass_BOOLEAN:
        return *static_cast<const sal_Bool*>(value) ? "true" : "false";
    case typelib_TypeClass_BYTE:
        return std::to_string(*static_cast<const sal_Int8*>(value));
    case typelib_TypeClass_SHORT:
        return numberText<sal_Int16>(value);
    case typelib_TypeClass_UNSIGNED_SHORT:
        return numberText<sal_uInt16>(value);
    case typelib_TypeClass_LONG:
    case typelib_TypeClass_ENUM:
        return numberText<sal_Int32>(value);
    case typelib_TypeClass_UNSIGNED_LONG:
        return numberText<sal_uInt32>(value);
    case typelib_TypeClass_HYPER:
        return numberText<sal_Int64>(value);
    case typelib_TypeClass_FLOAT:
        return realText(static_cast<double>(*static_cast<const float*>(value)));
    case typelib_TypeClass_DOUBLE:
        return realText(*static_cast<const double*>(value));
    case typelib_TypeClass_STRING:
        return "'" + fromOffice(*static_cast<const rtl::OUString*>(value)) + "'";
    case typelib_TypeClass_ANY:
        return anyText(*static_cast<const css::uno::Any*>(value));
    case typelib_TypeClass_STRUCT:
        return structText(value, type);
    case typelib_TypeClass_SEQUENCE:
        return sequenceText(value, type);
    default:
        return fromOffice(rtl::OUString(type->pTypeName));
    }
}

} // namespace

std::string anyText(const css::uno::Any& value) {
    return text(value.getValue(), value.getValueTypeRef());
}

} // namespace keepable::office_tests
