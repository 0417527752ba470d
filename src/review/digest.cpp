// SPDX-License-Identifier: MPL-2.0
#include "review/digest.hpp"

#include <bit>
#include <cstddef>

namespace keepable::review {

namespace {

using Words = std::array<std::uint32_t, 8>;

constexpr std::size_t kBlockBytes = 64;

constexpr Words kStart{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

constexpr std::array<std::uint32_t, 64> kRounds{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void takeBlock(const char* block, Words& words) {
    std::array<std::uint32_t, 64> schedule{};
    for (std::size_t i = 0; i < 16; ++i) {
        for (std::size_t byte = 0; byte < 4; ++byte) {
            schedule[i] = schedule[i] << 8 | static_cast<std::uint8_t>(block[4 * i + byte]);
        }
    }
    for (std::size_t i = 16; i < schedule.size(); ++i) {
        const std::uint32_t far = schedule[i - 15];
        const std::uint32_t near = schedule[i - 2];
        schedule[i] = schedule[i - 16] + (std::rotr(far, 7) ^ std::rotr(far, 18) ^ far >> 3) +
                      schedule[i - 7] + (std::rotr(near, 17) ^ std::rotr(near, 19) ^ near >> 10);
    }
    auto [a, b, c, d, e, f, g, h] = words;
    for (std::size_t i = 0; i < schedule.size(); ++i) {
        const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                    ((e & f) ^ (~e & g)) + kRounds[i] + schedule[i];
        const std::uint32_t second =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const Words after{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] += after[i];
    }
}

} // namespace

Digest sha256(std::string_view bytes) {
    Words words = kStart;
    std::size_t taken = 0;
    for (; bytes.size() - taken >= kBlockBytes; taken += kBlockBytes) {
        takeBlock(bytes.data() + taken, words);
    }
    // The rest, a one, zeros, and the length in bits.
    std::string end{bytes.substr(taken)};
    end += '\x80';
    while (end.size() % kBlockBytes != kBlockBytes - 8) {
        end += '\0';
    }
    const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
    for (int shift = 56; shift >= 0; shift -= 8) {
        end += static_cast<char>(bits >> shift & 0xff);
    }
    for (std::size_t i = 0; i < end.size(); i += kBlockBytes) {
        takeBlock(end.data() + i, words);
    }
    Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        digest[i] = static_cast<std::uint8_t>(words[i / 4] >> (24 - 8 * (i % 4)) & 0xff);
    }
    return digest;
}

std::string hexText(const Digest& digest, std::size_t digits) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < digits && i < 2 * digest.size(); ++i) {
        const unsigned byte = digest[i / 2];
        text += kDigits[i % 2 == 0 ? byte >> 4 : byte & 0xf];
    }
    return text;
}

} // namespace keepable::review
