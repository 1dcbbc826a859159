// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace entente::diagram {

/// A shared library that is opened when the first picture is drawn. Linked, librsvg and Pango would
/// bring some forty more along, and cost every run of the program ten milliseconds, whether it
/// draws or not. It stays open.
class LazyLibrary {
  public:
    /// std::runtime_error, with what to install, if it is not there.
    LazyLibrary(const char* file, const char* package);

    /// A function of the library, or of one that it brings along.
    template <class Function>
    [[nodiscard]] Function find(const char* name) const {
        return reinterpret_cast<Function>(address_of(name));
    }

  private:
    void* address_of(const char* name) const;
    void* handle_;
};

} // namespace entente::diagram

/// Within a struct that has a LazyLibrary called `library`: a member for its function `name`, of
/// that name and with the type that the library's header gives it.
// NOLINTNEXTLINE(bugprone-macro-parentheses): a name of a member
#define ENTENTE_LAZY(name) decltype(&::name) name = library.find<decltype(&::name)>(#name)
