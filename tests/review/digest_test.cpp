// SPDX-License-Identifier: MPL-2.0
#include "review/digest.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

std::string whole(std::string_view text) {
    return hexText(sha256(text), 64);
}

TEST(Digest, IsSha256OnTheExamplesOfTheStandard) {
    EXPECT_EQ(whole(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(whole("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(whole("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(whole(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, TakesTextsOfEveryLengthAroundABlock) {
    // The sum over all lengths, worked out with sha256sum; a length that goes wrong changes it.
    std::string all;
    for (std::size_t size = 0; size <= 130; ++size) {
        all += whole(std::string(size, 'x'));
    }
    EXPECT_EQ(whole(all), "87aca1c44bc7ba8897768170211f0a02063de70801131ff86c7edb9ce32c6a50");
}

TEST(Digest, GivesAsManyDigitsAsAskedFor) {
    EXPECT_EQ(hexText(sha256("abc"), 5), "ba781");
    EXPECT_EQ(hexText(sha256("abc"), 0), "");
    EXPECT_EQ(hexText(sha256("abc"), 100).size(), 64U);
}

} // namespace
} // namespace keepable::review
